"""A session as a VEVENT (RFC 5545 3.6.1)."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Alarm, Conference, Event, vCalAddress, vCategory

from bot.ical.description import contact_line, description, event_name
from bot.ical.text import add_text, one_line, text_value
from bot.programme.model import Group, GroupKind, Language, Programme, Relation, Session, Status
from bot.wording.catalogue import Words
from bot.wording.names import capital, clock, joined, room_full_name, session_name

STATUSES: Final = {
    Status.CONFIRMED: "CONFIRMED",
    Status.PROVISIONAL: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
}
UNOCCUPIED: Final = frozenset({"moving", "networking"})
"""Kinds during which a person is free for something else, so that they show as free time."""


def session_event(
    session: Session,
    programme: Programme,
    *,
    language: Language,
    words: Words,
    lead: int | None,
    stamp: datetime,
    organizer: str,
    link: str | None = None,
    conference: str | None = None,
    attendee: str | None = None,
) -> Event:
    """Make the entry of a session; ``lead`` is the alarm's time before the start in minutes.

    ``link`` leads to the session; ``conference`` is where an online one is held, for nobody but the entitled.
    ``attendee`` is the mail address that an invitation goes to (RFC 6047), of which no answer is asked.
    A session whose end is not stated gets no DTEND: by RFC 5545 it then ends when it starts, so that the
    entry claims the beginning and nothing more, and its text says that the end is not stated.
    Raises ValueError for a session without uid: one that storage has not kept.
    """
    if not session.uid:
        raise ValueError(f"session {session.key!r} has no uid: only a programme from storage has calendar entries")
    event = Event()
    title, location = summary(session, programme, words), place(session, programme, words, language)
    start, end = _moments(session, programme)
    event.add("uid", session.uid)
    event.add("sequence", session.sequence)
    event.add("dtstamp", stamp)
    if session.modified:
        event.add("last-modified", session.modified)
    event.add("dtstart", start)
    if end:
        event.add("dtend", end)
    add_text(event, "summary", title)
    add_text(event, "location", location)
    add_text(event, "description", description(session, programme, words, language=language))
    event.add("status", STATUSES[session.status])
    event.add("class", "PUBLIC")
    event.add("transp", "OPAQUE" if session.goes_ahead and session.kind not in UNOCCUPIED else "TRANSPARENT")
    event.add("organizer", _organizer(session, programme, words, language, organizer), encode=False)
    for contact in session.contacts:
        add_text(event, "contact", contact_line(contact, language))
    if named := categories(session, programme):
        event.add("categories", _categories(named), encode=False)
    if link:
        event.add("url", link)
    if conference and session.online and session.goes_ahead:
        event.add("conference", Conference(conference, label=words("calendar-location-online")).to_uri())
    if attendee:
        event.add("attendee", _attendee(attendee), encode=False)
    if lead is not None and session.goes_ahead:
        event.add_component(_alarm(session, programme, words, title, lead))
    return event


def summary(session: Session, programme: Programme, words: Words) -> str:
    """Title the entry; what is off or unsure also says so here, as not every program shows STATUS."""
    name = capital(session_name(session, programme, words))
    if session.status is Status.CANCELLED:
        return words("calendar-title-cancelled", title=name)
    if session.status is Status.PROVISIONAL:
        return words("calendar-title-provisional", title=name)
    return name


def place(session: Session, programme: Programme, words: Words, language: Language) -> str:
    """Give the room, building, address and city as far as they are stated; "online" for an online session."""
    room = programme.room_by_slug.get(session.room or "")
    event = programme.event
    parts = [capital(room_full_name(room, words))] if room else []
    if session.online:
        parts.append(words("calendar-location-online"))
    if not session.online or room:
        parts += [part for part in (event.venue.to(language), event.address, event.city) if part]
    # A city or room that the parts before it already name is not said again.
    said: list[str] = []
    for part in parts:
        if part.casefold() not in ", ".join(said).casefold():
            said.append(part)
    return ", ".join(said)


def categories(session: Session, programme: Programme) -> tuple[str, ...]:
    """Name the groups of a session, each after its pijler."""
    slugs: list[str] = []
    for group in _groups(session, programme):
        slugs += [slug for slug in (group.pijler, group.slug) if slug and slug not in slugs]
    return tuple(programme.group_by_slug[slug].name for slug in slugs if slug in programme.group_by_slug)


def _groups(session: Session, programme: Programme) -> Sequence[Group]:
    """Give the groups that hold or prepare a session; those invited to it have no part in it."""
    own = (g.group for g in session.groups if g.relation is not Relation.INVITED)
    return [programme.group_by_slug[slug] for slug in own if slug in programme.group_by_slug]


def _moments(session: Session, programme: Programme) -> tuple[datetime, datetime | None]:
    """Give start and end in the event's zone, or both in UTC where local time is ambiguous.

    When summer time ends an hour comes twice. By RFC 5545 3.3.5 a local time in it means the first;
    libical and ical.js take the second.
    """
    moments = [session.start] if session.end is None else [session.start, session.end]
    local = [programme.local(moment) for moment in moments]
    if any(moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset() for moment in local):
        local = [moment.astimezone(UTC) for moment in moments]
    return local[0], local[1] if len(local) > 1 else None


def _organizer(session: Session, programme: Programme, words: Words, language: Language, address: str) -> vCalAddress:
    """Give the one fixed address under the name of the group that holds the session, else of the day."""
    groups = (programme.group_by_slug.get(slug) for slug in session.holders())
    name = joined([_group_name(group, words) for group in groups if group], words)
    organizer = vCalAddress(address)
    # A quotation mark cannot stand in a parameter (RFC 5545 3.1), and few programs know its escape (RFC 6868).
    organizer.params["CN"] = capital(one_line(name or event_name(programme, language))).replace('"', "'")
    return organizer


def _attendee(address: str) -> vCalAddress:
    """Give somebody who is invited: they may say yes or no in their own calendar, and nobody waits for it."""
    attendee = vCalAddress(f"mailto:{address}")
    attendee.params.update(
        {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE", "CN": address}
    )
    return attendee


def _group_name(group: Group, words: Words) -> str:
    return group.name if group.kind is GroupKind.TRACK else words(f"name-{group.kind}", title=group.name)


def _categories(names: Sequence[str]) -> vCategory:
    category = vCategory([])
    category.cats = [text_value(name) for name in names]
    return category


def _alarm(session: Session, programme: Programme, words: Words, title: str, lead: int) -> Alarm:
    """Make the alarm; its text holds whenever it is read, also after "remind me again"."""
    room = programme.room_by_slug.get(session.room or "")
    time = clock(session.start, programme)
    told = (
        words("calendar-alarm-room", title=title, time=time, room=room_full_name(room, words))
        if room
        else words("calendar-alarm", title=title, time=time)
    )
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    add_text(alarm, "description", told)
    alarm.add("trigger", timedelta(minutes=-lead))
    return alarm
