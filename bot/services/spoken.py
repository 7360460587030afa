"""Typed words that mean one of the offered answers: people write instead of pressing."""

from intake.cells import fold

UNKNOWN_WORDS = ("belum tahu", "gak tau", "ga tau", "gatau", "nggak tau", "tidak tahu", "tdk tau", "kurang tahu",
                 "lupa", "do not know", "don't know", "dont know", "not sure")  # fmt: skip
YES = ("ya", "iya", "sudah", "udah", "sdh", "udh", "ada", "punya", "yes", "done")
NO = ("belum", "blm", "tidak", "gak", "ga", "nggak", "no", "not yet")
# the first one found counts, so the more telling words stand first
WORDS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "last_day": (("this_month", ("bulan ini", "this month", "baru saja", "barusan")),),
    "cause": (
        ("forced_resign", ("disuruh mundur", "disuruh resign", "dipaksa", "suruh tanda tangan", "made to", "forced")),
        ("contract", ("kontrak", "pkwt", "contract")),
        ("closure", ("tutup", "pailit", "bangkrut", "closed", "bankrupt")),
        ("resign", ("mundur", "resign", "mengundurkan", "keluar sendiri", "quit")),
        ("efficiency", ("phk", "efisiensi", "pengurangan", "kurangi", "mengurangi", "dipecat", "diberhentikan",
                        "layoff", "laid off", "dirumahkan", "cut jobs", "order sepi")),
    ),
    "contract": (
        ("early", ("sebelum", "diputus", "putus", "early", "cut", "before")),
        ("expired", ("habis", "selesai", "pada waktunya", "ended", "expired")),
    ),
    "paid_months": (
        ("never", ("tidak pernah didaftar", "tidak didaftar", "tidak terdaftar", "gak didaftar", "ga didaftar",
                   "nggak didaftar", "gak pernah didaftar", "ga pernah didaftar", "belum didaftar",
                   "belum pernah didaftar", "not registered", "never registered")),
        ("12-", ("kurang dari 12", "kurang dari setahun", "kurang dr", "fewer", "less than")),
        ("12+", ("12 bulan atau lebih", "lebih dari 12", "lebih dari setahun", "more than", "or more")),
    ),
    "refused": (
        ("still_active", ("aktif", "active")),
        ("contributions", ("iuran", "contribution")),
        ("bank_account", ("rekening", "bank", "account")),
        ("papers_invalid", ("tidak sah", "tidak valid", "kurang tanda terima", "invalid", "not valid")),
        ("proof_unreadable", ("surat", "dokumen", "bukti", "berkas", "blur", "terbaca", "paper", "document", "letter")),
        ("other", ("lain", "other")),
    ),
}  # fmt: skip
YES_OR_NO = ("proof", "reported", "status_form_done", "attended")


def answer(field: str, text: str) -> str | None:
    """Give the offered answer that the words mean ("?" = does not know); None when they mean none."""
    words = f" {fold(text).strip('.!?')} "
    if any(known in words for known in UNKNOWN_WORDS):
        return "?"
    for code, known in WORDS.get(field, ()):
        if any(f" {word}" in words for word in known):
            return code
    if field in YES_OR_NO:
        return _yes_or_no(words)
    return None


def _yes_or_no(words: str) -> str | None:
    if any(f" {word} " in words for word in NO):
        return "no"
    return "yes" if any(f" {word} " in words for word in YES) else None
