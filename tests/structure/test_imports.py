"""Who may know whom: the import contracts of pyproject.toml hold, and nobody imports by dots."""

import ast
import subprocess
import sys
import tomllib

import house


def test_the_import_contracts_hold():
    ran = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=house.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stdout[ran.stdout.find("Contracts:") :]


def test_every_package_of_ours_is_under_a_contract():
    contracts = tomllib.loads((house.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]

    folders = {path.parent.name for path in house.ROOT.glob("*/__init__.py")}

    assert folders == set(contracts["root_packages"]) == set(house.PACKAGES)


def test_nobody_imports_by_dots():
    relative = [
        f"{house.name(path)}:{node.lineno}"
        for path in (*house.product(), *house.tests())
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


def test_package_files_hold_only_their_sentence_and_public_names():
    allowed = (ast.Expr, ast.Import, ast.ImportFrom, ast.Assign)
    busy = [
        f"{house.name(path)}:{node.lineno}"
        for path in house.product()
        if path.name == "__init__.py" and path.parent.name != "cli"  # typer's commands are registered there
        for node in house.tree(path).body
        if not isinstance(node, allowed)
    ]

    assert busy == []
