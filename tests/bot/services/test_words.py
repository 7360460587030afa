"""Typed words find their intent: our own wordings, and the questions of the facts when they lie beside this."""

import re
from pathlib import Path

import pytest

from bot.services import danger
from bot.services.words import Intent, country_named, intent

ASKED = {
    Intent.JKP: (
        "mau tanya soal uang jkp",
        "kmrn kena layoff, dapat apa ya dari bpjs",
        "baru 8 bulan kerja terus dipecat, ada haknya ga",
        "kapan terakhir ngajuin jkp",
        "duitnya kok belum turun ya bulan ini",
        "kontrak saya diputus sebelum habis",
        "my benefit has not been paid yet",
        "how long do I have to claim after being laid off",
        "sudah dapat kerja lagi apa jkp lanjut",
        "klaim saya ditolak",
        "gaji saya 3,5 juta, jkp nya berapa",
    ),
    Intent.JKP_WHAT: ("apa itu jkp", "jkp itu apa ya kak"),
    Intent.JKP_PAPERS: ("berkas yang harus disiapkan apa saja", "surat phk belum punya gimana"),
    Intent.DISPUTE: ("pesangon saya belum dibayar", "bos phk saya tanpa surat"),
    Intent.JHT: ("cara cairkan jht",),
    Intent.ACCOUNT: ("lupa password siapkerja", "otp nya ga masuk masuk"),
    Intent.MEMBERSHIP: ("no kpj saya lupa",),
    Intent.SEARCH: (
        "loker bandung",
        "cari kerja jadi kasir di bekasi",
        "operator jahit",
        "warehouse job in Karawang",
        "loker ke taiwan resmi",
        "lowongan perawat di jepang",
    ),
    Intent.COURSE: ("kursus jahit gratis", "daftar bpvp serang gimana"),
    Intent.FIGURES: ("umk bekasi 2026 berapa", "angka pengangguran di banten"),
    Intent.SCAM: ("diminta transfer 300 ribu sebelum interview, aman?", "hrd minta foto ktp dan pin"),
    Intent.MISSION: ("nomor kbri kuala lumpur", "alamat kdei taipei"),
    Intent.WAGES: ("majikan belum bayar gaji 3 bulan", "my employer in hong kong has not paid my salary"),
    Intent.PMI_COST: ("iuran bpjs pmi berapa",),
    Intent.PMI_ENDED: ("diberhentikan sepihak di malaysia",),
    Intent.PMI_EVENTS: ("kecelakaan kerja di jepang klaim kemana",),
    Intent.PMI_RIGHTS: ("tkw dapat jkp?",),
    Intent.CONTRACT_END: ("kontrak saya di hongkong habis februari",),
    Intent.ABROAD: ("saya di taichung", "saya kerja di luar negeri", "hong kong"),
    Intent.HOME: ("saya sudah pulang ke indonesia",),
    Intent.HUMAN: ("mau bicara sama orang", "can i speak with a human"),
    Intent.REMINDERS: ("tolong ingatkan saya tanggal 3",),
    Intent.STOP_REMINDERS: ("stop pengingat",),
    Intent.STOP: ("berhenti kirim pesan",),
    Intent.HOUR: ("ganti jam pengingat ke malam",),
    Intent.DELETE: ("hapus data saya", "delete my data please"),
    Intent.DATA: ("data saya disimpan di mana, aman?",),
    Intent.LANGUAGE: ("english please",),
    Intent.GREETING: ("assalamualaikum wr wb", "selamat pagi kak"),
    Intent.THANKS: ("suwun mas",),
    Intent.HELP: ("bisa apa saja",),
}
UNKNOWN = ("resep rendang", "siapa presiden indonesia", "cuaca besok gimana", "kamu cantik", "1234", "iya")

# the intents of the facts -> ours that answer them sensibly
ANSWERS = {
    "jkp_what_is": "jkp_what", "jkp_how_to_claim": "jkp jkp_papers", "jkp_documents": "jkp_papers",
    "jkp_employer_not_reporting": "jkp dispute", "jkp_arrears_bankrupt": "jkp dispute",
    "jkp_rule_change": "jkp jkp_what", "jkp_training": "jkp_training", "jkp_counselling": "jkp_training human",
    "siapkerja_account": "account", "bpjs_jht": "jht", "bpjs_membership_check": "membership jkp",
    "severance_pesangon": "dispute", "vacancy_search": "search", "labour_stats": "figures", "job_scam": "scam",
    "training_search": "course", "training_blk_polteknaker": "course", "pmi_bpjs_programmes": "pmi_cost",
    "pmi_jkp": "pmi_ended pmi_events pmi_rights", "pmi_claim_abroad": "pmi_rights pmi_events",
    "pmi_return": "pmi_rights course", "pmi_contact_help": "mission wages danger", "counselor_contact": "human",
    "reminder_settings": "reminders stop_reminders hour", "privacy_data": "data delete",
    "greeting_smalltalk": "greeting thanks",
}  # fmt: skip
QUESTIONS = Path(__file__).parents[4] / "shared" / "facts" / "worker-questions.md"


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in ASKED.items() for text in texts])
def test_what_is_typed_finds_its_intent(wanted, text):
    assert intent(text) is wanted


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_we_do_not_know_is_left_open(text):
    assert intent(text) is None


def test_the_named_host_country_is_found_and_indonesia_is_none():
    assert country_named("nomor kjri di hongkong") == "HK"
    assert country_named("loker surabaya") == ""


@pytest.mark.skipif(not QUESTIONS.exists(), reason="the facts are not beside this checkout")
def test_three_quarters_of_the_questions_of_the_facts_reach_a_sensible_screen():
    kinds = re.split(r"## \d+\. `(\w+)`", QUESTIONS.read_text(encoding="utf-8"))[1:]
    asked = [(kind, text) for kind, part in zip(kinds[::2], kinds[1::2], strict=True)
             for text in re.findall(r"^- \[\w+\] (.*)$", part, re.MULTILINE)]  # fmt: skip

    answered = [_answer(text) in ANSWERS.get(kind, "jkp").split() for kind, text in asked]

    print(f"{sum(answered)} of {len(asked)} questions reach a sensible screen")
    assert sum(answered) >= 0.75 * len(asked)


def _answer(text: str) -> str:
    return "danger" if danger.find(text) else str(intent(text))
