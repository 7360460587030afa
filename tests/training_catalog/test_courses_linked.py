"""Courses as JSON-LD: what each property of schema.org becomes, and what is no course."""

import json

from training_catalog import linked_data, sheet

INSTANCE = {
    "@type": "CourseInstance", "courseMode": ["online", "onsite"], "startDate": "2027-01-12T08:00:00+07:00",
    "endDate": "2027-02-12", "courseWorkload": "PT180H", "maximumAttendeeCapacity": 16,
    "location": {"@type": "Place", "address": {"addressLocality": "Sukoharjo"}},
    "offers": {"price": "350000", "validFrom": "2026-12-01", "validThrough": "2027-01-04"},
}  # fmt: skip
COURSE = {
    "@context": "https://schema.org", "@type": "Course", "courseCode": "LAS-03", "name": "Las Listrik",
    "provider": {"@type": "Organization", "name": "BLK Contoh", "telephone": "0271-000000"},
    "teaches": ["las listrik", {"@type": "DefinedTerm", "name": "gerinda"}], "hasCourseInstance": [INSTANCE],
}  # fmt: skip


def read(document) -> list[sheet.CourseRow]:
    return [sheet.read(raw, "situs")[0] for raw in linked_data.rows(json.dumps(document).encode())]


def test_an_instance_becomes_a_row_with_its_days_lessons_and_place():
    (course,) = read(COURSE)

    assert (course.programme, course.provider, course.external_id, course.mode) == (
        *("Las Listrik", "BLK Contoh", "LAS-03", "campuran"),
    )
    assert (course.starts.isoformat(), course.duration_hours, course.seats) == ("2027-01-12", 240, 16)
    assert (course.opens.isoformat(), course.closes.isoformat()) == ("2026-12-01", "2027-01-04")
    assert (course.location, course.cost, course.contact) == ("Sukoharjo", 350_000, "0271-000000")
    assert course.skills == ("las listrik", "gerinda")


def test_each_instance_is_a_row_and_a_graph_does_not_count_it_twice():
    second = {**INSTANCE, "@id": "#b", "startDate": "2027-03-12", "endDate": "2027-04-12"}
    graph = {"@graph": [{**COURSE, "hasCourseInstance": [INSTANCE, {"@id": "#b"}]}, second]}

    assert [course.starts.month for course in read(graph)] == [1, 3]


def test_a_programme_of_study_is_a_degree_and_must_say_what_a_degree_says():
    programme = {
        "@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "Contoh",
        "provider": {"name": "Politeknik Ketenagakerjaan"}, "educationalLevel": "D-IV",
        "applicationDeadline": "2027-06-01", "programPrerequisites": "SMA",
    }  # fmt: skip

    (course,) = read(programme)

    assert (course.form, course.level, course.provider_kind) == ("degree", "D4", "polteknaker")
    raw = linked_data.rows(json.dumps(programme | {"applicationDeadline": None}).encode())[0]
    assert [problem.expected for problem in sheet.read(raw, "situs")[1]] == ["required_degree"]


def test_weeks_and_days_are_reckoned_in_lessons_and_anything_else_is_a_problem():
    def workload(period: str):
        raw = linked_data.rows(json.dumps(COURSE | {"hasCourseInstance": {"courseWorkload": period}}).encode())[0]
        return sheet.read(raw, "situs")

    assert [workload(period)[0].duration_hours for period in ("P5D", "P3W", "PT45M")] == [53, 160, 1]
    assert [problem.expected for problem in workload("lama sekali")[1]] == ["number"]
