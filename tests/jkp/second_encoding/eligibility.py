"""Cases of the kind `eligibility`: walk down the table, then say who pays, how much and in which months."""

from collections.abc import Mapping
from datetime import date

from second_encoding import figures as law
from second_encoding.days import day, later, rupiah
from second_encoding.table import TABLE, deadline, law_day, old_law
from second_encoding.unknowns import Unsure, ask

ARREARS = ("arrears_months_consecutive", "employer_bankrupt_or_closed", "law_day")
FACTS = ("employed_again_on", "eligibility_decision_date", *ARREARS, *{fact for _, facts, _ in TABLE for fact in facts})
DAYS = tuple(fact for fact in FACTS if fact.endswith(("_date", "_on")))
NO_RIGHT_ANYWAY = {"EXCLUDED_RESIGN", "EXCLUDED_RETIRE", "EXCLUDED_DISABILITY", "EXCLUDED_DEATH", "PKWT_EXPIRED"}
NOTHING = {"benefit_base": 0, "benefit_months": 0, "monthly_amounts": [], "total": 0}


def decide(values: Mapping) -> dict:
    """Decide one case; a missing key is the same as null."""
    c = dict.fromkeys(FACTS) | dict(values)
    c |= {fact: day(c[fact]) for fact in DAYS}
    if c["termination_cause"] == "forced_resign":  # a dispute about the cause itself: the mediator, not we
        c["termination_cause"] = None
    c["law_day"] = law_day(c)
    answers = {code: ask(failed, c, facts) for code, facts, failed in TABLE}
    verdict = _walk(answers) or _payable(c)
    common = {"regime": _regime(c), "claim_deadline": _last_day(c)}
    failed = [code for code, answer in answers.items() if answer is True]
    return {**common, **NOTHING, "failed": failed, **_written(verdict, c, answers)}


def _walk(answers: Mapping[str, object]) -> dict | None:
    """Find the first row that is not passed; an unsure one before a failed one leaves the case open."""
    for code, answer in answers.items():
        if isinstance(answer, Unsure):
            return {"reason_code": "FACT_MISSING"}
        if answer:
            return {"reason_code": code}
    return None


def _written(verdict: dict, c: Mapping, answers: Mapping[str, object]) -> dict:
    code = verdict["reason_code"]
    if code == "FACT_MISSING":
        hanging = [fact for each in answers.values() if isinstance(each, Unsure) for fact in each.hangs_on]
        hanging += _money_missing(c)
        return {"eligible": None, "reason_code": code, "payer": "NONE", "missing": _names(hanging)}
    if code == "EMPLOYER_NOT_REGISTERED":
        return {"eligible": False, "reason_code": code, "payer": "EMPLOYER", **_lump_sum(c)}
    if not code.startswith("OK"):
        return {"eligible": False, "reason_code": code, "payer": "NONE"}
    plan = _plan(c)
    moved = old_law(c) and plan["last_month"] >= law.SWITCH
    return {"eligible": True, **verdict, **plan["amounts"], **({"regime": "PP37_TO_PP6"} if moved else {})}


def _payable(c: Mapping) -> dict:
    """Say who pays a right that passed every row, unless that or the wage is unknown."""
    missing = _money_missing(c)
    if missing:
        return {"reason_code": "FACT_MISSING"}
    code, who = _payer(c)
    return {"reason_code": code, "payer": who}


def _money_missing(c: Mapping) -> list[str]:
    payer = ask(_payer, c, ARREARS)
    missing = payer.hangs_on[:1] if isinstance(payer, Unsure) else ()
    return [*missing, *(["reported_wage"] if c.get("reported_wage") is None else [])]


def _payer(c: Mapping) -> tuple[str, str]:
    arrears = c["arrears_months_consecutive"]
    if arrears == 0:
        return "OK", "BPJS_TK"
    if arrears <= law.BPJS_PAYS_UP_TO:
        return "OK_ARREARS_BPJS_PAYS", "BPJS_TK"
    if arrears <= law.BANKRUPT_UP_TO and c["employer_bankrupt_or_closed"] and not old_law(c):
        return "OK_ARREARS_39A", "BPJS_TK"
    return "OK_EMPLOYER_PAYS_FIRST", "EMPLOYER"


def _plan(c: Mapping) -> dict:
    base = min(c["reported_wage"], law.CEILING)
    months = [later(c["claim_date"], number) for number in range(6)]
    amounts = [rupiah(base, basis_points=_share(c, number, month)) for number, month in enumerate(months)]
    shown = {"benefit_base": base, "benefit_months": 6, "monthly_amounts": amounts, "total": sum(amounts)}
    return {"amounts": shown, "last_month": months[-1]}


def _share(c: Mapping, number: int, month: date) -> int:
    return law.CASH_OLD[number] if old_law(c) and month < law.SWITCH else law.CASH_NEW


def _lump_sum(c: Mapping) -> dict:
    """What the employer owes who never registered the worker: six months at once (Art 37); no sum while unsure."""
    excluded = {code: ask(failed, c, facts) for code, facts, failed in TABLE if code in NO_RIGHT_ANYWAY}
    if any(each is True for each in excluded.values()):
        return {"owed_by_employer": 0}
    regime = _regime(c)
    missing = [fact for each in excluded.values() if isinstance(each, Unsure) for fact in each.hangs_on]
    missing += ["claim_date"] if regime is None else []
    missing += ["reported_wage"] if c.get("reported_wage") is None else []
    if missing:
        return {"owed_by_employer": None, "missing": _names(missing)}
    base = min(c["reported_wage"], law.CEILING)
    shares = law.CASH_OLD if regime == "PP37" else (law.CASH_NEW,) * 6
    return {"owed_by_employer": sum(rupiah(base, basis_points=share) for share in shares)}


def _regime(c: Mapping) -> str | None:
    if c["law_day"] is None:
        return None
    return "PP37" if old_law(c) else "PP6"


def _names(facts: list[str]) -> list[str]:
    """Name each fact once, as the input names it."""
    return list(dict.fromkeys("claim_date" if fact == "law_day" else fact for fact in facts))


def _last_day(c: Mapping) -> date | None:
    """Give the last day to claim; of a claim not filed yet, the last day it may still come."""
    if c["termination_date"] is None:
        return None
    return deadline({**c, "claim_date": c["claim_date"] or max(law.SWITCH, c["termination_date"])})
