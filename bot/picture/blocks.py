"""What stands in a block, line by line, and how much room that takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.picture.marks import Marks
from bot.picture.typeface import Faces
from bot.picture.wrapping import longest_word, wrap
from bot.programme.model import LOGISTIC_KINDS, Programme
from bot.timetable import Block, Timetable
from bot.wording.catalogue import Words
from bot.wording.picture import Style, Written, written

WIDTH: Final = 1170
"""Pixels: three for each of the 390 that a phone is wide."""
MARGIN: Final = 12
GUTTER: Final = 92
"""Pixels for the times at the left."""
GAP: Final = 4
"""Pixels between a block and the edge of its cell."""
PADDING: Final = 11
"""Pixels between a block and its words."""
LEADING: Final = 1.18
"""Height of a line for its size."""
LONGEST_NAME: Final = 7
"""Lines of a name at most."""
LONGEST_REST: Final = 4
NAMES: Final = (31, 29, 27)
"""Sizes of a name: smaller where that keeps its longest word whole."""
SLIGHT, DETAIL, STRONG, MARK = 27, 26, 27, 25
"""Sizes of what is between the sessions, of details, of warnings, of marks."""
TICK: Final = 36
"""Pixels that the tick takes before its words."""
INK, FAINT, PAPER, OWN_EDGE, ALARM = "#14202e", "#46525f", "#ffffff", "#12386b", "#8a1f1f"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block: ``top`` and ``left`` are from the inner corner; ``mark`` is drawn with it."""

    text: str
    top: float
    size: float
    colour: str
    bold: bool = False
    left: float = 0
    mark: Style | None = None


@dataclass(frozen=True)
class Pen:
    """What is needed to write: the day, its marks, the words and the letters."""

    programme: Programme
    marks: Marks
    words: Words
    faces: Faces

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Give the width of a text."""
        return (self.faces.bold if bold else self.faces.regular).width(text, size)

    def lines(self, text: str, size: float, width: float, longest: int, *, bold: bool = False) -> tuple[str, ...]:
        """Break a text into lines."""
        return wrap(text, lambda part: self.width(part, size, bold=bold), width, longest=longest)


def column_width(table: Timetable) -> float:
    """Give the width of a column."""
    return (WIDTH - GUTTER - 2 * MARGIN) / len(table.columns)


def block_width(table: Timetable, block: Block) -> float:
    """Give the width of a block."""
    return column_width(table) * block.columns / block.lanes - 2 * GAP


def block_lines(table: Timetable, block: Block, pen: Pen) -> tuple[Line, ...]:
    """Lay out the words of a block from its top down."""
    found: list[Line] = []
    top = 0.0
    width = block_width(table, block) - 2 * PADDING
    for sentence in written(block, table, pen.programme, pen.marks, pen.words):
        for line in _sentence(sentence, block, width, top, pen):
            found.append(line)
            top = line.top + line.size * LEADING + (GAP if line.mark else 0)
    return tuple(found)


def block_height(lines: tuple[Line, ...]) -> float:
    """Give the height of a cell that holds these lines in a block."""
    return lines[-1].top + lines[-1].size * LEADING + (GAP if lines[-1].mark else 0) + 2 * GAP + PADDING


def _sentence(sentence: Written, block: Block, width: float, top: float, pen: Pen) -> Iterator[Line]:
    session = block.session
    colour = FAINT if session.kind in LOGISTIC_KINDS or not session.goes_ahead else INK
    bold, size, left, longest = False, DETAIL, 0, LONGEST_REST
    mark = sentence.style if sentence.style in {Style.OWN, Style.NEWS} else None
    match sentence.style:
        case Style.NAME:
            bold = session.kind not in {"moving", "break"}
            size, longest = (_size(sentence.text, width, pen) if bold else SLIGHT), LONGEST_NAME
        case Style.STRONG:
            bold, size, colour = True, STRONG, ALARM
        case Style.OWN:
            bold, size, colour, left, longest = True, MARK, OWN_EDGE, TICK, 1
        case Style.NEWS:
            bold, size, colour, left, longest = True, MARK, PAPER, PADDING, 1
        case Style.PLAIN:
            pass
    for text in pen.lines(sentence.text, size, width - left, longest, bold=bold):
        yield Line(text, top, size, colour, bold, left, mark)
        top += size * LEADING


def _size(name: str, width: float, pen: Pen) -> int:
    widest = longest_word(name, lambda text: pen.width(text, 1, bold=True))
    return next((size for size in NAMES if widest * size <= width), NAMES[1])
