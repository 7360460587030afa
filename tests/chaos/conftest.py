"""A fresh, empty database by its address, and the stage on it."""

import sys
import uuid
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

sys.path.insert(0, str(Path(__file__).parent))

from stage import Stage, Starter


@pytest.fixture(params=("sqlite", "postgres"))
def address(request, tmp_path):
    """The address of a database in which nothing is yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/chaos.db"
        return
    server = request.getfixturevalue("postgres_address")
    name = f"chaos_{uuid.uuid4().hex[:8]}"
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(scope="session")
def starter(tmp_path_factory):
    """One for all stages: what it imports, no victim imports again."""
    starter = Starter(tmp_path_factory.mktemp("starter"))
    yield starter
    starter.close()


@pytest.fixture
def stage(address, tmp_path, starter):
    stage = Stage(address, tmp_path, starter)
    yield stage
    stage.close()
