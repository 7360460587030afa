"""What the worker tells us, one answer at a time; each can be said again, and each unknown can stay unknown."""

from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.services import status, typed
from bot.store import cases, people
from jkp import declared as facts
from jkp.declared import Ago, Days, Declared, Fact, Months, Refusal, Source, value
from jkp.declared_json import to_json
from jkp.refusals import refused_month
from jkp.rules.case import Cause
from jkp.rules.regulation import PROGRAMME_START

UNKNOWN = "?"
ENOUGH_MONTHS = 12
WINDOW_MONTHS = 24
LAST_MONTH = 6
QUESTIONS = ("last_day", "cause", "paid_months", "wage")  # S1c, in this order
CONTRACT = "contract"  # the cause button that asks a second question
NEVER = "never"  # no paid months, because the employer never registered the worker
ANSWERS: dict[str, tuple[str, ...]] = {
    "last_day": (*(code.value for code in Ago), UNKNOWN),
    "cause": (Cause.EFFICIENCY, Cause.CLOSURE, CONTRACT, Cause.RESIGN, Cause.FORCED_RESIGN, UNKNOWN),
    "contract": ("early", "expired", UNKNOWN),
    "contract_end": (UNKNOWN,),
    "paid_months": ("12+", "12-", NEVER, UNKNOWN),
    "wage": (UNKNOWN,),
    "proof": ("yes", "no", UNKNOWN),
    "reported": ("yes", "no", UNKNOWN),
    "claim_date": ("today", "yesterday", UNKNOWN),
    "portal_date": (UNKNOWN,),
    "paid_through_month": tuple(str(month) for month in range(1, LAST_MONTH + 1)),
    "filed_month": tuple(str(month) for month in range(2, LAST_MONTH + 1)),
    "attended": ("yes", "no"),
    "refused": tuple(code.value for code in Refusal),
    "employed_again_on": ("today", UNKNOWN),
    "status_form_done": ("yes", "no"),
}


class NotUnderstood(ValueError):
    """A typed answer that fits no reading; `expected` names what we hoped for."""

    def __init__(self, expected: str) -> None:
        self.expected = expected
        super().__init__(expected)


def by_button(session: Session, person_id: int, field: str, answer: str, today: date, now: datetime) -> None:  # noqa: PLR0913, PLR0917 - who, what, when
    """Keep an answer given by button. Only answers we offer are taken; "?" takes back what was said.

    Raises:
        NotUnderstood: the answer is not one of ours.
    """
    if answer not in ANSWERS.get(field, ()) and not (field in ANSWERS and answer == UNKNOWN):
        raise NotUnderstood(field)
    if field == "contract":
        cause = {"early": Cause.EFFICIENCY, "expired": Cause.CONTRACT_EXPIRED}.get(answer)
        _keep(session, person_id, "cause", cause, today, now)
        return
    _keep(session, person_id, field, _pressed(field, answer, today), today, now)
    if answer == NEVER:
        is_registered = False
        _keep(session, person_id, "registered", is_registered, today, now)


def by_text(session: Session, person_id: int, field: str, text: str, today: date, now: datetime) -> None:  # noqa: PLR0913, PLR0917 - who, what, when
    """Keep a typed answer; words that mean one of the buttons count like the button.

    Raises:
        NotUnderstood: it cannot be read as such an answer, or lies outside what is possible.
    """
    _keep(session, person_id, field, _typed(session, person_id, field, text, today), today, now)


def forget(session: Session, person_id: int, field: str, today: date, now: datetime) -> None:
    """Take a fact back."""
    _keep(session, person_id, field, None, today, now)


def not_paid(session: Session, person_id: int, today: date, now: datetime) -> None:
    """Take back the newest payment that the person told of: it has not come."""
    paid = value(status.said(session, person_id).paid_through_month) or 0
    _keep(session, person_id, "paid_through_month", paid - 1 if paid > 1 else None, today, now)


