"""How high the rows of a picture are, and how a day is divided over pictures that can be read."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from bot.timetable import Block, Timetable, part, seams

WIDEST: Final = 6
"""Columns side by side on a phone at most."""
TALLEST: Final = 1500
"""Pixels that the rows of one picture take: Telegram makes large photos smaller, and the text in them with it."""
MOST_PICTURES: Final = 4
MOST_BLOCKS: Final = 160
"""Sessions of a day of which pictures are made; with more nobody finds anything in them."""
NARROWEST: Final = 90
"""Pixels in which a session can stand beside others in one room."""
LABELLED: Final = 38
"""Pixels of a row in which something begins: its time stands beside it."""
THIN: Final = 12
"""Pixels of a row in which nothing begins."""

Height = Callable[[Timetable, Block], float]
"""Says how many pixels the words of a block take."""


def heights(table: Timetable, needed: Height) -> tuple[float, ...]:
    """Give the height of each row: enough for the words of every block in it."""
    begins = {block.row for block in table.blocks}
    found: list[float] = [LABELLED if row in begins else THIN for row in range(len(table.rows))]
    for block in sorted(table.blocks, key=lambda b: b.rows):
        missing = needed(table, block) - sum(found[block.row : block.row + block.rows])
        if missing > 0:
            for row in range(block.row, block.row + block.rows):
                found[row] += missing / block.rows
    return tuple(found)


def pictures(table: Timetable, needed: Height, width: float) -> tuple[Timetable, ...]:
    """Divide a day over pictures: few enough columns beside each other, few enough rows above each other.

    Fewer columns where sessions that share a room need the width. Nothing when there would be too many pictures, or
    when what stands in them could not be read.
    """
    if not table.blocks or len(table.blocks) > MOST_BLOCKS or len(table.columns) > WIDEST * MOST_PICTURES:
        return ()
    lanes = max(block.lanes for block in table.blocks)
    widest = min(WIDEST, int(width / lanes / NARROWEST))
    if not widest:
        return ()
    found = [piece for beside in _beside(table, widest) for piece in _above(beside, needed)]
    return () if len(found) > MOST_PICTURES else tuple(found)


def _beside(table: Timetable, widest: int) -> Iterator[Timetable]:
    """Divide the columns evenly, at most ``widest`` beside each other."""
    columns = len(table.columns)
    count = -(-columns // widest)
    for i in range(count):
        yield part(table, range(len(table.rows)), range(columns * i // count, columns * (i + 1) // count))


def _above(table: Timetable, needed: Height) -> Iterator[Timetable]:
    """Divide the rows where no session is cut in two, as evenly as that goes."""
    tops = [0.0]
    for height in heights(table, needed):
        tops.append(tops[-1] + height)
    count = -(-int(tops[-1]) // TALLEST)
    whole = seams(table) or tuple(range(1, len(table.rows)))
    cuts = {min(whole, key=lambda row: abs(tops[row] - tops[-1] * i / count)) for i in range(1, count) if whole}
    edges = [0, *sorted(cuts), len(table.rows)]
    for first, after in pairwise(edges):
        yield part(table, range(first, after), range(len(table.columns)))
