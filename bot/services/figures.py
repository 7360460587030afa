"""The newest labour market figures of a province beside those of the country, each with its own source."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.store import profiles
from labour_market.figures import INDONESIA, Figure, Measure, figures_for, imported_figures
from matching.places import area, find

LAYOFF_SPANS = (Measure.LAYOFFS_YEAR_TO_DATE, Measure.LAYOFFS_YEAR)  # one counts what the other counts again
USUAL = ("32", "33", "35", "36", "31")  # the provinces with most layoffs, to choose from


@dataclass(frozen=True, slots=True)
class Region:
    """The newest figures about one place; None where nobody published one."""

    code: str  # 00 = Indonesia
    name: str
    minimum_wage: Figure | None
    unemployment: Figure | None
    wage: Figure | None  # the average over all sectors
    sectors: tuple[Figure, ...]  # the average by sector, highest first
    layoffs_month: Figure | None
    layoffs_span: Figure | None  # of a year, or of a year so far: whichever reaches further


def province_of(session: Session, person_id: int) -> str:
    """Give the province of the profile's place; empty when none is known."""
    region = profiles.of(session, person_id).region
    return region[:2] if region else ""


def province(text: str) -> str:
    """Read a typed place as its province code; empty when it is none we know."""
    found = find(text)
    codes = {one.province_code for one in found.areas}
    return codes.pop() if len(codes) == 1 else ""


def of(session: Session, code: str) -> Region:
    """Give the newest figures of a province (33), or of the country (00)."""
    all_of = figures_for(code, imported_figures(session, code))
    place = area(code)
    spans = [one for one in (_newest(all_of, measure) for measure in LAYOFF_SPANS) if one]
    return Region(
        code=code,
        name=place.name if place else "Indonesia",
        minimum_wage=_newest(all_of, Measure.MINIMUM_WAGE),
        unemployment=_newest(all_of, Measure.UNEMPLOYMENT),
        wage=_newest(all_of, Measure.AVERAGE_WAGE),
        sectors=_sectors(all_of),
        layoffs_month=_newest(all_of, Measure.LAYOFFS_MONTH),
        layoffs_span=max(spans, key=_end, default=None),
    )


def country(session: Session) -> Region:
    """Give the newest figures of the whole country."""
    return of(session, INDONESIA)


def _newest(figures: tuple[Figure, ...], measure: Measure) -> Figure | None:
    return max((one for one in figures if one.measure is measure and not one.category), key=_end, default=None)


def _sectors(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    newest: dict[str, Figure] = {}
    for one in figures:
        if one.measure is Measure.AVERAGE_WAGE and one.category:
            known = newest.get(one.category)
            newest[one.category] = one if known is None or _end(one) > _end(known) else known
    latest = max(map(_end, newest.values()), default="")
    return tuple(sorted((one for one in newest.values() if _end(one) == latest), key=lambda one: -one.value))


def _end(figure: Figure) -> str:
    """The end of the period, so that periods of one measure compare: 2025-01/2025-11 ends in 2025-11."""
    return figure.period.rpartition("/")[2]
