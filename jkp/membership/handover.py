"""A hand-over file of an institution: what each column of a member's row means. Nothing it reports names a person."""

import re
from dataclasses import replace
from datetime import date
from typing import TypeVar

from intake import cells
from intake.problems import Problem, RawRow
from intake.reading import read as read_rows
from intake.row import Row
from jkp.membership import identifiers
from jkp.membership.record import Payment, Record
from jkp.rules.case import Cause

HEADERS = {
    "nik": ("no_nik", "nomor_nik", "no_ktp", "ktp"),
    "kpj": ("no_kpj", "nomor_kpj", "nomor_peserta", "no_peserta"),
    "name": ("nama", "nama_peserta", "nama_lengkap"),
    "birth_date": ("tanggal_lahir", "tgl_lahir"),
    "phone": ("no_hp", "hp", "nomor_hp", "telepon", "no_telepon"),
    "employer": ("perusahaan", "nama_perusahaan", "pemberi_kerja"),
    "employer_id": ("npp", "kode_perusahaan"),
    "enterprise_size": ("skala_usaha", "ukuran_usaha"),
    "programmes": ("program", "program_diikuti"),
    "jkn_segment": ("segmen_jkn",),
    "jkp_registration_date": ("tanggal_daftar_jkp", "tgl_daftar_jkp", "tanggal_kepesertaan_jkp"),
    "contract_type": ("jenis_perjanjian", "jenis_kontrak", "status_kontrak"),
    "contract_end_date": ("tanggal_akhir_kontrak", "tgl_akhir_kontrak"),
    "reported_wage": ("upah", "upah_dilaporkan", "upah_terakhir"),
    "paid_months": ("bulan_iuran", "bulan_dibayar"),
    "arrears_months": ("bulan_tunggakan", "tunggakan_bulan", "tunggakan"),
    "termination_date": ("tanggal_phk", "tgl_phk"),
    "termination_cause": ("alasan_phk", "sebab_phk"),
    "termination_reported_on": ("tanggal_lapor_phk", "tgl_lapor_phk"),
    "proof": ("bukti", "bukti_phk"),
    "claim_date": ("tanggal_klaim", "tgl_klaim", "tanggal_pengajuan"),
    "eligibility_decision_date": ("tanggal_penetapan", "tgl_penetapan"),
    "payments": ("pembayaran", "manfaat_dibayar"),
    "area": ("wilayah", "kabupaten_kota", "kab_kota", "domisili"),
}
KNOWN = frozenset(HEADERS) | {header for headers in HEADERS.values() for header in headers}
PERSONAL = ("name", "birth_date")  # columns whose wrong cells are not quoted at all
SIZES = {size: size for size in ("micro", "small", "medium", "large")} | {
    "mikro": "micro",
    "kecil": "small",
    "menengah": "medium",
    "besar": "large",
}
PROGRAMMES = {code.casefold(): code for code in ("JKN", "JKK", "JHT", "JP", "JKM")}
SEGMENTS = {code.casefold(): code for code in ("PPU", "PBI", "PBPU", "NONE")} | {"tidak ada": "NONE"}
CONTRACTS = {"pkwt": "PKWT", "pkwtt": "PKWTT", "kontrak": "PKWT", "tetap": "PKWTT"}
CAUSES = {cause.value: cause.value for cause in Cause} | {
    "efisiensi": "efficiency",
    "tutup": "closure",
    "pailit": "bankruptcy",
    "kerugian": "loss",
    "rugi": "loss",
    "pelanggaran": "misconduct",
    "mengundurkan diri": "resign",
    "pensiun": "retire",
    "cacat total tetap": "permanent_total_disability",
    "meninggal": "death",
    "kontrak berakhir": "contract_expired",
    "habis kontrak": "contract_expired",
}
BETWEEN_MONTHS = re.compile(r"[;|,\s]+")
PAYMENT = re.compile(
    r"(?P<month>[1-6]|[0-9]{4}-(?:0[1-9]|1[0-2])):(?P<amount>[0-9]{1,12})(?::(?P<paid_on>[0-9-]{10})?)?"
)
MOST_MONTHS = 600
Item = TypeVar("Item")


