"""What a row of a course file means: which columns there are, under which headers, and what each must hold."""

from dataclasses import dataclass
from datetime import date

from intake.cells import fold, is_web_address
from intake.problems import Problem, RawRow
from intake.row import Row
from intake.schooling import SPELLINGS
from matching import areas
from training_catalog.vocabulary import DEGREES, FORMS, MODES, PROVIDERS, Form, kind_of

HEADERS = {  # the first spelling of each is the one that our own exports use
    "source": ("sumber",),
    "external_id": ("kode", "id", "kode_pelatihan", "no", "nomor"),
    "provider": ("lembaga", "penyelenggara", "lpk", "blk", "nama_lembaga", "lembaga_pelatihan", "training_provider"),
    "provider_kind": ("jenis_lembaga", "jenis_penyelenggara", "tipe_lembaga"),
    "form": ("jenis_program", "jenis_kegiatan", "jenis"),
    "programme": ("program", "pelatihan", "nama_program", "nama_pelatihan", "program_pelatihan", "title", "course"),
    "field": ("kejuruan", "bidang", "sub_kejuruan"),
    "level": ("jenjang", "level_kkni", "tingkat"),
    "mode": ("metode", "moda", "cara_belajar", "metode_pelatihan"),
    "area": ("kode_wilayah", "wilayah", "kode_daerah"),
    "location": ("lokasi", "tempat", "kota", "kabupaten_kota", "kab_kota", "city", "regency"),
    "objective": ("tujuan", "deskripsi", "uraian", "description"),
    "skills": ("keahlian", "kompetensi", "unit_kompetensi", "keterampilan"),
    "duration_hours": ("durasi_jp", "jp", "jam_pelajaran", "duration_jp", "durasi", "lama_jp"),
    "starts": ("tanggal_mulai", "tgl_mulai", "mulai", "start_date", "start"),
    "ends": ("tanggal_selesai", "tgl_selesai", "selesai", "end_date", "end"),
    "days": ("hari", "hari_belajar", "jadwal_hari"),
    "times": ("pukul", "jam", "waktu", "jam_belajar"),
    "opens": ("pendaftaran_buka", "buka_pendaftaran", "registration_opens"),
    "closes": ("pendaftaran_tutup", "batas_pendaftaran", "tutup_pendaftaran", "registration_closes", "deadline"),
    "seats": ("kuota", "kapasitas", "jumlah_peserta", "peserta", "capacity"),
    "education_min": ("pendidikan", "pendidikan_minimal", "pendidikan_min", "education"),
    "requirements": ("persyaratan", "syarat", "syarat_masuk", "prasyarat"),
    "age_max": ("usia_maks", "usia_maksimal", "umur_maksimal", "umur_maks", "batas_usia"),
    "cost": ("biaya", "fee", "price"),
    "certificate": ("sertifikat", "sertifikasi"),
    "url": ("tautan", "link", "alamat_web"),
    "how_to_apply": ("cara_daftar", "cara_mendaftar"),
    "contact": ("kontak", "narahubung", "contact_person", "telepon"),
    "contact_id": ("id_telegram", "telegram_id", "telegram"),
    "verify_by": ("berlaku_sampai", "konfirmasi_sebelum", "valid_until"),
}
KNOWN = frozenset(HEADERS) | {header for headers in HEADERS.values() for header in headers}
LONGEST_COURSE = 10_000  # JP of 45 minutes
MOST_SEATS = 10_000
LARGEST_ID = 2**52  # Telegram's own promise


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One course (one intake of a programme). Duration in JP of 45 minutes, cost in rupiah; None is unknown."""

    source: str
    external_id: str
    provider: str
    provider_kind: str
    form: str
    programme: str
    field: str
    level: str
    mode: str
    area: str
    location: str
    objective: str
    skills: tuple[str, ...]
    duration_hours: int | None
    starts: date | None
    ends: date | None
    days: str
    times: str
    opens: date | None
    closes: date | None
    seats: int | None
    education_min: str | None
    requirements: str
    age_max: int | None
    cost: int | None
    certificate: str
    url: str
    how_to_apply: str
    contact: str
    contact_id: int | None
    verify_by: date | None

    @property
    def key(self) -> str:
        """The natural key: provider, programme and start date; a course without one starts at any time."""
        return natural_key(self.provider, self.programme, self.starts)

    @property
    def label(self) -> str:
        """What a person calls the row."""
        return self.programme


def natural_key(provider: str, programme: str, starts: date | None) -> str:
    """Give the key that a row is found again by, however it is spelt."""
    return "|".join((fold(provider), fold(programme), starts.isoformat() if starts else ""))


def read(raw: RawRow, source: str) -> tuple[CourseRow | None, tuple[Problem, ...]]:
    """Read one row; `source` stands in where the row names none. A row with any problem gives no course."""
    row = Row(raw, HEADERS)
    provider = row.text("provider", required=True)
    course = CourseRow(
        provider=provider,
        provider_kind=row.choice("provider_kind", PROVIDERS) or kind_of(provider),
        form=row.choice("form", FORMS) or Form.COURSE.value,
        programme=row.text("programme", required=True),
        level=_level(row),
        mode=row.choice("mode", MODES) or "",
        area=row.read("area", _area, "area") or "",
        starts=row.day("starts"),
        ends=row.day("ends"),
        days=row.text("days"),
        times=row.text("times"),
        opens=row.day("opens"),
        closes=row.day("closes"),
        duration_hours=row.integer("duration_hours", least=1, most=LONGEST_COURSE),
        seats=row.integer("seats", most=MOST_SEATS),
        cost=row.integer("cost"),
        education_min=row.choice("education_min", SPELLINGS),
        requirements=row.text("requirements", longest=2000),
        age_max=row.integer("age_max", least=15, most=99),
        skills=row.items("skills", longest=200),
        field=row.text("field"),
        location=row.text("location"),
        objective=row.text("objective", longest=20_000),
        certificate=row.text("certificate"),
        source=row.text("source", longest=60) or source,
        external_id=row.text("external_id", longest=120),
        url=row.text("url", longest=1000),
        how_to_apply=row.text("how_to_apply", longest=2000),
        contact=row.text("contact"),
        contact_id=row.integer("contact_id", least=1, most=LARGEST_ID),
        verify_by=row.day("verify_by"),
    )
    _check(row, course)
    return (None if row.problems else course), tuple(row.problems)


def _level(row: Row) -> str:
    """Read a level; the levels of schooling get one spelling ("D-IV" is "D4"), others stay as they are written."""
    written = row.text("level", longest=60)
    return SPELLINGS.get(fold(written), written)


def _area(text: str) -> str | None:
    """Read an area's code, "33" or "33.72"; a code without its point, as spreadsheets leave it, is understood."""
    code = f"{text[:2]}.{text[2:]}" if text.isdecimal() and len(text) == len("3372") else text
    found = areas.area(code)
    return found.code if found else None


def _check(row: Row, course: CourseRow) -> None:
    """Check what no cell shows alone."""
    row.demand("source", "required", holds=bool(course.source))
    row.demand("url", "web_address", holds=not course.url or is_web_address(course.url))
    starts, ends, closes = course.starts, course.ends, course.closes
    row.demand("ends", "after:starts", holds=starts is None or ends is None or starts <= ends)
    row.demand("closes", "before:ends", holds=closes is None or ends is None or closes <= ends)
    row.demand("closes", "after:opens", holds=course.opens is None or closes is None or course.opens <= closes)
    if course.form == Form.DEGREE:
        _check_degree(row, course)


def _check_degree(row: Row, course: CourseRow) -> None:
    """A degree says which one, until when one can register and what is asked for; it has no hours of a course."""
    row.demand("level", "one_of:" + "|".join(sorted(DEGREES)), holds=course.level in DEGREES)
    row.demand("closes", "required_degree", holds=course.closes is not None)
    row.demand("requirements", "required_degree", holds=bool(course.requirements or course.education_min))
    row.demand("duration_hours", "empty_degree", holds=course.duration_hours is None)
