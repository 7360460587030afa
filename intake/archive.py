"""Opens the zip around a workbook without trusting it: the directory is judged first, then every entry is packed anew.

What is handed on is written by us and stored without compression, so that no later reader can be shown another
directory, another size or an overlapping entry than the one that was judged here.
"""

import io
import struct
import zipfile
import zlib

from intake.errors import Refused

MAX_ENTRIES = 1000
DIRECTORY_ENTRY = b"PK\x01\x02"
NEEDED = ("[Content_Types].xml", "xl/workbook.xml")
KEPT = ("xl/workbook", "xl/worksheets/", "xl/_rels/", "xl/sharedStrings", "xl/styles", "_rels/", "[Content_Types]")
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DOCTYPE = b"<!DOCTYPE"  # no spreadsheet writes one; entities that unfold without end need it
IS_ENCRYPTED = 0x1
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,  # also wrong text encodings
    EOFError,
    OSError,
    OverflowError,
    IndexError,
    NotImplementedError,
    RuntimeError,
)


def repack(content: bytes, *, unpacked: int, ratio: int, small: int) -> bytes:
    """Judge the zip by its directory and hand back only the parts a table needs, packed anew.

    `unpacked` and `small` are bytes; up to `small` any ratio is harmless.

    Raises:
        Refused: too_many_entries, encrypted, bomb, not_a_table, forbidden_xml, damaged.
    """
    if content.count(DIRECTORY_ENTRY) > MAX_ENTRIES:
        raise Refused("too_many_entries", f"more than {MAX_ENTRIES}")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _judge(entries, unpacked=unpacked, ratio=ratio, small=small)
            return _pack([(entry.filename, _unpack(archive, entry)) for entry in entries if _is_kept(entry)])
    except BROKEN as error:
        raise Refused("damaged", "zip") from error


def _judge(entries: list[zipfile.ZipInfo], *, unpacked: int, ratio: int, small: int) -> None:
    """Refuse by what the directory declares; nothing is unpacked here."""
    if any(entry.flag_bits & IS_ENCRYPTED for entry in entries):
        raise Refused("encrypted")
    if any(entry.compress_type not in PACKED for entry in entries):
        raise Refused("damaged", "unknown compression")
    declared = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if declared > unpacked or (declared > small and declared > ratio * packed):
        raise Refused("bomb", f"{declared} bytes out of {packed}")
    names = [entry.filename for entry in entries]
    if not set(NEEDED) <= set(names) or len(set(names)) < len(names):
        raise Refused("not_a_table", "zip")


def _is_kept(entry: zipfile.ZipInfo) -> bool:
    """Tell whether a table needs the part; pictures, macros and embedded files are left behind unopened."""
    return entry.filename.startswith(KEPT) and entry.filename.endswith((".xml", ".rels"))


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack one part as far as declared and no further; a part that is shorter is damaged."""
    with archive.open(entry) as part:
        plain = part.read(entry.file_size)
    if len(plain) != entry.file_size:
        raise Refused("damaged", "a part is not as long as declared")
    if DOCTYPE in plain:
        raise Refused("forbidden_xml", entry.filename)
    return plain


def _pack(parts: list[tuple[str, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, plain in parts:
            archive.writestr(zipfile.ZipInfo(name), plain)
    return packed.getvalue()
