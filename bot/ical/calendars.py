"""Whole calendars as bytes: files that a person adds to a calendar program."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from icalendar import Calendar

from bot.ical.description import event_name
from bot.ical.event import session_event
from bot.ical.text import add_text, written
from bot.ical.zone import vtimezone
from bot.programme.model import Language, Programme, Session, Status
from bot.wording.catalogue import Words

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
Link = Callable[[Session], str | None]
ORGANIZER: Final = "mailto:agenda@netwerkdag.invalid"
"""The address of every entry when no other is set: one that can never exist (RFC 2606), as nobody reads replies."""
PRODID: Final = "-//netwerkdag//netwerkdag//NL"


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar file to hand over."""

    name: str
    content: bytes
    method: Method = "PUBLISH"


def session_file(
    programme: Programme,
    sessions: Sequence[Session],
    *,
    language: Language,
    words: Words,
    lead: int | None,
    now: datetime,
    organizer: str = ORGANIZER,
    method: Method = "PUBLISH",
    link: Link | None = None,
    conference: Link | None = None,
    attendee: str | None = None,
) -> bytes:
    """Make the file of one or more sessions: UTF-8, CRLF, lines of at most 75 octets.

    PUBLISH adds or updates entries by uid; CANCEL takes them out, whatever their status in the programme. REQUEST
    invites the ``attendee``, by mail (RFC 5546 3.2.2). ``link`` gives the address of a session, and ``conference``
    where it is held online: only for a person who may know.
    Raises ValueError without sessions (a calendar must hold something) or for a session without uid.
    """
    if not sessions:
        raise ValueError("a calendar file needs at least one session")
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    for key in ("name", "x-wr-calname"):
        add_text(calendar, key, event_name(programme, language))
    years = [programme.local(moment).year for s in sessions for moment in (s.start, s.end or s.start)]
    calendar.add_component(vtimezone(programme.zone, min(years), max(years)))
    for session in sessions:
        shown = replace(session, status=Status.CANCELLED) if method == "CANCEL" else session
        calendar.add_component(
            session_event(
                shown,
                programme,
                language=language,
                words=words,
                lead=lead,
                stamp=now,
                organizer=organizer,
                link=link(session) if link else None,
                conference=conference(session) if conference else None,
                attendee=attendee,
            )
        )
    return written(calendar)


def file_name(programme: Programme, sessions: Sequence[Session], *, several: str = "programma") -> str:
    """Name the file: ``woningmarkt-haarlem-2023.ics``, or with ``several`` in front for more than one session."""
    stem = sessions[0].key if len(sessions) == 1 else several
    return f"{_plain(stem)}-{_plain(programme.event.key)}.ics"


def _plain(text: str) -> str:
    """Keep what any file system and chat app takes: small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
