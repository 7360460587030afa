"""`kerjalagi law`: what held on a day, what changed, whom it touches, and the page on how sure it is."""

import json
from datetime import UTC, date, datetime

import pytest

from bot.cli import law_words
from bot.services import law
from bot.settings import Settings
from bot.store import cases
from bot.store.database import Database
from bot.texts.catalogue import LANGUAGES, Texts
from jkp.declared import Days, Declared, Fact, Months, Source
from jkp.declared_json import to_json
from jkp.membership.sealed import Sealer
from jkp.rules.case import Cause
from jkp.rules.regulation import PARAMETERS, Rule, in_force

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
OLD, NEW = "2025-02-06", "2025-02-07"


def test_the_rules_of_a_day_are_told_with_article_source_mark_and_days(command):
    code, said, _complaint = command("law", "show", "2026-11-22", "--language", "en")

    lines = said.splitlines()
    told = lines[lines.index("Cash: 60 % for at most 6 months") + 1]
    assert code == 0
    assert "PP 6/2025 Art 21(1)" in told
    assert "voi.id" in told
    assert "[S] · since 7 Feb 2025 · checked 22 Nov 2026" in told
    assert "Not reviewed by a lawyer yet." in lines


def test_indonesian_is_the_language_if_none_is_named(command):
    _code, said, _complaint = command("law", "show", "2024-05-01")

    assert "Uang tunai: 45% selama 3 bulan, lalu 25% selama 3 bulan" in said
    assert "PP 37/2021 Pasal 21 ·" in said


def test_machines_get_one_object_a_rule(command):
    _code, said, _complaint = command("law", "show", "2026-11-22", "--json")

    rows = {row["rule"]: row for row in map(json.loads, said.splitlines())}
    assert set(rows) == {row.rule.value for row in PARAMETERS if row.since <= date(2026, 11, 22)}
    assert rows["claim_months"]["numbers"] == [6]
    assert rows["claim_months"]["article"] == "PP 6/2025 Art 40"
    assert rows["claim_months"]["checked"] == "2026-11-22"


def test_before_the_programme_there_is_nothing_to_show(command):
    code, said, _complaint = command("law", "show", "2021-02-01", "--language", "en")

    assert (code, said) == (0, "No JKP rule was in force on 1 Feb 2021. The programme began on 2 Feb 2021.\n")


def test_the_change_of_2025_reads_as_an_adviser_would_tell_it(command):
    code, said, _complaint = command("law", "diff", OLD, NEW, "--language", "en")

    assert code == 0
    for line in (
        "- Cash: 45 % for 3 months, then 25 % for 3 months → 60 % for at most 6 months (PP 6/2025 Art 21(1), [S])",
        "- Time to claim after the dismissal: 3 months → 6 months (PP 6/2025 Art 40, [S])",
        "- Consecutive paid months: at least 6 months → not asked (PP 6/2025 Art 19(3), [S])",
        "- Must go to different companies: asked → not asked (Permenaker 2/2025 Art 13(4)a, [T])",
        "- Arrears if the company is bankrupt or closed: 6 months (PP 6/2025 Art 39A(1), [S])",
        "- Filing window of months 2 to 5: 5 days (Permenaker 2/2025 Art 14(1), [U], [S] before)",
        "There is no database here, so no cases were counted.",
    ):
        assert line in said.splitlines()


def test_the_beginning_of_the_programme_is_told_as_one(command):
    _code, said, _complaint = command("law", "diff", "2021-02-01", "2021-02-02", "--language", "en")

    assert "The programme began. There was no rule before." in said
    assert "Changed:" not in said
    assert "- Cash: 45 % for 3 months, then 25 % for 3 months (PP 37/2021 Art 21, [S])" in said


def test_two_days_of_the_same_text_differ_in_nothing(command):
    _code, said, _complaint = command("law", "diff", "2026-01-01", "2026-11-22")

    assert "Tidak ada yang berubah." in said


def test_backwards_in_time_rules_are_gone(command):
    _code, said, _complaint = command("law", "diff", NEW, OLD, "--language", "en")

    assert "Not in force on the second day:" in said
    assert "- Cash: 60 % for at most 6 months → 45 % for 3 months, then 25 % for 3 months" in said


