"""The kinds of written cases: which keys each has, and how it is decided."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from jkp.case_fields import Fields
from jkp.rules.case import Case, Cause, Certainty, Decision
from jkp.rules.contributions import Contribution, contribution
from jkp.rules.deadlines import FIRST_WINDOW, LAST_WINDOW, add_working_days, filing_window
from jkp.rules.duties import FIRST_MONTH, LAST_MONTH, MonthFacts, MonthOutcome, month_outcome
from jkp.rules.eligibility import decide
from jkp.rules.migrant import NOT_COVERED, Channel, Event, Package, other_benefit, package
from jkp.rules.reasons import Regime
from jkp.rules.regulation import Rule, in_force_or_none
from jkp.rules.steps import Step, limit

NATIONALITIES = ("WNI", "WNA")
SEGMENTS = ("PU", "BPU", "PMI", "PNS")
SIZES = ("micro", "small", "medium", "large")
PROGRAMMES = ("JKN", "JKK", "JHT", "JP", "JKM")
JKN_SEGMENTS = ("PPU", "PBI", "PBPU", "NONE")
CONTRACTS = ("PKWT", "PKWTT")
PER_CENT = 100
PAID_WITHIN = 25  # the 24 months before the month of the end of the work, and that month itself
LONGEST_WAIT = 1000  # working days
LONGEST_CONTRACT = 600  # months

Result = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of case is read and decided; `decide` gives nothing where it noted a problem in the fields."""

    keys: frozenset[str]
    required: tuple[str, ...]
    decide: Callable[[Fields], Result]


def _keys(found: Decision | MonthOutcome | Contribution | Package) -> dict[str, object]:
    return {each.name: getattr(found, each.name) for each in fields(found)}


def _case(given: Fields) -> Case:
    return Case(
        nationality=given.word("nationality", NATIONALITIES),
        segment=given.word("segment", SEGMENTS),
        birth_date=given.day("birth_date"),
        jkp_registration_date=given.day("jkp_registration_date"),
        registered_in_jkp=given.flag("registered_in_jkp"),
        enterprise_size=given.word("enterprise_size", SIZES),
        programmes=given.words("programmes", PROGRAMMES),
        jkn_segment=given.word("jkn_segment", JKN_SEGMENTS),
        contract_type=given.word("contract_type", CONTRACTS),
        contract_end_date=given.day("contract_end_date"),
        termination_date=given.day("termination_date"),
        termination_cause=given.choice("termination_cause", Cause),
        proof_ok=given.flag("proof_ok"),
        paid_months_last_24=given.whole("paid_months_last_24", most=PAID_WITHIN),
        consecutive_paid_months_before=given.whole("consecutive_paid_months_before"),
        arrears_months_consecutive=given.whole("arrears_months_consecutive"),
        employer_bankrupt_or_closed=given.flag("employer_bankrupt_or_closed"),
        previous_claims=given.whole("previous_claims"),
        iur_months_since_last_benefit=given.whole("iur_months_since_last_benefit"),
        employed_again_on=given.day("employed_again_on"),
        willing_to_work=given.flag("willing_to_work"),
        claim_date=given.day("claim_date"),
        eligibility_decision_date=given.day("eligibility_decision_date"),
        reported_wage=given.whole("reported_wage"),
    )


def _eligibility(given: Fields) -> Result:
    case = _case(given)
    return {} if given.problems else _keys(decide(case, None))


def _monthly(given: Fields) -> Result:
    regime, month = given.choice("regime", Regime), given.whole("month_no", least=FIRST_MONTH, most=LAST_MONTH)
    if regime is None or month is None:
        return {}
    facts = MonthFacts(
        regime,
        month,
        self_assessment_done=given.flag("self_assessment_done"),
        applications=given.whole("applications"),
        interview_or_test_calls=given.whole("interview_or_test_calls"),
        in_training=given.flag("in_training"),
        training_attendance_pct=given.whole("training_attendance_pct", most=PER_CENT),
        employed_again=given.flag("employed_again"),
        status_form_done=given.flag("status_form_done"),
        on=given.day("on"),
    )
    return _keys(month_outcome(facts))


