"""Who a broadcast goes to: the area, the match, and everybody who is left out with the reason."""

from datetime import timedelta

import pytest
from crowds import BUDI, MORNING, SUKOHARJO, broadcast, counselor, worker
from sqlmodel import select

from bot.deps import Shelf
from bot.services import broadcasts as cards
from bot.services import profile, profiles, stopping
from bot.services.staff import audience, audience_sets
from bot.services.staff import broadcast as services
from bot.services.staff.audience import Asker, Filter
from bot.services.staff.broadcast import Outcome, What
from bot.store import applications, broadcasts, consents, reminders, stage_events
from bot.store.applications import REFUSED, Application, Feedback
from bot.store.broadcasts import SENT, VACANCY, Broadcast, Recipient
from bot.store.reminders import FOREVER, VACANCIES
from bot.store.staff import Staff
from bot.store.stage_events import StageRow
from intake.reading import read
from labour_market import importing
from labour_market.tables import Vacancy
from matching.profile import Kind

KARAWANG = "32.15"
OFFERS = """id;judul;perusahaan;lokasi;keahlian;pendidikan
J1;Operator jahit;PT Contoh Busana;Sukoharjo;jahit;SMP
G1;Staf gudang;PT Contoh Gudang;Karawang;forklift;SMA
"""


@pytest.fixture
def asker(session):
    preview = importing.preview(session, read(OFFERS.encode()), "Bursa Contoh")
    importing.apply(session, preview, now=MORNING, complete=False)
    return Asker(counselor(session), Shelf(), MORNING)


@pytest.fixture
def vacancy(session, asker):
    offer = next(one for one in services.newest(session, asker, Kind.VACANCY, 5) if one.title == "Operator jahit")
    return services.begin(session, asker.member, What(VACANCY, offer.id), MORNING)


def ids(found) -> list[int]:
    return [person_id for person_id, _score in found.people]


def test_a_vacancy_goes_to_those_it_fits_best_first_and_only_within_the_area(session, asker, vacancy):
    worker(session, 1)
    worker(session, 2, work="kasir")
    worker(session, 3, region=KARAWANG)
    worker(session, 4).zone = "Asia/Jakarta"
    profile.keep(session, 4, "skills", "jahit")

    found = audience.find(session, asker, vacancy)

    assert set(ids(found)) == {1, 4}
    assert [score for _one, score in found.people] == sorted((score for _one, score in found.people), reverse=True)
    assert (found.seen, dict(found.left_out)) == (3, {"unfit": 1})


def leave_out(session, vacancy):
    """One person for every reason."""
    for number in range(1, 11):
        worker(session, number, agrees=number != 4)
    session.get(stopping.Person, 1).blocked_at = MORNING
    session.get(stopping.Person, 2).stopped_at = MORNING
    cards.no_more(session, 3, MORNING)
    session.add(Application(person_id=5, vacancy_id=vacancy.offer_id, on=MORNING.date(), logged_at=MORNING))
    applications.say(session, Feedback(person_id=6, offer_id=vacancy.offer_id, verdict=REFUSED, at=MORNING))
    same = broadcast(session, kind=VACANCY, offer_id=vacancy.offer_id)
    session.add(Recipient(broadcast_id=same.id, person_id=7, rank=1, wave=1))
    for number, times, days in ((8, 1, 1), (9, 3, 5)):
        for _ in range(times):
            row = broadcast(session)
            session.add(
                Recipient(broadcast_id=row.id, person_id=number, rank=1, wave=1, state=SENT,
                          sent_at=MORNING - timedelta(days=days))
            )  # fmt: skip
    session.flush()


def test_everybody_who_is_left_out_has_a_reason_and_the_message_would_not_go_either(session, asker, vacancy):
    leave_out(session, vacancy)

    found = audience.find(session, asker, vacancy)

    assert ids(found) == [10]
    assert dict(found.left_out) == dict.fromkeys(
        ("blocked", "stopped", "refused", "not_agreed", "applied", "unwanted", "had", "recent", "often"), 1
    )
    refused = {number: cards.refusal(session, vacancy, number, MORNING) for number in (1, 2, 3, 4, 5, 6, 9, 10)}
    assert refused == {1: "stopped", 2: "stopped", 3: "stopped", 4: "stopped", 5: "applied", 6: "unwanted", 9: "often",
                       10: ""}  # fmt: skip


@pytest.mark.parametrize("pause", [VACANCIES, reminders.EVERYTHING])
def test_who_paused_vacancies_gets_none_and_gets_them_again_afterwards(session, asker, vacancy, pause):
    worker(session, 1)
    reminders.pause(session, 1, pause, FOREVER)
    session.flush()
    before = ids(audience.find(session, asker, vacancy))

    reminders.resume(session, 1)

    assert (before, ids(audience.find(session, asker, vacancy))) == ([], [1])


