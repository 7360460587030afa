"""Month k of the benefit: what still has to be shown before it is paid (Permenaker 2/2025 Art 13)."""

from dataclasses import dataclass, replace
from datetime import date

from jkp.rules.case import Certainty
from jkp.rules.reasons import MonthReason, Regime
from jkp.rules.regulation import PROGRAMME_START, SWITCH, Rule, in_force, worst

FIRST_MONTH, LAST_MONTH = 1, 6


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """What was done for one benefit month (1..6); None means not known. Attendance in per cent of the month before."""

    regime: Regime
    month_no: int
    self_assessment_done: bool | None = None
    applications: int | None = None
    interview_or_test_calls: int | None = None
    in_training: bool | None = None
    training_attendance_pct: int | None = None
    employed_again: bool | None = None
    status_form_done: bool | None = None


@dataclass(frozen=True, slots=True)
class MonthOutcome:
    """Whether the month is paid; `pay` None: a fact is missing (`missing`) or a counselor decides."""

    pay: bool | None
    reason_code: MonthReason
    certainty: Certainty = Certainty.LAW
    articles: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def rules_day(facts: MonthFacts) -> date:
    """Give a day whose text applies to the month: months of the transition follow the new one."""
    return PROGRAMME_START if facts.regime is Regime.PP37 else SWITCH


def search_satisfied(applications: int | None, calls: int | None, day: date) -> bool | None:
    """Whether the search is proved: five applications in the month, or one test or interview call (Art 13(4)).

    None when what is known is not enough and the rest is unknown.
    """
    if applications is not None and applications >= in_force(Rule.SEARCH_APPLICATIONS, day).number:
        return True
    if calls is not None and calls >= in_force(Rule.SEARCH_CALLS, day).number:
        return True
    return None if applications is None or calls is None else False


def month_outcome(facts: MonthFacts) -> MonthOutcome:
    """Decide about one month: new job, then the form of month 6, then attendance and search (Art 13(3)-(5)).

    Under PP 37/2021 the self-assessment came first and training came on top of the search; since 2025 the
    self-assessment follows month 1 and blocks nothing.
    """
    for duty in (_not_employed, _first_month, _self_assessment, _status_form):
        outcome = duty(facts)
        if outcome is not None:
            return outcome
    return _training_and_search(facts)


def _outcome(facts: MonthFacts, rule: Rule, reason: MonthReason, *, pay: bool | None) -> MonthOutcome:
    row = in_force(rule, rules_day(facts))
    doubt = Certainty.READING if facts.regime is Regime.PP37 else Certainty.LAW  # old months: secondary sources only
    return MonthOutcome(pay, reason, worst(row.certainty, doubt), (row.article,))


def _lacking(key: str) -> MonthOutcome:
    return MonthOutcome(None, MonthReason.FACT_MISSING, missing=(key,))


def _not_employed(facts: MonthFacts) -> MonthOutcome | None:
    if facts.employed_again is None:
        return _lacking("employed_again")
    if facts.employed_again:
        return _outcome(facts, Rule.RE_EMPLOYMENT, MonthReason.EMPLOYED_AGAIN, pay=False)
    return None


def _first_month(facts: MonthFacts) -> MonthOutcome | None:
    if facts.month_no != FIRST_MONTH:
        return None
    return _outcome(facts, Rule.FIRST_MONTH, MonthReason.PAY, pay=True)


def _self_assessment(facts: MonthFacts) -> MonthOutcome | None:
    if facts.regime is not Regime.PP37 or facts.self_assessment_done:
        return None
    if facts.self_assessment_done is None:
        return _lacking("self_assessment_done")
    return _outcome(facts, Rule.SEARCH_APPLICATIONS, MonthReason.NO_SELF_ASSESSMENT, pay=False)


def _status_form(facts: MonthFacts) -> MonthOutcome | None:
    if facts.month_no != LAST_MONTH or facts.status_form_done:
        return None
    if facts.status_form_done is None:
        return _lacking("status_form_done")
    return _outcome(facts, Rule.STATUS_FORM, MonthReason.STATUS_FORM_MISSING, pay=False)


def _training_and_search(facts: MonthFacts) -> MonthOutcome:
    if facts.in_training is None:
        return _lacking("in_training")
    if not facts.in_training:
        return _search(facts)
    if facts.training_attendance_pct is None:
        return _lacking("training_attendance_pct")
    if facts.training_attendance_pct < in_force(Rule.ATTENDANCE, rules_day(facts)).number:
        return _attendance_low(facts)
    # month 6 asks for the search proof besides (Art 13(5)), and the old text asked for both in every month
    if facts.month_no == LAST_MONTH or facts.regime is Regime.PP37:
        return _search(facts)
    return _outcome(facts, Rule.ATTENDANCE, MonthReason.PAY, pay=True)


def _search(facts: MonthFacts) -> MonthOutcome:
    satisfied = search_satisfied(facts.applications, facts.interview_or_test_calls, rules_day(facts))
    if satisfied is None:
        return _lacking("applications" if facts.applications is None else "interview_or_test_calls")
    reason = MonthReason.PAY if satisfied else MonthReason.JOBSEARCH_INSUFFICIENT
    return _outcome(facts, Rule.SEARCH_APPLICATIONS, reason, pay=satisfied)


def _attendance_low(facts: MonthFacts) -> MonthOutcome:
    satisfied = search_satisfied(facts.applications, facts.interview_or_test_calls, rules_day(facts))
    if facts.regime is Regime.PP37 or satisfied is False:
        return _outcome(facts, Rule.ATTENDANCE, MonthReason.TRAINING_ATTENDANCE_LT_80, pay=False)
    if satisfied is None:
        return _lacking("applications" if facts.applications is None else "interview_or_test_calls")
    review = _outcome(facts, Rule.ATTENDANCE, MonthReason.REVIEW_ATTENDANCE_LT_80_JOBSEARCH_OK, pay=None)
    return replace(review, certainty=Certainty.READING)  # the text says "and/or"; a counselor decides
