"""Words of danger: somebody is beaten, locked up, sold, harmed, robbed of the passport, or tired of living."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.services.plain import clauses, plain


class Danger(StrEnum):
    """What kind of danger the words tell of, the most pressing first."""

    SELF_HARM = "self_harm"
    SEXUAL = "sexual"
    VIOLENCE = "violence"
    CAPTIVE = "captive"
    TRAFFICKING = "trafficking"
    PASSPORT = "passport"


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern over plain words; `unless` finds what makes it harmless, anywhere in its clause."""

    danger: Danger
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None


def _sign(danger: Danger, pattern: str, unless: str = "") -> Sign:
    return Sign(danger, re.compile(rf"\b(?:{pattern})"), re.compile(rf"\b(?:{unless})\b") if unless else None)


_THEM = (
    "majikan|bos|juragan|agen|agent|agensi|agency|mandor|tuan|madam|nyonya|suami|pacar|atasan|employer|boss|husband|"
    "dia|mereka|he|she|they|sir|maam|sponsor|calo|pak|bu|anak majikan|his wife"
)
_ONE = "saya|kami|kita|us|teman|kawan|anak|adik|kakak|istri|ibu|mama|saudara|sepupu|perut|kepala|muka|wajah"
_AGENT = "majikan|bos|agen|agent|agensi|agency|pt|p3mi|juragan|employer|boss|sponsor|calo|perusahaan|mandor|kapten"
_HOURS = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas"
_JOB_TALK = "loker|lowongan|vacanc\\w*|cari kerja|jadwal|shift|target"
_END = r"(?:i|in|an|kan)?\b"