def test_the_filter_narrows_by_place_work_status_and_language(session, asker):
    row = services.begin(session, asker.member, What("text", words="Pesan contoh untuk semua"), MORNING)
    for number, work, language in ((1, "operator jahit", "id"), (2, "kasir", "en"), (3, "penjahit", "id")):
        worker(session, number, work=work, language=language)
    stage_events.add(
        session, StageRow(person_id=3, number=1, stage="paid", actor="x", month=1, began_on=MORNING.date(),
                          began_known=True, mover="worker", noted_at=MORNING)
    )  # fmt: skip

    def with_filter(**parts):
        row.audience = Filter().kept()
        services.change(row, **parts)
        return ids(audience.find(session, asker, row))

    assert with_filter() == [1, 2, 3]
    assert with_filter(occupation="jahit") == [1, 3]
    assert with_filter(language="en") == [2]
    assert with_filter(status="receiving") == [3]
    assert with_filter(area=SUKOHARJO) == [1, 2, 3]
    assert with_filter(area=KARAWANG) == []


def test_many_profiles_at_once_are_those_one_by_one(session, asker, vacancy):
    leave_out(session, vacancy)
    profile.keep(session, 5, "skills", "jahit")

    many = {one.id: one for one in profiles.for_matching(session, range(1, 11))}

    assert many == {str(number): profile.for_matching(session, number) for number in range(1, 11)}


def test_examples_are_the_best_the_middle_and_the_last_and_each_look_is_noted(session, asker, vacancy):
    for number in range(1, 8):
        worker(session, number)
    found = audience.find(session, asker, vacancy)

    shown = audience.examples(session, asker, vacancy, found)

    assert len(shown) == audience.EXAMPLES
    assert all(one.ranked is not None and one.score == round(one.ranked.score * 100) for one in shown)


@pytest.mark.parametrize(
    "case",
    [
        (3, False, "Pesan contoh untuk semua", Outcome.SCHEDULED),
        (3, True, "Pesan contoh untuk semua", Outcome.WAITING),
        (3, False, "Bayar dulu uang jaminan ya", Outcome.WAITING),
        (3, False, "Daftar di bit.ly/contoh sekarang", Outcome.WAITING),
        (5, False, "Pesan contoh untuk semua", Outcome.WAITING),
    ],
)
def test_many_people_new_staff_and_doubtful_words_need_a_second_person(session, asker, monkeypatch, case):
    count, trial, words, outcome = case
    monkeypatch.setattr(services, "APPROVE_ABOVE", 4)
    counselor(session, 901)
    asker.member.trial = trial
    for number in range(1, count + 1):
        worker(session, number)
    row = services.begin(session, asker.member, What("text", words=words), MORNING)

    done = services.submit(session, asker, row.id)
    again = services.submit(session, asker, row.id)

    assert (done.outcome, again.outcome) == (outcome, Outcome.ALREADY)
    assert len(broadcasts.people_of(session, row.id)) == count
    if outcome is Outcome.WAITING:
        assert [one.id for one in done.asked] == [901]
        own = services.decide(session, asker, row.id, approve=True)
        assert own.outcome is Outcome.NOT_YOURS


def test_without_a_second_person_it_stays_a_draft(session, asker):
    asker.member.trial = True
    worker(session, 1)
    row = services.begin(session, asker.member, What("text", words="Pesan contoh untuk semua"), MORNING)

    done = services.submit(session, asker, row.id)

    assert (done.outcome, row.state) == (Outcome.NO_APPROVER, broadcasts.DRAFT)


def test_what_a_broadcast_says_is_sealed(session, asker):
    row = services.begin(session, asker.member, What("text", words="Pesan rahasia untuk semua"), MORNING)
    session.flush()

    stored = session.get(Broadcast, row.id).says

    assert b"rahasia" not in stored
    assert broadcasts.says(session, row)["text"] == "Pesan rahasia untuk semua"
    assert session.get(Staff, BUDI) is asker.member
    assert consents.BROADCASTS in consents.PURPOSES
    assert set(audience_sets.STATUSES) == {"claiming", "receiving", "after"}


def test_a_vacancy_posted_a_moment_ago_finds_its_people_before_it_is_indexed(session, asker):
    services.newest(session, asker, Kind.VACANCY, 1)  # the shelf is filled
    file = "id;judul;perusahaan;lokasi;keahlian\nJ9;Penjahit kemeja;PT Contoh Baru;Sukoharjo;jahit\n"
    importing.apply(session, importing.preview(session, read(file.encode()), "Tempel"), now=MORNING, complete=False)
    offer_id = str(session.exec(select(Vacancy.id).where(Vacancy.external_id == "J9")).one())
    worker(session, 1)

    row = services.begin(session, asker.member, What(VACANCY, offer_id), MORNING)

    assert ids(audience.find(session, asker, row)) == [1]
