"""The words of a description that comes as HTML: tags off, line breaks where paragraphs and items end."""

import re
from html.parser import HTMLParser

MOST_LETTERS = 20_000
BREAKS = frozenset({"p", "br", "li", "div", "tr", "h1", "h2", "h3", "h4", "ul", "ol"})
HIDDEN = frozenset({"script", "style"})
MARKED = re.compile(r"<!\[CDATA\[|\]\]>|<!\[[^<>]*>?")  # of XML and Word; the parser fails at what it does not know


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in HIDDEN
        if tag in BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in HIDDEN))
        if tag in BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def words(html: str) -> str:
    """Give the words of a piece of HTML, at most 20,000 letters; plain text comes back as it is."""
    if "<" not in html and "&" not in html:
        return html.strip()[:MOST_LETTERS]
    reader = _Words()
    reader.feed(MARKED.sub("", html[: MOST_LETTERS * 4]))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)[:MOST_LETTERS]
