"""Broken course files by kind: each maker gives another broken file for every number it is called with."""

import gzip
import json
from collections.abc import Callable
from random import Random

from broken_workbooks import (
    GOOD,
    HEAD,
    bomb,
    crc_broken,
    cut_workbook,
    entities,
    far_cell,
    formulas,
    merged,
    other_zip,
    scrambled_workbook,
    serial_days,
)  # fmt: skip

Maker = Callable[[Random], bytes]


def table(*rows: tuple[str, ...], head: str = HEAD) -> bytes:
    return "\n".join([head, *(";".join(row) for row in (GOOD, *rows))]).encode()


def cell(column: int, found: str) -> bytes:
    row = list(GOOD)
    row[1], row[column] = f"{row[1]} 2", found
    return table(tuple(row))


def wrong(column: int, *found: str) -> Maker:
    return lambda rng: cell(column, rng.choice(found))


def ragged(rng: Random) -> bytes:
    return table((*GOOD[:1], "Obras", *GOOD[2:], *["lebih"] * rng.randint(1, 9)))


def json_lines(rng: Random) -> bytes:
    good = json.dumps(dict(zip(HEAD.split(";"), GOOD, strict=True)))
    broken = rng.choice(
        ['{"lembaga": "BLK"', "{'lembaga': 'BLK'}", '{"lembaga": BLK}', "[1, 2]", "null", '"teks"', "{}"]
    )
    return f"{good}\n{broken}\n".encode()


def twice_in_json(rng: Random) -> bytes:
    return f'{{"lembaga": "BLK", "program": "Las", "Program": "Obras {rng.randint(1, 9)}"}}\n'.encode()


def deep_json(rng: Random) -> bytes:
    depth = rng.choice([70, 400, 900, 5_000, 200_000])
    return b'{"program": ' + b"[" * depth + b"]" * depth + b"}\n"


def linked(body: dict | list | str) -> bytes:
    return body.encode() if isinstance(body, str) else json.dumps(body).encode()


def broken_linked(rng: Random) -> bytes:
    whole = json.dumps({"@context": "https://schema.org", "@type": "Course", "name": "Las", "provider": "BLK"})
    return linked(whole[: rng.randint(45, len(whole) - 1)])


def linked_without_name(rng: Random) -> bytes:
    course = {"@context": "https://schema.org", "@type": "Course", rng.choice(["name", "provider"]): "BLK Contoh"}
    return linked(course)


def linked_other(rng: Random) -> bytes:
    return linked({"@context": "https://schema.org", "@type": rng.choice(["Event", "Recipe", "Person"]), "name": "x"})


def linked_wrong(rng: Random) -> bytes:
    instance = rng.choice([
        {"startDate": "besok"}, {"courseWorkload": "lama sekali"}, {"courseMode": "telepati"},
        {"startDate": "2027-02-05", "endDate": "2027-01-05"}, {"offers": {"price": "mahal"}},
        {"maximumAttendeeCapacity": -4}, {"url": "javascript:alert(1)"}, {"offers": {"validThrough": 7}},
    ])  # fmt: skip
    course = {"@type": "Course", "name": "Las", "provider": {"name": "BLK"}, "hasCourseInstance": instance}
    return linked({"@context": "https://schema.org", **course})


def html(rng: Random) -> bytes:
    start = rng.choice(
        ["<html>", "<!DOCTYPE html><html>", "<table>", "\ufeff<html xmlns:x='urn:x'>", "\n <table border=1>"]
    )
    return f"{start}<tr><td>lembaga</td></tr></table>".encode()


def control(rng: Random) -> bytes:
    return table((*GOOD[:1], "Ob" + chr(rng.choice([0, 1, 2, 5, 6, 14, 28])) + "ras", *GOOD[2:]))


def wrong_encoding(rng: Random) -> bytes:
    text = HEAD + "\nBLK " + rng.choice(["漢字", "кухня", "عربى"]) + ";Las\n"
    return rng.choice([
        text.encode("utf-16")[:-1], text.encode("utf-32"), b"\xff\xfe" + text.encode(), b"\xfe\xff\xd8" + b"a;b\n1;2",
        text.encode("utf-8")[:-6] + b"\x81\x8d\x8f\x90\x9d",
    ])  # fmt: skip


def header_only(rng: Random) -> bytes:
    return (HEAD + rng.choice(["", "\n", "\r\n;;;\r\n", "\n\n\n"])).encode(rng.choice(["utf-8-sig", "utf-16"]))


def nothing(rng: Random) -> bytes:
    return rng.choice(
        [b"", b"\n", b" \r\n ;; \n", b"\xef\xbb\xbf", b"\xff\xfe", gzip.compress(b""), gzip.compress(b"\n")]
    )


def many_columns(rng: Random) -> bytes:
    return (";".join(f"k{n}" for n in range(rng.randint(201, 900))) + "\n1;2\n").encode()


