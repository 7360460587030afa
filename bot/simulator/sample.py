"""The demo's made-up world: its roles, and its files with dates counted from today."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.simulator.shapes import User

FOLDER = Path(__file__).parent / "world"
FILES = ("vacancies", "courses", "members")  # as `kerjalagi import` calls them
SOURCE = "contoh"
_DAYS = frozenset(
    {
        "posted", "closes", "starts", "ends", "jkp_registration_date", "contract_end_date", "termination_date",
        "termination_reported_on", "claim_date", "eligibility_decision_date",
    }
)  # fmt: skip
_MONTHS = re.compile(r"(-\d+)\.\.(-\d+)")
_PAYMENT_DAY = re.compile(r"-\d+$")


@dataclass(frozen=True, slots=True)
class Role:
    """One person of the page's list; `office_role` is empty for a worker."""

    user: User
    office_role: str = ""
    staff_name: str = ""
    office: str = ""
    area: str = ""
    trial: bool = False


def roles() -> tuple[Role, ...]:
    """Read the people, in the order of the page's list; who is in the members' register has cards to read from."""
    papers = {
        row["phone"]: (f"NIK {row['nik']}", f"Lahir {row['birth_date']}", f"KPJ {row['kpj']}")
        for row in _rows("members")
    }
    return tuple(_role(row, papers.get(row["phone"], ())) for row in _rows("people"))


def _role(row: dict[str, str], papers: tuple[str, ...]) -> Role:
    user = User(
        id=int(row["id"]),
        first_name=row["name"],
        language_code=row["language"],
        phone=row["phone"],
        description=row["about_id"],
        description_en=row["about_en"],
        papers=papers,
    )
    return Role(user, row["role"], row["staff_name"], row["office"], row["area"], bool(row["trial"]))


def rendered(kind: str, today: date) -> str:
    """Give one of FILES as CSV with every date made absolute."""
    rows = [{column: _cell(column, cell, today) for column, cell in row.items()} for row in _rows(kind)]
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def write(folder: Path, today: date) -> tuple[tuple[str, Path], ...]:
    """Write all of FILES into a folder; gives each kind with its file."""
    made = tuple((kind, folder / f"{kind}.csv") for kind in FILES)
    for kind, file in made:
        file.write_text(rendered(kind, today), encoding="utf-8")
    return made


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _cell(column: str, cell: str, today: date) -> str:
    if not cell:
        return cell
    if column in _DAYS:
        return (today + timedelta(days=int(cell))).isoformat()
    if column == "paid_months":
        return _months(cell, today)
    if column == "payments":
        return _PAYMENT_DAY.sub(lambda found: (today + timedelta(days=int(found[0]))).isoformat(), cell)
    return cell


def _months(cell: str, today: date) -> str:
    """Turn `-14..-2` into the months from fourteen months ago to two months ago."""
    found = _MONTHS.fullmatch(cell)
    if found is None:
        raise ValueError(f"{cell} is no range of months")
    counted = (today.year * 12 + today.month - 1 + ago for ago in range(int(found[1]), int(found[2]) + 1))
    return ";".join(f"{month // 12}-{month % 12 + 1:02d}" for month in counted)
