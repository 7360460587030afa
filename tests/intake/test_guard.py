"""What may be opened: judged by content, refused before it costs anything."""

import gzip
import io
import zipfile
import zlib

import pytest

from intake import archive, guard
from intake.errors import Refused
from intake.guard import Kind, admit

MEGABYTE = 1024 * 1024


def a_zip(parts, *, compression=zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as target:
        for name, content in parts:
            target.writestr(name, content)
    return packed.getvalue()


def workbook_parts(sheet: bytes = b"<worksheet/>"):
    return [("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/s.xml", sheet)]


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        admit(content)
    return refused.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (gzip.compress(b"", mtime=0), "empty"),
        (b"x" * (guard.MAX_FILE + 1), "too_large"),
        (b"%PDF-1.7 ...", "not_a_table"),
        (b"\x89PNG\r\n", "not_a_table"),
        (b"PK\x05\x06" + bytes(18), "not_a_table"),
        (b"PK\x03\x04 and then nothing of a zip", "damaged"),
        (guard.OLD_OFFICE + bytes(512), "old_excel"),
        (guard.OLD_OFFICE + bytes(512) + guard.ENCRYPTED_OFFICE, "encrypted"),
        (gzip.compress(gzip.compress(b"id;title", mtime=0), mtime=0), "nested"),
        (gzip.compress(b"id;title", mtime=0)[:-6], "damaged"),
        (gzip.compress(b"id;title", mtime=0) + b"more", "damaged"),
        (b"\x1f\x8b\x08 no gzip at all", "damaged"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(content, code):
    assert refusal(content) == code


def test_a_table_is_known_by_its_content_not_by_its_name():
    assert admit(b"id;title\n1;x\n").kind is Kind.TEXT
    assert admit(gzip.compress(b"id;title\n1;x\n")).content == b"id;title\n1;x\n"
    assert admit(a_zip(workbook_parts())).kind is Kind.WORKBOOK


def test_a_zip_bomb_is_refused_by_its_directory_without_unpacking_anything(monkeypatch):
    bomb = a_zip(workbook_parts(bytes(485 * MEGABYTE)))
    unpacked = []
    monkeypatch.setattr(archive, "_unpack", lambda *_: unpacked.append(1))

    code = refusal(bomb)

    assert len(bomb) < MEGABYTE
    assert code == "bomb"
    assert not unpacked


def test_a_bomb_under_the_size_limit_is_refused_by_its_ratio():
    assert refusal(a_zip(workbook_parts(bytes(20 * MEGABYTE)))) == "bomb"


def test_a_small_repetitive_workbook_is_no_bomb():
    assert admit(a_zip(workbook_parts(bytes(MEGABYTE // 2)))).kind is Kind.WORKBOOK


def test_a_gzip_bomb_costs_no_more_than_its_limit(monkeypatch):
    bomb = gzip.compress(bytes(80 * MEGABYTE))
    asked = []
    unpacker = zlib.decompressobj(wbits=31)

    class Counting:
        def decompress(self, content, limit):
            asked.append(limit)
            return unpacker.decompress(content, limit)

    monkeypatch.setattr(guard.zlib, "decompressobj", lambda **_: Counting())

    code = refusal(bomb)

    assert code == "bomb"
    assert asked == [100 * len(bomb) + 1]


def test_too_many_entries_are_refused_before_the_directory_is_read(monkeypatch):
    crowded = a_zip([*workbook_parts(), *((f"xl/media/{n}", b"") for n in range(1000))])
    monkeypatch.setattr(archive.zipfile, "ZipFile", lambda *_: pytest.fail("the directory was read"))

    assert refusal(crowded) == "too_many_entries"


def test_a_lying_directory_gets_no_more_than_it_declared():
    honest = a_zip(workbook_parts(b"A" * 5000), compression=zipfile.ZIP_STORED)
    lying = honest.replace((5000).to_bytes(4, "little"), (3000).to_bytes(4, "little"))

    assert refusal(lying) == "damaged"


def test_a_part_that_is_shorter_than_declared_is_damaged():
    honest = a_zip(workbook_parts(b"A" * 5000))
    directory = honest.rindex(b"PK\x01\x02")
    lying = honest[:directory] + honest[directory:].replace((5000).to_bytes(4, "little"), (5001).to_bytes(4, "little"))

    assert refusal(lying) == "damaged"


def test_encrypted_and_oddly_compressed_parts_are_refused():
    plain = bytearray(a_zip(workbook_parts()))
    plain[plain.index(b"PK\x01\x02") + 8] |= 1

    assert refusal(bytes(plain)) == "encrypted"
    assert refusal(a_zip(workbook_parts(), compression=zipfile.ZIP_BZIP2)) == "damaged"


def test_a_zip_that_is_no_workbook_or_names_a_part_twice_is_no_table():
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = a_zip([*workbook_parts(), *workbook_parts()])

    assert refusal(a_zip([("lowongan.csv", b"id;title")])) == "not_a_table"
    assert refusal(twice) == "not_a_table"


def test_only_what_a_table_needs_is_handed_on():
    content = a_zip([*workbook_parts(), ("xl/vbaProject.bin", b"macro"), ("xl/embeddings/inner.xlsx", b"PK")])

    with zipfile.ZipFile(io.BytesIO(admit(content).content)) as handed_on:
        assert handed_on.namelist() == [name for name, _ in workbook_parts()]
