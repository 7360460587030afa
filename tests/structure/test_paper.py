"""The pages are true: jobs, settings, commands and folders that a page names are the ones there are."""

import re
import tomllib

import house
import pytest
import typer

from bot import clock
from bot.cli import app
from bot.settings import Settings
from bot.store.consents import VERSION

DOCS = house.ROOT / "docs"
PAGES = (
    "architecture",
    "glossary",
    "operations",
    "handbook",
    "privacy",
    "catalog-format",
    "matching",
    "correctness",
    "sources",
    "screens",
)
DEEP = {"bot"}  # packages of which the folders inside are listed as well


def read(path: str) -> str:
    return (house.ROOT / path).read_text(encoding="utf-8")


def commands() -> dict[str, object]:
    """Every command of kerjalagi, `staff add` written as people type it."""
    found: dict[str, object] = {}
    for name, command in typer.main.get_command(app).commands.items():
        found[name] = command
        found |= {f"{name} {inner}": one for inner, one in getattr(command, "commands", {}).items()}
    return found


def pages():
    return [path for path in house.tracked() if path.suffix == ".md" and path.is_relative_to(house.ROOT)]


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_there(page):
    assert (DOCS / f"{page}.md").read_text(encoding="utf-8").startswith("# ")


def test_every_job_of_the_clock_is_in_operations():
    written = read("docs/operations.md")

    assert [name for name, _seconds, _job in clock.JOBS if f"| `{name}` |" not in written] == []


def test_every_setting_is_explained_and_has_its_line_in_the_example():
    names = [f"KERJALAGI_{field.upper()}" for field in Settings.model_fields]

    assert [name for name in names if f"`{name}`" not in read("docs/operations.md")] == []
    assert [name for name in names if f"{name}=" not in read(".env.example")] == []


def test_the_example_names_no_setting_that_is_gone():
    known = {f"KERJALAGI_{field.upper()}" for field in Settings.model_fields}

    assert set(re.findall(r"KERJALAGI_[A-Z_]+", read(".env.example"))) - known == set()


def test_every_command_is_in_operations_or_the_readme():
    written = read("docs/operations.md") + read("README.md")

    assert [name for name in commands() if name != "staff" and f"kerjalagi {name}" not in written] == []


def test_every_command_that_a_page_names_exists():
    known = commands()
    unknown = [
        f"{house.name(page)}: kerjalagi {found}"
        for page in pages()
        for found in re.findall(r"`(?:\.venv/bin/)?kerjalagi ([a-z][a-z-]+)", page.read_text(encoding="utf-8"))
        if found not in known
    ]

    assert unknown == []


def test_every_option_that_a_page_names_exists():
    options = {
        flag for one in commands().values() for param in one.params for flag in (*param.opts, *param.secondary_opts)
    }
    unknown = [
        f"{house.name(page)}: {line.strip()}"
        for page in pages()
        for line in re.findall(r"kerjalagi [^\n`|]*", page.read_text(encoding="utf-8"))
        for flag in re.findall(r"(?<=\s)--[a-z-]+", line)
        if flag not in options
    ]

    assert unknown == []


def test_every_make_target_that_a_page_names_exists_and_explains_itself():
    targets = re.findall(r"^([a-z-]+):.*?##", read("Makefile"), re.MULTILINE)
    named = {
        found
        for page in pages()
        for found in re.findall(r"(?:`|^    |^)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    }

    phony = set(re.search(r"\.PHONY: (.+)", read("Makefile"))[1].split())
    assert (sorted(named - set(targets)), sorted(phony - set(targets))) == ([], [])


def test_the_folder_list_of_the_architecture_page_is_the_tree():
    listed = set(re.findall(r"^\| `([\w/]+)/` \|", read("docs/architecture.md"), re.MULTILINE))
    packages = {house.name(path.parent) for path in house.product() if path.name == "__init__.py"}
    wanted = {one for one in packages if "/" not in one or one.split("/")[0] in DEEP | {"jkp"}}
    wanted -= {"bot/store/migrations"}
    wanted = {one for one in wanted if one.count("/") < 2}

    assert listed == wanted


def test_every_decision_has_its_four_parts_and_its_number():
    files = sorted((DOCS / "adr").glob("*.md"))

    for number, path in enumerate(files, 1):
        written = path.read_text(encoding="utf-8")
        assert path.name.startswith(f"{number:04}-"), path.name
        for part in ("## Context", "## Decision", "## Consequences", "## Alternatives"):
            assert part in written, (path.name, part)


def test_the_privacy_page_tells_the_version_that_people_agree_to():
    assert f"**{VERSION}**" in read("docs/privacy.md")


def test_every_link_between_pages_leads_to_a_file():
    lost = [
        f"{house.name(page)}: {target}"
        for page in pages()
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert lost == []


def test_every_source_of_the_regulation_is_on_the_sources_page():
    from jkp.rules.regulation import PARAMETERS

    written = read("docs/sources.md")
    keys = {key for row in PARAMETERS for key in row.source.split(", ")}

    assert sorted(key for key in keys if f"| {key} |" not in written) == []


def test_every_lint_exception_of_the_project_has_a_reason():
    section = read("pyproject.toml").partition("[tool.ruff.lint]")[2].partition("[tool.ruff.lint.mccabe]")[0]
    ignored = [line for line in section.splitlines() if re.match(r'\s+"[A-Z]+\d*"', line)]

    assert [line.strip() for line in ignored if "#" not in line] == []
    assert tomllib.loads(read("pyproject.toml"))["tool"]["ruff"]["lint"]["select"] == ["ALL"]


def test_every_column_of_a_file_is_on_the_page_about_files():
    from jkp.membership import handover
    from labour_market import figure_sheet
    from labour_market import sheet as vacancies
    from training_catalog import sheet as courses

    written = set(re.findall(r"[a-z_]+", read("docs/catalog-format.md")))
    sheets = {"courses": courses, "vacancies": vacancies, "figures": figure_sheet, "members": handover}

    assert [
        f"{name}: {column}" for name, one in sheets.items() for column in one.HEADERS if column not in written
    ] == []
