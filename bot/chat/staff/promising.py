"""What a counselor promises a client: the words, until when, and that it is kept; the client reads all of it."""

from bot.chat.staff.gate import number, seated
from bot.chat.turn import Conversation, Turn
from bot.outbox import write
from bot.screens import from_office
from bot.screens.staff import client as screens
from bot.services.staff import caseload, promising
from bot.services.staff.promising import Promised
from bot.services.staff.seat import Seat
from bot.store import people
from bot.texts.catalogue import Texts

WORDS, UNTIL = "case.promised", "case.until"
TOPIC = "promise"


def begin(turn: Turn, seat: Seat) -> None:
    """What is promised? Those still open stand above it."""
    client = caseload.one(turn.session, seat, number(turn.argument))
    if client is None:
        turn.show(screens.gone(turn.texts))
        return
    turn.expect(WORDS, person=client.person_id)
    turn.show(screens.ask_promise(turn.texts, client, promising.of(turn.session, client.person_id, seat.day)))


def words(turn: Turn, _seat: Seat) -> None:
    """The typed promise; now until when."""
    person_id, said = int(turn.draft.get("person", 0)), promising.careful(turn.said.text)
    turn.expect(UNTIL, person=person_id, words=said)
    turn.show(screens.ask_until(turn.texts, said, person_id))


def pressed(turn: Turn, seat: Seat) -> None:
    """In so many days; pressed again when the promise stands, it is shown again and nothing is awaited."""
    length, _, written = turn.argument.partition(".")
    person_id = number(written)
    if turn.person.step == UNTIL and turn.draft.get("person") == person_id:
        _make(turn, seat, person_id, str(turn.draft.get("words", "")), length)
        return
    made = promising.made_until(turn.session, seat, person_id, length)
    turn.show(screens.gone(turn.texts) if made is None else screens.promised(turn.texts, made))


def typed(turn: Turn, seat: Seat) -> None:
    """A typed day."""
    draft = turn.draft
    _make(turn, seat, int(draft.get("person", 0)), str(draft.get("words", "")), turn.said.text)


def _make(turn: Turn, seat: Seat, person_id: int, said: str, text: str) -> None:
    day = promising.until(text, seat.day)
    if day is None:
        turn.show(screens.ask_until(turn.texts, said, person_id, wrong=True))
        return
    turn.expect(None)
    made = promising.make(turn.session, seat, person_id, said, day)
    if made is None:
        turn.show(screens.gone(turn.texts))
        return
    _tell(turn, made, made.id)
    turn.show(screens.promised(turn.texts, made))


def kept(turn: Turn, seat: Seat) -> None:
    """It is done; the client is told once."""
    found = promising.keep(turn.session, seat, turn.argument)
    if found is None:
        turn.show(screens.gone(turn.texts))
        return
    one, is_new = found
    if is_new:
        _tell(turn, one, f"{one.id}:kept")
    turn.show(screens.promised(turn.texts, one))


def _tell(turn: Turn, one: Promised, occurrence: str) -> None:
    person = people.find(turn.session, one.person_id)
    screen = from_office.promised(Texts(person.language if person is not None else ""), one)
    write.notice(turn.session, one.person_id, screen, topic=TOPIC, occurrence=occurrence, now=turn.now)


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {
    "case.prom": seated(begin),
    "case.until": seated(pressed),
    "case.kept": seated(kept),
}
STEPS: dict[str, Conversation] = {WORDS: seated(words), UNTIL: seated(typed)}
