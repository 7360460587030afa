"""An import or an erasure that is killed has happened wholly or not at all, and can simply be done again."""

import json
import signal

import pytest
from sqlmodel import select
from stage import FIRST_ID, Stage

from bot.outbox import buttons
from bot.simulator.people import Person
from bot.simulator.shapes import Button
from bot.store.belonging import rows_of
from labour_market.tables import Vacancy

ROWS = "".join(f"{number};Penjahit contoh {number};PT Contoh;Sleman\n" for number in range(50))
FILE = "id;judul;perusahaan;lokasi\n" + ROWS


def imported(stage: Stage, folder, point: str = "") -> int:
    stage.starter.start(
        ["import", "vacancies", str(folder / "lowongan.csv"), "--source", "contoh"], stage.env | {"VICTIM_POINT": point}
    )
    return stage.starter.wait()


def vacancies(session) -> int:
    return len(session.exec(select(Vacancy)).all())


@pytest.mark.chaos
def test_a_killed_import_is_done_or_not_and_can_be_repeated(stage, tmp_path):
    (tmp_path / "lowongan.csv").write_text(FILE)
    stage.starter.start(["migrate"], stage.env)
    assert stage.starter.wait() == 0

    killed_before = imported(stage, tmp_path, "work:inside")
    after_first = stage.database.run(vacancies)
    killed_after = imported(stage, tmp_path, "work:committed")
    after_second = stage.database.run(vacancies)
    again = imported(stage, tmp_path)

    assert (killed_before, after_first) == (-signal.SIGKILL, 0)
    assert (killed_after, after_second) == (-signal.SIGKILL, 50)
    assert (again, stage.database.run(vacancies)) == (0, 50)
    summary = json.loads(stage.starter.log().splitlines()[-1])
    assert summary["unchanged"] == 50


def erase(stage: Stage, number: int) -> None:
    """Press the last button of erasing everything, as its owner."""
    person = Person(stage.telegram, FIRST_ID + number)
    data = buttons.sign(stage.database.sealer, person.id, "mydata", "wipe")
    person._press(stage.telegram.said(person.id)[-1], Button("Hapus", data=data))


def rows(session, person_id: int) -> int:
    return sum(len(session.execute(table.select().where(condition)).all()) for table, condition in rows_of(person_id))


@pytest.mark.chaos
def test_a_killed_erasure_is_whole_or_undone_and_brings_nobody_back(stage):
    stage.meet()
    erase(stage, 0)
    stage.start("_handle:inside")
    stage.await_death()
    undone = stage.database.run(rows, FIRST_ID)
    stage.start("_handle:committed")  # the same update is taken up again
    stage.await_death()
    done = stage.database.run(rows, FIRST_ID)

    stage.start()
    stage.wait_until_calm()
    stage.starter.stop()

    assert undone > 0
    assert (done, stage.database.run(rows, FIRST_ID)) == (0, 0)
    assert stage.database.run(rows, FIRST_ID + 1) > 0
