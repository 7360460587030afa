"""What protects a migrant worker (PMI) instead of JKP: contributions and one-off benefits of Permenaker 4/2023."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jkp.rules.case import Certainty
from jkp.rules.parameters_migrant import PMI_RULES_SINCE
from jkp.rules.regulation import CERTAINTY, Mark, Parameter, Rule, in_force

NOT_COVERED = "PMI_NOT_COVERED"


class Channel(StrEnum):
    """How the worker went abroad."""

    AGENCY = "pelaksana_penempatan"
    INDIVIDUAL = "perseorangan"


class Event(StrEnum):
    """What happened to a migrant worker."""

    PHK_NOT_WORK_ACCIDENT = "phk_not_work_accident"
    PHK_WORK_ACCIDENT = "phk_work_accident"
    NOT_PLACED = "not_placed"
    PLACED_CONTRARY = "placed_contrary"
    SENT_HOME = "sent_home"
    RAPE = "rape"
    ACCIDENT_TREATMENT = "accident_treatment"
    DEATH = "death"


class OtherBenefit(StrEnum):
    """The benefit of JKK or JKM that the event gives."""

    BANTUAN_PHK = "BANTUAN_PHK"
    BANTUAN_PHK_KK = "BANTUAN_PHK_KK"
    GAGAL_PENEMPATAN = "GAGAL_PENEMPATAN"
    PENEMPATAN_TIDAK_SESUAI = "PENEMPATAN_TIDAK_SESUAI"
    PEMULANGAN = "PEMULANGAN"
    BANTUAN_PERKOSAAN = "BANTUAN_PERKOSAAN"
    PERAWATAN = "PERAWATAN"
    SANTUNAN_KEMATIAN = "SANTUNAN_KEMATIAN"


@dataclass(frozen=True, slots=True)
class Package:
    """Contributions for one contract in rupiah; None where the law's packages do not say."""

    before: int
    during_after: int | None
    total: int | None
    certainty: Certainty
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aid:
    """One benefit: rupiah, or None where the amount is not verified; `ceiling` says "up to", `fare` adds travel."""

    benefit: OtherBenefit
    amount: int | None
    article: str
    mark: Mark
    ceiling: bool = False
    fare: int = 0  # rupiah at most for the way home, on top

    @property
    def certainty(self) -> Certainty:
        """How sure the amount is."""
        return CERTAINTY[self.mark]


@dataclass(frozen=True, slots=True)
class _Kind:
    benefit: OtherBenefit
    rule: Rule
    ceiling: bool = False
    fare: Rule | None = None


_AID = {
    Event.PHK_NOT_WORK_ACCIDENT: _Kind(OtherBenefit.BANTUAN_PHK, Rule.PMI_AID_DISMISSED),
    Event.PHK_WORK_ACCIDENT: _Kind(OtherBenefit.BANTUAN_PHK_KK, Rule.PMI_AID_DISMISSED_ACCIDENT),
    Event.NOT_PLACED: _Kind(OtherBenefit.GAGAL_PENEMPATAN, Rule.PMI_NOT_PLACED),
    Event.PLACED_CONTRARY: _Kind(
        OtherBenefit.PENEMPATAN_TIDAK_SESUAI, Rule.PMI_PLACED_CONTRARY, fare=Rule.PMI_FARE_HOME
    ),
    Event.SENT_HOME: _Kind(OtherBenefit.PEMULANGAN, Rule.PMI_SENT_HOME),
    Event.RAPE: _Kind(OtherBenefit.BANTUAN_PERKOSAAN, Rule.PMI_RAPE),
    Event.ACCIDENT_TREATMENT: _Kind(OtherBenefit.PERAWATAN, Rule.PMI_ACCIDENT_TREATMENT, ceiling=True),
    Event.DEATH: _Kind(OtherBenefit.SANTUNAN_KEMATIAN, Rule.PMI_DEATH),
}


def _row(rule: Rule, day: date | None) -> Parameter:
    """Give the row of a day; without one the newest, and before the first one the first."""
    return in_force(rule, max(day or date.max, PMI_RULES_SINCE))


def packages(day: date | None = None) -> dict[int, int]:
    """Give the contract lengths in months that have a contribution of their own, in rupiah (Art 18)."""
    months, amounts = _row(Rule.PMI_PACKAGE_MONTHS, day), _row(Rule.PMI_PACKAGE_AMOUNTS, day)
    return dict(zip(months.numbers, amounts.numbers, strict=True))


def package(channel: Channel, contract_months: int, day: date | None = None) -> Package:
    """Give a contract's contributions in rupiah (Permenaker 4/2023 Art 18); lengths between the packages stay open."""
    known, beyond = packages(day), _row(Rule.PMI_MONTH_BEYOND, day)
    before = _row(Rule.PMI_BEFORE_DEPARTURE, day).number if channel is Channel.AGENCY else 0
    paragraph = "(1)" if channel is Channel.AGENCY else "(2)"
    articles = (f"{_row(Rule.PMI_PACKAGE_AMOUNTS, day).article}{paragraph}",)
    longest = max(known)
    if contract_months > longest:
        during = known[longest] + (contract_months - longest) * beyond.number
        return Package(before, during, before + during, Certainty.LAW, (*articles, beyond.article))
    if contract_months not in known:
        return Package(before, None, None, Certainty.OPEN, articles)
    during = known[contract_months]
    return Package(before, during, before + during, Certainty.LAW, articles)


def other_benefit(event: Event, day: date | None = None) -> Aid:
    """Give the benefit that an event gives a migrant worker instead of JKP (Permenaker 4/2023 Art 34), in rupiah."""
    kind = _AID[event]
    row = _row(kind.rule, day)
    amount = row.number if row.numbers else None
    fare = 0 if kind.fare is None else _row(kind.fare, day).number
    return Aid(kind.benefit, amount, row.article, row.mark, ceiling=kind.ceiling, fare=fare)


PACKAGES = packages()
CLAIM_YEARS = _row(Rule.PMI_CLAIM_YEARS, None).number  # years until a claim of JKK expires
