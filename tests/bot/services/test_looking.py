"""What a search shows next: as ranked, in fair turns, once each; and little is said to be little."""

from datetime import UTC, date, datetime

import pytest

from bot.deps import Shelf
from bot.services import looking, offers, profile, vacancies, widening
from bot.services.looking import Looker
from bot.store.people import Person
from intake.reading import read
from labour_market import importing
from matching.profile import Kind
from matching.query import parse

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
DAY = date(2026, 11, 23)
WORKER = 7
HEAD = "id;judul;perusahaan;lokasi;jam_kerja;gaji_min\n"


def market(session, *lines, wage="", work="operator jahit", place="sukoharjo"):
    """A worker before these vacancies."""
    content = HEAD + "".join(f"{line}\n" for line in lines)
    importing.apply(session, importing.preview(session, read(content.encode()), "Bursa Contoh"), now=NOW)
    session.add(Person(id=WORKER, created_at=NOW, seen_at=NOW))
    for field, value in (("occupation", work), ("place", place), ("wage", wage)):
        if value:
            profile.keep(session, WORKER, field, value)
    return Looker(WORKER, Shelf(), DAY, NOW)


def coming(session, looker):
    """Who offers what comes next."""
    search = looking.begin(session, WORKER, Kind.VACANCY, NOW)
    ready = offers.ready(session, looker.shelf, Kind.VACANCY, DAY)
    named = {one.id: one.provider for one in ready.matcher.table.offers}
    return [named[one] for one in looking.upcoming(ready, session, search, DAY)]


def test_an_offer_without_a_place_stands_where_the_score_puts_it(session):
    looker = market(session, "A;Operator jahit;PT Contoh A;;;2.000.000", "B;Kepala jahit;PT Contoh B;Sukoharjo;;")

    assert coming(session, looker) == ["PT Contoh A", "PT Contoh B"]


@pytest.mark.parametrize("how", ["refused", "matters"])
def test_hours_that_do_not_suit_put_shifts_behind(session, how):
    looker = market(
        session,
        "A;Operator jahit;PT Contoh Malam;Sukoharjo;shift malam;2.500.000",
        "B;Operator jahit;PT Contoh Siang;Sukoharjo;;2.100.000",
        "C;Operator jahit;PT Contoh Lain;Sukoharjo;shift malam;2.000.000",
        wage="2.500.000",
    )
    before = coming(session, looker)
    ready = offers.ready(session, looker.shelf, Kind.VACANCY, DAY)
    refused = next(one.id for one in ready.matcher.table.offers if one.provider == "PT Contoh Lain")

    if how == "refused":
        vacancies.refuse(session, WORKER, refused, "wrong_hours", NOW)
    else:
        profile.put_first(session, WORKER, "hours")

    assert before[0] == "PT Contoh Malam"
    assert coming(session, looker)[0] == "PT Contoh Siang"


def test_one_applied_for_already_goes_with_its_twin_and_nothing_else_moves(session):
    looker = market(session, *(f"{n};Operator jahit;PT Contoh {name};Sukoharjo;;" for n, name in enumerate("AABC")))
    first = vacancies.next_card(session, looker)

    vacancies.refuse(session, WORKER, first.id, "already_applied", NOW)

    assert coming(session, looker) == ["PT Contoh B", "PT Contoh C"]


def test_employers_take_turns_among_nearly_equal_offers(session):
    titles = ("Operator jahit", "Penjahit", "Operator mesin jahit")
    looker = market(session, *(f"{n};{title};PT Contoh Besar;Sukoharjo;;" for n, title in enumerate(titles)),
                    "K;Operator jahit;PT Contoh Kecil;Sukoharjo;;")  # fmt: skip
    first = vacancies.next_card(session, looker)

    second = vacancies.next_card(session, looker, first.id)

    assert {one.details.offer.provider for one in (first, second)} == {"PT Contoh Besar", "PT Contoh Kecil"}


def test_ten_kilometres_and_the_province_bring_what_they_say(session):
    looker = market(
        session,
        "A;Operator jahit;PT Contoh A;Sukoharjo;;",
        "B;Operator jahit;PT Contoh B;Kabupaten Grobogan;;",
        "C;Operator jahit;PT Contoh C;Cilacap;;",
        "D;Operator jahit;PT Contoh D;Kota Medan;;",
    )
    ready = offers.ready(session, looker.shelf, Kind.VACANCY, DAY)

    brought = {}
    for name in widening.PLACES:
        search = looking.begin(session, WORKER, Kind.VACANCY, NOW)
        looking.widen(search, name)
        brought[name] = len(looking.upcoming(ready, session, search, DAY)) - 1
    found = looking.widenings(ready, session, looking.begin(session, WORKER, Kind.VACANCY, NOW), DAY)

    assert brought == {"km": 1, "near": 1, "province": 2, "all": 3}
    assert [(one.name, one.count) for one in found] == [("km", 1), ("province", 2), ("all", 3)]


def test_little_is_said_on_the_first_card_only(session):
    looker = market(session, *(f"{n};Operator jahit;PT Contoh {n};Sukoharjo;;" for n in "AB"))

    first = vacancies.next_card(session, looker)
    second = vacancies.next_card(session, looker, first.id)
    ways = vacancies.ways_on(session, looker)

    assert (first.few, second.few, ways.left) == (2, 0, 0)


def test_after_as_many_as_one_search_brings_the_rest_comes_and_the_counts_stay_true(session, monkeypatch):
    monkeypatch.setattr(offers, "MOST", 5)
    near = [f"N{n};Operator jahit;PT Contoh N{n};Sukoharjo;;" for n in range(8)]
    far = [f"F{n};Operator jahit;PT Contoh F{n};Kota Medan;;" for n in range(7)]
    looker = market(session, *near, *far, "K;Operator jahit;PT Contoh K;Cilacap;;")

    shown, after = [], ""
    while isinstance(card := vacancies.next_card(session, looker, after), vacancies.Card):
        shown.append(card.details.offer.location)
        after = card.id

    assert shown == ["Sukoharjo"] * 8
    assert [(one.name, one.count, one.is_more) for one in card.widenings] == [
        ("province", 1, False), ("all", 5, True),
    ]  # fmt: skip
    assert (card.shown, card.left) == (8, 0)


def test_a_typed_minimum_wage_is_the_one_of_the_typed_place(session):
    looker = market(
        session, "A;Staf gudang;PT Contoh A;Karawang;;6.000.000", "B;Staf gudang;PT Contoh B;Karawang;;2.400.000"
    )
    asked_for = parse("loker gudang karawang gaji umk")

    search = looking.begin_typed(session, WORKER, Kind.VACANCY, asked_for, NOW)
    first = vacancies.next_card(session, looker)
    last = vacancies.next_card(session, looker, first.id)

    known = looking.own(session, search)
    assert (known.last_occupation, known.wage_expectation_min) == ("gudang", 5_886_853)
    assert first.details.offer.provider == "PT Contoh A"
    assert [(one.name, one.count) for one in last.widenings] == [("wage", 1)]
