"""A claim that was sent back: for every reason who acts, what the worker does, the cure and the office."""

from dataclasses import dataclass, replace
from datetime import date

from jkp.declared import Declared, Refusal, Source, value
from jkp.rules.cures import Cure, Office, Remedy
from jkp.stages import Actor, Step


@dataclass(frozen=True, slots=True)
class Answer:
    """What follows from a refusal."""

    actor: Actor
    step: Step
    remedy: Remedy
    since: date | None = None


# the reasons are those of facts 8 and 13: invalid papers, still listed as working; contributions; the own account
_ANSWERS = {
    Refusal.PROOF_UNREADABLE: Answer(
        Actor.WORKER, Step.FIX_PAPERS, Remedy(Cure.RESEND_PAPERS, Office.DINAS, fixable=True)
    ),
    Refusal.PAPERS_INVALID: Answer(Actor.WORKER, Step.GET_PROOF, Remedy(Cure.GET_PROOF, Office.DINAS, fixable=True)),
    Refusal.CONTRIBUTIONS: Answer(
        Actor.BPJS_TK, Step.ASK_BPJS, Remedy(Cure.CHECK_MONTHS, Office.BPJS_TK, fixable=True)
    ),
    Refusal.STILL_ACTIVE: Answer(
        Actor.EMPLOYER, Step.ASK_EMPLOYER, Remedy(Cure.DEACTIVATE, Office.BPJS_TK, fixable=True)
    ),
    Refusal.BANK_ACCOUNT: Answer(
        Actor.WORKER, Step.FIX_ACCOUNT, Remedy(Cure.OWN_ACCOUNT, Office.BPJS_TK, fixable=True)
    ),
    Refusal.OTHER: Answer(Actor.BPJS_TK, Step.ASK_BPJS, Remedy(Cure.ASK_WHY, Office.BPJS_TK, fixable=True)),
}


def answer_to(declared: Declared) -> Answer | None:
    """Give what follows from a refusal that still stands; None when there is none.

    The payment of that month, or its filing again, ends it. A register's newer export that still tells the old claim
    is no new filing; the worker saying it again is.
    """
    refused, month = declared.refused, refused_month(declared)
    if refused is None or (value(declared.paid_through_month) or 0) >= month or _filed_again(declared, refused.on):
        return None
    return replace(_ANSWERS[refused.value], since=refused.on)


def refused_month(declared: Declared) -> int:
    """Give the benefit month that was sent back (1..6)."""
    return value(declared.refused_month) or 1


def _filed_again(declared: Declared, refused_on: date) -> bool:
    month, filed = refused_month(declared), declared.claim_date
    if month > 1:
        later = declared.filed_month
        return later is not None and later.value >= month and later.on > refused_on
    if filed is None:
        return False
    return (filed.on if filed.source is Source.WORKER else filed.value) > refused_on
