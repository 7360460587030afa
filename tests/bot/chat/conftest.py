"""The rig of the chats."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "chats"))

from rig import open_rig


@pytest.fixture
def rig(database):
    with open_rig(database) as rig:
        yield rig
