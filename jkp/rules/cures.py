"""What helps after a refusal: for every failed test the cure or the office that can help (codes only)."""

from dataclasses import dataclass
from enum import StrEnum

from jkp.rules.reasons import Reason


class Office(StrEnum):
    """Who can help a worker further."""

    BPJS_TK = "bpjs_tk"
    BPJS_KESEHATAN = "bpjs_kesehatan"
    DINAS = "dinas"  # manpower office of the regency, city or province
    MEDIATOR = "mediator"
    INSPECTOR = "pengawas"
    EMPLOYER = "employer"
    COUNSELOR = "pengantar_kerja"


class Cure(StrEnum):
    """What can be done."""

    GET_PROOF = "get_proof"
    RESEND_PAPERS = "resend_papers"
    REPORT_EMPLOYER = "report_employer"
    CHECK_MONTHS = "check_months"
    DEACTIVATE = "deactivate"
    OWN_ACCOUNT = "own_account"  # a bank account in one's own name (Permenaker 2/2025 Art 13(7))
    CHECK_DEADLINE = "check_deadline"
    CHECK_RECORD = "check_record"
    CHECK_CAUSE = "check_cause"
    OTHER_PROGRAMME = "other_programme"  # JHT, JP, JKK or JKM instead
    CONTRACT_COMPENSATION = "contract_compensation"  # an expired PKWT gives compensation money, not JKP
    SIGN_COMMITMENT = "sign_commitment"
    SEEK_WORK = "seek_work"
    ASK_WHY = "ask_why"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A cure and the office behind it; `fixable` says that the right itself can still be won back."""

    cure: Cure
    office: Office
    fixable: bool


_REMEDIES = {
    Reason.NOT_WNI: Remedy(Cure.CHECK_RECORD, Office.BPJS_TK, fixable=False),
    Reason.NO_EMPLOYMENT_RELATION: Remedy(Cure.OTHER_PROGRAMME, Office.BPJS_TK, fixable=False),
    Reason.EMPLOYER_NOT_REGISTERED: Remedy(Cure.REPORT_EMPLOYER, Office.INSPECTOR, fixable=True),
    Reason.AGE_54_AT_REGISTRATION: Remedy(Cure.CHECK_RECORD, Office.BPJS_TK, fixable=False),
    Reason.PROGRAMMES_INCOMPLETE: Remedy(Cure.REPORT_EMPLOYER, Office.INSPECTOR, fixable=True),
    Reason.JKN_NOT_PPU: Remedy(Cure.CHECK_RECORD, Office.BPJS_KESEHATAN, fixable=True),
    Reason.EXCLUDED_RESIGN: Remedy(Cure.CHECK_CAUSE, Office.MEDIATOR, fixable=False),
    Reason.EXCLUDED_RETIRE: Remedy(Cure.OTHER_PROGRAMME, Office.BPJS_TK, fixable=False),
    Reason.EXCLUDED_DISABILITY: Remedy(Cure.OTHER_PROGRAMME, Office.BPJS_TK, fixable=False),
    Reason.EXCLUDED_DEATH: Remedy(Cure.OTHER_PROGRAMME, Office.BPJS_TK, fixable=False),
    Reason.PKWT_EXPIRED: Remedy(Cure.CONTRACT_COMPENSATION, Office.DINAS, fixable=False),
    Reason.PROOF_MISSING: Remedy(Cure.GET_PROOF, Office.DINAS, fixable=True),
    Reason.CLAIM_LIMIT_REACHED: Remedy(Cure.CHECK_RECORD, Office.BPJS_TK, fixable=False),
    Reason.IUR_LT_60_SINCE_LAST: Remedy(Cure.CHECK_MONTHS, Office.BPJS_TK, fixable=False),
    Reason.IUR_LT_12_IN_24: Remedy(Cure.CHECK_MONTHS, Office.BPJS_TK, fixable=False),
    Reason.IUR_NOT_6_CONSECUTIVE: Remedy(Cure.CHECK_MONTHS, Office.BPJS_TK, fixable=False),
    Reason.ALREADY_EMPLOYED: Remedy(Cure.CHECK_RECORD, Office.BPJS_TK, fixable=False),
    Reason.LATE_CLAIM: Remedy(Cure.CHECK_DEADLINE, Office.BPJS_TK, fixable=False),
    Reason.NOT_WILLING: Remedy(Cure.SIGN_COMMITMENT, Office.COUNSELOR, fixable=True),
}


def remedy(reason: Reason) -> Remedy:
    """Give the cure or the office for a failed test.

    Raises:
        KeyError: the reason is not a refusal.
    """
    return _REMEDIES[reason]
