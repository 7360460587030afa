"""What a row of a course file means: which columns there are, under which headers, and what each must hold."""

from dataclasses import dataclass
from datetime import date

from intake.cells import fold
from intake.problems import Problem, RawRow
from intake.row import Row
from intake.schooling import SPELLINGS

HEADERS = {
    "source": ("sumber",),
    "id": ("external_id", "kode", "kode_pelatihan", "no", "nomor"),
    "provider": ("lembaga", "penyelenggara", "lpk", "blk", "nama_lembaga", "lembaga_pelatihan", "training_provider"),
    "programme": ("program", "pelatihan", "nama_program", "nama_pelatihan", "program_pelatihan", "title", "course"),
    "field": ("kejuruan", "bidang", "sub_kejuruan"),
    "location": ("lokasi", "tempat", "kota", "kabupaten_kota", "kab_kota", "city", "regency"),
    "objective": ("tujuan", "deskripsi", "uraian", "description"),
    "skills": ("keahlian", "kompetensi", "unit_kompetensi", "keterampilan"),
    "duration_hours": ("durasi_jp", "jp", "jam_pelajaran", "duration_jp", "durasi", "lama_jp"),
    "starts": ("tanggal_mulai", "tgl_mulai", "mulai", "start_date", "start"),
    "ends": ("tanggal_selesai", "tgl_selesai", "selesai", "end_date", "end"),
    "closes": ("pendaftaran_tutup", "batas_pendaftaran", "tutup_pendaftaran", "registration_closes", "deadline"),
    "seats": ("kuota", "kapasitas", "jumlah_peserta", "peserta", "capacity"),
    "education_min": ("pendidikan", "pendidikan_minimal", "pendidikan_min", "education"),
    "age_max": ("usia_maks", "usia_maksimal", "umur_maksimal", "umur_maks", "batas_usia"),
    "cost": ("biaya", "fee", "price"),
    "certificate": ("sertifikat", "sertifikasi"),
    "url": ("tautan", "link", "alamat_web"),
    "how_to_apply": ("cara_daftar", "cara_mendaftar", "kontak"),
}
KNOWN = frozenset(HEADERS) | {header for headers in HEADERS.values() for header in headers}
LONGEST_COURSE = 10_000  # JP of 45 minutes
MOST_SEATS = 10_000


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One course (one intake of a programme). Duration in JP of 45 minutes, cost in rupiah; None is unknown."""

    source: str
    external_id: str
    provider: str
    programme: str
    field: str
    location: str
    objective: str
    skills: tuple[str, ...]
    duration_hours: int | None
    starts: date | None
    ends: date | None
    closes: date | None
    seats: int | None
    education_min: str | None
    age_max: int | None
    cost: int | None
    certificate: str
    url: str
    how_to_apply: str

    @property
    def key(self) -> str:
        """The natural key: provider, programme and start date; a course without one starts at any time."""
        return "|".join((fold(self.provider), fold(self.programme), self.starts.isoformat() if self.starts else ""))

    @property
    def label(self) -> str:
        """What a person calls the row."""
        return self.programme


def read(raw: RawRow, source: str) -> tuple[CourseRow | None, tuple[Problem, ...]]:
    """Read one row; `source` stands in where the row names none. A row with any problem gives no course."""
    row = Row(raw, HEADERS)
    course = CourseRow(
        provider=row.text("provider", required=True),
        programme=row.text("programme", required=True),
        starts=row.day("starts"),
        ends=row.day("ends"),
        closes=row.day("closes"),
        duration_hours=row.integer("duration_hours", least=1, most=LONGEST_COURSE),
        seats=row.integer("seats", most=MOST_SEATS),
        cost=row.integer("cost"),
        education_min=row.choice("education_min", SPELLINGS),
        age_max=row.integer("age_max", least=15, most=99),
        skills=row.items("skills", longest=200),
        field=row.text("field"),
        location=row.text("location"),
        objective=row.text("objective", longest=20_000),
        certificate=row.text("certificate"),
        source=row.text("source", longest=60) or source,
        external_id=row.text("id", longest=120),
        url=row.text("url", longest=1000),
        how_to_apply=row.text("how_to_apply", longest=2000),
    )
    _check(row, course)
    return (None if row.problems else course), tuple(row.problems)


def _check(row: Row, course: CourseRow) -> None:
    """Check what no cell shows alone."""
    row.demand("source", "required", holds=bool(course.source))
    row.demand("url", "web_address", holds=not course.url or course.url.startswith(("https://", "http://")))
    starts, ends, closes = course.starts, course.ends, course.closes
    row.demand("ends", "after:starts", holds=starts is None or ends is None or starts <= ends)
    row.demand("closes", "before:ends", holds=closes is None or ends is None or closes <= ends)
