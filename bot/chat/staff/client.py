"""A client's case: the purpose first, then the card; a note, three vacancies, the telephone."""

from bot.chat.staff.gate import number, seated
from bot.chat.turn import Conversation, Turn
from bot.outbox import write
from bot.screens import from_office
from bot.screens.discreet import cover
from bot.screens.staff import client as screens
from bot.services.staff import calling, caseload, picking
from bot.services.staff import client as services
from bot.services.staff.picking import Outcome
from bot.services.staff.seat import Seat
from bot.store import people
from bot.texts.catalogue import Texts

NOTE = "case.noting"
CALL_TOPIC = "wants_to_call"


def begin(turn: Turn, seat: Seat) -> None:
    """Why is the case opened?"""
    turn.expect(None)
    client = caseload.one(turn.session, seat, number(turn.argument))
    turn.show(screens.gone(turn.texts) if client is None else screens.purposes(turn.texts, client))


def opened(turn: Turn, seat: Seat) -> None:
    """The case card for a purpose; the client can read who opened it and why."""
    turn.expect(None)
    code, _, person_id = turn.argument.partition(".")
    purpose = services.purpose_of(code)
    case = services.open_case(turn.session, seat, number(person_id), purpose) if purpose else None
    turn.show(screens.gone(turn.texts) if case is None else screens.case(turn.texts, case, turn.person.zone))


def ask_note(turn: Turn, seat: Seat) -> None:
    """Wait for a note."""
    client = caseload.one(turn.session, seat, number(turn.argument))
    if client is None:
        turn.show(screens.gone(turn.texts))
        return
    turn.expect(NOTE, person=client.person_id)
    turn.show(screens.ask_note(turn.texts, client))


def note(turn: Turn, seat: Seat) -> None:
    """Keep the typed note."""
    person_id = int(turn.draft.get("person", 0))
    turn.expect(None)
    client = services.write_note(turn.session, seat, person_id, turn.said.text)
    turn.show(screens.gone(turn.texts) if client is None else screens.noted(turn.texts, client))


def three(turn: Turn, seat: Seat) -> None:
    """Send three fitting vacancies in the counselor's name, once a day for each client."""
    result = picking.pick(turn.session, turn.deps.shelf, seat, number(turn.argument))
    if result.outcome is Outcome.SENT and not _send(turn, seat, result):
        result = picking.Picked(Outcome.ALREADY, result.person_id, result.name)
    turn.show(screens.picked(turn.texts, result))


def _send(turn: Turn, seat: Seat, result: picking.Picked) -> bool:
    texts = _texts(turn, result.person_id)
    screen = from_office.picks(texts, seat.member.name, seat.member.office, result.picks)
    if people.is_discreet(turn.session, result.person_id):
        screen = cover(texts, "today", "")
    occurrence = f"office:{seat.day.isoformat()}"
    return write.notice(
        turn.session, result.person_id, screen, topic=picking.TOPIC, occurrence=occurrence, now=turn.now
    )  # fmt: skip


def call(turn: Turn, seat: Seat) -> None:
    """The client's number, if it was given for calls."""
    found = calling.call(turn.session, seat, number(turn.argument))
    turn.show(screens.gone(turn.texts) if found is None else screens.call(turn.texts, found))


def ask_number(turn: Turn, seat: Seat) -> None:
    """Ask the client for a number, once a day."""
    found = calling.call(turn.session, seat, number(turn.argument))
    if found is None:
        turn.show(screens.gone(turn.texts))
        return
    screen = from_office.wants_to_call(_texts(turn, found.person_id), seat.member.name, seat.member.office)
    occurrence = f"{seat.member.id}:{seat.day.isoformat()}"
    write.notice(
        turn.session, found.person_id, screen, topic=CALL_TOPIC, occurrence=occurrence, now=turn.now
    )  # fmt: skip
    turn.show(screens.asked_number(turn.texts, found.name, found.person_id))


def _texts(turn: Turn, person_id: int) -> Texts:
    person = people.find(turn.session, person_id)
    return Texts(person.language if person is not None else "")


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {
    "case": seated(begin),
    "case.open": seated(opened),
    "case.note": seated(ask_note),
    "case.three": seated(three),
    "case.call": seated(call),
    "case.askcall": seated(ask_number),
}
STEPS: dict[str, Conversation] = {NOTE: seated(note)}
