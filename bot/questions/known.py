"""All that an answer may draw on."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.programme import queries
from bot.programme.changes import Noted
from bot.programme.model import Event, Programme, Session
from bot.questions.lexicon import Lexicon


@dataclass(frozen=True)
class Known:
    """All an answer may draw on: the day, its names, the moment, other days of the network, what changed lately."""

    programme: Programme
    book: Lexicon
    now: datetime
    others: tuple[Event, ...] = field(default=())
    changes: tuple[Noted, ...] = field(default=())

    @property
    def today(self) -> bool:
        """Whether the moment of asking is on one of the event's days."""
        return self.programme.local(self.now).date() in self.programme.days


def examples(known: Known) -> tuple[Session, ...]:
    """Give two meetings of the day that make good examples: still to come if there are any."""
    found = [s for s in queries.meetings(known.programme.sessions) if s.goes_ahead]
    ahead = [s for s in found if s.start > known.now] or found
    with_room = [s for s in ahead if s.room] or ahead
    return tuple(with_room[1:3] if len(with_room) > 2 else with_room[:2])  # noqa: PLR2004 - not always the first