def read(content: bytes, source: str, as_of: date) -> tuple[list[Record], list[Problem]]:
    """Read a whole hand-over file (CSV, XLSX, JSON Lines) of one institution as of one day.

    Raises:
        Refused: the file as a whole cannot be read.
    """
    results = [read_row(raw, source, as_of) for raw in read_rows(content)]
    records = [record for record, _ in results if record is not None]
    return records, [problem for _, problems in results for problem in problems]


def read_row(raw: RawRow, source: str, as_of: date) -> tuple[Record | None, tuple[Problem, ...]]:
    """Read one row. A row with any problem gives no record; no problem quotes a whole NIK, KPJ, phone or name."""
    row = Row(raw, HEADERS)
    row.text("nik", required=True)
    record = Record(
        source=source,
        as_of=as_of,
        nik=row.read("nik", identifiers.nik, "nik") or "",
        kpj=row.read("kpj", identifiers.kpj, "kpj") or "",
        name=row.text("name", longest=200),
        birth_date=row.day("birth_date"),
        phone=row.read("phone", identifiers.phone, "phone") or "",
        employer=row.text("employer"),
        employer_id=row.text("employer_id", longest=60),
        enterprise_size=row.choice("enterprise_size", SIZES),
        programmes=row.read("programmes", _programmes, "list_of:" + "|".join(PROGRAMMES.values())),
        jkn_segment=row.choice("jkn_segment", SEGMENTS),
        jkp_registration_date=row.day("jkp_registration_date"),
        contract_type=row.choice("contract_type", CONTRACTS),
        contract_end_date=row.day("contract_end_date"),
        reported_wage=row.integer("reported_wage"),
        paid_months=row.read("paid_months", _months, "list_of:2026-01"),
        arrears_months=row.integer("arrears_months", most=MOST_MONTHS),
        termination_date=row.day("termination_date"),
        termination_cause=_cause(row),
        termination_reported_on=row.day("termination_reported_on"),
        proof=row.text("proof"),
        claim_date=row.day("claim_date"),
        eligibility_decision_date=row.day("eligibility_decision_date"),
        payments=row.read("payments", payments, "list_of:1:2500000:2026-03-05"),
        area=row.text("area"),
    )
    row.demand("birth_date", "before:today", holds=record.birth_date is None or record.birth_date < as_of)
    return (None if row.problems else record), tuple(map(_masked, row.problems))


def payments(text: str) -> tuple[Payment, ...] | None:
    """Read `month:amount:date` items; the date may be missing. None when any item is not one."""
    found = [PAYMENT.fullmatch(item) for item in cells.items(text)]
    paid = [_payment(item) for item in found if item]
    return _all([payment for payment in paid if payment], len(found))


def _payment(item: re.Match[str]) -> Payment | None:
    paid_on = cells.day(item["paid_on"]) if item["paid_on"] else None
    if item["paid_on"] and paid_on is None:
        return None
    return Payment(item["month"], int(item["amount"]), paid_on)


def _programmes(text: str) -> tuple[str, ...] | None:
    written = [name for name in BETWEEN_MONTHS.split(text) if name]
    return _all([PROGRAMMES[name.casefold()] for name in written if name.casefold() in PROGRAMMES], len(written))


def _months(text: str) -> tuple[str, ...] | None:
    written = [month for month in BETWEEN_MONTHS.split(text) if month]
    months = [found.isoformat()[: len("2026-01")] for found in map(cells.month, written) if found]
    listed = _all(months, len(written))
    return listed and tuple(sorted(set(listed)))


def _all(read_items: list[Item], written: int) -> tuple[Item, ...] | None:
    """Give the items if every one that was written could be read."""
    return tuple(read_items) if len(read_items) == written else None


def _cause(row: Row) -> Cause | None:
    code = row.choice("termination_cause", CAUSES)
    return Cause(code) if code else None


def _masked(problem: Problem) -> Problem:
    personal = {*PERSONAL, *(header for column in PERSONAL for header in HEADERS[column])}
    identifying = {column for name in ("nik", "kpj", "phone") for column in (name, *HEADERS[name])}
    if problem.column in personal:
        return replace(problem, found="•••")
    quoted = identifiers.mask(problem.found) if problem.column in identifying else problem.found
    return replace(problem, found=identifiers.mask_numbers(quoted))
