"""Errors of the intake.

IntakeError
└── Refused   the file as a whole cannot be taken (too large, not a table, a bomb, not readable as text)
"""


class IntakeError(Exception):
    """Something about a handed-in file."""


class Refused(IntakeError):
    """The whole file is refused; `code` says why and is worded in bot/texts."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"{code}: {detail}" if detail else code)
