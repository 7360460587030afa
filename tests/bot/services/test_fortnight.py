"""Fourteen nights as they ship: nobody who can be given something goes without, and nothing answered comes back."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from bot.deps import Shelf
from bot.services import looking, night, offers, parallel, profile, stocking, vacancies
from bot.services.looking import Looker
from bot.store import nights
from bot.store.people import Person
from intake.reading import read
from labour_market import importing
from matching.profile import Kind

ZONE = "Asia/Jakarta"
FIRST = datetime(2026, 11, 1, 18, 30, tzinfo=UTC)  # 01.30 of the second, in Jakarta
NIGHTS = 14
HEAD = "id;judul;perusahaan;lokasi;gaji_min;tutup\n"
WORKS = ("Operator jahit", "Staf gudang", "Kasir toko")
PLACES = ("Sukoharjo", "Klaten", "Kota Semarang")
MARKET = "".join(
    f"B{n};{WORKS[n % 3]} {'ABCDE'[n % 5]};PT Contoh Besar;{PLACES[n % 2]};2.{n % 9}00.000;\n" for n in range(30)
) + "".join(f"K{n};{WORKS[n % 3]};PT Contoh Kecil {n};{PLACES[n % 2]};2.{n % 9}00.000;\n" for n in range(18))
PEOPLE = range(1, 7)


@pytest.fixture
def market(session):
    """A town with one big and many small employers, and some people of three kinds of work."""
    bring(session, MARKET)
    for number in PEOPLE:
        session.add(Person(id=number, created_at=FIRST, seen_at=FIRST))
        profile.keep(session, number, "occupation", WORKS[number % 3].lower())
        profile.keep(session, number, "place", PLACES[number % 2])
    session.flush()
    return Shelf()


def bring(session, lines):
    preview = importing.preview(session, read((HEAD + lines).encode()), "Bursa Contoh")
    importing.apply(session, preview, now=FIRST)


def a_night(session, shelf, now):
    """Everything that the clock does in one night."""
    day = night.due(session, now, ZONE)
    stocking.fill(shelf, stocking.changed(session, shelf, Kind.VACANCY, day))
    ready = shelf.stock(Kind.VACANCY).ready
    exposure = night.shown(session, ready, day)
    with parallel.ranker(ready.matcher) as rank:
        while (chunk := night.next_chunk(session, day, now)) is not None:
            chosen = night.choose(ready, chunk, rank(chunk.profiles, day), exposure)
            night.keep(session, ready, chunk, chosen, now)
    night.finish(session, ready, day, now)
    return ready, day


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # who is shown what does not depend on it
@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 9))])
def test_nobody_goes_without_and_nothing_answered_comes_back(session, market, seed, monkeypatch):
    monkeypatch.setattr(night, "LISTED", 3)
    random = Random(seed)  # noqa: S311 - simulated people, no secret
    answered, shown = {number: set() for number in PEOPLE}, set()
    for at in range(NIGHTS):
        ready, day = a_night(session, market, FIRST + timedelta(days=at))
        for number in PEOPLE:
            listed = [one.offer_id for one in nights.listed(session, number)]
            fits = offers.in_brief(ready.matcher, profile.for_matching(session, number), day)
            left = {ready.spread.twins[one.offer_id] for one in fits} - answered[number]

            assert bool(listed) == bool(left)
            assert not {ready.spread.twins[one] for one in listed} & answered[number]
            shown.update(ready.spread.owners[one] for one in listed)
            for one in listed[: random.randint(0, 2)]:
                vacancies.refuse(session, number, one, random.choice(vacancies.REASONS), FIRST + timedelta(days=at))
                answered[number].add(ready.spread.twins[one])
        bring(session, f"N{at};{WORKS[at % 3]};PT Contoh Baru {at};{PLACES[at % 2]};2.500.000;\n")

    everybody = {owner for one, owner in ready.spread.owners.items()}
    assert everybody - shown <= {f"pt contoh baru {NIGHTS - 1}"}  # the one that came after the last night


def test_what_was_refused_never_comes_as_a_card_nor_does_its_copy(session, market):
    bring(session, "".join(f"Z{n};Kasir minimarket;PT Contoh Kembar;Sukoharjo;2.000.000;\n" for n in range(9)))
    looker = Looker(2, market, date(2026, 11, 2), FIRST)
    profile.keep(session, 2, "occupation", "kasir")
    refused, seen, after = set(), [], ""

    for at in range(40):
        card = vacancies.next_card(session, looker, after)
        if not isinstance(card, vacancies.Card):
            break
        spread = market.stock(Kind.VACANCY).ready.spread
        assert spread.twins[card.id] not in refused
        seen.append(spread.twins[card.id])
        if at % 3 == 0:
            vacancies.refuse(session, 2, card.id, "too_far", FIRST)
            refused.add(spread.twins[card.id])
        if at % 10 == 9:
            looking.begin(session, 2, Kind.VACANCY, FIRST)
            seen = []
        after = card.id

    assert len(seen) == len(set(seen))
    assert refused


def test_an_advertisement_posted_a_hundred_times_hides_nobody_else(session):
    bring(session, "".join(f"Z{n:03};Kasir minimarket;PT Contoh Kembar;Sukoharjo;9.000.000;\n" for n in range(100)))
    bring(session, "".join(f"K{n};Kasir toko;Toko Contoh {n};Klaten;2.000.000;\n" for n in range(4)))
    for number in (1, 2):
        session.add(Person(id=number, created_at=FIRST, seen_at=FIRST))
        profile.keep(session, number, "occupation", "kasir minimarket")
        profile.keep(session, number, "place", "sukoharjo")
    session.flush()
    vacancies.refuse(session, 2, "7", "low_wage", FIRST)
    shelf = Shelf()

    a_night(session, shelf, FIRST)

    owners = shelf.stock(Kind.VACANCY).ready.spread.owners
    lists = [[owners[one.offer_id] for one in nights.listed(session, number)] for number in (1, 2)]
    assert [(mine.count("pt contoh kembar"), len(set(mine))) for mine in lists] == [(1, 5), (0, 4)]
