"""What came of reading a clause."""

from dataclasses import dataclass, field

from bot.changing.edit import Edit
from bot.changing.sentences.wish import Problem, ProblemKind
from bot.programme.model import Session

Ways = tuple[tuple[Session, ...], ...]
"""The sessions that may be meant, once for each way to understand the words."""


@dataclass(frozen=True, slots=True)
class Made:
    """The ways to understand a clause, each as edits; or a problem. Neither: it is no change.

    ``sessions`` are what it is about, for a clause after it that names nothing.
    """

    ways: tuple[tuple[Edit, ...], ...] = ()
    problem: Problem | None = None
    undo: bool = False
    sessions: Ways = field(default=())

    def __bool__(self) -> bool:
        return bool(self.ways or self.problem or self.undo)


def problem(kind: ProblemKind, words: str = "", minutes: int | None = None) -> Made:
    """Give a reading that comes to a problem."""
    return Made(problem=Problem(kind=kind, words=words, minutes=minutes))
