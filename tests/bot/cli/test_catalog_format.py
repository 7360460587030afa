"""The page about files: every command on it does what the page says, in its order."""

import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from intake.reading import read

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/catalog-format.md").read_text(encoding="utf-8")
KEY = "dGVzdC1rZXktb25seS1mb3ItdGVzdHMtMzItYnl0ZXM="
FENCE = re.compile(r"```console\n(.*?)```", re.DOTALL)
ENDS = {"kursus-salah.csv": 1}  # a file with problems


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A provider's folder with the page's files, beside a fresh catalogue."""
    for file in (ROOT / "docs/examples").iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KERJALAGI_DATABASE_URL", f"sqlite:///{tmp_path}/k.db")
    monkeypatch.setenv("KERJALAGI_SECRET_KEY", KEY)
    assert run("migrate").exit_code == 0
    return tmp_path


def run(command: str, said: str = ""):
    return CliRunner().invoke(app, command.split(), input=said, catch_exceptions=False)


def test_every_command_of_the_page_does_what_the_page_says(desk):
    commands = [line for block in FENCE.findall(PAGE) for line in block.splitlines()]
    printed = ""

    for line in commands:
        before, _, command = line.rpartition("kerjalagi ")
        file = before.removeprefix("cat ").removesuffix(" | ").strip()
        ended = run(command, (desk / file).read_text() if file else "")
        wanted = next((code for name, code in ENDS.items() if name in line), 0)
        assert ended.exit_code == wanted, (line, ended.output)
        printed += ended.stdout

    shown = [line for line in PAGE.splitlines() if line.startswith('{"line"')]
    assert shown
    assert [line for line in shown if line not in printed.splitlines()] == []
    assert len(commands) > 8


def test_the_linked_data_of_the_page_is_the_same_course_as_its_row_in_the_table(desk):
    run("import courses kursus.csv --source blk-contoh")

    lines = [json.loads(line) for line in run("import courses kursus.jsonld --source blk-contoh").stdout.splitlines()]

    assert [line["line"] for line in lines] == ["changed", "summary"]
    assert lines[0]["fields"].keys() == {"objective", "skills"}


def test_the_marked_file_says_in_the_first_column_what_is_wrong(desk):
    run("import courses kursus-salah.csv --marked perbaikan.xlsx")

    rows = read((desk / "perbaikan.xlsx").read_bytes())

    assert [bool(row.cells["masalah"]) for row in rows] == [True, True, False]
    assert 'kuota: harus angka, misalnya 16 atau 2.500.000, tertulis "dua puluh"' in rows[1].cells["masalah"]
