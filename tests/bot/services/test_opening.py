"""What a course opens equals trying every vacancy, and a running benefit is told what then counts."""

from datetime import UTC, date, datetime

import pytest

from bot.deps import Shelf
from bot.services import clash, courses, offers, opening, profile, vacancies
from bot.services.looking import Looker
from bot.store import cases
from bot.store.people import Person
from intake.reading import read
from jkp.declared import Days, Declared, Fact, Months, Source
from jkp.declared_json import to_json
from jkp.rules.case import Cause
from labour_market import importing
from matching.opening import having_done
from matching.profile import Kind
from training_catalog import importing as training
from training_catalog import search

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
DAY = date(2026, 11, 23)
VACANCIES = """id;judul;perusahaan;lokasi;keahlian;gaji_min
W1;Tukang las;PT Contoh Baja;Klaten;las;2.500.000
W2;Welder;PT Contoh Rangka;Klaten;las;
W3;Tukang las;PT Contoh Baja;Klaten;las;2.500.000
W4;Tukang las;PT Contoh Jauh;Kota Medan;las;
J1;Operator jahit;PT Contoh Busana;Klaten;jahit;
K1;Kasir;Toko Contoh;Klaten;kasir;
"""
COURSES = """lembaga;program;bidang;lokasi;tujuan;keahlian;durasi_jp;mulai;selesai;cara_daftar
BLK Contoh;Las dasar;Las;Klaten;Bisa mengelas;las;320;2026-12-07;2027-01-15;Datang
LPK Contoh;Las malam;Las;Klaten;Bisa mengelas;las;40;2026-12-07;2027-01-15;Datang
"""
WORKER = 7


@pytest.fixture
def looker(session):
    """Somebody who sewed and is looking at courses."""
    for room, file in ((importing, VACANCIES), (training, COURSES)):
        room.apply(session, room.preview(session, read(file.encode()), "Bursa Contoh"), now=NOW)
    session.add(Person(id=WORKER, created_at=NOW, seen_at=NOW))
    profile.keep(session, WORKER, "occupation", "operator jahit")
    profile.keep(session, WORKER, "place", "klaten")
    profile.keep(session, WORKER, "skills", "jahit")
    return Looker(WORKER, Shelf(), DAY, NOW)


def course(session, title="Las dasar"):
    return next(one for one in list(search.open_courses(session, DAY)) if one.title == title)


def test_what_a_course_opens_is_what_trying_every_vacancy_finds(session, looker):
    ready = offers.ready(session, looker.shelf, Kind.VACANCY, DAY)
    person = profile.for_matching(session, WORKER)
    after = having_done(person, course(session))
    tried = {
        one.id
        for one in ready.matcher.table.offers
        if ready.matcher.why(after, one.id).score >= 0 > ready.matcher.why(person, one.id).score
    }

    found = opening.opens(session, looker, course(session))

    titles = {one.title for one in ready.matcher.table.offers if one.id in found}
    assert titles == {"Tukang las", "Welder"}
    assert {ready.spread.twins[one] for one in tried} == {ready.spread.twins[one] for one in found}
    assert len(found) == 2  # the one posted twice counts once, the one far away not at all


def test_a_refused_vacancy_is_not_opened_and_neither_is_its_twin(session, looker):
    refused = next(one for one in opening.opens(session, looker, course(session)))
    vacancies.refuse(session, WORKER, refused, "low_wage", NOW)

    assert len(opening.opens(session, looker, course(session))) == 1


def test_the_end_of_the_list_names_the_course_that_opens_most(session, looker):
    last = vacancies.next_card(session, looker, vacancies.next_card(session, looker).id)
    found = courses.card(session, looker, last.course.course_id)

    assert (last.course.title, last.course.count) == ("Las dasar", len(found.opens)) == ("Las dasar", 2)


def test_no_course_is_named_where_none_opens_anything(session, looker):
    profile.keep(session, WORKER, "place", "kota surabaya")
    last = vacancies.next_card(session, looker)

    assert last.course is None


def test_nothing_is_opened_for_somebody_whose_work_we_do_not_know(session, looker):
    profile.clear(session, WORKER, "occupation")

    assert opening.opens(session, looker, course(session)) == ()


def told(value):
    return Fact(value, Source.WORKER, DAY)


def claim(session, on=date(2026, 10, 12)):
    facts = Declared(
        last_day=told(Days(date(2026, 10, 5), date(2026, 10, 5))), cause=told(Cause.EFFICIENCY),
        paid_months=told(Months(12, None)), wage=told(4_300_000), proof=told(value=True), reported=told(value=True),
        claim_date=told(on), paid_through_month=told(1),
    )  # fmt: skip
    cases.keep_facts(session, WORKER, to_json(facts), NOW)


def test_a_full_day_course_in_benefit_months_says_which_months_and_what_counts(session, looker):
    claim(session)

    card = courses.card(session, looker, course(session).id)

    assert card.clash.full_day
    assert card.clash.months == (3, 4, 5)  # months are shown by the days before them
    assert (card.clash.attendance, card.clash.applications, card.clash.calls) == (80, 5, 1)
    assert not card.clash.has_last_month


def test_a_short_course_clashes_with_nothing(session, looker):
    claim(session)

    assert courses.card(session, looker, course(session, "Las malam").id).clash is None


def test_without_a_running_benefit_there_is_nothing_to_clash_with(session, looker):
    assert courses.card(session, looker, course(session).id).clash is None


def test_the_last_month_asks_for_the_search_all_the_same(session, looker):
    claim(session, date(2026, 7, 20))
    details = search.by_id(session, course(session).id, DAY)

    assert clash.clash(session, WORKER, details, DAY).has_last_month
