"""What people type unasked: danger before everything, then the awaited answer, then what they want."""

import pytest
from sqlmodel import select

from bot.store.help_requests import HelpMessage, HelpRequest
from bot.store.people import Person
from bot.store.reminders import Pause


def step_of(rig, talker) -> str | None:
    return rig.database.run(lambda session: session.get(Person, talker.id).step)


def test_danger_gets_numbers_at_once_even_in_the_middle_of_a_step(rig, sari):
    sari.start()
    sari.press("Saya di luar negeri")
    sari.press("Hong Kong")
    sari.say("/kontrak")

    words = sari.say("tolooong sy dipukulin majikan")

    assert "+852 6773 0466" in words
    assert "September 2023" in words
    assert "tetap tersimpan" in words
    assert step_of(rig, sari) == "contract.end"


def test_the_country_that_is_named_decides_whom_to_call(sari):
    sari.start()

    words = sari.say("adik saya disekap agen di taiwan")

    assert "KDEI Taipei" in words


def test_agreeing_opens_an_urgent_request(rig, sari):
    sari.start()
    sari.say("majikan nahan paspor saya tolong")

    sari.press("Ya, hubungkan")
    sari.press("Bantuan orang")

    requests = rig.database.run(lambda session: list(session.exec(select(HelpRequest)).all()))
    assert [request.urgent for request in requests] == [True]


def test_a_hard_moment_is_met_without_advice_and_vacancies_pause_until_tomorrow(rig, sari):
    sari.start()

    words = sari.say("saya sudah tidak kuat")
    numbers = sari.press("Nomor bantuan resmi")
    later = sari.press("Nanti saja")

    pauses = rig.database.run(lambda session: list(session.exec(select(Pause)).all()))
    assert "Anda tidak sendiri" in words
    assert "!" not in words + numbers + later
    assert "belum kami pastikan" in numbers
    assert [pause.topic for pause in pauses] == ["vacancies"]


def test_a_hotline_that_was_not_meant_leads_back(sari):
    sari.start()
    sari.say("bos pukul saya")

    words = sari.press("Bukan itu maksud saya")

    assert "syukurlah" in words


def test_a_typed_answer_belongs_to_the_awaited_step(rig, sari):
    sari.start()
    sari.press("Saya di luar negeri")

    sari.say("taiwan")

    assert rig.database.run(lambda session: session.get(Person, sari.id).country) == "TW"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("selamat pagi kak", "asisten JKP"),
        ("makasih banyak ya", "Sama-sama"),
        ("hrd minta transfer 400rb sebelum interview", "Jangan transfer uang"),
        ("ditawarin kerja di kamboja 20 juta", "Belum ada penempatan resmi ke Kamboja"),
        ("nomor kbri kuala lumpur dong", "KBRI Kuala Lumpur"),
        ("tkw dapat jkp ga", "tidak</b> ikut JKP"),
        ("hapus semua data sy", "hapus"),
        ("saya di taichung", "Anda sekarang di"),
        ("kapan jkp sy cair", "Uang JKP"),
        ("lupa sandi siapkerja", "Akun SIAPkerja"),
        ("resep rendang", "belum paham"),
    ],
)
def test_typed_words_find_their_page(sari, typed, shown):
    sari.start()

    words = sari.say(typed)

    assert shown.replace("</b>", "") in words or shown in words


def test_english_words_switch_the_language(sari):
    sari.start()

    words = sari.say("english please")

    assert "What" in words or "Where shall we begin?" in words


def test_a_person_in_the_talk_is_heard_by_the_counselor_as_well(rig, sari):
    sari.start()
    sari.press("Bantuan orang")

    sari.say("majikan saya mukul saya")

    assert any("KP2MI" in words for words in sari.all_said)
    said = rig.database.run(lambda session: len(session.exec(select(HelpMessage)).all()))
    assert said == 1


def test_somebody_abroad_with_a_hard_moment_is_not_sent_to_a_puskesmas(sari):
    sari.start()
    sari.press("Saya di luar negeri")
    sari.press("Taiwan")

    words = sari.say("aku pengen mati aja")

    assert "Rumah sakit terdekat" in words
    assert "Puskesmas" not in words
