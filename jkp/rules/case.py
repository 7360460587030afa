"""The facts of one worker's case and the decision made of them; the words are those of facts/decide.md."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Cause(StrEnum):
    """Why the employment ended."""

    EFFICIENCY = "efficiency"
    CLOSURE = "closure"
    BANKRUPTCY = "bankruptcy"
    LOSS = "loss"
    MISCONDUCT = "misconduct"
    MUTUAL_AGREEMENT = "mutual_agreement"
    DISPUTE_DECISION = "dispute_decision"
    RESIGN = "resign"
    FORCED_RESIGN = "forced_resign"
    RETIRE = "retire"
    PERMANENT_TOTAL_DISABILITY = "permanent_total_disability"
    DEATH = "death"
    CONTRACT_EXPIRED = "contract_expired"


class Certainty(StrEnum):
    """How sure the deciding rules are: read or sourced text, our reading, or not verified."""

    LAW = "law"
    READING = "reading"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Case:
    """Facts of one worker; None means not known, and not known is never a refusal. Money in rupiah a month."""

    nationality: str | None = None  # WNI or WNA
    segment: str | None = None  # PU BPU PMI PNS
    birth_date: date | None = None
    jkp_registration_date: date | None = None
    registered_in_jkp: bool | None = None
    enterprise_size: str | None = None  # micro small medium large
    programmes: tuple[str, ...] | None = None  # JKN JKK JHT JP JKM
    jkn_segment: str | None = None  # PPU PBI PBPU NONE
    contract_type: str | None = None  # PKWT PKWTT
    contract_end_date: date | None = None
    termination_date: date | None = None
    termination_cause: Cause | None = None
    proof_ok: bool | None = None
    paid_months_last_24: int | None = None
    consecutive_paid_months_before: int | None = None
    arrears_months_consecutive: int | None = None
    employer_bankrupt_or_closed: bool | None = None
    previous_claims: int | None = None
    iur_months_since_last_benefit: int | None = None
    employed_again_on: date | None = None
    willing_to_work: bool | None = None
    claim_date: date | None = None
    eligibility_decision_date: date | None = None
    reported_wage: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rules say about a case. `eligible` None = a fact is missing (`missing` names the inputs)."""

    regime: str  # PP37 PP6 PP37_TO_PP6
    eligible: bool | None
    reason_code: str
    payer: str  # BPJS_TK EMPLOYER NONE
    claim_deadline: date | None
    benefit_base: int = 0
    benefit_months: int = 0
    monthly_amounts: tuple[int, ...] = ()
    total: int = 0
    missing: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()  # every failed test, in the order of the rules
    certainty: Certainty = Certainty.LAW
    articles: tuple[str, ...] = ()
    owed_by_employer: int | None = 0  # rupiah; None: owed, but a fact for the sum is missing
