"""A feed of elements without end is refused before it fills the memory."""

import pytest

from intake.errors import Refused
from labour_market import feed


def test_elements_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(feed, "MAX_EVENTS", 20)

    with pytest.raises(Refused, match="too_many_rows"):
        feed.rows(b'<?xml version="1.0"?><rss>' + b"<a/>" * 20 + b"</rss>")
