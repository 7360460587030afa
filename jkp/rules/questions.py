"""What nobody has verified yet: each open question with the office that can answer it (codes; words in bot/texts)."""

from dataclasses import dataclass
from enum import StrEnum

from jkp.rules.rows import Rule


class Asked(StrEnum):
    """Who can answer."""

    BPJS_TK = "bpjs_tk"
    KEMNAKER = "kemnaker"
    DINAS = "dinas"
    INSPECTOR = "pengawas"
    KP2MI = "kp2mi"


@dataclass(frozen=True, slots=True)
class Question:
    """One open question: its code, the office to ask, and the rules whose rows wait for the answer."""

    code: str
    office: Asked
    rules: tuple[Rule, ...] = ()


QUESTIONS = (
    Question("windows", Asked.BPJS_TK, (Rule.WINDOW_DAYS, Rule.LAST_WINDOW_WORKING_DAYS)),
    Question("missed_window", Asked.BPJS_TK),
    Question("three_times", Asked.KEMNAKER, (Rule.LIFETIME_CLAIMS, Rule.MONTHS_BETWEEN_CLAIMS)),
    Question("later_claims", Asked.BPJS_TK, (Rule.MONTHS_BETWEEN_CLAIMS,)),
    Question("proof_by_court", Asked.DINAS, (Rule.PROOF_BY_COURT,)),
    Question("check_days", Asked.BPJS_TK, (Rule.ELIGIBILITY_CHECK_DAYS,)),
    Question("rounding", Asked.BPJS_TK, (Rule.CASH_RATES, Rule.CONTRIBUTION)),
    Question("freelance", Asked.BPJS_TK, (Rule.RE_EMPLOYMENT,)),
    Question("unpaid_months", Asked.BPJS_TK, (Rule.PAID_MONTHS,)),
    Question("dismissed_again", Asked.BPJS_TK, (Rule.RE_EMPLOYMENT,)),
    Question("worked_examples", Asked.KEMNAKER, (Rule.CASH_RATES,)),
    Question("old_arrears", Asked.BPJS_TK, (Rule.ARREARS_BPJS_PAYS,)),
    Question("under_reported", Asked.INSPECTOR, (Rule.UNDER_REPORTED_WAGE,)),
    Question("data_change", Asked.BPJS_TK, (Rule.DATA_CHANGE_WORKING_DAYS,)),
    Question("civil_servants", Asked.KEMNAKER, (Rule.OUTSIDE_UNVERIFIED,)),
    Question("ceiling", Asked.KEMNAKER, (Rule.WAGE_CEILING,)),
    Question("training", Asked.KEMNAKER, (Rule.TRAINING_CAP,)),
    Question("payment_rules", Asked.BPJS_TK),
    Question("later_changes", Asked.KEMNAKER),
    Question(
        "pmi_amounts",
        Asked.BPJS_TK,
        (Rule.PMI_AID_DISMISSED_ACCIDENT, Rule.PMI_NOT_PLACED, Rule.PMI_SENT_HOME, Rule.PMI_DEATH),
    ),
    Question("pmi_lengths", Asked.BPJS_TK, (Rule.PMI_PACKAGE_MONTHS,)),
    Question("pmi_savings", Asked.BPJS_TK, (Rule.PMI_SAVINGS,)),
    Question("pmi_successor", Asked.KP2MI),
)
