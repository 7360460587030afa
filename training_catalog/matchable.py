"""A course as matching sees it."""

from matching.profile import Kind, Opportunity
from training_catalog.tables import Course


def opportunity(course: Course) -> Opportunity:
    """Hand a stored course to matching; it closes when registration does, else on the day it starts."""
    return Opportunity(
        id=str(course.id),
        kind=Kind.COURSE,
        title=course.programme,
        provider=course.provider,
        location=course.location or course.area,
        description=course.objective,
        skills=tuple(course.skills),
        category=course.field,
        education_min=course.education_min,
        age_max=course.age_max,
        closes=course.closes or course.starts,
        duration_hours=course.duration_hours,
    )
