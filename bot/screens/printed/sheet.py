"""The paper under the blocks: A4 with a header and a footer on every page, text that wraps, and the drawn marks."""

from datetime import UTC, date, datetime, time
from typing import Final, Literal

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos

Mark = Literal["yes", "no", "unknown", ""]
Colour = tuple[int, int, int]
INK: Final[Colour] = (20, 20, 20)
GREY: Final[Colour] = (95, 95, 95)
_RULE: Final[Colour] = (190, 190, 190)
_GREEN: Final[Colour] = (0, 110, 60)
_RED: Final[Colour] = (175, 30, 30)
_AMBER: Final[Colour] = (150, 90, 0)
NAME = "KerjaLagi"
FONT = "helvetica"
MARGIN, TOP = 18.0, 24.0  # mm at the sides, and above the text
HEADER_AT, RULE_AT = 11.0, 17.5  # mm from the top
ROOM_BELOW = 18.0  # mm under the text, besides the footer
SMALL = 8.5  # points
SPACING = 0.47  # mm of line height for a point of size


class Sheet(FPDF):
    """One file of pages in the making; it carries no date but the one it is made on."""

    def __init__(self, title: str, footer: str, made: date) -> None:
        super().__init__(format="A4")
        self._header_words, self._footer_words, self._footer_height = title, footer, 0.0
        self.set_title(title)
        self.set_creator(NAME)
        self.set_producer(NAME)
        self.set_creation_date(datetime.combine(made, time(), UTC))
        self.set_margins(MARGIN, TOP, MARGIN)
        self.c_margin = 0  # text begins where the rules begin
        self.add_page()
        self._footer_height = self.height(footer, size=SMALL)
        self.set_auto_page_break(auto=True, margin=self._footer_height + ROOM_BELOW)

    def header(self) -> None:
        """Draw whose paper it is, what it is, and which page of how many."""
        self.set_y(HEADER_AT)
        self.set_text_color(*GREY)
        self.set_font(FONT, style="B", size=SMALL)
        self.cell(40, 5, NAME)
        self.set_font(FONT, size=SMALL)
        self.cell(self.epw - 80, 5, self._header_words, align="C")
        self.cell(40, 5, f"{self.page_no()}/{{nb}}", align="R")
        self._rule(RULE_AT)
        self.set_xy(MARGIN, TOP)

    def footer(self) -> None:
        """Draw the sources under a thin line."""
        self.set_y(-(self._footer_height + ROOM_BELOW - 6))
        self._rule(self.get_y() - 1.5)
        self.write_lines(self._footer_words, size=SMALL, colour=GREY)

    def _rule(self, y: float) -> None:
        self.set_draw_color(*_RULE)
        self.set_line_width(0.2)
        self.line(MARGIN, y, self.w - MARGIN, y)

    def write_lines(
        self, words: str, *, size: float, bold: bool = False, width: float = 0, colour: Colour = INK
    ) -> None:
        """Write words from where we are, wrapped to a width in mm (0: to the margin); we go on below them."""
        self.set_font(FONT, style="B" if bold else "", size=size)
        self.set_text_color(*colour)
        self.multi_cell(width, size * SPACING, words, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def height(self, words: str, *, size: float, bold: bool = False, width: float = 0) -> float:
        """Tell how high words will stand, in mm."""
        self.set_font(FONT, style="B" if bold else "", size=size)
        lines = self.multi_cell(
            width or self.epw, size * SPACING, words, align="L", dry_run=True, output=MethodReturnValue.LINES
        )
        return len(lines) * size * SPACING if isinstance(lines, list) else 0.0

    def keep(self, tall: float) -> None:
        """Begin a new page if so many mm no longer fit on this one, and would on a fresh one."""
        if self.get_y() + tall > self.page_break_trigger and tall < self.page_break_trigger - TOP:
            self.add_page()

    def mark(self, kind: Mark) -> None:
        """Draw a tick, a cross, a question mark or a dot at the left margin, beside the line that follows.

        The shapes differ, so that nothing is lost on a black-and-white printer; nothing is drawn from a font of icons.
        """
        x, y = MARGIN + 0.6, self.get_y() + 0.8
        self.set_line_width(0.7)
        if kind == "yes":
            self.set_draw_color(*_GREEN)
            self.polyline([(x, y + 1.8), (x + 1.4, y + 3.2), (x + 4, y + 0.2)])
        elif kind == "no":
            self.set_draw_color(*_RED)
            self.line(x, y, x + 3.2, y + 3.2)
            self.line(x, y + 3.2, x + 3.2, y)
        elif kind == "unknown":
            self._question(x, y)
        else:
            self.set_fill_color(*INK)
            self.circle(x + 1.6, y + 1.7, 0.55, style="F")
        self.set_line_width(0.2)

    def _question(self, x: float, y: float) -> None:
        self.set_draw_color(*_AMBER)
        self.set_line_width(0.4)
        self.circle(x + 1.7, y + 1.6, 2.1)
        self.set_font(FONT, style="B", size=SMALL)
        self.set_text_color(*_AMBER)
        self.text(x + 0.85, y + 2.7, "?")
