"""The picture itself: a timetable as SVG text, opaque, with every width measured."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from bot.picture.blocks import (
    FAINT,
    GAP,
    GUTTER,
    INK,
    LEADING,
    MARGIN,
    OWN_EDGE,
    PADDING,
    PAPER,
    WIDTH,
    Line,
    Pen,
    block_height,
    block_lines,
    block_width,
    column_width,
)
from bot.picture.heights import heights, pictures
from bot.picture.marks import Marks
from bot.picture.now import label_top, now_at
from bot.picture.typeface import Faces
from bot.programme.model import LOGISTIC_KINDS, Programme
from bot.timetable import Block, Timetable
from bot.wording.catalogue import Words
from bot.wording.names import clock
from bot.wording.picture import Style, column_name, heading, legend, moment

FAMILY: Final = "Roboto Condensed"
"""The family of the bundled font."""
TITLE, SECOND, HEAD, TIME, LEGEND = 44, 32, 30, 29, 27
"""Sizes of what stands around the blocks, in pixels."""
LONGEST_LEGEND: Final = 4
"""Lines of a remark under the picture at most."""
BASE: Final = 0.94
"""From the top of a line to where its letters stand, for its size."""
HALF_NOW: Final = 2.5
"""Half of the thickness of the line of the present moment."""
RULE: Final = "#c9d1da"
MEETING, OTHER, OWN, CANCELLED = (
    ("#e4edf8", "#8ea8c6"),
    ("#f1f0ec", "#cdc9bf"),
    ("#fff3c4", OWN_EDGE),
    (PAPER, "#8a1f1f"),
)
"""Ground and edge of a block."""
NEWS, NOW = "#8a4b00", "#c1121f"
_UNFIT: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG text, with its size in pixels, and the part of the day that it shows."""

    svg: str
    height: int
    table: Timetable
    width: int = WIDTH


def draw(table: Timetable, programme: Programme, marks: Marks, words: Words, faces: Faces) -> tuple[Drawing, ...]:
    """Draw a day in as many pictures as it takes; none when it cannot be read in a few."""
    pen = Pen(programme, marks, words, faces)
    parts = pictures(table, lambda t, block: block_height(block_lines(t, block, pen)), WIDTH - GUTTER - 2 * MARGIN)
    return tuple(_picture(shown, pen, number, len(parts)) for number, shown in enumerate(parts, start=1))


def _picture(table: Timetable, pen: Pen, number: int, count: int) -> Drawing:
    drawn: list[str] = []
    top = _heading(table, pen, number, count, drawn)
    lines = {block: block_lines(table, block, pen) for block in table.blocks}
    tops = [top]
    for height in heights(table, lambda _, block: block_height(lines[block])):
        tops.append(tops[-1] + height)
    drawn += _rules(table, tops)
    for block in table.blocks:
        drawn.append(_frame(table, block, tops, pen.marks))
    y = now_at(table, pen.marks, tops)
    if y is not None:
        long = WIDTH - 2 * MARGIN - GUTTER + PADDING
        drawn.append(_rect(MARGIN + GUTTER - PADDING, y - HALF_NOW, long, 2 * HALF_NOW, fill=NOW))
    for block in table.blocks:
        drawn += _words(block, _corner(table, block, tops), lines[block], y, pen)
    drawn += _times(table, tops, y, pen)
    height = _legend(table, tops[-1] + PADDING, pen, drawn)
    return Drawing(_document(drawn, height), height, table)


def _heading(table: Timetable, pen: Pen, number: int, count: int, drawn: list[str]) -> float:
    """Write the title, the day and the rooms above their columns; give where the rows begin."""
    top = float(MARGIN)
    for text, size in zip(heading(table, pen.programme, pen.words, number, count), (TITLE, SECOND), strict=True):
        for line in pen.lines(text, size, WIDTH - 2 * MARGIN, 2, bold=size == TITLE):
            drawn.append(_text(line, MARGIN, top, size, bold=size == TITLE))
            top += size * LEADING
    top += PADDING
    if not table.has_rooms:
        return top
    one = column_width(table)
    named = [pen.lines(column_name(c, pen.words), HEAD, one - 2 * PADDING, 2, bold=True) for c in table.columns]
    for i, lines in enumerate(named):
        for j, line in enumerate(lines):
            left = MARGIN + GUTTER + one * i + GAP + PADDING
            drawn.append(_text(line, left, top + j * HEAD * LEADING, HEAD, bold=True, colour=OWN_EDGE))
    return top + max(map(len, named)) * HEAD * LEADING + GAP


def _rules(table: Timetable, tops: list[float]) -> Iterator[str]:
    """Draw a thin line where something begins."""
    for row in sorted({block.row for block in table.blocks}):
        yield f'<path d="M{MARGIN} {tops[row]:.1f}H{WIDTH - MARGIN}" stroke="{RULE}" stroke-width="2"/>'


