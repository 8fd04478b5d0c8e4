"""Posters on A4, and the codes on them as pictures of their own."""

import io
from datetime import datetime
from typing import Final

import segno

from bot.wording.kit import Poster
from handlers.paper import MARGIN, Paper

LARGE: Final = 105.0
SMALL: Final = 34.0
"""Millimetres of a code on a poster: the large one can be scanned from two metres."""
CALL: Final = 7.0
"""Millimetres of a line of what one gets by scanning."""
WIDTH: Final = 210
HEIGHT: Final = 297
QUIET: Final = 4
"""Modules of white around a code (ISO/IEC 18004)."""
PIXELS: Final = 16
"""Pixels of a module in a picture."""
LARGEST_NAME: Final = 46
SMALLEST_NAME: Final = 24
"""Points of the name of a group; it shrinks until it takes at most :data:`NAME_LINES`."""
NAME_LINES: Final = 3


def draw(poster: Poster, made: datetime) -> bytes:
    """Draw a poster as PDF."""
    paper = Paper(poster.name, "nl", made)
    paper.set_auto_page_break(auto=False)
    paper.add_page()
    paper.letters(15, grey=True)
    paper.write_lines(poster.event, 7, "C")
    paper.ln(6)
    _name(paper, poster.name)
    if poster.gloss:
        paper.letters(18, grey=True)
        paper.write_lines(poster.gloss, 9, "C")
    foot = HEIGHT - MARGIN / 2 - SMALL - 4 if poster.day_url else HEIGHT - MARGIN
    room = foot - paper.get_y() - _call(paper, poster)
    size = min(LARGE, room)
    # The code stands in the middle of what is left.
    top = paper.get_y() + (room - size) / 2
    _code(paper, poster.url, (WIDTH - size) / 2, top, size)
    paper.set_y(top + size)
    _call(paper, poster, dry=False)
    if poster.day_url:
        _foot(paper, poster)
    return bytes(paper.output())


def png(url: str) -> bytes:
    """Draw a code as PNG."""
    out = io.BytesIO()
    _qr(url).save(out, kind="png", scale=PIXELS, border=QUIET)
    return out.getvalue()


def svg(url: str) -> bytes:
    """Draw a code as SVG."""
    out = io.BytesIO()
    _qr(url).save(out, kind="svg", scale=10, border=QUIET)
    return out.getvalue()


def _qr(url: str) -> segno.QRCode:
    """Make a code that can still be read with a seventh of it gone: posters get dirty."""
    return segno.make_qr(url, error="m")


def _name(paper: Paper, name: str) -> None:
    """Write a name as large as it goes in a few lines, without breaking a word."""
    size = LARGEST_NAME
    while size > SMALLEST_NAME:
        paper.letters(size, bold=True)
        room = paper.epw - 2 * paper.c_margin
        if paper.lines_of(name) <= NAME_LINES and all(paper.get_string_width(word) <= room for word in name.split()):
            break
        size -= 2
    paper.letters(size, bold=True)
    paper.write_lines(name, size * 0.4, "C")


def _call(paper: Paper, poster: Poster, *, dry: bool = True) -> float:
    """Write what one gets by scanning, and the address for who cannot, and give how many millimetres that takes."""
    taken = 0.0
    for number, text in enumerate(poster.calls):
        paper.letters(15 if number == 0 else 13, bold=number == 0, grey=number > 0)
        taken += paper.lines_of(text) * CALL + CALL / 4
        if not dry:
            paper.write_lines(text, CALL, "C")
            paper.ln(CALL / 4)
    paper.letters(11, grey=True)
    if not dry:
        paper.write_lines(_address(poster.url), CALL, "C")
    return taken + CALL


def _address(url: str) -> str:
    """Give a link as people type it."""
    return url.removeprefix("https://")


def _code(paper: Paper, url: str, left: float, top: float, size: float) -> None:
    """Draw a code in a square of ``size`` millimetres, its white border within it."""
    rows = [tuple(row) for row in _qr(url).matrix_iter(border=QUIET)]
    module = size / len(rows)
    paper.set_fill_color(0)
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            run = x
            while run < len(row) and row[run]:
                run += 1
            if run > x:
                # One rectangle for all dark modules side by side leaves no hair lines between them.
                paper.rect(left + x * module, top + y * module, (run - x) * module, module, style="F")
            x = max(run, x + 1)


def _foot(paper: Paper, poster: Poster) -> None:
    """Put the code of the whole day at the foot, with its words beside it."""
    top = HEIGHT - MARGIN / 2 - SMALL
    paper.set_draw_color(180)
    paper.line(MARGIN, top - 2, WIDTH - MARGIN, top - 2)
    _code(paper, poster.day_url, MARGIN, top, SMALL)
    paper.set_left_margin(MARGIN + SMALL + 6)
    paper.set_xy(MARGIN + SMALL + 6, top + 8)
    for number, text in enumerate(poster.day_calls):
        paper.letters(13 if number == 0 else 12, bold=number == 0, grey=number > 0)
        paper.write_lines(text, 7)
    paper.letters(10, grey=True)
    paper.write_lines(_address(poster.day_url), 6)
