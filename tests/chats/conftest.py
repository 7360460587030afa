"""A rig per story, on both databases."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from rig import open_rig


@pytest.fixture
def rig(database):
    """The whole product against the simulator."""
    with open_rig(database) as rig:
        yield rig


@pytest.fixture
def sari(rig):
    """A worker with an old telephone."""
    return rig.person()


@pytest.fixture
def told(sari):
    """Sari, who told what happened to her."""
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.say("10 Jun 2026")
    sari.press("mengurangi orang")
    sari.press("12 bulan atau lebih")
    sari.say("4,3 jt")
    return sari
