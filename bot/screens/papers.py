"""The papers of a claim: what is there, what is missing, how to get it, and what if the employer keeps silent."""

from collections.abc import Iterable
from datetime import date

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.papers import CHOSEN
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.letters import Kind
from jkp.papers import OWN, Checklist, Item, Paper, Situation
from jkp.rules.regulation import Mark

PROOF_GROUP, OWN_GROUP = "proof", "own"
DETAIL = "d"  # says that a paper was ticked on its own page
MOST_NAMED = 3  # more are seen in the list
NEEDS_EMPLOYER = frozenset({Paper.ACCEPTANCE, Paper.REPORT_RECEIPT, Paper.JOINT_AGREEMENT})


def overview(t: Texts, found: Checklist) -> Screen:
    """The checklist: by situation, with what is missing and the next one to get."""
    text = lines(
        t.say("papers.title"),
        t.say(f"papers.about_{found.situation}"),
        "\n",
        t.say("papers.proof"),
        *_checklist(t, found, found.proof),
        t.say("papers.proved") if found.proved else "",
        "\n",
        t.say("papers.own"),
        *_checklist(t, found, OWN),
        "\n",
        *_next(t, found),
    )
    return card(
        t,
        text,
        *_first(t, found),
        choice(t, "papers.tick_button", "papers.list", PROOF_GROUP),
        choice(t, "papers.letters_button", "letters"),
        choice(t, "papers.quiet_button", "papers.quiet"),
        choice(t, "papers.situation_button", "papers.how"),
        choice(t, "papers.card", "jkp"),
    )


def _checklist(t: Texts, found: Checklist, items: tuple[Item, ...]) -> Iterable[str]:
    announced: set[str] = set()
    for item in items:
        if item.choice and item.choice not in announced:
            announced.add(item.choice)
            yield t.say("papers.one_of")
        yield _line(t, found, item)


def _line(t: Texts, found: Checklist, item: Item) -> str:
    name = t.say(f"papers.name_{item.paper}")
    if item.paper in found.have:
        return t.say("papers.line_have", paper=name)
    key = "papers.line_open" if item.mark is Mark.UNVERIFIED else "papers.line"
    return t.say(key, paper=name, issuer=t.say(f"papers.issuer_{item.issuer}"))


def _first(t: Texts, found: Checklist) -> tuple[Button, ...]:
    """Give the button of the next step: how to get the first missing paper; in a dispute, the mediator."""
    if found.gaps and _is_dispute(found):
        return (choice(t, "letters.button_dinas", "letter", Kind.DINAS),)
    return (choice(t, "papers.how_button", "paper", found.gaps[0][0].paper),) if found.gaps else ()


def _is_dispute(found: Checklist) -> bool:
    return found.situation is Situation.FORCED and not any(item.paper in found.have for item in found.proof)


def _next(t: Texts, found: Checklist) -> tuple[str, ...]:
    if not found.gaps:
        is_sure = found.proved or found.is_proof_ticked
        return (t.say("papers.complete" if is_sure else "papers.complete_unsure"), t.say("papers.upload"))
    if len(found.gaps) > MOST_NAMED:
        missing = t.say("papers.missing_many", n=len(found.gaps))
    else:
        named = ", ".join(_gap(t, gap) for gap in found.gaps)
        missing = t.say("papers.missing", n=len(found.gaps), what=Raw(named))
    step = t.say("papers.next", paper=Raw(_gap(t, found.gaps[0])))
    return (missing, t.say("papers.next_forced") if _is_dispute(found) else step, t.say("papers.upload"))


def _gap(t: Texts, gap: tuple[Item, ...]) -> str:
    either = t.say("papers.or")
    return f" {either} ".join(t.say(f"papers.name_{item.paper}") for item in gap)


