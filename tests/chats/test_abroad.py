"""P0 and P1: a caregiver in Taichung finds out what protects her, in five taps, and is reminded on her day off."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import select

from bot.store.people import Person
from bot.store.reminders import CANCELLED, PLANNED, Reminder


def person_row(rig, talker) -> Person:
    return rig.database.run(lambda session: session.get(Person, talker.id))


def reminder_rows(rig, talker) -> list[Reminder]:
    return rig.database.run(
        lambda session: list(session.exec(select(Reminder).where(Reminder.person_id == talker.id)).all())
    )


def settle_in_taiwan(wati) -> str:
    wati.start()
    wati.press("Saya di luar negeri")
    wati.press("Taiwan")
    wati.press("Minggu")
    return wati.press("Ya, pakai")


def test_five_taps_lead_to_the_rights_page(rig, sari):
    words = settle_in_taiwan(sari)

    wati = person_row(rig, sari)
    assert (wati.country, wati.zone, wati.rest_day, wati.discreet) == ("TW", "Asia/Taipei", 6, True)
    assert "Hak saya di luar negeri" in words
    assert "Rp1.500.000" in words
    assert "10 Okt 2023" in words
    assert len(sari.all_said) == 1
    assert sari.labels[3] == "☎️ KDEI/KBRI/KJRI (Taiwan)"


def test_each_question_can_be_skipped_and_pressed_twice(rig, sari):
    sari.start()
    sari.press("Saya di luar negeri")
    sari.press("Hong Kong")

    sari.press("Lewati")
    words = sari.press("Lewati")

    wati = person_row(rig, sari)
    assert (wati.country, wati.zone, wati.rest_day, wati.discreet) == ("HK", "Asia/Hong_Kong", None, False)
    assert "Hak saya di luar negeri" in words


def test_a_misspelt_country_is_understood_and_a_wrong_word_is_asked_again(rig, sari):
    sari.start()
    sari.press("Saya di luar negeri")
    sari.press("Negara lain")

    wrong = sari.say("blarg")
    right = sari.say("singapur")

    assert "belum saya kenal" in wrong
    assert "Singapura" in right
    assert person_row(rig, sari).zone == "Asia/Singapore"


def test_a_country_with_several_hours_asks_for_the_city(rig, sari):
    sari.start()
    sari.press("Saya di luar negeri")

    words = sari.say("australia")
    sari.press("Perth")

    assert "dekat kota mana" in words
    assert person_row(rig, sari).zone == "Australia/Perth"


def test_a_place_in_indonesia_is_asked_back(rig, sari):
    sari.start()
    sari.press("Saya di luar negeri")

    words = sari.say("surabaya")
    sari.press("Ya, saya di Indonesia")

    assert "di Indonesia?" in words
    assert person_row(rig, sari).country == "ID"


def test_a_country_without_official_placement_is_named_kindly(sari):
    sari.start()
    sari.press("Saya di luar negeri")

    words = sari.say("kamboja")

    assert "Belum ada penempatan resmi ke Kamboja" in words
    assert "April 2025" in words


def test_what_was_said_can_be_changed_later_and_she_can_come_home(rig, sari):
    settle_in_taiwan(sari)
    sari.say("/luarnegeri")
    assert "Hari libur: Minggu" in sari.newest

    sari.press("Saya sudah pulang")
    sari.press("Jam saya WITA")

    wati = person_row(rig, sari)
    assert (wati.country, wati.zone) == ("ID", "Asia/Makassar")
    assert "WITA" in sari.newest


def test_one_sided_termination_keeps_everything_with_her(sari):
    settle_in_taiwan(sari)

    words = sari.press("di-PHK sepihak")
    kept = sari.press("Simpan saja")

    assert "tanggal Anda diberhentikan" in words
    assert "Jangan kirim foto paspor" in words
    assert "Tidak ada yang kami kirim ke siapa pun" in kept


def test_contacts_carry_the_date_of_their_source(sari):
    settle_in_taiwan(sari)

    words = sari.press("KDEI/KBRI/KJRI (Taiwan)")

    assert "KDEI Taipei: +886 901 132 000" in words
    assert "Februari 2020; nomor lama, cek dulu" in words
    assert "April 2025" in words
    assert "175" not in words


def test_other_events_show_amounts_only_where_a_source_gives_one(sari):
    settle_in_taiwan(sari)

    words = sari.press("Kejadian lain")

    assert "Rp25.000.000" in words
    assert "Meninggal (untuk keluarga): jumlah belum pasti" in words


def test_contributions_are_worked_out_for_a_package_and_left_open_between(sari):
    settle_in_taiwan(sari)
    sari.say("/iuran")
    sari.press("Lewat P3MI")
    package = sari.press("24 bulan")

    sari.press("Hitung lagi")
    sari.press("Perseorangan")
    sari.press("Tulis sendiri")
    wrong = sari.say("lama")
    between = sari.say("18 bulan")

    assert "Rp370.000" in package
    assert "1 sampai" in wrong
    assert "belum pasti" in between


def test_the_end_of_the_contract_is_reminded_of_on_her_day_off_in_her_own_hours(rig, sari):
    settle_in_taiwan(sari)
    sari.say("/kontrak")
    wrong = sari.say("kapan-kapan")
    words = sari.say("Juni 2027")

    planned = [row for row in reminder_rows(rig, sari) if row.state == PLANNED]
    local = [row.due_at.astimezone(ZoneInfo("Asia/Taipei")) for row in planned]
    assert "belum terbaca" in wrong
    assert "30 Jun 2027" in words
    assert sorted((row.topic, row.deadline) for row in planned) == [
        ("contract_end", date(2027, 6, 30)), ("contract_end", date(2027, 6, 30)), ("coverage_lapse", date(2027, 6, 30)),
    ]  # fmt: skip
    assert {(moment.weekday(), moment.hour) for moment in local} == {(6, 8)}


def test_another_date_replaces_the_first_and_coming_home_takes_all_back(rig, sari):
    settle_in_taiwan(sari)
    sari.say("/kontrak")
    sari.say("Juni 2027")
    sari.press("Ganti tanggal")
    sari.say("31/8/2027")
    changed = {row.deadline for row in reminder_rows(rig, sari) if row.state == PLANNED}

    sari.say("saya sudah pulang")
    sari.press("Ya, saya di Indonesia")

    assert changed == {date(2027, 8, 31)}
    assert {row.state for row in reminder_rows(rig, sari)} == {CANCELLED}


def test_a_contract_that_ends_soon_is_remembered_without_reminders(rig, sari):
    settle_in_taiwan(sari)
    sari.say("/kontrak")

    sari.say("5 des 2026")
    again = sari.say("/kontrak")

    assert "12 hari lagi" in again
    assert "Waktunya sudah dekat" in again


def test_a_discreet_reminder_says_nothing_until_it_is_opened(rig, sari):
    settle_in_taiwan(sari)
    sari.say("/kontrak")
    sari.say("28 feb 2027")

    rig.forward(days=13)  # Sunday, 6 December, 10.00 in Taipei
    covered, labels = sari.newest, sari.labels
    opened = sari.press("Buka")

    assert covered == "📌 Pengingat harian"
    assert labels == ["Buka"]
    assert "Kontrak Anda segera habis" in opened
    assert "28 Feb 2027" in opened


def test_the_greeting_knows_that_she_is_abroad(sari):
    settle_in_taiwan(sari)

    words = sari.start()

    assert "Jauh dari rumah" in words
    assert sari.labels[0] == "❔ Hak saya di luar negeri"


def test_everything_is_there_in_english(rig):
    john = rig.person(2, "John Example", "en")
    john.start()
    john.say("/language")
    john.say("/language")
    john.press("I am abroad")
    john.press("Taiwan")
    john.press("Sunday")

    words = john.press("Yes, use it")

    assert "My rights abroad" in words
    assert "Rp1,500,000" in words
