"""The night: the same lists as one by one, cut off and taken up again, obedient to refusals, told of sparingly."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import joblib
import pytest
from sqlmodel import select

from bot.deps import Ready, Shelf
from bot.outbox import digest
from bot.services import night, offers, parallel, profile, settings, stocking, today, vacancies
from bot.services.night import Chunk
from bot.store import consents, night_claims, nights
from bot.store.outbox import Outbox
from bot.store.people import Person
from intake.reading import read
from labour_market import importing
from matching.matcher import Matcher
from matching.profile import Kind, Opportunity, Profile
from matching.spread import Exposure, Spread

NIGHT = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)  # 01.30 in Jakarta, a Monday
DAY = date(2026, 11, 23)
ZONE = "Asia/Jakarta"
FILE = "id;judul;perusahaan;lokasi;gaji_min;tutup\n" + "".join(
    f"S{n};Operator jahit;PT Contoh {n};Sukoharjo;2.{n}00.000;\n" for n in range(8)
)


def bring(session, content=FILE, **how):
    importing.apply(session, importing.preview(session, read(content.encode()), "Bursa Contoh"), now=NIGHT, **how)


@pytest.fixture
def ready(session):
    bring(session)
    return offers.ready(session, Shelf(), Kind.VACANCY, DAY)


def worker(session, number, work="operator jahit"):
    session.add(Person(id=number, created_at=NIGHT, seen_at=NIGHT))
    profile.keep(session, number, "occupation", work)
    profile.keep(session, number, "place", "sukoharjo")
    session.flush()


def one_chunk(session, ready, now=NIGHT):
    """Rank and keep the next chunk, the way the clock does."""
    day = night.due(session, now, ZONE)
    chunk = night.next_chunk(session, day, now)
    with parallel.ranker(ready.matcher) as rank:
        chosen = night.choose(ready, chunk, rank(chunk.profiles, day), night.shown(session, ready, day))
    return night.keep(session, ready, chunk, chosen, now)


def test_a_night_leaves_lists_and_figures(session, ready):
    for number in (1, 2, 3):
        worker(session, number, "operator jahit" if number < 3 else "qwertyuiop")

    one_chunk(session, ready)
    run = night.finish(session, ready, DAY, NIGHT)

    assert (run.people, run.covered, run.offers_open, run.offers_shown) == (3, 2, 8, 8)
    assert run.showings == len(nights.listed(session, 1)) + len(nights.listed(session, 2)) == 16
    assert run.top_tenth == 12  # the most shown of eight has two of sixteen
    assert nights.listed(session, 3) == []
    assert night.due(session, NIGHT, ZONE) is None


def test_a_night_begins_only_at_night_and_goes_on_at_any_hour(session, ready):
    noon = NIGHT + timedelta(hours=10)
    worker(session, 1)

    assert night.due(session, noon, ZONE) is None
    assert night.due(session, NIGHT, ZONE) == DAY
    assert night.due(session, noon, ZONE) == DAY


def test_a_night_that_was_cut_off_goes_on_with_the_missing_chunk(session, ready, monkeypatch):
    monkeypatch.setattr(night, "CHUNK", 1)
    monkeypatch.setattr(night, "LISTED", 2)
    worker(session, 1)
    worker(session, 2)

    one_chunk(session, ready)
    too_early = night.finish(session, ready, DAY, NIGHT)
    second = one_chunk(session, ready)
    run = night.finish(session, ready, DAY, NIGHT)

    assert too_early is None
    assert (run.chunks, run.people, second) == (2, 2, (1,))
    assert nights.listed(session, 1)[0].offer_id != nights.listed(session, 2)[0].offer_id  # in turns


def test_a_chunk_kept_twice_counts_once(session, ready):
    worker(session, 1)
    day = night.due(session, NIGHT, ZONE)
    chunk = night.next_chunk(session, day, NIGHT)
    chosen = night.choose(ready, chunk, [ready.matcher.rank(chunk.profiles[0])], Exposure())

    first = night.keep(session, ready, chunk, chosen, NIGHT)
    again = night.keep(session, ready, chunk, chosen, NIGHT)

    assert (first, again) == ((1,), ())
    assert sum(nights.showings(session, day)) == 8


def test_a_chunk_at_work_is_not_given_out_again_until_its_claim_runs_out(session, ready, monkeypatch):
    monkeypatch.setattr(night, "CHUNK", 1)
    for number in (1, 2):
        worker(session, number)
    day = night.due(session, NIGHT, ZONE)
    later = NIGHT + night_claims.LEASE

    mine = night.next_chunk(session, day, NIGHT)
    other = night.next_chunk(session, day, NIGHT)
    nothing = night.next_chunk(session, day, later - timedelta(seconds=1))
    taken_over = night.next_chunk(session, day, later)
    night.keep(session, ready, mine, [[]], later)

    assert (mine.number, other.number, nothing, taken_over) == (0, 1, None, mine)
    assert night.next_chunk(session, day, later).number == 1  # its claim has run out; the first one is done
    assert night.next_chunk(session, day, later) is None


def test_refused_offers_stay_away_and_who_took_matching_back_is_left_out(session, ready):
    worker(session, 1)
    worker(session, 2)
    refused = ready.matcher.table.offers[0].id
    vacancies.refuse(session, 1, refused, "too_far", NIGHT)
    profile.tell(session, 2, NIGHT)
    settings.withdraw(session, 2, consents.MATCHING, NIGHT)

    one_chunk(session, ready)

    assert refused not in {one.offer_id for one in nights.listed(session, 1)}
    assert nights.listed(session, 2) == []


def test_what_closed_or_was_refused_since_is_not_on_the_list_of_the_morning(session, ready):
    worker(session, 1)
    one_chunk(session, ready)
    vacancies.refuse(session, 1, nights.listed(session, 1)[0].offer_id, "too_far", NIGHT)
    bring(session, "\n".join(FILE.splitlines()[:5]) + "\n", complete=True)

    found = today.of(session, 1, DAY)

    assert len(found.vacancies) + found.more in {3, 4}
    assert all(one.is_open for one in found.vacancies)
    assert today.of(session, 1, DAY + timedelta(days=2)) is None
    assert not today.waits(session, 1, DAY + timedelta(days=2))


def test_word_is_given_to_who_agreed_at_their_hour_and_twice_a_week_at_most(session):
    worker(session, 1)
    worker(session, 2)
    profile.tell(session, 1, NIGHT)

    written = [digest.write_due(session, (1, 2), NIGHT + timedelta(days=days)) for days in range(7)]

    rows = session.exec(select(Outbox).order_by(Outbox.due_at)).all()
    assert written == [1, 0, 0, 1, 0, 0, 0]
    assert [(row.person_id, row.due_at.astimezone(UTC)) for row in rows] == [
        (1, datetime(2026, 11, 23, 1, tzinfo=UTC)), (1, datetime(2026, 11, 26, 1, tzinfo=UTC)),
    ]  # fmt: skip


def test_a_second_night_without_anything_new_gives_no_word(session, ready):
    worker(session, 1)

    first = one_chunk(session, ready)
    night.finish(session, ready, DAY, NIGHT)
    second = one_chunk(session, ready, NIGHT + timedelta(days=1))

    assert (first, second) == ((1,), ())


def test_what_the_nights_showed_comes_later_in_the_day(session, ready):
    worker(session, 1)
    shown = {ready.matcher.table.offers[0].id: 9}
    again = Ready(ready.matcher, ready.spread, stocking.counted(ready.spread, shown))
    person = profile.for_matching(session, 1)

    chunk = Chunk(DAY, 0, (person,))
    before = night.choose(ready, chunk, [ready.matcher.rank(person)], offers.exposure(ready))
    after = night.choose(again, chunk, [ready.matcher.rank(person)], offers.exposure(again))

    assert {one.offer_id for one in before[0]} == {one.offer_id for one in after[0]}
    assert after[0][-1].offer_id == ready.matcher.table.offers[0].id


OFFERS = tuple(
    Opportunity(f"V{n}", Kind.VACANCY, title, f"PT Contoh {n}", "33.11")
    for n, title in enumerate(("Penjahit", "Staf gudang", "Kasir toko", "Penjahit"))
)
PEOPLE = tuple(Profile(str(n), work, region="33.11") for n, work in enumerate(("penjahit", "kasir", "gudang") * 10))


@pytest.fixture(scope="module")
def matcher():
    return Matcher.fit(OFFERS, DAY)


def test_several_cores_rank_as_one_does(matcher):
    with parallel.ranker(matcher) as alone, parallel.ranker(matcher, 2) as spread, joblib.parallel_config("threading"):
        assert spread(PEOPLE, DAY) == alone(PEOPLE, DAY)


@pytest.mark.long
def test_other_processes_rank_as_this_one_does(matcher):
    with parallel.ranker(matcher) as alone, parallel.ranker(matcher, 2) as spread:
        assert spread(PEOPLE, DAY) == alone(PEOPLE, DAY)


def test_a_cluster_ranks_as_one_core_does(matcher):
    distributed = pytest.importorskip("distributed", reason="the extra `cluster` (dask[distributed]) is not installed")
    options = {"n_workers": 1, "threads_per_worker": 2, "processes": False, "dashboard_address": None}

    with (
        distributed.LocalCluster(**options, scheduler_port=0) as cluster,
        parallel.ranker(matcher) as alone,
        parallel.ranker(matcher, scheduler=cluster.scheduler_address) as spread,
    ):
        assert spread(PEOPLE, DAY) == alone(PEOPLE, DAY)


def test_fair_turns_give_everybody_the_same_employers_in_another_order(matcher, monkeypatch):
    monkeypatch.setattr(night, "LISTED", 1)
    ready = Ready(matcher, Spread(OFFERS), Exposure())
    twins = tuple(replace(PEOPLE[0], id=str(n)) for n in range(4))

    chosen = night.choose(ready, Chunk(DAY, 0, twins), [matcher.rank(one) for one in twins], Exposure())

    assert len({found[0].offer_id for found in chosen}) == 2
