"""Programmes and networks as YAML files that people write: read, and written so that they read back equal.

A file holds ``format: 1`` and either the ``groups`` of a network, or the ``event`` of a programme with its
``rooms``, ``sessions``, groups that are ``not_meeting``, and ``groups`` of its own: tracks of the event unless
their ``kind`` says that they belong to the network.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from bot.errors import Mistake, ProgrammeFileInvalid
from bot.programme.formats import checks
from bot.programme.formats.marked import Marked, read_marked
from bot.programme.formats.mistakes import from_validation
from bot.programme.formats.schema import (
    ContactFields,
    EventFields,
    GroupFields,
    NetworkFields,
    NotMeetingFields,
    ProgrammeFields,
    SessionFields,
    SpeakerFields,
)
from bot.programme.formats.written import Known, read_date, read_timezone
from bot.programme.model import (
    Contact,
    Event,
    Group,
    GroupKind,
    NotMeeting,
    Programme,
    Relation,
    Room,
    Session,
    SessionGroup,
    Speaker,
)

AnyFields = TypeVar("AnyFields", bound=BaseModel)
T = TypeVar("T")
USUAL_ZONE = "Europe/Amsterdam"


def read_network(text: str, name: str) -> tuple[Group, ...]:
    """Read the groups of a network from a file called ``name``; raises ProgrammeFileInvalid."""
    marked = read_marked(text, name)
    known = Known({}, frozenset(checks.names(marked, "groups", "slug")), frozenset(), None, ZoneInfo(USUAL_ZONE))
    more = (*checks.twice(marked, "groups", "slug"), *checks.group_mistakes(marked, (), GroupKind.THEMAGROEP))
    fields = _validated(NetworkFields, marked, known, more)
    return tuple(_group(group, GroupKind.THEMAGROEP, None) for group in fields.groups)


def read_programme(text: str, name: str, network: Sequence[Group]) -> Programme:
    """Read a programme from a file called ``name``; its groups are the whole network and its own.

    Tracks in ``network`` are left out: they belong to other readings. Raises ProgrammeFileInvalid.
    """
    shared = tuple(group for group in network if group.event is None)
    marked = read_marked(text, name)
    zone = ZoneInfo(_tolerant(read_timezone, marked, "timezone") or USUAL_ZONE)
    first = _tolerant(read_date, marked, "day")
    last = _tolerant(read_date, marked, "last_day") or first
    rooms = {slug: slug for slug in checks.names(marked, "rooms", "slug")}
    numbered = {
        row["number"]: row["slug"] for _, row in checks.items(marked, "rooms") if {"number", "slug"} <= row.keys()
    }
    known = Known(
        rooms={str(number): str(slug) for number, slug in numbered.items()} | rooms,
        groups=frozenset((*(g.slug for g in shared), *checks.names(marked, "groups", "slug"))),
        sessions=frozenset(checks.names(marked, "sessions", "key")),
        days=(first, last) if first and last and first <= last else None,
        zone=zone,
    )
    more = [
        *checks.group_mistakes(marked, shared, GroupKind.TRACK),
        *checks.tracks_in_network(marked, shared),
    ]
    for section, field in (
        ("groups", "slug"),
        ("rooms", "slug"),
        ("rooms", "number"),
        ("sessions", "key"),
        ("not_meeting", "group"),
    ):
        more += checks.twice(marked, section, field)
    fields = _validated(ProgrammeFields, marked, known, more)
    event = _event(fields.event)
    groups = _together(shared, (_group(group, GroupKind.TRACK, event.key) for group in fields.groups))
    return Programme(
        event=event,
        rooms=tuple(Room(**dict(room)) for room in fields.rooms),
        groups=groups,
        sessions=tuple(
            _session(session, event, {group.slug: group for group in groups}) for session in fields.sessions
        ),
        not_meeting=tuple(_not_meeting(entry, {group.slug: group for group in groups}) for entry in fields.not_meeting),
    )


def _validated(model: type[AnyFields], marked: Marked, known: Known, more: Iterable[Mistake]) -> AnyFields:
    """Validate the whole file; every mistake that it or the checks find is raised together."""
    mistakes = [*marked.mistakes, *checks.format_mistakes(marked)]
    if checks.newer(marked):  # what a newer format allows is not for this version to judge
        raise ProgrammeFileInvalid(tuple(mistakes))
    mistakes += more
    try:
        fields = model.model_validate(marked.value, context=known)
    except ValidationError as error:
        found = from_validation(error, marked, model)
        mistakes += (mistake for mistake in found if mistake.field != "format")
    else:
        if not mistakes:
            return fields
    raise ProgrammeFileInvalid(tuple(sorted(mistakes, key=lambda mistake: mistake.line)))


def _tolerant(read: Callable[[object], T], marked: Marked, field: str) -> T | None:
    """Read a field of the event that other fields need, if it can be read; its own mistake is told elsewhere."""
    value = marked.at(("event", field))
    try:
        return None if value is None else read(value)
    except PydanticCustomError:
        return None


def _group(fields: GroupFields, usual: GroupKind, event: str | None) -> Group:
    kind = fields.kind or usual
    return Group(**{**dict(fields), "kind": kind, "event": event if kind is GroupKind.TRACK else None})


def _together(network: Iterable[Group], own: Iterable[Group]) -> tuple[Group, ...]:
    """Put a programme's groups with those of the network; one that says the same slug anew takes its place."""
    groups = {group.slug: group for group in network}
    for group in own:
        groups[group.slug] = replace(group, id=groups[group.slug].id) if group.slug in groups else group
    return tuple(groups.values())


def _event(fields: EventFields) -> Event:
    values = dict(fields)
    first = values.pop("day")
    return Event(
        **{
            **values,
            "first_day": first,
            "last_day": fields.last_day or first,
            "people": _speakers(fields.people),
            "contacts": _contacts(fields.contacts),
        }
    )


def _session(fields: SessionFields, event: Event, groups: Mapping[str, Group]) -> Session:
    values = dict(fields)
    span = fields.time
    for name in ("day", "time", *Relation):
        del values[name]
    parts = ((Relation.HOLDS, fields.holds), (Relation.PREPARES, fields.prepares), (Relation.INVITED, fields.invited))
    holder = groups[fields.holds[0]] if fields.holds else None
    return Session(
        **{
            **values,
            "kind": fields.kind or usual_kind(holder),
            "start": span.start,
            "end": span.end,
            "end_stated": span.end is not None if fields.end_stated is None else fields.end_stated,
            "online": event.online if fields.online is None else fields.online,
            "groups": tuple(SessionGroup(slug, relation) for relation, slugs in parts for slug in slugs),
            "speakers": _speakers(fields.speakers),
            "contacts": _contacts(fields.contacts),
        }
    )


def usual_kind(holder: Group | None) -> str:
    """Say what kind a session is whose file does not: that of the group that holds it, else a meeting."""
    return str(holder.kind) if holder is not None and holder.kind is not GroupKind.TRACK else "meeting"


def _not_meeting(fields: NotMeetingFields, groups: Mapping[str, Group]) -> NotMeeting:
    title = fields.title or groups[fields.group].name
    return NotMeeting(group=fields.group, title=title, text=fields.text, instead=fields.instead)


def _speakers(rows: Iterable[SpeakerFields]) -> tuple[Speaker, ...]:
    return tuple(Speaker(**dict(row)) for row in rows)


def _contacts(rows: Iterable[ContactFields]) -> tuple[Contact, ...]:
    return tuple(Contact(**dict(row)) for row in rows)
