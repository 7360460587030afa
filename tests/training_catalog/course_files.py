"""Made-up course files of any size: providers, programmes and dates that look like a region's catalogue."""

from datetime import date, timedelta
from itertools import product

from intake.writing import write_csv, write_xlsx

HEADERS = (
    "kode", "lembaga", "program", "kejuruan", "kode_wilayah", "lokasi", "mulai", "selesai", "durasi_jp", "kuota",
    "biaya", "metode", "keahlian", "persyaratan", "berlaku_sampai", "kontak",
)  # fmt: skip
TRADES = (
    "Menjahit Busana", "Las Listrik", "Barista", "Tata Rias", "Servis AC", "Servis Sepeda Motor", "Desain Grafis",
    "Instalasi Listrik", "Mekanik Mobil", "Tata Boga", "Housekeeping", "Bahasa Jepang", "Bahasa Korea", "Hidroponik",
    "Juru Ukur", "Operator Forklift", "Perhotelan", "Pemasaran Digital", "Pembukuan", "Rangka Atap",
)  # fmt: skip
LEVELS = ("Dasar", "Lanjut", "Menengah", "Malam", "Intensif")
AREAS = (("33.72", "Kota Surakarta"), ("33.11", "Sukoharjo"), ("32.75", "Kota Bekasi"), ("35.78", "Kota Surabaya"))
FIRST = date(2027, 1, 4)


def rows(count: int) -> list[list[object]]:
    """Give that many different intakes."""
    found: list[list[object]] = []
    for week, (trade, level), place in product(range(10_000), product(TRADES, LEVELS), range(20)):
        code, town = AREAS[place % len(AREAS)]
        starts = FIRST + timedelta(weeks=week % 100, days=week // 100)
        number = len(found) + 1
        found.append([
            f"K{number:06}", f"BLK Contoh {town} {'ABCDE'[place // len(AREAS)]}", f"{trade} {level}", trade, code, town,
            starts, starts + timedelta(days=20), 160, 16, 0, "luring", f"{trade.lower()}; keselamatan kerja",
            "Sehat jasmani", starts, "0812-0000-0000",
        ])  # fmt: skip
        if number == count:
            break
    return found


def csv(count: int) -> bytes:
    """Write them as CSV."""
    return write_csv(HEADERS, rows(count))


def xlsx(count: int) -> bytes:
    """Write them as a workbook."""
    return write_xlsx(HEADERS, rows(count))
