"""Courses from a file: preview, apply, roll back (see `intake.importer.Importer`)."""

from intake.catalogue import Catalogue
from intake.importer import Importer
from intake.likeness import Alike
from training_catalog import linked_data, sheet
from training_catalog.tables import Course

COURSES = Importer(
    Catalogue("courses", Course, "programme"),
    sheet.read,
    sheet.KNOWN,
    headers=sheet.HEADERS,
    alike=Alike(maker="provider", name="programme", day="starts"),
    linked=linked_data.rows,
)

preview = COURSES.preview
apply = COURSES.apply
roll_back = COURSES.roll_back
