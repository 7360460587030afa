"""Vacancies from files: previewed, applied, closed, rolled back to the byte; on both databases."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from intake import report, versions
from intake.catalogue import CHUNK
from intake.errors import NotNewest, Overtaken, Refused
from intake.problems import Problem
from intake.reading import read
from labour_market import importing, search
from labour_market.tables import Vacancy

MONDAY = datetime(2026, 11, 23, 1, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
FIRST = (
    "id;judul;perusahaan;lokasi;gaji_min;warna\nA;Penjahit;PT Contoh;Sleman;2.500.000;\nB;Satpam;PT Contoh;Bantul;;\n"
)


def bring(session, content: str, *, now=MONDAY, source="dinas", **terms):
    preview = importing.preview(session, read(content.encode()), source)
    return preview, importing.apply(session, preview, now=now, **terms)


def exported(session) -> bytes:
    return versions.export(session, importing.VACANCIES.catalogue)


def statuses(session) -> dict[str, str]:
    return {row.external_id: row.status for row in session.exec(select(Vacancy))}


def test_new_rows_are_stored_and_found_again_as_unchanged(session):
    first_preview, first = bring(session, FIRST)
    again_preview, again = bring(session, FIRST, now=TUESDAY)

    assert (first.version, first.new, len(first_preview.difference.new)) == (1, 2, 2)
    assert first_preview.ignored == ("warna",)
    assert (again.version, again.unchanged, again.new) == (None, 2, 0)
    assert len(again_preview.difference.unchanged) == 2
    row = session.exec(select(Vacancy).where(Vacancy.external_id == "A")).one()
    assert (row.wage_min, row.first_seen, row.last_seen, row.source) == (2_500_000, MONDAY, TUESDAY, "dinas")


def test_a_change_is_told_field_by_field(session):
    bring(session, FIRST)

    preview, applied = bring(session, FIRST.replace("2.500.000", "2,7 jt").replace("Satpam", "Petugas keamanan"))

    changes = {field.name: (field.before, field.after) for c in preview.difference.changed for field in c.fields}
    assert changes == {"wage_min": (2_500_000, 2_700_000), "title": ("Satpam", "Petugas keamanan")}
    assert (applied.version, applied.changed) == (2, 2)


def test_rolling_back_restores_the_catalogue_to_the_byte(session):
    empty = exported(session)
    bring(session, FIRST)
    after_first = exported(session)
    changed = FIRST.replace("Sleman", "Klaten").replace("B;Satpam", "C;Kurir") + "D;Juru masak;;;;\n"
    bring(session, changed, now=TUESDAY, complete=True)
    assert statuses(session) == {"A": "open", "B": "closed", "C": "open", "D": "open"}

    undone = importing.roll_back(session, 2)

    assert (undone.restored, undone.withdrawn) == (2, 2)
    assert exported(session) == after_first
    importing.roll_back(session, 1)
    assert exported(session) == empty


def test_rolling_back_also_restores_when_unchanged_rows_were_last_seen(session):
    bring(session, FIRST)
    before = exported(session)
    bring(session, FIRST + "C;Kurir;;;;\n", now=TUESDAY)

    importing.roll_back(session, 2)

    assert exported(session) == before


def test_a_withdrawn_row_comes_back_as_new_under_its_old_id(session):
    bring(session, FIRST)
    ids = {row.external_id: row.id for row in session.exec(select(Vacancy))}
    importing.roll_back(session, 1)
    assert search.by_id(session, str(ids["A"]), date(2026, 11, 23)) is None

    preview, applied = bring(session, FIRST + "C;Kurir;;;;\n", now=TUESDAY)

    assert (len(preview.difference.new), applied.version) == (3, 2)
    assert search.by_id(session, str(ids["A"]), date(2026, 11, 23)).offer.title == "Penjahit"


def test_only_the_newest_version_can_be_rolled_back(session):
    bring(session, FIRST)
    bring(session, FIRST.replace("Sleman", "Klaten"))

    with pytest.raises(NotNewest):
        importing.roll_back(session, 1)
    with pytest.raises(NotNewest):
        importing.roll_back(session, 7)
    importing.roll_back(session, 2)
    with pytest.raises(NotNewest):
        importing.roll_back(session, 2)


def test_a_preview_that_was_overtaken_is_not_applied(session):
    preview = importing.preview(session, read(FIRST.encode()), "dinas")
    bring(session, FIRST)

    with pytest.raises(Overtaken):
        importing.apply(session, preview, now=TUESDAY)


def test_with_problems_nothing_is_applied_unless_the_valid_rows_are_accepted(session):
    content = FIRST + "C;;PT Contoh;Sleman;banyak;\n"

    preview, refused = bring(session, content)
    assert not refused.done
    assert statuses(session) == {}
    accepted = importing.apply(session, preview, now=MONDAY, accept_valid=True)

    assert [(p.row, p.column, p.expected) for p in preview.problems] == [
        (4, "judul", "required"),
        (4, "gaji_min", "number"),
    ]
    assert (accepted.done, accepted.new) == (True, 2)


def test_only_a_complete_file_closes_and_only_rows_of_its_own_source(session):
    bring(session, FIRST)
    bring(session, "id;judul\nX;Kurir\n", source="lain")
    shorter = FIRST.splitlines()[0] + "\n" + FIRST.splitlines()[1]

    _, partial = bring(session, shorter)
    _, complete = bring(session, shorter, complete=True)

    assert (partial.closed, complete.closed) == (0, 1)
    assert statuses(session) == {"A": "open", "B": "closed", "X": "open"}


def test_a_complete_file_with_problems_closes_nothing(session):
    bring(session, FIRST)

    _, applied = bring(session, "id;judul\nA;\nC;Kurir\n", complete=True, accept_valid=True)

    assert applied.closed == 0
    assert set(statuses(session).values()) == {"open"}


def test_a_closed_row_that_comes_back_is_open_again(session):
    bring(session, FIRST)
    bring(session, "id;judul\nC;Kurir\n", complete=True)

    preview, _ = bring(session, FIRST)

    assert [field.name for change in preview.difference.changed for field in change.fields] == ["status", "status"]
    assert set(statuses(session).values()) == {"open"}


def test_the_natural_key_is_source_and_id(session):
    rows = "source;id;title\nKarir A;1;Kurir\nKarir B;1;Kurir\nkarir a;1;Kurir lagi\n"

    preview, _ = bring(session, rows, accept_valid=True)

    assert len(preview.difference.new) == 2
    assert preview.problems == (Problem(4, "", "Kurir lagi", "once:2"),)


def test_more_rows_than_fit_one_statement_are_imported_and_undone(session):
    many = "id;judul\n" + "".join(f"{n};Lowongan {n}\n" for n in range(2 * CHUNK + 1))
    empty = exported(session)

    _, applied = bring(session, many)
    importing.roll_back(session, 1)

    assert applied.new == 2 * CHUNK + 1
    assert exported(session) == empty


def test_the_report_has_a_line_a_row_and_a_summary(session):
    bring(session, FIRST)
    content = FIRST.replace("Sleman", "Klaten").replace("B;Satpam", "C;Kurir")
    preview = importing.preview(session, read(content.encode()), "dinas")

    told = [json.loads(line) for line in report.lines(preview, None, complete=True)]
    applied = importing.apply(session, preview, now=TUESDAY, complete=True)
    done = json.loads(list(report.lines(preview, applied, complete=False))[-1])

    assert [line["line"] for line in told] == ["new", "changed", "closing", "summary"]
    assert told[1]["fields"] == {"location": {"before": "Sleman", "after": "Klaten"}}
    assert (told[-1]["applied"], told[-1]["closing"]) == (False, 1)
    assert (done["applied"], done["version"], done["closing"]) == (True, 2, 0)
    assert report.exit_code(preview) == 0


def test_the_report_names_problems_and_refusals(session):
    preview = importing.preview(session, read(b"id;judul\n1;\n"), "dinas")

    told = [json.loads(line) for line in report.lines(preview, None, complete=False)]
    refused = json.loads(report.refusal("vacancies", Refused("bomb", "too much")))

    assert told[0] == {"line": "problem", "row": 2, "column": "judul", "found": "", "expected": "required"}
    assert report.exit_code(preview) == 1
    assert (refused["refused"], refused["applied"]) == ("bomb", False)
