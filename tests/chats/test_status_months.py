"""S1b: the months that are paid: what is safe, what is complete, what is reminded of."""

from datetime import date

from test_status import tell

from bot.store.applications import CALL, Application


def in_months(talker, *, claimed, month, last_day):
    """Tell of a claim and of the months paid; gives the card."""
    tell(talker, last_day=last_day)
    for words in ("Ingatkan saya", "Ada kabar baru", "Uang sudah cair", f"Bulan {month}"):
        talker.press(words)
    return talker.say(claimed)


def called(rig, talker, on):
    row = Application(person_id=talker.id, kind=CALL, employer="PT Contoh Uji", on=on, logged_at=rig.clock.now())
    rig.database.run(lambda session: session.add(row))


def test_after_the_safe_day_the_card_does_not_say_today(sari):
    card = in_months(sari, claimed="20 Sep 2026", month=2, last_day="1 Sep 2026")

    assert "Hari aman (Jum, 20 Nov 2026) sudah lewat" in card
    assert "belum pasti" in card
    assert "Tanggal di portal yang berlaku" in card
    assert "hari ini" not in card.lower()


def test_on_the_safe_day_the_card_says_today(sari):
    assert "Itu hari ini." in in_months(sari, claimed="23 Sep 2026", month=2, last_day="1 Sep 2026")


def test_month_six_is_complete_only_with_the_form(rig, sari):
    in_months(sari, claimed="6 Jun 2026", month=5, last_day="1 Jun 2026")
    called(rig, sari, date(2026, 11, 10))
    card = sari.say("/jkp")

    assert "perlu dua hal: formulir status kerja di portal, dan salah satu" in card
    assert "Kurang: formulir status kerja" in card
    assert "Giliran: ANDA: isi formulir status kerja" in card
    assert "Lengkap" not in card
    for words in ("Ada kabar baru", "Formulir status bulan 6"):
        sari.press(words)
    card = sari.press("Sudah")
    assert "Lengkap" in card
    assert "Kurang" not in card


def test_a_search_made_after_the_opening_is_not_called_complete(rig, sari):
    in_months(sari, claimed="20 Sep 2026", month=2, last_day="1 Sep 2026")
    called(rig, sari, date(2026, 11, 22))
    card = sari.say("/jkp")

    assert "Belum pasti cukup" in card
    assert "BPJS Ketenagakerjaan" in card
    assert "Lengkap" not in card


def test_the_monthly_reminder_names_the_safe_day_and_who_decides(rig, sari):
    in_months(sari, claimed="27 Okt 2026", month=1, last_day="1 Okt 2026")

    rig.forward(days=1)  # 24 Nov: three days before the month opens
    eve = sari.newest
    rig.forward(days=3)  # the safe day itself
    opened = sari.newest

    assert "Batas: Jum, 27 Nov 2026 (3 hari lagi)" in eve
    assert "Batas: hari ini, Jum, 27 Nov 2026" in opened
    assert all("Tanggal di portal yang berlaku" in words for words in (eve, opened))
    assert not any("2 Des" in words for words in sari.all_said)


def test_the_portals_own_date_is_reminded_of_without_a_doubt(rig, sari):
    in_months(sari, claimed="20 Okt 2026", month=1, last_day="1 Okt 2026")
    sari.press("Tulis tanggal portal")
    sari.say("24 Nov 2026")

    rig.forward(days=1)

    assert "Batas: hari ini, Sel, 24 Nov 2026" in sari.newest
    assert "Tanggal di portal yang berlaku" not in sari.newest
