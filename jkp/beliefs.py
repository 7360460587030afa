"""Outdated statements about JKP: the rule each once was, what replaced it, and which of the two a case follows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jkp.declared import Declared, value
from jkp.rules.deadlines import add_months, claim_rule
from jkp.rules.regulation import Parameter, Rule, history, in_force


class Belief(StrEnum):
    """What people still hear of the rules of 2021; in the order in which it matters to them."""

    CASH = "cash"  # 45 %, then 25 %
    CLAIM_TIME = "claim_time"  # three months to claim
    CONSECUTIVE = "consecutive"  # six consecutive paid months
    DIFFERENT = "different"  # five different companies
    ASSESSMENT = "assessment"  # the self-assessment before every payment
    HEALTH = "health"  # the health insurance must be the employer's (PPU)
    TRAINING_CAP = "training_cap"  # Rp1,000,000 for training
    APPROVAL = "approval"  # the ministry approves the training
    CONTRIBUTION = "contribution"  # 0.46 %, a part of it from JKM


class Applies(StrEnum):
    """Which text one's own case follows."""

    OLD = "old"
    OLD_IF_DECIDED = "old_if_decided"  # filed before the change; old if declared eligible before it too
    CHANGES = "changes"  # began under the old text and went on under the new one
    NEW = "new"
    LAPSED = "lapsed"  # never claimed, and the old time to claim had ended before the change
    UNKNOWN = "unknown"


RULE_OF = {
    Belief.CASH: Rule.CASH_RATES,
    Belief.CLAIM_TIME: Rule.CLAIM_MONTHS,
    Belief.CONSECUTIVE: Rule.CONSECUTIVE_MONTHS,
    Belief.DIFFERENT: Rule.SEARCH_DIFFERENT,
    Belief.ASSESSMENT: Rule.SELF_ASSESSMENT,
    Belief.HEALTH: Rule.JKN_SEGMENTS,
    Belief.TRAINING_CAP: Rule.TRAINING_CAP,
    Belief.APPROVAL: Rule.TRAINING_APPROVAL,
    Belief.CONTRIBUTION: Rule.CONTRIBUTION,
}
_TESTED_AT_THE_DECISION = frozenset({Belief.CONSECUTIVE, Belief.HEALTH})


@dataclass(frozen=True, slots=True)
class Change:
    """One outdated statement: the row it was true under and the row in force now; both are rows of the law."""

    belief: Belief
    old: Parameter
    new: Parameter


def change(belief: Belief, day: date) -> Change | None:
    """Give what a statement was and what holds on a day; None when nothing had changed yet."""
    rule = RULE_OF[belief]
    old, new = history(rule)[0], in_force(rule, day)
    same = (old.numbers, old.words) == (new.numbers, new.words)
    return None if same else Change(belief, old, new)


def table(day: date) -> tuple[Change, ...]:
    """Give every statement that is outdated on a day."""
    return tuple(found for belief in Belief if (found := change(belief, day)) is not None)


def applies(found: Change, declared: Declared) -> Applies:
    """Say which text a case follows: by the decision's day and the months' dates (Permenaker 2/2025 Art II).

    What was never claimed can be decided only after the change; a right whose old time to claim had run out by then
    was not revived [I]. Contributions follow the months of work, training the days on which it can be taken.
    """
    if found.belief is Belief.CLAIM_TIME:
        return _time_to_claim(found, declared)
    if found.belief is Belief.CONTRIBUTION:
        return _contributions(found, declared)
    filed = value(declared.claim_date)
    if filed is None:
        return _not_filed(declared)
    if filed >= found.new.since:
        return Applies.NEW
    if _ended_before(filed, found.new.since):
        return Applies.OLD
    if found.belief in _TESTED_AT_THE_DECISION:
        paid = value(declared.paid_on)
        return Applies.OLD if paid is not None and paid < found.new.since else Applies.OLD_IF_DECIDED
    return Applies.CHANGES


def _ended_before(filed: date, since: date) -> bool:
    """Whether all months of a claim lay before a day."""
    months = len(in_force(Rule.CASH_RATES, filed).numbers) if filed >= history(Rule.CASH_RATES)[0].since else 0
    return add_months(filed, months) <= since


def _not_filed(declared: Declared) -> Applies:
    if declared.paid_through_month is not None:
        return Applies.UNKNOWN  # a claim whose day nobody told
    current = history(Rule.CLAIM_MONTHS)[-1]
    texts = {row.since < current.since for row in _claim_rows(declared)}
    if texts == {True}:
        return Applies.LAPSED
    return Applies.NEW if texts == {False} else Applies.UNKNOWN


def _claim_rows(declared: Declared) -> tuple[Parameter, ...]:
    ended = value(declared.last_day)
    filed = value(declared.claim_date)
    return () if ended is None else (claim_rule(ended.first, filed), claim_rule(ended.last, filed))


def _time_to_claim(found: Change, declared: Declared) -> Applies:
    texts = {row.since < found.new.since for row in _claim_rows(declared)}
    filed = value(declared.claim_date)
    if not texts and filed is not None and filed < found.new.since:
        return Applies.OLD
    if len(texts) != 1:
        return Applies.UNKNOWN
    return Applies.OLD if texts == {True} else Applies.NEW


def _contributions(found: Change, declared: Declared) -> Applies:
    ended = value(declared.last_day)
    if ended is None:
        return Applies.UNKNOWN
    if ended.last < found.new.since:
        return Applies.OLD
    counted = in_force(Rule.PAID_MONTHS_WITHIN, ended.first).number if ended.first >= found.old.since else 0
    return Applies.NEW if add_months(ended.first, -counted) >= found.new.since else Applies.CHANGES
