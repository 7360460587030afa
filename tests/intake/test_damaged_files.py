"""Thousands of damaged files: each becomes rows or a refusal, never anything else."""

import gzip
import io
import random
import zipfile
from collections import Counter

import xlsxwriter

from intake import reading, workbook_process
from intake.archive import KEPT
from intake.errors import Refused
from intake.problems import RawRow

ROWS = [["id", "judul", "gaji", "tanggal"], *([f"V{n}", f"Penjahit {n}", n * 1000, "5 Des 2026"] for n in range(1, 30))]


def a_workbook() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(ROWS):
            sheet.write_row(at, 0, row)
    return content.getvalue()


def separated(mark: str) -> str:
    return "\r\n".join(mark.join(map(str, row)) for row in ROWS)


def mutated(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at:at] = chance.randbytes(chance.randint(1, 8))
            case 1:
                del changed[at : at + chance.randint(1, 40)]
            case 2:
                changed[at : at + 1] = chance.randbytes(1)
            case _:
                changed[at:at] = changed[: chance.randint(0, 60)]
    return bytes(changed)


def in_process(content: bytes):
    """Read a workbook without a process for each: what the process would answer."""
    target = io.BytesIO()
    if workbook_process.main(io.BytesIO(content), target):
        raise Refused("damaged")
    return (line for line in map(reading.json.loads, target.getvalue().splitlines()))


def outcome(content: bytes) -> str:
    try:
        rows = reading.read(content)
    except Refused as refused:
        return refused.code
    assert all(isinstance(row, RawRow) for row in rows)
    assert not any("\x00" in cell for row in rows for cell in row.cells.values())
    return "rows"


def test_damaged_files_become_rows_or_refusals_and_nothing_else(monkeypatch):
    monkeypatch.setattr(reading.workbook, "rows", in_process)
    chance = random.Random(20261122)  # noqa: S311 - the same files in every run
    json_lines = "\n".join(f'{{"id": "V{n}", "skills": ["a", "b"], "gaji": {n}}}' for n in range(30)).encode()
    texts = [separated(mark).encode(coding) for mark in ";,\t" for coding in ("utf-8-sig", "cp1252", "utf-16")]
    seeds = [*texts, json_lines, gzip.compress(texts[0]), a_workbook()]

    outcomes = Counter(outcome(mutated(chance.choice(seeds), chance)) for _ in range(2000))
    outcomes.update(outcome(chance.randbytes(chance.randint(1, 400))) for _ in range(500))

    assert outcomes.total() == 2500
    assert len(outcomes) > 3


def test_workbooks_with_damage_inside_become_rows_or_refusals_and_nothing_else(monkeypatch):
    monkeypatch.setattr(reading.workbook, "rows", in_process)
    chance = random.Random(1)  # noqa: S311 - the same files in every run
    with zipfile.ZipFile(io.BytesIO(a_workbook())) as honest:
        parts = {name: honest.read(name) for name in honest.namelist()}
    outcomes: Counter[str] = Counter()

    for _ in range(400):
        content = io.BytesIO()
        victim = chance.choice([name for name in parts if name.startswith(KEPT)])
        with zipfile.ZipFile(content, "w") as packed:
            for name, part in parts.items():
                packed.writestr(name, mutated(part, chance) if name == victim else part)
        outcomes[outcome(content.getvalue())] += 1

    assert outcomes.total() == 400
    assert outcomes["rows"] > 0, outcomes
