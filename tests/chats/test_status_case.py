"""S1b and N2: the claim as a case: whose turn, how long, what then, and every move noted once."""

from datetime import date

from rig import MORNING
from test_human import SUKOHARJO, employ, place, rows
from test_link import KPJ, NIK, ROW, identify, put
from test_status import tell

from bot.services import casework, erasing
from bot.store import people
from bot.store.help_requests import HelpRequest
from bot.store.outbox import Outbox
from bot.store.stage_events import StageRow, Watch
from bot.store.usual_waits import UsualWait
from intake import reading
from jkp.membership.importing import MemberImporter
from jkp.stage_events import StageEvent


def silent(talker, last_day="10 Nov 2026"):
    """A worker whose employer has not reported; gives the card."""
    tell(talker, last_day=last_day)
    talker.press("PHK sudah dilaporkan?")
    return talker.press("Belum dilaporkan")


def course(rig, talker) -> tuple[StageEvent, ...]:
    return rig.database.run(casework.events, talker.id)


def export(rig, row, on):
    """A newer export of the same member."""
    rows_read = reading.read(f"{HEAD}\n{row}\n".encode())

    def work(session):
        importer = MemberImporter(rig.database.sealer, on)
        return importer.apply(session, importer.preview(session, rows_read, "bpjs"), now=rig.clock.now())

    assert rig.database.run(work).done


HEAD = (
    "nik;kpj;name;birth_date;phone;employer;enterprise_size;programmes;jkn_segment;jkp_registration_date;"
    "contract_type;reported_wage;paid_months;termination_date;termination_cause;termination_reported_on;proof;"
    "claim_date;payments"
)


def test_a_silent_employer_is_escalated_after_seven_working_days(rig, sari):
    in_time = silent(sari, last_day="16 Nov 2026")
    early = list(sari.labels)
    rig.forward(days=3)  # the eighth working day
    late = sari.say("/jkp")

    assert "Giliran: PERUSAHAAN (5 hari kerja; batas aturan 7 hari kerja)" in in_time
    assert "terlalu lama" not in in_time
    assert not any("mediator" in label for label in early)
    assert "Giliran: PERUSAHAAN (8 hari kerja" in late
    assert "Yang bisa membantu: mediator Disnaker" in late
    assert sari.labels[:3] == ["✉️ Surat ke perusahaan", "📝 Lapor PHK sendiri", "🏛 Kirim ke mediator"]


def test_nothing_reaches_the_mediator_before_the_workers_yes_and_then_once(rig, sari):
    budi = employ(rig, 50, "Pak Budi")
    silent(sari)
    place(rig, sari, SUKOHARJO)
    sari.say("/jkp")

    asked = sari.press("Kirim ke mediator")
    before = rows(rig, HelpRequest)
    button = sari.button("Ya, kirim")
    sent = sari.press(button)
    sari.say("/jkp")
    sari.press("Kirim ke mediator")
    again = sari.press("Ya, kirim")

    assert "Belum ada yang dikirim sebelum Anda tekan Ya" in asked
    assert before == []
    assert "Pak Budi, Disnaker Sukoharjo" in sent
    assert "Sel, 24 Nov 2026, 16.00 WIB" in sent
    (request,) = rows(rig, HelpRequest)
    assert (request.topic, request.answer_by > MORNING) == ("mediator", True)
    assert "Pak Budi" in again
    rig.tick()
    card = budi.press("Ambil")
    assert "Minta dibantu ke: mediator Disnaker" in card
    assert "Di tahap ini: 9 hari kerja" in card


def test_every_move_is_noted_once_with_its_mover(rig, sari):
    silent(sari)
    sari.say("/jkp")
    sari.press("Ada kabar baru")
    sari.press("Klaim sudah saya ajukan")
    sari.press("Kemarin")

    found = course(rig, sari)

    assert [(one.stage, one.began_on, one.mover) for one in found] == [
        ("unknown", date(2026, 11, 10), "worker"),
        ("phk_not_reported", date(2026, 11, 10), "worker"),
        ("verifying", date(2026, 11, 22), "worker"),
    ]


