"""What a person wants who types without being asked: one intent by rules over plain words, or none."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.services import abroad
from bot.services.plain import plain
from bot.store.people import INDONESIA
from matching import places
from matching.occupations import occupations
from matching.places import PlaceKind, PlaceMatch


class Intent(StrEnum):
    """What is wanted; the first of these whose rule fits is taken."""

    SCAM = "scam"
    DELETE = "delete"
    DATA = "data"
    LANGUAGE = "language"
    HOUR = "hour"
    STOP_REMINDERS = "stop_reminders"
    STOP = "stop"
    REMINDERS = "reminders"
    HUMAN = "human"
    ACCOUNT = "account"
    PASSPORT = "passport"
    MISSION = "mission"
    WAGES = "wages"
    PMI_COST = "pmi_cost"
    PMI_ENDED = "pmi_ended"
    PMI_EVENTS = "pmi_events"
    PMI_RIGHTS = "pmi_rights"
    CONTRACT_END = "contract_end"
    HOME = "home"
    FIGURES = "figures"
    JKP_PAPERS = "jkp_papers"
    JKP_TRAINING = "jkp_training"
    JKP_WHAT = "jkp_what"
    JKP = "jkp"
    JHT = "jht"
    DISPUTE = "dispute"
    MEMBERSHIP = "membership"
    COURSE = "course"
    SEARCH = "search"
    ABROAD = "abroad"
    HELP = "help"
    THANKS = "thanks"
    GREETING = "greeting"


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns over plain words that all have to be found; `unless` is one that must not be."""

    intent: Intent
    every: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None = None

    def fits(self, words: str) -> bool:
        """Whether these plain words mean the intent."""
        if self.unless is not None and self.unless.search(words):
            return False
        return all(pattern.search(words) for pattern in self.every)


def _rule(intent: Intent, *every: str, unless: str = "") -> Rule:
    none = re.compile(rf"\b(?:{unless})") if unless else None
    return Rule(intent, tuple(re.compile(rf"\b(?:{pattern})") for pattern in every), none)


_JKP = r"jkp\b|kehilangan (?:kerja|pekerjaan)"
_LAID_OFF = r"phk\b|di ?phk|diberhentikan|laid off|dirumahkan|retrench|kehilangan kerja|putus kontrak|kontrak\b.*(?:diputus|abis|habis|berakhir)|dismissed"
_CLAIM = r"klaim|claim|cair|ajukan|tuntut"
_JOB = r"lowongan|vacanc|hiring|job\b|jobs\b|cari kerja|cari kerjaan|gawean"
_WHERE_PMI = (
    r"pmi\b|migran|migrant|majikan|abk\b|luar negeri|abroad|overseas|bp2mi|kp2mi|p3mi|bp3mi|taiwan|hong ?kong|hongkong|"
    r"malaysia|singapur|singapore|korea|jepang|japan|saudi|riyadh|jeddah|dubai|qatar|kuwait|brunei|macau|makau|turki|"
    r"polandia|jerman|australia|italia|yordania|oman\b|bahrain|taipei|taichung|johor|kuala lumpur|kl\b"
)
_MONEY = r"gaji|upah|bayaran|wage|salary|pay\b"
_LATE = r"(?:belum|tidak|durung|kapan|lama|telat|terlambat) .{0,20}(?:cair|turun|paid|masuk|dibayar|transfer|terima)|not (?:paid|received)"

