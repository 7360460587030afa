"""The papers a worker needs for the first claim, by how the work ended, and who issues each (codes only)."""

from dataclasses import dataclass
from enum import StrEnum

from jkp.declared import Declared, value
from jkp.rules.case import Cause
from jkp.rules.regulation import Mark


class Paper(StrEnum):
    """One paper of the checklist."""

    ACCEPTANCE = "acceptance"  # the worker's letter of not refusing the termination
    REPORT_RECEIPT = "report_receipt"  # receipt of the report of the termination
    JOINT_AGREEMENT = "joint_agreement"
    AGREEMENT_DEED = "agreement_deed"  # registration of the joint agreement at the industrial court
    COURT_DECISION = "court_decision"  # of permanent force
    KTP = "ktp"
    KK = "kk"
    KPJ = "kpj"
    BANK_ACCOUNT = "bank_account"  # in the worker's own name
    SIAPKERJA = "siapkerja"


class Issuer(StrEnum):
    """Who gives a paper."""

    WORKER = "worker"
    EMPLOYER = "employer"
    DINAS = "dinas"  # or the province, or the ministry
    PHI = "phi"
    DUKCAPIL = "dukcapil"
    BPJS_TK = "bpjs_tk"
    BANK = "bank"
    KEMNAKER = "kemnaker"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist; of the items that share a `choice`, one is enough."""

    paper: Paper
    issuer: Issuer
    article: str
    mark: Mark
    choice: str = ""


_ACCEPTED = (
    Item(Paper.ACCEPTANCE, Issuer.WORKER, "Permenaker 2/2025 Art 9(3)a", Mark.TEXT),
    Item(Paper.REPORT_RECEIPT, Issuer.DINAS, "Permenaker 2/2025 Art 9(3)a", Mark.TEXT),
)
_AGREED = (
    Item(Paper.JOINT_AGREEMENT, Issuer.EMPLOYER, "Permenaker 2/2025 Art 9(3)b", Mark.TEXT),
    Item(Paper.AGREEMENT_DEED, Issuer.PHI, "Permenaker 2/2025 Art 9(3)b", Mark.TEXT, choice="agreement"),
    Item(Paper.REPORT_RECEIPT, Issuer.DINAS, "Permenaker 2/2025 Art 9(3)b", Mark.TEXT, choice="agreement"),
)
_COURT = (Item(Paper.COURT_DECISION, Issuer.PHI, "PP 37/2021 Art 20(3)c", Mark.UNVERIFIED),)
_DISPUTED = (
    Item(Paper.JOINT_AGREEMENT, Issuer.EMPLOYER, "Permenaker 2/2025 Art 9(3)b", Mark.TEXT, choice="dispute"),
    Item(Paper.COURT_DECISION, Issuer.PHI, "PP 37/2021 Art 20(3)c", Mark.UNVERIFIED, choice="dispute"),
)
_ROUTES = {
    Cause.MUTUAL_AGREEMENT: _AGREED,
    Cause.DISPUTE_DECISION: _COURT,
    Cause.FORCED_RESIGN: _DISPUTED,
}
_OWN = (
    Item(Paper.KTP, Issuer.DUKCAPIL, "", Mark.SOURCE),
    Item(Paper.KK, Issuer.DUKCAPIL, "", Mark.SOURCE),
    Item(Paper.KPJ, Issuer.BPJS_TK, "", Mark.SOURCE),
    Item(Paper.BANK_ACCOUNT, Issuer.BANK, "Permenaker 2/2025 Art 13(7)", Mark.TEXT),
    Item(Paper.SIAPKERJA, Issuer.KEMNAKER, "", Mark.SOURCE),
)


def papers(declared: Declared) -> tuple[Item, ...]:
    """Give the checklist: the proof of the termination by its cause (Art 20(3)), then the worker's own papers.

    Where the cause is not known, the papers of an accepted termination are shown: they are asked most often.
    """
    cause = value(declared.cause)
    proof = _ACCEPTED if cause is None else _ROUTES.get(cause, _ACCEPTED)
    return (*proof, *_OWN)
