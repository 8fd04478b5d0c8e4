"""A day as the tests of reminders need it: small, with the odd cases of the real ones."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.people.model import Chat, Choices
from bot.programme.model import (
    Event,
    Group,
    GroupKind,
    NotMeeting,
    Programme,
    Relation,
    Room,
    Session,
    SessionGroup,
    Text,
)

GROUPS = tuple(
    replace(group, id=number)
    for number, group in enumerate(
        (
            Group(slug="sociaal", name="Sociaal", kind=GroupKind.PIJLER),
            Group(slug="wwz", name="Wonen, welzijn en zorg", pijler="sociaal", english="housing, welfare and care"),
            Group(slug="asiel", name="Vergunninghouders en asiel", pijler="sociaal"),
            Group(slug="veiligheid", name="Veiligheid", english="public safety"),
            Group(slug="armoede", name="Armoede en schulden", pijler="sociaal"),
            Group(slug="statushouders", name="Statushouders", successor="asiel"),
            Group(slug="rond", name="Rond", successor="vierkant"),
            Group(slug="vierkant", name="Vierkant", successor="rond"),
            Group(slug="europa", name="Europa"),
        ),
        start=1,
    )
)


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    """Give a moment of the day in UTC: in February an hour behind the clocks of Haarlem."""
    return datetime(2023, 2, 10, hour - 1, minute, second, tzinfo=UTC)


def session(key: str, start: datetime, title: str = "", english: str = "", **facts: Any) -> Session:
    known: dict[str, Any] = {"title": Text(title or key.capitalize(), english), "kind": "themagroep"}
    return Session(key=key, start=start, **(known | facts))


def held(slug: str) -> tuple[SessionGroup, ...]:
    return (SessionGroup(slug),)


PIJLER = session("pijler", at(10, 30), "Sociaal", kind="pijler", end=at(11, 30), room="zaal-2", groups=held("sociaal"))
WWZ = session(
    "wwz",
    at(11, 40),
    "Wonen, welzijn en zorg",
    "Housing, welfare and care",
    end=at(12, 40),
    room="zaal-3",
    groups=held("wwz"),
)
SAFETY = session(
    "veiligheid",
    at(11, 40),
    "Veiligheid",
    "Public safety",
    end=at(12, 40),
    room="zaal-5",
    groups=held("veiligheid"),
)
TALK = session(
    "gesprek",
    at(15),
    "Gesprek met de staatssecretaris",
    kind="talk",
    end=at(15, 45),
    room="gravenzaal",
    groups=(SessionGroup("armoede", Relation.PREPARES), SessionGroup("wwz", Relation.PREPARES)),
)
MOVING = session("verplaatsing", at(11, 30), kind="moving", end=at(11, 40), groups=held("veiligheid"))
DRINKS = session("borrel", at(16), "Borrel", kind="drinks", room="gravenzaal")
EUROPE = session("europa", at(15), end=at(16), groups=held("europa"))

EVENT = Event(
    key="haarlem-2023",
    title=Text("Netwerkdag"),
    first_day=date(2023, 2, 10),
    last_day=date(2023, 2, 10),
    id=1,
)


def day(*sessions: Session, **event: Any) -> Programme:
    """Make the day of these sessions, or of all there are; ids follow from the order in which they are given."""
    given = sessions or (PIJLER, WWZ, SAFETY, TALK, MOVING, DRINKS, EUROPE)
    return Programme(
        event=replace(EVENT, **event),
        rooms=(
            Room(slug="gravenzaal", name="Gravenzaal", number=1),
            *(Room(slug=f"zaal-{n}", name=f"Zaal {n}", number=n) for n in (2, 3, 4, 5)),
        ),
        groups=GROUPS,
        sessions=tuple(replace(s, id=number) for number, s in enumerate(given, start=1)),
        not_meeting=(
            NotMeeting(group="asiel", title="Themagroep asiel", text=Text("Zie gesprek."), instead="gesprek"),
            NotMeeting(group="rond", title="Rond", text=Text("Vergadert niet.")),
        ),
    )


def group(slug: str) -> int:
    return next(g.id for g in GROUPS if g.slug == slug)


def following(*slugs: str, kept: tuple[int, ...] = (), dropped: tuple[int, ...] = ()) -> Choices:
    return Choices(frozenset(map(group, slugs)), frozenset(kept), frozenset(dropped))


def person(number: int = 1, **facts: Any) -> Chat:
    return Chat(id=number, channel="stage", address=str(1000 + number), **facts)
