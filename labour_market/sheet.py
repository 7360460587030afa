"""What a row of a vacancy file means: which columns there are, under which headers, and what each must hold."""

from dataclasses import dataclass
from datetime import date

from intake.cells import fold, is_web_address
from intake.problems import Problem, RawRow
from intake.row import Row
from intake.schooling import SPELLINGS

HEADERS = {
    "id": ("external_id", "kode", "kode_lowongan", "no_lowongan", "nomor", "job_id"),
    "source": ("sumber",),
    "title": ("judul", "jabatan", "posisi", "lowongan", "nama_lowongan", "job_title", "position"),
    "employer": ("perusahaan", "nama_perusahaan", "pemberi_kerja", "company", "company_name"),
    "location": ("lokasi", "kota", "kabupaten_kota", "kab_kota", "tempat", "penempatan", "city", "regency"),
    "description": ("deskripsi", "uraian", "kualifikasi", "persyaratan", "keterangan", "requirements"),
    "skills": ("keahlian", "keterampilan", "kompetensi"),
    "category": ("kategori", "bidang"),
    "subcategory": ("subkategori", "sub_kategori"),
    "education_min": ("pendidikan", "pendidikan_minimal", "pendidikan_min", "education"),
    "experience_years_min": ("pengalaman", "pengalaman_minimal", "pengalaman_tahun", "experience_years"),
    "age_max": ("usia_maks", "usia_maksimal", "umur_maksimal", "umur_maks", "batas_usia"),
    "salary_min": ("gaji_min", "gaji_minimal", "upah_min", "upah_minimal", "wage_min", "gaji", "upah"),
    "salary_max": ("gaji_maks", "gaji_maksimal", "upah_maks", "upah_maksimal", "wage_max"),
    "employment_type": ("jenis_pekerjaan", "tipe_pekerjaan", "status_kerja", "kontrak", "contract_type"),
    "shift": ("jam_kerja", "sif"),
    "posted": ("tanggal_tayang", "tanggal_posting", "tgl_tayang", "diposting", "posted_at"),
    "closes": ("tutup", "tanggal_tutup", "tgl_tutup", "batas_lamaran", "ditutup", "closing_date", "deadline"),
    "url": ("tautan", "link", "alamat_web"),
    "how_to_apply": ("cara_melamar", "cara_lamar", "kontak"),
    "verified_by": ("diperiksa_oleh",),
    "verified_on": ("diperiksa_pada", "tanggal_diperiksa"),
    "openings": ("jumlah_dibutuhkan", "jumlah_lowongan", "kuota", "jumlah", "kebutuhan"),
}
RENAMED = {"id": "external_id", "salary_min": "wage_min", "salary_max": "wage_max", "employment_type": "contract_type"}
COLUMNS = {RENAMED.get(name, name): (*others, name) for name, others in HEADERS.items()}  # by table column
KNOWN = frozenset(HEADERS) | {header for headers in HEADERS.values() for header in headers}
OLDEST = 99  # years
LEAST_WAGE = 10_000  # rupiah a month; "3" means three million, which nobody should have to guess
LONGEST_TEXT = 20_000  # characters
MOST_OPENINGS = 100_000


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """One vacancy as its employer states it. Wages in rupiah a month, experience and age in years."""

    source: str
    external_id: str
    title: str
    employer: str
    location: str
    description: str
    skills: tuple[str, ...]
    category: str
    subcategory: str
    education_min: str | None
    experience_years_min: float | None
    age_max: int | None
    wage_min: int | None
    wage_max: int | None
    contract_type: str
    shift: str
    posted: date | None
    closes: date | None
    url: str
    how_to_apply: str
    verified_by: str = ""
    verified_on: date | None = None
    openings: int | None = None

    @property
    def key(self) -> str:
        """The natural key: the source's name and the id that the source gave."""
        return f"{fold(self.source)}|{self.external_id}"

    @property
    def label(self) -> str:
        """What a person calls the row."""
        return self.title


def read(raw: RawRow, source: str) -> tuple[VacancyRow | None, tuple[Problem, ...]]:
    """Read one row; `source` stands in where the row names none. A row with any problem gives no vacancy."""
    row = Row(raw, HEADERS)
    vacancy = VacancyRow(
        source=row.text("source", longest=60) or source,
        external_id=row.text("id", required=True, longest=120),
        title=row.text("title", required=True),
        employer=row.text("employer"),
        location=row.text("location"),
        description=row.text("description", longest=LONGEST_TEXT),
        skills=row.items("skills"),
        category=row.text("category"),
        subcategory=row.text("subcategory"),
        education_min=row.choice("education_min", SPELLINGS),
        experience_years_min=row.decimal("experience_years_min", most=OLDEST),
        age_max=row.integer("age_max", least=15, most=OLDEST),
        wage_min=row.integer("salary_min"),
        wage_max=row.integer("salary_max"),
        contract_type=row.text("employment_type", longest=60),
        shift=row.text("shift"),
        posted=_posted(row),
        closes=row.day("closes"),
        url=row.text("url", longest=1000),
        how_to_apply=row.text("how_to_apply", longest=2000),
        verified_by=row.text("verified_by", longest=120),
        verified_on=row.day("verified_on"),
        openings=row.integer("openings", most=MOST_OPENINGS),
    )
    _check(row, vacancy)
    return (None if row.problems else vacancy), tuple(row.problems)


def _posted(row: Row) -> date | None:
    """Read the day of posting; some feeds tell the month only, which counts as its first day (rather too old)."""
    written = row.text("posted")
    is_month = len(written) == len("2026-12")
    return row.month("posted") if is_month else row.day("posted")


def _check(row: Row, vacancy: VacancyRow) -> None:
    """Check what no cell shows alone."""
    row.demand("source", "required", holds=bool(vacancy.source))
    row.demand("url", "web_address", holds=not vacancy.url or is_web_address(vacancy.url))
    low, high = vacancy.wage_min, vacancy.wage_max
    for column, wage in (("salary_min", low), ("salary_max", high)):
        row.demand(column, "monthly_wage", holds=not wage or wage >= LEAST_WAGE)
    row.demand("salary_max", "at_least:salary_min", holds=low is None or high is None or low <= high)
    posted, closes = vacancy.posted, vacancy.closes
    row.demand("closes", "after:posted", holds=posted is None or closes is None or posted <= closes)
