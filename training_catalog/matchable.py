"""A course as matching sees it."""

from typing import Any

from sqlalchemy import Row

from matching.profile import Kind, Opportunity
from training_catalog.tables import Course

COLUMNS = (
    "id", "programme", "provider", "location", "area", "objective", "skills", "field", "education_min", "age_max",
    "closes", "starts", "duration_hours",
)  # fmt: skip


def opportunity(course: Course | Row[Any]) -> Opportunity:
    """Hand a stored course (or the columns of one) to matching; it closes when registration does, else as it starts."""
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
