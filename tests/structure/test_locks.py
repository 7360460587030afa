"""What is pinned, and what must never stand in the repository: addresses of registries, machine paths, secrets."""

import re

import house
import pytest

# spelled apart, so that this file does not hold what it forbids
REGISTRY_HOSTS = [".".join(parts) for parts in (
    ("pypi", "org"), ("files", "pythonhosted", "org"), ("registry", "npmjs", "org"), ("ghcr", "io"),
    ("docker", "io"), ("quay", "io"), ("gcr", "io"), ("proxy", "golang", "org"), ("conda", "anaconda", "org"),
)]  # fmt: skip
MACHINE_PATHS = [
    "/".join(("", *parts, ""))
    for parts in (("work", "main"), ("work", "shared"), ("tmp", "brief"), ("home", "runner"), ("root",))
]
BOT_TOKEN = re.compile(rb"\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b")
TEXTUAL = {".py", ".md", ".toml", ".yaml", ".yml", ".lock", ".po", ".csv", ".html", ".js", ".css", ".txt", ".json",
           ".jsonl", ".mako", ".example", ""}  # fmt: skip
LARGEST_FILE = 2_000_000  # bytes; pictures and area lists stay below
LOCKS = ("requirements.lock", "requirements-dev.lock")


def textual():
    """Every text file of the repository with its words."""
    for path in house.tracked():
        if path.suffix in TEXTUAL and path.name != "test_locks.py":
            yield path, path.read_bytes()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_package_has_an_exact_version_and_hashes(lock):
    written = (house.ROOT / lock).read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", written) if entry.strip() and not entry.startswith("#")]

    loose = [entry.splitlines()[0] for entry in entries if not re.match(r"[\w.\[\]-]+==\S+", entry)]
    bare = [entry.splitlines()[0] for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)]

    assert (loose, bare) == ([], [])


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_holds_no_address(lock):
    assert "://" not in (house.ROOT / lock).read_text(encoding="utf-8")


def test_the_repository_names_no_registry_and_no_machine():
    words = [word.encode() for word in (*REGISTRY_HOSTS, *MACHINE_PATHS)]

    found = [f"{house.name(path)}: {word.decode()}" for path, content in textual() for word in words if word in content]

    assert found == []


def test_no_real_looking_token_stands_in_the_repository():
    assert [house.name(path) for path, content in textual() if BOT_TOKEN.search(content)] == []


def test_no_file_is_huge():
    assert [house.name(path) for path in house.tracked() if path.stat().st_size > LARGEST_FILE] == []


def test_real_advertisements_and_benchmark_sets_are_not_in_the_repository():
    heavy = [house.name(path) for path in house.tracked() if path.suffix in {".gz", ".zip", ".xlsx", ".parquet", ".db"}]

    assert heavy == []


def test_what_is_tested_is_what_runs():
    """Both locks pin a package to the same versions: the tests run with what an operator installs."""
    pins = [
        set(re.findall(r"^([\w.\[\]-]+==\S+)", (house.ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in LOCKS
    ]

    assert sorted(pins[0] - pins[1]) == []
