"""To whom a broadcast goes: the suggestion, changed part by part with buttons, how many are wanted, and when."""

from datetime import datetime, timedelta

from bot.chat.staff.broadcast import asker, own_draft, preview, to_people
from bot.chat.staff.gate import for_staff
from bot.chat.turn import Conversation, Turn
from bot.deps import today
from bot.screens.staff import broadcast as screens
from bot.services import hours
from bot.services import profile as areas
from bot.services.staff import broadcast as services
from bot.services.staff.audience_sets import STATUSES
from bot.store.broadcasts import Broadcast
from bot.store.staff import Staff

FIELD = "bc.field"
TYPED = {"a": "area", "o": "occupation"}
WHOLE = {"s": "score", "r": "rested"}
WORDED = {"a": "area", "o": "occupation", "l": "language"}


def audience(turn: Turn, member: Staff) -> None:
    """To whom."""
    row = own_draft(turn, member)
    if row is not None:
        turn.expect(None)
        to_people(turn, member, row)


def edit(turn: Turn, member: Staff) -> None:
    """What of it to change."""
    row = own_draft(turn, member)
    if row is not None:
        turn.show(screens.edit(turn.texts, services.preview(turn.session, asker(turn, member), row, named=False)))


def options(turn: Turn, member: Staff) -> None:
    """The choices for one part; a place and a job may be typed."""
    row = own_draft(turn, member)
    field = turn.argument.partition(".")[2]
    if row is None:
        return
    if field in TYPED:
        turn.expect(FIELD, id=row.id, field=field)
    turn.show(screens.options(turn.texts, row.id, field))


def choose(turn: Turn, member: Staff) -> None:
    """One part of the filter, the need or the moment, as `ID.s60`, `ID.n3`, `ID.w16`."""
    row = own_draft(turn, member)
    if row is None:
        return
    turn.expect(None)
    field, value = turn.argument.partition(".")[2][:1], turn.argument.partition(".")[2][1:]
    if field in ("n", "w"):
        _set_run(turn, row, field, value)
        preview(turn, member)
        return
    _set(row, field, value)
    to_people(turn, member, row)


def _set(row: Broadcast, field: str, value: str) -> None:
    if field in WHOLE and value.isdecimal():
        services.change(row, **{WHOLE[field]: int(value)})
    elif field == "t" and (not value or value in STATUSES):
        services.change(row, status=value)
    elif field in WORDED:
        services.change(row, **{WORDED[field]: value})


def _set_run(turn: Turn, row: Broadcast, field: str, value: str) -> None:
    if field == "n" and value.isdecimal():
        row.need = int(value)
    elif field == "w":
        row.release_at = _moment(turn, int(value)) if value.isdecimal() and value != "0" else None


def _moment(turn: Turn, hour: int) -> datetime:
    """Give the next time it is so late where the sender is."""
    day = today(turn.now, turn.person.zone)
    due = hours.at(day, hour, turn.person.zone)
    return due if due > turn.now else hours.at(day + timedelta(days=1), hour, turn.person.zone)


def typed_field(turn: Turn, member: Staff) -> None:
    """A place or a job, typed."""
    row = services.draft(turn.session, member, turn.draft.get("id", ""))
    field, words = turn.draft.get("field", ""), " ".join(turn.said.text.split())[:60]
    if row is None:
        turn.expect(None)
        turn.show(screens.gone(turn.texts))
        return
    if field == "a":
        try:
            words = areas.place(words)[0]
        except (areas.NotUnderstood, areas.SeveralPlaces, IndexError):
            turn.show(screens.options(turn.texts, row.id, field))
            return
    turn.expect(None)
    services.change(row, **{TYPED[field]: words})
    to_people(turn, member, row)


_TALKS = {"bc.aud": audience, "bc.edit": edit, "bc.opt": options, "bc.set": choose}
COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {name: for_staff(talk) for name, talk in _TALKS.items()}
STEPS: dict[str, Conversation] = {FIELD: for_staff(typed_field)}