def _keep(session: Session, person_id: int, field: str, told: Any, today: date, now: datetime) -> None:  # noqa: PLR0913, PLR0917 - who, what, when
    month = _running_month(session, person_id, today) if field in ("refused", "attended") else 0
    declared = status.said(session, person_id)
    declared = facts.say(declared, field, None if told is None else Fact(told, Source.WORKER, today))
    declared = _consequences(declared, field, month, today)
    cases.keep_facts(session, person_id, to_json(declared), now)


def _running_month(session: Session, person_id: int, today: date) -> int:
    """Give the benefit month that is to be paid next, by all that is known."""
    person = people.find(session, person_id)
    standing = None if person is None else status.check(session, person, today)
    paid = None if standing is None else value(standing.declared.paid_through_month)
    return min((paid or 0) + 1, LAST_MONTH)


def _consequences(declared: Declared, field: str, month: int, today: date) -> Declared:
    """What one answer says about others: what comes later ends a refusal, a month's date was read for that month."""
    said = getattr(declared, field) is not None
    if field == "refused":
        return facts.say(declared, "refused_month", Fact(month, Source.WORKER, today) if said else None)
    if field == "attended":
        return facts.say(declared, "trained_month", Fact(month, Source.WORKER, today) if said else None)
    if field == "paid_months":  # whoever knows of months was registered; "never" is kept after it
        return facts.say(declared, "registered", None)
    ends_refusal = {
        "claim_date": 1,
        "filed_month": value(declared.filed_month) or 0,
        "paid_through_month": value(declared.paid_through_month) or 0,
    }
    if said and ends_refusal.get(field, 0) >= refused_month(declared):
        declared = facts.say(facts.say(declared, "refused", None), "refused_month", None)
    if said and field in ("claim_date", "paid_through_month"):
        declared = facts.say(declared, "portal_date", None)
    return declared


def _pressed(field: str, answer: str, today: date) -> Any:
    if answer in (UNKNOWN, CONTRACT, NEVER):
        return None
    match field:
        case "last_day":
            return facts.range_said(Ago(answer), today)
        case "cause":
            return Cause(answer)
        case "paid_months":
            return Months(ENOUGH_MONTHS, None) if answer == "12+" else Months(0, ENOUGH_MONTHS - 1)
        case "refused":
            return Refusal(answer)
        case "paid_through_month" | "filed_month":
            return int(answer)
        case "claim_date" | "employed_again_on":
            return typed.day("hari ini" if answer == "today" else "kemarin", today)
    return answer == "yes"


def _typed(session: Session, person_id: int, field: str, text: str, today: date) -> Any:
    match field:
        case "last_day":
            day = _day(text, today, PROGRAMME_START, "past_day")
            return Days(day, day)
        case "paid_months":
            count = typed.count(text, WINDOW_MONTHS)
            if count is None:
                raise NotUnderstood("months")
            return Months(count, count)
        case "wage":
            amount = typed.rupiah(text)
            if amount is None:
                raise NotUnderstood("wage")
            return amount
        case "claim_date":
            return _day(text, today, _earliest_claim(session, person_id), "claim_day")
    return _other_day(field, text, today)


def _other_day(field: str, text: str, today: date) -> date:
    if field not in ("contract_end", "portal_date", "employed_again_on"):
        raise NotUnderstood("other")
    future = field != "employed_again_on"
    day = typed.day(text, today, future=future or None)
    if day is None or abs((day - today).days) > 366 * 3 or (field == "portal_date" and day < today):
        raise NotUnderstood("future_day" if future else "past_day")
    return day


def _earliest_claim(session: Session, person_id: int) -> date:
    last_day = status.said(session, person_id).last_day
    return last_day.value.first if last_day else PROGRAMME_START


def _day(text: str, today: date, earliest: date, expected: str) -> date:
    day = typed.day(text, today)
    if day is None or not earliest <= day <= today:
        raise NotUnderstood(expected)
    return day
