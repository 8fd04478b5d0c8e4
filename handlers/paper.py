"""Paper: A4 as PDF with the bundled font, and a booklet on it, in a process of its own.

Run as ``python -m handlers.paper`` with a booklet as JSON on standard input; the PDF comes out on standard output.
"""

import json
import logging
import sys
from datetime import datetime
from typing import Any, Final

from fpdf import FPDF
from fpdf.enums import MethodReturnValue
from fpdf.fonts import TTFFont

from bot.programme.model import Language
from bot.wording.takeaway import Booklet, Chapter, Item
from config.bundled import font_files

FONT: Final = "Roboto Condensed"
MARGIN: Final = 20
"""Millimetres on each side of a page."""
LINE: Final = 5.5
"""Millimetres of a line of text of 11 points."""
TOGETHER: Final = 28
"""Millimetres that must be left on a page for a heading with the first lines under it."""
GREY: Final = 90


class Paper(FPDF):
    """A4 pages in one language; ``page`` words a page number, as "Page {page} of {pages}"."""

    def __init__(self, title: str, language: Language, made: datetime, *, page: str = "") -> None:
        super().__init__(format="A4")
        self._page = page
        regular, bold = font_files()
        self.add_font(FONT, "", regular)
        self.add_font(FONT, "B", bold)
        # The same day gives the same bytes.
        self.set_creation_date(made)
        self.set_title(title)
        self.set_lang(language)
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN)
        self.alias_nb_pages("{pages}")

    def footer(self) -> None:
        """Put the number under each page (a name of fpdf2's, which calls it)."""
        if self._page:
            self.set_y(-12)
            self.letters(9, grey=True)
            self.cell(0, 5, self._page.replace("{page}", str(self.page_no())))

    def letters(self, size: float, *, bold: bool = False, grey: bool = False) -> None:
        """Write on in letters of so many points."""
        self.set_font(FONT, "B" if bold else "", size)
        self.set_text_color(GREY if grey else 0)

    def write_lines(self, text: str, height: float = LINE, align: str = "L") -> None:
        """Write a text over as many lines as it takes, and go on below it."""
        self.multi_cell(0, height, self.known(text), align=align, new_x="LMARGIN", new_y="NEXT")

    def lines_of(self, text: str) -> int:
        """Count the lines that a text takes in the letters of now."""
        height = self.multi_cell(0, 1, self.known(text), dry_run=True, output=MethodReturnValue.HEIGHT)
        assert isinstance(height, int | float)  # noqa: S101 - that is what was asked for
        return round(height)

    def known(self, text: str) -> str:
        """Give a text without the characters that the font does not have, such as emoji."""
        font = self.current_font
        letters = font.cmap if isinstance(font, TTFFont) else {}
        return "".join(c for c in text if c.isspace() or ord(c) in letters)


def draw(book: Booklet, made: datetime) -> bytes:
    """Print a booklet."""
    paper = Paper(book.title, book.language, made, page=book.page)
    paper.add_page()
    paper.letters(20, bold=True)
    paper.write_lines(book.title, 9)
    paper.letters(10, grey=True)
    for line in book.subtitle:
        paper.ln(1)
        paper.write_lines(line)
    for chapter in book.chapters:
        _chapter(paper, chapter)
    return bytes(paper.output())


def _chapter(paper: Paper, chapter: Chapter) -> None:
    if paper.will_page_break(TOGETHER + 18):
        paper.add_page()
    paper.ln(6)
    paper.letters(15, bold=True)
    paper.write_lines(chapter.title, 7)
    for item in chapter.items:
        _item(paper, item)


def _item(paper: Paper, item: Item) -> None:
    if paper.will_page_break(TOGETHER):
        paper.add_page()
    paper.ln(3)
    paper.letters(12, bold=True)
    paper.write_lines(item.heading, 6)
    paper.letters(11)
    for line in item.lines:
        if line.strip():
            paper.write_lines(line)
        else:
            paper.ln(2)


def _read(given: dict[str, Any]) -> tuple[Booklet, datetime]:
    chapters = tuple(
        Chapter(c["title"], tuple(Item(i["heading"], tuple(i["lines"])) for i in c["items"])) for c in given["chapters"]
    )
    book = Booklet(given["title"], tuple(given["subtitle"]), chapters, given["language"], given["page"])
    return book, datetime.fromisoformat(given["made"])


def main() -> None:
    """Print what comes in."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    sys.stdout.buffer.write(draw(*_read(json.loads(sys.stdin.buffer.read()))))


if __name__ == "__main__":
    main()
