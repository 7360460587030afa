"""What is still owed becomes entries: for every stage, at every level, in every zone."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services import calendar as services
from bot.services import hours
from bot.services.calendar import Kind, moment_on, over
from bot.services.status import Standing
from bot.store.applications import APPLICATION, CALL, Application
from bot.store.people import Person
from jkp.claims import position
from jkp.declared import Days, Declared, Fact, Months, Refusal, Source
from jkp.membership.sealed import Sealer, new_key
from jkp.outlook import outlook
from jkp.rules.case import Cause

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
SESSION = SimpleNamespace(info={"sealer": Sealer([new_key()])})
ZONES = (
    "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Taipei", "Asia/Riyadh", "Asia/Tokyo", "Asia/Kolkata",
    "Europe/London", "Europe/Warsaw", "America/New_York", "America/Los_Angeles", "Australia/Sydney",
    "Pacific/Auckland", "Pacific/Honolulu",
)  # fmt: skip


def told(value, source=Source.WORKER):
    return Fact(value, source, date(2026, 11, 21))


def case(ended, **more):
    said = {"cause": told(Cause.EFFICIENCY), "paid_months": told(Months(12, None)), "reported": told(value=True)}
    return Declared(last_day=told(Days(ended, ended)), **(said | more))


def standing(declared, searches=(), **more):
    view = outlook(declared, DAY)
    return Standing(DAY, declared, view, position(declared, view, searches, DAY), **more)


@pytest.fixture
def owed(monkeypatch):
    """Ask for the calendar of a case."""

    def ask(found, *, rows=(), now=NOW, **person):
        monkeypatch.setattr(services.status, "check", lambda *_: found)
        monkeypatch.setattr(services.applications, "standing", lambda *_: list(rows))
        monkeypatch.setattr(services.registrations, "all_of", lambda *_: [])
        sari = Person(id=900_000_001, created_at=NOW, seen_at=NOW, **person)
        return services.owed(SESSION, sari, now)

    return ask


def kinds(found):
    return [(entry.kind, entry.month) for entry in found.entries]


PAID = case(date(2026, 10, 20), claim_date=told(date(2026, 11, 1)), paid_through_month=told(1))


def test_before_the_claim_the_last_day_is_owed_with_alarms_seven_three_and_one_day_before(owed):
    [entry] = owed(standing(case(date(2026, 10, 5)))).entries

    assert (entry.kind, entry.first, entry.last) == (Kind.CLAIM, date(2027, 4, 5), date(2027, 4, 5))
    assert [moment.isoformat() for moment in entry.alarms] == [
        "2027-03-29T01:00:00+00:00", "2027-04-02T01:00:00+00:00", "2027-04-04T01:00:00+00:00",
    ]  # fmt: skip


def test_an_alarm_that_has_passed_is_not_written(owed):
    [entry] = owed(standing(case(date(2026, 5, 26)))).entries

    assert [moment.date() for moment in entry.alarms] == [date(2026, 11, 25)]


def test_a_range_gives_its_safe_day_and_says_so(owed):
    [entry] = owed(standing(Declared(last_day=told(Days(date(2026, 9, 1), date(2026, 9, 30)))))).entries

    assert (entry.first, entry.sure) == (date(2027, 3, 1), False)


@pytest.mark.parametrize(
    "declared",
    [
        case(date(2025, 1, 6)),  # too late
        case(date(2026, 10, 1), cause=told(Cause.RESIGN)),
        case(date(2026, 10, 1), claim_date=told(date(2026, 11, 20))),  # filed, being checked
        case(date(2026, 1, 1), claim_date=told(date(2026, 1, 12)), paid_through_month=told(6)),
        case(date(2026, 10, 1), claim_date=told(date(2026, 10, 12)), employed_again_on=told(date(2026, 11, 2))),
        case(date(2026, 7, 1), claim_date=told(date(2026, 8, 1)), paid_through_month=told(1)),  # the month was missed
    ],
)
def test_what_is_done_or_over_or_not_known_is_not_written(owed, declared):
    assert owed(standing(declared)).entries == ()


def test_nobody_known_has_an_empty_calendar(owed):
    assert owed(None).entries == ()


def test_a_refused_claim_still_owes_its_last_day(owed):
    refused = case(
        date(2026, 10, 1), claim_date=told(date(2026, 10, 12)), refused=Fact(Refusal.OTHER, Source.WORKER, DAY)
    )

    assert kinds(owed(standing(refused))) == [(Kind.CLAIM, 0)]


def test_every_month_to_come_has_its_window_and_the_last_one_its_form(owed):
    found = owed(standing(PAID))

    assert kinds(found) == [*((Kind.MONTH, month) for month in (2, 3, 4, 5)), (Kind.FORM, 6), (Kind.MONTH, 6)]
    assert all(entry.first <= entry.safe_day <= entry.last for entry in found.entries)


def test_a_form_that_is_done_is_not_written(owed):
    done = case(
        date(2026, 6, 1),
        claim_date=told(date(2026, 6, 6)),
        paid_through_month=told(5),
        status_form_done=told(value=True),
    )

    assert Kind.FORM not in {kind for kind, _ in kinds(owed(standing(done)))}


def test_the_date_of_the_portal_goes_before_our_own(owed):
    running = case(date(2026, 10, 1), claim_date=told(date(2026, 10, 25)), paid_through_month=told(1))
    ported = case(
        date(2026, 10, 1),
        claim_date=told(date(2026, 10, 25)),
        paid_through_month=told(1),
        portal_date=told(date(2026, 11, 27)),
    )

    ours, theirs = (owed(standing(one)).entries[0] for one in (running, ported))

    assert (ours.safe_day, ours.is_portal) == (date(2026, 11, 25), False)
    assert (theirs.safe_day, theirs.last, theirs.is_portal) == (date(2026, 11, 27), date(2026, 11, 27), True)


def test_at_the_first_level_the_registers_claim_gives_only_the_window_of_the_card(owed):
    known = case(
        date(2026, 10, 1),
        claim_date=told(date(2026, 10, 25), Source.BPJS_TK),
        paid_through_month=told(1, Source.BPJS_TK),
    )

    assert kinds(owed(standing(known, level=1))) == [(Kind.MONTH, 2)]
    assert len(kinds(owed(standing(known, level=2)))) == 6


def test_a_logged_interview_to_come_is_written_and_a_past_one_or_an_application_is_not(owed):
    rows = [
        Application(id=str(number), person_id=1, kind=kind, employer="PT Contoh Uji", on=on, logged_at=NOW)
        for number, (kind, on) in enumerate(
            [
                (CALL, DAY + timedelta(days=4)),
                (CALL, DAY),
                (CALL, DAY - timedelta(days=1)),
                (APPLICATION, DAY + timedelta(days=4)),
            ]
        )
    ]

    found = owed(None, rows=rows)

    assert [(entry.kind, entry.first, entry.employer) for entry in found.entries] == [
        (Kind.CALL, DAY + timedelta(days=4), "PT Contoh Uji")
    ]


def test_names_last_and_the_sequence_grows(owed):
    first = owed(standing(PAID))
    moved = case(date(2026, 10, 1), claim_date=told(date(2026, 11, 3)), paid_through_month=told(1))
    second = owed(standing(moved), now=NOW + timedelta(minutes=1))

    assert len({entry.uid for entry in first.entries}) == len(first.entries)
    assert {entry.uid for entry in first.entries} == {entry.uid for entry in second.entries}
    assert second.sequence > first.sequence
    assert not any("900000001" in entry.uid for entry in first.entries)


@pytest.mark.parametrize("zone", ZONES)
@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(7, 19))
def test_a_deed_lies_on_the_day_everywhere_in_indonesia_and_in_the_readers_waking_hours(zone, day, hour):
    moment = moment_on(day, hour, zone)

    assert {moment.astimezone(ZoneInfo(one)).date() for one in ZONES[:3]} == {day}
    assert not hours.is_quiet(moment, zone)


@pytest.mark.parametrize("zone", ZONES[:6])
def test_near_indonesia_the_deed_is_at_the_readers_own_hour_of_the_same_day(zone):
    local = moment_on(date(2027, 1, 12), 9, zone).astimezone(ZoneInfo(zone))

    assert (local.date(), local.hour) == (date(2027, 1, 12), 9)


def test_in_honolulu_the_deed_falls_on_the_day_before():
    local = moment_on(date(2027, 1, 12), 18, "Pacific/Honolulu").astimezone(ZoneInfo("Pacific/Honolulu"))

    assert (local.date(), local.hour) == (date(2027, 1, 11), 18)


def test_alarms_keep_the_hour_over_a_change_of_the_clocks(owed):
    [entry] = owed(standing(case(date(2026, 9, 30))), zone="Europe/Warsaw").entries  # the clocks change on 28 March

    local = [moment.astimezone(ZoneInfo("Europe/Warsaw")) for moment in entry.alarms]
    assert entry.first == date(2027, 3, 30)
    assert [moment.hour for moment in local] == [8, 8, 8]
    assert [moment.utcoffset() for moment in local] == [timedelta(hours=1), timedelta(hours=1), timedelta(hours=2)]


def test_a_day_is_over_first_in_the_east():
    assert over(date(2026, 12, 10)) == datetime(2026, 12, 10, 15, tzinfo=UTC)
