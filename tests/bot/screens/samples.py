"""One sample or more of every public screen: kinds, words and numbers that annotations alone cannot tell."""

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from typing import Any

import broadcast_samples
import calendars
import catalogue_samples
import changed_rules
import desk_samples
import folders
import posting_samples
import receipts
import seat_samples
import situations
import team_samples
from drawing import DAY, Box, calls

import bot.screens
from bot.screens.screen import Screen
from bot.services import contract, missions, towns
from bot.services.abroad import City
from bot.services.abroad import Standing as AbroadStanding
from bot.services.clash import Clash
from bot.services.danger import Danger
from bot.services.declaring import ANSWERS, QUESTIONS
from bot.services.figures import Region
from bot.services.firing import Firing
from bot.services.opening import Way
from bot.services.profile import FIELDS
from bot.services.receipt import Shown
from bot.services.status import Standing
from bot.services.today import Today
from bot.services.vacancies import End
from bot.services.widening import WIDENINGS, Widening
from bot.store import consents
from bot.texts.catalogue import Raw, Texts
from jkp.declared import Days
from jkp.monthly import Needs
from jkp.rules.case import Certainty
from jkp.rules.migrant import CLAIM_YEARS, Channel
from labour_market.figures import Figure, Measure, Unit
from labour_market.search import VacancyDetails
from matching import places
from matching.areas import Area
from matching.profile import Kind, Opportunity, Part, Profile, Ranked

LONG_ID = "123456"  # ids of offers are the numbers of their rows
ROW_ID = "a1b2c3d4e5f60718"  # requests, applications and reminders: 16 hexadecimal digits
OFFER = Opportunity(
    id=LONG_ID, kind=Kind.VACANCY, title="Operator Jahit Garmen Bagian Produksi", provider="PT Contoh Busana Jaya",
    location="33.11", description="Menjahit", skills=("obras",), education_min="SMP", experience_years_min=1.0,
    age_max=35, wage_min=2_300_000, wage_max=2_800_000, contract_type="Kontrak", shift="Shift pagi",
    posted=DAY, closes=DAY.replace(month=12, day=20), duration_hours=160,
)  # fmt: skip
RANKED = Ranked(
    LONG_ID, 0.8,
    parts=tuple(Part(one, value, 0.2) for one, value in (
        ("occupation", 0.9), ("level", 0.8), ("skills", 0.5), ("hours", 0.2), ("place", 1.0),
        ("wage", 0.3), ("education", 1.0), ("experience", 0.5),
        ("age", 1.0), ("contract", 0.2), ("freshness", 0.6),
    )),
    reasons=(("occupation", ""), ("skill", "obras"), ("distance_km", "6"), ("place", "Kota Surakarta"),
             ("remote", ""), ("wage_ok", "2300000"), ("education", "SMA"), ("experience", "2")),
    missing=(("place", "Kota Batam"), ("education", "S1"), ("wage_low", "2000000"), ("experience", "5"),
             ("contract", "Magang"), ("closed", "2026-10-31"), ("work", "Kasir"), ("skill", "sio")),
    would_help=("skill", "sio"), distance_km=6.0,
)  # fmt: skip
PERSON = Profile(
    "1",
    "operator jahit",
    2.0,
    "SMA",
    None,
    ("obras", "jahit"),
    "33.11",
    ("seluruh Indonesia",),
    2_300_000,
    29,
    priorities=("near",),
)
AREAS = tuple(area for code in ("33.11", "33.72", "32.16", "32.75") if (area := places.area(code)) is not None)


def _figure(measure: Measure, value: float, unit: Unit, category: str = "") -> Figure:
    return Figure("33", measure, "2025-08", value, unit, "cnbcindonesia 2025-11-05 (BPS Sakernas)", category, "", "A")


