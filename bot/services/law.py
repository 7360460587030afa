"""The law on a day, what changed between two days, which cases test a row, and which stored cases a change touches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice

from sqlmodel import Session

from bot.services import register
from bot.store import cases
from jkp.decisions import Json, Written
from jkp.declared import Declared, merge
from jkp.declared_json import from_json
from jkp.outlook import outlook
from jkp.rules.case import Case
from jkp.rules.regulation import PARAMETERS, Parameter, Rule, Table, in_force_or_none, table, using, watching

MOST_NAMED = 12  # cases a row; more would say nothing more


class Kind(StrEnum):
    """What happened to a rule between two days."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    RETOLD = "retold"  # the same substance in another text, or less or more sure


@dataclass(frozen=True, slots=True)
class Change:
    """One rule whose row differs between two days; None where none was in force."""

    rule: Rule
    before: Parameter | None
    after: Parameter | None

    @property
    def kind(self) -> Kind:
        """Whether a worker would notice."""
        if self.before is None or self.after is None:
            return Kind.NEW if self.before is None else Kind.GONE
        same = (self.before.numbers, self.before.words) == (self.after.numbers, self.after.words)
        return Kind.RETOLD if same else Kind.CHANGED


def rows_on(day: date) -> tuple[Parameter, ...]:
    """Give the rows in force on a day, in the order in which people read them."""
    found = (in_force_or_none(rule, day) for rule in Rule)
    return tuple(row for row in found if row is not None)


def changes(before: date, after: date) -> tuple[Change, ...]:
    """Compare the rows of two days, rule by rule."""
    compared = (Change(rule, in_force_or_none(rule, before), in_force_or_none(rule, after)) for rule in Rule)
    return tuple(each for each in compared if each.before != each.after)


@dataclass(frozen=True, slots=True)
class Touched:
    """How many of the stored cases are decided differently by the law of two days."""

    cases: int
    touched: int


def touched(session: Session, today: date, before: date, after: date) -> Touched:
    """Decide every stored case as of today by the law as it stood on two days, and count those that differ."""
    people = cases.with_cases(session)
    different = 0
    for person_id in people:
        facts = _facts(session, person_id)
        different += _as_of(before, facts, today) != _as_of(after, facts, today)
    return Touched(len(people), different)


def _facts(session: Session, person_id: int) -> tuple[Declared, Case]:
    own = from_json(cases.facts_of(session, person_id) or {})
    linked = register.linked_record(session, person_id)
    if linked is None:
        return own, Case()
    return merge(own, register.declared(*linked))[0], register.checked(*linked)


def _as_of(law_of: date, facts: tuple[Declared, Case], today: date) -> tuple[object, ...] | None:
    """Say what a case comes to by the law of a day: right, refusals, deadline, amounts, payer; None without a law."""
    with using(row for row in PARAMETERS if row.since <= law_of):
        try:
            view = outlook(facts[0], today, facts[1])
        except LookupError:
            return None
    return (view.likely, view.failed, view.deadline, view.missed, view.monthly_amounts, view.payer)


def tested_by(written: Sequence[Written]) -> dict[Parameter, tuple[str, ...]]:
    """Find for every row the written cases that notice when it is slightly different.

    A figure is moved by one up and down, a word is taken away or added; a rule without either gets another article,
    and a case notices that if it was decided by it. At most `MOST_NAMED` cases are looked for.
    """
    baseline = {case.id: _watched(case) for case in written}
    return {row: tuple(islice(_noticing(row, written, baseline), MOST_NAMED)) for row in PARAMETERS}


@dataclass(frozen=True, slots=True)
class _Baseline:
    result: dict[str, Json] | None
    asked: frozenset[Rule]


def _watched(case: Written) -> _Baseline:
    with watching() as asked:
        result = case.found()
    return _Baseline(result, frozenset(asked))


def _noticing(row: Parameter, written: Sequence[Written], baseline: dict[str, _Baseline]) -> Iterator[str]:
    tables = [table(other if each is row else each for each in PARAMETERS) for other in _variants(row)]
    for case in written:
        before = baseline[case.id]
        if row.rule in before.asked and any(_notices(case, row, before, rows) for rows in tables):
            yield case.id


def _notices(case: Written, row: Parameter, before: _Baseline, rows: Table) -> bool:
    try:
        with using(rows):
            found = case.found()
    except (LookupError, ValueError):  # the changed row makes no sense to the case: it notices
        return True
    if row.numbers or row.words:
        return bool(case.differs(found))
    was = before.result or {}
    return was.get("eligible") is not True and found != was


def _variants(row: Parameter) -> Iterator[Parameter]:
    if row.numbers:
        yield replace(row, numbers=tuple(each + 1 for each in row.numbers))
        yield replace(row, numbers=tuple(max(each - 1, 0) for each in row.numbers))
    elif row.words:
        yield from (replace(row, words=tuple(each for each in row.words if each != gone)) for gone in row.words)
        yield replace(row, words=(*row.words, "something_else"))
    else:
        yield replace(row, article=f"{row.article} (other)")
        yield replace(row, words=("something_else",))