@pytest.mark.parametrize(
    "argv", [("law", "show", "yesterday"), ("law", "diff", "2025-02-30", NEW), ("law", "diff", OLD, "7 Feb")]
)
def test_a_day_typed_wrong_is_one_clear_sentence(command, argv):
    code, said, complaint = command(*argv)

    assert (code, said) == (2, "")
    assert complaint.strip().endswith("is no day; write it as 2025-02-07")
    assert len(complaint.strip().splitlines()) == 1


@pytest.fixture
def stored(command, addresses, monkeypatch):
    """A database with three dismissed people of 2026: usual, five months after, resigned."""
    address = addresses("sqlite")
    command("migrate", KERJALAGI_DATABASE_URL=address)
    database = Database(address, Sealer(Settings(_env_file=None).secret_keys))

    def told(ended, cause):
        def fact(value):
            return Fact(value, Source.WORKER, date(2026, 11, 1))

        return Declared(
            last_day=fact(Days(ended, ended)), cause=fact(cause), paid_months=fact(Months(24, 24)), wage=fact(4_000_000)
        )

    def fill(session):
        facts = [
            told(date(2026, 10, 1), Cause.EFFICIENCY),
            told(date(2026, 6, 10), Cause.CLOSURE),
            told(date(2026, 10, 1), Cause.RESIGN),
        ]
        for number, one in enumerate(facts, start=1):
            cases.keep_facts(session, number, to_json(one), NOW)

    database.run(fill)
    yield database
    database.close()


def test_stored_cases_that_the_change_touches_are_counted(stored):
    counted = stored.run(law.touched, date(2026, 11, 22), date(2025, 2, 6), date(2025, 2, 7))
    nothing = stored.run(law.touched, date(2026, 11, 22), date(2026, 1, 1), date(2026, 11, 22))
    begun = stored.run(law.touched, date(2026, 11, 22), date(2021, 2, 1), date(2021, 2, 2))

    assert (counted.cases, counted.touched) == (3, 3)  # the resigned one has another deadline
    assert (nothing.cases, nothing.touched) == (3, 0)
    assert (begun.cases, begun.touched) == (3, 3)


def test_the_count_is_told_with_the_change(stored, command):
    _code, said, _complaint = command("law", "diff", OLD, NEW, "--language", "en")
    _code, lines, _complaint = command("law", "diff", OLD, NEW, "--json")

    assert "Cases in the database: 3 of 3 are decided differently." in said
    assert json.loads(lines.splitlines()[-1]) == {"cases": 3, "touched": 3}
    first = json.loads(lines.splitlines()[0])
    assert (first["rule"], first["kind"], first["after"]["article"]) == (
        "regime",
        "changed",
        "Permenaker 2/2025 Art II",
    )


CASE = """cases:
- {id: Z1, kind: rule, input: {rule: claim_months, day: 2026-01-01}, expect: {numbers: [6]}}
"""


def test_the_page_is_written_from_the_cases_given(command, tmp_path):
    (tmp_path / "cases.yaml").write_text(CASE, encoding="utf-8")

    code, said, _complaint = command("law", "page", "cases.yaml", "--output", "page.md")

    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    row = next(line for line in page.splitlines() if line.startswith("| Time to claim") and "2025" in line)
    assert (code, said) == (0, "page.md: 1 cases\n")
    assert row.endswith("| Z1 |")
    assert "**no case**" in page


@pytest.mark.parametrize(
    ("text", "problem"),
    [("cases: 3", "expected a mapping with a list"), (CASE.replace("kind: rule", "kind: x"), "Z1: kind: expected")],
)
def test_cases_that_cannot_be_read_stop_the_page(command, tmp_path, text, problem):
    (tmp_path / "cases.yaml").write_text(text, encoding="utf-8")

    code, _said, complaint = command("law", "page", "cases.yaml", "--output", "page.md")

    assert code == 2
    assert problem in complaint
    assert not (tmp_path / "page.md").exists()


def test_a_file_that_is_not_there_stops_the_page(command):
    code, _said, complaint = command("law", "page", "gone.yaml")

    assert (code, complaint) == (2, "gone.yaml cannot be read (No such file or directory)\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: f"{row.rule}-{row.since}")
def test_every_row_has_a_name_a_value_and_a_source_in_words(row, language):
    t = Texts(language)

    assert law_words.heading(t, row)
    assert law_words.value(t, row)
    assert f"[{row.mark.value}]" in law_words.source(t, row)


def test_one_is_told_in_the_singular():
    row = in_force(Rule.TRAINING_AFTER_MONTH, date(2026, 1, 1))

    assert law_words.value(Texts("en"), row) == "1 month"
