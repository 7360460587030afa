"""The door of the second encoding: a kind and its input in, the keys under `expect` out, days as text."""

from collections.abc import Mapping
from datetime import date

from second_encoding import eligibility, months, small_kinds

KINDS = {
    "eligibility": eligibility.decide,
    "monthly": months.decide,
    "window": small_kinds.window,
    "working_days": small_kinds.working_days,
    "contribution": small_kinds.contribution,
    "pmi_contribution": small_kinds.pmi_contribution,
    "pmi_jkp": small_kinds.pmi_jkp,
}


def answer(kind: str, values: Mapping) -> dict:
    """Decide one readable case."""
    found = KINDS[kind](values)
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in found.items()}