def test_an_import_moves_the_claim_and_tells_who_wished_it(rig):
    put(rig, ROW)
    sari = rig.person(phone="6281200000017")
    sari.start()
    identify(sari, NIK, "5 Mei 1992", KPJ)
    sari.say("/jkp")
    sari.press("Ingatkan saya")
    export(rig, f"{ROW}2026-11-20;1:2460000:2026-11-24", date(2026, 11, 25))
    told = len(sari.all_said)
    rig.forward(days=2, hours=1)
    rig.tick()

    assert [one.stage for one in course(rig, sari)] == ["phk_reported", "paid"]
    assert course(rig, sari)[-1].mover == "bpjs_tk"
    assert course(rig, sari)[-1].began_on == date(2026, 11, 24)
    assert len(sari.all_said) == told + 1
    assert "Ada kabar JKP Anda" in sari.newest
    assert "Bulan 1 sudah cair, 24 Nov." in sari.press("Buka JKP saya")


def test_time_opens_a_month_and_it_is_noted_while_nobody_looks(rig, sari):
    tell(sari, last_day="1 Okt 2026")
    for words in ("Ada kabar baru", "Uang sudah cair", "Bulan 1"):
        sari.press(words)
    sari.say("27 Okt 2026")
    rig.forward(days=4)

    assert [(one.stage, one.mover) for one in course(rig, sari)][-2:] == [("paid", "worker"), ("month_open", "time")]
    assert course(rig, sari)[-1].began_on == date(2026, 11, 27)
    (watch,) = rows(rig, Watch)
    assert watch.look_at > rig.clock.now()


def test_a_filed_month_is_the_turn_of_the_institution_and_is_not_reminded_of(rig, sari):
    tell(sari, last_day="1 Okt 2026")
    for words in ("Ingatkan saya", "Ada kabar baru", "Uang sudah cair", "Bulan 1"):
        sari.press(words)
    sari.say("23 Okt 2026")
    card = sari.press("Bulan 2 sudah saya ajukan")
    told = len(sari.all_said)
    rig.forward(days=2)
    late = sari.say("/jkp")
    rig.forward(days=3)
    later = sari.say("/jkp")

    assert "Giliran: BPJS TK (0 hari kerja; batas aturan 3 hari kerja)" in card
    assert "(2 hari kerja" in late
    assert "terlalu lama" in later
    assert "Minta bantuan ke BPJS TK" in sari.labels[0]
    assert len(sari.all_said) == told + 2
    assert "bulan 3 dari 6" in sari.press("Uang sudah cair")


def test_a_wrong_press_about_money_is_taken_back_once(sari):
    tell(sari, last_day="1 Okt 2026")
    for words in ("Ada kabar baru", "Uang sudah cair", "Bulan 2"):
        sari.press(words)
    sari.say("1 Okt 2026")
    page = sari.press("Belum masuk rekening?")
    sari.rig.telegram.updates.duplicate_next()
    card = sari.press("Salah tekan, belum cair")

    assert "3 hari kerja" in page
    assert "bulan 2 dari 6" in card


def test_a_refusal_shows_how_it_looks_right_and_ends_with_filing_again(rig, sari):
    tell(sari)
    for words in ("Ada kabar baru", "Klaim sudah saya ajukan", "Kemarin", "Ada kabar baru", "Ditolak"):
        sari.press(words)
    sari.press("Rekening tidak cocok")
    page = sari.press("Contoh yang benar")
    sari.press("Kartu JKP saya")
    sari.press("Sudah saya ajukan lagi")
    card = sari.press("Hari ini")

    assert "Atas nama Anda sendiri" in page
    assert "Giliran: BPJS TK" in card
    assert [one.stage for one in course(rig, sari)][-2:] == ["rejected_fixable", "verifying"]


