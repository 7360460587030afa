"""The papers of a claim: named by situation, ticked off, and followed by the card."""

from datetime import date

from bot.services import status
from bot.store import dossiers, people

TODAY = date(2026, 11, 23)


def standing(rig, talker):
    return rig.database.run(lambda s: status.check(s, people.find(s, talker.id), TODAY))


def test_the_list_names_the_papers_who_gives_them_and_the_next_one(told):
    page = told.press("Berkas saya")

    assert "Tanda terima lapor PHK. Dari: Kemnaker atau Disnaker" in page
    assert "Akun SIAPkerja" in page
    assert "Masih kurang 7 berkas" in page
    assert "Langkah berikutnya: Surat tidak menolak PHK." in page


def test_ticking_all_of_the_proof_tells_the_card_so(rig, told):
    told.press("Berkas saya")
    told.press("Tandai yang sudah ada")
    told.press("Surat tidak menolak PHK")
    assert standing(rig, told).declared.proof is None
    told.press("Tanda terima lapor PHK")

    declared = standing(rig, told).declared
    assert (declared.proof.value, declared.reported.value) == (True, True)
    page = told.press("Berkas saya")
    assert "✅ Tanda terima lapor PHK: sudah ada" in page
    assert "Masih kurang 5 berkas" in page
    assert "surat bukti PHK" not in told.press("Kartu JKP saya")


def test_a_tick_pressed_twice_stays_and_taken_back_is_gone(rig, told):
    told.press("Berkas saya")
    told.press("Tandai yang sudah ada")
    told.press("Surat tidak menolak PHK")
    rig.telegram.updates.duplicate_next()
    told.press("⬜ Tanda terima lapor PHK")
    assert "✅ Tanda terima lapor PHK" in told.labels

    told.press("✅ Tanda terima lapor PHK")

    declared = standing(rig, told).declared
    assert (declared.proof, declared.reported) == (None, None)
    assert set(rig.database.run(lambda s: dossiers.ticked(s, told.id))) == {"acceptance"}


def test_what_was_said_in_words_is_not_lost_with_a_tick(rig, told):
    told.press("Ada kabar baru")
    told.press("lapor PHK")
    told.press("Sudah")
    told.say("/jkp")
    told.press("Berkas saya")
    told.press("Tandai yang sudah ada")
    told.press("⬜ Tanda terima lapor PHK")
    told.press("✅ Tanda terima lapor PHK")

    assert standing(rig, told).declared.reported.value is True


def test_a_paper_is_ticked_on_its_own_page_too(told):
    told.press("Berkas saya")
    told.press("Cara mendapatkannya")
    told.press("Sudah ada di saya")

    assert "Surat tanggapan Anda" in told.press("Ternyata belum ada")


def test_how_to_get_the_receipt_leads_to_the_letters(told):
    told.press("Berkas saya")
    told.press("Tandai yang sudah ada")
    told.press("Surat tidak menolak PHK")
    told.press("Berkas saya")

    page = told.press("Cara mendapatkannya")

    assert "Lapor PHK sendiri di SIAPkerja" in page
    assert "Hal: Permohonan pelaporan PHK" in told.press("Surat ke perusahaan")


def test_a_silent_employer_has_four_ways_on(told):
    told.press("Berkas saya")

    page = told.press("Perusahaan diam saja?")

    assert "7 hari kerja setelah PHK" in page
    assert "Batas klaim: Kam, 10 Des 2026" in page
    assert [one for one in told.labels if "Surat ke" in one] == [
        "✉️ Surat ke perusahaan: lapor PHK",
        "🏛 Surat ke Disnaker",
        "🏛 Surat ke pengawas",
    ]


def test_another_situation_has_other_papers_and_being_forced_is_a_dispute(rig, told):
    told.press("Berkas saya")
    told.press("Keadaan saya lain")
    page = told.press("Ada putusan pengadilan")
    assert "belum pasti. Tanya Disnaker" in page

    told.press("Tandai yang sudah ada")
    told.press("Putusan pengadilan tetap")
    assert standing(rig, told).declared.proof is None  # nobody verified that it is enough
    told.press("Berkas saya")
    told.press("Keadaan saya lain")
    page = told.press("Saya disuruh mundur")

    assert "Selesaikan dulu lewat mediator Disnaker" in page
    assert standing(rig, told).outlook.mediator


def test_before_anything_was_told_the_list_is_there_too(sari):
    sari.start()

    assert "Masih kurang 7 berkas" in sari.say("dokumen apa aja buat klaim jkp")


def test_english_reads_the_same(rig):
    john = rig.person(5, "John Example", "en")
    john.start()

    page = john.say("what documents do I need for JKP")

    assert "Receipt of the report" in page
