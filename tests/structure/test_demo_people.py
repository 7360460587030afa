"""The product knows nobody of the demo: its people and employers live in bot/simulator alone."""

import csv
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIMULATOR = ROOT / "bot" / "simulator"
WORLD = SIMULATOR / "world"
PRODUCT = ("bot", "matching", "jkp", "intake", "training_catalog", "labour_market")
NOT_TEXT = {".pyc", ".nbi", ".nbc", ".png", ".xlsx"}


def column(file: str, *names: str) -> set[str]:
    with (WORLD / f"{file}.csv").open(encoding="utf-8") as opened:
        return {row[name] for row in csv.DictReader(opened) for name in names if row[name]}


def of_the_demo() -> set[str]:
    people = column("people", "id", "name", "phone", "staff_name")
    members = column("members", "nik", "kpj", "name", "phone", "employer", "employer_id")
    shown = people | members | column("vacancies", "employer")
    return shown | {phone.replace("+62", "0") for phone in shown if phone.startswith("+62")}


def test_no_product_file_knows_the_demos_people():
    known = of_the_demo()
    found = []
    for room in PRODUCT:
        for file in sorted((ROOT / room).rglob("*")):
            if file.is_dir() or SIMULATOR in file.parents or file.suffix in NOT_TEXT:
                continue
            text = file.read_text(encoding="utf-8")
            found += [f"{file.relative_to(ROOT)} mentions {one}" for one in known if one in text]

    assert found == []
    assert len(known) > 30
