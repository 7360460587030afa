"""Days away are entered in three taps: from when, how long, who stands in; and ended with one."""

from datetime import date, timedelta

from bot.chat.staff import team as cards
from bot.chat.staff.gate import for_staff, number
from bot.chat.turn import Conversation, Turn
from bot.outbox import standing_in
from bot.screens.staff import absence as screens
from bot.screens.staff import team as team_screens
from bot.services import typed
from bot.services.staff import absence
from bot.services.staff.absence import Wish
from bot.store.staff import Staff

FROM, TO, WHO = "away.from", "away.to", "away.who"


def pressed(turn: Turn, member: Staff) -> None:
    """A button: whose days, f.DAYS (from), t.DAYS (how long), s.ID (the stand-in), b.ID (back at work)."""
    deed, _, rest = turn.argument.partition(".")
    if deed == "f" and turn.person.step in {FROM, TO, WHO}:
        _take_first(turn, member, turn.today + timedelta(days=number(rest)))
    elif deed == "t" and "first" in turn.draft:
        first = date.fromisoformat(turn.draft["first"])
        _take_last(turn, member, first + timedelta(days=min(number(rest), absence.LONGEST.days) - 1))
    elif deed == "s" and "last" in turn.draft:
        _enter(turn, member, number(rest))
    elif deed == "b":
        _back(turn, member, number(rest))
    elif deed in {"f", "t", "s"}:  # an old card: the question is over
        cards.show_card(turn, member, member.id)
    else:
        _begin(turn, member, number(deed) or member.id)


def _begin(turn: Turn, member: Staff, staff_id: int) -> None:
    whose = absence.may_enter(turn.session, member, staff_id)
    if whose is None:
        turn.expect(None)
        turn.show(team_screens.gone(turn.texts))
        return
    turn.expect(FROM, who=staff_id)
    turn.show(screens.first_day(turn.texts, whose.name, staff_id))


def _whose(turn: Turn, member: Staff) -> Staff | None:
    """Give the member whose days are asked about; the right to is asked again at every step."""
    return absence.may_enter(turn.session, member, int(turn.draft.get("who", 0)))


def typed_first(turn: Turn, member: Staff) -> None:
    """The first day, typed."""
    whose, first = _whose(turn, member), typed.day(turn.said.text, turn.today, future=True)
    if whose is None:
        cards.show_card(turn, member, member.id)
    elif first is None or first < turn.today:
        turn.show(screens.first_day(turn.texts, whose.name, whose.id, "day"))
    else:
        _take_first(turn, member, first)


def _take_first(turn: Turn, member: Staff, first: date) -> None:
    whose = _whose(turn, member)
    if whose is None:
        cards.show_card(turn, member, member.id)
        return
    turn.expect(TO, who=whose.id, first=first.isoformat())
    turn.show(screens.last_day(turn.texts, first, whose.id))


def typed_last(turn: Turn, member: Staff) -> None:
    """The last day, typed."""
    first = date.fromisoformat(turn.draft["first"])
    last = typed.day(turn.said.text, first, future=True)
    if last is None or not absence.days_fit(first, last, turn.today):
        turn.show(screens.last_day(turn.texts, first, int(turn.draft["who"]), "day"))
    else:
        _take_last(turn, member, last)


def _take_last(turn: Turn, member: Staff, last: date) -> None:
    whose, first = _whose(turn, member), turn.draft["first"]
    if whose is None:
        cards.show_card(turn, member, member.id)
        return
    colleagues = tuple((one.id, one.name) for one in absence.colleagues(turn.session, whose))
    turn.expect(WHO, who=whose.id, first=first, last=last.isoformat())
    turn.show(screens.stand_in(turn.texts, (date.fromisoformat(first), last), colleagues, whose.id))


def typed_who(turn: Turn, member: Staff) -> None:
    """A typed name is no choice: the question stands, with the colleagues to press."""
    _take_last(turn, member, date.fromisoformat(turn.draft["last"]))


def _enter(turn: Turn, member: Staff, stand_in_id: int) -> None:
    draft = turn.draft
    wish = Wish(date.fromisoformat(draft["first"]), date.fromisoformat(draft["last"]), stand_in_id or None)
    entered = absence.enter(turn.session, member, int(draft["who"]), wish, turn.now)
    if entered is None:
        cards.show_card(turn, member, int(draft["who"]), turn.texts.say("away.not_saved"))
        return
    standing_in.tell_entered(turn.session, entered, member.id, turn.now)
    standing_in.settle(turn.session, turn.now)
    cards.show_card(turn, member, entered.staff_id, turn.texts.say("away.entered"))


def _back(turn: Turn, member: Staff, staff_id: int) -> None:
    done = absence.come_back(turn.session, member, staff_id, turn.now)
    standing_in.settle(turn.session, turn.now)
    cards.show_card(turn, member, staff_id, turn.texts.say("away.present") if done else "")


COMMANDS: dict[str, Conversation] = {"cuti": for_staff(pressed)}
BUTTONS: dict[str, Conversation] = {"away": for_staff(pressed)}
STEPS: dict[str, Conversation] = {FROM: for_staff(typed_first), TO: for_staff(typed_last), WHO: for_staff(typed_who)}
