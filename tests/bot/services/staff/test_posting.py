"""Posting as a use case: sealed drafts, once live however often it is pressed, and closing within one's own area."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from bot.screens.staff import posting as screens
from bot.services.staff import posted, posting
from bot.services.staff.posting import Draft, Live
from bot.store import postings
from bot.store.access_log import AccessLog
from bot.store.offer_changes import What
from bot.store.postings import Posting
from bot.store.staff import ADMIN, COUNSELOR, Staff
from bot.texts.catalogue import Texts
from intake.tables import ImportVersion
from labour_market.adverts.field import Name
from labour_market.tables import Vacancy

NOW, DAY = datetime(2026, 11, 22, 3, 0, tzinfo=UTC), date(2026, 11, 22)
ADVERT = """PT Contoh Garmen membutuhkan
Posisi: Operator Jahit
Penempatan: Kab. Sukoharjo
Gaji 2.400.000
WA 0812-0000-1101"""


def member(session, number=1, area="33.11", role=COUNSELOR):
    row = Staff(id=number, role=role, name="Pak Uji", office=f"Disnaker {number}", area=area, added_at=NOW)
    session.merge(row)
    session.flush()
    return session.get(Staff, number)


def published(session, who) -> Live:
    draft = posting.begin(session, who, ADVERT, DAY, NOW)
    draft = posting.confirm(session, who, draft.id, name=None, day=DAY)
    return posting.publish(session, who, draft.id, DAY, NOW)


def test_the_words_of_a_draft_are_sealed_and_gone_once_it_is_live(session):
    budi = member(session)
    draft = posting.begin(session, budi, ADVERT, DAY, NOW)
    row = session.get(Posting, draft.id)

    assert b"0812" not in row.content
    posting.publish(session, budi, draft.id, DAY, NOW)
    assert (row.state, row.content) == (postings.LIVE, None)


def test_publishing_again_changes_nothing_and_leaves_one_trace(session):
    budi = member(session)
    first = published(session, budi)

    again = posting.publish(session, budi, first.id, DAY, NOW)

    assert again == first
    assert len(session.exec(select(ImportVersion)).all()) == 1
    assert [one.what for one in session.exec(select(AccessLog))] == [f"vacancy:post:{first.vacancies[0].offer.id}"]


def test_a_draft_with_a_doubt_is_not_published(session):
    budi = member(session)
    draft = posting.begin(session, budi, ADVERT.replace("Kab. Sukoharjo", "Bandung"), DAY, NOW)

    found = posting.publish(session, budi, draft.id, DAY, NOW)

    assert isinstance(found, Draft)
    assert found.unsure == (Name.PLACE,)
    assert posting.confirm(session, budi, draft.id, name=None, day=DAY).unsure == (Name.PLACE,)  # which of the two?
    assert session.exec(select(Vacancy)).all() == []


def test_a_new_advertisement_takes_the_place_of_the_one_before_and_nobody_opens_anothers(session):
    budi, ani = member(session), member(session, 2)
    first = posting.begin(session, budi, ADVERT, DAY, NOW)
    second = posting.begin(session, budi, ADVERT, DAY, NOW)

    assert posting.look(session, budi, first.id, DAY) is None
    assert posting.look(session, ani, second.id, DAY) is None
    assert posting.publish(session, ani, second.id, DAY, NOW) is None


@pytest.mark.parametrize(
    ("area", "role", "may"),
    [
        ("33.11", COUNSELOR, True), ("33", COUNSELOR, True), (None, COUNSELOR, True), ("33.72", COUNSELOR, False),
        ("35", COUNSELOR, False), (None, ADMIN, True), ("35", ADMIN, False), ("33.1", COUNSELOR, False),
    ],
)  # fmt: skip
def test_a_vacancy_is_closed_by_its_poster_its_area_and_those_above(session, area, role, may):
    vacancy = published(session, member(session)).vacancies[0]
    other = member(session, 2, area, role)

    found = posted.close(session, other, vacancy.offer.id, What.FILLED, day=DAY, now=NOW)

    assert (found is not None) is may
    assert (session.get(Vacancy, int(vacancy.offer.id)).status == "closed") is may


def test_closing_twice_is_one_version_and_taking_back_after_another_import_closes(session):
    budi = member(session)
    first, second = published(session, budi), published(session, member(session, 2))

    assert posted.take_back(session, budi, first.id, NOW)  # the second one stands on it
    assert [one.status for one in session.exec(select(Vacancy).order_by(Vacancy.id))] == ["closed", "open"]
    versions = len(session.exec(select(ImportVersion)).all())
    posted.close(session, member(session, 2), second.vacancies[0].offer.id, What.CLOSED, day=DAY, now=NOW)
    posted.close(session, member(session, 2), second.vacancies[0].offer.id, What.CLOSED, day=DAY, now=NOW)
    assert len(session.exec(select(ImportVersion)).all()) == versions + 1


def test_a_typed_field_is_mended_and_an_unreadable_one_changes_nothing(session):
    budi = member(session)
    draft = posting.begin(session, budi, ADVERT, DAY, NOW)

    assert posting.change(session, budi, draft.id, name=Name.AGE, text="tua", day=DAY) is None
    changed = posting.change(session, budi, draft.id, name=Name.WAGE_MIN, text="2,5 - 3 jt", day=DAY)
    assert (changed.fields[Name.WAGE_MIN].value, changed.fields[Name.WAGE_MAX].value) == ("2500000", "3000000")
    emptied = posting.change(session, budi, draft.id, name=Name.WAGE_MIN, text="-", day=DAY)
    assert Name.WAGE_MIN not in emptied.fields
    assert Name.WAGE_MAX not in emptied.fields
    later = posting.change(session, budi, draft.id, name=Name.CLOSES, text="1 Jan 2020", day=DAY)
    assert [one.column for one in later.problems] == ["closes"]
    assert isinstance(posting.publish(session, budi, draft.id, DAY, NOW), Draft)


NASTY = (
    "", "-", "0", "\x00", "<b>", "9" * 400, "\u202e", "UMK", "31/02/2026", "=1+1", "a" * 5_000, "\U0001f600", "33.99",
    "://", "1.2.3",
)  # fmt: skip


def test_whatever_is_typed_leaves_a_draft_that_can_be_shown(session):
    budi = member(session)
    draft = posting.begin(session, budi, ADVERT, DAY, NOW)

    for name in Name:
        for typed in NASTY:
            posting.change(session, budi, draft.id, name=name, text=typed, day=DAY)
            assert screens.check(Texts("id"), posting.look(session, budi, draft.id, DAY)).text
