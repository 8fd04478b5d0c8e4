"""What an answer holds, before anybody words it: each kind of answer is a small frozen value."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.programme.changes import Noted
from bot.programme.model import Event, Group, KeptAnswer, NotMeeting, Room, Session, Speaker, Text
from bot.programme.queries import RoomMoment
from bot.questions.lexicon import Appearance
from bot.questions.query import Ask, Topic


@dataclass(frozen=True, slots=True)
class RoomAt:
    """What is in a room at a moment; ``present`` when the moment is now."""

    state: RoomMoment
    moment: datetime
    present: bool


@dataclass(frozen=True, slots=True)
class RoomList:
    """The sessions of a room, of a day or a part of it (``span``)."""

    room: Room
    sessions: tuple[Session, ...]
    span: tuple[datetime, datetime] | None = None


@dataclass(frozen=True, slots=True)
class RoomPlace:
    """Where a room is, as far as the day says, and what is there now or next."""

    state: RoomMoment
    moment: datetime


@dataclass(frozen=True, slots=True)
class Slot:
    """What runs at a moment and what begins next."""

    moment: datetime
    sessions: tuple[Session, ...]
    next: tuple[Session, ...]
    present: bool
    focus: Ask = Ask.WHAT


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What begins first after a moment; ``room`` when only that room was asked about, ``after`` an item it follows.

    ``later`` is the rest of the day, where that was asked about.
    """

    moment: datetime
    next: tuple[Session, ...]
    current: tuple[Session, ...] = ()
    room: Room | None = None
    after: Session | None = None
    later: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class Preceding:
    """What came before an item or a moment."""

    moment: datetime
    sessions: tuple[Session, ...]
    before: Session | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """What is on between two moments."""

    start: datetime
    end: datetime
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One session, told with an eye to what was asked of it."""

    session: Session
    focus: Ask


@dataclass(frozen=True, slots=True)
class Cards:
    """Several sessions that were asked for, each told briefly."""

    sessions: tuple[Session, ...]
    focus: Ask
    absent: tuple[NotMeeting, ...] = ()
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Parallel:
    """What is on at the same time as a session."""

    session: Session
    others: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a session of today is at a moment: still to come, going on, or over."""

    session: Session
    moment: datetime


@dataclass(frozen=True, slots=True)
class Together:
    """Whether one can be at all of several sessions; ``clash`` is when two of them are on at the same time."""

    sessions: tuple[Session, ...]
    clash: tuple[datetime, datetime] | None


@dataclass(frozen=True, slots=True)
class NotMeets:
    """A group of which the day says that it does not meet."""

    item: NotMeeting
    instead: Session | None


@dataclass(frozen=True, slots=True)
class Absent:
    """A group that this day does not mention; ``others`` is what a pijler without a meeting of its own holds."""

    group: Group
    others: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a part in the day."""

    name: str
    appearances: tuple[Appearance, ...]
    sessions: tuple[Session, ...]
    focus: Ask


@dataclass(frozen=True, slots=True)
class People:
    """Several people with a part in the same session, asked for together."""

    people: tuple[Speaker, ...]
    session: Session


@dataclass(frozen=True, slots=True)
class NotOn:
    """What was announced and does not go ahead: cancelled sessions, and groups that do not meet."""

    cancelled: tuple[Session, ...]
    groups: tuple[NotMeeting, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Somebody who is named in a text and has no part."""

    name: str
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class InTexts:
    """Words that stand in the texts of sessions; ``people`` when somebody was asked for by them."""

    words: tuple[str, ...]
    sessions: tuple[Session, ...]
    focus: Ask
    people: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """A name that the question may have meant, and its session when it has just one."""

    label: Text
    topic: Topic
    session: Session | None = None


@dataclass(frozen=True, slots=True)
class Which:
    """Names that the question may have meant; ``ask`` is what was asked of the one that is."""

    options: tuple[Option, ...]
    ask: Ask = Ask.WHAT


