"""Cases of the kind `monthly`: what a benefit month needs (Permenaker 2/2025 Art 13, and the text before it)."""

from collections.abc import Mapping

from second_encoding import figures as law
from second_encoding.unknowns import Unsure, ask

FACTS = (  # in the order in which they are asked for, one at a time
    "employed_again",
    "self_assessment_done",
    "status_form_done",
    "in_training",
    "training_attendance_pct",
    "applications",
    "interview_or_test_calls",
)
LAST = 6
PAY = {"PAY": True, "REVIEW_ATTENDANCE_LT_80_JOBSEARCH_OK": None, "FACT_MISSING": None}


def decide(values: Mapping) -> dict:
    """Decide one month; the reason code alone says whether it is paid."""
    case = dict.fromkeys(FACTS) | dict(values)
    found = ask(_reason, case, FACTS)
    missing = list(found.hangs_on[:1]) if isinstance(found, Unsure) else []
    code = "FACT_MISSING" if missing else found
    return {"pay": PAY.get(code, False), "reason_code": code} | ({"missing": missing} if missing else {})


def _reason(c: Mapping) -> str:
    searching = c["applications"] >= law.APPLICATIONS_NEEDED or c["interview_or_test_calls"] >= law.CALLS_NEEDED
    absent = c["in_training"] and c["training_attendance_pct"] < law.ATTENDANCE_NEEDED
    present = c["in_training"] and not absent
    old, last = c["regime"] == "PP37", c["month_no"] == LAST
    rows = (  # the first that holds
        (c["employed_again"], "EMPLOYED_AGAIN"),
        (c["month_no"] == 1, "PAY"),
        (old and not c["self_assessment_done"], "NO_SELF_ASSESSMENT"),
        (last and not c["status_form_done"], "STATUS_FORM_MISSING"),
        (absent and (old or not searching), "TRAINING_ATTENDANCE_LT_80"),
        (absent, "REVIEW_ATTENDANCE_LT_80_JOBSEARCH_OK"),
        (searching, "PAY"),
        (present and not last and not old, "PAY"),  # month 6 wants the search itself, and so did every month before
        (True, "JOBSEARCH_INSUFFICIENT"),
    )
    return next(code for holds, code in rows if holds)
