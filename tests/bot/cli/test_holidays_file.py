"""The file of late decrees as an operator meets it: `doctor` and `run` name the line that is wrong."""

import pytest


@pytest.fixture
def decrees(tmp_path):
    def written(text: str) -> str:
        (tmp_path / "decrees.yaml").write_text(text, encoding="utf-8")
        return str(tmp_path / "decrees.yaml")

    return written


def test_doctor_counts_the_decrees_it_can_follow(command, decrees):
    file = decrees("- {decree: SKB contoh, source: contoh, add: [2027-07-05]}")

    _code, said, _complaint = command("doctor", KERJALAGI_HOLIDAYS_FILE=file)

    assert "ok       holidays file (1 decrees)" in said


def test_doctor_names_the_wrong_line(command, decrees):
    file = decrees("- decree: A\n  source: B\n  add: [soon]")

    code, said, _complaint = command("doctor", KERJALAGI_HOLIDAYS_FILE=file)

    assert code == 1
    assert "MISSING  holidays file" in said
    assert "line 3: expected a day like 2027-03-12, found `soon`" in said


def test_run_does_not_start_with_a_file_it_cannot_follow(command, tmp_path):
    code, _said, complaint = command("run", KERJALAGI_HOLIDAYS_FILE=str(tmp_path / "gone.yaml"))

    assert code == 2
    assert "KERJALAGI_HOLIDAYS_FILE" in complaint
    assert "cannot be read" in complaint
