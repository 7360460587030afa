"""JSON-LD: what is found in a document, in all the shapes that sites write."""

import gzip
import json

import pytest

from intake.errors import Refused
from intake.linked_data import first, is_linked, items, text

COURSE = {"@context": "https://schema.org", "@type": "Course", "name": "Menjahit Contoh"}
KINDS = frozenset({"Course"})


def written(value: object) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    "document",
    [
        COURSE,
        [COURSE],
        {"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "X"}, COURSE]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": COURSE}]},
        {"@type": ["Thing", "Course"], "name": "Menjahit Contoh"},
        {"@type": "schema:Course", "schema:name": {"@value": "Menjahit Contoh", "@language": "id"}},
        {"@type": "http://schema.org/Course", "http://schema.org/name": "Menjahit Contoh"},
    ],
)
def test_every_shape_gives_the_same_thing(document):
    (found,) = items(written(document), KINDS)

    assert found["name"] == "Menjahit Contoh"
    assert is_linked(written(document).decode())


def test_encodings_gzip_and_one_object_a_line_are_read():
    assert len(items(gzip.compress(written(COURSE)), KINDS)) == 1
    assert len(items(written(COURSE).decode().encode("utf-16"), KINDS)) == 1
    assert len(items(written(COURSE) + b"\n" + written(COURSE) + b"\n", KINDS)) == 2


def test_what_is_only_named_is_put_in_its_place_and_circles_do_not_hurt():
    graph = [
        {"@type": "Course", "@id": "#c", "hasCourseInstance": {"@id": "#i"}, "provider": [{"@id": "#p"}]},
        {"@type": "CourseInstance", "@id": "#i", "startDate": "2027-01-05", "about": {"@id": "#c"}},
        {"@type": "Organization", "@id": "#p", "name": "BLK Contoh"},
    ]

    (found,) = items(written({"@graph": graph}), KINDS)

    assert first(found["hasCourseInstance"])["startDate"] == "2027-01-05"
    assert text(found["provider"]) == "BLK Contoh"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "not_linked_data"),
        (b'{"@type": "Course", }', "not_linked_data"),
        (b'{"@type":"Course"}\n{"@type":', "not_linked_data"),
        (b'{"@type":' * 200_000, "too_deep"),
        (b"[" * 100 + b"]" * 100, "too_deep"),
        (b'{"@type": "Event"}', "no_rows"),
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n", "not_a_table"),
        (b'{"@type": "Course", "n": ' + b"9" * 6000 + b"}", "not_linked_data"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(content, code):
    with pytest.raises(Refused) as refused:
        items(content, KINDS)

    assert refused.value.code == code


def test_names_that_name_names_do_not_fill_the_memory():
    graph = [{"@type": "Course", "hasPart": [{"@id": "#a"}] * 3000}]
    graph += [{"@id": "#a", "hasPart": [{"@id": "#b"}] * 3000}, {"@id": "#b", "name": "b"}]

    with pytest.raises(Refused) as refused:
        items(written({"@graph": graph}), KINDS)

    assert refused.value.code == "too_many_rows"


def test_values_become_texts():
    assert text(["a|b", {"name": "c"}, None, 3]) == "a/b|c|3"
    assert (text([True]), text({"@id": "#x"}), first("x"), first([1, {"a": 2}])) == ("true", "#x", {}, {"a": 2})
