"""The list of the night, what matters most, and little that fits: said as it is, with ways on."""

from datetime import timedelta

import pytest
from offered import VACANCIES, bring, put_in

from bot.services import profile
from bot.store import nights

LAS = "W1;Tukang las;PT Contoh Baja;Sukoharjo;;las;;;;;;;;2026-11-12;2026-12-12;;\n"
TO_THE_NIGHT = timedelta(hours=16, minutes=30)  # from 09.00 to 01.30


@pytest.fixture
def market(rig):
    """A market with a welder's post."""
    bring(rig, offers=VACANCIES + LAS)
    return rig.person()


def known(talker, work="operator jahit", place="sukoharjo"):
    def write(session):
        profile.keep(session, talker.id, "occupation", work)
        profile.keep(session, talker.id, "place", place)
        profile.tell(session, talker.id, talker.rig.clock.now())

    talker.start()
    talker.rig.database.run(write)


def test_the_night_makes_a_list_that_one_tap_shows(market):
    rig = market.rig
    known(market)
    rig.clock.forward(TO_THE_NIGHT)
    rig.tick()

    market.say("/menu")
    listed = market.press("Lowongan hari ini")
    card = market.press("Operator jahit")
    run = rig.database.run(nights.newest)

    assert "☀️ Lowongan hari ini, Sel, 24 Nov 2026" in listed
    assert "PT Contoh Busana · Sukoharjo · Rp2.400.000" in listed
    assert "Kota Semarang" not in listed
    assert "👍 Cocok" in card
    assert (run.people, run.covered) == (1, 1)


def test_who_agreed_gets_one_word_of_it_in_the_morning(market):
    rig = market.rig
    known(market)
    rig.clock.forward(TO_THE_NIGHT)
    rig.tick()
    silent = market.newest

    rig.forward(hours=7)
    rig.tick()
    word = market.newest
    listed = market.press("Lowongan hari ini")

    assert "Ada lowongan baru" not in silent
    assert "Ada lowongan baru yang cocok untuk Anda" in word
    assert "Lowongan hari ini" in listed


def test_what_closed_since_the_night_is_not_listed_and_an_empty_list_is_a_search(market):
    rig = market.rig
    known(market)
    rig.clock.forward(TO_THE_NIGHT)
    rig.tick()
    header = VACANCIES.splitlines()[0]
    rig.database.run(put_in, f"{header}\n{LAS}", "", rig.clock.now(), complete=True)

    answer = market.say("/hariini")

    assert "☀️" not in answer
    assert "Belum ada yang pas hari ini" in answer


def test_what_matters_most_changes_the_order_at_once_and_why_says_so(market):
    bring(market.rig, offers="\n".join((VACANCIES.splitlines()[0], *(
        f"X{n};Operator jahit;PT Contoh {n};Sukoharjo;;jahit;;;;{wage};;{shift};;2026-11-12;2026-12-12;;"
        for n, (wage, shift) in enumerate((("2.400.000", "shift malam"), ("2.200.000", "")))
    ), "")))  # fmt: skip
    known(market)
    market.rig.database.run(lambda s: profile.keep(s, market.id, "wage", "2.500.000"))

    market.say("/penting")
    market.press("jam kerja")
    hours = market.newest
    why = market.press("Kenapa ini?")
    market.press("Yang paling penting")
    pay = market.press("gaji")

    assert "Yang tanpa shift saya dahulukan" in hours
    assert "shift" not in hours.split("\n\n", 1)[1]
    assert "Paling saya timbang, sesuai pilihan Anda: jam kerja" in why
    assert "2.400.000" in pay
    assert market.rig.database.run(lambda s: profile.seen(s, market.id).matters) == "pay"


def test_little_that_fits_is_said_on_the_first_card_with_ways_on(market):
    known(market, "tukang las")

    card = market.say("/kerja")
    ways = market.press("Cari lebih luas")

    assert "Sedikit yang pas hari ini: 1" in card
    assert "Belum ada" not in ways
    assert "Belum Anda lihat: 0" not in ways
    assert any("+" in label for label in market.labels) or "Coba ganti" in ways


def test_a_course_shows_the_vacancies_that_it_opens(market):
    known(market)

    card = market.say("kursus las")
    listed = market.press("Lihat lowongan itu")

    assert "Setelah kursus ini, 1 lowongan lagi cocok untuk Anda" in card
    assert "Tukang las · PT Contoh Baja" in listed
    assert "Tukang las" in market.press("Tukang las")


def test_little_that_fits_names_the_course_that_would_open_more(market):
    known(market)
    market.rig.database.run(profile.keep, market.id, "education", "SMP")
    market.say("/kerja")

    ways = market.press("Cari lebih luas")
    card = market.press("Lihat kursus itu")

    assert "Kursus Las dasar bisa membuka 1 lowongan lagi." in ways
    assert "Las dasar" in card
    assert "Setelah kursus ini, 1 lowongan lagi cocok untuk Anda." in card
