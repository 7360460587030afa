"""Seats in courses as both sides see them: in every state, with and without numbers, attendance near its edge."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from drawing import DAY, MOMENT

from bot.services.absences_left import Margin
from bot.services.attending import Count, Risk
from bot.services.registering import Mine, State
from bot.services.seating import Seats
from bot.services.staff.class_register import ClassDay, Present
from bot.services.staff.roster import ORDER, Figures, Kept, Line, Roster
from training_catalog.search import CourseDetails

FILLING = (("done", 3), ("needed", 5), ("programme", "Las Listrik"), ("where", "Klaten"))  # of words in reminders
ROW = "a1b2c3d4e5f60718"
RULE = "Permenaker 2/2025 Art 13(3)b"
MARGIN = Margin(24, 14, 4, 80)
COUNT = Count(MARGIN, RULE, sure=True)
RISK = Risk("course", MARGIN, RULE, sure=True)
MONTH = replace(RISK, scope="2026-12-01", first=date(2026, 12, 1), last=date(2026, 12, 31), is_jkp=True)
LINES = tuple(
    Line(
        f"{number}1b2c3d4e5f60718",
        "Sari Contoh",
        state,
        "+628110000000",
        "Bawa ijazah <asli> & fotokopi.",
        certificate=True,
    )
    for number, state in enumerate(State)
)
COUNTS = tuple((state, 3) for state in ORDER)
ROSTER = Roster("123456", "Las Listrik", DAY, Seats(16, 16), COUNTS, LINES[:4], 0, 5, has_begun=True)
PEOPLE = tuple(Present(one.id, one.name, there, COUNT) for one, there in zip(LINES, (True, False, None), strict=False))
CLASS_DAY = ClassDay(
    "123456", "Las Listrik", DAY, DAY - timedelta(days=1), DAY + timedelta(days=1), PEOPLE, 12, 16, 0, 6
)


def mine(offer) -> tuple[Mine, ...]:
    """A registration in every state."""
    details = CourseDetails(offer, "Bursa Contoh", DAY, DAY, 16, 0, "", "", "", is_open=True)
    first = Mine(
        ROW, State.CONFIRMED, details, "BLK Contoh", phone="•••0000", words="Bawa alat tulis <sendiri>.", count=COUNT
    )
    offered = replace(first, state=State.OFFERED, until=MOMENT, phone="", words="", count=None)
    low = Count(Margin(10, 0, 3, 80), RULE, sure=False)
    return (
        first,
        replace(offered, state=State.ASKED, place=3),
        replace(offered, state=State.WAITING, place=2),
        offered,
        replace(first, count=low, is_off=True),
        replace(offered, state=State.DECLINED, words="Kelas sudah penuh."),
        replace(offered, state=State.WITHDRAWN),
        replace(first, state=State.FINISHED, certificate=True),
        replace(first, state=State.FINISHED, works="yes"),
        replace(first, state=State.DROPPED, works="no", count=None),
    )


def types(offer) -> dict[Any, tuple[Any, ...]]:
    """Everything about seats in one offer."""
    return {Mine: mine(offer), **TYPES}


TYPES: dict[Any, tuple[Any, ...]] = {
    Risk: (MONTH, RISK, replace(MONTH, is_jkp=False, sure=False)),
    Roster: (ROSTER, replace(ROSTER, lines=LINES[4:], seats=Seats(None, 4)), replace(ROSTER, lines=(), pages=1)),
    Line: (*LINES, replace(LINES[0], name="", phone="", words="", certificate=None)),
    Kept: (Kept("123456", "Las Listrik", DAY, 3, Seats(16, 12)), Kept("7", "Obras", None, 0, Seats(None, 0))),
    Figures: (Figures(40, 16, 14, 12, 6, 3), Figures(0, 0, 0, 0, 0, 0)),
    ClassDay: (
        CLASS_DAY,
        replace(CLASS_DAY, pages=1, before=None, after=None, noted=16),
        replace(CLASS_DAY, people=(), total=0, noted=0, pages=1),
        replace(CLASS_DAY, people=(replace(PEOPLE[0], name="", count=None),)),
    ),
}
NAMED = {
    "programme": ("Las Listrik",), "course_id": ("123456",), "level": ("D4", ""), "mode": ("luring", ""),
    "days": ("Senin-Jumat", ""), "times": ("08.00-16.00", ""), "requirements": ("Minimal SMA.", ""),
}  # fmt: skip
GIVEN: dict[str, dict[str, tuple[Any, ...]]] = {
    "staff.roster.person": {"note": ("", "done", "full", "withdrawn", "too_early", "noted")},
    "staff.roster.home": {"page": (0, 9)},
    "staff.roster.file": {"name": ("peserta-7-2026-11-23.xlsx",)},
}
