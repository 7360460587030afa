"""Descriptions that come as HTML, also from Word and from feeds inside feeds."""

import pytest

from labour_market.markup import words


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<p>Penjahit</p><![CDATA[<b>obras</b>]]>", "Penjahit\nobras"),
        ("Gaji <![foo[ bar> UMK", "Gaji UMK"),
        ("<![if !supportLists]>1. Jahit<![endif]>", "1. Jahit"),
        ("a <![", "a"),
        ("a & b", "a & b"),
    ],
)
def test_sections_that_no_page_has_do_not_stop_the_reader(html, plain):
    assert words(html) == plain
