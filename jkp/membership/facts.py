"""A record as plain values and back: what is compared, and what is sealed as one JSON text."""

from dataclasses import fields
from datetime import date
from typing import Any

from intake.catalogue import to_plain
from intake.difference import Plain, Values
from jkp.membership.handover import payments
from jkp.membership.record import Payment, Record
from jkp.rules.case import Cause

OUTSIDE = ("source", "as_of")  # what a record carries beside its facts
DAYS = frozenset(field.name for field in fields(Record) if field.type == date | None)
LISTS = ("programmes", "paid_months")


def to_values(record: Record) -> dict[str, Plain]:
    """Turn a record's facts into plain values: days as 2026-12-05, payments as `1:2500000:2026-03-05`."""
    names = [field.name for field in fields(record) if field.name not in OUTSIDE]
    values = {name: to_plain(getattr(record, name)) for name in names}
    cause = record.termination_cause
    values["termination_cause"] = cause.value if cause else None
    values["payments"] = None if record.payments is None else [_paid(payment) for payment in record.payments]
    return values


def from_values(values: Values, source: str, as_of: date) -> Record:
    """Turn plain values back into a record; facts that were not kept yet when it was sealed are unknown."""
    known: dict[str, Any] = {field.name: values[field.name] for field in fields(Record) if field.name in values}
    known.update({name: date.fromisoformat(known[name]) for name in DAYS & known.keys() if known[name]})
    known.update({name: tuple(known[name]) for name in LISTS if known.get(name) is not None})
    if known.get("termination_cause"):
        known["termination_cause"] = Cause(known["termination_cause"])
    if known.get("payments") is not None:
        known["payments"] = payments("|".join(known["payments"]))
    return Record(source=source, as_of=as_of, **known)


def _paid(payment: Payment) -> str:
    return f"{payment.month}:{payment.amount}:{payment.paid_on.isoformat() if payment.paid_on else ''}"
