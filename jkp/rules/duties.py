"""Month k of the benefit: what still has to be shown before it is paid (Permenaker 2/2025 Art 13)."""

from dataclasses import dataclass, replace
from datetime import date

from jkp.rules.case import Certainty
from jkp.rules.deadlines import benefit_months
from jkp.rules.reasons import MonthReason, Regime
from jkp.rules.regulation import PROGRAMME_START, Rule, history, in_force, worst

FIRST_MONTH, LAST_MONTH = 1, 6  # six months since 2021; the rules themselves ask benefit_months()


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """What was done for one benefit month (1..6); None means not known. Attendance in per cent of the month before.

    `on` is the month's own day; without it the first text of the regime is asked.
    """

    regime: Regime
    month_no: int
    self_assessment_done: bool | None = None
    applications: int | None = None
    interview_or_test_calls: int | None = None
    in_training: bool | None = None
    training_attendance_pct: int | None = None
    employed_again: bool | None = None
    status_form_done: bool | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class MonthOutcome:
    """Whether the month is paid; `pay` None: a fact is missing (`missing`) or a counselor decides."""

    pay: bool | None
    reason_code: MonthReason
    certainty: Certainty = Certainty.LAW
    articles: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def rules_day(facts: MonthFacts) -> date:
    """Give a day whose text applies to the month: its own, or the regime's first; a transition follows the new text."""
    name = facts.regime.rpartition("_TO_")[2]
    begins = next((row.since for row in history(Rule.REGIME) if name in row.words), PROGRAMME_START)
    return max(facts.on or begins, begins)


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
    return MonthOutcome(pay, reason, row.certainty, (row.article,))


def _asked(facts: MonthFacts, rule: Rule) -> bool:
    return bool(in_force(rule, rules_day(facts)).number)


def _is_last(facts: MonthFacts) -> bool:
    return facts.month_no == benefit_months(rules_day(facts))


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
    if not _asked(facts, Rule.SELF_ASSESSMENT) or facts.self_assessment_done:
        return None
    if facts.self_assessment_done is None:
        return _lacking("self_assessment_done")
    return _outcome(facts, Rule.SELF_ASSESSMENT, MonthReason.NO_SELF_ASSESSMENT, pay=False)


def _status_form(facts: MonthFacts) -> MonthOutcome | None:
    if not _is_last(facts) or not _asked(facts, Rule.STATUS_FORM) or facts.status_form_done:
        return None
    if facts.status_form_done is None:
        return _lacking("status_form_done")
    return _outcome(facts, Rule.STATUS_FORM, MonthReason.STATUS_FORM_MISSING, pay=False)


def _training_and_search(facts: MonthFacts) -> MonthOutcome:
    if facts.in_training is None:
        return _either_way(facts)
    if not facts.in_training:
        return _search(facts)
    if facts.training_attendance_pct is None:
        return _lacking("training_attendance_pct")
    if facts.training_attendance_pct < in_force(Rule.ATTENDANCE, rules_day(facts)).number:
        return _attendance_low(facts)
    # month 6 asks for the search proof besides (Art 13(5)), and the old text asked for both in every month
    if _asked(facts, Rule.TRAINING_AND_SEARCH):
        return _less_sure(_search(facts), Rule.TRAINING_AND_SEARCH, facts)
    if _is_last(facts):
        return _search(facts)
    return _outcome(facts, Rule.ATTENDANCE, MonthReason.PAY, pay=True)


def _either_way(facts: MonthFacts) -> MonthOutcome:
    """Decide where it is not known whether there was training: only if both answers come to the same."""
    trained = _training_and_search(replace(facts, in_training=True))
    untrained = _training_and_search(replace(facts, in_training=False))
    if trained.pay is None or (trained.pay, trained.reason_code) != (untrained.pay, untrained.reason_code):
        return _lacking("in_training")
    articles = tuple(dict.fromkeys((*trained.articles, *untrained.articles)))
    return replace(untrained, certainty=worst(trained.certainty, untrained.certainty), articles=articles)


def _search(facts: MonthFacts) -> MonthOutcome:
    satisfied = search_satisfied(facts.applications, facts.interview_or_test_calls, rules_day(facts))
    if satisfied is None:
        return _lacking("applications" if facts.applications is None else "interview_or_test_calls")
    reason = MonthReason.PAY if satisfied else MonthReason.JOBSEARCH_INSUFFICIENT
    found = _outcome(facts, Rule.SEARCH_APPLICATIONS, reason, pay=satisfied)
    # the facts do not tell different companies apart, which the old text asked for
    return replace(found, certainty=Certainty.READING) if _asked(facts, Rule.SEARCH_DIFFERENT) else found


def _attendance_low(facts: MonthFacts) -> MonthOutcome:
    satisfied = search_satisfied(facts.applications, facts.interview_or_test_calls, rules_day(facts))
    refused = _outcome(facts, Rule.ATTENDANCE, MonthReason.TRAINING_ATTENDANCE_LT_80, pay=False)
    if satisfied is False:
        return refused
    if _asked(facts, Rule.TRAINING_AND_SEARCH):
        return _less_sure(refused, Rule.TRAINING_AND_SEARCH, facts)
    if satisfied is None:
        return _lacking("applications" if facts.applications is None else "interview_or_test_calls")
    review = _outcome(facts, Rule.ATTENDANCE, MonthReason.REVIEW_ATTENDANCE_LT_80_JOBSEARCH_OK, pay=None)
    return _less_sure(review, Rule.TRAINING_AND_SEARCH, facts)


def _less_sure(outcome: MonthOutcome, rule: Rule, facts: MonthFacts) -> MonthOutcome:
    return replace(outcome, certainty=worst(outcome.certainty, in_force(rule, rules_day(facts)).certainty))
