"""The facts that a test of the rules rests on, each with who said it and when; what is only assumed is never one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jkp.declared import Days, Declared, Months, Source
from jkp.outlook import case_of
from jkp.rules.case import Case

Bare = date | int | str | tuple[str, ...]  # a bool is an int
Value = Days | Months | Bare
# the inputs of the rules that a person says, and the field of Declared that holds each
SAID = {
    "termination_date": "last_day",
    "termination_cause": "cause",
    "paid_months_last_24": "paid_months",
    "registered_in_jkp": "registered",
    "reported_wage": "wage",
    "proof_ok": "proof",
    "contract_type": "contract_end",  # who told its end told that the contract has one
    "contract_end_date": "contract_end",
    "claim_date": "claim_date",
    "employed_again_on": "employed_again_on",
}
FIXED_TERM = "PKWT"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One input of the rules (a field of Case): its value, who said it and when.

    `value` None: nobody said it (`source` None too), or it is `hidden`: reckoned with, but not to be shown to this
    reader.
    """

    name: str
    value: Value | None = None
    source: Source | None = None
    on: date | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that is known: what was said, the institution's record with its day, and what must not be shown.

    `hidden` names fields of Declared.
    """

    declared: Declared
    checked: Case
    as_of: date | None = None
    hidden: frozenset[str] = frozenset()

    @property
    def case(self) -> Case:
        """The rules' case of it; a range stays unknown."""
        return case_of(self.declared, self.checked)

    def evidence(self, name: str) -> Evidence:
        """Give what is known of one input of the rules."""
        field = SAID.get(name)
        if field in self.hidden:
            return Evidence(name, hidden=True)
        fact = getattr(self.declared, field) if field else None
        if fact is not None:
            value = FIXED_TERM if name == "contract_type" else fact.value
            return Evidence(name, value, fact.source, fact.on)
        value = getattr(self.checked, name)
        return Evidence(name) if value is None else Evidence(name, value, Source.BPJS_TK, self.as_of)

    def all_of(self, names: Collection[str]) -> tuple[Evidence, ...]:
        """Give what is known of several inputs, in their order."""
        return tuple(self.evidence(name) for name in names)
