"""The file: read back, dates that stand still, moments with their zone, lines as RFC 5545 wants them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import calendars
import icalendar
import pytest

from bot.screens import calendar as screens
from bot.services.calendar import Kind
from bot.texts.catalogue import Texts

ZONES = (
    "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Taipei", "Asia/Riyadh", "Asia/Tokyo", "Asia/Kolkata",
    "Europe/London", "Europe/Warsaw", "America/New_York", "Australia/Sydney", "Pacific/Auckland", "Pacific/Honolulu",
)  # fmt: skip


def written(**how):
    return screens.file(Texts(how.pop("language", "id")), calendars.owed(**how))


def events(content):
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


@pytest.mark.parametrize("zone", ZONES)
def test_days_of_the_law_are_dates_and_moments_carry_the_readers_zone(zone):
    calendar = icalendar.Calendar.from_ical(written(zone=zone))
    starts = [event.decoded("dtstart") for event in calendar.walk("VEVENT")]
    moments = [start for start in starts if isinstance(start, datetime)]

    assert date(2026, 12, 10) in starts
    assert len(moments) == 3
    assert {str(event["dtstart"].params.get("TZID")) for event in calendar.walk("VEVENT")} == {zone, "None"}
    assert [str(one["tzid"]) for one in calendar.walk("VTIMEZONE")] == [zone]
    assert {moment.astimezone(ZoneInfo("Asia/Jakarta")).date() for moment in moments} == {
        entry.safe_day for entry in calendars.owed(zone=zone).entries if entry.kind is Kind.MONTH
    }


@pytest.mark.parametrize("zone", ZONES)
def test_the_zone_in_the_file_says_what_the_zone_says_over_every_change_of_the_clocks(zone):
    calendar = icalendar.Calendar.from_ical(written(zone=zone))
    read = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)

    for month in range(13):
        moment = datetime(2026, 5, 15, 8) + timedelta(days=30 * month)  # noqa: DTZ001 - the zones are compared below
        assert moment.replace(tzinfo=read).utcoffset() == moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()


def test_lines_end_and_fold_as_they_must():
    content = written()
    lines = content.split(b"\r\n")

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert next(event["summary"] for event in events(content)).endswith("PT Contoh & Putra <Jaya>, Tbk; Karawang")


def test_every_event_has_what_a_calendar_needs_to_replace_it():
    found = events(written())

    assert all({"uid", "sequence", "dtstamp", "dtstart", "dtend", "summary"} <= {*map(str.lower, one)} for one in found)
    assert len({one["uid"] for one in found}) == len(found)
    assert {one["sequence"] for one in found} == {1000}
    assert {one.decoded("dtstamp") for one in found} == {calendars.NOW}


def test_alarms_are_moments_in_utc_and_a_deed_rings_as_it_begins():
    content = written(zone="Asia/Riyadh")
    claim = next(one for one in events(content) if one.decoded("dtstart") == date(2026, 12, 10))

    assert b"TRIGGER;VALUE=DATE-TIME:20261209T" in content
    assert [alarm.decoded("trigger").utcoffset() for alarm in claim.walk("VALARM")] == [timedelta()] * 3
    assert content.count(b"TRIGGER:P0D") == 3


def test_the_last_day_is_one_whole_day_that_keeps_nobody_busy():
    claim = next(one for one in events(written()) if one.decoded("dtstart") == date(2026, 12, 10))

    assert claim.decoded("dtend") == date(2026, 12, 11)
    assert claim["transp"] == "TRANSPARENT"


@pytest.mark.parametrize("language", ["id", "en"])
def test_discreet_readers_get_nothing_but_neutral_words(language):
    screen = screens.saved(Texts(language), calendars.owed(discreet=True))
    content = screen.attachment.content.decode()

    for word in ("JKP", "SIAPkerja", "Contoh", "klaim", "claim", "DESCRIPTION:Buka", "kerjalagi"):
        assert word.lower() not in content.lower(), word
        assert word.lower() not in (screen.text + screen.attachment.name).lower(), word


def test_who_is_abroad_reads_when_the_day_is_over_at_their_place():
    said = "".join(str(one["description"]) for one in events(written(zone="Asia/Riyadh")) if "description" in one)

    assert "selesaikan sebelum Kam, 10 Des 2026, 18.00 Riyadh" in said
    assert "selesaikan sebelum" not in "".join(str(one.get("description")) for one in events(written()))


def test_the_portals_word_stands_beside_every_window_and_its_end_is_not_certain():
    months = [one for one in events(written()) if "bulan" in one["summary"] and "Formulir" not in one["summary"]]

    assert months
    assert all("Tanggal di portal yang berlaku." in one["description"] for one in months)
    assert all("belum pasti" in one["description"] or "Anda baca di portal" in one["description"] for one in months)
