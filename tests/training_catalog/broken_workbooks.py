"""Broken workbooks by kind: each maker gives another one for every number it is called with."""

import io
import zipfile
import zlib
from random import Random

import xlsxwriter

HEAD = "lembaga;program;mulai;selesai;kuota;biaya;durasi_jp;tautan"
GOOD = ("BLK Contoh", "Las Listrik", "2027-01-05", "2027-02-05", "16", "0", "160", "https://contoh.example")


def sheet(fill, **options) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"strings_to_formulas": False, "strings_to_urls": False, **options}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEAD.split(";"))
        page.write_row(1, 0, GOOD)
        fill(book, page)
    return packed.getvalue()


def merged(rng: Random) -> bytes:
    return sheet(lambda _book, page: page.merge_range(2, 0, 2 + rng.randint(1, 6), 1, "BLK Contoh"))


def serial_days(rng: Random) -> bytes:
    return sheet(lambda _book, page: page.write_row(2, 0, ["BLK Contoh", "Obras", 46_000 + rng.randint(0, 999)]))


def formulas(rng: Random) -> bytes:
    def fill(_book, page):
        page.write_row(2, 0, ["BLK Contoh", "Obras", "2027-01-05", "2027-02-05"])
        page.write_formula(
            2, 4, rng.choice(["=1/0", "=NA()", "=A1", "=1+"]), None, rng.choice(["#DIV/0!", "#N/A", "x"])
        )

    return sheet(fill)


def far_cell(rng: Random) -> bytes:
    return sheet(lambda _book, page: page.write(rng.randint(900_000, 1_048_575), 16_000, "jauh"))


def bomb(rng: Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * rng.randint(30_000_000, 60_000_000))
    return packed.getvalue()


def cut_workbook(rng: Random) -> bytes:
    whole = sheet(lambda _book, _page: None)
    return whole[: rng.randint(40, len(whole) - 30)]


def scrambled_workbook(rng: Random) -> bytes:
    whole = bytearray(sheet(lambda _book, _page: None))
    for _time in range(30):
        whole[rng.randrange(30, len(whole))] = rng.randrange(256)
    return bytes(whole)


def other_zip(rng: Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(rng.choice(["word/document.xml", "foto.jpg", "data.csv"]), "isi")
    return packed.getvalue()


def entities(rng: Random) -> bytes:
    """A workbook whose sheet is an XML bomb."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    packed = io.BytesIO(sheet(lambda _book, _page: None))
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name).decode()
            if name.endswith("sheet1.xml"):
                body = body.replace("?>", f'?><!DOCTYPE x [<!ENTITY a0 "ha">{levels}]>', 1)
                body = body.replace("<sheetData>", f"<sheetData>&a{rng.randint(7, 8)};", 1)
            new.writestr(name, body)
    return out.getvalue()


def crc_broken(rng: Random) -> bytes:
    whole = bytearray(sheet(lambda _book, _page: None))
    place = whole.find(zlib.crc32(b"").to_bytes(4, "little"))
    whole[(place if place > 0 else 20) + rng.randint(14, 17)] ^= 0xFF
    return bytes(whole)