def _corner(table: Timetable, block: Block, tops: list[float]) -> tuple[float, float]:
    one = column_width(table)
    left = MARGIN + GUTTER + one * (block.column + block.columns * block.lane / block.lanes)
    return left + GAP, tops[block.row] + GAP


def _colours(block: Block, marks: Marks) -> tuple[str, str]:
    if not block.session.goes_ahead:
        return CANCELLED
    if block.session.key in marks.own:
        return OWN
    return OTHER if block.session.kind in LOGISTIC_KINDS else MEETING


def _frame(table: Timetable, block: Block, tops: list[float], marks: Marks) -> str:
    """Draw the ground and edge of a block: thick for one's own, dashed for what does not go ahead."""
    x, y = _corner(table, block, tops)
    ground, edge = _colours(block, marks)
    thick = 7 if block.session.key in marks.own else 2
    dashes = "" if block.session.goes_ahead else ' stroke-dasharray="14 9"'
    width = block_width(table, block) - thick
    height = tops[block.row + block.rows] - tops[block.row] - 2 * GAP - thick
    return (
        f'<rect x="{x + thick / 2:.1f}" y="{y + thick / 2:.1f}" width="{width:.1f}" height="{height:.1f}" rx="9" '
        f'fill="{ground}" stroke="{edge}" stroke-width="{thick}"{dashes}/>'
    )


def _words(
    block: Block, corner: tuple[float, float], lines: tuple[Line, ...], now: float | None, pen: Pen
) -> Iterator[str]:
    """Write the lines of a block; where the present moment would go through one, its line stops at the words."""
    ground, _ = _colours(block, pen.marks)
    for line in lines:
        left, top, high = corner[0] + PADDING, corner[1] + PADDING / 2 + line.top, line.size * LEADING
        end = line.left + pen.width(line.text, line.size, bold=line.bold)
        if now is not None and abs(now - top - high / 2) < high / 2 + HALF_NOW:
            yield _rect(left - 2, now - HALF_NOW - 1, end + 2 * GAP, 2 * HALF_NOW + 2, fill=ground)
        if line.mark is Style.NEWS:
            yield _rect(left, top, end + PADDING, high + 2, fill=NEWS, corner=7)
        if line.mark is Style.OWN:
            yield _tick(left + 14, top + 16)
        yield _text(line.text, left + line.left, top, line.size, bold=line.bold, colour=line.colour)


def _tick(x: float, y: float) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="14" fill="{OWN_EDGE}"/>'
        f'<path d="M{x - 7:.1f} {y:.1f}l5 6l9 -11" fill="none" stroke="{PAPER}" stroke-width="4"/>'
    )


def _times(table: Timetable, tops: list[float], y: float | None, pen: Pen) -> Iterator[str]:
    """Write the times at the left, and that of the present moment, for which a time nearby makes way."""
    rows = sorted({block.row for block in table.blocks})
    high = TIME * LEADING
    at = None if y is None else label_top(y, high, [tops[row] for row in rows], tops[-1])
    for row in rows:
        if at is None or abs(tops[row] - at) >= high:
            time = clock(table.rows[row].start, pen.programme)
            yield _text(time, MARGIN, tops[row] + GAP, TIME, bold=True, colour=FAINT)
    if at is not None:
        label = moment(pen.marks, pen.programme, pen.words)
        wide = GUTTER - 6
        size = min(TIME, (wide - 10) / pen.width(label, 1, bold=True))
        yield _rect(MARGIN - 5, at + GAP / 2, wide, high, fill=NOW, corner=7)
        yield _text(label, MARGIN, at + GAP / 2 + (high - size * LEADING) / 2, size, bold=True, colour=PAPER)


def _legend(table: Timetable, top: float, pen: Pen, drawn: list[str]) -> int:
    """Write what must be known under the rows; give how high the picture is."""
    for text in legend(table, pen.programme, pen.marks, pen.words):
        for line in pen.lines(text, LEGEND, WIDTH - 2 * MARGIN, LONGEST_LEGEND):
            drawn.append(_text(line, MARGIN, top, LEGEND, colour=FAINT))
            top += LEGEND * LEADING
        top += GAP
    return round(top + MARGIN)


def _rect(x: float, y: float, width: float, height: float, *, fill: str, corner: int = 0) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{corner}" fill="{fill}"/>'


def _text(text: str, x: float, top: float, size: float, *, bold: bool = False, colour: str = INK) -> str:
    weight = ' font-weight="700"' if bold else ""
    content = escape(_UNFIT.sub("", text))
    return (
        f'<text x="{x:.1f}" y="{top + size * BASE:.1f}" font-size="{size:g}" fill="{colour}"{weight}>{content}</text>'
    )


def _document(drawn: list[str], height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="{FAMILY}"><rect width="100%" height="100%" fill="{PAPER}"/>{"".join(drawn)}</svg>'
    )
