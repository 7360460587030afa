"""Telegram's HTML, read as strictly as Telegram does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import parse, utf16
from bot.simulator.refusals import RefusalError
from bot.simulator.shapes import Entity


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("é<div>x</div>", 'Unsupported start tag "div" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ('<a "x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="x', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_is_not_telegrams_html_is_refused_with_the_byte(html, why):
    with pytest.raises(RefusalError) as refusal:
        parse(html, "HTML")

    assert refusal.value.description == f"Bad Request: can't parse entities: {why}"


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<b>a<i>b</i></b>", "ab", [Entity("bold", 0, 2), Entity("italic", 1, 1)]),
        ("\N{GRINNING FACE}<u>x</u>", "\N{GRINNING FACE}x", [Entity("underline", 2, 1)]),
        ("  <s>x </s> ", "x", [Entity("strikethrough", 0, 1)]),
        (
            "<a href='https://a.id/?x=1&amp;y=2'>situs</a>",
            "situs",
            [Entity("text_link", 0, 5, "https://a.id/?x=1&y=2")],
        ),
        ("<a href='apa saja'>situs</a>", "situs", []),
        ('<pre><code class="language-py">x</code></pre>', "x", [Entity("pre", 0, 1, "", "py")]),
        ("<blockquote expandable>x</blockquote>", "x", [Entity("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [Entity("spoiler", 0, 1)]),
        ("&lt;b&gt; &amp; &quot; &#65;&#x42; &nbsp; &", '<b> & " AB &nbsp; &', []),
        ("<B>x</>", "x", [Entity("bold", 0, 1)]),
        ("ke /status", "ke /status", [Entity("bot_command", 3, 7)]),
        ("<code>/status</code>", "/status", [Entity("code", 0, 7)]),
        ("https://a.id/b surel@a.id", "https://a.id/b surel@a.id", [Entity("url", 0, 14), Entity("email", 15, 10)]),
    ],
)
def test_what_is_understood_loses_its_tags(html, text, entities):
    formatted = parse(html, "html")

    assert formatted.text == text
    assert list(formatted.entities) == entities


def test_a_mode_that_cannot_be_escaped_safely_is_refused():
    with pytest.raises(RefusalError, match="unsupported parse_mode"):
        parse("*x*", "MarkdownV2")


@given(st.text())
def test_any_escaped_text_survives(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert parse(escaped, "HTML").text == text.strip()


@given(st.text(alphabet="ab<>/&;=\"' \N{GRINNING FACE}"))
def test_anything_is_either_refused_or_within_its_own_length(text):
    try:
        formatted = parse(text, "HTML")
    except RefusalError:
        return

    assert all(entity.offset + entity.length <= utf16(formatted.text) for entity in formatted.entities)
