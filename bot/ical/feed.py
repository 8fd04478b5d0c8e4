"""Calendars that programs fetch again and again: unchanged as long as the programme is."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from bot.ical.calendars import PRODID
from bot.ical.event import session_event
from bot.ical.publisher import Publisher
from bot.ical.text import folded, text_value, written
from bot.ical.zone import vtimezone
from bot.programme.model import Programme, Session
from bot.wording.catalogue import Words

REFRESH: Final = "PT1H"
"""How often a program should look again (RFC 7986 5.7); many choose for themselves."""
MOST_ENTRIES: Final = 4096
"""Entries that are kept in memory, of a kilobyte or so each."""
EMPTY_ZONE: Final = ZoneInfo("Europe/Amsterdam")
LONG_AGO: Final = datetime(2017, 1, 1, tzinfo=UTC)
"""Stands for the last change of a session whose last change was never kept."""

Part = tuple[Programme, Session]
Key = tuple[str, int, bytes, str, int | None]


@dataclass
class Entries:
    """The entries of feeds as bytes, each made once for a session, its revision, a language and a lead time.

    What an entry says of its event, rooms and groups is part of what it is kept by, too: those change without the
    session being touched.
    """

    publisher: Publisher
    most: int = MOST_ENTRIES
    _made: dict[Key, bytes] = field(default_factory=dict)
    _frames: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def of(self, programme: Programme, session: Session, words: Words, lead: int | None) -> bytes:
        """Give the entry of a session; ``lead`` is the alarm's time before the start in minutes, None for no alarm.

        DTSTAMP is the last modification, as there is no METHOD (RFC 5545 3.8.7.2).
        """
        key = (session.uid, session.revision, self._frame(programme, session), words.language, lead)
        if key not in self._made:
            if len(self._made) >= self.most:
                del self._made[next(iter(self._made))]
            self._made[key] = written(
                session_event(
                    session,
                    programme,
                    language=words.language,
                    words=words,
                    lead=lead,
                    stamp=session.modified or programme.event.modified or LONG_AGO,
                    organizer=self.publisher.organizer,
                    link=self.publisher.link_to(programme, session),
                )
            )
        return self._made[key]

    def _frame(self, programme: Programme, session: Session) -> bytes:
        """Tell apart what stands around a session; one that is there all day also names what comes after it."""
        if session.available_all_day:
            return programme.event.revision.to_bytes(8, "big")
        at = (programme.event.id, programme.event.revision)
        if at not in self._frames:
            if len(self._frames) >= self.most:
                del self._frames[next(iter(self._frames))]
            event = replace(programme.event, revision=0, modified=None)
            around = repr((event, programme.rooms, programme.groups)).encode()
            self._frames[at] = hashlib.sha256(around).digest()
        return self._frames[at]


def feed(
    parts: Iterable[Part],
    entries: Entries,
    *,
    name: str,
    words: Words,
    lead: int | None = None,
    source: str | None = None,
    page: str | None = None,
) -> bytes:
    """Make a calendar without METHOD, to subscribe to; the same programme gives the same bytes.

    Cancelled sessions stay in it as such: a program that finds an entry gone may keep what it has. ``source`` is
    the address of the feed itself (RFC 7986 5.8) and ``page`` a page about it; neither is given for an address
    that is secret, as people pass calendars on.
    """
    sessions = list(parts)
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODID}",
        "CALSCALE:GREGORIAN",
        f"NAME:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
        *([f"SOURCE;VALUE=URI:{source}"] if source else []),
        *([f"URL:{page}"] if page else []),
    ]
    return b"".join(
        (
            *(folded(line) + b"\r\n" for line in head),
            *_zones(sessions),
            *(entries.of(programme, session, words, lead) for programme, session in sessions),
            b"END:VCALENDAR\r\n",
        )
    )


def _escaped(text: str) -> str:
    return text_value(text).to_ical().decode()


def _zones(sessions: list[Part]) -> list[bytes]:
    """Give the zones in use, one of each; an empty calendar has one too, as it must hold something (RFC 5545 3.6)."""
    years: dict[ZoneInfo, set[int]] = {}
    for programme, session in sessions:
        found = years.setdefault(programme.zone, set())
        found |= {programme.local(moment).year for moment in (session.start, session.end or session.start)}
    if not years:
        years[EMPTY_ZONE] = {LONG_AGO.year}
    return [_zone(zone, min(found), max(found)) for zone, found in years.items()]


@lru_cache(maxsize=64)
def _zone(zone: ZoneInfo, first: int, last: int) -> bytes:
    return written(vtimezone(zone, first, last))
