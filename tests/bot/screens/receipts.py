"""Rights receipts of every kind of verdict, made by the rules themselves."""

from dataclasses import replace
from datetime import date

from drawing import DAY
from situations import CLAIMED, DISMISSED, on, told

from bot.services.receipt import Shown
from jkp.declared import Days, Declared, Fact, Months, Refusal, Source
from jkp.receipt import receipt
from jkp.rules.case import Case, Cause

AS_OF = date(2026, 11, 20)
RECORD = Case(
    nationality="WNI", segment="PU", birth_date=date(1992, 5, 5), jkp_registration_date=date(2021, 3, 1),
    registered_in_jkp=True, enterprise_size="large", programmes=("JKN", "JKK", "JHT", "JP", "JKM"), jkn_segment="PPU",
    contract_type="PKWTT", arrears_months_consecutive=0, consecutive_paid_months_before=24,
)  # fmt: skip


def registered(value):
    """One fact as the register tells it."""
    return Fact(value, Source.BPJS_TK, AS_OF)


BY_REGISTER = Declared(
    last_day=registered(Days(date(2026, 10, 1), date(2026, 10, 1))),
    cause=registered(Cause.EFFICIENCY),
    paid_months=registered(Months(10, 10)),
    wage=registered(4_100_000),
    proof=registered(value=True),
    claim_date=registered(date(2026, 10, 12)),
)
AT_LEVEL_ONE = replace(BY_REGISTER, cause=told(Cause.EFFICIENCY), paid_months=None, wage=None, proof=None)

LIKELY = Shown(receipt(DISMISSED, DAY))
UNKNOWN = Shown(receipt(Declared(cause=told(Cause.EFFICIENCY)), DAY), by_months=True)
TOO_FEW_MONTHS = Shown(receipt(BY_REGISTER, DAY, RECORD, as_of=AS_OF), name="Sari Contoh")
NEVER_REGISTERED = Shown(
    receipt(DISMISSED, DAY, replace(RECORD, registered_in_jkp=False), as_of=AS_OF), name="Sari Contoh"
)
REFUSED = Shown(receipt(CLAIMED, DAY), refused=Refusal.PROOF_UNREADABLE)
LOCKED = Shown(receipt(AT_LEVEL_ONE, DAY, hidden=("last_day", "claim_date", "wage")), locked=True)
_MORE = (
    (replace(DISMISSED, paid_months=told(Months(0, 11)), cause=told(Cause.RESIGN)), Case()),
    (replace(DISMISSED, cause=told(Cause.FORCED_RESIGN)), Case()),
    (replace(DISMISSED, cause=told(Cause.CONTRACT_EXPIRED), contract_end=told(date(2026, 10, 5))), Case()),
    (replace(DISMISSED, cause=told(Cause.DISPUTE_DECISION), proof=told(value=False)), Case()),
    (replace(DISMISSED, proof=None), Case()),
    (replace(DISMISSED, last_day=on(date(2025, 9, 1))), Case()),
    (replace(DISMISSED, last_day=on(date(2025, 1, 6)), claim_date=told(date(2025, 1, 20))), RECORD),
    (DISMISSED, replace(RECORD, nationality="WNA")),
    (DISMISSED, replace(RECORD, segment="PNS")),
    (DISMISSED, replace(RECORD, programmes=())),
    (DISMISSED, replace(RECORD, birth_date=date(1960, 1, 1))),
    (DISMISSED, replace(RECORD, previous_claims=2, iur_months_since_last_benefit=20)),
    (DISMISSED, replace(RECORD, arrears_months_consecutive=8, employer_bankrupt_or_closed=True)),
    (DISMISSED, replace(RECORD, willing_to_work=False)),
)
EVERY = (
    LIKELY, UNKNOWN, TOO_FEW_MONTHS, NEVER_REGISTERED, LOCKED,
    REFUSED,
    *(Shown(receipt(declared, DAY, checked, as_of=AS_OF)) for declared, checked in _MORE),
)  # fmt: skip
