"""What a course opens, and whom a vacancy suits."""

from datetime import date

from matching.matcher import Matcher
from matching.opening import opened
from matching.profile import Kind, Opportunity, Profile

DAY = date(2026, 1, 31)
JOBS = (
    Opportunity(id="A", kind=Kind.VACANCY, title="Barista", location="Kota Bandung"),
    Opportunity(id="B", kind=Kind.VACANCY, title="Barista", location="Kota Medan"),
    Opportunity(id="C", kind=Kind.VACANCY, title="Teknisi AC", location="Kota Bandung"),
    Opportunity(id="D", kind=Kind.VACANCY, title="Staf Gudang", location="Kota Bandung"),
)
PERSON = Profile(id="contoh", last_occupation="staf gudang", region="Kota Bandung")


def test_a_course_opens_the_vacancies_of_its_work_within_reach():
    course = Opportunity(id="K", kind=Kind.COURSE, title="Barista", description="meracik kopi")

    assert opened(Matcher.fit(JOBS, DAY), PERSON, course) == ("A",)


def test_a_course_for_the_work_one_has_opens_nothing_new():
    course = Opportunity(id="K", kind=Kind.COURSE, title="Staf Gudang")

    assert opened(Matcher.fit(JOBS, DAY), PERSON, course) == ()


def test_the_people_for_a_vacancy_are_ranked_by_the_same_score():
    matcher = Matcher.fit(JOBS, DAY)
    people = [PERSON, Profile(id="barista", last_occupation="barista", region="Kota Bandung")]

    ranked = matcher.people_for("A", people)

    assert [one for one, _ in ranked] == ["barista", "contoh"]
    assert dict(ranked) == {person.id: matcher.why(person, "A").score for person in people}
