"""The few words that a course is described with: forms, ways of teaching, kinds of providers, and their spellings."""

import re
from enum import StrEnum

from intake.cells import fold


class Form(StrEnum):
    """What one signs up for. Only a course and a certification are training that JKP's benefit can mean."""

    COURSE = "course"
    CERTIFICATION = "certification"  # a test of competence alone
    DEGREE = "degree"  # years of study with an intake window and entry requirements, never sold as a course
    COUNSELLING = "counselling"  # a day of counselling, held for instance by supervised students of Polteknaker


TRAINING = (Form.COURSE, Form.CERTIFICATION)


class Mode(StrEnum):
    """How it is taught."""

    ON_SITE = "luring"
    ONLINE = "daring"
    MIXED = "campuran"


class ProviderKind(StrEnum):
    """Who teaches."""

    BBPVP = "bbpvp"
    BPVP = "bpvp"
    BLK = "blk"  # of a province or a regency
    LPK = "lpk"
    COMPANY = "company"
    POLTEKNAKER = "polteknaker"
    OTHER = "other"


FORMS = {
    **{form.value: form.value for form in Form},
    **dict.fromkeys(("kursus", "pelatihan", "kursus singkat", "short course", "training", "bimtek"), Form.COURSE.value),
    **dict.fromkeys(("sertifikasi", "uji kompetensi", "asesmen"), Form.CERTIFICATION.value),
    **dict.fromkeys(("gelar", "program studi", "prodi", "kuliah", "diploma", "pendidikan"), Form.DEGREE.value),
    **dict.fromkeys(("konseling", "hari konseling", "konsultasi", "counseling"), Form.COUNSELLING.value),
}
MODES = {
    **{mode.value: mode.value for mode in Mode},
    **dict.fromkeys(("offline", "tatap muka", "onsite", "di tempat", "klasikal"), Mode.ON_SITE.value),
    **dict.fromkeys(("online", "jarak jauh", "dalam jaringan", "e-learning"), Mode.ONLINE.value),
    **dict.fromkeys(("hybrid", "hibrida", "blended", "blended learning", "hibrid"), Mode.MIXED.value),
    "luar jaringan": Mode.ON_SITE.value,
}
PROVIDERS = {
    **{kind.value: kind.value for kind in ProviderKind},
    **dict.fromkeys(("balai besar", "blk pusat"), ProviderKind.BBPVP.value),
    **dict.fromkeys(("blkk", "blk komunitas", "uptd blk", "uptd", "blk daerah", "upt blk"), ProviderKind.BLK.value),
    **dict.fromkeys(("lkp", "swasta", "lembaga pelatihan kerja"), ProviderKind.LPK.value),
    **dict.fromkeys(("perusahaan", "industri", "training center", "pusat pelatihan"), ProviderKind.COMPANY.value),
    **dict.fromkeys(("politeknik ketenagakerjaan", "politeknik"), ProviderKind.POLTEKNAKER.value),
    "lainnya": ProviderKind.OTHER.value,
}
DEGREES = frozenset({"D1", "D2", "D3", "D4", "S1", "S2", "S3"})
BY_NAME = (
    (re.compile(r"\bbbpvp\b|\bbalai besar pelatihan"), ProviderKind.BBPVP),
    (re.compile(r"\bbpvp\b|\bbalai pelatihan vokasi"), ProviderKind.BPVP),
    (re.compile(r"\bpolteknaker\b|\bpoliteknik ketenagakerjaan\b"), ProviderKind.POLTEKNAKER),
    (re.compile(r"\bblkk?\b|\bbalai latihan kerja\b|\bbalai pelatihan kerja\b"), ProviderKind.BLK),
    (re.compile(r"\blpk\b|\blkp\b|\blembaga pelatihan\b"), ProviderKind.LPK),
    (re.compile(r"^pt\.? |\btbk\b|\btraining cent(?:er|re)\b"), ProviderKind.COMPANY),
)


def kind_of(provider: str) -> str:
    """Tell a provider's kind by its name where its row does not say; empty when the name does not tell."""
    name = fold(provider)
    return next((kind.value for pattern, kind in BY_NAME if pattern.search(name)), "")
