"""Rows of a catalogue as objects, by the ids that the rest of the product knows them by."""

from collections.abc import Sequence
from typing import TypeVar

from sqlmodel import Session, col, select

from intake.catalogue import chunks
from intake.tables import Imported, Status

LONGEST_ID = 18  # digits; what fits a database's integer
Model = TypeVar("Model", bound=Imported)


def standing(session: Session, model: type[Model], ids: Sequence[str]) -> list[Model]:
    """Fetch rows, open and closed, in the order asked for; what is no id, unknown or withdrawn falls out."""
    numbers = [int(text) for text in ids if text.isdecimal() and len(text) <= LONGEST_ID]
    found: dict[int | None, Model] = {}
    for chunk in chunks(numbers):
        there = (col(model.id).in_(chunk), col(model.status) != Status.WITHDRAWN.value)
        found.update((row.id, row) for row in session.exec(select(model).where(*there)))
    return [found[number] for number in numbers if number in found]
