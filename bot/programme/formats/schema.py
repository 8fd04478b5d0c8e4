"""What may stand in a programme or network file, field by field, as pydantic models."""

from datetime import date, datetime
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from bot.addresses import RESERVED
from bot.programme.formats.times import Span, TimeError, read_moment, read_span
from bot.programme.formats.written import (
    Day,
    Facts,
    Flag,
    GroupName,
    GroupNames,
    Line,
    Lines,
    Mail,
    RoomName,
    SessionName,
    Slug,
    SomeWords,
    Timezone,
    Whole,
    Words,
    choice,
    known,
    named,
    typed,
    wrong,
)
from bot.programme.model import GroupKind, State, Status, Text

FORMAT: Final = "1"
"""The only format there is so far."""


class Fields(BaseModel):
    """Fields of a file: nothing unknown, nothing converted behind one's back."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class GroupFields(Fields):
    """A pijler or themagroep, or a track of one event."""

    slug: Slug
    name: Line
    kind: Annotated[GroupKind | None, BeforeValidator(choice(GroupKind, GroupKind))] = None
    pijler: GroupName | None = None
    english: Line = ""
    aliases: Lines = ()
    abbreviations: Lines = ()
    former_names: Lines = ()
    successor: GroupName | None = None


class RoomFields(Fields):
    """A room and, where known, how to get there."""

    slug: Slug
    name: Line
    number: Whole | None = None
    aliases: Lines = ()
    plenary: Flag = False
    floor: Words = Text()
    route: Words = Text()
    seats: Whole | None = None
    step_free: Flag | None = None


class SpeakerFields(Fields):
    """Somebody with a part; without a name it is the role that tells who."""

    name: Line | None = None
    role: Words = Text()
    part: Line = "speaker"
    provisional: Flag = False
    absent: Flag = False
    count: Whole = 1

    @model_validator(mode="after")
    def _somebody(self) -> "SpeakerFields":
        if self.name is None and not self.role:
            raise wrong("a name or a role", "neither a name nor a role")
        return self


Speakers = tuple[Annotated[SpeakerFields, BeforeValidator(named)], ...]


class ContactFields(Fields):
    """Whom to write to or call."""

    name: Line | None = None
    mail: Mail = ""
    phone: Line = ""
    kind: Line = "secretary"
    note: Words = Text()

    @model_validator(mode="after")
    def _reachable(self) -> "ContactFields":
        if not (self.name or self.mail or self.phone):
            raise wrong("a name, a mail address or a telephone number", "none of them")
        return self


def _last_day(value: date, info: ValidationInfo) -> date:
    first = info.data.get("day")
    if first is not None and value < first:
        raise wrong(f"a day on or after {first}", f"a last day before the first: “{value}”")
    return value


def _day_of_event(value: date, info: ValidationInfo) -> date:
    days = known(info).days
    if days is not None and not days[0] <= value <= days[1]:
        expected = f"{days[0]}" if days[0] == days[1] else f"a day from {days[0]} to {days[1]}"
        raise wrong(expected, f"a day outside the event: “{value}”")
    return value


def _bad(error: TimeError) -> PydanticCustomError:
    return wrong(error.expected, error.found)


def _span(value: object, info: ValidationInfo) -> Span:
    context = known(info)
    days = context.days or (date(2000, 1, 1), date(9999, 1, 1))  # the event's own mistake is told once, there
    try:
        return read_span(typed(value), info.data.get("day") or days[0], context.zone, days[1])
    except TimeError as error:
        raise _bad(error) from None


def _slot_end(value: object, info: ValidationInfo) -> datetime:
    context = known(info)
    days = context.days or (date(2000, 1, 1), date(9999, 1, 1))
    span = info.data.get("time")
    try:
        moment = read_moment(typed(value), info.data.get("day") or days[0], context.zone)
    except TimeError as error:
        raise _bad(error) from None
    if span is not None and moment < (span.end or span.start):
        raise wrong("a time at or after the end of the session", f"a slot that ends too early: “{typed(value)}”")
    return moment


def _own_address(value: str) -> str:
    if value in RESERVED:
        raise wrong("another key: the web pages need this one for themselves")
    return value


class EventFields(Fields):
    """The day (or days) itself."""

    key: Annotated[Slug, AfterValidator(_own_address)]
    title: SomeWords
    day: Day
    last_day: Annotated[Day | None, AfterValidator(_last_day)] = None
    timezone: Timezone = "Europe/Amsterdam"
    state: Annotated[State, BeforeValidator(choice(State, State))] = State.PUBLISHED
    network: Line = "G40"
    city: Line = ""
    venue: Words = Text()
    address: Line = ""
    online: Flag = False
    situation: Words = Text()
    introduction: Words = Text()
    selection: Words = Text()
    registration: Words = Text()
    papers: Words = Text()
    people: Speakers = ()
    contacts: tuple[ContactFields, ...] = ()
    facts: Facts = ()
    source: Line = ""


class SessionFields(Fields):
    """One item of the day; ``day`` stands before ``time``, which is read with it."""

    key: Slug
    title: SomeWords
    kind: Line | None = None
    day: Annotated[Day | None, AfterValidator(_day_of_event)] = None
    time: Annotated[Span, BeforeValidator(_span)]
    slot_end: Annotated[datetime | None, BeforeValidator(_slot_end)] = None
    start_stated: Flag = True
    end_stated: Flag | None = None
    room: RoomName | None = None
    room_certain: Flag = True
    room_note: Words = Text()
    online: Flag | None = None
    status: Annotated[Status, BeforeValidator(choice(Status, Status))] = Status.CONFIRMED
    status_note: Words = Text()
    content_provisional: Flag = False
    available_all_day: Flag = False
    open_to_all: Flag = False
    holds: GroupNames = ()
    prepares: GroupNames = ()
    invited: GroupNames = ()
    speakers: Speakers = ()
    contacts: tuple[ContactFields, ...] = ()
    printed: Line = ""
    summary: Words = Text()
    text: Words = Text()
    audience: Words = Text()
    registration: Words = Text()
    source_id: Line = ""


class NotMeetingFields(Fields):
    """A group that the programme names as not meeting."""

    group: GroupName
    title: Line | None = None
    text: SomeWords
    instead: SessionName | None = None


class NetworkFields(Fields):
    """A whole network file."""

    format: str
    groups: tuple[GroupFields, ...]


class ProgrammeFields(Fields):
    """A whole programme file."""

    format: str
    event: EventFields
    groups: tuple[GroupFields, ...] = ()
    rooms: tuple[RoomFields, ...] = ()
    sessions: tuple[SessionFields, ...] = ()
    not_meeting: tuple[NotMeetingFields, ...] = ()
