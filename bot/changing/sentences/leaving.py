"""That a room cannot be used, and no more: «Europa past niet meer in zaal 2», «zaal 5 valt uit»."""

from dataclasses import dataclass
from datetime import datetime

from bot.changing.sentences.asking import asks, begin
from bot.changing.sentences.grounds import ground_alone
from bot.changing.sentences.targets import Day, named
from bot.changing.sentences.typed import corrected, read
from bot.programme.model import Programme, Room, Session
from bot.questions.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Leaving:
    """A room that must be left, and by what: the session that is named, else what is there still on that day.

    ``holds``: something smaller can come in its place.
    """

    room: Room
    sessions: tuple[Session, ...]
    holds: bool


def leaving(text: str, programme: Programme, *, now: datetime) -> Leaving | None:
    """Give the room of which a sentence says that it cannot be used; None when it says something else.

    Where to is not said, so nothing can be changed yet.
    """
    typed = read(text)
    start = begin([t.text for t in typed])
    # «we passen niet in zaal 5» is said of the meeting.
    typed = typed[start + 1 :] if [t.text for t in typed[start : start + 1]] in (["we"], ["wij"]) else typed[start:]
    if not typed or asks([t.text for t in typed], bare=False):
        return None
    book = lexicon(programme)
    alone = ground_alone(corrected(typed, book), programme)
    if alone is None:
        return None
    room = programme.room_by_slug[alone.room]
    day = Day(programme, book, now)
    if not alone.tokens:
        there = day.to_come(s for s in programme.in_room(room.slug) if s.goes_ahead)
        return Leaving(room, tuple(s for s in there if day.local(s) == day.present()), alone.holds)
    found = named([t.text for t in alone.tokens], day, skip=frozenset())
    meant = {s.key: s for way in found.ways for s in way if s.goes_ahead}
    if len(meant) != 1 or found.unknown or found.asks:
        return None
    return Leaving(room, tuple(meant.values()), alone.holds)
