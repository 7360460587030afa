"""Codes for what the rules say: why there is a right or none, why a month is paid; wording lives in bot/texts."""

from enum import StrEnum


class Regime(StrEnum):
    """Which text of the programme applies (Permenaker 2/2025 Art II)."""

    PP37 = "PP37"
    PP6 = "PP6"
    PP37_TO_PP6 = "PP37_TO_PP6"  # declared eligible under PP 37, at least one month paid under PP 6


class Payer(StrEnum):
    """Who pays the cash benefit."""

    BPJS_TK = "BPJS_TK"
    EMPLOYER = "EMPLOYER"
    NONE = "NONE"


class Reason(StrEnum):
    """Outcome of the eligibility tests; the failures stand in the order in which they are tested."""

    NOT_WNI = "NOT_WNI"
    NO_EMPLOYMENT_RELATION = "NO_EMPLOYMENT_RELATION"
    EMPLOYER_NOT_REGISTERED = "EMPLOYER_NOT_REGISTERED"
    AGE_54_AT_REGISTRATION = "AGE_54_AT_REGISTRATION"
    PROGRAMMES_INCOMPLETE = "PROGRAMMES_INCOMPLETE"
    JKN_NOT_PPU = "JKN_NOT_PPU"
    EXCLUDED_RESIGN = "EXCLUDED_RESIGN"
    EXCLUDED_RETIRE = "EXCLUDED_RETIRE"
    EXCLUDED_DISABILITY = "EXCLUDED_DISABILITY"
    EXCLUDED_DEATH = "EXCLUDED_DEATH"
    PKWT_EXPIRED = "PKWT_EXPIRED"
    PROOF_MISSING = "PROOF_MISSING"
    CLAIM_LIMIT_REACHED = "CLAIM_LIMIT_REACHED"
    IUR_LT_60_SINCE_LAST = "IUR_LT_60_SINCE_LAST"
    IUR_LT_12_IN_24 = "IUR_LT_12_IN_24"
    IUR_NOT_6_CONSECUTIVE = "IUR_NOT_6_CONSECUTIVE"
    ALREADY_EMPLOYED = "ALREADY_EMPLOYED"
    LATE_CLAIM = "LATE_CLAIM"
    NOT_WILLING = "NOT_WILLING"
    FACT_MISSING = "FACT_MISSING"
    OK = "OK"
    OK_ARREARS_BPJS_PAYS = "OK_ARREARS_BPJS_PAYS"
    OK_EMPLOYER_PAYS_FIRST = "OK_EMPLOYER_PAYS_FIRST"
    OK_ARREARS_39A = "OK_ARREARS_39A"


class MonthReason(StrEnum):
    """Why a benefit month is paid, is not, or is for a counselor to decide."""

    PAY = "PAY"
    JOBSEARCH_INSUFFICIENT = "JOBSEARCH_INSUFFICIENT"
    TRAINING_ATTENDANCE_LT_80 = "TRAINING_ATTENDANCE_LT_80"
    REVIEW_ATTENDANCE_LT_80_JOBSEARCH_OK = "REVIEW_ATTENDANCE_LT_80_JOBSEARCH_OK"
    EMPLOYED_AGAIN = "EMPLOYED_AGAIN"
    STATUS_FORM_MISSING = "STATUS_FORM_MISSING"
    NO_SELF_ASSESSMENT = "NO_SELF_ASSESSMENT"
    FACT_MISSING = "FACT_MISSING"
