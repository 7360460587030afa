"""Broken files of every kind: a clear message each, no traceback, and not one row changed."""

import os
from datetime import UTC, datetime
from random import Random

import pytest
from broken_files import KINDS, table

from bot.screens.staff import catalogue as screens
from bot.services.staff.catalogue_files import IMPORTERS, Kind, open_file
from bot.texts.catalogue import LANGUAGES, Texts
from intake import versions
from intake.comparing import Ground
from intake.errors import Refused
from intake.marking import marked
from intake.preview import Preview
from intake.reading import read
from training_catalog.importing import COURSES

NOW = datetime(2026, 11, 23, tzinfo=UTC)
EACH = int(os.environ.get("KERJALAGI_BROKEN_FILES", "1"))  # of each kind; 8 makes more than three hundred
MAY_BE_READ = {"scrambled workbook", "noise", "checksum", "cut workbook"}  # chance may leave a file whole
VOICES = [Texts(language) for language in LANGUAGES]


def files(kind: str):
    return (KINDS[kind](Random(f"{kind} {number}")) for number in range(EACH))  # noqa: S311 - made-up files, no secrets


def compared(content: bytes) -> tuple[Preview | None, list[str]]:
    """What the file would change, and what its sender reads of it in each language."""
    try:
        opened = open_file(content)
        preview = IMPORTERS[Kind.COURSES].compare(IMPORTERS[Kind.COURSES].sheet(opened.rows, "dinas"), Ground(0))
    except Refused as refused:
        return None, [t.say(f"catalogue.refused_{refused.code}", detail=refused.detail) for t in VOICES]
    for one in preview.problems:
        assert VOICES[0].has(f"catalogue.expected_{one.expected.partition(':')[0]}"), one.expected
    said = ["\n".join(screens.problem(t, one) for one in preview.problems) for t in VOICES]
    if preview.problems and opened.rows:
        file = marked(opened.rows, preview.problems, lambda one: screens.in_a_cell(VOICES[0], one))
        assert file.startswith(b"PK")
    return preview, said


def test_there_are_thirty_kinds_and_more():
    assert len(KINDS) >= 30


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_broken_file_gets_a_clear_message(kind):
    for content in files(kind):
        preview, said = compared(content)

        assert all(said) or kind in MAY_BE_READ, content[:200]
        assert preview is None or preview.problems or kind in MAY_BE_READ


def test_a_file_with_problems_changes_nothing(session):
    COURSES.apply(session, COURSES.preview(session, read(table()), "dinas"), now=NOW)
    before = versions.export(session, COURSES.catalogue)

    for kind in sorted(set(KINDS) - MAY_BE_READ)[::4]:
        for content in files(kind):
            try:
                preview = COURSES.preview(session, open_file(content).rows, "dinas")
            except Refused:
                continue
            assert not COURSES.apply(session, preview, now=NOW).done

    assert versions.export(session, COURSES.catalogue) == before
