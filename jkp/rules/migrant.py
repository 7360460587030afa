"""What protects a migrant worker (PMI) instead of JKP: contributions and one-off benefits of Permenaker 4/2023."""

from dataclasses import dataclass
from enum import StrEnum

from jkp.rules.case import Certainty
from jkp.rules.regulation import CERTAINTY, Mark

NOT_COVERED = "PMI_NOT_COVERED"
BEFORE_DEPARTURE = 37_500  # rupiah, through a placement body only; Art 18(1) [T]
PACKAGES = {6: 108_000, 12: 189_000, 24: 332_500}  # contract months -> rupiah; Art 18(1)-(2) [T]
LONGEST_PACKAGE = max(PACKAGES)
EACH_MONTH_BEYOND = 13_500  # rupiah, paid at once for the excess; Art 18(3) [T]
CLAIM_YEARS = 5  # JKK claims of migrant workers expire after five years [S]


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


# amounts: indramayu.inews.id, 10 Oct 2023; articles: text read
_AID = {
    Event.PHK_NOT_WORK_ACCIDENT: Aid(OtherBenefit.BANTUAN_PHK, 1_500_000, "Permenaker 4/2023 Art 34(1)m", Mark.SOURCE),
    Event.PHK_WORK_ACCIDENT: Aid(OtherBenefit.BANTUAN_PHK_KK, None, "Permenaker 4/2023 Art 34(1)l", Mark.UNVERIFIED),
    Event.NOT_PLACED: Aid(OtherBenefit.GAGAL_PENEMPATAN, None, "Permenaker 4/2023 Art 34(1)d", Mark.UNVERIFIED),
    Event.PLACED_CONTRARY: Aid(
        OtherBenefit.PENEMPATAN_TIDAK_SESUAI,
        25_000_000,
        "Permenaker 4/2023 Art 34(1)e",
        Mark.SOURCE,
        fare=15_000_000,
    ),
    Event.SENT_HOME: Aid(OtherBenefit.PEMULANGAN, None, "Permenaker 4/2023 Art 34(1)c", Mark.UNVERIFIED),
    Event.RAPE: Aid(OtherBenefit.BANTUAN_PERKOSAAN, 50_000_000, "Permenaker 4/2023 Art 34(1)k", Mark.SOURCE),
    Event.ACCIDENT_TREATMENT: Aid(
        OtherBenefit.PERAWATAN, 50_000_000, "Permenaker 4/2023 Art 34(1)", Mark.SOURCE, ceiling=True
    ),
    # only a headline figure whose wording is unclear was found, so no amount is promised
    Event.DEATH: Aid(OtherBenefit.SANTUNAN_KEMATIAN, None, "Permenaker 4/2023", Mark.UNVERIFIED),
}


def package(channel: Channel, contract_months: int) -> Package:
    """Give a contract's contributions in rupiah (Permenaker 4/2023 Art 18); lengths between the packages stay open."""
    before = BEFORE_DEPARTURE if channel is Channel.AGENCY else 0
    paragraph = "(1)" if channel is Channel.AGENCY else "(2)"
    articles: tuple[str, ...] = (f"Permenaker 4/2023 Art 18{paragraph}",)
    if contract_months > LONGEST_PACKAGE:
        beyond = (contract_months - LONGEST_PACKAGE) * EACH_MONTH_BEYOND
        during, articles = PACKAGES[LONGEST_PACKAGE] + beyond, (*articles, "Permenaker 4/2023 Art 18(3)")
    elif contract_months in PACKAGES:
        during = PACKAGES[contract_months]
    else:
        return Package(before, None, None, Certainty.OPEN, articles)
    return Package(before, during, before + during, Certainty.LAW, articles)


def other_benefit(event: Event) -> Aid:
    """Give the benefit that an event gives a migrant worker instead of JKP (Permenaker 4/2023 Art 34)."""
    return _AID[event]
