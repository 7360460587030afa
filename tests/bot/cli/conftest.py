"""Commands as an operator types them, and fresh databases of both kinds."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

ROOT = Path(__file__).parents[3]


@pytest.fixture
def addresses(request, tmp_path):
    """Make empty databases: "sqlite" or "postgres" -> address."""
    made = []

    def fresh(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path}/{uuid.uuid4().hex[:8]}.db"
        server = request.getfixturevalue("postgres_address")
        name = f"care_{uuid.uuid4().hex[:8]}"
        _execute(server, f"CREATE DATABASE {name}")
        made.append((server, name))
        return make_url(server).set(database=name).render_as_string(hide_password=False)

    yield fresh
    for server, name in made:
        _execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def _execute(server: str, statement: str) -> None:
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture
def environment(tmp_path):
    """An operator's environment without any of ours, and a data folder of its own."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("KERJALAGI_")}
    return clean | {"PYTHONPATH": str(ROOT), "KERJALAGI_DATA_FOLDER": str(tmp_path / "data")}


@pytest.fixture
def kerjalagi(tmp_path, environment):
    """Run a command to its end in a process of its own: (exit code, what it printed, what it complained)."""

    def run(*argv: str, **settings: str):
        ended = subprocess.run(
            [sys.executable, "-m", "bot", *argv], env=environment | settings, cwd=tmp_path, capture_output=True,
            text=True, timeout=120, check=False,
        )  # fmt: skip
        return ended.returncode, ended.stdout, ended.stderr

    return run


@pytest.fixture
def command(monkeypatch, tmp_path, capsys):
    """Run a command in this process, which is quicker: (exit code, what it printed, what it complained)."""
    from typer.testing import CliRunner

    import bot.cli

    for name in list(os.environ):
        if name.startswith("KERJALAGI_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KERJALAGI_DATA_FOLDER", str(tmp_path / "data"))

    def run(*argv: str, **settings: str | None):
        for name, value in settings.items():
            (monkeypatch.setenv if value is not None else monkeypatch.delenv)(
                name, *([value] if value is not None else [])
            )
        ended = CliRunner().invoke(bot.cli.app, list(argv))
        assert ended.exception is None or isinstance(ended.exception, SystemExit), ended.exception
        return ended.exit_code, ended.stdout, ended.stderr

    return run
