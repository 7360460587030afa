"""Courses from a file: preview, apply, roll back (see `intake.importer.Importer`)."""

from intake.catalogue import Catalogue
from intake.importer import Importer
from training_catalog import sheet
from training_catalog.tables import Course

COURSES = Importer(Catalogue("courses", Course, "programme"), sheet.read, sheet.KNOWN)

preview = COURSES.preview
apply = COURSES.apply
roll_back = COURSES.roll_back
