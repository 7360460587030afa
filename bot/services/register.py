"""A member's record in the words of the rules: facts that BPJS TK tells, and what it has checked."""

from datetime import date

from sqlmodel import Session

from bot.store import cases
from jkp.declared import Days, Declared, Fact, Months, Source
from jkp.membership import snapshot
from jkp.membership.record import MemberUnknown, Record
from jkp.rules.case import Case
from jkp.rules.deadlines import add_months
from jkp.rules.regulation import Rule, in_force

LEVEL_STAGE, LEVEL_AMOUNTS = 1, 2  # what a link unlocks: stage and deadline; amounts, names and differences
STAGE_FACTS = ("last_day", "reported", "reported_on", "claim_date", "paid_through_month")


def linked_record(session: Session, person_id: int) -> tuple[Record, int] | None:
    """Give the linked record and the level of the link; a record that is gone is no link."""
    link = cases.link_of(session, person_id)
    if link is None:
        return None
    try:
        return snapshot.load(session, session.info["sealer"], link.member_id), link.level
    except MemberUnknown:
        return None


def declared(record: Record, level: int) -> Declared:
    """Say the record's facts as BPJS TK's, on the day of the snapshot; at level 1 only what stage and deadline need."""

    def fact(value: object) -> Fact[object] | None:
        return None if value is None else Fact(value, Source.BPJS_TK, record.as_of)

    ended = record.termination_date
    said: dict[str, Fact[object] | None] = {
        "last_day": fact(Days(ended, ended) if ended else None),
        "cause": fact(record.termination_cause),
        "paid_months": fact(_paid_months(record)),
        "wage": fact(record.reported_wage),
        "proof": fact(True if record.proof else None),
        "contract_end": fact(record.contract_end_date),
        "reported": fact(True if record.termination_reported_on else None),
        "reported_on": fact(record.termination_reported_on),
        "claim_date": fact(record.claim_date),
        "paid_through_month": fact(_paid_through(record)),
        "paid_on": fact(_paid_on(record)),
    }
    shown = said if level >= LEVEL_AMOUNTS else {name: said[name] for name in STAGE_FACTS}
    return Declared(**{name: value for name, value in shown.items() if value is not None})  # type: ignore[arg-type] # each field gets its own kind


def checked(record: Record, level: int) -> Case:
    """Give what the record settles beside the worker's own facts, at level 2. A NIK is given to citizens only."""
    if level < LEVEL_AMOUNTS:
        return Case()
    registered = record.jkp_registration_date
    return Case(
        nationality="WNI",
        segment="PU",
        birth_date=record.birth_date,
        jkp_registration_date=registered,
        registered_in_jkp=True if registered else None,
        enterprise_size=record.enterprise_size,
        programmes=record.programmes,
        jkn_segment=record.jkn_segment,
        contract_type=record.contract_type,
        arrears_months_consecutive=record.arrears_months,
        consecutive_paid_months_before=_consecutive(record),
        eligibility_decision_date=record.eligibility_decision_date,
    )


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _paid_months(record: Record) -> Months | None:
    if record.paid_months is None or record.termination_date is None:
        return None
    window = in_force(Rule.PAID_MONTHS_WITHIN, record.as_of).number
    first = _month(add_months(record.termination_date.replace(day=1), -window))
    count = sum(first <= month <= _month(record.termination_date) for month in record.paid_months)
    return Months(min(count, window), min(count, window))


def _consecutive(record: Record) -> int | None:
    if record.paid_months is None or record.termination_date is None:
        return None
    paid = set(record.paid_months)
    cursor = record.termination_date.replace(day=1)
    if _month(cursor) not in paid:
        cursor = add_months(cursor, -1)
    count = 0
    while _month(cursor) in paid:
        count += 1
        cursor = add_months(cursor, -1)
    return count


def _paid_through(record: Record) -> int | None:
    if record.payments is None:
        return None
    numbered = [int(payment.month) for payment in record.payments if payment.month.isdigit()]
    return max(numbered, default=len(record.payments))


def _paid_on(record: Record) -> date | None:
    return max((payment.paid_on for payment in record.payments or () if payment.paid_on is not None), default=None)
