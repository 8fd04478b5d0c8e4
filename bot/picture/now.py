"""Where the present moment stands in a picture."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.picture.marks import Marks
from bot.timetable import Timetable

OPEN: Final = timedelta(hours=1)
"""What the last row stands for when it has no end; later than that the moment is no longer in the day."""


def now_at(table: Timetable, marks: Marks, tops: Sequence[float]) -> float | None:
    """Give how far down the present moment is, None when it is not in these rows."""
    row = None if marks.now is None else table.row_at(marks.now)
    if marks.now is None or row is None:
        return None
    shown = table.rows[row]
    gone = (marks.now - shown.start) / ((shown.end or shown.start + OPEN) - shown.start)
    return None if gone > 1 else tops[row] + gone * (tops[row + 1] - tops[row])


def label_top(y: float, high: float, others: Sequence[float], end: float) -> float:
    """Give the top of the label at the line ``y``: beside it, but under the time before it and above the one after.

    ``others`` are the tops of the times, all ``high``. Where there is no room between two, it stands beside the line.
    """
    beside = min(y - high / 2, end - high)
    lowest = min([end, *(other for other in others if other > y)]) - high
    highest = max((other + high for other in others if other <= y), default=beside)
    return beside if highest > lowest else min(max(beside, highest), lowest)
