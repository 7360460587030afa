"""Made-up advertisements with what a careful reader finds in them, and how right the reader of the product is."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from labour_market.adverts import reading
from labour_market.adverts.field import Name
from matching.wording import normalise

FOLDER = Path(__file__).parent / "adverts"
DAY = date(2026, 11, 22)
FIELDS = ("title", "employer", "location", "wage_min", "wage_max", "education_min", "experience_years_min", "age_max",
          "contract_type", "shift", "skills", "apply", "closes", "openings", "demands", "suspicions")  # fmt: skip
NAMES = {"employer": Name.EMPLOYER, "location": Name.PLACE, "wage_min": Name.WAGE_MIN, "wage_max": Name.WAGE_MAX,
         "education_min": Name.EDUCATION, "experience_years_min": Name.EXPERIENCE, "age_max": Name.AGE,
         "contract_type": Name.CONTRACT, "shift": Name.SHIFT, "skills": Name.SKILLS, "closes": Name.CLOSES,
         "openings": Name.OPENINGS}  # fmt: skip
ALIKE = 85.0


@dataclass(frozen=True)
class Example:
    """One advertisement and what it says."""

    name: str
    text: str
    expected: dict[str, str]


def examples(file: str) -> list[Example]:
    written = (FOLDER / f"{file}.txt").read_text(encoding="utf-8")
    found = []
    for block in re.split(r"^# (?=\d)", written, flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        text, _, told = rest.partition("\n~~~\n")
        pairs = (line.partition(" =") for line in told.splitlines() if " =" in line)
        found.append(Example(name, text, {key.strip(): value.strip() for key, _, value in pairs}))
    return found


def verdicts(example: Example) -> dict[str, str]:
    """Say right, empty (there, but not read), wrong (read otherwise, or where nothing is) or none (rightly nothing)."""
    found = reading.read(example.text, DAY)
    return {field: _verdict(field, example.expected.get(field, ""), found) for field in FIELDS}


def _verdict(field: str, expected: str, found: reading.Advert) -> str:
    got = _read(field, found)
    if not got:
        return "empty" if expected else "none"
    if field == "skills":
        return "right" if set(_split(expected)) <= set(got.split("|")) else "empty"
    return "right" if expected and _same(field, expected, got, found) else "wrong"


def _read(field: str, found: reading.Advert) -> str:
    if field == "title":
        return " | ".join(one.value for one in found.positions)
    if field == "apply":
        return "; ".join(filter(None, (found.value(Name.APPLY), found.value(Name.LINK))))
    if field == "demands":
        return " | ".join(found.demands)
    if field == "suspicions":
        return " | ".join(dict.fromkeys(one.kind for one in found.suspicions))
    return found.value(NAMES[field])


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _same(field: str, expected: str, got: str, found: reading.Advert) -> bool:
    if field == "title":
        want, read = _split(expected), _split(got)
        return len(want) == len(read) and all(_alike(one, other) for one, other in zip(want, read, strict=True))
    if field == "employer":
        return _alike(expected.replace(".", ""), got.replace(".", ""))
    if field == "location":
        return set(expected.split("+")) == set(got.split("+"))
    if field in {"demands", "suspicions"}:
        return set(_split(expected)) == set(_split(got))
    if field == "apply":
        return all(_reaches(one, got) for one in _split(expected)) and got.count(";") + 1 == len(_split(expected))
    if field == "wage_min" and expected == "umk":
        return "um" in found.fields[Name.WAGE_MIN].where.lower() and not found.fields[Name.WAGE_MIN].sure
    if field == "shift":
        return normalise(expected) in normalise(got)
    return expected == got


def _alike(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(normalise(one), normalise(other)) >= ALIKE


def _reaches(way: str, got: str) -> bool:
    if way == "datang":
        return "Datang:" in got
    digits = re.sub(r"\D", "", way)
    return way in got or (len(digits) > 8 and digits in re.sub(r"\D", "", got))


def counted(file: str) -> dict[str, Counter[str]]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples(file):
        for field, verdict in verdicts(example).items():
            table[field][verdict] += 1
    return table


def shares(table: dict[str, Counter[str]]) -> dict[str, tuple[int, float, float, float]]:
    """By field: how many advertisements say something or were read as if, and right, empty, wrong of these in %."""
    found = {}
    for field in FIELDS:
        counts = table[field]
        said = counts["right"] + counts["empty"] + counts["wrong"]
        found[field] = (
            said,
            *(round(100 * counts[one] / said, 1) if said else 0.0 for one in ("right", "empty", "wrong")),
        )
    return found


def printed(table: dict[str, Counter[str]]) -> str:
    rows = [f"{'field':22}{'said':>5}{'right %':>9}{'empty %':>9}{'wrong %':>9}"]
    rows += [
        f"{field:22}{said:>5}{right:>9}{empty:>9}{wrong:>9}"
        for field, (said, right, empty, wrong) in shares(table).items()
    ]
    return "\n".join(rows)


def sure_but_wrong(file: str) -> list[tuple[str, str, str, str]]:
    """Fields read wrongly that would not be asked about."""
    found = []
    for example in examples(file):
        told = reading.read(example.text, DAY)
        for field, verdict in verdicts(example).items():
            one = told.fields.get(NAMES.get(field, Name.TITLE)) if field in NAMES or field == "title" else None
            if verdict == "wrong" and one is not None and one.sure:
                found.append((example.name, field, example.expected.get(field, ""), _read(field, told)))
    return found


if __name__ == "__main__":
    import sys

    for name in sys.argv[1:]:
        print(name, printed(counted(name)), sep="\n")
        for example in examples(name):
            told = reading.read(example.text, DAY)
            for field, verdict in verdicts(example).items():
                if verdict in {"wrong", "empty"}:
                    want, got = example.expected.get(field, ""), _read(field, told)
                    print(f"{example.name:14}{verdict:6} {field:20} want {want!r} got {got!r}")
