"""S1d: linking to an imported member, level by level."""

from datetime import date

import pytest

from intake import reading
from jkp.membership.importing import MemberImporter

NIK, KPJ = "3311014505920007", "19000000001"
HEAD = (
    "nik;kpj;name;birth_date;phone;employer;enterprise_size;programmes;jkn_segment;jkp_registration_date;"
    "contract_type;reported_wage;paid_months;termination_date;termination_cause;termination_reported_on;proof;claim_date"
)
MONTHS = "|".join(f"2025-{month:02}" for month in range(1, 13)) + "|2026-01|2026-02|2026-03|2026-04"
ROW = (
    f"{NIK};{KPJ};Sari Contoh Uji;1992-05-05;+6281200000017;PT Contoh Uji;large;JKN|JKK|JHT|JP|JKM;PPU;2022-01-01;"
    f"PKWTT;4100000;{MONTHS};2026-10-30;efficiency;2026-11-05;tanda terima;"
)


@pytest.fixture
def member(rig):
    put(rig, ROW)


def put(rig, row, head=HEAD):
    """Import one member, as the register stood on 21 Nov."""
    rows = reading.read(f"{head}\n{row}\n".encode())

    def work(session):
        importer = MemberImporter(rig.database.sealer, date(2026, 11, 21))
        preview = importer.preview(session, rows, "bpjs")
        assert not preview.problems, preview.problems
        return importer.apply(session, preview, now=rig.clock.now())

    assert rig.database.run(work).done


@pytest.fixture
def sari(rig, member):
    return rig.person(phone="6281200000017")


def answer(talker, *answers):
    """Tell what happened, oneself."""
    talker.start()
    talker.press("Uang JKP")
    talker.press("Saya isi sendiri")
    for words in answers:
        talker.say(words)


def share(talker):
    talker.start()
    talker.press("Uang JKP")
    talker.press("Cocokkan")
    return talker.do("press", "📱 Bagikan nomor saya")


def identify(talker, nik=NIK, birth="5 Mei 1992", kpj=KPJ):
    talker.say("/jkp")
    talker.press("Cocokkan")
    talker.press("Nomor saya sudah ganti")
    talker.say(nik)
    talker.say(birth)
    return talker.say(kpj)


def test_the_own_number_opens_stage_and_deadline_only(sari):
    card = share(sari)

    assert "menurut data BPJS, 21 Nov" in card
    assert "30 Apr 2027" in card
    assert "4.100.000" not in card
    assert "Jumlah terkunci" in card
    why = sari.press("Kenapa begini?")
    assert "mengurangi" not in why
    assert "Rp" not in why


def test_somebody_elses_number_opens_nothing(rig, member):
    other = rig.person(7, "Orang Lain", phone="6281200000099")
    other.start()
    other.press("Uang JKP")
    other.press("Cocokkan")

    words = other.do("share_contact", "6281200000017", user_id=900_000_001)

    assert "bukan nomor Anda sendiri" in other.all_said[-2]
    assert "BPJS, 21 Nov" not in words


def test_the_shared_number_disappears_from_the_chat(sari):
    share(sari)

    assert not [message for message in sari.person.chat if message.contact]


