"""Catalogue files at every stage, courses being edited, and what their registrants hear."""

from dataclasses import replace
from datetime import date
from typing import Any

from drawing import MOMENT

from bot.screens.course_news import News
from bot.services.staff.catalogue import Home, Looked, Pair, ShownChange
from bot.services.staff.catalogue_files import Kind
from bot.services.staff.course_edit import FIELDS, Shown
from bot.services.staff.course_opening import Opens
from bot.services.staff.freshness import Due
from intake.difference import Gone
from intake.preview import Applied
from intake.problems import Problem
from training_catalog.editing import Found

DAY = date(2027, 1, 5)
PROBLEMS = (
    Problem(17, "kuota", "dua puluh", "number"),
    Problem(88, "tanggal_selesai", "2026-12-05", "after:starts"),
    Problem(90, "jenjang", "kursus", "one_of:D1|D2|D3"),
    Problem(91, "program", "x" * 61, "at_most:300_characters"),
    Problem(92, "", "Las Listrik", "once:14"),
    Problem(93, "", "", "too_many_cells"),
    Problem(94, "umur", "7", "not_a_code_we_word"),
)
PAIR = Pair(
    "a1b2c3d4e5f6", 12, "Las Lisrtik", 0, "k", "Las Listrik", "BLK Contoh", "blk contoh", "2027-01-05", "2027-01-05"
)
CHANGES = (
    ShownChange(
        "Las Listrik", (("seats", 16, 20), ("starts", "2027-01-05", "2027-01-12"), ("skills", [], ["las"])), 11
    ),
    ShownChange("Obras", (("certificate", "", "BNSP"),)),
)
LOOKED = Looked(12, "blk.csv", Kind.COURSES, 190, 11, 4, 7, 9, 11, ("catatan",), PROBLEMS, CHANGES * 6, (PAIR,))
CLEAN = replace(LOOKED, wrong=0, held=0, affected=0, changed=0, ignored=(), problems=(), changes=(), pairs=())
HOME = Home(23, ((7, "blk.csv", MOMENT),), (3, "blk.csv", MOMENT))
CELLS = dict.fromkeys(FIELDS, "") | {"seats": "16", "starts": "2027-01-05", "location": "Sukoharjo", "programme": "Las"}
SHOWN = Shown("123456", 12, "Las Listrik", "BLK Contoh", CELLS, is_open=True, interested=11)
DUE = Due("123456", "Las Listrik", "BLK Contoh", DAY, DAY, 12, (900_000_001,), by_provider=True)
OPENS = Opens("123456", "Las Listrik", "BLK Contoh", 23, 61, 400, 400, 16)
FOUND = Found("123456", "Las Listrik", "BLK Contoh", DAY, is_open=True)
NEWS = News("123456", "Las Listrik", "BLK Contoh", (
    ("starts", "2027-01-05", "2027-01-12"), ("cost", None, 350_000), ("location", "Sukoharjo", ""),
))  # fmt: skip
TYPES: dict[Any, tuple[Any, ...]] = {
    Kind: tuple(Kind),
    Looked: (LOOKED, CLEAN, replace(CLEAN, new=0)),
    Pair: (PAIR, replace(PAIR, other_row=3, day="", other_day="")),
    Home: (HOME, Home(0, (), None), replace(HOME, last=(3, "", MOMENT))),
    Shown: (SHOWN, replace(SHOWN, is_open=False, interested=0)),
    Opens: (OPENS, replace(OPENS, near=9000, seats=None), replace(OPENS, vacancies=0, people=0)),
    Due: (DUE, replace(DUE, starts=None, by_provider=False), replace(DUE, asked=(), by_provider=False)),
    Found: (FOUND, replace(FOUND, starts=None, is_open=False)),
    News: (NEWS, replace(NEWS, fields=(), is_over=True)),
    Problem: PROBLEMS,
    Applied: (Applied(done=True, version=3, new=190, changed=11, unchanged=4), Applied(done=True)),
    Gone: (Gone("k", "Las"),),
}
CODES = (
    "damaged", "bomb", "too_large", "not_a_table", "not_text", "empty", "no_rows", "encrypted", "nested", "old_excel",
    "duplicate_column", "unknown_columns", "too_many_columns", "too_many_entries", "too_many_rows", "too_expensive",
    "cell_too_long", "not_linked_data", "forbidden_xml", "not_a_feed", "too_deep", "something_new",
)  # fmt: skip
GIVEN: dict[str, dict[str, tuple[Any, ...]]] = {
    "staff.catalogue.refused": {"code": CODES, "detail": ("kolom_a, kolom_b",)},
    "staff.catalogue.said": {"key": ("gone", "taken_back", "too_late", "dropped", "only_admin", "sent_below")},
    "staff.catalogue.working": {
        "stage": ("reading", "comparing", "applying", "marking", "exporting", "opening"),
        "rows": (0, 50_000), "seconds": (0, 9),
    },
    "staff.catalogue.preview": {"note": ("", "overtaken"), "pairs": (9, 0)},
    "staff.catalogue.changes": {"page": (0, 1)},
    "staff.catalogue.similar": {"left": (9, 1)},
    "staff.catalogue.applied": {"told": (11, 0)},
    "staff.catalogue.file": {"key": ("marked_file", "exported")},
    "staff.course_edit.course": {"note": ("", "saved", "unchanged", "overtaken"), "told": (0, 11)},
    "staff.course_edit.which": {"page": (0, 1, 5)},
    "staff.course_edit.type_value": {"name": FIELDS},
    "staff.course_edit.said": {"key": ("course_edit.gone", "fresh.not_yours", "catalogue.only_admin")},
    "staff.course_edit.found": {"words": ("las lisrtik",)},
}  # fmt: skip
