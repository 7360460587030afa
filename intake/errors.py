"""Errors of the intake.

IntakeError
├── Refused     the file as a whole cannot be taken (too large, not a table, a bomb, not readable as text)
├── Overtaken   the catalogue has changed since the preview was made: look again before applying
└── NotNewest   only the newest version that still stands can be rolled back
"""


class IntakeError(Exception):
    """Something about a handed-in file."""


class Refused(IntakeError):
    """The whole file is refused; `code` says why and is worded in bot/texts."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"{code}: {detail}" if detail else code)


class Overtaken(IntakeError):
    """Someone else applied a file between this preview and its approval."""


class NotNewest(IntakeError):
    """An older version, or none at all, was asked to be rolled back."""