RULES: tuple[Rule, ...] = (
    _rule(Intent.SCAM, r"penipu|nipu|tipu|scam\b|bodong|hoax|hoaks|fraud|abal"),
    _rule(Intent.SCAM, r"transfer|deposit|bayar|biaya|uang muka|jaminan uang|admin fee|pay\b|duluan",
          rf"{_JOB}|lamar|interview|wawancara|seragam|hrd|diterima kerja|masuk kerja|ditawari|tawaran|offer",
          unless="iuran|bpjs|jkp|pesangon|pelatihan|gaji tidak|pajak|pph"),
    _rule(Intent.SCAM, r"kamboja|cambodia|myanmar|thailand|laos\b|poipet"),
    _rule(Intent.SCAM, r"otp\b|pin\b|foto ktp|kirim ktp|password", r"minta|disuruh|ngaku|suruh|asks?\b|asking|kirim", unless="tidak masuk|tidak dapat"),
    _rule(Intent.DELETE, r"hapus|delete|erase|buang|bersihkan|lupakan|forget", r"data|akun saya di sini|semua|everything|saya\b|info",
          unless=f"hapus tanggal|siapkerja|{_JKP}|lamaran"),
    _rule(Intent.DATA, r"\bdata\b|\bnik\b|privasi|privacy", r"aman|kenapa|mengapa|buat apa|untuk apa|harus|disimpan|bocor|safe|simpan|lihat data|siapa|why|unduh|data saya",
          unless="tidak ditemukan|salah|beda|not found"),
    _rule(Intent.LANGUAGE, r"bahasa (?:inggris|indonesia|english)|in english|speak english|ganti bahasa|change language|pakai english|english tolong|english please|^english$|^inggris$"),
    _rule(Intent.HOUR, r"jam|hour|pukul|zona|timezone", r"pengingat|ingatkan|reminder|ingetin|notif", r"ganti|ubah|pindah|change|malam|pagi|siang|sore|geser"),
    _rule(Intent.STOP_REMINDERS, r"mati(?:in|kan)|stop|henti|jeda|pause|nonaktif|jangan|turn off|off\b|diam", r"pengingat|reminder|ingat|ngingetin"),
    _rule(Intent.STOP, r"^(?:tolong )?(?:stop|berhenti|unsubscribe)\b(?: (?:dong|saja|min|kirim|pesan|semua).*)?$|(?:stop|berhenti|jangan|henti\w*|setop|mati(?:in|kan)|turn off) (?:\w+ )?(?:kirim|chat|pesan|wa\b|ganggu|notif|hubungi|message)"),
    _rule(Intent.REMINDERS, r"pengingat|reminder|ingetin|ingatkan|ingatin|remind (?:saya|tolong)|diingatkan|elingno|elingke"),
    _rule(Intent.HUMAN, r"(?:ngomong|bicara|ngobrol|chat|konsultasi|curhat|talk|speak|cakap|disambungkan|sambungkan|hubungkan|tanya) (?:\w+ ){0,3}(?:petugas|orang|manusia|admin|cs\b|human|person|someone|agent|officer|customer service|pegawai|operator)"),
    _rule(Intent.HUMAN, r"real person|human agent|petugas (?:saja|asli)|bukan (?:bot|robot)|cs manusia|butuh (?:petugas|orang)|call center|panggil petugas"),
    _rule(Intent.HUMAN, r"nomor|nombor|telp|telepon|alamat|kontak|kantor|contact|number", r"disnaker|dinas tenaga|bpjs|kemnaker|petugas|manpower", unless="kpj|kartu|rekening|ke kantor"),
    _rule(Intent.ACCOUNT, r"siapkerja|siap kerja|sisnaker|karirhub|akun|portal|aplikasi|kemnaker|jmo\b|login|app\b", r"login|log in|masuk|password|sandi|lupa|error|daftar|terbuka|buka|kebuka|tidak ditemukan|verifikasi email|gagal|blank|eror|terkunci|dikunci|lemot|cannot|tidak bisa",
          unless=f"klaim|lamar|{_CLAIM}|uang|pmi|bpvp|blk"),
    _rule(Intent.ACCOUNT, r"otp", r"tidak masuk|tidak dapat|belum masuk|tidak muncul|nya tidak|not arriv|no otp"),
    _rule(Intent.ACCOUNT, r"nik", r"tidak ditemukan|not found|tidak terdaftar|salah|beda"),
    _rule(Intent.PASSPORT, r"paspor", r"tahan|pegang|ambil|sita|hilang|simpan|balik|kembali|hold|lost|kept|dibawa"),
    _rule(Intent.MISSION, r"kjri|kbri|kdei|kedutaan|konsulat|embassy|consulate|konjen|kp2mi|bp2mi|bp3mi|atnaker|pwni|perwakilan ri"),
    _rule(Intent.MISSION, r"hotline|nomor darurat|nombor kecemasan|emergency|call center|nomor telp|nomor bantuan|nomor aduan", _WHERE_PMI),
    _rule(Intent.WAGES, rf"(?:{_MONEY}).{{0,25}}(?:tidak|belum|not|un).{{0,12}}(?:dibayar|bayar|kasih|paid|cair|terima|turun|diberi)|(?:tidak|belum).{{0,8}}(?:digaji|bayar gaji|kasih gaji)|not paid (?:saya|us|the|our)|(?:tidak|not) paid|unpaid (?:wage|salar)|potong gaji|gaji.{{0,10}}dipotong", _WHERE_PMI),
    _rule(Intent.PMI_COST, r"iuran|bayar|brapa|biaya|kena|contribution|daftar|register|cost", r"bpjs|jkk|jkm|jht|asuransi|social security", _WHERE_PMI, unless=f"klaim|claim|cair|{_LATE}"),
    _rule(Intent.PMI_ENDED, r"phk|diberhentikan|diputus|dismissed|fired|terminated|dipulangkan|diusir|interminit|terminate|sepihak|dikeluarkan|laid off", _WHERE_PMI, unless="pelatihan"),
    _rule(Intent.PMI_EVENTS, r"gagal berangkat|tidak jadi berangkat|batal berangkat|tidak sesuai kontrak|kecelakaan|accident|sakit|meninggal|santunan|ganti rugi|luka|cedera|died", f"{_WHERE_PMI}|gagal berangkat|tidak sesuai kontrak"),
    _rule(Intent.PMI_RIGHTS, r"klaim|claim|hak|berhak|jkp|jht|bpjs|modal|bantuan|rights?\b|jaminan|perlindungan|pulang|mantan|purna|eks", _WHERE_PMI, unless=f"{_JOB}|pelatihan|kursus"),
    _rule(Intent.CONTRACT_END, r"kontrak", r"habis|abis|selesai|berakhir|end", _WHERE_PMI, unless="pelatihan|kursus"),
    _rule(Intent.HOME, r"(?:saya )?sudah (?:pulang|balik|kembali|di indonesia)|i am back in indonesia|back home"),
    _rule(Intent.FIGURES, r"pengangguran|unemployment|umk\b|ump\b|umr\b|upah minimum|minimum wage|tpt\b|statistik|sektor (?:apa|mana|yang)|data phk|angka phk|berapa orang|jumlah (?:phk|lowongan)|gaji rata"),
    _rule(Intent.JKP_PAPERS, r"dokumen|berkas|paklaring|parklaring|tanda terima|perjanjian bersama|bukti phk|document|papers|syarat klaim|surat phk|surat pengalaman|kk\b.*ktp|syarat.*klaim|klaim.*syarat|persyaratan",
          unless=f"(?:di)?tolak|reject|{_JOB}|lamar|tanpa surat|bulan (?:ke|kedua|ketiga|2|3|4|5|6)|sarat bulan|jht"),
    _rule(Intent.JKP_TRAINING, r"pelatihan|training|kelas|konseling|konselor|asesmen|assessment|absen|counsel", rf"{_JKP}|wajib|asesmen diri|konseling|self assessment|biaya pelatihan|absen|pengantar kerja"),
    _rule(Intent.JKP_WHAT, rf"(?:{_JKP}) (?:itu |teh |kuwi |ini )?(?:apa|kuwi|itu)\b(?: sih| ya| to| itu| min|$)|apa (?:itu|sih|sih itu) (?:.{{0,6}})?(?:{_JKP})|(?:bedanya|beda|perbedaan|difference).{{0,30}}(?:{_JKP})|what is (?:the )?jkp|(?:{_JKP}) (?:programme|program)|jkp kepanjangan|dapat apa (?:lagi|saja)|aturan (?:jkp|baru|terbaru|lama)"),
    _rule(Intent.JHT, r"jht\b|jaminan hari tua|saldo bpjs|saldo bpjstk|hari tua"),
    _rule(Intent.DISPUTE, r"pesangon|severance|phk sepihak|tanpa surat|uang pisah|penggantian hak|upah proses|mediator|pengawas", unless=r"jkp.{0,20}(?:berapa|cara)|taiwan|malaysia"),
    _rule(Intent.JKP, _JKP),
    _rule(Intent.JKP, _LAID_OFF, rf"{_CLAIM}|hak|berhak|bisa|dapat|entitled|bantuan|uang|aturan|syarat|gimana|bagaimana|hrd|lapor|report|bulan|tahun|baru|kemarin|layoff|aktif"),
    _rule(Intent.JKP, r"klaim|claim|pengajuan|ajukan ulang|batas (?:waktu|klaim)", unless="taiwan|malaysia|jht|garansi|asuransi"),
    _rule(Intent.JKP, _LATE, r"uang|dana|rekening|bulan|tunjangan|benefit|cair|jkp|money|bank", unless=f"gaji|{_JOB}"),
    _rule(Intent.JKP, r"(?:uang|dana|tunjangan|benefit|rekening).{0,25}(?:cair|rekening|kemana|ke mana|salah|masuk)|salah (?:nomor )?rekening"),
    _rule(Intent.JKP, r"cair\b|pencairan|dicairkan|verifikasi|ditolak|rejected|penolakan", unless=f"jht|lamar|{_JOB}"),
    _rule(Intent.JKP, r"(?:bulan|month) (?:ke ?)?(?:\d|kedua|ketiga|keempat|kelima|keenam|two|three|kadua)", r"form|syarat|sarat|pengajuan|lapor|jadwal|kelewat|isi|cair|stop|next|klaim|tgl|tanggal|apa"),
    _rule(Intent.JKP, r"(?:lamar|lamaran|applications?|panggilan|interview|wawancara).{0,30}(?:cukup|karirhub|wajib|harus lewat|harus|per bulan|syarat|enough)"),
    _rule(Intent.JKP, r"iuran", r"bulan|bolong|minimal|tunggak|nunggak|turut|jkp|kurang|thn|tahun"),
    _rule(Intent.JKP, r"nunggak|tunggak|pailit|bangkrut|kabur|tutup|arrears|bankrupt|hrd|perusahaan|pabrik|company|employer|refuses", r"bpjs|hak|iuran|lapor|layoff|phk|daftar|bayar|kabur|report"),
    _rule(Intent.JKP, r"45 persen|60 persen|45%|60%|ngojol|ojol|narik ojek|buka usaha sendiri", r"berubah|gaji|jkp|boleh|dapat|persen|lanjut|berhenti|stop"),
    _rule(Intent.JKP, r"status bpjs|status (?:klaim|saya|pengajuan)|sampai mana|sudah sampai|resign|mengundurkan diri|pensiun dini|mundur", unless=_JOB),
    _rule(Intent.JKP, r"disnaker suruh|bpjs suruh|dipingpong|lempar lemparan"),
    _rule(Intent.JKP, r"berturut|dihitung|how much cash|brapa uang|dapat berapa|berapa dapat", r"bulan|gaji|salary|month|phk|juta|jt"),
    _rule(Intent.JKP, r"kantor bpjs|ke bpjs|online|offline", r"kantor|bpjs", r"atau|bisa|harus|perlu"),
    _rule(Intent.JKP, _LAID_OFF, unless=f"{_JOB}|pelatihan|kursus|blk|data phk"),
    _rule(Intent.MEMBERSHIP, r"kpj\b|masa iuran|nomor bpjs|kartu bpjs|cek (?:bpjs|iuran|kepesertaan)|kepesertaan|terdaftar"),
    _rule(Intent.COURSE, r"pelatihan|kursus|training|blk\b|bpvp|polteknaker|lpk\b|sertifikasi|course|belajar|magang|kejuruan|skill baru", unless="sertifikasi halal"),
    _rule(Intent.DATA, r"^data saya$|lihat data|show saya data"),
    _rule(Intent.HELP, r"^(?:tolong|bantu|bantuan|bantu saya|bisa apa(?: saja)?|menu bantuan|cara pakai|bisa bantu apa.*|what can you do.*|fitur|tolong saya|tolong dong|bagaimana cara pakai.*)$"),
    _rule(Intent.ABROAD, r"(?:saya|sekarang|lagi|kerja|tinggal|domisili|posisi) (?:\w+ ){0,3}(?:di|ke|in|at) (?:luar negeri)|saya (?:seorang )?(?:pmi|migran)|(?:saya|i am|am) (?:\w+ ){0,3}(?:abroad|overseas)|^pmi$"),
    _rule(Intent.THANKS, r"makasih|terima kasih|suwun|nuhun|terimakasih|thank you|tengkyu|tq\b|alhamdulillah", unless=f"{_JOB}|{_JKP}|tapi"),
    _rule(Intent.GREETING, r"^(?:halo|hallo|hai|hi|hello|hey|hei|assalam\w*|asalam\w*|salam|pagi|siang|sore|malam|selamat (?:pagi|siang|sore|malam)|permisi|punten|kulonuwun|sampurasun|met|ping|p|tes|test|min|kak|start|mulai)\b(?: (?:min|kak|pak|bu|semua|gan|bro|admin|wr wb|warahmatullahi.*|alaikum.*|waalaikum.*|there|bot|dong|ya|selamat \w+|pagi|siang|sore|malam))*$"),
)  # fmt: skip
_WORK = re.compile(rf"\b(?:{_JOB}|kerja|work|working|lamar|melamar|magang|freelance|part ?time|pekerjaan)")
_LIVES = re.compile(r"\b(?:saya|i|sedang|sekarang|lagi|posisi|tinggal|am)\b")
_SEEKS = re.compile(rf"\b(?:{_JOB}|cari|butuh|mau|ingin|need|looking|want)\b")
_SEARCHED = (PlaceKind.AREA, PlaceKind.CHOICE, PlaceKind.PROVINCE, PlaceKind.SEVERAL)
MOST_WORDS = 8  # a longer text without a word of work is a story, not a search


