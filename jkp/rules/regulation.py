"""The law as dated rows: every figure with its article, its source key (docs/sources.md) and how sure it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jkp.rules.case import Certainty

PROGRAMME_START = date(2021, 2, 2)  # PP 37/2021 in force
SWITCH = date(
    2025, 2, 7
)  # PP 6/2025 and Permenaker 2/2025 in force; the eligibility decision's date is compared with it
INSOLVENCY_RULE_SINCE = SWITCH  # Art 39A is new in PP 6/2025

BASIS = 10_000  # rates are whole basis points: 6000 = 60 %


class Mark(StrEnum):
    """How sure a fact is: text read, named secondary source, our interpretation, unverified."""

    TEXT = "T"
    SOURCE = "S"
    INTERPRETATION = "I"
    UNVERIFIED = "U"


class Rule(StrEnum):
    """The name of a parameter or of a rule that has an article."""

    NATIONALITY = "nationality"
    RELATION = "relation"
    AGE_AT_REGISTRATION = "age_at_registration"
    REGISTRATION = "registration"
    PROGRAMMES_SMALL = "programmes_small"
    PROGRAMMES_LARGE = "programmes_large"
    JKN_SEGMENTS = "jkn_segments"
    EXCLUDED_CAUSES = "excluded_causes"
    FIXED_TERM = "fixed_term"
    PROOF = "proof"
    LIFETIME_CLAIMS = "lifetime_claims"
    MONTHS_BETWEEN_CLAIMS = "months_between_claims"
    PAID_MONTHS = "paid_months"
    PAID_MONTHS_WITHIN = "paid_months_within"
    CONSECUTIVE_MONTHS = "consecutive_months"
    RE_EMPLOYMENT = "re_employment"
    CLAIM_MONTHS = "claim_months"
    WILLINGNESS = "willingness"
    ARREARS_BPJS_PAYS = "arrears_bpjs_pays"
    ARREARS_INSOLVENT = "arrears_insolvent"
    WAGE_CEILING = "wage_ceiling"
    CASH_RATES = "cash_rates"
    CONTRIBUTION = "contribution"
    FIRST_MONTH = "first_month"
    SEARCH_APPLICATIONS = "search_applications"
    SEARCH_CALLS = "search_calls"
    ATTENDANCE = "attendance"
    STATUS_FORM = "status_form"
    WINDOW_DAYS = "window_days"
    LAST_WINDOW_WORKING_DAYS = "last_window_working_days"
    REPORT_WORKING_DAYS = "report_working_days"
    PAYMENT_WORKING_DAYS = "payment_working_days"
    TRAINING_CAP = "training_cap"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One dated row. `numbers` are months, days, rupiah, counts or basis points; `words` are the codes of Case."""

    rule: Rule
    since: date
    article: str
    source: str
    mark: Mark
    numbers: tuple[int, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """The row's figure, where it has just one."""
        return self.numbers[0]

    @property
    def certainty(self) -> Certainty:
        """What the mark means for a decision that rests on this row."""
        return CERTAINTY[self.mark]


CERTAINTY = {
    Mark.TEXT: Certainty.LAW,
    Mark.SOURCE: Certainty.LAW,
    Mark.INTERPRETATION: Certainty.READING,
    Mark.UNVERIFIED: Certainty.OPEN,
}
_T, _S, _I, _U = Mark.TEXT, Mark.SOURCE, Mark.INTERPRETATION, Mark.UNVERIFIED
_OLD, _NEW = PROGRAMME_START, SWITCH
_SMALL = ("JKN", "JKK", "JHT", "JKM")

PARAMETERS: tuple[Parameter, ...] = (
    Parameter(Rule.NATIONALITY, _OLD, "PP 37/2021 Art 4(2)a", "KSP", _S, words=("WNI",)),
    Parameter(Rule.RELATION, _OLD, "PP 37/2021 Art 4(2)c", "HML, AUP", _S, words=("PU",)),
    Parameter(Rule.AGE_AT_REGISTRATION, _OLD, "PP 37/2021 Art 4(2)b", "KSP, AUP", _S, (54,)),
    Parameter(Rule.REGISTRATION, _OLD, "PP 37/2021 Art 37", "TUM", _S),
    Parameter(Rule.PROGRAMMES_SMALL, _OLD, "PP 37/2021 Art 4(3)b", "BIS, KLP", _S, words=_SMALL),
    Parameter(Rule.PROGRAMMES_SMALL, _NEW, "PP 6/2025 Art 4", "BIS, LEG", _S, words=_SMALL),
    Parameter(Rule.PROGRAMMES_LARGE, _OLD, "PP 37/2021 Art 4(3)a", "BIS, KLP", _S, words=(*_SMALL, "JP")),
    Parameter(Rule.PROGRAMMES_LARGE, _NEW, "PP 6/2025 Art 4", "BIS, LEG", _S, words=(*_SMALL, "JP")),
    Parameter(Rule.JKN_SEGMENTS, _OLD, "PP 37/2021 Art 4", "BIS", _S, words=("PPU",)),
    Parameter(Rule.JKN_SEGMENTS, _NEW, "PP 6/2025 Art 4", "BIS", _S),  # the condition was deleted
    Parameter(Rule.EXCLUDED_CAUSES, _OLD, "PP 37/2021 Art 20(1)", "RIA, TUM", _S),
    Parameter(Rule.FIXED_TERM, _OLD, "PP 37/2021 Art 20(2)", "HML, RIA", _S),
    Parameter(Rule.PROOF, _OLD, "PP 37/2021 Art 20(3)", "HML", _S),
    Parameter(Rule.PROOF, _NEW, "Permenaker 2/2025 Art 9(3)", "M9", _T),
    Parameter(Rule.LIFETIME_CLAIMS, _OLD, "PP 37/2021", "GRS", _S, (3,)),
    Parameter(Rule.MONTHS_BETWEEN_CLAIMS, _OLD, "PP 37/2021", "GRS", _U, (60,)),  # "since the last benefit" unverified
    Parameter(Rule.PAID_MONTHS, _OLD, "PP 37/2021 Art 19(3)", "HALO, TEM", _S, (12,)),
    Parameter(Rule.PAID_MONTHS, _NEW, "PP 6/2025 Art 19(3)", "TEM", _S, (12,)),
    Parameter(Rule.PAID_MONTHS_WITHIN, _OLD, "PP 37/2021 Art 19(3)", "HALO, TEM", _S, (24,)),
    Parameter(Rule.CONSECUTIVE_MONTHS, _OLD, "PP 37/2021 Art 19(3)", "HALO, TEM", _S, (6,)),
    Parameter(Rule.CONSECUTIVE_MONTHS, _NEW, "PP 6/2025 Art 19(3)", "TEM", _S, (0,)),  # abolished
    Parameter(Rule.RE_EMPLOYMENT, _OLD, "PP 37/2021 Art 40", "KON", _S),
    Parameter(Rule.RE_EMPLOYMENT, _NEW, "PP 6/2025 Art 40", "ANT", _S),
    Parameter(Rule.CLAIM_MONTHS, _OLD, "PP 37/2021 Art 40", "KON", _S, (3,)),
    Parameter(Rule.CLAIM_MONTHS, _NEW, "PP 6/2025 Art 40", "ANT", _S, (6,)),
    Parameter(Rule.WILLINGNESS, _OLD, "PP 37/2021 Art 19", "PAR", _I),
    Parameter(
        Rule.ARREARS_BPJS_PAYS, _OLD, "PP 6/2025 Art 39(1)-(2)", "P39", _U, (3,)
    ),  # applied before it was written
    Parameter(Rule.ARREARS_BPJS_PAYS, _NEW, "PP 6/2025 Art 39(1)-(3)", "P39", _T, (3,)),
    Parameter(Rule.ARREARS_INSOLVENT, INSOLVENCY_RULE_SINCE, "PP 6/2025 Art 39A(1)", "ANT, KON", _S, (6,)),
    Parameter(Rule.WAGE_CEILING, _OLD, "PP 37/2021 Art 21", "KSP", _S, (5_000_000,)),
    Parameter(Rule.WAGE_CEILING, _NEW, "PP 6/2025 Art 21(2)-(3)", "ARM", _S, (5_000_000,)),
    Parameter(Rule.CASH_RATES, _OLD, "PP 37/2021 Art 21", "PAR", _S, (4500, 4500, 4500, 2500, 2500, 2500)),
    Parameter(Rule.CASH_RATES, _NEW, "PP 6/2025 Art 21(1)", "ANT, VOI", _S, (6000,) * 6),
    # government, recomposed from JKK, recomposed from JKM
    Parameter(Rule.CONTRIBUTION, _OLD, "PP 37/2021 Art 11", "BIS, KLP", _S, (22, 14, 10)),
    Parameter(Rule.CONTRIBUTION, _NEW, "PP 6/2025 Art 11", "VOI, BIS", _S, (22, 14, 0)),
    Parameter(Rule.FIRST_MONTH, _OLD, "Permenaker 15/2021", "HALO", _I),
    Parameter(Rule.FIRST_MONTH, _NEW, "Permenaker 2/2025 Art 13(1)-(2)", "M13", _I),  # nothing else is asked
    Parameter(Rule.SEARCH_APPLICATIONS, _OLD, "Permenaker 15/2021", "PAR", _S, (5,)),  # different companies then
    Parameter(Rule.SEARCH_APPLICATIONS, _NEW, "Permenaker 2/2025 Art 13(4)a", "M13", _T, (5,)),
    Parameter(Rule.SEARCH_CALLS, _OLD, "Permenaker 15/2021", "PAR", _S, (1,)),
    Parameter(Rule.SEARCH_CALLS, _NEW, "Permenaker 2/2025 Art 13(4)b", "M13", _T, (1,)),
    Parameter(Rule.ATTENDANCE, _OLD, "Permenaker 15/2021", "PAR", _S, (80,)),
    Parameter(Rule.ATTENDANCE, _NEW, "Permenaker 2/2025 Art 13(3)b", "M13", _T, (80,)),
    Parameter(Rule.STATUS_FORM, _OLD, "Permenaker 15/2021", "HALO", _S),
    Parameter(Rule.STATUS_FORM, _NEW, "Permenaker 2/2025 Art 13(5)b", "M13", _T),
    Parameter(Rule.WINDOW_DAYS, _OLD, "Permenaker 15/2021 Art 14", "HALO, GRS", _S, (5,)),
    Parameter(Rule.WINDOW_DAYS, _NEW, "Permenaker 2/2025 Art 14(1)", "M13", _U, (5,)),  # new text not seen
    Parameter(Rule.LAST_WINDOW_WORKING_DAYS, _OLD, "Permenaker 15/2021 Art 14", "HALO, GRS", _S, (5,)),
    Parameter(Rule.LAST_WINDOW_WORKING_DAYS, _NEW, "Permenaker 2/2025 Art 14(3)", "M13", _U, (5,)),
    Parameter(Rule.REPORT_WORKING_DAYS, _NEW, "Permenaker 2/2025 Art 9(1)", "M9", _T, (7,)),
    Parameter(Rule.PAYMENT_WORKING_DAYS, _NEW, "Permenaker 2/2025 Art 13(6)", "M13", _T, (3,)),
    Parameter(Rule.TRAINING_CAP, _OLD, "PMK 148/PMK.02/2021 Art 31", "KON", _S, (1_000_000,)),
    Parameter(Rule.TRAINING_CAP, date(2025, 4, 14), "PMK 26/2025", "KON", _S, (2_400_000,)),
)


def in_force(rule: Rule, day: date) -> Parameter:
    """Give the row of a rule that was in force on a day.

    Raises:
        LookupError: no row was in force yet.
    """
    rows = [row for row in PARAMETERS if row.rule is rule and row.since <= day]
    if not rows:
        raise LookupError(f"{rule}: nothing was in force on {day}")
    return max(rows, key=lambda row: row.since)


def worst(*certainties: Certainty) -> Certainty:
    """Give the least sure of several certainties; law where there is none to compare."""
    return max(certainties, key=tuple(Certainty).index, default=Certainty.LAW)
