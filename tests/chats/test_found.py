"""S10: found work."""

from datetime import date, timedelta

from sqlmodel import select
from test_status import tell

from bot.services import declaring
from bot.services.finding import TOPIC
from bot.store.reminders import CANCELLED, PLANNED, Reminder


def asked_again(rig):
    query = select(Reminder).where(Reminder.topic == TOPIC)
    return rig.database.run(lambda session: [row.state for row in session.exec(query)])


def find_work(talker, *, answer="Belum tahu"):
    for words in ("Ada kabar baru", "Saya sudah kerja", "Hari ini"):
        talker.press(words)
    return talker.press(answer)


def test_found_work_stops_jkp_and_can_be_taken_back(rig, sari):
    tell(sari)
    sari.press("Ada kabar baru")
    sari.press("Saya sudah kerja")
    sari.press("Hari ini")
    words = sari.press("Belum tahu")

    assert "Selamat, Sari Contoh!" in words
    assert "JKP berhenti mulai Sen, 23 Nov 2026" in words
    assert "30 hari" in words

    card = sari.press("Batal")
    assert "Kelihatannya berhak" in card


def test_a_typed_first_day_in_the_future_is_kept(rig, sari):
    tell(sari)
    sari.press("Ada kabar baru")
    sari.press("Saya sudah kerja")
    assert "belum terbaca" in sari.say("entah")
    assert "mendaftarkan BPJS" in sari.say("1 Des")
    assert "Sel, 1 Des 2026" in sari.press("Ya")


def test_who_did_not_ask_for_reminders_is_promised_none(rig, sari):
    tell(sari)

    words = find_work(sari)

    assert "Saya tanya lagi" not in words
    assert asked_again(rig) == []


def test_a_month_later_one_question_leads_to_the_card(rig, sari):
    tell(sari)
    sari.press("Ingatkan saya")
    words = find_work(sari)

    rig.forward(days=30)

    assert "Saya tanya lagi Rab, 23 Des 2026" in words
    assert "Sudah sebulan. Masih bekerja di sana?" in sari.newest
    assert sari.labels[0] == "💰 Buka JKP saya"
    assert "bekerja lagi" in sari.press("Buka JKP saya")


def test_taking_it_back_takes_the_question_back(rig, sari):
    tell(sari)
    sari.press("Ingatkan saya")
    find_work(sari)
    sari.press("Batal")
    told = len(sari.all_said)

    states = asked_again(rig)
    rig.clock.forward(timedelta(days=30))
    rig.tick()

    assert states == [CANCELLED]
    assert not any("Sudah sebulan" in words for words in sari.all_said[told:])


def test_another_first_day_moves_the_question(rig, sari):
    tell(sari)
    sari.press("Ingatkan saya")
    find_work(sari)
    sari.say("/jkp")
    for words in ("Ada kabar baru", "Saya sudah kerja"):
        sari.press(words)
    sari.say("20 Nov 2026")
    words = sari.press("Ya")

    assert "Saya tanya lagi Min, 20 Des 2026" in words
    assert sorted(asked_again(rig)) == [CANCELLED, PLANNED]


def test_a_question_about_work_that_was_taken_back_elsewhere_is_not_asked(rig, sari):
    tell(sari)
    sari.press("Ingatkan saya")
    find_work(sari)

    def forget(session):
        declaring.forget(session, sari.id, "employed_again_on", date(2026, 11, 24), rig.clock.now())

    rig.database.run(forget)
    rig.forward(days=30)

    assert not any("Sudah sebulan" in words for words in sari.all_said)


def test_freelance_work_is_not_called_certain(sari):
    tell(sari)

    assert "Kerja lepas atau usaha sendiri? Pengaruhnya ke JKP belum pasti. Tanya BPJS TK." in find_work(sari)