def ticking(t: Texts, found: Checklist, group: str) -> Screen:
    """Tick off what is at hand; every button says what pressing it makes true, so that twice is as once."""
    items = OWN if group == OWN_GROUP else found.proof
    other = OWN_GROUP if group == PROOF_GROUP else PROOF_GROUP
    turning = () if group == OWN_GROUP else (choice(t, f"papers.group_{other}", "papers.list", other),)
    text = lines(t.say(f"papers.tick_{group}"), t.say("papers.tick_how"))
    return card(t, text, *(_toggle(t, found, item.paper) for item in items), *turning, _back(t))


def _toggle(t: Texts, found: Checklist, paper: Paper) -> Button:
    name = t.label(f"papers.name_{paper}")
    if paper in found.have:
        return choice(t, "papers.untick", "papers.tick", f"not.{paper}", paper=name)
    return choice(t, "papers.tick", "papers.tick", f"have.{paper}", paper=name)


def _back(t: Texts) -> Button:
    return choice(t, "papers.back", "jkp.papers")


def paper(t: Texts, found: Checklist, item: Item) -> Screen:
    """One paper: what it is, who issues it, how to get it, and what if the employer does not help."""
    text = lines(
        t.say("papers.paper_title", paper=t.say(f"papers.name_{item.paper}")),
        t.say(f"papers.what_{item.paper}"),
        t.say("papers.from", issuer=t.say(f"papers.issuer_{item.issuer}")),
        "\n",
        t.say("papers.how", how=_how(t, found, item)),
        t.say("papers.unsure") if item.mark is Mark.UNVERIFIED else "",
    )
    return card(t, text, _here(t, found, item.paper), *_ways(t, found, item), _back(t))


def _how(t: Texts, found: Checklist, item: Item) -> Raw:
    if found.situation is not Situation.GONE or item.paper not in NEEDS_EMPLOYER:
        return t.say(f"papers.how_{item.paper}")
    if item.paper is Paper.REPORT_RECEIPT:
        return t.say("papers.how_receipt_gone")
    return lines(t.say(f"papers.how_{item.paper}"), t.say("papers.gone"))


def _here(t: Texts, found: Checklist, paper: Paper) -> Button:
    if paper in found.have:
        return choice(t, "papers.not_yet", "papers.tick", f"not.{paper}.{DETAIL}")
    return choice(t, "papers.have_it", "papers.tick", f"have.{paper}.{DETAIL}")


def _ways(t: Texts, found: Checklist, item: Item) -> tuple[Button, ...]:
    """Give the letters that bring this paper, and what to do when the employer keeps silent."""
    is_receipt = item.paper is Paper.REPORT_RECEIPT
    to_employer = is_receipt and found.situation is not Situation.GONE
    return (
        *((choice(t, "letters.button_employer", "letter", Kind.EMPLOYER),) if to_employer else ()),
        *((choice(t, "letters.button_dinas", "letter", Kind.DINAS),) if is_receipt else ()),
        *((choice(t, "papers.quiet_button", "papers.quiet"),) if item.paper in NEEDS_EMPLOYER else ()),
    )


def quiet(t: Texts, found: Checklist, deadline: date | None) -> Screen:
    """What if the employer does not report: letter, self-report, manpower office, inspector."""
    is_forced, is_gone = found.situation is Situation.FORCED, found.situation is Situation.GONE
    key = "forced" if is_forced else "gone" if is_gone else "still_there"
    when = t.say("papers.deadline", day=figures.day(deadline, t.language)) if deadline is not None else ""
    to_employer = () if is_forced or is_gone else (choice(t, "letters.button_employer", "letter", Kind.EMPLOYER),)
    return card(
        t,
        lines(t.say("papers.quiet_title"), t.say(f"papers.quiet_{key}"), when),
        *to_employer,
        choice(t, "letters.button_dinas", "letter", Kind.DINAS),
        *(() if is_forced else (choice(t, "letters.button_inspector", "letter", Kind.INSPECTOR),)),
        _back(t),
    )


def situations(t: Texts) -> Screen:
    """How did the work end, as far as papers go?"""
    choices = (choice(t, f"papers.situation_{one}", "papers.how", one) for one in CHOSEN)
    return card(t, t.say("papers.ask_situation"), *choices, _back(t))