def test_three_identifiers_open_the_amount_and_name_the_differences(rig, sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.say("1 Nov 2026")
    sari.press("mengurangi")
    sari.press("12 bulan atau lebih")
    sari.say("5 juta")

    card = identify(sari)

    assert "Rp2.460.000 sebulan" in card
    assert "2 hal berbeda dari isian Anda" in card
    assert "gaji yang dilaporkan: Anda Rp5.000.000, BPJS Rp4.100.000" in card
    assert not any(NIK in message.text or KPJ in message.text for message in sari.person.chat)


def test_the_answer_is_the_same_whether_a_record_exists_or_not(rig, member):
    known, unknown = rig.person(8, "Uji Satu"), rig.person(9, "Uji Dua")

    identify(known, kpj="19000000002")
    identify(unknown, nik="3311014505920008")

    assert known.all_said == unknown.all_said


def test_wrong_shapes_are_explained_and_too_many_tries_end(rig, member):
    guesser = rig.person(10, "Uji Tiga")
    guesser.say("/jkp")
    guesser.press("Cocokkan")
    guesser.press("Nomor saya sudah ganti")
    assert "16 angka" in guesser.say("12345")
    for _ in range(5):
        identify(guesser, kpj="19000000002")

    identify(guesser)

    assert "terlalu banyak dicoba" in "".join(guesser.all_said[-2:])
    assert "BPJS, 21 Nov" not in "".join(guesser.all_said)


def test_sharing_again_never_steps_down(sari):
    identify(sari)

    sari.say("/jkp")
    assert "Rp2.460.000" in sari.newest


def test_what_the_register_refuses_has_a_cure_an_office_and_no_claim_step(rig):
    put(rig, ROW.replace("JKN|JKK|JHT|JP|JKM", "JKK|JKM"))
    sari = rig.person(phone="6281200000017")

    sari.start()
    card = identify(sari)
    sari.press("Ada kabar baru")
    sari.say("/jkp")

    assert "program BPJS dari perusahaan kurang lengkap" in card
    assert "laporkan perusahaan. Yang bisa membantu: pengawas ketenagakerjaan" in card
    assert "Kirim ke pengawas" in "".join(sari.labels)
    assert "Yang bisa membantu: pengawas ketenagakerjaan" in card
    assert "ajukan klaim bulan 1" not in card
    assert "Ingatkan saya" not in "".join(sari.labels)


def test_a_filed_claim_that_the_register_refuses_has_a_cure_too(rig):
    put(rig, ROW.replace("JKN|JKK|JHT|JP|JKM", "JKK|JKM") + "2026-11-10")
    sari = rig.person(phone="6281200000017")

    sari.start()

    assert "Yang bisa membantu: pengawas ketenagakerjaan" in identify(sari)


def test_the_first_level_reckons_with_the_registers_days_but_prints_none(rig):
    put(rig, ROW + "2026-11-10")
    sari = rig.person(phone="6281200000017")
    card = share(sari)

    why = sari.press("Kenapa begini?")

    assert "Giliran: BPJS TK" in card
    assert "klaim dalam 6 bulan sejak PHK (data BPJS)" in why
    assert "Data BPJS terkunci" in why
    assert "30 Okt" not in why
    assert "10 Nov" not in why
    assert "NIK, tanggal lahir, dan KPJ" in why
    assert "NIK" in sari.press("Buka data BPJS saya")


def test_the_first_level_still_prints_what_the_person_said(rig, member):
    sari = rig.person(phone="6281200000017")
    answer(sari, "30 Okt 2026", "pabriknya tutup", "13 bulan", "4 juta")
    sari.say("/jkp")
    sari.press("Cocokkan")
    sari.do("press", "📱 Bagikan nomor saya")

    sari.press("Kenapa begini?")
    why = sari.press("Lihat semua syarat")

    assert "sebab berhenti: perusahaan tutup, isian Anda" in why
    assert "hari terakhir kerja: 🔒 terkunci" in why


def test_news_told_after_the_snapshot_goes_before_it_and_is_named(rig):
    put(rig, ROW + "2026-11-10")
    sari = rig.person(phone="6281200000017")
    sari.start()
    identify(sari)
    sari.press("Ada kabar baru")
    sari.press("Klaim sudah saya ajukan")
    card = sari.say("20 Nov 2026")

    assert "tanggal klaim pertama: Anda Jum, 20 Nov 2026. Belum ada di data BPJS, di sana Sel, 10 Nov 2026" in card
    assert "Giliran: BPJS TK (1 hari kerja; batas aturan 3 hari kerja). Anda tidak perlu apa-apa" in card


def test_the_claim_date_that_the_register_knows_is_not_asked_for(rig):
    put(rig, ROW.replace("2026-10-30", "2026-08-30").replace("2026-11-05", "2026-09-05") + "2026-09-10")
    sari = rig.person(phone="6281200000017")
    share(sari)
    sari.press("Ada kabar baru")
    sari.press("Uang sudah cair")

    card = sari.press("Bulan 2")

    assert "bulan 3 dari 6" in card


def test_long_arrears_say_that_the_employer_pays_first(rig):
    put(rig, f"{ROW};8", f"{HEAD};arrears_months")
    sari = rig.person(phone="6281200000017")
    sari.start()

    assert "Perusahaan wajib membayar dulu (Pasal 39)" in identify(sari)
