"""S1c: a worker tells what happened, and the card says how the JKP stands."""

from datetime import date

from bot.services import status
from bot.store import people


def standing(rig, talker):
    return rig.database.run(lambda s: status.check(s, people.find(s, talker.id), date(2026, 11, 23)))


def tell(talker, *, last_day="10 Jun 2026", months="12 bulan atau lebih", wage="4,3 jt"):
    talker.start()
    talker.press("Uang JKP")
    talker.press("Saya isi sendiri")
    talker.say(last_day)
    talker.press("mengurangi orang")
    talker.press(months)
    return talker.say(wage)


def test_four_answers_give_the_card_with_its_sources(sari):
    card = tell(sari)

    assert "Kelihatannya berhak." in card
    assert "Semua menurut isian Anda." in card
    assert "1 hal belum pasti: surat bukti PHK" in card
    assert "Giliran: ANDA: minta tanda terima lapor PHK." in card
    assert "Ajukan sebelum Kam, 10 Des 2026 (17 hari lagi)" in card
    assert "Rp2.580.000 sebulan, paling lama 6 bulan" in card


def test_every_answer_may_be_unknown_and_that_is_never_a_refusal(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.press("Belum tahu")
    sari.press("belum tahu")
    sari.press("Belum tahu")
    card = sari.press("Belum tahu")

    assert "Uang JKP" in card
    assert "tidak berhak" not in card.lower()


def test_a_range_gives_the_safe_day(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.press("1-3 bulan lalu")
    sari.press("Pabrik tutup")
    sari.press("Belum tahu")
    card = sari.press("Belum tahu")

    assert "Paling aman ajukan sebelum Sen, 1 Feb 2027" in card
    assert "Belum bisa dipastikan" in card
    assert "jumlah bulan iuran" in card


def test_a_resignation_is_told_with_a_way_on(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.say("10 Nov 2026")
    sari.press("Saya mundur sendiri")
    sari.press("12 bulan")
    card = sari.press("Belum tahu")

    assert "belum memenuhi syarat: JKP tidak untuk yang mengundurkan diri" in card
    assert "mediator Disnaker" in card


def test_forced_to_resign_goes_to_the_mediator(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.say("10 Nov 2026")
    sari.press("Disuruh mundur")
    sari.press("12 bulan")
    card = sari.press("Belum tahu")

    assert "mediator" in card
    assert "Belum pasti" in card


def test_a_contract_asks_one_question_more(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.say("10 Nov 2026")
    sari.press("Kontrak habis atau diputus")
    assert "seharusnya habis kapan" in sari.press("Diputus sebelum waktunya")
    assert "Iuran" in sari.say("31 Des 2026")
    sari.press("12 bulan")
    card = sari.say("5 juta")

    assert "Kelihatannya berhak" in card
    assert "Rp3.000.000" in card


def test_unreadable_answers_are_asked_for_again(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")

    assert "Coba tulis seperti" in sari.say("31 Feb")
    assert "Coba tulis seperti" in sari.say("10 Des 2027")
    assert "Kenapa berhenti?" in sari.say("30 okt")
    assert "Pilih salah satu" in sari.say("xyzzy")
    assert "Iuran" in sari.say("pabriknya tutup mas")
    assert "Tulis angka" in sari.say("99 bulan")
    assert "gaji" in sari.say("13 bulan")
    assert "Jumlah itu belum terbaca" in sari.say("lumayan")
    assert "JKP Anda" in sari.say("gak tau lah")


def test_pressing_an_answer_twice_asks_the_next_question_once(rig, sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    first = sari.person.chat[-1].message_id

    sari.do("press", "Bulan ini", message_id=first)
    before = len(sari.all_said)
    sari.rig.telegram.updates.duplicate_next()
    words = sari.press("mengurangi orang")

    assert "Iuran JKP" in words
    assert len(sari.all_said) == before


def test_an_answer_can_be_corrected_later(sari):
    tell(sari)

    sari.press("Ada kabar baru")
    sari.press("Ubah jawaban")
    sari.press("Gaji yang dilaporkan")
    card = sari.say("5.000.000")

    assert "Rp3.000.000 sebulan" in card


def test_the_months_need_five_applications_or_one_call(rig, sari):
    tell(sari, last_day="1 Sep 2026")
    sari.press("Ada kabar baru")
    sari.press("Klaim sudah saya ajukan")
    sari.say("28 Sep 2026")
    assert "Ada kabar baru" in "".join(sari.labels)
    sari.press("Ada kabar baru")
    sari.press("Uang sudah cair")
    card = sari.press("Bulan 2")

    assert "JKP Anda · bulan 3 dari 6" in card
    assert "cukup salah satu: 5 lamaran, 1 panggilan tes/wawancara, atau hadir pelatihan 80%" in card
    assert "Tanggal di portal yang berlaku" in card


def test_the_portals_own_date_goes_first(sari):
    tell(sari, last_day="1 Sep 2026")
    for words in ("Ada kabar baru", "Uang sudah cair", "Bulan 1"):
        sari.press(words)
    card = sari.say("1 Nov 2026")
    assert "bulan 2 dari 6" in card

    sari.press("Tulis tanggal portal")
    card = sari.say("4 Des 2026")

    assert "Jum, 4 Des 2026" in card
    assert "tanggal portal yang Anda tulis" in card


def test_a_refusal_is_not_the_end(sari):
    tell(sari)
    sari.press("Ada kabar baru")
    sari.press("Ditolak")
    card = sari.press("Surat PHK tidak terbaca")

    assert "Belum disetujui. Ini bukan akhir." in card
    assert "Yang bisa membantu" in card


def test_reminders_are_planned_when_asked_for_and_dropped_when_done(rig, sari):
    tell(sari)
    card = sari.press("Ingatkan saya")
    assert "Pengingat (5)" in "".join(sari.labels), card

    rig.forward(days=10, hours=0)  # 3 Dec, 09.00: one week before
    assert any("10 Des" in words for words in sari.all_said[1:])

    sari.say("/jkp")
    sari.press("Ada kabar baru")
    sari.press("Klaim sudah saya ajukan")
    sari.press("Hari ini")
    told = len(sari.all_said)
    rig.forward(days=6)

    assert len(sari.all_said) == told


def test_asked_on_the_eve_after_the_hour_the_last_day_itself_is_reminded_of(rig, sari):
    tell(sari, last_day="24 Mei 2026")

    card = sari.press("Ingatkan saya")
    labels = "".join(sari.labels)
    rig.forward(days=1)

    assert "Pengingat (1)" in labels
    assert "Tidak ada tanggal lagi" not in card
    assert "Batas: hari ini, Sel, 24 Nov 2026" in sari.newest


def test_asked_on_the_last_day_after_the_hour_the_card_says_so(rig, sari):
    tell(sari, last_day="23 Mei 2026")

    card = sari.press("Ingatkan saya")

    assert "Ajukan hari ini" in card
    assert "Tidak ada tanggal lagi untuk diingatkan" in card
    assert "Belum ada pengingat" in "".join(sari.labels)
    assert "(0)" not in "".join(sari.labels)


def test_english_reads_the_same(rig):
    john = rig.person(5, "John Example", "en")
    john.start()
    john.press("My JKP money")
    john.press("I will tell you")
    john.say("10 Jun 2026")
    john.press("cut jobs")
    john.press("12 months or more")
    card = john.say("4.3m")

    assert "You look entitled" in card
    assert "Thu, 10 Dec 2026" in card
