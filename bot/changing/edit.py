"""Edits of a day as values, and the programme that they make: nothing is kept here, and nobody is told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.changing.turning import LATER, turned, waits
from bot.errors import NothingChanges, OutsideTheDay, UnknownReference, UnknownSession
from bot.programme.model import Programme, Session, Speaker, Status, Text


class EditKind(StrEnum):
    """What an edit does; the words are kept, so they keep their meaning."""

    ROOM = "room"
    TIME = "time"
    LATER = "later"
    OFF = "off"
    ON = "on"
    SWAP = "swap"
    ONLINE = "online"
    SPEAKER = "speaker"
    COMES = "comes"
    DAY_OFF = "day-off"
    DAY_ONLINE = "day-online"
    DAY_BACK = "day-back"
    POSTPONE = "postpone"
    RESTORE = "restore"


NO_TEXT: Final = Text()
MENTIONED: Final = "mentioned"
"""The part of somebody whom a text names and who does not speak."""
DAY: Final = frozenset({EditKind.DAY_OFF, EditKind.DAY_ONLINE, EditKind.DAY_BACK})
"""Edits of the whole day, for organisers only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One edit, of the sessions with ``keys`` (none for the whole day).

    ROOM: to the room with slug ``room``; what waited for its secretary goes ahead there. TIME: ``start`` and
    ``end``, each None for "as it was"; with a start alone the session keeps its length. LATER: by ``minutes``, less
    than nothing for earlier. OFF: does not go ahead; ON: does after all. SWAP: the two keys change rooms. ONLINE:
    goes ahead online, not in a room. SPEAKER: ``name`` cannot come; ``instead`` comes in the place, if anybody.
    COMES: ``name`` comes, after all or besides who were to; ``instead``, who came in
    the place, goes.
    POSTPONE: is held some other day. RESTORE: as ``before`` has it, in ``fields`` alone where these are named.
    DAY_BACK: the day is as ``situation`` and ``online`` say.
    """

    kind: EditKind
    keys: tuple[str, ...] = ()
    room: str = ""
    start: datetime | None = None
    end: datetime | None = None
    minutes: int = 0
    name: str = ""
    instead: str = ""
    before: Session | None = None
    fields: tuple[str, ...] = ()
    situation: Text = NO_TEXT
    online: bool = False


DAY_BACK: Final = Edit(kind=EditKind.DAY_BACK)
"""That the day goes ahead after all, said before it is known how it was."""


def applied(programme: Programme, edits: Iterable[Edit]) -> Programme:
    """Give the programme as the edits make it, one after the other.

    Raises UnknownSession and UnknownReference for what is not there (any more), OutsideTheDay for a time that is on
    no day of the event, NothingChanges when all is so already.
    """
    edited = programme
    for edit in edits:
        edited = _applied(edited, edit)
    if edited == programme:
        raise NothingChanges
    return edited


def _applied(programme: Programme, edit: Edit) -> Programme:
    if edit.kind is EditKind.DAY_BACK:
        return replace(programme, event=replace(programme.event, situation=edit.situation, online=edit.online))
    if edit.kind in DAY:
        return turned(programme, online=edit.kind is EditKind.DAY_ONLINE)
    if edit.kind is EditKind.SWAP:
        return _swapped(programme, *edit.keys)
    if edit.kind is EditKind.RESTORE:
        return _restored(programme, edit)
    if edit.kind is EditKind.ROOM and edit.room not in programme.room_by_slug:
        raise UnknownReference("room", edit.room, ", ".join(edit.keys))
    return _with(programme, {key: _EDITS[edit.kind](_session(programme, key), edit) for key in edit.keys})


def _session(programme: Programme, key: str) -> Session:
    found = programme.session_by_key.get(key)
    if found is None:
        raise UnknownSession(key, programme.event.key)
    return found


def _with(programme: Programme, changed: dict[str, Session]) -> Programme:
    for session in changed.values():
        before = programme.session_by_key.get(session.key)
        if before is None or (before.start, before.end) != (session.start, session.end):
            _see_that_it_is_on_a_day(programme, session)
    kept = tuple(changed.get(s.key, s) for s in programme.sessions)
    new = tuple(s for key, s in changed.items() if key not in programme.session_by_key)
    return replace(programme, sessions=kept + new)


def _see_that_it_is_on_a_day(programme: Programme, session: Session) -> None:
    """Raise OutsideTheDay for a session that begins on no day of the event, or ends before it begins or days later."""
    event = programme.event
    day = programme.local(session.start).date()
    end = session.end
    ends_well = end is None or (end > session.start and programme.local(end).date() == day)
    if not (event.first_day <= day <= event.last_day and ends_well):
        raise OutsideTheDay(session.key, session.start, end)


def _roomed(session: Session, edit: Edit) -> Session:
    # A room that somebody chose is no reading of a damaged table any more, and who gives one says that it goes ahead.
    certain = _on(session, edit) if waits(session) else session
    return replace(certain, room=edit.room, room_certain=True, room_note=Text(), online=False)


def _timed(session: Session, edit: Edit) -> Session:
    start = edit.start or session.start
    length = None if session.end is None else session.end - session.start
    end = edit.end or (None if length is None else start + length)
    stated = session.end_stated if edit.end is None else True
    return replace(session, start=start, end=end, start_stated=True, end_stated=stated)


def _later(session: Session, edit: Edit) -> Session:
    shift = timedelta(minutes=edit.minutes)
    end = None if session.end is None else session.end + shift
    return replace(session, start=session.start + shift, end=end)


def _off(session: Session, _edit: Edit) -> Session:
    return replace(session, status=Status.CANCELLED, status_note=Text())


def _postponed(session: Session, _edit: Edit) -> Session:
    return replace(session, status=Status.CANCELLED, status_note=LATER)


def _on(session: Session, _edit: Edit) -> Session:
    return replace(session, status=Status.CONFIRMED, status_note=Text())


def _online(session: Session, edit: Edit) -> Session:
    certain = _on(_timed(session, edit), edit)
    return replace(certain, room=None, room_certain=True, room_note=Text(), online=True)


def _without(session: Session, edit: Edit) -> Session:
    """Give the session with a speaker marked as absent, and with who comes instead in the same part, after them."""
    speakers: list[Speaker] = []
    for person in session.speakers:
        is_it = person.name == edit.name
        speakers.append(replace(person, absent=True) if is_it else person)
        if is_it and edit.instead and not any(p.name == edit.instead for p in session.speakers):
            speakers.append(Speaker(name=edit.instead, part=person.part))
    return replace(session, speakers=tuple(speakers))


def _with_speaker(session: Session, edit: Edit) -> Session:
    """Give the session with a speaker present: one who was absent, without who came instead; else one more."""
    if not any(p.name == edit.name for p in session.speakers):
        return replace(session, speakers=(*session.speakers, Speaker(name=edit.name)))
    stay = [p for p in session.speakers if not (edit.instead and p.name == edit.instead)]
    return replace(session, speakers=tuple(_present(p) if p.name == edit.name else p for p in stay))


def _present(person: Speaker) -> Speaker:
    return replace(person, absent=False, part="speaker" if person.part == MENTIONED else person.part)


_EDITS: Final[dict[EditKind, Callable[[Session, Edit], Session]]] = {
    EditKind.ROOM: _roomed,
    EditKind.TIME: _timed,
    EditKind.LATER: _later,
    EditKind.OFF: _off,
    EditKind.ON: _on,
    EditKind.POSTPONE: _postponed,
    EditKind.ONLINE: _online,
    EditKind.SPEAKER: _without,
    EditKind.COMES: _with_speaker,
}


def _swapped(programme: Programme, key: str, other: str) -> Programme:
    one, two = _session(programme, key), _session(programme, other)

    def in_room_of(session: Session, place: Session) -> Session:
        return replace(
            session,
            room=place.room,
            room_certain=True,
            room_note=Text(),
            online=place.online,
        )

    return _with(programme, {key: in_room_of(one, two), other: in_room_of(two, one)})


def _restored(programme: Programme, edit: Edit) -> Programme:
    """Give the programme with a session as it was; one that was new leaves it again.

    What others changed in it since stays. Raises UnknownReference for a room that is gone.
    """
    before = edit.before
    if before is not None:
        now = programme.session_by_key.get(before.key)
        if now is not None and edit.fields:
            before = replace(now, **{name: getattr(before, name) for name in edit.fields})
        if before.room is not None and before.room not in programme.room_by_slug:
            raise UnknownReference("room", before.room, before.key)
        return _with(programme, {before.key: before})
    gone = frozenset(edit.keys)
    return replace(programme, sessions=tuple(s for s in programme.sessions if s.key not in gone))
