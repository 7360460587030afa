"""What a worker told us as JSON, so that it can be stored sealed, and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jkp.declared import FIELDS, Days, Declared, Fact, Months, Refusal, Source
from jkp.rules.case import Cause

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class _Codec:
    write: Callable[[Any], Json]
    read: Callable[[Any], Any]


def _write_days(days: Days) -> Json:
    return [days.first.isoformat(), days.last.isoformat()]


def _read_days(written: list[str]) -> Days:
    first, last = written
    return Days(date.fromisoformat(first), date.fromisoformat(last))


def _write_months(months: Months) -> Json:
    return [months.least, months.most]


def _read_months(written: list[Any]) -> Months:
    least, most = written
    return Months(_read_number(least), None if most is None else _read_number(most))


def _read_number(written: object) -> int:
    if not isinstance(written, int) or isinstance(written, bool):
        raise TypeError("expected a whole number")
    return written


def _read_flag(written: object) -> bool:
    if not isinstance(written, bool):
        raise TypeError("expected true or false")
    return written


_DAY = _Codec(date.isoformat, date.fromisoformat)
_FLAG = _Codec(bool, _read_flag)
_NUMBER = _Codec(int, _read_number)
_CODECS = {
    "last_day": _Codec(_write_days, _read_days),
    "cause": _Codec(str, Cause),
    "paid_months": _Codec(_write_months, _read_months),
    "registered": _FLAG,
    "wage": _NUMBER,
    "proof": _FLAG,
    "contract_end": _DAY,
    "reported": _FLAG,
    "reported_on": _DAY,
    "claim_date": _DAY,
    "refused": _Codec(str, Refusal),
    "refused_month": _NUMBER,
    "paid_through_month": _NUMBER,
    "paid_on": _DAY,
    "filed_month": _NUMBER,
    "trained_month": _NUMBER,
    "attended": _FLAG,
    "employed_again_on": _DAY,
    "portal_date": _DAY,
    "status_form_done": _FLAG,
}


def to_json(declared: Declared) -> dict[str, Json]:
    """Write the facts that were said as plain JSON values."""
    said = {field: getattr(declared, field) for field in FIELDS}
    return {field: _write(fact, _CODECS[field]) for field, fact in said.items() if fact is not None}


def _write(fact: Fact[Any], codec: _Codec) -> Json:
    return {"value": codec.write(fact.value), "source": fact.source.value, "on": fact.on.isoformat()}


def from_json(written: Mapping[str, Any]) -> Declared:
    """Read what `to_json` wrote; fields that this version does not know are passed over.

    Raises:
        ValueError: a fact is not what `to_json` writes; the message names its field.
    """
    facts = {field: _read(field, each) for field, each in written.items() if field in _CODECS}
    return Declared(**facts)


def _read(field: str, written: Any) -> Fact[Any]:
    try:
        said = _CODECS[field].read(written["value"])
        return Fact(said, Source(written["source"]), date.fromisoformat(written["on"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"the fact {field} is not readable") from error
