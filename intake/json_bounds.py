"""How much a JSON text may hold: judged before it is parsed, because parsing makes forty bytes out of one."""

from intake.errors import Refused

MOST_VALUES = 2_000_000  # objects and lists; ten to a row of the largest file


def bounded(text: str) -> str:
    """Give the text back if parsing it is harmless.

    Raises:
        Refused: too_many_rows.
    """
    if text.count("{") + text.count("[") > MOST_VALUES:
        raise Refused("too_many_rows", str(MOST_VALUES))
    return text
