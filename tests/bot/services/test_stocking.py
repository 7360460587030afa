"""The shelf in step with the catalogues: a small change is put in and found at once, a large one is indexed anew."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.deps import Shelf
from bot.services import offers, stocking
from bot.store.nights import NightRun, Showing
from intake.reading import read
from intake.touched import touched_since
from labour_market import importing
from matching.matcher import Matcher
from matching.profile import Kind, Profile
from matching.spread import Spread
from training_catalog import importing as training

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
DAY = date(2026, 11, 23)
HEAD = "id;judul;perusahaan;lokasi;gaji_min;tutup\n"
WORK = ("Operator jahit", "Staf gudang", "Kasir toko", "Satpam", "Tukang las")
FILE = HEAD + "".join(f"S{n};{WORK[n % 5]};PT Contoh {n // 2};Sukoharjo;2.{n % 9}00.000;\n" for n in range(60))
PEOPLE = tuple(Profile(f"contoh-{work}", work, region="Sukoharjo", wage_expectation_min=2_500_000) for work in WORK)


def bring(session, content, **how):
    preview = importing.preview(session, read(content.encode()), "Bursa Contoh")
    return importing.apply(session, preview, now=NOW, **how)


@pytest.fixture
def filled(session):
    bring(session, FILE)
    return refreshed(session, Shelf())


def refreshed(session, shelf, day=DAY):
    reading = stocking.changed(session, shelf, Kind.VACANCY, day)
    if reading is not None:
        stocking.fill(shelf, reading)
    return shelf


def titles(shelf):
    stock = shelf.stock(Kind.VACANCY)
    return sorted(one.title for one in stock.ready.matcher.table.offers) if stock.ready else []


def test_nothing_changed_means_nothing_is_read(session, filled):
    assert stocking.changed(session, filled, Kind.VACANCY, DAY) is None


def test_a_pasted_advertisement_is_read_alone_and_found_at_once(session, filled):
    bring(session, HEAD + "P1;Barista;Kedai Contoh;Sukoharjo;2.500.000;\n")

    reading = stocking.changed(session, filled, Kind.VACANCY, DAY)
    stocking.fill(filled, reading)

    ready = filled.stock(Kind.VACANCY).ready
    barista = Profile("contoh", "barista", region="Sukoharjo")
    assert [one.title for one in reading.offers] == ["Barista"]
    assert [one.offer_id for one in offers.fitting(ready.matcher, barista, DAY)] == [reading.offers[0].id]
    assert ready.spread.owners[reading.offers[0].id] == "kedai contoh"


def test_a_closed_a_changed_and_a_taken_back_one_are_seen(session, filled):
    lines = FILE.splitlines()
    bring(session, "\n".join([*lines[:-1], "N1;Penjahit baru;PT Contoh;Solo;;"]), complete=True)
    refreshed(session, filled)
    after_import = titles(filled)
    importing.roll_back(session, 2)
    reading = stocking.changed(session, filled, Kind.VACANCY, DAY)
    stocking.fill(filled, reading)

    assert ("Penjahit baru" in after_import, len(after_import)) == (True, 60)
    assert (len(reading.offers), len(reading.gone)) == (1, 1)
    assert ("Penjahit baru" in titles(filled), len(titles(filled))) == (False, 60)


def test_put_in_one_by_one_gives_the_same_lists_as_indexing_anew(session, filled):
    lines = FILE.splitlines()
    bring(session, HEAD + "".join(f"N{n};{WORK[n % 5]} baru;PT Contoh {n};Klaten;;\n" for n in range(9)))
    refreshed(session, filled)
    bring(session, "\n".join(lines[:50]), complete=True)
    refreshed(session, filled)
    importing.roll_back(session, 3)
    bring(session, HEAD + "S3;Satpam malam;PT Contoh 9;Sukoharjo;3.100.000;\n")
    refreshed(session, filled)
    anew = refreshed(session, Shelf())

    one, other = filled.stock(Kind.VACANCY), anew.stock(Kind.VACANCY)
    assert (one.put_in, other.put_in) == (30, 0)  # nine new ones, twenty taken back, one changed
    assert tuple(one.ready.matcher.table.offers) == tuple(other.ready.matcher.table.offers)
    assert (one.ready.spread.twins, one.ready.spread.owners) == (other.ready.spread.twins, other.ready.spread.owners)
    for person in PEOPLE:
        assert judged(one.ready.matcher, person) == judged(other.ready.matcher, person)
        both = [[found.offer_id for found in offers.fitting(each.ready.matcher, person, DAY)] for each in (one, other)]
        assert set(both[0]) == set(both[1])


def judged(matcher, person):
    """Everything that is judged but the wording, whose rare words are weighed as at the last fit."""
    whole = matcher.rank(person, 0)
    return {
        one.offer_id: [(part.name, part.value) for part in one.parts if part.name not in {"text", "ruled_out"}]
        for one in whole
    }


def test_much_is_indexed_anew_and_so_is_what_drifted(session, filled, monkeypatch):
    monkeypatch.setattr(stocking, "FEW", 3)
    bring(session, HEAD + "A;Kasir;Toko Contoh;Solo;;\nB;Kasir;Toko Lain;Solo;;\n")
    little = stocking.changed(session, filled, Kind.VACANCY, DAY)
    stocking.fill(filled, little)
    bring(session, HEAD + "C;Kasir;Toko Contoh;Klaten;;\nD;Kasir;Toko Lain;Klaten;;\n")
    drifted = stocking.changed(session, filled, Kind.VACANCY, DAY)
    stocking.fill(filled, drifted)

    assert (len(little.offers), len(drifted.offers)) == (2, 64)
    assert filled.stock(Kind.VACANCY).put_in == 0


def test_a_new_day_is_indexed_anew_and_a_night_only_counts_anew(session, filled):
    before = filled.stock(Kind.VACANCY).ready
    offer = before.matcher.table.offers[0].id
    session.add_all((NightRun(day=DAY, chunks=1, begun_at=NOW, done_at=NOW), Showing(day=DAY, offer_id=offer, times=4)))
    session.flush()
    after = refreshed(session, filled).stock(Kind.VACANCY).ready
    tomorrow = stocking.changed(session, filled, Kind.VACANCY, DAY + timedelta(days=1))

    assert after.matcher is before.matcher
    assert after.shown.offers == {offer: 4}
    assert len(tomorrow.offers) == 60


def test_everything_closed_leaves_an_empty_shelf(session):
    bring(session, HEAD + "A;Kasir;Toko Contoh;Solo;;\nB;Kasir;Toko Lain;Solo;;\n")
    shelf = refreshed(session, Shelf())
    importing.roll_back(session, 1)

    assert refreshed(session, shelf).stock(Kind.VACANCY).ready is None


def test_a_change_that_was_read_before_another_one_came_is_dropped(session, filled):
    bring(session, HEAD + "A;Kasir;Toko Contoh;Solo;;\n")
    late = stocking.changed(session, filled, Kind.VACANCY, DAY)
    bring(session, HEAD + "B;Barista;Toko Lain;Solo;;\n")
    refreshed(session, filled)

    stocking.fill(filled, late)

    assert {"Barista", "Kasir"} <= set(titles(filled))
    assert stocking.changed(session, filled, Kind.VACANCY, DAY) is None


def test_a_new_course_is_put_in_too(session):
    head = "lembaga;program;bidang;lokasi;tujuan;mulai;selesai\n"
    for line in (
        "BLK Contoh;Las dasar;Las;Klaten;Bisa mengelas;2026-12-07;2027-01-15",
        "LPK Contoh;Barista;Kopi;Solo;Bisa;;",
    ):
        training.apply(session, training.preview(session, read(f"{head}{line}\n".encode()), "BLK Contoh"), now=NOW)
    shelf = Shelf()
    reading = stocking.changed(session, shelf, Kind.COURSE, DAY)
    stocking.fill(shelf, reading)
    training.roll_back(session, 2)

    again = stocking.changed(session, shelf, Kind.COURSE, DAY)

    assert (len(reading.offers), again.offers, len(again.gone)) == (2, (), 1)


def test_rows_that_changed_are_told_since_any_version(session):
    for name in ("A", "B", "C"):
        bring(session, HEAD + f"{name};Kasir;Toko {name};Solo;;\n")
    since = [touched_since(session, "vacancies", number, most=9) for number in range(4)]
    importing.roll_back(session, 3)
    importing.roll_back(session, 2)

    assert [len(one) for one in since] == [3, 2, 1, 0]
    assert touched_since(session, "vacancies", 3, most=9) == since[1]
    assert touched_since(session, "vacancies", 3, most=1) is None
    assert touched_since(session, "courses", 0, most=9) == []


def test_near_duplicates_are_told_apart_as_anew(session, filled):
    ready = filled.stock(Kind.VACANCY).ready
    some = tuple(ready.matcher.table.offers)
    twin = replace(some[0], id="twin")
    nameless = [replace(some[1], id=name, provider="") for name in ("x1", "x2")]
    moved = replace(some[2], provider="PT Contoh 0")
    after = Matcher.fit((*(one for one in some[3:]), some[0], moved, twin, *nameless), DAY).table.offers

    found = ready.spread.updated(tuple(after), {"twin", "x1", "x2", some[2].id, some[1].id})

    assert (found.twins, found.owners) == (Spread(tuple(after)).twins, Spread(tuple(after)).owners)
