"""Small files, short functions, honest names, and a sentence on top of each."""

import ast

import house

MOST_LINES = 300
MOST_FUNCTION_LINES = 40
FORBIDDEN = {"utils", "util", "common", "helper", "helpers", "manager", "managers", "misc", "base", "shared"}
UNFINISHED = ("TODO", "FIXME", "XXX", "HACK", "raise NotImplemented")


def test_no_file_is_longer_than_300_lines():
    long = {
        house.name(path): lines
        for path in (*house.product(), *house.tests())
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }

    assert long == {}


def test_no_function_is_longer_than_40_lines():
    long = {
        f"{house.name(path)}:{function.name}": lines
        for path in house.product()
        for function in house.functions(path)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > MOST_FUNCTION_LINES
    }

    assert long == {}


def test_every_module_says_in_a_sentence_what_it_is_for():
    silent = [
        house.name(path)
        for path in (*house.product(), *house.tests())
        if not (ast.get_docstring(house.tree(path)) or "").split("\n")[0].rstrip().endswith((".", ":"))
    ]

    assert silent == []


def test_every_public_function_of_the_product_with_more_than_ten_lines_is_explained():
    silent = [
        f"{house.name(path)}:{function.name}"
        for path in house.product()
        for function in house.functions(path)
        if not function.name.startswith("_")
        and (function.end_lineno or 0) - function.lineno >= 10
        and not ast.get_docstring(function)
        and not _inside_something(path, function)
    ]

    assert silent == []


def _inside_something(path, function) -> bool:
    top = house.tree(path).body
    return function not in top


def test_no_file_hides_behind_a_name_that_says_nothing():
    vague = [house.name(path) for path in (*house.product(), *house.tests()) if path.stem in FORBIDDEN]

    assert vague == []


def test_nothing_is_left_unfinished():
    found = [
        f"{house.name(path)}: {word}"
        for path in (*house.product(), *house.tests())
        if path.name != "test_shape.py"
        for word in UNFINISHED
        if word in path.read_text(encoding="utf-8")
    ]

    assert found == []


def test_every_exception_to_a_rule_carries_its_reason():
    bare = []
    for path in (*house.product(), *house.tests()):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            mark = "# noqa" if "# noqa" in line else "# type: ignore" if "# type: ignore" in line else ""
            after = line.partition(mark)[2] if mark else ""
            if mark and not any(sign in after for sign in (" - ", " # ")):
                bare.append(f"{house.name(path)}:{number}")

    assert [one for one in bare if "tests/structure/test_shape" not in one] == []