def test_the_card_asks_exactly_what_is_missing(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    for words in ("Belum tahu", "mengurangi orang", "Belum tahu", "Belum tahu"):
        sari.press(words)
    first = sari.labels[0]
    sari.press(first)
    sari.say("10 Okt 2026")
    second = sari.labels[0]
    sari.press(second)
    sari.press("12 bulan atau lebih")

    assert (first, second) == ("✍️ Isi hari terakhir kerja", "✍️ Isi jumlah bulan iuran")
    assert sari.labels[0] == "✍️ PHK sudah dilaporkan?"


def test_twenty_finished_waits_make_the_usual_days_and_nineteen_do_not(rig, sari):
    def waits(session, people):
        for number in people:
            for event, stage, actor, on in (
                (1, "phk_not_reported", "employer", date(2026, 10, 5)),
                (2, "phk_reported", "worker", date(2026, 10, 5 + number % 4 + 2)),
            ):
                session.add(StageRow(person_id=700 + number, number=event, stage=stage, actor=actor, month=0,
                                     began_on=on, began_known=True, mover="worker", noted_at=MORNING))  # fmt: skip

    rig.database.run(waits, range(19))
    rig.tick()
    by_the_rule = silent(sari, last_day="16 Nov 2026")
    rig.database.run(waits, [19])
    rig.tick()
    by_count = sari.say("/jkp")

    assert "batas aturan 7 hari kerja" in by_the_rule
    assert "(5 hari kerja; biasanya 3 hari kerja)" in by_count
    assert "Kirim ke mediator" not in by_count
    (row,) = rows(rig, UsualWait)
    assert (row.cases, row.median_days, row.long_after) == (20, 3, 4)


def test_what_was_noted_is_listed_exported_and_erased(rig, sari):
    silent(sari)

    page = sari.say("/data")
    rig.database.run(lambda session: erasing.erase(session, sari.id, 10**9, rig.clock.now()))

    assert "Langkah klaim tercatat: 2" in page
    assert rows(rig, StageRow) == []
    assert rows(rig, Watch) == []


def test_a_discreet_person_gets_a_cover(rig):
    put(rig, ROW)
    sari = rig.person(phone="6281200000017")
    sari.start()
    identify(sari, NIK, "5 Mei 1992", KPJ)
    sari.say("/jkp")
    sari.press("Ingatkan saya")

    rig.database.run(lambda session: setattr(people.find(session, sari.id), "discreet", True))
    export(rig, f"{ROW}2026-11-20;", date(2026, 11, 25))
    rig.forward(days=2, hours=1)
    rig.tick()

    assert "JKP" not in sari.newest
    (notice,) = [row for row in rows(rig, Outbox) if row.topic == "claim_moved"]
    assert notice.occurrence == "2:verifying"


def test_who_was_never_registered_is_led_to_the_inspector_and_not_refused(rig, sari):
    card = tell(sari, last_day="3 Nov 2026", months="Tidak pernah didaftarkan", wage="4,1 jt")
    buttons = list(sari.labels)
    why = sari.press("Kenapa begini?")
    sari.say("/jkp")
    sari.press("Ubah jawaban saya")
    sari.press("Bulan iuran")
    taken_back = sari.say("13")

    assert "Itu kewajiban perusahaan, bukan salah Anda" in card
    assert "Rp14.760.000, sekaligus" in card
    assert buttons[:2] == ["🏛 Kirim ke pengawas", "✉️ Surat ke pengawas"]
    assert "Itu kewajiban perusahaan, bukan salah Anda" in why
    assert "belum memenuhi syarat" not in why
    assert "Kelihatannya berhak" in taken_back


def test_a_record_in_the_register_goes_before_the_word_of_never_registered(rig):
    put(rig, ROW)
    sari = rig.person(phone="6281200000017")
    tell(sari, months="Tidak pernah didaftarkan")

    card = identify(sari, NIK, "5 Mei 1992", KPJ)

    assert "Kelihatannya berhak" in card
    assert "didaftarkan" not in card


def test_too_few_months_leave_a_step_an_office_and_the_day(sari):
    card = tell(sari, last_day="3 Nov 2026", months="Kurang dari 12 bulan")

    assert "Giliran: ANDA: bawa slip gaji bulan yang kurang ke BPJS TK." in card
    assert "Ajukan sebelum Sen, 3 Mei 2027" in card
    assert "🏛 Minta bantuan ke BPJS TK" in sari.labels
