"""Every text exists in both languages with the same variables, every text is used, every text asked for exists."""

import ast
import re

import house
import wording

LANGUAGES = ("id", "en")


def test_both_languages_have_the_same_texts():
    indonesian, english = (set(wording.words(language)) for language in LANGUAGES)

    assert {"only id": sorted(indonesian - english), "only en": sorted(english - indonesian)} == {
        "only id": [],
        "only en": [],
    }


def test_both_languages_have_the_same_files():
    files = [{path.name for path in (wording.TEXTS / language).iterdir()} for language in LANGUAGES]

    assert files[0] == files[1]


def test_a_text_has_the_same_variables_in_both_languages_and_in_every_form():
    different = {}
    for key in wording.words("id").keys() & wording.words("en").keys():
        sets = [wording.variables(form) for language in LANGUAGES for form in wording.words(language)[key]]
        plural = len(wording.words("en")[key]) > 1
        if any(one - {"n"} != sets[0] - {"n"} if plural else one != sets[0] for one in sets):
            different[key] = [sorted(one) for one in sets]

    assert different == {}


def test_no_text_is_empty_or_written_twice():
    empty = [key for language in LANGUAGES for key, forms in wording.words(language).items() if not all(forms)]

    assert (empty, wording.written_twice("id"), wording.written_twice("en")) == ([], [], [])


def test_every_text_that_is_asked_for_exists():
    known = wording.words("id")
    missing = []
    for where, node, call, _path in wording.asked():
        is_check = house.dotted(call.func).endswith("has")
        missing += [f"{where} {key}" for key in wording.constants(node) if key not in known and not is_check]
        if isinstance(node, ast.JoinedStr) and not any(
            re.fullmatch(wording._pattern(node), key) for key in known
        ):  # fmt: skip
            missing.append(f"{where} f-string that names no text")

    assert missing == []


def test_every_text_is_used():
    unused = [
        key
        for key in wording.words("id")
        if key not in wording.literals() and not any(one.fullmatch(key) for one in wording.patterns())
    ]

    assert unused == []


def test_every_variable_of_a_text_is_filled_where_it_is_asked_for():
    holes = []
    for where, node, call, _path in wording.asked():
        given = {keyword.arg for keyword in call.keywords}
        if None in given or house.dotted(call.func).endswith("has"):
            continue  # **values: filled elsewhere
        for key in wording.constants(node):
            wanted = {name for form in wording.words("id").get(key, ()) for name in wording.variables(form)}
            if wanted - given:
                holes.append(f"{where} {key}: {sorted(wanted - given)}")

    assert holes == []


def test_no_wording_stands_in_the_screens():
    """Words that a person reads come from the catalogues; Python holds keys, codes and punctuation."""
    spoken = []
    for path in house.product():
        if house.name(path).startswith("bot/screens/"):
            documented = {id(node.value) for node in ast.walk(house.tree(path)) if isinstance(node, ast.Expr)}
            spoken += [
                f"{house.name(path)}:{node.lineno} {node.value!r}"
                for node in ast.walk(house.tree(path))
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in documented
                and len(re.findall(r"[A-Za-z]{3,} [a-z]{3,}", node.value)) > 1
            ]

    assert [one for one in spoken if "choices on one screen" not in one] == []  # that is our own mistake, in English
