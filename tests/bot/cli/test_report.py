"""`kerjalagi report chain`: a table on the screen or in a new file, small counts hidden."""

import pytest

HEAD = "bulan;baris;tanggal;judul;sent;yes;applied;met;placed;applied_all;met_all;placed_all;placed_register"


@pytest.fixture
def ready(command, addresses):
    def run(*argv):
        return command("report", "chain", *argv)

    command("migrate", KERJALAGI_DATABASE_URL=addresses("sqlite"))
    return run


def test_the_chain_of_a_month_is_a_table(ready, tmp_path):
    code, out, _err = ready("--month", "2026-01", "--area", "33.11")
    again = ready("--month", "2026-01", "--output", str(tmp_path / "rantai.csv"))

    assert code == 0
    assert out.splitlines() == [HEAD, "2026-01;semua;;;0;0;0;0;0;0;0;0;0"]
    assert again[0] == 0
    assert (tmp_path / "rantai.csv").read_bytes().decode("utf-8-sig").splitlines()[0] == HEAD


@pytest.mark.parametrize(
    ("argv", "words"),
    [(("--month", "November"), "no month"), (("--month", "2999-01"), "no month"), (("--area", "99.99"), "no area")],
)
def test_what_cannot_be_read_is_said_in_one_line(ready, argv, words):
    code, _out, err = ready(*argv)

    assert code == 2
    assert words in err
