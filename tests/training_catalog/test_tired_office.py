"""Courses as sites really publish them: what cannot be meant is a problem of its row, never a crash or a guess."""

import json
import time

import pytest

from intake import linked_data
from intake.errors import Refused
from intake.problems import RawRow
from training_catalog.importing import COURSES
from training_catalog.linked_data import rows

COURSE = {
    "@type": "Course", "name": "Las Listrik", "provider": {"@type": "Organization", "name": "BLK Contoh"},
    "hasCourseInstance": {"@type": "CourseInstance", "startDate": "2027-01-05"},
}  # fmt: skip


def problems(**other: object) -> list[tuple[str, str, str]]:
    found = rows(json.dumps({"@context": "https://schema.org", **COURSE, **other}).encode())
    return [(one.column, one.found, one.expected) for one in COURSES.sheet(found, "contoh").problems]


@pytest.mark.parametrize("workload", ["P" + "9" * 5000 + "D", "PT٣H", "PT1.5H"])
def test_a_workload_that_is_none_is_a_problem(workload):
    ((column, _found, expected),) = problems(hasCourseInstance={"courseWorkload": workload})

    assert (column, expected) == ("duration_hours", "number")


def test_a_price_in_another_currency_is_not_taken_for_rupiah():
    assert problems(offers={"price": 100, "priceCurrency": "USD"}) == [("cost", "USD 100", "number")]
    assert problems(offers={"price": 100, "priceCurrency": "idr"}) == []
    assert problems(offers={"priceCurrency": "USD"}) == []


def test_the_address_of_a_provider_is_not_its_name():
    assert problems(provider={"@id": "#nobody"}) == [("provider", "", "required")]
    assert problems(provider={"@type": "Organization", "legalName": "LPK Contoh"}) == []
    assert problems(provider="LPK Contoh") == []


def test_a_row_that_is_no_object_is_one_problem():
    sheet = COURSES.sheet([RawRow(7, {}, "not_an_object")], "contoh")

    assert [(one.row, one.expected) for one in sheet.problems] == [(7, "not_an_object")]


def test_instances_beside_their_courses_are_told_apart_in_little_time():
    graph = [{"@type": "CourseInstance", "name": f"Las {n}", "organizer": "BLK"} for n in range(4000)]
    started = time.process_time()

    found = rows(json.dumps({"@context": "https://schema.org", "@graph": [*graph, COURSE]}).encode())

    assert len(found) == 4001
    assert time.process_time() - started < 5


def test_more_things_than_a_catalogue_has_are_refused(monkeypatch):
    monkeypatch.setattr(linked_data, "MAX_ITEMS", 3)

    with pytest.raises(Refused, match="too_many_rows"):
        rows(json.dumps({"@context": "https://schema.org", "@graph": [COURSE] * 4}).encode())


def test_a_name_that_stands_twice_in_an_object_is_refused_by_name():
    with pytest.raises(Refused, match="duplicate_name: name"):
        rows(b'{"@context": "https://schema.org", "@type": "Course", "name": "Las", "name": "Jahit"}')


def test_of_several_languages_the_indonesian_words_are_taken():
    said = [{"@language": "en", "@value": "Welding"}, {"@language": "id-ID", "@value": "Las"}]

    (row,) = rows(json.dumps({"@context": "https://schema.org", **COURSE, "name": said}).encode())
    (other,) = rows(json.dumps({"@context": "https://schema.org", **COURSE, "name": said[:1]}).encode())

    assert (row.cells["programme"], other.cells["programme"]) == ("Las", "Welding")