@dataclass(frozen=True, slots=True)
class WhichOfKind:
    """A kind of meeting of which there are several, by the time they begin."""

    kind: str
    starts: tuple[tuple[datetime, tuple[Session, ...]], ...]
    ask: Ask = Ask.WHAT


@dataclass(frozen=True, slots=True)
class NotFound:
    """Words that nothing in the day explains; ``near`` are the names most like them, ``ask`` what was asked.

    ``name`` is the name of somebody, where the words are one.
    """

    words: tuple[str, ...]
    examples: tuple[Session, ...]
    near: tuple[Option, ...] = ()
    ask: Ask = Ask.WHAT
    name: str = ""


@dataclass(frozen=True, slots=True)
class NoSuchRoom:
    """A room that this day does not have."""

    name: str
    rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """A moment before the first or after the last item of the day."""

    moment: datetime
    first: Session
    last: Session
    before: bool


@dataclass(frozen=True, slots=True)
class NoProgrammeOn:
    """A day on which there is nothing; ``event`` is the day there is."""

    day: date
    event: Event


@dataclass(frozen=True, slots=True)
class Bound:
    """The first or last item of the day."""

    first: Session
    last: Session
    focus: Ask


@dataclass(frozen=True, slots=True)
class TheDay:
    """The day itself: date, place, address, host."""

    event: Event
    focus: Ask
    people: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherDays:
    """The days before and after this one, as far as they are known here."""

    event: Event
    earlier: Event | None
    later: Event | None


@dataclass(frozen=True, slots=True)
class Practical:
    """A practical matter: what the day says of it, or nothing."""

    topic: str
    text: Text
    event: Event


@dataclass(frozen=True, slots=True)
class Amount:
    """How many there are of something; ``people`` when it is speakers that were counted."""

    what: str
    count: int
    people: tuple[Speaker, ...] = ()
    rooms: tuple[Room, ...] = ()
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class Free:
    """The rooms that are empty at a moment, and where one can meet others."""

    moment: datetime
    rooms: tuple[RoomMoment, ...]
    networking: Session | None
    used: Session | None
    present: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word of the network means."""

    term: str


@dataclass(frozen=True, slots=True)
class Late:
    """What somebody who comes late still catches: what runs now and what is next."""

    moment: datetime
    current: tuple[Session, ...]
    next: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What has changed in the day: the sessions and when the last change was made.

    ``asked`` are the sessions that the question was about, none for the whole day. ``noted`` are today's changes
    with what was and is, where they are known, in order of time; ``today`` is False when the last change is of an
    earlier day. ``restored``: what was changed today is again as it was.
    """

    sessions: tuple[Session, ...]
    at: datetime | None
    asked: tuple[Session, ...] = ()
    noted: tuple[Noted, ...] = ()
    today: bool = True
    restored: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What the organisers answered to the same question before."""

    kept: KeptAnswer


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole day."""

    event: Event
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """Where the papers are, of the day or of a session.

    ``of_others``: they are those of another item. ``unnamed`` is a place that was asked about and is not named.
    """

    event: Event
    session: Session | None
    of_others: bool = False
    unnamed: str = ""


@dataclass(frozen=True, slots=True)
class Joining:
    """How to take part in the day, and whom to write to."""

    event: Event
    focus: Ask
    people: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeNow:
    """What the clock says."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class Social:
    """A greeting, thanks, a call for help, or nothing that can be read; ``examples`` show what can be asked."""

    ask: Ask
    examples: tuple[Session, ...] = ()


Answer = (
    RoomAt
    | RoomList
    | RoomPlace
    | Slot
    | Upcoming
    | Preceding
    | Span
    | Card
    | Cards
    | Parallel
    | Progress
    | Together
    | NotMeets
    | Absent
    | Person
    | People
    | NotOn
    | Mentioned
    | InTexts
    | Which
    | WhichOfKind
    | NotFound
    | NoSuchRoom
    | Outside
    | NoProgrammeOn
    | Bound
    | TheDay
    | OtherDays
    | Practical
    | Amount
    | Free
    | Meaning
    | Late
    | Changed
    | Told
    | Overview
    | Papers
    | Joining
    | TimeNow
    | Social
)
