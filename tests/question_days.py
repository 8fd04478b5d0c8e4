"""The days that questions are put to, and the whole way of a question, for tests and for the score."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import Event, GroupKind, Language, Programme, Text
from bot.questions.answer import answer
from bot.questions.clauses import clauses
from bot.questions.facts import Answer
from bot.questions.known import Known
from bot.questions.lexicon import lexicon
from bot.questions.parse import parse
from bot.questions.query import Query
from bot.questions.reply import Reply, reply
from bot.wording.catalogue import Catalogue, read_catalogue
from config.bundled import network_source, programme_sources, wording_sources

HAARLEM: Final = "haarlem-2023"
DIGITAL: Final = "digitaal-2020"
LELYSTAD: Final = "lelystad-2017"
FIRST: Final = date(2023, 2, 10)
ONE_DAY: Final = timedelta(days=1)
DATA: Final = Path(__file__).parent / "data"
SHARED: Final = Path(__file__).parents[1] / "../shared/questions"


@cache
def sentences() -> Catalogue:
    """Read all sentences of both languages."""
    return read_catalogue(wording_sources())


@cache
def days() -> Mapping[str, Programme]:
    """Read the bundled days, with ids as storage would give them, so that answers carry their buttons."""
    network = read_network(network_source(), "network.yaml")
    return {name: numbered(read_programme(text, f"{name}.yaml", network)) for name, text in programme_sources().items()}


def numbered(programme: Programme) -> Programme:
    """Give every room, group and session of a day an id."""
    return replace(
        programme,
        rooms=tuple(replace(r, id=i) for i, r in enumerate(programme.rooms, 1)),
        groups=tuple(replace(g, id=i) for i, g in enumerate(programme.groups, 1)),
        sessions=tuple(replace(s, id=i, revision=1) for i, s in enumerate(programme.sessions, 1)),
    )


@cache
def edge_days() -> Mapping[str, Programme]:
    """Make days at the edges: without sessions or rooms, of two days, and all on one moment without an end."""
    haarlem = days()[HAARLEM]
    bare = Event(key="leeg", title=Text("Lege dag", "Empty day"), first_day=FIRST, last_day=FIRST)
    tomorrow = tuple(
        replace(s, key=f"{s.key}-2", id=s.id + 100, start=s.start + ONE_DAY, end=s.end + ONE_DAY if s.end else None)
        for s in haarlem.sessions
    )
    two = replace(haarlem.event, key="twee-dagen", last_day=FIRST + ONE_DAY)
    start = haarlem.sessions[0].start
    endless = tuple(replace(s, start=start, end=None, room=None) for s in haarlem.sessions if s.kind != "moving")
    return {
        "empty": Programme(event=bare),
        "two days": replace(haarlem, event=two, sessions=haarlem.sessions + tomorrow),
        "endless": replace(haarlem, event=replace(haarlem.event, key="eindeloos"), sessions=endless),
    }


def every_day() -> Mapping[str, Programme]:
    """Give the bundled days and those at the edges."""
    return {**days(), **edge_days()}


@cache
def others(key: str) -> tuple[Event, ...]:
    """Give the network's other days."""
    return tuple(p.event for p in days().values() if p.event.key != key)


def event_on(day: str) -> str:
    """Give the key of the event on a day written as 2023-02-10."""
    return next(key for key, p in days().items() if p.event.first_day == date.fromisoformat(day))


def moment(programme: Programme, local: str) -> datetime:
    """Read a local time of an event, as 2023-02-10T11:20, or as 11.20 on its first day."""
    if "T" not in local:
        hour, minute = local.split(".")
        wall = datetime.combine(programme.event.first_day, datetime.min.time()).replace(
            hour=int(hour), minute=int(minute)
        )
    else:
        wall = datetime.fromisoformat(local)
    return wall.replace(tzinfo=programme.zone).astimezone(UTC)


def ask(
    text: str, now: str = "11.20", language: Language = "nl", *, day: str = HAARLEM, previous: Query | None = None
) -> Reply:
    """Put a question to a bundled day."""
    return ask_of(days()[day], text, now, language, previous=previous)


def ask_of(
    programme: Programme,
    text: str,
    now: str = "11.20",
    language: Language = "nl",
    *,
    previous: Query | None = None,
) -> Reply:
    """Put a question to any day."""
    return reply(
        text,
        programme,
        now=moment(programme, now),
        language=language,
        catalogue=sentences(),
        previous=previous,
        others=others(programme.event.key),
    )


def query(text: str, now: str = "11.20", *, day: str = HAARLEM, previous: Query | None = None) -> Query:
    """Give what is understood of one clause put to a bundled day."""
    return query_of(days()[day], text, now, previous=previous)


def query_of(programme: Programme, text: str, now: str = "11.20", *, previous: Query | None = None) -> Query:
    """Give what is understood of one clause."""
    book = lexicon(programme)
    (words,) = clauses(text, book)
    return parse(words, programme, book, now=moment(programme, now), previous=previous)


def queries_of(programme: Programme, text: str, now: datetime, previous: Query | None = None) -> tuple[Query, ...]:
    """Give what is understood of each clause of a message."""
    book = lexicon(programme)
    return tuple(parse(words, programme, book, now=now, previous=previous) for words in clauses(text, book))


def facts_of(programme: Programme, text: str, now: str = "11.20", *, previous: Query | None = None) -> Answer:
    """Give the answer to one clause as facts, not yet worded."""
    known = Known(programme, lexicon(programme), moment(programme, now), others(programme.event.key))
    return answer(query_of(programme, text, now, previous=previous), known)


def names_of(programme: Programme) -> frozenset[str]:
    """Give every name of a person that stands anywhere in a day."""
    everybody: list[Any] = [*programme.event.people, *programme.event.contacts]
    for session in programme.sessions:
        everybody += [*session.speakers, *session.contacts]
    return frozenset(person.name for person in everybody if person.name)


def texts_of(programme: Programme) -> str:
    """Give all that is printed of a day, as one text."""
    event = programme.event
    found = [event.title, event.venue, event.situation, event.introduction, event.selection, event.registration]
    found += [event.papers, *(text for _, text in event.facts), *(p.role for p in event.people)]
    for session in programme.sessions:
        found += [session.title, session.summary, session.text, session.audience, session.registration]
        found += [session.status_note, session.room_note, Text(session.printed), *(p.role for p in session.speakers)]
    found += [item.text for item in programme.not_meeting] + [Text(item.title) for item in programme.not_meeting]
    names = [Text(g.name, g.english) for g in programme.groups if g.kind is not GroupKind.TRACK]
    everything = [part for text in (*found, *names) for part in (text.nl, text.en) if part]
    return "\n".join([event.city, event.address, *everything, *sorted(names_of(programme))])


def understood(query: Query, day: str) -> dict[str, Any]:
    """Give what a question was understood to ask, as the kept questions say it: only what was said, times local."""
    zone = days()[day].zone
    when = query.when
    moments = (when.at, when.end) if when else ()
    found = {
        "ask": query.ask.value,
        "room": query.room or query.unknown_room,
        "when": " - ".join(f"{m.astimezone(zone):%Y-%m-%dT%H:%M}" for m in moments if m)
        or (str(when.day) if when and when.day else ""),
        "topics": [f"{t.kind}:{t.key}" for t in query.topics or query.options],
    }
    return {name: value for name, value in found.items() if value}
