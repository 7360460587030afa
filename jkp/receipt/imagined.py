"""What would be known if one fact were another one, and how far that is from a right."""

from dataclasses import replace
from datetime import date
from typing import Any

from jkp.declared import Days, Fact, Months, Source
from jkp.outlook import as_usual, possible
from jkp.receipt.evidence import FIXED_TERM, SAID, Bare, Known
from jkp.rules.conditions import examine
from jkp.rules.timing import possible_timings


def imagined(known: Known, name: str, value: Bare, day: date) -> Known:
    """Give what would be known if one input of the rules had a value; the rest stays as it is."""
    if name == "contract_type":
        kept = known.declared if value == FIXED_TERM else replace(known.declared, contract_end=None)
        known = replace(known, declared=kept)
    field = SAID.get(name) if name != "contract_type" else None
    if field is None:
        changed: dict[str, Any] = {name: value}
        return replace(known, checked=replace(known.checked, **changed))
    said: dict[str, Any] = {field: Fact(_wrapped(name, value), Source.WORKER, day)}
    return replace(known, declared=replace(known.declared, **said))


def _wrapped(name: str, value: Any) -> Any:
    """Say a day and a number of months as the ranges that they are among what was declared."""
    if name == "termination_date":
        return Days(value, value)
    return Months(value, value) if name == "paid_months_last_24" else value


def unpassed(known: Known, day: date) -> int:
    """Count the tests that do not pass, with the rest as usual, over everything that the known ranges can mean."""
    cases = [as_usual(each) for each in possible(known.declared, known.case, day)]
    found = (each for case in cases for each in examine(case, possible_timings(case, day)))
    return sum(each.ok is not True for each in found)