SIGNS: tuple[Sign, ...] = (
    # tired of living
    _sign(Danger.SELF_HARM, r"bunuh diri\b|bundir\b|gantung diri\b|akhiri (?:hidup|semua)|mengakhiri (?:hidup|semua)"),
    _sign(Danger.SELF_HARM, r"(?:mau|ingin|mending|mendingan|lebih baik|pilih) (?:saya )?(?:mati|paeh|pejah)\b",
          "hp|lampu|baterai|batre|mesin|motor|usaha|toko|perusahaan|pabrik|sinyal|listrik|nomor|akun|laptop"),
    _sign(Danger.SELF_HARM, r"(?:capek|lelah|bosan|malas|males|menyerah) (?:sekali )?hidup\b(?! di)"),
    _sign(Danger.SELF_HARM, r"tidak (?:mau|ingin|sanggup|kuat) (?:lagi )?hidup\b(?! di)|(?:buat|untuk) apa (?:lagi )?hidup"),
    _sign(Danger.SELF_HARM, r"(?:menyakiti|nyakitin|melukai|sakiti|lukai) diri|loncat dari|lompat dari|minum racun|self harm"),
    _sign(Danger.SELF_HARM, r"suicid\w*|kill(?:ing)? (?:myself|my self|saya self)|end saya life|want to die|wanna die|"
          r"(?:dont|do tidak) want to live"),
    _sign(Danger.SELF_HARM, r"(?:sudah )?tidak (?:kuat|sanggup|tahan)(?: lagi| maneh)?(?: (?:rasanya|begini|semua|semuanya|"
          r"ini|deh|ya|min|kak|pak|bu|saya|rek|tuhan|ya allah|menanggung.*|menahan.*))*$",
          f"{_JOB_TALK}|fisik|angkat|panas|dingin|ac|malam|bayar|cicilan|iuran|sinyal|internet"),
    _sign(Danger.SELF_HARM, r"(?:saya|hidup) .{0,12}(?:putus asa|depresi)\b|hopeless and|saya depressed", _JOB_TALK),
    # harmed
    _sign(Danger.SEXUAL, r"(?:di|mem|ke)?perkosa(?:an|in|kan)?\b|(?:di|me)?rogol\b|dicabuli?\b|dilecehkan|dilecehin|"
          r"pelecehan\b|melecehkan|digerayangi|diraba\b|digrepe|dipaksa (?:tidur|melayani|berhubungan|buka baju|telanjang)",
          "lowongan|loker|materi|pelatihan"),
    _sign(Danger.SEXUAL, r"raped?\b|molest(?:ed|s|ing)?\b|sexually|touch(?:es|ed|ing)? saya (?:body|breast|private)"),
    _sign(Danger.VIOLENCE, r"di(?:pukul|gebuk|gebug|hajar|tampar|aniaya|siksa|tendang|cekik|bacok|sundut|setrika|jambak|dera)"
          rf"{_END}(?! (?:rata|dari|keluar|kerjaan|kerja|tugas|hutang|utang|tagihan|cicilan|soal|deadline))",
          "bola|tangga nada"),
    _sign(Danger.VIOLENCE, r"kena (?:pukul|dera|tampar|gebuk|siksa)\b|diantemi?\b|dikaplok|disiya|diteunggeul|dikeplak"),
    _sign(Danger.VIOLENCE, rf"(?:{_THEM})\b.{{0,30}}\b(?:pukul{_END}|mukul{_END}|memukul{_END}|gebuk{_END}|nggebuki?|"
          rf"menyiksa|nyiksa|siksa|aniaya|menganiaya|tampar{_END}|nampar{_END}|menampar|tendang{_END}|nendang|cekik|nyekik|"
          rf"hajar{_END}|pukuli) (?:(?!{_HOURS})[a-z]+ )?(?:{_ONE})\b"),
    _sign(Danger.VIOLENCE, rf"(?:{_THEM})\b.{{0,30}}\b(?:suka|sering|selalu|terus|mau|tadi|ringan) (?:mukul{_END}|memukul|"
          r"tangan|main tangan|nampar|menampar|menyiksa|nyiksa|pukul)(?! (?:\d|berapa|" + _HOURS + "))"),
    _sign(Danger.VIOLENCE, rf"(?:{_THEM})\b.{{0,30}}\b(?:hits?|hit|beats?|beating|beaten|slap(?:s|ped)?|kick(?:s|ed)?|"
          r"chok(?:es|ed)|burn(?:s|ed)?|hurt(?:s|ing)?|tortures?d?|abus(?:es|ed|ing)|threatens? to kill) (?:on )?(?:up )?"
          rf"(?:{_ONE})\b(?! rating)"),
    _sign(Danger.VIOLENCE, r"saya (?:am |was |get |got |been |being |have been |is )*(?:beaten|abused|tortured|assaulted|"
          rf"slapped|kicked|hit by (?:saya )?(?:{_THEM}))\b"),
    _sign(Danger.VIOLENCE, r"(?:mau|akan|diancam|ancam|diancem) (?:mau |akan )?(?:di)?bunuh\b|dibunuh\b|nyawa saya|"
          r"(?:saya|kami) (?:dalam|terancam|sedang dalam) bahaya|saya (?:am )?in danger|danger tolong|selamatkan (?:saya|kami)|"
          r"tidak (?:mau|ingin) mati|sos\b|save saya", "bunuh diri"),
    _sign(Danger.VIOLENCE, r"tidak (?:di)?(?:kasih|beri|diberi|dikasih) makan|dibiarkan (?:lapar|kelaparan)|no food"),
    # locked up
    _sign(Danger.CAPTIVE, r"(?:di|men|ny)?sekap(?:in|kan)?\b|penyekapan|diculik|disandera|kidnap\w*"),
    _sign(Danger.CAPTIVE, rf"dikurung{_END}|(?:{_THEM})\b.{{0,20}}\b(?:kurung|ngurung|mengurung|kunciin|ngunciin|mengunci)\b"),
    _sign(Danger.CAPTIVE, r"dikunci(?:in|kan)?\b",
          "akun|aplikasi|kartu|hp|nomor|portal|form|data|siapkerja|otp|email|rekening|sistem|file|pintu gerbang"),
    _sign(Danger.CAPTIVE, r"tidak (?:boleh|bisa|dibolehkan|diizinkan|dikasih|diijinkan|bagi|kasih|bolehin) (?:saya )?(?:keluar|pergi|kabur) "
          r"(?:dari )?(?:rumah|kamar|mess|asrama|gedung|kompleks|komplek|apartemen|tempat ini|sini|kapal|compound)"),
    _sign(Danger.CAPTIVE, rf"tidak (?:boleh|bisa|dibolehkan|dikasih) pulang\b.{{0,30}}(?:{_AGENT}|denda|tebusan)|"
          rf"(?:{_AGENT})\b.{{0,30}}tidak (?:boleh|bolehin|izinkan|kasih|ngasih) (?:saya )?pulang", "shift|lembur|cuti"),
    _sign(Danger.CAPTIVE, r"lock(?:ed|s|ing)? (?:saya |us )?(?:up|in|inside)\b|(?:tidak bisa|tidak allowed|will tidak let saya|"
          r"wont let saya|tidak let saya) (?:to )?(?:leave|go out|get out|go home)|against saya will|held (?:captive|hostage)"),
    # sold and forced
    _sign(Danger.TRAFFICKING, r"tppo\b|perdagangan (?:orang|manusia)|traffick\w*|korban penjualan orang",
          "berita|petugas tppo|lowongan"),
    _sign(Danger.TRAFFICKING, rf"(?:{_ONE})\b.{{0,20}}\b(?:mau |akan |sudah )?dijual(?: (?:ke|sama|oleh|di|lagi|agen|majikan|bos)|$)|"
          r"sold (?:saya|us) to|saya (?:was |am |been )+sold", "produk|barang|rumah|motor|mobil|tanah|makanan"),
    _sign(Danger.TRAFFICKING, r"dipaksa (?:\w+ )?(?:scam\w*|nipu|menipu|penipu\w*|jual diri|melacur|psk|judi|admin judi|"
          r"kerja tanpa|kerja paksa|ngemis|mengemis)|kerja paksa\b|forced to (?:scam|work|beg|have)|forced labou?r"),
    _sign(Danger.TRAFFICKING, r"(?:terjebak|ketahan|tertahan|disandera|stuck|trapped) (?:\w+ )?(?:di |in )?(?:kamboja|cambodia|"
          r"myanmar|myawaddy|thailand|laos|compound|poipet|sihanoukville)|(?:minta|bayar|suruh bayar) tebusan|ransom"),
    # robbed of the passport
    _sign(Danger.PASSPORT, r"paspor\b.{0,40}\b(?:ditahan|ketahan|tahan|nahan|menahan|disita|sita|dirampas|digondeli|withheld|"
          r"confiscat\w+|tidak (?:di)?(?:kembalikan|balikin|dikembalikan|dibalikin|kasih|dikasih))\b"
          "|(?:ditahan|nahan|menahan|tahan|sita|menyita|disita|rampas|merampas|withh\\w+|confiscat\\w+)\\b.{0,25}\\bpaspor\\b",
          r"apakah\b.*\bboleh|bolehkah|boleh tidak|boleh ditahan|aturan"),
    _sign(Danger.PASSPORT, rf"paspor\b.{{0,30}}\b(?:di|oleh|sama|by)?\s?(?:pegang|dipegang|diambil|disimpan|simpan|bawa|dibawa|taken|held|kept)"
          rf"\b.{{0,20}}\b(?:{_AGENT})\b|(?:{_AGENT})\b.{{0,25}}\b(?:pegang|megang|ambil|ngambil|mengambil|bawa|took|takes|"
          r"holds?|holding|keeps?|keeping|kept|has taken|simpan)\b.{0,15}\bpaspor\b", "boleh|aturan|imigrasi"),
)  # fmt: skip
# directly before the sign; "tidak mau dipukul lagi" is no denial, "tidak pernah dipukul" is one
_DENIED = re.compile(r"\b(?:tidak|bukan|belum|jangan|never|tanpa|bukan (?:mau|ingin)|nothing|isnt|wasnt)(?: (?:pernah|sampai|ada|sedang|lagi|"
                     r"ikut|akan|been|ever|is|was))?\s*$")  # fmt: skip


def find(text: str) -> Danger | None:
    """Say what danger a text tells of, the most pressing one; None when there is none, or when it is denied.

    Each clause is read on its own first, then the whole text, because a subject may stand a clause before its verb.
    """
    told = {sign.danger for sign in SIGNS for clause in (*clauses(text), plain(text)) if _tells(sign, clause)}
    return next((danger for danger in Danger if danger in told), None)


def _tells(sign: Sign, clause: str) -> bool:
    if sign.unless is not None and sign.unless.search(clause):
        return False
    return any(not _DENIED.search(clause[: found.start()]) for found in sign.pattern.finditer(clause))
