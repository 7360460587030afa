"""Where the judged data lies: it is not ours to ship, so its folder is named by the environment."""

import os
from pathlib import Path

import pytest

from tests.quality.judged import Judged, courses, vacancies

FOLDER = "KERJALAGI_JUDGED_DATA"  # the folder that holds eval/ and vacancies-real.jsonl.gz


@pytest.fixture(scope="session")
def folder() -> Path:
    named = os.environ.get(FOLDER, "")
    if not named or not (Path(named) / "eval").is_dir():
        pytest.skip(f"{FOLDER} names no folder with judged data; it is not ours to ship")
    return Path(named)


@pytest.fixture(scope="session")
def judged_vacancies(folder) -> Judged:
    return vacancies(folder)


@pytest.fixture(scope="session")
def judged_courses(folder) -> Judged:
    return courses(folder)
