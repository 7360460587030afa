"""Courses: rows, imports, search."""
