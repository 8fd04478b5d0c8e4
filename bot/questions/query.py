"""What a person asked, understood: the query that the parser makes and the answer starts from."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError


class Ask(StrEnum):
    """What the person wants to know."""

    WHAT = "what"
    WHERE = "where"
    WHEN = "when"
    UNTIL = "until"
    DURATION = "duration"
    RUNNING = "running"
    """Whether something has begun, is going on or is over, and how long it still takes."""
    COUNT = "count"
    WHO = "who"
    LEADS = "leads"
    CONTACT = "contact"
    JOIN = "join"
    ABOUT = "about"
    AUDIENCE = "audience"
    ABSENT = "absent"
    CERTAIN = "certain"
    NOW = "now"
    NEXT = "next"
    PREVIOUS = "previous"
    PARALLEL = "parallel"
    BOTH = "both"
    """Whether one can be at all that is named."""
    REST = "rest"
    """What is left of the day."""
    FREE = "free"
    FIRST = "first"
    LAST = "last"
    DAY = "day"
    HOST = "host"
    FACT = "fact"
    PAPERS = "papers"
    CHANGES = "changes"
    OTHER_DAYS = "other_days"
    LATE = "late"
    MEANING = "meaning"
    CALENDAR = "calendar"
    CALENDAR_CHECK = "calendar_check"
    CLOCK = "clock"
    MINE = "mine"
    FOLLOW = "follow"
    FOLLOWED = "followed"
    """Whether something is followed, or what is."""
    UNFOLLOW = "unfollow"
    HELP = "help"
    THANKS = "thanks"
    GREETING = "greeting"
    NOTHING = "nothing"
    """A message without a word in it."""


class TopicKind(StrEnum):
    """What a name in a question stands for."""

    GROUP = "group"
    SESSION = "session"
    PERSON = "person"
    MENTION = "mention"
    WORD = "word"
    KIND = "kind"


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """Something the question is about: a group's slug, a session's key, a person's name, a kind, a word of a text."""

    kind: TopicKind
    key: str


@dataclass(frozen=True, slots=True)
class When:
    """The understood time, aware, in UTC: a moment (``at``), a span from ``at`` to ``end``, or a whole local day."""

    kind: Literal["at", "span", "day"]
    at: datetime | None = None
    end: datetime | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One question, understood.

    ``room`` is a slug, ``unknown_room`` a room's name that this day does not have.
    ``topics`` are meant together; ``options`` are meant one of them, and the person must say which.
    ``unknown`` are content words that nothing in the day explains. ``fact`` is a practical matter (wifi, parking).
    ``past`` says that the question looks back, ``titled`` that it asks for people by what they are.
    ``sessions`` are the keys the answer named, for a question that refers back to it; ``earlier`` those of the answer
    before, where this question went on from that. ``since`` is the time last spoken of before it.
    """

    ask: Ask = Ask.WHAT
    room: str | None = None
    unknown_room: str = ""
    when: When | None = None
    topics: tuple[Topic, ...] = ()
    options: tuple[Topic, ...] = ()
    unknown: tuple[str, ...] = ()
    fact: str = ""
    term: str = ""
    all_of: bool = False
    only_kind: str = ""
    refers: bool = False
    counts_people: bool = False
    of_a_meeting: bool = False
    of_a_room: bool = False
    past: bool = False
    titled: bool = False
    sessions: tuple[str, ...] = field(default=())
    earlier: tuple[str, ...] = ()
    since: datetime | None = field(default=None, compare=False)

    def answered_with(self, sessions: tuple[str, ...]) -> "Query":
        """Give the query with the keys of the sessions that its answer named."""
        return replace(self, sessions=sessions)

    def to_json(self) -> dict[str, Any]:
        """Give the query as values that JSON can hold."""
        found: dict[str, Any] = _ADAPTER.dump_python(self, mode="json")
        return found

    @staticmethod
    def from_json(data: object) -> "Query | None":
        """Read a kept query; None when it was written by a version that spoke otherwise."""
        try:
            return _ADAPTER.validate_python(data)
        except ValidationError:
            return None


_ADAPTER: TypeAdapter[Query] = TypeAdapter(Query)
