"""Vacancies that come as a document instead of a table: JSON-LD or a feed, told apart by their content."""

from intake.guard import admit
from intake.problems import RawRow
from labour_market import feed, linked_data


def rows(content: bytes) -> list[RawRow]:
    """Read a document.

    Raises:
        Refused: as `labour_market.feed.rows` and `labour_market.linked_data.rows` do.
    """
    return feed.rows(content) if feed.is_feed(admit(content).content) else linked_data.rows(content)
