"""The papers a worker needs for the first claim: by how the work ended, who issues each, and what is still missing."""

from collections.abc import Set as AbstractSet
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


class Situation(StrEnum):
    """How the work ended, as far as papers go."""

    ACCEPTED = "accepted"  # the worker did not refuse the termination
    AGREED = "agreed"  # by joint agreement
    COURT = "court"
    FORCED = "forced"  # made to resign: a dispute first
    GONE = "gone"  # the employer is closed, bankrupt or nowhere to be found


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
PROOF = {
    Situation.ACCEPTED: _ACCEPTED,
    Situation.AGREED: _AGREED,
    Situation.COURT: _COURT,
    Situation.FORCED: _DISPUTED,
    Situation.GONE: _ACCEPTED,  # no other proof is known to us: the office is to be asked
}
OWN = (
    Item(Paper.KTP, Issuer.DUKCAPIL, "", Mark.SOURCE),
    Item(Paper.KK, Issuer.DUKCAPIL, "", Mark.SOURCE),
    Item(Paper.KPJ, Issuer.BPJS_TK, "", Mark.SOURCE),
    Item(Paper.BANK_ACCOUNT, Issuer.BANK, "Permenaker 2/2025 Art 13(7)", Mark.TEXT),
    Item(Paper.SIAPKERJA, Issuer.KEMNAKER, "", Mark.SOURCE),
)
_BY_CAUSE = {
    Cause.MUTUAL_AGREEMENT: Situation.AGREED,
    Cause.DISPUTE_DECISION: Situation.COURT,
    Cause.FORCED_RESIGN: Situation.FORCED,
    Cause.CLOSURE: Situation.GONE,
    Cause.BANKRUPTCY: Situation.GONE,
}
_SETTLES = frozenset({Situation.AGREED, Situation.COURT})  # what can end a dispute


def situation(declared: Declared, chosen: Situation | None = None) -> Situation:
    """Say which papers prove the end of the work: as the worker chose, else by the cause (Art 20(3)).

    Who was made to resign stays in dispute until an agreement or a decision settles it. Where nothing is known, the
    papers of an accepted termination are shown: they are asked most often.
    """
    cause = value(declared.cause)
    if chosen is not None and (cause is not Cause.FORCED_RESIGN or chosen in _SETTLES):
        return chosen
    return Situation.ACCEPTED if cause is None else _BY_CAUSE.get(cause, Situation.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Checklist:
    """The papers of one worker. `proved`: the proof was said to be at hand, whatever is ticked."""

    situation: Situation
    have: AbstractSet[Paper] = frozenset()
    proved: bool = False

    @property
    def proof(self) -> tuple[Item, ...]:
        """The papers that prove the end of the work."""
        return PROOF[self.situation]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every paper, the proof first."""
        return (*self.proof, *OWN)

    @property
    def gaps(self) -> tuple[tuple[Item, ...], ...]:
        """What is still missing, in the order to get it; of the items of one gap one is enough."""
        needed = OWN if self.proved else self.items
        return tuple(each for each in _needs(needed) if not any(item.paper in self.have for item in each))

    @property
    def is_proof_ticked(self) -> bool:
        """Whether the ticked papers prove the end of the work for certain; an unverified paper alone does not."""
        sure = {item.paper for item in self.proof if item.mark is not Mark.UNVERIFIED} & set(self.have)
        return all(any(item.paper in sure for item in each) for each in _needs(self.proof))


def _needs(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], ...]:
    """Join the items of which one is enough."""
    keys = dict.fromkeys(item.choice or item.paper for item in items)
    return tuple(tuple(item for item in items if (item.choice or item.paper) == key) for key in keys)
