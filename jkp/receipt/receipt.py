"""The rights receipt as one frozen value, of which the screen, the printed page and the JSON are all made."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jkp.declared import Declared
from jkp.outlook import Outlook, outlook
from jkp.receipt.conditions import Condition, Truth, conditions
from jkp.receipt.evidence import Evidence, Known
from jkp.receipt.flips import Flip, flips, together
from jkp.rules.case import Case

_PAYMENT = ("reported_wage", "arrears_months_consecutive", "employer_bankrupt_or_closed")
_NOTHING_CHECKED = Case()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the rules say on a day, and why.

    `since` is the day since which the newest of the rules used is in force, `checked` the day on which the rows were
    last compared with their sources (the oldest of them). `flips` change the verdict alone; `together` is what only
    jointly makes a right, where no single fact does. `payment` holds the facts that set the amount and who pays.
    """

    day: date
    outlook: Outlook
    since: date
    checked: date
    conditions: tuple[Condition, ...]
    payment: tuple[Evidence, ...]
    flips: tuple[Flip, ...]
    together: tuple[Flip, ...]

    def with_truth(self, *truths: Truth) -> tuple[Condition, ...]:
        """Give the conditions that were found to be one of these."""
        return tuple(each for each in self.conditions if each.truth in truths)


def receipt(
    declared: Declared,
    day: date,
    checked: Case = _NOTHING_CHECKED,
    *,
    as_of: date | None = None,
    hidden: Collection[str] = (),
) -> Receipt:
    """Write the receipt of what is known, as if claimed on `day` when nothing is filed yet.

    `checked` is an institution's record beside the facts, of the day `as_of`. `hidden` names fields of Declared that
    are reckoned with, but whose values must not be in the receipt at all.
    """
    known = Known(declared, checked, as_of, frozenset(hidden))
    view, found = outlook(declared, day, checked), conditions(known, day)
    single = flips(known, day, found)
    is_alone = view.likely or any(each.gives for each in single)
    return Receipt(
        day=day,
        outlook=view,
        since=max(each.since for each in found),
        checked=min(each.checked for each in found),
        conditions=found,
        payment=known.all_of(_PAYMENT),
        flips=single,
        together=() if is_alone else together(known, day, found),
    )
