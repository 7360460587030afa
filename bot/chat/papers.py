"""The papers of a claim: the checklist, ticking off, how to get one, and what if the employer keeps silent."""

from bot.chat.turn import Conversation, Turn
from bot.screens import papers as screens
from bot.services import papers
from jkp.papers import OWN, Checklist, Paper, Situation


def show(turn: Turn) -> None:
    """The checklist; whatever was half-finished is left."""
    turn.expect(None)
    turn.show(screens.overview(turn.texts, _checklist(turn)))


def listed(turn: Turn) -> None:
    """Tick off: the proof, or one's own papers."""
    group = screens.OWN_GROUP if turn.argument == screens.OWN_GROUP else screens.PROOF_GROUP
    turn.show(screens.ticking(turn.texts, _checklist(turn), group))


def tick(turn: Turn) -> None:
    """A paper is at hand, or is not; then the page from which it was pressed."""
    deed, _, rest = turn.argument.partition(".")
    code, _, page = rest.partition(".")
    if code not in set(Paper):
        show(turn)
        return
    change = papers.tick if deed == "have" else papers.untick
    change(turn.session, turn.person, Paper(code), turn.today, turn.now)
    turn.argument = (
        code if page == screens.DETAIL else screens.OWN_GROUP if _is_own(Paper(code)) else screens.PROOF_GROUP
    )
    (detail if page == screens.DETAIL else listed)(turn)


def _is_own(paper: Paper) -> bool:
    return any(item.paper is paper for item in OWN)


def detail(turn: Turn) -> None:
    """One paper: what it is and how to get it."""
    found = _checklist(turn)
    item = next((one for one in found.items if one.paper == turn.argument), None)
    turn.show(screens.overview(turn.texts, found) if item is None else screens.paper(turn.texts, found, item))


def quiet(turn: Turn) -> None:
    """What if the employer does not report."""
    ends = papers.deadline(turn.session, turn.person, turn.today)
    turn.show(screens.quiet(turn.texts, _checklist(turn), ends))


def how(turn: Turn) -> None:
    """How the work ended: the question, or its answer."""
    if turn.argument not in set(papers.CHOSEN):
        turn.show(screens.situations(turn.texts))
        return
    papers.choose(turn.session, turn.person, Situation(turn.argument), turn.today, turn.now)
    show(turn)


def _checklist(turn: Turn) -> Checklist:
    return papers.checklist(turn.session, turn.person, turn.today)


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {
    "jkp.papers": show,
    "papers.list": listed,
    "papers.tick": tick,
    "paper": detail,
    "papers.quiet": quiet,
    "papers.how": how,
}
STEPS: dict[str, Conversation] = {}
