"""The handbook of a first pilot: its commands run in their order, the buttons and slash commands it names exist."""

import re
import shlex
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from babel.messages.pofile import read_po
from typer.testing import CliRunner

from bot.chat import routes
from bot.cli import app
from bot.deps import Clock
from bot.settings import Settings
from bot.store.database import Database
from bot.store.people import Person
from jkp.membership.sealed import Sealer

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/handbook.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # the page's day, 09.00 WIB
FENCE = re.compile(r"^```sh( by-hand)?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
TOOLS = {"chmod", "cp", "mkdir", "rm", "sed"}  # the only other programs that the page may run
BOTFATHER = {"newbot", "revoke", "deletebot"}
STAFF = (990000201, 990000202, 990000203)
COMMAND = typer.main.get_command(app)


@pytest.fixture
def office(command, monkeypatch, tmp_path):
    """A folder as after the download, with nothing of ours set; `command` has taken the settings away."""
    folder = tmp_path / "kerjalagi"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("KERJALAGI_DATA_FOLDER")
    monkeypatch.setattr(Clock, "now", lambda _clock: NOW)
    return folder


def steps(block: str):
    """Take a block apart: its lines, and the files that it writes as (name, content)."""
    lines = iter(block.splitlines())
    for line in lines:
        written = re.fullmatch(r"cat > (\S+) <<'END'", line)
        content = "".join(f"{one}\n" for one in iter(lambda: next(lines), "END")) if "<<'END'" in line else ""
        yield (written[1], content) if written else line


def ran(line: str) -> str:
    """Run one line as the shell would; our own commands in this process. Gives what it printed."""
    words = shlex.split(line, comments=True)
    settings = dict(word.split("=", 1) for word in words if re.match(r"KERJALAGI_\w+=", word))
    program, *arguments = words[len(settings) :]
    if program == "make":
        assert f".venv/bin/kerjalagi {arguments[0]}\n" in MAKEFILE
        program = "kerjalagi"
    if program == "kerjalagi":
        ended = CliRunner().invoke(app, arguments, env=settings, catch_exceptions=False)
        assert ended.exit_code == (1 if "# ends with 1" in line else 0), (line, ended.output)
        return ended.stdout
    assert program in TOOLS, line
    subprocess.run(words, check=True)
    return ""


def press_start() -> None:
    """The three of the staff open the bot, as the page asks before their names are entered."""
    settings = Settings()
    database = Database(settings.database_address, Sealer(settings.secret_keys))
    database.run(lambda session: session.add_all(Person(id=one, created_at=NOW, seen_at=NOW) for one in STAFF))
    database.close()


def test_every_command_of_the_page_runs_in_its_order(office):
    printed = {}
    for by_hand, block in FENCE.findall(PAGE):
        if by_hand:
            if "\nkerjalagi run\n" in block:
                press_start()
            continue
        for step in steps(block):
            if isinstance(step, tuple):
                (office / step[0]).write_text(step[1], encoding="utf-8")
            else:
                printed[step] = ran(step)

    listed = printed["kerjalagi staff list"].splitlines()
    tried = printed["KERJALAGI_DATA_FOLDER=../coba kerjalagi staff list"].splitlines()
    assert [line.split("\t")[2] for line in listed] == ["Bu Ani", "Bu Rina", "Pak Budi"]
    assert [line.endswith("\ttrial") for line in listed] == [False, False, True]
    assert tried == listed
    assert {file.name for file in office.parent.iterdir()} == {"kerjalagi"}  # nothing is left beside the program
    assert len((office / "lowongan-tayang.csv").read_text(encoding="utf-8-sig").splitlines()) == 3
    assert (office / "perbaikan.xlsx").stat().st_size > 1000


def test_commands_that_need_a_token_or_a_service_exist_with_these_options():
    blocks = [block for by_hand, block in FENCE.findall(PAGE) if by_hand]
    named = re.findall(r"(?:^|/bin/)kerjalagi ([a-z].*)$", "\n".join(blocks), re.MULTILINE)

    for line in named:
        parsed(COMMAND, shlex.split(re.sub(r"\$\(.*?\)", "today", line)))

    assert {line.split()[0] for line in named} == {"doctor", "run", "backup"}


def parsed(command, words) -> None:
    """Read the words as the command would, without doing anything.

    Raises:
        UsageError: there is no such command or option.
    """
    context = command.make_context("kerjalagi", list(words))
    if hasattr(command, "commands"):
        _name, below, rest = command.resolve_command(context, list(words))
        parsed(below, rest)


def in_indonesian():
    """Give every text of the bot."""
    for path in (ROOT / "bot/texts/id").glob("*.po"):
        with path.open("rb") as file:
            for message in read_po(file, locale="id"):
                yield message.string if isinstance(message.string, str) else message.string[0]


def test_every_button_and_slash_command_that_the_page_names_is_there():
    spans = set(SPAN.findall(FENCE.sub("", PAGE)))
    buttons = {one for one in spans if not one[0].isascii()}
    made = {one.removeprefix("make ") for one in spans if one.startswith("make ")}
    slashed = {one[1:] for one in spans if re.fullmatch(r"/[a-z]+", one)}
    words = tuple(in_indonesian())

    assert [one for one in sorted(buttons) if not any(form.startswith(one) for form in words)] == []
    assert [one for one in made if f"\n{one}:" not in MAKEFILE] == []
    assert slashed - set(routes.COMMANDS) - BOTFATHER == set()
    assert len(buttons) > 30


def test_the_notice_names_every_right_in_both_languages_and_the_page_stays_short():
    notices = re.findall(r"(?:^> .*\n)+", PAGE, re.MULTILINE)
    rights = {"/data", "/pengaturan", "/berhenti", "/orang"}

    assert [rights - set(SPAN.findall(notice)) for notice in notices] == [set(), set()]
    assert len(PAGE.splitlines()) <= 200
