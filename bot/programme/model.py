"""A day as immutable values: event, rooms, groups, sessions, speakers, and the indexed whole.

References inside a programme are slugs and keys, unique in their event (groups: in the network).
The integer ``id`` of a value is given by storage; 0 means that it was read from a file and not yet kept.
All moments are aware and in UTC; intervals are half-open: a session owns its first minute, not its last.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Final, Literal
from zoneinfo import ZoneInfo

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A text as printed, in Dutch, with its English where somebody wrote one."""

    nl: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.nl or self.en)

    def to(self, language: Language) -> str:
        """Give the text in ``language``, or in the other one rather than nothing."""
        return (self.en or self.nl) if language == "en" else (self.nl or self.en)


class GroupKind(StrEnum):
    """What a group of the network is."""

    PIJLER = "pijler"
    THEMAGROEP = "themagroep"
    TRACK = "track"


class Relation(StrEnum):
    """What a group has to do with a session."""

    HOLDS = "holds"
    PREPARES = "prepares"
    INVITED = "invited"


class Status(StrEnum):
    """Whether the session itself goes ahead; guests and content have marks of their own."""

    CONFIRMED = "confirmed"
    PROVISIONAL = "provisional"
    CANCELLED = "cancelled"


class State(StrEnum):
    """Where an event stands; only a published one pushes anything."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A pijler or themagroep of the network; it outlives a day.

    ``pijler`` and ``successor`` are slugs; ``english`` is a gloss, not a name.
    ``event`` is the key of the event a track belongs to, None for groups of the network.
    """

    slug: str
    name: str
    kind: GroupKind = GroupKind.THEMAGROEP
    pijler: str | None = None
    english: str = ""
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    successor: str | None = None
    event: str | None = None
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of an event; ``number`` is the one printed ("Zaal 1" is the Gravenzaal)."""

    slug: str
    name: str
    number: int | None = None
    aliases: tuple[str, ...] = ()
    plenary: bool = False
    floor: Text = Text()
    route: Text = Text()
    seats: int | None = None
    step_free: bool | None = None
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody with a part in a session or an event, with the role as printed.

    ``name`` is None for guests without one; ``count`` says how many such guests there are.
    ``part`` is an open word: speaker, chair, moderator, host, guest, opening, reflectant, mentioned, …
    """

    name: str | None
    role: Text = Text()
    part: str = "speaker"
    provisional: bool = False
    absent: bool = False
    count: int = 1
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to write to; ``kind`` is secretary, information or registration."""

    name: str | None = None
    mail: str = ""
    phone: str = ""
    kind: str = "secretary"
    note: Text = Text()


@dataclass(frozen=True, slots=True)
class SessionGroup:
    """A group's part in a session."""

    group: str
    relation: Relation = Relation.HOLDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One item of the day.

    ``kind`` is an open word; those known to the wording are in :data:`KNOWN_KINDS`.
    ``end`` and ``room`` may be empty. ``room_certain`` is False where the room is our reading of a
    damaged table. ``slot_end`` is the end of the row in which a session that stops earlier stands.
    ``sequence`` counts changes of time, place and status (RFC 5545 SEQUENCE); ``revision`` is the
    event revision that touched it last, at ``modified``.
    """

    key: str
    title: Text
    kind: str
    start: datetime
    end: datetime | None = None
    start_stated: bool = True
    end_stated: bool = True
    slot_end: datetime | None = None
    room: str | None = None
    room_certain: bool = True
    room_note: Text = Text()
    online: bool = False
    status: Status = Status.CONFIRMED
    status_note: Text = Text()
    content_provisional: bool = False
    available_all_day: bool = False
    open_to_all: bool = False
    groups: tuple[SessionGroup, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    contacts: tuple[Contact, ...] = ()
    printed: str = ""
    summary: Text = Text()
    text: Text = Text()
    audience: Text = Text()
    registration: Text = Text()
    uid: str = ""
    source_id: str = ""
    sequence: int = 0
    revision: int = 0
    modified: datetime | None = None
    id: int = 0

    def runs_at(self, moment: datetime) -> bool:
        """Say whether the session is on: from its first minute up to, not including, its end.

        A session without an end runs from its start on.
        """
        return self.start <= moment and (self.end is None or moment < self.end)

    @property
    def goes_ahead(self) -> bool:
        """Whether the session was not cancelled."""
        return self.status is not Status.CANCELLED

    def holders(self) -> tuple[str, ...]:
        """Give the slugs of the groups that hold the session."""
        return tuple(g.group for g in self.groups if g.relation is Relation.HOLDS)


KNOWN_KINDS: Final = (
    "plenary",
    "pijler",
    "themagroep",
    "themasessie",
    "meeting",
    "conference",
    "talk",
    "arrival",
    "moving",
    "break",
    "lunch",
    "drinks",
    "networking",
)
LOGISTIC_KINDS: Final = frozenset({"arrival", "moving", "break", "lunch", "drinks", "networking"})
"""Kinds that are not a meeting one attends for its subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMeeting:
    """A group that the programme names as not meeting; ``instead`` is the key of the session it joins."""

    group: str
    title: str
    text: Text
    instead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The day itself: where, whose, and what the programme says or does not say about it.

    ``facts`` are practical matters by topic (wifi, parking, route, …): what is stated there, and nothing else.
    ``selection`` is the sentence that says the programme is not complete; empty when it is.
    ``network`` is the name in use at the time (G32, G40).
    """

    key: str
    title: Text
    first_day: date
    last_day: date
    timezone: str = "Europe/Amsterdam"
    state: State = State.PUBLISHED
    network: str = "G40"
    city: str = ""
    venue: Text = Text()
    address: str = ""
    online: bool = False
    situation: Text = Text()
    introduction: Text = Text()
    selection: Text = Text()
    registration: Text = Text()
    papers: Text = Text()
    people: tuple[Speaker, ...] = ()
    contacts: tuple[Contact, ...] = ()
    facts: tuple[tuple[str, Text], ...] = ()
    source: str = ""
    revision: int = 0
    modified: datetime | None = None
    id: int = 0

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the event's times are shown."""
        return ZoneInfo(self.timezone)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """What the organisers answered to a question that the programme does not, kept for whoever asks it again.

    ``topic`` is a practical matter (wifi, parking); without one the same question is known by ``asked``
    (who, when, …) and its ``words``, sorted. It says nothing about who asked.
    """

    question: str
    answer: str
    topic: str = ""
    asked: str = ""
    words: tuple[str, ...] = ()
    id: int = 0


