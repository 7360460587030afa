"""What protects migrant workers (PMI) instead of JKP, as dated rows: contributions and aids of Permenaker 4/2023."""

from datetime import date
from functools import partial

from jkp.rules.rows import Mark, Parameter, Rule

# the year is sourced, the day of its entry into force was not seen; the contributions stood unchanged since 2018
PMI_RULES_SINCE = date(2023, 1, 1)

_T, _S, _I, _U = Mark.TEXT, Mark.SOURCE, Mark.INTERPRETATION, Mark.UNVERIFIED
_row = partial(Parameter, checked=date(2026, 11, 22))
_IN, _ART = PMI_RULES_SINCE, "Permenaker 4/2023"
_AMOUNT_OPEN = "the benefit stands in the text; its amount is not verified"

MIGRANT: tuple[Parameter, ...] = (
    _row(Rule.PMI_PROGRAMMES, _IN, _ART, "IFR", _S, words=("JKK", "JKM", "JHT"), note="JHT is the worker's choice"),
    _row(Rule.PMI_BEFORE_DEPARTURE, _IN, f"{_ART} Art 18(1)", "K301", _T, (37_500,)),
    _row(Rule.PMI_PACKAGE_MONTHS, _IN, f"{_ART} Art 18", "K301", _T, (6, 12, 24), note="lengths between are open [U]"),
    _row(Rule.PMI_PACKAGE_AMOUNTS, _IN, f"{_ART} Art 18", "K301", _T, (108_000, 189_000, 332_500)),
    _row(Rule.PMI_MONTH_BEYOND, _IN, f"{_ART} Art 18(3)", "K301", _T, (13_500,)),
    _row(Rule.PMI_SAVINGS, _IN, _ART, "RDL", _U, (50_000, 600_000), note="from-to; that it is per month has no source"),
    _row(Rule.PMI_CLAIM_YEARS, _IN, _ART, "JPN", _S, (5,)),
    _row(Rule.PMI_AID_DISMISSED, _IN, f"{_ART} Art 34(1)m", "INR, K444", _S, (1_500_000,)),
    _row(Rule.PMI_AID_DISMISSED_ACCIDENT, _IN, f"{_ART} Art 34(1)l", "K444", _U, note=_AMOUNT_OPEN),
    _row(Rule.PMI_NOT_PLACED, _IN, f"{_ART} Art 34(1)d", "K444", _U, note=_AMOUNT_OPEN),
    _row(Rule.PMI_PLACED_CONTRARY, _IN, f"{_ART} Art 34(1)e", "INR, K444", _S, (25_000_000,)),
    _row(Rule.PMI_FARE_HOME, _IN, f"{_ART} Art 34(1)e", "INR, K444", _S, (15_000_000,), note="at most, on top"),
    _row(Rule.PMI_SENT_HOME, _IN, f"{_ART} Art 34(1)c", "K444", _U, note=_AMOUNT_OPEN),
    _row(Rule.PMI_RAPE, _IN, f"{_ART} Art 34(1)k", "INR, K444", _S, (50_000_000,)),
    _row(Rule.PMI_ACCIDENT_TREATMENT, _IN, f"{_ART} Art 34(1)", "INR", _S, (50_000_000,), note="at most"),
    _row(Rule.PMI_HOME_CARE, _IN, f"{_ART} Art 34(1)", "INR", _S, (20_000_000,), note="at most, for one year"),
    _row(Rule.PMI_HEARING_AID, _IN, f"{_ART} Art 34(1)", "INR", _S, (2_500_000,), note="at most"),
    _row(Rule.PMI_SPECTACLES, _IN, f"{_ART} Art 34(1)", "INR", _S, (1_000_000,), note="at most"),
    _row(Rule.PMI_DEATH, _IN, _ART, "TRI", _U, note="only a headline figure with unclear wording was found"),
)