FIGURE = Figure(
    "33", next(iter(Measure)), "2026", 2_327_386.0, Unit.RUPIAH_A_MONTH, "BPS, Sakernas Agustus 2025",
    "Industri pengolahan", "angka sementara", "high",
)  # fmt: skip
TYPES: dict[Any, tuple[Any, ...]] = {
    Standing: situations.EVERY,
    Opportunity: (OFFER, replace(OFFER, wage_min=None, wage_max=None, closes=None, posted=None, age_max=None,
                                 education_min=None, experience_years_min=None, shift="", contract_type="",
                                 location="Kawasan Industri Contoh", duration_hours=None)),
    Ranked: (RANKED, replace(RANKED, reasons=(), missing=(), would_help=None, distance_km=None)),
    Profile: (PERSON, Profile("1")),
    Area: AREAS,
    Raw: (Raw("Tersimpan."),),
    missions.Contacts: tuple(missions.contacts(one, DAY) for one in ("TW", "ID", "HK", "SA", "MM", "DE")),
    Figure: (FIGURE,),
}  # fmt: skip
NAMED: dict[str, tuple[Any, ...]] = {
    "cost": (750_000, 0), "cap": (2_400_000,), "attendance": (80,), "minutes": (25, 150, 3000), "wage": (2_300_000,),
    "age": (29,), "hour": (9,), "rows": (120,), "more": (2, 0),
    "name": ("Sri", "Wahyuni", ""), "note": ("", "Sudah kami catat."), "office": ("Disnaker Kabupaten Sukoharjo",),
    "zone": ("Asia/Jakarta", "Asia/Hong_Kong"), "country": ("TW", "ID"), "offer_id": (LONG_ID,),
    "request_id": (ROW_ID,), "reminder_id": (ROW_ID,), "vacancy_id": (LONG_ID,), "id": (ROW_ID,),
    "words": ("Saya belum paham surat PHK <ini> & itu.",), "holder": ("Pak Budi Contoh",), "who": ("Pak Budi Contoh",),
    "bot_name": ("kerjalagi_bot",), "source": ("Loker Contoh",), "url": ("https://contoh.example/lamar",),
    "how_to_apply": ("Kirim surat lamaran ke kantor PT Contoh, Jl. Contoh 1.", ""), "title": ("Operator Jahit",),
    "employer": ("PT Contoh Busana Jaya", ""), "kind": ("application", "call"), "place": ("Kab. Sukoharjo", ""),
    "occupation": ("operator jahit", ""), "stage": ("verifying", ""), "wish": ("operator jahit", ""),
    "language": ("id",), "what": ("read",), "notice": ("",), "facts": ("last_day", "cause", "wage"),
    "subject": ("Operator Jahit",), "occurrence": ("2026-12",), "version": (consents.VERSION,),
    "places": ("Kab. Sukoharjo", "Kota Surakarta"), "willing": ("Kota Batam",), "skills": ("obras", "jahit"),
    "education": ("SMA",), "certificate": ("Sertifikat BNSP", ""), "codes": ("33.11", "33.72"), "code": ("33",),
    "said1": ("Halo, saya perlu bantuan.",), "phone": ("+62 21 0000 0000",), "cap_article": ("PMK 26/2025",),
    "attendance_article": ("Permenaker 2/2025 Art 13(3)b",), "articles": ("Art 4", "Art 5"), "column": ("mulai",),
    "found": ("32/13/2026",), "expected": ("date",), "key": ("BLK Contoh|Menjahit",), "label": ("Menjahit",),
    "ignored": ("catatan",), "held_now0": (ROW_ID,), "held_now1": ("Sri Contoh",), "period": ("2026",),
    "category": ("Industri pengolahan",), "confidence": ("high",), "province_code": ("33",), "action": ("jkp",),
    "argument": ("",), "paused0": ("month_duties", "asked"), "topic": ("claim_deadline",), "values0": ("n",),
    "purpose": (consents.REMINDERS, consents.COUNSELLING), "cursor": (LONG_ID,),
}  # fmt: skip
REMINDER_TOPICS = (
    "claim_deadline", "month_duties", "search_short", "month_closes", "status_form", "contract_end",
    "coverage_lapse", "asked", "course_start",
)  # fmt: skip
GIVEN: dict[str, dict[str, tuple[Any, ...]]] = {
    "contract.length": {"key": ("p", "i")},
    "everywhere.not_understood": {"what": ("text", "button", "media", "file", "edited")},
    "found.congratulations": {"registered_by_employer": ("yes", "no", "unknown")},
    "link.ask": {"what": ("nik", "birth", "kpj")},
    "reminders.which": {"topics": (REMINDER_TOPICS[:5],)},
    "reminders.how_long": {"name": REMINDER_TOPICS},
    "vacancies.ask_work": {"groups": (towns.EVERYDAY,), "action": ("job.work",)},
    "vacancies.reasons": {"offer_id": (LONG_ID,)},
    "words.page": {"name": ("jht", "dispute", "account", "membership", "jkp_training")},
    "words.scam": {"country": ("KH", "")},
    "mydata.trail": {"zone": ("Asia/Jakarta",)},
}
ABROAD = tuple(
    AbroadStanding(country, zone, rest, discreet)
    for country, zone, rest, discreet in (
        ("TW", "Asia/Taipei", 6, True), ("KH", "Asia/Phnom_Penh", None, False), ("ID", "Asia/Makassar", None, False)
    )
)  # fmt: skip
TYPES[AbroadStanding] = ABROAD
TYPES[Shown] = receipts.EVERY
TYPES[calendars.Owed] = calendars.EVERY
TYPES[changed_rules.Answer] = changed_rules.ANSWERS
TYPES[changed_rules.Change] = changed_rules.CHANGES
TYPES[City] = (City("Los Angeles", "America/Los_Angeles"), City("Chicago", "America/Chicago"))
TYPES[towns.Town] = (towns.Town("Kab. Sukoharjo", ("33.11",), 12), towns.Town("Bekasi", ("32.16", "32.75"), 240))
TYPES[Region] = (
    Region(
        "33", "Jawa Tengah", FIGURE, _figure(Measure.UNEMPLOYMENT, 4.66, Unit.PERCENT),
        _figure(Measure.AVERAGE_WAGE, 3_330_000, Unit.RUPIAH_A_MONTH, ""),
        tuple(_figure(Measure.AVERAGE_WAGE, 3_100_000 + n, Unit.RUPIAH_A_MONTH, f"Bidang {n}") for n in range(17)),
        _figure(Measure.LAYOFFS_MONTH, 1_250, Unit.PEOPLE), _figure(Measure.LAYOFFS_YEAR_TO_DATE, 12_400, Unit.PEOPLE),
    ),
    Region("94", "Papua Tengah", None, None, None, (), None, None),
)  # fmt: skip
TYPES[contract.Cost] = tuple(contract.cost(channel, months) for channel in Channel for months in (24, 18))
TYPES[contract.End] = (
    contract.End(DAY + timedelta(days=90), 90, (DAY + timedelta(days=30), DAY + timedelta(days=60))),
)
TYPES[Needs] = tuple(
    Needs(Days(DAY.replace(day=1), DAY.replace(day=30)), done, 5, calls, 1, satisfied, Certainty.LAW)
    for done, calls, satisfied in ((3, 0, False), (5, 1, True), (0, 0, False))
)
GIVEN |= {
    "reminders.due": {
        "firing": tuple(
            Firing(1, ROW_ID, topic, "x", DAY, deadline, "", seat_samples.FILLING, action, "", own)
            for topic in (*REMINDER_TOPICS, "new_job", "something")
            for deadline, action, own in (
                (DAY + timedelta(days=3), "", True),
                (DAY, "month.add", False),
                (None, "ask", False),
            )
        ),
    },
    "claim.money": {"told_month": (2, 0)},
    "declare.news": {"month": (1, 3, 6)},
    "abroad.home": {"standing": ABROAD[2:], "years": (CLAIM_YEARS,)},
    "applying.later": {"when": ("Sel, 24 Nov 2026, 09.00 WIB",)},
    "courses.ask": {"groups": (towns.EVERYDAY,)},
    "declare.question": {
        "field": tuple(dict.fromkeys((*QUESTIONS, *ANSWERS))),
        "problem": ("", "past_day", "future_day", "claim_day", "months", "wage", "other"),
    },
    "figures.sectors": {"back": ("33",)},
    "link.outcome": {"name": ("done", "not_own", "too_many", "left")},
    "profile.question": {"field": FIELDS},
    "profile.which_place": {"field": ("place", "willing"), "areas": (AREAS,)},
    "rights.trouble": {"key": ("wages.page", "passport.page")},
    "beliefs.listed": {"changes": (changed_rules.CHANGES,), "page": (0, 1)},
    "vacancies.which_place": {"areas": (AREAS,), "action": ("job.pick",)},
    "vacancies.end": {
        "found": tuple(
            End("operator jahit", AREAS[:1], shown, count, tuple(Widening(one, 31) for one in names), left)
            for names in (WIDENINGS[:3], WIDENINGS[3:6], WIDENINGS[5:], ())
            for shown, count, left in ((4, 1200, 0), (0, 1200, 0), (0, 0, 0), (1, 1200, 2))
        )
        + tuple(
            End(
                "operator jahit",
                AREAS[:1],
                4,
                1200,
                (Widening("near", 300, is_more=True),),
                left,
                Way("7", title, count),
            )
            for left, title, count in (
                (0, "Las dasar", 12),
                (2, "Bahasa Jepang untuk perawat lansia di luar negeri", 900),
            )
        )
    },
    "words.hotline": {"danger": tuple(one for one in Danger if one is not Danger.SELF_HARM)},
}
TYPES |= folders.TYPES
LISTED = tuple(
    VacancyDetails(replace(OFFER, id=number, **other), "Bursa Contoh", "", "", is_open=True, is_stale=False)
    for number, other in (("11", {}), ("12", {"location": ""}), ("13", {"wage_min": None, "wage_max": None}))
)
TYPES[Today] = (Today(DAY, LISTED, 7), Today(DAY, LISTED[:1]))
TYPES[Clash] = tuple(Clash(months, full, 80, 5, 1, "Permenaker 2/2025 Art 13(3)b")
                     for months, full in (((2, 3, 6), True), ((4,), False), ((6,), True)))  # fmt: skip