def _window(given: Fields) -> Result:
    first, month = given.day("first_claim_date"), given.whole("month_no", least=FIRST_WINDOW, most=LAST_WINDOW)
    holidays = given.days("holidays")
    if first is None or month is None or given.problems:
        return {}
    window = filing_window(first, month, holidays=holidays)
    return {
        "opens": window.opens,
        "closes": window.closes,
        "safe_day": window.safe_day,
        "certainty": window.certainty,
        "articles": (window.article,),
    }


def _working_days(given: Fields) -> Result:
    event, count = given.day("event_date"), given.whole("working_days", most=LONGEST_WAIT)
    holidays = given.days("holidays")
    if event is None or count is None or given.problems:
        return {}
    last = add_working_days(event, count, holidays=holidays)
    return {"last_day": last, "certainty": Certainty.LAW, "articles": ()}


def _deadline(given: Fields) -> Result:
    step, event = given.choice("step", Step), given.day("event_date")
    holidays = given.days("holidays")
    if step is None or event is None or given.problems:
        return {}
    found = limit(step, event, holidays=holidays)
    if found is None:
        return {"last_day": None, "certainty": Certainty.LAW, "articles": ()}
    return {"last_day": found.last_day, "certainty": found.certainty, "articles": (found.row.article,)}


def _rule(given: Fields) -> Result:
    rule, day = given.choice("rule", Rule), given.day("day")
    if rule is None or day is None or given.problems:
        return {}
    row = in_force_or_none(rule, day)
    if row is None:
        return {"in_force": False, "numbers": (), "words": (), "certainty": Certainty.LAW, "articles": ()}
    figures = {"numbers": row.numbers, "words": row.words, "certainty": row.certainty}
    return {"in_force": True, "since": row.since, **figures, "articles": (row.article,)}


def _contribution(given: Fields) -> Result:
    month, wage = given.month("month"), given.whole("reported_wage")
    if month is None or wage is None or given.problems:
        return {}
    try:
        found = contribution(month, wage)
    except LookupError:
        given.problems.append(f"input.month: expected a month of the programme, found {month:%Y-%m}")
        return {}
    result = _keys(found)
    return {**result, "articles": (result.pop("article"),)}


def _pmi_contribution(given: Fields) -> Result:
    channel = given.choice("channel", Channel)
    months = given.whole("contract_months", least=1, most=LONGEST_CONTRACT)
    if channel is None or months is None or given.problems:
        return {}
    return _keys(package(channel, months))


def _pmi_jkp(given: Fields) -> Result:
    worker, event = given.word("worker", ("PMI",)), given.choice("event", Event)
    if worker is None or event is None or given.problems:
        return {}
    aid = other_benefit(event)
    return {
        "jkp_eligible": False,
        "reason_code": NOT_COVERED,
        "other_benefit": aid.benefit,
        "amount": aid.amount,
        "up_to": aid.ceiling,
        "certainty": aid.certainty,
        "articles": (aid.article, "PP 37/2021 Art 4"),
        "failed": (NOT_COVERED,),
    }


def _kind(required: tuple[str, ...], decided_by: Callable[[Fields], Result], *optional: str) -> Kind:
    return Kind(frozenset((*required, *optional)), required, decided_by)


_CASE_KEYS = tuple(each.name for each in fields(Case))
_MONTH_KEYS = tuple(each.name for each in fields(MonthFacts))

KINDS = {
    "eligibility": _kind((), _eligibility, *_CASE_KEYS),
    "monthly": _kind(("regime", "month_no"), _monthly, *_MONTH_KEYS),
    "window": _kind(("first_claim_date", "month_no"), _window, "holidays"),
    "working_days": _kind(("event_date", "working_days"), _working_days, "holidays"),
    "deadline": _kind(("step", "event_date"), _deadline, "holidays"),
    "rule": _kind(("rule", "day"), _rule),
    "contribution": _kind(("month", "reported_wage"), _contribution),
    "pmi_contribution": _kind(("channel", "contract_months"), _pmi_contribution),
    "pmi_jkp": _kind(("worker", "event"), _pmi_jkp),
}
