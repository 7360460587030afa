"""The words of a claim's course: its stages, who must act, and what the worker does next. Codes only."""

from enum import StrEnum


class Stage(StrEnum):
    """The stages of a claim [I]; no official list of statuses is known."""

    UNKNOWN = "unknown"  # too little is known to place the claim
    DISPUTED = "disputed"  # forced to resign: no claim before the dispute is settled
    NEVER_REGISTERED = "never_registered"  # the duty lies with the employer (Art 37); the inspector sees to it
    BLOCKED = "blocked"  # something fails that can be mended before the claim
    NO_RIGHT = "no_right"  # something known excludes the right
    PHK_NOT_REPORTED = "phk_not_reported"
    PHK_REPORTED = "phk_reported"  # month 1 can be filed
    VERIFYING = "verifying"
    PAID = "paid"  # waiting for the next month
    MONTH_OPEN = "month_open"
    SUBMITTED = "submitted"  # a later month was filed and is not paid yet
    MONTH_MISSED = "month_missed"  # what happens then is not known: the office must be asked
    REJECTED_FIXABLE = "rejected_fixable"
    STOPPED_EMPLOYED = "stopped_employed"
    STOPPED_DEADLINE = "stopped_deadline"
    FINISHED = "finished"


class Actor(StrEnum):
    """Who must act now."""

    WORKER = "worker"
    EMPLOYER = "employer"
    BPJS_TK = "bpjs_tk"
    MEDIATOR = "mediator"
    NOBODY = "nobody"  # nothing is to be done for the claim


class Step(StrEnum):
    """What the worker does next."""

    TELL_LAST_DAY = "tell_last_day"
    TELL_CLAIM_DATE = "tell_claim_date"
    ASK_REPORT_RECEIPT = "ask_report_receipt"
    SELF_REPORT = "self_report"  # the worker may report the end of the work when the employer did not
    GET_PROOF = "get_proof"
    FILE_CLAIM = "file_claim"
    WAIT = "wait"
    ASK_BPJS = "ask_bpjs"
    DO_APPLICATIONS = "do_applications"
    FILE_MONTH = "file_month"
    STATUS_FORM = "status_form"
    FIX_PAPERS = "fix_papers"
    FIX_ACCOUNT = "fix_account"
    ASK_EMPLOYER = "ask_employer"
    ASK_MEDIATOR = "ask_mediator"
    ASK_INSPECTOR = "ask_inspector"
    CHECK_MONTHS = "check_months"  # pay slips against the record, while the time to claim runs
    MEND = "mend"  # what is to be mended is the cure
    ASK_LATE = "ask_late"  # whether a claim after the deadline is still taken
    ASK_OFFICE = "ask_office"
    TELL_NEW_JOB = "tell_new_job"
    NOTHING = "nothing"


OVER = frozenset({Stage.FINISHED, Stage.STOPPED_EMPLOYED, Stage.STOPPED_DEADLINE, Stage.NO_RIGHT})
IN_MONTHS = frozenset({Stage.PAID, Stage.MONTH_OPEN, Stage.SUBMITTED, Stage.MONTH_MISSED})
