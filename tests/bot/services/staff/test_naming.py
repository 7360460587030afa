"""Names as they are typed: tidied, and recognised again with small slips."""

import pytest

from bot.services.staff.naming import LONGEST, is_the_same, tidied


@pytest.mark.parametrize(
    ("expected", "typed", "same"),
    [
        ("Pak Budi", "Budi", True),
        ("Pak Budi Santoso", "budi  SANTOSO", True),
        ("Budi Santoso", "Santoso Budi", True),
        ("Budi Santoso", "Budi Santosa", True),  # one slip
        ("Budi Santoso", "nama saya budi santoso", True),
        ("Pak Budi", "Budi Santoso", True),  # more than asked is fine
        ("Budi Santoso", "Budi", False),
        ("Pak Budi", "Joko", False),
        ("Pak Budi", "Pak", False),
        ("Pak Budi", "", False),
        ("Ani", "Ana", False),  # too short for a slip
        ("Bu", "Bu", True),  # a name that is nothing but a title is compared as it is
        ("Bu", "Pak", False),
    ],
)
def test_the_name_on_the_invitation_is_recognised(expected, typed, same):
    assert is_the_same(expected, typed) is same


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Pak\n Budi  ", "Pak Budi"), ("x", ""), ("", ""), ("...", ""), ("a" * LONGEST, "a" * LONGEST),
        ("a" * (LONGEST + 1), ""), ("李明", "李明"),
    ],
)  # fmt: skip
def test_names_are_tidied_or_refused(typed, kept):
    assert tidied(typed) == kept
