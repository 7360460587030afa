"""The chain of a month: figures, each broadcast, and the people behind a figure."""

from bot.screens.frame import card, choice
from bot.screens.screen import Attachment, Button, Screen
from bot.services.staff.chain import Behind, Chain, Sent
from bot.store.chain import STEPS, WHOLE
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.rules.deadlines import add_months

SHOWN = 4  # broadcasts on one page
ALL = "all"  # in a button: everybody of the area, whatever led there
LONGEST_LABEL = 28


def month(t: Texts, shown: Chain) -> Screen:
    """C: the figures of a month in one chain."""
    text = lines(
        t.say("chain.title", month=figures.month(shown.month, t.language)),
        t.say("chain.running") if shown.is_running else "",
        *_steps(t, STEPS, shown.counts),
        t.say("chain.part"),
        "\n",
        t.say("chain.whole"),
        *_steps(t, WHOLE, shown.whole),
    )
    code = f"{shown.month:%y%m}"
    before = f"{add_months(shown.month, -1):%y%m}"
    open_people = (choice(t, "chain.who", "chain.who", f"{code}."),) if shown.may_open and any(shown.counts) else ()
    sent = (choice(t, "chain.sent", "chain.sent", f"{code}.0", n=len(shown.sent)),) if shown.sent else ()
    everybody = (
        (choice(t, "chain.who_all", "chain.who", f"{code}.{ALL}"),) if shown.may_open and any(shown.whole) else ()
    )
    return card(
        t, text, *open_people, *sent, *everybody, choice(t, "chain.file", "chain.file", code),
        choice(t, "chain.before", "chain", before), choice(t, "desk.today", "day"),
    )  # fmt: skip


def _steps(t: Texts, names: tuple[str, ...], counts: tuple[int, ...]) -> tuple[Raw, ...]:
    return tuple(t.say(f"chain.step.{name}", n=count) for name, count in zip(names, counts, strict=True))


def broadcasts(t: Texts, shown: Chain, page: int) -> Screen:
    """Each broadcast of the month with its own chain."""
    pages = max(-(-len(shown.sent) // SHOWN), 1)
    page = min(max(page, 0), pages - 1)
    listed = shown.sent[page * SHOWN : (page + 1) * SHOWN]
    text = lines(
        t.say("chain.sent_title", month=figures.month(shown.month, t.language)), *(_sent(t, one) for one in listed)
    )
    code = f"{shown.month:%y%m}"
    rows = tuple(_open(t, one, code) for one in listed) if shown.may_open else ()
    more = (choice(t, "load.more", "chain.sent", f"{code}.{page + 1}"),) if page + 1 < pages else ()
    return card(t, text, *rows, *more, choice(t, "chain.back", "chain", code))


def _sent(t: Texts, one: Sent) -> Raw:
    counts = " → ".join(str(count) for count in one.counts)
    day = figures.short_day(one.day, t.language)
    return t.say("chain.sent_line", title=_title(t, one), day=day, counts=counts)


def _title(t: Texts, one: Sent) -> str:
    return one.title[:LONGEST_LABEL] or t.label(f"chain.kind.{one.kind}")


def _open(t: Texts, one: Sent, code: str) -> Button:
    return choice(t, "chain.open_sent", "chain.who", f"{code}.{one.id}", title=_title(t, one)[:LONGEST_LABEL])


def which(t: Texts, shown: Chain, broadcast_id: str) -> Screen:
    """Behind which figure? Steps at which nobody stands are left out."""
    code = f"{shown.month:%y%m}"
    one = next((each for each in shown.sent if each.id == broadcast_id), None)
    of = broadcast_id
    names: tuple[str, ...] = STEPS
    counts = one.counts if one is not None else shown.counts
    if broadcast_id == ALL:
        of, names, counts = "", WHOLE, shown.whole
    rows = tuple(
        choice(t, f"chain.open.{step}", "chain.look", f"{code}.{step}.0.{of}", n=count)
        for step, count in zip(names, counts, strict=True)
        if count
    )
    return card(t, t.say("chain.which"), *rows, choice(t, "chain.back", "chain", code))


def behind(t: Texts, shown: Behind) -> Screen:
    """The people behind a figure; those who did not agree are only counted."""
    figure = shown.figure
    code = f"{figure.month:%y%m}"
    names = tuple((person_id, name or t.label("answering.no_name")) for person_id, name in shown.names)
    text = lines(
        t.say("chain.behind", step=t.say(f"chain.name_of.{figure.step}"), page=shown.number + 1, pages=shown.pages),
        *(t.say("chain.name", name=name) for _id, name in names),
        t.say("chain.hidden", n=shown.hidden) if shown.hidden else "",
        "" if shown.names or shown.hidden else t.say("chain.nobody"),
        t.say("load.noted"),
    )
    rest = f"{code}.{figure.step}.{shown.number + 1}.{figure.broadcast_id}"
    more = (choice(t, "load.more", "chain.look", rest),) if shown.number + 1 < shown.pages else ()
    rows = (choice(t, "load.open_client", "case", person_id, name=name) for person_id, name in names)
    return card(t, text, *rows, *more, choice(t, "chain.back", "chain", code), protect=True)


def file(t: Texts, shown: Chain, content: bytes) -> Screen:
    """The table to take away, small counts hidden."""
    made = card(t, t.say("chain.file_made"), choice(t, "chain.back", "chain", f"{shown.month:%y%m}"))
    return Screen(made.text, made.rows, attachment=Attachment(f"rantai-{shown.month:%Y-%m}.csv", content))


def figures_only(t: Texts) -> Screen:
    """Whoever may see figures, not people."""
    return card(t, t.say("chain.figures_only"), choice(t, "desk.chain", "chain"))
