"""A worker saves what is owed to their own calendar, twice, and only what is still owed."""

from datetime import timedelta

import icalendar
from test_status import tell


def events(rig, talker):
    """Read the newest file in the chat."""
    files = [message.file for message in rig.telegram.said(talker.id) if message.file]
    return icalendar.Calendar.from_ical(files[-1].content).walk("VEVENT"), len(files)


def test_the_file_comes_at_every_press_with_the_same_names_and_a_newer_sequence(rig, sari):
    tell(sari)
    sari.say("/pengingat")

    words = sari.press("Simpan ke kalender")
    first, count = events(rig, sari)
    rig.clock.forward(timedelta(minutes=5))
    sari.press("Simpan ke kalender")
    second, count_again = events(rig, sari)

    assert "Kam, 10 Des 2026: 📅 Hari terakhir klaim JKP" in words
    assert (count, count_again) == (1, 2)
    assert [one["uid"] for one in first] == [one["uid"] for one in second]
    assert second[0]["sequence"] > first[0]["sequence"]


def test_with_nothing_owed_the_answer_says_so(sari):
    sari.start()

    words = sari.say("/kalender")

    assert "Belum ada tanggal yang perlu disimpan" in words
