"""Random cases of every kind, half realistic and half hostile, the same ones for the same seed."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

TURNS = ("2021-02-02", "2024-11-06", "2024-11-07", "2025-02-06", "2025-02-07", "2025-02-08", "2024-02-29", "2028-02-29")
CAUSES = (
    "efficiency",
    "closure",
    "bankruptcy",
    "loss",
    "misconduct",
    "mutual_agreement",
    "dispute_decision",
    "resign",
    "forced_resign",
    "retire",
    "permanent_total_disability",
    "death",
    "contract_expired",
)
EVENTS = (
    "phk_not_work_accident",
    "phk_work_accident",
    "not_placed",
    "placed_contrary",
    "sent_home",
    "rape",
    "accident_treatment",
    "death",
)
ALL = ["JKN", "JKK", "JHT", "JP", "JKM"]
PROGRAMMES = (ALL, ALL, ALL, ["JKN", "JKK", "JHT", "JKM"], ["JKK", "JHT", "JP", "JKM"], ["JKN"], [])
WAGES = (0, 1, 2_020_010, 3_333_333, 4_300_000, 4_999_999, 5_000_000, 5_000_001, 12_000_000)
FIRST = date(2021, 2, 2)
KINDS = ("eligibility", "monthly", "window", "working_days", "contribution", "pmi_contribution", "pmi_jkp")
SHARES = (70, 14, 4, 4, 4, 3, 1)  # per cent


def random_cases(count: int, *, seed: int) -> Iterator[tuple[str, dict]]:
    """Make so many pairs of a kind and its input, days as text."""
    dice = random.Random(seed)  # noqa: S311  # made-up people, not secrets
    for kind in dice.choices(KINDS, SHARES, k=count):
        yield kind, MAKERS[kind](dice)


def _near(dice: random.Random, day: date) -> date:
    return day + timedelta(dice.choice((-1, 0, 0, 0, 1)))


def _day(dice: random.Random) -> date:
    if dice.random() < 0.5:
        return date.fromisoformat(dice.choice(TURNS))
    here = FIRST + timedelta(dice.randrange(2_700))
    if dice.random() < 0.3:  # the end of a month, or the day after it
        return _near(dice, here.replace(day=1) - timedelta(1))
    return here


def _after(dice: random.Random, start: date) -> date:
    """A day after it: soon, on or beside the edges of three and six months, or round the switch."""
    steps = (dice.randrange(40), 89, 90, 91, 92, 180, 181, 182, 183, 184, dice.randrange(400))
    guess = _near(dice, start + timedelta(dice.choice(steps)))
    switch = date(2025, 2, 7)
    return _near(dice, switch) if dice.random() < 0.15 and start <= switch else max(guess, start)


def _wage(dice: random.Random) -> int:
    return dice.choice(WAGES) if dice.random() < 0.4 else dice.randrange(1_500_000, 9_000_000)


def _mostly(dice: random.Random, usual: object, *others: object, odds: float = 0.85) -> object:
    return usual if dice.random() < odds else dice.choice(others)


def _eligibility(dice: random.Random) -> dict:
    ended = _day(dice)
    claimed = _after(dice, ended)
    if dice.random() < 0.02:
        ended, claimed = claimed, ended  # filed before the end, as slips of the pen go
    hostile = dice.random() < 0.4
    odds = 0.85 if hostile else 0.99
    case = _person(dice, ended, odds) | _record(dice, odds)
    case |= {
        "termination_date": ended.isoformat(),
        "claim_date": claimed.isoformat(),
        "eligibility_decision_date": _mostly(dice, None, _after(dice, min(ended, claimed)).isoformat(), odds=0.5),
        "employed_again_on": _mostly(dice, None, _near(dice, claimed).isoformat(), _day(dice).isoformat(), odds=odds),
        "reported_wage": _wage(dice),
    }
    gone = 0.06 if hostile else 0.01
    return {fact: None if dice.random() < gone else value for fact, value in case.items()}


def _person(dice: random.Random, ended: date, odds: float) -> dict:
    born = date(dice.randrange(1970, 2004), dice.randrange(1, 13), dice.randrange(1, 29))
    if dice.random() < 0.05:
        born = date(1968, 2, 29)  # is 54 in a year without that day
    birthday = date(born.year + 54, born.month, min(born.day, 28))
    registered = _mostly(dice, max(FIRST, ended - timedelta(dice.randrange(900))), _near(dice, birthday), odds=odds)
    pkwt = dice.random() < 0.3
    return {
        "nationality": _mostly(dice, "WNI", "WNA", odds=odds),
        "segment": _mostly(dice, "PU", "BPU", "PMI", "PNS", odds=odds),
        "birth_date": born.isoformat(),
        "jkp_registration_date": registered.isoformat(),
        "registered_in_jkp": dice.random() < odds,
        "enterprise_size": dice.choice(("micro", "small", "medium", "large")),
        "programmes": _mostly(dice, ALL, *PROGRAMMES, odds=odds),
        "jkn_segment": _mostly(dice, "PPU", "PBI", "PBPU", "NONE", odds=odds),
        "contract_type": "PKWT" if pkwt else "PKWTT",
        "contract_end_date": _near(dice, _after(dice, ended)).isoformat() if pkwt else None,
        "termination_cause": dice.choice(CAUSES[:7]) if dice.random() < odds else dice.choice(CAUSES),
    }


def _record(dice: random.Random, odds: float) -> dict:
    claims = _mostly(dice, 0, 1, 2, 3, 4, odds=odds)
    return {
        "proof_ok": dice.random() < odds,
        "paid_months_last_24": _mostly(dice, dice.randrange(12, 26), *range(26), odds=odds),
        "consecutive_paid_months_before": _mostly(dice, dice.choice((6, 6, 7, 12, 24)), 0, 4, 5, odds=odds),
        "arrears_months_consecutive": _mostly(dice, 0, *range(9), odds=0.6),
        "employer_bankrupt_or_closed": dice.random() < 0.3,
        "previous_claims": claims,
        "iur_months_since_last_benefit": dice.choice((0, 59, 60, 61, 120, None)) if claims else None,
        "willing_to_work": dice.random() < odds,
    }


def _monthly(dice: random.Random) -> dict:
    case = {
        "regime": dice.choice(("PP37", "PP6", "PP6", "PP6", "PP37_TO_PP6")),
        "month_no": dice.randrange(1, 7),
        "self_assessment_done": dice.random() < 0.7,
        "applications": dice.choice((0, 1, 4, 5, 6, 20)),
        "interview_or_test_calls": dice.choice((0, 0, 1, 2)),
        "in_training": dice.random() < 0.4,
        "training_attendance_pct": dice.choice((None, 0, 79, 80, 81, 100)),
        "employed_again": dice.random() < 0.15,
        "status_form_done": dice.random() < 0.6,
    }
    kept = {"regime", "month_no"}
    return {fact: None if fact not in kept and dice.random() < 0.05 else value for fact, value in case.items()}


def _holidays(dice: random.Random, around: date) -> list[str]:
    days = {around + timedelta(dice.randrange(-10, 40)) for _ in range(dice.randrange(6))}
    return [each.isoformat() for each in sorted(days)]


def _window(dice: random.Random) -> dict:
    first, month = _day(dice), dice.randrange(2, 7)
    holidays = _holidays(dice, first + timedelta(30 * month))
    return {"first_claim_date": first.isoformat(), "month_no": month, "holidays": holidays}


def _working_days(dice: random.Random) -> dict:
    event = _day(dice)
    return {"event_date": event.isoformat(), "working_days": dice.randrange(1, 31), "holidays": _holidays(dice, event)}


def _contribution(dice: random.Random) -> dict:
    month = max(FIRST, _day(dice))
    return {"month": dice.choice((f"{month:%Y-%m}", "2025-01", "2025-02")), "reported_wage": _wage(dice)}


def _pmi_contribution(dice: random.Random) -> dict:
    channel = dice.choice(("pelaksana_penempatan", "perseorangan"))
    return {"channel": channel, "contract_months": dice.choice((6, 12, 24, dice.randrange(1, 60)))}


def _pmi_jkp(dice: random.Random) -> dict:
    return {"worker": "PMI", "event": dice.choice(EVENTS)}


MAKERS = {
    "eligibility": _eligibility,
    "monthly": _monthly,
    "window": _window,
    "working_days": _working_days,
    "contribution": _contribution,
    "pmi_contribution": _pmi_contribution,
    "pmi_jkp": _pmi_jkp,
}