NAMED |= {"matters": ("near", ""), "now": ("pay", ""), "opens": (LONG_ID,)}
NAMED["offered"] = ("", "Kabupaten Tulang Bawang Barat")
NAMED["group"] = folders.GROUPS
NAMED |= team_samples.NAMED | posting_samples.NAMED | broadcast_samples.NAMED
NAMED |= desk_samples.NAMED | seat_samples.NAMED
TYPES |= desk_samples.TYPES | desk_samples.picks(LISTED, RANKED) | broadcast_samples.types(OFFER, RANKED)
TYPES |= posting_samples.types(LISTED[0]) | catalogue_samples.TYPES | seat_samples.types(OFFER)
GIVEN |= team_samples.GIVEN | desk_samples.GIVEN | broadcast_samples.GIVEN | posting_samples.given(OFFER, LISTED[0])
GIVEN |= catalogue_samples.GIVEN | seat_samples.GIVEN
FRAMES = {"frame.card"}  # what screens are made with, no screen


@dataclass(frozen=True)
class Sample:
    """One call of one screen function."""

    screen: str  # module.function
    function: Callable[..., Screen]
    arguments: dict[str, Any]
    shown: dict[str, Screen] = field(default_factory=dict, repr=False, compare=False)

    def show(self, language: str) -> Screen:
        """Render it, once in each language however many tests look."""
        if language not in self.shown:
            self.shown[language] = self.function(Texts(language), **self.arguments)
        return self.shown[language]


def functions() -> Iterator[tuple[str, Callable[..., Screen]]]:
    """Give every public function that makes a screen, as `module.function`."""
    for found in pkgutil.walk_packages(bot.screens.__path__, "bot.screens."):
        module = importlib.import_module(found.name)
        for name, one in vars(module).items():
            if inspect.isfunction(one) and one.__module__ == found.name and not name.startswith("_"):
                label = f"{found.name.removeprefix('bot.screens.')}.{name}"
                if typing.get_type_hints(one).get("return") is Screen and label not in FRAMES:
                    yield label, one


@cache
def _by_name() -> dict[str, Callable[..., Screen]]:
    return dict(functions())


@cache
def samples(screen: str) -> tuple[Sample, ...]:
    """Give every sample of one screen, the fullest first."""
    function = _by_name()[screen]
    given = GIVEN.get(screen, {})
    return tuple(Sample(screen, function, arguments) for arguments in calls(function, Box(TYPES, NAMED), given))
