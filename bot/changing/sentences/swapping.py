"""Two sessions that change rooms: by the rooms and a time, by their names, or by one of each."""

from collections.abc import Sequence

from bot.changing.edit import Edit, EditKind
from bot.changing.sentences.clause import Clause
from bot.changing.sentences.made import Made, Ways, problem
from bot.changing.sentences.targets import Day, Named, named
from bot.changing.sentences.wish import ProblemKind


def swapped(clause: Clause, day: Day) -> Made:
    """Make a swap of two rooms at a time, of two sessions, or of a session and what is in a room then."""
    found = named(clause.words, day, skip=clause.used)
    if found.asks or clause.denied:
        return Made()
    wrong = _wrong(clause, found)
    if wrong:
        return wrong
    ways = tuple(w for w in found.ways if w)
    if day.about and day.about not in {s for w in ways for s in w}:
        if not ways:
            ways = ((day.about,),)
        elif not clause.places and all(len(w) == 1 for w in ways):
            ways = tuple((day.about, *w) for w in ways)
    places = [p.room for p in clause.places if p.room]
    if len(places) == 2 and not ways:  # noqa: PLR2004 - a swap is of two
        return _of_rooms(clause, places, day)
    if len(places) == 1 and ways and all(len(w) == 1 for w in ways):
        return _of_session_and_room(ways, places[0], day)
    pairs = [w for w in ways if len(w) == 2 and not places]  # noqa: PLR2004 - the same
    if pairs:
        return Made(tuple((Edit(kind=EditKind.SWAP, keys=(a.key, b.key)),) for a, b in pairs), sessions=tuple(pairs))
    return problem(ProblemKind.WHICH) if found.ways or places else Made()


def _wrong(clause: Clause, found: Named) -> Made:
    """Say what in a swap is not there."""
    if found.unknown:
        return problem(ProblemKind.UNKNOWN_SESSION, clause.typed(found.unknown))
    if found.missing:
        return problem(ProblemKind.UNKNOWN_SESSION, found.missing)
    gone = next((p for p in clause.places if p.room is None), None)
    return problem(ProblemKind.UNKNOWN_ROOM, gone.name) if gone else Made()


def _of_rooms(clause: Clause, places: Sequence[str], day: Day) -> Made:
    clocks = clause.times.clocks
    if len(clocks) > 1:
        return problem(ProblemKind.NO_TIME)
    on = day.present()
    if clocks:
        moment = day.moment(clocks[0].time, on)
        both = [day.on_at(room, moment) for room in places]
    else:
        both = [day.on_at(room, day.now) for room in places]
        if not all(both):
            both = [day.next_in(room) for room in places]
    for room, sessions in zip(places, both, strict=True):
        if not sessions:
            return problem(ProblemKind.NOT_ON_THEN, day.programme.room_by_slug[room].name)
    ways = tuple((a, b) for a in both[0] for b in both[1] if a.key != b.key)
    if not ways:
        return problem(ProblemKind.WHICH)
    return Made(tuple((Edit(kind=EditKind.SWAP, keys=(a.key, b.key)),) for a, b in ways), sessions=ways)


def _of_session_and_room(ways: Ways, room: str, day: Day) -> Made:
    edits: list[tuple[Edit, ...]] = []
    for (session,) in ways:
        others = (s for s in day.on_at(room, session.start) if s.key != session.key)
        edits.extend((Edit(kind=EditKind.SWAP, keys=(session.key, other.key)),) for other in others)
    if not edits:
        return problem(ProblemKind.NOT_ON_THEN, day.programme.room_by_slug[room].name)
    return Made(tuple(edits), sessions=ways)
