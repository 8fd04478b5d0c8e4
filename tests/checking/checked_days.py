"""Small days with something wrong in them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.programme.model import (
    Contact,
    Event,
    Group,
    GroupKind,
    Programme,
    Room,
    Session,
    SessionGroup,
    Speaker,
    Text,
)

GROUPS = (
    Group(slug="fysiek", name="Fysiek", kind=GroupKind.PIJLER, id=1),
    Group(slug="wonen", name="Wonen", pijler="fysiek", id=2),
    Group(slug="veiligheid", name="Veiligheid", id=3),
)
ROOMS = (Room(slug="zaal-1", name="Zaal 1", number=1, id=1), Room(slug="zaal-2", name="Zaal 2", number=2, id=2))


def at(hour: int, minute: int = 0) -> datetime:
    """A moment on the day, in UTC; the wall clock in Haarlem is an hour ahead."""
    return datetime(2023, 2, 10, hour - 1, minute, tzinfo=UTC)


def session(key: str, start: datetime, minutes: int | None = 60, **facts: Any) -> Session:
    """A meeting with all that it should have, unless ``facts`` say otherwise."""
    whole = Session(
        key=key,
        title=Text(key.capitalize()),
        kind="themagroep",
        start=start,
        end=None if minutes is None else start + timedelta(minutes=minutes),
        room="zaal-1",
        groups=(SessionGroup(key),) if key in {g.slug for g in GROUPS} else (),
        contacts=(Contact(mail="a@example.org"),),
        summary=Text("waarover"),
    )
    return replace(whole, **facts)


def day(*sessions: Session, **facts: Any) -> Programme:
    """The day of these sessions, each with an id from 1 on in the order in which they are given."""
    event = Event(key="dag", title=Text("Dag"), first_day=date(2023, 2, 10), last_day=date(2023, 2, 10))
    numbered = tuple(replace(s, id=number) for number, s in enumerate(sessions, start=1))
    return replace(Programme(event=event, rooms=ROOMS, groups=GROUPS, sessions=numbered), **facts)


def speaker(name: str, **facts: Any) -> Speaker:
    return Speaker(name=name, **facts)
