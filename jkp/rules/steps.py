"""The steps around a dismissal and a claim that have a limit in days: who must act, and until when."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jkp.rules.case import Certainty
from jkp.rules.deadlines import NO_HOLIDAYS, add_months, add_working_days
from jkp.rules.regulation import Parameter, Rule, in_force_or_none
from jkp.rules.rows import Unit


class Step(StrEnum):
    """What must be done; each counts from an event of its own."""

    NOTICE = "notice"  # employer tells the worker, before the last day of work
    NOTICE_PROBATION = "notice_probation"  # the same in the trial period
    REFUSAL = "refusal"  # worker refuses in writing, after the letter
    REPORT = "report"  # employer reports to BPJS TK, after the last day of work
    CHECK = "check"  # BPJS TK checks, after the data are complete
    PAYMENT = "payment"  # BPJS TK pays, after the complete application
    REGISTRATION = "registration"  # employer registers the worker, after the first day of work
    DATA_CHANGE = "data_change"  # employer reports changed data, after the change
    REPAY_REQUEST = "repay_request"  # employer asks BPJS TK for the money back, after paying the worker
    REPAYMENT = "repayment"  # BPJS TK pays it back, after the papers are complete


RULES = {
    Step.NOTICE: Rule.NOTICE_WORKING_DAYS,
    Step.NOTICE_PROBATION: Rule.NOTICE_PROBATION_WORKING_DAYS,
    Step.REFUSAL: Rule.REFUSAL_WORKING_DAYS,
    Step.REPORT: Rule.REPORT_WORKING_DAYS,
    Step.CHECK: Rule.ELIGIBILITY_CHECK_DAYS,
    Step.PAYMENT: Rule.PAYMENT_WORKING_DAYS,
    Step.REGISTRATION: Rule.REGISTRATION_DAYS,
    Step.DATA_CHANGE: Rule.DATA_CHANGE_WORKING_DAYS,
    Step.REPAY_REQUEST: Rule.REPAY_REQUEST_MONTHS,
    Step.REPAYMENT: Rule.REPAY_WORKING_DAYS,
}
_BEFORE = frozenset({Step.NOTICE, Step.NOTICE_PROBATION})  # counted back from the event


@dataclass(frozen=True, slots=True)
class Limit:
    """The last day of a step, and the row behind it. For a notice: the last day on which the letter is in time."""

    last_day: date
    row: Parameter
    certainty: Certainty


def limit(step: Step, event: date, *, holidays: AbstractSet[date] = NO_HOLIDAYS) -> Limit | None:
    """Give the last day of a step that counts from an event; None where the text of that day knew no such limit.

    "3 days" of the eligibility check are counted as calendar days [U]: the answer is open.
    """
    row = in_force_or_none(RULES[step], event)
    if row is None:
        return None
    count = -row.number if step in _BEFORE else row.number
    return Limit(_counted(row, event, count, holidays), row, row.certainty)


def _counted(row: Parameter, event: date, count: int, holidays: AbstractSet[date]) -> date:
    if row.rule.unit is Unit.MONTHS:
        return add_months(event, count)
    if row.rule.unit is Unit.DAYS:
        return event + timedelta(days=count)
    return add_working_days(event, count, holidays=holidays)
