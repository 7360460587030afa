"""Vacancies and figures: rows, imports, search."""
