"""Courses from a file: preview, apply, roll back (see `intake.importer.Importer`)."""

from collections.abc import Mapping

from intake.catalogue import Catalogue
from intake.cells import fold
from intake.importer import Importer
from intake.likeness import Traits
from training_catalog import linked_data, sheet
from training_catalog.tables import Course


def _traits(course: Mapping[str, object]) -> Traits:
    return Traits(fold(str(course["provider"])), fold(str(course["programme"])), str(course["starts"] or ""))


COURSES = Importer(
    Catalogue("courses", Course, "programme"),
    sheet.read,
    sheet.KNOWN,
    headers=sheet.HEADERS,
    traits=_traits,
    linked=linked_data.rows,
)

preview = COURSES.preview
apply = COURSES.apply
roll_back = COURSES.roll_back
