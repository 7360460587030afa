"""Sample words for the screens of posted vacancies and of cards that tell what became of their offer."""

from dataclasses import replace
from typing import Any

from drawing import DAY, MOMENT

from bot.screens.staff.posting import EDITED
from bot.services.staff.posted import Mine
from bot.services.staff.posting import Draft, Live
from bot.store.offer_changes import OfferChange, What
from intake.problems import Problem
from labour_market.adverts.field import Name, Read
from labour_market.search import VacancyDetails
from matching.profile import Kind, Opportunity

POSTING_ID, VACANCY = "a1b2c3d4e5f60718", "vacancy:123456"
FIELDS = {one.name: one for one in (
    Read(Name.TITLE, "Operator Jahit"),
    Read(Name.EMPLOYER, "PT Contoh Busana Jaya", sure=False, where="PT CONTOH BUSANA"),
    Read(Name.PLACE, "33.11"), Read(Name.WAGE_MIN, "2300000", sure=False, where="Gaji UMK + lembur"),
    Read(Name.WAGE_MAX, "2800000", sure=False, where="Gaji UMK + lembur"), Read(Name.EDUCATION, "SMP"),
    Read(Name.AGE, "35"), Read(Name.SKILLS, "jahit|obras"), Read(Name.APPLY, "WhatsApp 0812-0000-1101"),
    Read(Name.CLOSES, DAY.isoformat()),
)}  # fmt: skip
SHARED = {Name.PLACE: Read(Name.PLACE, "32.04+32.73", sure=False, where="Penempatan: Bandung")}
NAMED = {"verified_by": ("Pak Budi Contoh, Disnaker Contoh", "")}
REASONS = ("blocked", "stopped", "deleted", "uneditable", "other")
CHANGES = (
    ("wage_min", 2_300_000, 2_500_000), ("closes", "2026-11-30", "2026-12-05"), ("location", "33.11", "33.72"),
    ("how_to_apply", "a", "b"), ("shift", "", "3 shift"), ("starts", None, "2026-12-01"),
)  # fmt: skip


def types(listed: VacancyDetails) -> dict[Any, tuple[Any, ...]]:
    """Drafts at every stage, and published vacancies."""
    draft = Draft(
        POSTING_ID, DAY, ("Operator Jahit",), (), FIELDS, ("gender", "looks"), (("fee", "Biaya admin Rp150.000"),)
    )
    ready = replace(
        draft, fields={name: Read(name, one.value) for name, one in FIELDS.items()}, demands=(), suspicions=()
    )
    several = replace(ready, positions=("Kasir", "Pramusaji"), offered=("Kasir", "Pramusaji"))
    shared = replace(ready, fields=SHARED, positions=())
    refused = replace(ready, twins=(listed,), problems=(Problem(1, "salary_max", "1", "at_least:salary_min"),))
    change = OfferChange(shows=VACANCY, what=What.FILLED.value, at=MOMENT)
    done = OfferChange(shows=VACANCY, what=What.FILLED.value, at=MOMENT, done_at=MOMENT, cards=40, edited=37,
                       unreached={"blocked": 2, "deleted": 1})  # fmt: skip
    closed = replace(listed, is_open=False)
    return {
        Draft: (ready, draft, several, shared, refused),
        Live: (Live(POSTING_ID, (listed,)),),
        Mine: (Mine(listed, 12, None, may_close=True), Mine(listed, 12, None, may_close=False),
               Mine(closed, 3, change, may_close=False), Mine(closed, 0, done, may_close=False),
               Mine(closed, 0, replace_cards(done), may_close=False)),
        Name: EDITED,
        What: tuple(What),
        Kind: tuple(Kind),
    }  # fmt: skip


def replace_cards(change: OfferChange) -> OfferChange:
    """The same change where no card had to be mended."""
    return OfferChange(shows=change.shows, what=change.what, at=change.at, done_at=change.done_at)


def given(offer: Opportunity, listed: VacancyDetails) -> dict[str, dict[str, tuple[Any, ...]]]:
    """What annotations alone cannot tell."""
    return {
        "staff.posting.unread": {"key": ("no_words", "gone", "dropped")},
        "staff.posting.edit": {"page": (0, 1, 2)},
        "staff.posted.found": {"vacancies": ((listed,), ())},
        "staff.posted.said": {"key": ("gone", "taken_back", "not_yours")},
        "living.over": {"offer": (offer, None), "shows": (VACANCY,), "day": (DAY,),
                        "what": (What.FILLED, What.CLOSED, What.OVER, What.WITHDRAWN)},
        "living.report": {"edited": (37,), "moved_on": (0, 2),
                          "unreached": ({}, dict.fromkeys(REASONS, 1))},
    }  # fmt: skip
