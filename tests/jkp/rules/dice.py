"""Cases at random, the same ones each time: odd dates, unknown facts, and enough near the edges to be right often."""

from datetime import date, timedelta
from random import Random

from jkp.rules.case import Case, Cause
from jkp.rules.duties import MonthFacts
from jkp.rules.reasons import Regime

ALL_FIVE = ("JKN", "JKK", "JHT", "JP", "JKM")
ODD_DAYS = (
    date(2020, 2, 29),
    date(2021, 2, 1),
    date(2021, 2, 2),
    date(2023, 11, 30),
    date(2024, 2, 29),
    date(2024, 11, 6),
    date(2024, 11, 7),
    date(2024, 12, 31),
    date(2025, 2, 6),
    date(2025, 2, 7),
    date(2025, 8, 31),
    date(2026, 12, 31),
    date(2028, 2, 29),
    date(2199, 6, 30),
)
USUAL = Case(
    nationality="WNI",
    segment="PU",
    birth_date=date(1990, 5, 1),
    jkp_registration_date=date(2021, 2, 2),
    registered_in_jkp=True,
    enterprise_size="large",
    programmes=ALL_FIVE,
    jkn_segment="PPU",
    contract_type="PKWTT",
    termination_date=date(2025, 8, 1),
    termination_cause=Cause.EFFICIENCY,
    proof_ok=True,
    paid_months_last_24=24,
    consecutive_paid_months_before=24,
    arrears_months_consecutive=0,
    employer_bankrupt_or_closed=False,
    previous_claims=0,
    willing_to_work=True,
    claim_date=date(2025, 8, 20),
    reported_wage=4_000_000,
)


def seeded(number: int) -> Random:
    """Give dice that fall the same way each time."""
    return Random(number)  # noqa: S311 - the same cases each time are wanted, nothing here is secret


def a_day(dice: Random, until: date | None = None) -> date:
    """Give an odd day or any between 2019 and 2040; never later than `until`."""
    day = dice.choice(ODD_DAYS) if dice.random() < 0.3 else date(2019, 1, 1) + timedelta(dice.randrange(8000))
    return day if until is None or day <= until else until - timedelta(dice.randrange(1500))


def a_case(dice: Random, until: date | None = None) -> Case:
    """Give a case: its usual facts, some of them changed, some unknown; claimed near the end of the work or not."""
    ended = a_day(dice, until)
    near = ended + timedelta(dice.choice((-1, 0, 1, 20, 88, 92, 93, 150, 179, 184, 190, 400)))
    claimed = near if dice.random() < 0.8 else a_day(dice)
    if until is not None:
        claimed = min(claimed, until)
    usual = {
        **{name: getattr(USUAL, name) for name in USUAL.__slots__},
        "termination_date": ended,
        "claim_date": claimed,
        "employer_bankrupt_or_closed": dice.random() < 0.3,  # decides only after months of arrears
    }
    odd = _odd(dice, until)
    changed = {name: value for name, value in odd.items() if dice.random() < 0.12}
    unknown = dict.fromkeys(name for name in usual if dice.random() < dice.choice((0, 0, 0.04, 0.3)))
    return Case(**{**usual, **changed, **unknown})


def _odd(dice: Random, until: date | None) -> dict[str, object]:
    return {
        "nationality": dice.choice(("WNI", "WNA")),
        "segment": dice.choice(("PU", "BPU", "PMI", "PNS")),
        "birth_date": date(1950, 1, 1) + timedelta(dice.randrange(21_000)),
        "jkp_registration_date": a_day(dice),
        "registered_in_jkp": dice.random() < 0.5,
        "enterprise_size": dice.choice(("micro", "small", "medium", "large")),
        "programmes": tuple(each for each in ALL_FIVE if dice.random() < 0.8),
        "jkn_segment": dice.choice(("PPU", "PBI", "PBPU", "NONE")),
        "contract_type": dice.choice(("PKWT", "PKWTT")),
        "contract_end_date": a_day(dice),
        "termination_cause": dice.choice(tuple(Cause)),
        "proof_ok": dice.random() < 0.5,
        "paid_months_last_24": dice.randrange(26),
        "consecutive_paid_months_before": dice.randrange(26),
        "arrears_months_consecutive": dice.randrange(13),
        "employer_bankrupt_or_closed": dice.random() < 0.5,
        "previous_claims": dice.randrange(5),
        "iur_months_since_last_benefit": dice.choice((0, 59, 60, 61, 120)),
        "employed_again_on": a_day(dice),
        "willing_to_work": dice.random() < 0.5,
        "eligibility_decision_date": a_day(dice, until),
        "reported_wage": dice.choice((0, 1, 2_000_010, 4_999_999, 5_000_000, 5_000_001, dice.randrange(20_000_000))),
    }


def a_month(dice: Random, on: date | None = None) -> MonthFacts:
    """Give the facts of one benefit month, some unknown."""
    values = {
        "self_assessment_done": dice.random() < 0.5,
        "applications": dice.randrange(8),
        "interview_or_test_calls": dice.randrange(3),
        "in_training": dice.random() < 0.5,
        "training_attendance_pct": dice.choice((0, 79, 80, 81, 100)),
        "employed_again": dice.random() < 0.2,
        "status_form_done": dice.random() < 0.5,
    }
    unknown = dict.fromkeys(name for name in values if dice.random() < 0.15)
    return MonthFacts(dice.choice(tuple(Regime)), dice.randrange(1, 7), **{**values, **unknown}, on=on)
