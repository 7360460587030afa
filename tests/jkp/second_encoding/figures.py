"""Every figure of the programme as the facts pages give it; a pair is (under PP 37/2021, under PP 6/2025)."""

from datetime import date

SWITCH = date(2025, 2, 7)  # PP 6/2025 and Permenaker 2/2025 take effect
CEILING = 5_000_000
CASH_OLD = (4_500, 4_500, 4_500, 2_500, 2_500, 2_500)  # hundredths of a per cent, PP 37 Art 21
CASH_NEW = 6_000  # PP 6 Art 21(1)
CLAIM_WITHIN_OLD, CLAIM_WITHIN_NEW = 3, 6  # months from the PHK, Art 40
AGE_LIMIT = 54  # years, when registered
PAID_NEEDED, CONSECUTIVE_NEEDED, SINCE_LAST_NEEDED, CLAIMS_AT_MOST = 12, 6, 60, 3
BPJS_PAYS_UP_TO, BANKRUPT_UP_TO = 3, 6  # months of arrears, Arts 39 and 39A
EVERY_SIZE = frozenset({"JKN", "JKK", "JHT", "JKM"})
LARGE_ALSO = frozenset({"JP"})
SPLIT_OLD = {"total": 46, "government": 22, "jkk_recomposition": 14, "jkm_recomposition": 10}
SPLIT_NEW = {"total": 36, "government": 22, "jkk_recomposition": 14, "jkm_recomposition": 0}
APPLICATIONS_NEEDED, CALLS_NEEDED, ATTENDANCE_NEEDED = 5, 1, 80
PMI_BEFORE = {"pelaksana_penempatan": 37_500, "perseorangan": 0}
PMI_PACKAGES = {6: 108_000, 12: 189_000, 24: 332_500}
PMI_LONGEST, PMI_EXTRA_MONTH = 24, 13_500
PMI_AID = {  # pmi.md section 3; None where the amount is [U] or only a headline
    "phk_not_work_accident": ("BANTUAN_PHK", 1_500_000),
    "phk_work_accident": ("BANTUAN_PHK_KK", None),
    "not_placed": ("GAGAL_PENEMPATAN", None),
    "placed_contrary": ("PENEMPATAN_TIDAK_SESUAI", 25_000_000),
    "sent_home": ("PEMULANGAN", None),
    "rape": ("BANTUAN_PERKOSAAN", 50_000_000),
    "accident_treatment": ("PERAWATAN", 50_000_000),
    "death": ("SANTUNAN_KEMATIAN", None),
}
