"""The wage of an advertisement in rupiah a month: "UMK", "4,5jt", "2,8 - 3,2 jt", "130rb/hari"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from labour_market.adverts.field import Name, Read
from labour_market.adverts.text import Line
from labour_market.figures import Measure, figures_for
from matching.stated import LEAST_WAGE, MILLION, MOST_WAGE, THOUSAND

DAYS_A_MONTH = 25  # a daily wage of a six-day week, Government Regulation 36/2021 Art 17
WEEKS_A_MONTH = 4
LEAST_DAILY = 10_000  # rupiah; less is no wage of a day
BARE_MILLIONS = 30.0  # "4-5 juta": a bare figure up to here stands for millions
PROVINCE = len("33")

_FIGURE = r"(?:rp\.?|idr)?\s*(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?)\s*(jt|juta|mio|mil\b|rb|ribu|k\b)?"
_AMOUNT = re.compile(rf"{_FIGURE}(?:\s*(?:-|\u2013|\u2014|s/?\.?d\.?|sampai|hingga|to)\s*{_FIGURE})?", re.IGNORECASE)
_WAGE = re.compile(
    r"\bgaji\w*|\bupah|\bsalary|\bgapok|\bhonor|\bfee\b|penghasilan|\bincome|\brp\.?\s?\d|\bidr\b|\bum[krp]\b|/\s?bln"
    r"|\bharian\b|rata2|\d\s?(?:jt|juta|mio)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\bbiaya|\bdeposit|\bdp\b|jaminan|\badmin\w*\s+(?:rp|\d)|denda|transfer|modal|pinjam|omzet|nt\$|\busd|\$|"
    r"uang (?:makan|transport|bensin)\s*:?\s*(?:rp|\d)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"^[\s,-]{0,3}(?:rupiah\s)?(?:/|per|se)\s?(hari|minggu|jam|rit|pcs|potong|paket|kg|bln|bulan)", re.IGNORECASE
)
_DAILY = re.compile(r"\bharian\b", re.IGNORECASE)
_MINIMUM = re.compile(r"\bum[krp]\b", re.IGNORECASE)
TIMES = {"hari": DAYS_A_MONTH, "minggu": WEEKS_A_MONTH, "bln": 1, "bulan": 1}


@dataclass(frozen=True, slots=True)
class Pay:
    """Amounts in rupiah a month, whether they were said by the month, and the words."""

    amounts: tuple[int, ...]
    monthly: bool
    words: str


def wage(lines: Sequence[Line], place: str) -> list[Read]:
    """Read the wage; `place` is the code found for the advertisement, for the minimum wage of its province."""
    pays = [pay for line in lines if _WAGE.search(line.text) for pay in _pays(line)]
    if not pays:
        return _minimum(lines, place)
    amounts = sorted({amount for pay in pays for amount in pay.amounts})
    sure = len(pays) == 1 and pays[0].monthly
    words = "; ".join(pay.words for pay in pays)
    low = Read(Name.WAGE_MIN, str(amounts[0]), sure=sure, where=words)
    return [low] if len(amounts) == 1 else [low, Read(Name.WAGE_MAX, str(amounts[-1]), sure=sure, where=words)]


def _pays(line: Line) -> list[Pay]:
    if _OTHER.search(line.text):
        return []
    found = (_pay(line.text, one) for one in _AMOUNT.finditer(line.text))
    return [pay for pay in found if pay is not None]


def _pay(text: str, found: re.Match[str]) -> Pay | None:
    first, unit, second, last_unit = found.groups()
    period = _PERIOD.match(text[found.end() :])
    name = period.group(1).casefold() if period else ("hari" if _DAILY.search(text) else "bulan")
    if name not in TIMES:
        return None
    shared = unit or last_unit or ""
    written = [(first, shared)] + ([(second, last_unit or "")] if second else [])
    amounts = [_rupiah(figure, mark, is_daily=name == "hari") for figure, mark in written]
    monthly = tuple(amount * TIMES[name] for amount in amounts if amount is not None)
    if len(monthly) < len(written) or not all(LEAST_WAGE <= amount <= MOST_WAGE for amount in monthly):
        return None
    return Pay(monthly, name in {"bulan", "bln"}, text[max(0, found.start() - 20) : found.end() + 10].strip())


def _rupiah(figure: str, unit: str, *, is_daily: bool) -> int | None:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", figure):
        return int(re.sub(r"[.,]", "", figure))
    amount = float(figure.replace(",", "."))
    mark = unit.casefold()
    if mark in {"jt", "juta", "mio", "mil"}:
        return round(amount * MILLION)
    if mark in {"rb", "ribu", "k"}:
        return round(amount * THOUSAND)
    is_bare = amount < LEAST_WAGE and not (is_daily and amount >= LEAST_DAILY)
    return None if is_bare else int(amount)


def _minimum(lines: Sequence[Line], place: str) -> list[Read]:
    """The regency's minimum wage is named: at least that of its province, which we know; never sure."""
    named = next((line for line in lines if _MINIMUM.search(line.text)), None)
    provinces = {code[:PROVINCE] for code in place.split("+") if code[:1].isdigit()}
    if named is None or len(provinces) != 1:
        return []
    figures = [one for one in figures_for(provinces.pop()) if one.measure is Measure.MINIMUM_WAGE]
    return [Read(Name.WAGE_MIN, str(int(figures[0].value)), sure=False, where=named.text)] if figures else []