def foreign(rng: Random) -> bytes:
    start = rng.choice(
        [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"GIF89a"]
    )
    return start + rng.randbytes(300)


def noise(rng: Random) -> bytes:
    return rng.randbytes(rng.randint(1, 4000))


def old_excel(rng: Random) -> bytes:
    body = rng.choice([b"", "EncryptedPackage".encode("utf-16-le"), "Workbook".encode("utf-16-le")])
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + body


def packed_badly(rng: Random) -> bytes:
    whole = gzip.compress(table())
    return rng.choice(
        [
            whole[:-9],
            gzip.compress(whole),
            whole + b"x",
            gzip.compress(bytes(60_000_000)),
            b"\x1f\x8b" + rng.randbytes(60),
        ]
    )


def second_header(rng: Random) -> bytes:
    return table(tuple(rng.choice(["(wajib)", "teks", "hh/bb/tttt"]) for _cell in GOOD))


def same_row_twice(rng: Random) -> bytes:
    return table(("blk  contoh", rng.choice(["LAS LISTRIK", "las  listrik"]), *GOOD[2:]))


def open_quote(rng: Random) -> bytes:
    return table(('"BLK Contoh', "x" * rng.randint(140_000, 200_000)))


def strange_header(rng: Random) -> bytes:
    return table(head=";".join(rng.choice(["nama", "x", "kolom", "?", "abc"]) + str(n) for n in range(8)))


def column_twice(rng: Random) -> bytes:
    return table(head=HEAD + ";" + rng.choice(["Program", "LEMBAGA", " kuota "]))


def missing(column: int) -> Maker:
    return lambda rng: cell(column, rng.choice(["", "  ", "\u00a0", "\u200b"]))


def degree(rng: Random) -> bytes:
    head = "lembaga;program;jenis_program;jenjang;pendaftaran_tutup;persyaratan;durasi_jp"
    rows = [
        "Polteknaker;K3;program studi;D-IV;;SMA;", "Polteknaker;K3;program studi;;2027-06-01;SMA;",
        "Polteknaker;K3;gelar;kursus;2027-06-01;SMA;", "Polteknaker;K3;gelar;D4;2027-06-01;;",
        "Polteknaker;K3;gelar;D4;2027-06-01;SMA;160",
    ]  # fmt: skip
    return f"{head}\n{rng.choice(rows)}\n".encode()


DAYS = (
    "31/02/2027",
    "2027-13-01",
    "besok",
    "05/12/26",
    "46000",
    "12-2027",
    "5 Foo 2027",
    "2027",
    "Januari",
    "1/2/3",
    "00/00/0000",
)
NUMBERS = (
    "dua puluh",
    "20 orang",
    "16-20",
    "1.250 jt",
    "-5",
    "1,5",
    "∞",
    "0x10",
    "99999999999999999999",
    "Rp",
    "1e9",
    "½",
)
KINDS: dict[str, Maker] = {
    "wrong start": wrong(2, *DAYS),
    "wrong end": wrong(3, *DAYS),
    "end before start": wrong(3, "2026-12-31", "1 Jan 2027", "04/01/2027"),
    "seats in words": wrong(4, *NUMBERS),
    "cost in words": wrong(5, "gratis", "Rp dua juta", "Rp 1.250 jt", "tanya", "USD 100", "2.5.0"),
    "no hours": wrong(6, "0", "20 hari", "JP", "10001", "160,5"),
    "no address": wrong(7, "www.contoh.example", "javascript:alert(1)", "ftp://contoh.example", "contoh"),
    "no provider": missing(0),
    "no programme": missing(1),
    "huge cell": lambda rng: cell(1, "x" * rng.randint(301, 90_000)),
    "too long for the reader": open_quote,
    "ragged": ragged,
    "same row twice": same_row_twice,
    "second header": second_header,
    "strange header": strange_header,
    "column twice": column_twice,
    "many columns": many_columns,
    "header only": header_only,
    "nothing": nothing,
    "control characters": control,
    "wrong encoding": wrong_encoding,
    "web page": html,
    "foreign": foreign,
    "old excel": old_excel,
    "packed badly": packed_badly,
    "merged cells": merged,
    "days as serial numbers": serial_days,
    "formulas": formulas,
    "far cell": far_cell,
    "bomb": bomb,
    "cut workbook": cut_workbook,
    "scrambled workbook": scrambled_workbook,
    "entities": entities,
    "other zip": other_zip,
    "checksum": crc_broken,
    "broken json lines": json_lines,
    "name twice in json": twice_in_json,
    "deep json": deep_json,
    "broken linked data": broken_linked,
    "linked data without a name": linked_without_name,
    "other linked data": linked_other,
    "wrong linked data": linked_wrong,
    "half a degree": degree,
    "noise": noise,
}
