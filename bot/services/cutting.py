"""Texts shortened as Telegram counts them: in UTF-16 units, of which an emoji takes two or more."""

UNIT = 2  # bytes


def cut(words: str, most: int) -> str:
    """Shorten to at most so many UTF-16 units, and show that it was shortened."""
    units = words.encode("utf-16-le", "surrogatepass")
    if len(units) <= most * UNIT:
        return words
    return units[: (most - 1) * UNIT].decode("utf-16-le", "ignore") + "…"
