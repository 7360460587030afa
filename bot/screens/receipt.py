"""Kwitansi hak (S1b): what is met, what is not, what nobody knows yet, and what would change the verdict."""

from bot.screens import receipt_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Attachment, Button, Screen
from bot.services.receipt import Shown
from bot.texts.catalogue import Raw, Texts, lines
from jkp.receipt import Condition, Flip, Kind, Receipt, Truth, to_json
from jkp.rules.case import Certainty

MOST_FLIPS = 3
MOST_NAMED = 4  # conditions in one line


def receipt(t: Texts, shown: Shown) -> Screen:
    """The short receipt: the verdict, the conditions in groups, what would change it, the rules and how sure."""
    made = shown.receipt
    text = lines(
        t.say("receipt.title"),
        say.verdict(t, made),
        say.refused(t, shown.refused),
        *_conditions(t, made),
        *changes(t, made),
        *say.payer(t, made),
        say.deadline(t, made),
        t.say("receipt.unlock") if shown.locked else "",
        say.version(t, made),
        *sure(t, shown),
    )
    return card(t, text, *_choices(t, shown), protect=True)


def _conditions(t: Texts, made: Receipt) -> list[str]:
    unknown, unmet = made.with_truth(Truth.UNKNOWN), made.with_truth(Truth.NOT_MET)
    open_here = [one for one in unknown if say.is_for_worker(one)]
    later = [one for one in unknown if not say.is_for_worker(one)]
    found: list[str] = [
        t.say("receipt.met", what=_names(t, group), source=Raw(told))
        for told, group in say.by_source(t, made.with_truth(Truth.MET)).items()
        if told
    ]
    found += [say.unmet(t, one) for one in unmet]
    found += [say.cure(t, one) for one in unmet[:1]]
    found.append(t.say("receipt.unknown", what=_names(t, open_here)) if open_here else "")
    if len(later) > MOST_NAMED:
        return [*found, t.say("receipt.unknown_many", n=len(later))]
    return [*found, t.say("receipt.unknown_register", what=_names(t, later)) if later else ""]


def _names(t: Texts, group: list[Condition]) -> Raw:
    names: list[str] = [say.statement(t, one) for one in group]
    if len(names) > MOST_NAMED + 1:
        names = [*names[:MOST_NAMED], t.say("receipt.and_more", n=len(names) - MOST_NAMED)]
    return Raw(" · ".join(names))


def changes(t: Texts, made: Receipt) -> list[str]:
    """What would change the verdict: the most useful first, at most three; every one was decided again."""
    if made.together:
        return [t.say("receipt.joint"), *say.joint(t, made)]
    chosen = sorted((one for one in made.flips if _is_useful(one, made)), key=_use)[:MOST_FLIPS]
    alone = t.say("receipt.changes_none") if made.outlook.failed else ""
    return [t.say("receipt.changes"), *(say.flip(t, one, made) for one in chosen)] if chosen else [alone]


def _is_useful(one: Flip, made: Receipt) -> bool:
    """Leave out what is plain to the reader: that another answer would have been worse."""
    return one.kind is Kind.DO if made.outlook.likely else one.gives is not False


def _use(one: Flip) -> tuple[bool, int]:
    return one.gives is not True, list(Kind).index(one.kind)


def sure(t: Texts, shown: Shown) -> list[str]:
    """How sure all this is; what is open names the office."""
    certainty = shown.receipt.outlook.certainty
    office = t.say("status.office_bpjs_tk")
    return [
        t.say("receipt.sure_open", office=office)
        if certainty is Certainty.OPEN
        else t.say(f"receipt.sure_{certainty}"),
        t.say("receipt.window") if shown.by_months else "",
        t.say("receipt.lawyer"),
    ]


def _choices(t: Texts, shown: Shown) -> tuple[Button, ...]:
    unmet = shown.receipt.with_truth(Truth.NOT_MET)
    office = unmet[0].remedy.office if unmet and unmet[0].remedy else ""
    return (
        choice(t, "receipt.file_button", "receipt", "file"),
        choice(t, "receipt.all_button", "receipt", "all"),
        *((choice(t, "status.unlock_button", "link.two"),) if shown.locked else ()),
        *((choice(t, f"receipt.ask_{office}", "human"),) if office else ()),
        choice(t, "status.change_button", "change"),
        choice(t, "status.back_button", "jkp"),
    )


def every_condition(t: Texts, shown: Shown) -> Screen:
    """Every condition with its article and the facts it rests on."""
    made = shown.receipt
    text = lines(
        t.say("receipt.all_title"),
        *(_line(t, one) for one in made.conditions),
        "\n",
        *(t.say("receipt.page_fact", fact=say.fact(t, one), source=say.source(t, one)) for one in say.money(made)),
        say.version(t, made),
        t.say("receipt.lawyer"),
    )
    return card(
        t,
        text,
        choice(t, "receipt.file_button", "receipt", "file"),
        choice(t, "receipt.data_button", "receipt", "data"),
        choice(t, "receipt.back_button", "jkp.why"),
        protect=True,
    )


def _line(t: Texts, one: Condition) -> Raw:
    facts = Raw(" · ".join(say.known(t, one)))
    words = say.statement(t, one)
    more = t.say("receipt.all_facts", facts=facts) if facts else Raw("")
    return t.say(f"receipt.all_{one.truth}", what=words, article=say.article(t, one.article), facts=more)


def file(t: Texts, shown: Shown) -> Screen:
    """The receipt as a printed page. It is made to be shown to an office, so it can be passed on."""
    from bot.screens.printed import receipt as printed  # what draws pages is slow to load

    content = printed.pages(t, shown, changes(t, shown.receipt), sure(t, shown))
    return _carried(t, "receipt.file", shown, "pdf", content)


def data(t: Texts, shown: Shown) -> Screen:
    """The receipt as JSON."""
    return _carried(t, "receipt.data", shown, "json", to_json(shown.receipt).encode())


def _carried(t: Texts, key: str, shown: Shown, kind: str, content: bytes) -> Screen:
    made = card(t, t.say(key), choice(t, "receipt.back_button", "jkp.why"))
    name = f"kwitansi-hak-{shown.receipt.day.isoformat()}.{kind}"
    return Screen(made.text, made.rows, attachment=Attachment(name, content))
