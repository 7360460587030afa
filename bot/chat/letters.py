"""Letters from the case: shown, filled in one question at a time, and given to the worker, who alone sends them."""

from bot.chat import human
from bot.chat.staff import answering
from bot.chat.turn import Conversation, Turn
from bot.screens import letters as screens
from bot.screens.screen import Screen
from bot.screens.staff import answering as staff_screens
from bot.services import human as talks
from bot.services import letters
from bot.services.letters import NotUnderstood
from jkp.letters import Blank, Fault, Kind, Letter

STEP = "letter.fill"


def listed(turn: Turn) -> None:
    """The letters that fit."""
    turn.expect(None)
    turn.show(screens.listed(turn.texts, letters.kinds(turn.session, turn.person, turn.today)))


def show(turn: Turn) -> None:
    """One letter; whatever was half-finished is left."""
    turn.expect(None)
    found = _prepared(turn)
    if found is None:
        listed(turn)
    else:
        turn.show(screens.letter(turn.texts, found))


def file(turn: Turn) -> None:
    """The letter as PDF."""
    found = _prepared(turn)
    if found is None:
        listed(turn)
    else:
        turn.add(screens.file(turn.texts, found))


def short(turn: Turn) -> None:
    """A few sentences to copy."""
    found = _prepared(turn)
    turn.show(screens.short(turn.texts, found)) if found is not None else listed(turn)


def officer(turn: Turn) -> None:
    """Whether it shall really go to an officer."""
    found = _prepared(turn)
    turn.show(screens.officer(turn.texts, found)) if found is not None else listed(turn)


def hand_over(turn: Turn) -> None:
    """Yes: the letter's words go along with the request for a human, once however often it is pressed."""
    found = _prepared(turn)
    if found is None:
        listed(turn)
        return
    words = talks.careful(screens.for_officer(found))
    standing = talks.open_request(turn.session, turn.person, turn.now)
    said = talks.summary(turn.session, turn.person.id, turn.now, standing.request_id).said
    if all(words != one for _by_staff, one in said):
        _add(turn, words, held=standing.held)
    human.ask(turn)


def _add(turn: Turn, words: str, *, held: bool) -> None:
    """Add to the request that waits, or carry to the counselor who holds it."""
    carried = talks.carry(turn.session, turn.person, words, turn.now) if held else None
    if carried is None:
        talks.add(turn.session, turn.person, words, turn.now)
        return
    told = staff_screens.from_worker(
        answering.texts_of(turn, carried.counselor_id), carried.name, carried.words, carried.request_id
    )
    turn.tell(carried.counselor_id, told)


def fill(turn: Turn) -> None:
    """Ask for what is blank, or for everything once more when nothing is."""
    found = _prepared(turn)
    if found is None:
        listed(turn)
        return
    _ask(turn, found, None, every=not found.blanks)


def _ask(turn: Turn, found: Letter, after: Blank | None, *, every: bool) -> None:
    """Ask the next thing; after the last one the letter stands there again."""
    blank = letters.following(found, after, every=every)
    if blank is None:
        turn.argument = found.kind
        show(turn)
        return
    turn.expect(STEP, kind=found.kind, blank=blank, every=every)
    turn.show(_question(turn, found.kind, blank))


def _question(turn: Turn, kind: Kind, blank: Blank, *, again: bool = False) -> Screen:
    offered = letters.suggestion(turn.session, turn.person, blank)
    return screens.question(turn.texts, kind, blank, offered, again=again)


def typed(turn: Turn) -> None:
    """A typed answer; one that cannot be read is asked for again, with an example."""
    kind, blank = Kind(turn.draft["kind"]), Blank(turn.draft["blank"])
    _take(turn, kind, blank, turn.said.text)


def use(turn: Turn) -> None:
    """Take what was offered."""
    kind, blank = _at(turn)
    if kind is None or blank is None:
        listed(turn)
        return
    _take(turn, kind, blank, letters.suggestion(turn.session, turn.person, blank))


def fault(turn: Turn) -> None:
    """What the inspector is to see to."""
    code, _, said = turn.argument.partition(".")
    if code not in set(Kind) or said not in set(Fault):
        listed(turn)
        return
    _take(turn, Kind(code), Blank.FAULT, said)


def skip(turn: Turn) -> None:
    """Leave it blank: it becomes a dotted line."""
    kind, blank = _at(turn)
    if kind is None or blank is None:
        listed(turn)
        return
    _ask(turn, letters.prepared(turn.session, turn.person, kind, turn.today), blank, every=_every(turn))


def _take(turn: Turn, kind: Kind, blank: Blank, text: str) -> None:
    every = _every(turn)
    try:
        letters.keep(turn.session, turn.person, blank, text, turn.today, turn.now)
    except NotUnderstood:
        turn.expect(STEP, kind=kind, blank=blank, every=every)
        turn.show(_question(turn, kind, blank, again=True))
        return
    _ask(turn, letters.prepared(turn.session, turn.person, kind, turn.today), blank, every=every)


def _every(turn: Turn) -> bool:
    return turn.person.step == STEP and bool(turn.draft.get("every"))


def _at(turn: Turn) -> tuple[Kind | None, Blank | None]:
    kind, _, blank = turn.argument.partition(".")
    return (Kind(kind) if kind in set(Kind) else None, Blank(blank) if blank in set(Blank) else None)


def _prepared(turn: Turn) -> Letter | None:
    if turn.argument not in set(Kind):
        return None
    return letters.prepared(turn.session, turn.person, Kind(turn.argument), turn.today)


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {
    "letters": listed,
    "letter": show,
    "letter.pdf": file,
    "letter.wa": short,
    "letter.human": officer,
    "letter.yes": hand_over,
    "letter.fill": fill,
    "letter.use": use,
    "letter.fault": fault,
    "letter.skip": skip,
}
STEPS: dict[str, Conversation] = {STEP: typed}
