"""The shelf: filled once, refilled when the catalogue or the day changes, never when nothing has."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.deps import Shelf
from bot.services import looking, offers, profile, stocking
from intake.reading import read
from labour_market import importing
from matching.profile import Kind

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
DAY = date(2026, 11, 23)
FILE = """id;judul;perusahaan;lokasi;gaji_min;tutup
A;Operator jahit;PT Contoh;Sukoharjo;2.000.000;2026-11-23
B;Operator jahit;PT Contoh;Sukoharjo;2.000.000;
C;Operator jahit;PT Contoh Lain;Kota Semarang;3.000.000;
"""


@pytest.fixture
def filled(session):
    bring(session, FILE)
    shelf = Shelf()
    stocking.fill(shelf, stocking.changed(session, shelf, Kind.VACANCY, DAY))
    return shelf


def bring(session, content):
    preview = importing.preview(session, read(content.encode()), "Bursa Contoh")
    return importing.apply(session, preview, now=NOW)


def test_nothing_changed_means_nothing_is_read(session, filled):
    assert stocking.changed(session, filled, Kind.VACANCY, DAY) is None


def test_an_import_a_roll_back_and_a_new_day_are_noticed(session, filled):
    bring(session, FILE + "D;Kasir;Toko Contoh;Solo;;\n")
    imported = stocking.changed(session, filled, Kind.VACANCY, DAY)
    stocking.fill(filled, imported)
    importing.roll_back(session, 2)
    rolled_back = stocking.changed(session, filled, Kind.VACANCY, DAY)
    stocking.fill(filled, rolled_back)
    tomorrow = stocking.changed(session, filled, Kind.VACANCY, DAY + timedelta(days=1))

    assert [len(reading.offers) for reading in (imported, rolled_back, tomorrow)] == [1, 0, 2]


def test_an_empty_shelf_is_filled_by_the_first_answer(session):
    shelf = Shelf()

    assert offers.matcher(session, shelf, Kind.VACANCY, DAY) is None
    bring(session, FILE)
    ready = offers.matcher(session, shelf, Kind.VACANCY, DAY)

    assert len(ready.table.offers) == 3


def test_an_old_shelf_answers_until_the_clock_has_filled_it(session, filled):
    bring(session, FILE + "D;Kasir;Toko Contoh;Solo;;\n")

    assert len(offers.matcher(session, filled, Kind.VACANCY, DAY).table.offers) == 3


def test_an_advertisement_posted_twice_is_shown_once(session, filled):
    profile.keep(session, 7, "occupation", "operator jahit")
    search = looking.begin(session, 7, Kind.VACANCY, NOW)
    ready = offers.ready(session, filled, Kind.VACANCY, DAY)

    assert len(looking.upcoming(ready, session, search, DAY)) == 2


def test_the_counts_of_a_widening_are_what_it_brings(session, filled):
    profile.keep(session, 7, "occupation", "operator jahit")
    profile.keep(session, 7, "place", "sukoharjo")
    profile.keep(session, 7, "wage", "3 jt")
    search = looking.begin(session, 7, Kind.VACANCY, NOW)
    ready = offers.ready(session, filled, Kind.VACANCY, DAY)

    found = looking.widenings(ready, session, search, DAY)
    brought = []
    for one in found:
        wider = looking.begin(session, 7, Kind.VACANCY, NOW)
        looking.widen(wider, one.name)
        brought.append((one.name, len(looking.upcoming(ready, session, wider, DAY))))

    assert [(one.name, one.count) for one in found] == brought == [("near", 1), ("wage", 1)]
