"""A3: what a course opens for everybody near it equals asking each person one by one."""

from datetime import UTC, date, datetime

import pytest

from bot.deps import Shelf
from bot.services import opening, profile
from bot.services.looking import Looker
from bot.services.staff import course_opening
from bot.store.people import Person
from intake.reading import read
from labour_market import importing
from training_catalog import importing as training
from training_catalog import search

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
DAY = date(2026, 11, 23)
VACANCIES = """id;judul;perusahaan;lokasi;keahlian
W1;Tukang las;PT Contoh Baja;Klaten;las
W2;Welder;PT Contoh Rangka;Klaten;las
W3;Tukang las;PT Contoh Baja;Klaten;las
W4;Tukang las;PT Contoh Jauh;Kota Medan;las
J1;Operator jahit;PT Contoh Busana;Klaten;jahit
"""
COURSES = """lembaga;program;bidang;lokasi;tujuan;keahlian;durasi_jp;mulai;kuota
BLK Contoh;Las dasar;Las;Klaten;Bisa mengelas;las;320;2026-12-07;16
BLK Contoh;Merangkai bunga;Bunga;Klaten;;;40;2026-12-07;
"""
PEOPLE = ((7, "operator jahit", "klaten"), (8, "tukang las", "klaten"), (9, "kasir", "klaten"), (10, "kasir", "medan"))


@pytest.fixture
def filled(session):
    for room, file in ((importing, VACANCIES), (training, COURSES)):
        room.apply(session, room.preview(session, read(file.encode()), "Bursa Contoh"), now=NOW)
    for person_id, work, place in PEOPLE:
        session.add(Person(id=person_id, created_at=NOW, seen_at=NOW))
        session.flush()
        profile.keep(session, person_id, "occupation", work)
        profile.keep(session, person_id, "place", place)
    return session


def test_the_figures_equal_asking_every_person_of_the_province(filled):
    shelf = Shelf()
    for course in search.open_courses(filled, DAY):
        asked = course_opening.question(filled, shelf, course.id, DAY)
        found = course_opening.answer(asked, DAY)

        each = [opening.opens(filled, Looker(number, shelf, DAY, NOW), course) for number, _work, _place in PEOPLE[:3]]
        assert found.people == sum(map(bool, each))
        assert found.vacancies == len({one for ids in each for one in ids})


def test_a_course_that_adds_no_skill_opens_nothing_and_seats_are_told(filled):
    welding, flowers = (
        course_opening.answer(course_opening.question(filled, Shelf(), one.id, DAY), DAY)
        for one in search.open_courses(filled, DAY)
    )

    assert (welding.vacancies, welding.people, welding.seats, welding.looked_at) == (2, 2, 16, 3)
    assert (flowers.vacancies, flowers.people, flowers.seats) == (0, 0, None)
    assert course_opening.question(filled, Shelf(), "99", DAY) is None