def intent(text: str) -> Intent | None:
    """Say what a typed text asks for; None when no rule knows."""
    words = plain(text)
    found = next((rule.intent for rule in RULES if rule.fits(words)), None)
    if found is None:
        found = _place_abroad(text, words) or _search(text, words)
    return found


def _search(text: str, words: str) -> Intent | None:
    """See a job search in words of work, or in a bare occupation or place."""
    if _WORK.search(words):
        return Intent.SEARCH
    place = places.find(text)
    named = bool(occupations(text, guess=False)) or _names_region(place)
    return Intent.SEARCH if named and len(words.split()) <= MOST_WORDS else None


def _names_region(place: PlaceMatch) -> bool:
    """Whether a province or a regency is named: many districts are called like everyday words."""
    return place.kind in _SEARCHED and not place.guessed and not place.district


def _place_abroad(text: str, words: str) -> Intent | None:
    """See that somebody tells where abroad they are: "saya di taichung", or just the name of a country."""
    if _SEEKS.search(words):
        return None
    country = country_named(text)
    lives = _LIVES.search(words) or words.startswith("di ") or len(words.split()) <= 2  # noqa: PLR2004 - "hong kong"
    return Intent.ABROAD if country and lives else None


def country_named(text: str) -> str:
    """Give the host country (ISO 3166 alpha-2) that a text names; empty when it names none."""
    found = abroad.mentioned(text)
    return found.country if found is not None and found.country != INDONESIA else ""
