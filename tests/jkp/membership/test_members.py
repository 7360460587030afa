"""Members from a hand-over file: read, sealed, found again, never shown whole."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from intake import report
from intake.errors import Overtaken
from intake.reading import read as read_file
from jkp.membership import handover, sealing, snapshot
from jkp.membership.importing import MemberImporter
from jkp.membership.record import MemberUnknown, Payment, Record
from jkp.membership.sealed import Sealer, Tampered, new_key
from jkp.membership.tables import Member
from jkp.rules.case import Cause

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
DAY = date(2026, 11, 22)
NIK = "3404014107900001"  # made up: district 34.04.01, born on 1 July 1990, a woman, serial 0001
OTHER_NIK = "3404010107900002"
KPJ = "99000000001"
PHONE = "+6281200000001"
HEADER = "nik;kpj;nama;tanggal_lahir;no_hp;perusahaan;program;upah;bulan_iuran;tanggal_phk;alasan_phk;pembayaran\n"
ROW = f"{NIK};{KPJ};Contoh Satu;01/07/1990;081200000001;PT Contoh;JKN JKK;4.000.000;2026-01,2025-12;5 Okt 2026;efisiensi;1:2400000:2026-11-05\n"  # noqa: E501 - one line of a file
SECOND = f"{OTHER_NIK};99000000002;Contoh Dua;01/07/1990;0812 0000 0002;PT Contoh;;;;;;\n"


@pytest.fixture
def sealer():
    return Sealer([new_key()])


def a_record(**changes) -> Record:
    record = Record("bpjs", DAY, NIK, KPJ, "Contoh Satu", date(1990, 7, 1), PHONE)
    return replace(record, **changes)


def bring(session, sealer, content: str, *, as_of=DAY, source="bpjs", **terms):
    importer = MemberImporter(sealer, as_of)
    preview = importer.preview(session, read_file(content.encode()), source)
    return preview, importer.apply(session, preview, now=NOW, **terms)


def test_a_hand_over_file_becomes_records():
    records, problems = handover.read((HEADER + ROW).encode(), "bpjs", DAY)

    assert problems == []
    assert records == [
        a_record(
            employer="PT Contoh",
            programmes=("JKN", "JKK"),
            reported_wage=4_000_000,
            paid_months=("2025-12", "2026-01"),
            termination_date=date(2026, 10, 5),
            termination_cause=Cause.EFFICIENCY,
            payments=(Payment("1", 2_400_000, date(2026, 11, 5)),),
        )
    ]
    assert not any(secret in repr(records) for secret in (NIK, KPJ, "Contoh Satu", PHONE))


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("nik", "", "required"),
        ("nik", NIK + "7", "nik"),
        ("kpj", "12", "kpj"),
        ("phone", "08120000", "phone"),
        ("name", "Contoh " * 40, "at_most:200_characters"),
        ("birth_date", "2026-11-22", "before:today"),
        ("birth_date", "kemarin", "date"),
        ("programmes", "JKN XYZ", "list_of:JKN|JKK|JHT|JP|JKM"),
        ("paid_months", "2026-13", "list_of:2026-01"),
        ("payments", "1:satu:", "list_of:1:2500000:2026-03-05"),
        ("payments", "1:1:2026-02-31", "list_of:1:2500000:2026-03-05"),
        ("termination_cause", NIK, "one_of:" + "|".join(cause.value for cause in Cause)),
    ],
)
def test_problems_never_quote_a_whole_identifier(column, cell, expected):
    cells = {"nik": NIK, "kpj": KPJ, "name": "Contoh Satu", column: cell}
    content = json.dumps(cells).encode()

    records, problems = handover.read(content, "bpjs", DAY)

    assert records == []
    assert [(problem.column, problem.expected) for problem in problems] == [(column, expected)]
    assert not any(secret in problem.found for problem in problems for secret in (NIK, KPJ, "Contoh Satu", "08120000"))


def test_a_record_comes_back_from_its_sealed_row_as_it_was(session, sealer):
    records, _ = handover.read((HEADER + ROW).encode(), "bpjs", DAY)
    bare = Record("sisnaker", DAY, OTHER_NIK)

    stored = snapshot.store(session, sealer, [*records, bare])

    assert (stored.new, stored.changed, stored.unchanged) == (2, 0, 0)
    ids = {row.source: row.id for row in session.exec(select(Member))}
    assert snapshot.load(session, sealer, ids["bpjs"]) == records[0]
    assert snapshot.load(session, sealer, ids["sisnaker"]) == bare
    with pytest.raises(MemberUnknown):
        snapshot.load(session, sealer, "nobody")


def test_nothing_of_a_person_stands_readable_in_the_row(session, sealer):
    snapshot.store(session, sealer, [a_record(employer="PT Rahasia")])

    dumped = repr(session.exec(select(Member)).one().model_dump())
    assert not any(secret in dumped for secret in (NIK, KPJ, "Contoh", "1990", PHONE[1:], "Rahasia"))


def test_a_value_copied_to_another_row_does_not_open(session, sealer):
    snapshot.store(session, sealer, [a_record(), a_record(nik=OTHER_NIK)])
    first, second = session.exec(select(Member)).all()
    first.facts = second.facts

    with pytest.raises(Tampered):
        sealing.read(sealer, first)


def test_storing_again_changes_only_what_changed_and_moves_the_day_on(session, sealer):
    snapshot.store(session, sealer, [a_record(), a_record(nik=OTHER_NIK)])
    later = date(2026, 11, 23)

    stored = snapshot.store(
        session, sealer, [a_record(as_of=later), a_record(nik=OTHER_NIK, area="34.04", as_of=later)]
    )

    assert (stored.new, stored.changed, stored.unchanged) == (0, 1, 1)
    assert {row.as_of for row in session.exec(select(Member))} == {later}


def test_a_phone_number_finds_one_person_in_both_registers(session, sealer):
    snapshot.store(session, sealer, [a_record(), a_record(source="sisnaker", kpj=""), Record("bpjs", DAY, OTHER_NIK)])

    found = snapshot.by_phone(session, sealer, PHONE)

    assert {snapshot.load(session, sealer, member).source for member in found} == {"bpjs", "sisnaker"}
    assert snapshot.by_phone(session, sealer, "+6281200000009") == []
    assert snapshot.by_phone(session, sealer, "") == []
    assert snapshot.same_person(session, sealer, found[0]) == sorted(found)


def test_a_phone_number_of_two_people_finds_nobody(session, sealer):
    snapshot.store(session, sealer, [a_record(), a_record(nik=OTHER_NIK)])

    assert snapshot.by_phone(session, sealer, PHONE) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, True),
        ({"nik": "34.04.01.410790.0001"}, True),
        ({"nik": OTHER_NIK}, False),
        ({"nik": "x"}, False),
        ({"kpj": "99000000009"}, False),
        ({"kpj": ""}, False),
        ({"birth_date": date(1990, 7, 2)}, False),
    ],
)
def test_only_nik_birth_date_and_kpj_together_find_a_member_with_the_same_work_each_time(
    session, sealer, monkeypatch, change, found
):
    snapshot.store(session, sealer, [a_record(), a_record(nik=OTHER_NIK, kpj="99000000002")])
    work = []
    monkeypatch.setattr(Sealer, "open", _counted(Sealer.open, work))
    monkeypatch.setattr(Sealer, "seal", _counted(Sealer.seal, work))

    member = snapshot.by_identity(session, sealer, **{"nik": NIK, "birth_date": date(1990, 7, 1), "kpj": KPJ, **change})

    assert (member is not None) is found
    assert work == ["seal", "seal", "open", "open"]


def _counted(function, work):
    def counted(*arguments):
        work.append(function.__name__)
        return function(*arguments)

    return counted


def test_two_rows_of_one_identity_give_the_newer_one(session, sealer):
    snapshot.store(session, sealer, [a_record(), a_record(source="sisnaker", as_of=date(2026, 11, 1))])

    member = snapshot.by_identity(session, sealer, nik=NIK, birth_date=date(1990, 7, 1), kpj=KPJ)

    assert snapshot.load(session, sealer, member).source == "bpjs"


def test_rotation_reseals_every_row_and_its_indexes(session):
    old, new = new_key(), new_key()
    snapshot.store(session, Sealer([old]), [a_record(), a_record(nik=OTHER_NIK, phone="")])
    both, only_new = Sealer([new, old]), Sealer([new])
    assert len(snapshot.by_phone(session, both, PHONE)) == 1

    count = snapshot.reseal(session, both)

    assert (count, snapshot.reseal(session, both)) == (2, 0)
    (member,) = snapshot.by_phone(session, only_new, PHONE)
    assert snapshot.load(session, only_new, member) == a_record()


def test_a_row_under_the_old_key_is_found_and_rewritten_by_an_import(session):
    old, new = new_key(), new_key()
    snapshot.store(session, Sealer([old]), [a_record()])

    stored = snapshot.store(session, Sealer([new, old]), [a_record()])

    assert (stored.new, stored.changed) == (0, 1)
    assert snapshot.reseal(session, Sealer([new, old])) == 0


def test_an_import_tells_new_changed_and_closing_members_without_naming_them(session, sealer):
    bring(session, sealer, HEADER + ROW + SECOND)

    preview, applied = bring(session, sealer, HEADER + ROW.replace("4.000.000", "4.100.000"), complete=True)

    told = "\n".join(report.lines(preview, applied, complete=True))
    assert (applied.new, applied.changed, applied.closed, applied.version) == (0, 1, 1, 2)
    assert [json.loads(line)["line"] for line in told.splitlines()] == ["changed", "closing", "summary"]
    assert '"reported_wage": {"before": "•••", "after": "•••"}' in told
    assert not any(secret in told for secret in (NIK, OTHER_NIK, KPJ, "Contoh", "4100000", PHONE[3:]))


def test_a_closed_member_is_not_found_and_comes_back_with_the_next_file(session, sealer):
    bring(session, sealer, HEADER + ROW + SECOND)
    bring(session, sealer, HEADER + SECOND, complete=True)
    assert snapshot.by_phone(session, sealer, PHONE) == []

    preview, applied = bring(session, sealer, HEADER + ROW + SECOND)

    assert (applied.changed, applied.unchanged) == (1, 1)
    assert [field.name for change in preview.difference.changed for field in change.fields] == ["status"]
    assert len(snapshot.by_phone(session, sealer, PHONE)) == 1


def test_a_second_institution_closes_nothing_of_the_first(session, sealer):
    bring(session, sealer, HEADER + ROW)

    _, applied = bring(session, sealer, HEADER + SECOND, source="sisnaker", complete=True)

    assert (applied.new, applied.closed) == (1, 0)


def test_members_with_problems_wait_for_acceptance(session, sealer):
    content = HEADER + ROW + ROW + "123;;;;;;;;;;;\n"

    preview, refused = bring(session, sealer, content)
    accepted = MemberImporter(sealer, DAY).apply(session, preview, now=NOW, accept_valid=True)

    assert [(p.row, p.found, p.expected) for p in preview.problems] == [(3, "•••0001", "once:2"), (4, "•••", "nik")]
    assert (refused.done, accepted.done, accepted.new) == (False, True, 1)


def test_a_members_preview_that_was_overtaken_is_not_applied(session, sealer):
    importer = MemberImporter(sealer, DAY)
    preview = importer.preview(session, read_file((HEADER + ROW).encode()), "bpjs")
    bring(session, sealer, HEADER + SECOND)

    with pytest.raises(Overtaken):
        importer.apply(session, preview, now=NOW)