@dataclass(frozen=True)
class Programme:
    """A whole day, indexed; sessions in order of start, room number and key."""

    event: Event
    rooms: tuple[Room, ...] = ()
    groups: tuple[Group, ...] = ()
    sessions: tuple[Session, ...] = ()
    not_meeting: tuple[NotMeeting, ...] = ()
    kept_answers: tuple[KeptAnswer, ...] = ()

    def __post_init__(self) -> None:
        numbers = {room.slug: room.number or 0 for room in self.rooms}
        ordered = sorted(self.sessions, key=lambda s: (s.start, numbers.get(s.room or "", 99), s.key))
        object.__setattr__(self, "sessions", tuple(ordered))

    def __hash__(self) -> int:
        return hash((self.event.key, self.event.revision))

    @cached_property
    def session_by_key(self) -> dict[str, Session]:
        """Sessions by key."""
        return {session.key: session for session in self.sessions}

    @cached_property
    def session_by_id(self) -> dict[int, Session]:
        """Sessions by the id that storage gave."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def room_by_slug(self) -> dict[str, Room]:
        """Rooms by slug."""
        return {room.slug: room for room in self.rooms}

    @cached_property
    def group_by_slug(self) -> dict[str, Group]:
        """Groups by slug."""
        return {group.slug: group for group in self.groups}

    @cached_property
    def group_by_id(self) -> dict[int, Group]:
        """Groups by the id that storage gave."""
        return {group.id: group for group in self.groups}

    @cached_property
    def _place(self) -> dict[str, int]:
        return {session.key: index for index, session in enumerate(self.sessions)}

    def in_order(self, keys: Iterable[str]) -> tuple[Session, ...]:
        """Give the sessions with these keys in order; a key that is not there is left out."""
        return tuple(self.sessions[i] for i in sorted({self._place[key] for key in keys if key in self._place}))

    @cached_property
    def _by_day(self) -> dict[date, tuple[Session, ...]]:
        found: dict[date, list[Session]] = {}
        for session in self.sessions:
            found.setdefault(self.local(session.start).date(), []).append(session)
        return {day: tuple(sessions) for day, sessions in found.items()}

    def on(self, day: date) -> tuple[Session, ...]:
        """Give the sessions that start on a local day in order, cancelled ones included."""
        return self._by_day.get(day, ())

    @cached_property
    def _by_room(self) -> dict[str, tuple[Session, ...]]:
        return _gather((s.room, s) for s in self.sessions if s.room)

    @cached_property
    def _by_group(self) -> dict[str, tuple[Session, ...]]:
        return _gather((g.group, s) for s in self.sessions for g in s.groups)

    def in_room(self, slug: str) -> tuple[Session, ...]:
        """Give the sessions of a room in order, cancelled ones included."""
        return self._by_room.get(slug, ())

    def of_group(self, slug: str) -> tuple[Session, ...]:
        """Give the sessions a group holds, prepares or is invited to, in order."""
        return self._by_group.get(slug, ())

    def themagroepen_of(self, pijler: str) -> tuple[Group, ...]:
        """Give the themagroepen of a pijler in the order of the network."""
        return tuple(g for g in self.groups if g.pijler == pijler)

    def local(self, moment: datetime) -> datetime:
        """Give ``moment`` in the zone of the event."""
        return moment.astimezone(self.zone)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone of the event."""
        return self.event.zone

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The local days on which something starts, in order."""
        return tuple(sorted(self._by_day))


def _gather(pairs: Iterable[tuple[str | None, Session]]) -> dict[str, tuple[Session, ...]]:
    found: dict[str, list[Session]] = {}
    for name, session in pairs:
        found.setdefault(name or "", []).append(session)
    return {name: tuple(sessions) for name, sessions in found.items()}
