"""A small day as the tests of calendars need it, in the words of the Haarlem programme."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.programme.formats.yaml_file import read_network, read_programme
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

CONFIG = Path(__file__).parents[1] / "config"
NOW = datetime(2023, 2, 1, 12, 0, tzinfo=UTC)
PIJLER = Group(slug="fysiek", name="Fysiek", kind=GroupKind.PIJLER)
GROUP = Group(slug="woningmarkt", name="Woningmarkt", pijler="fysiek", english="housing market")


def at(hour: int, minute: int = 0) -> datetime:
    """Give a moment of the day, in UTC: in February an hour behind the clocks of Haarlem."""
    return datetime(2023, 2, 10, hour, minute, tzinfo=UTC)


def session(key: str = "woningmarkt", **facts: Any) -> Session:
    """Make a session as storage keeps it."""
    kept: dict[str, Any] = {
        "title": Text("Woningmarkt", "Housing market"),
        "kind": "themagroep",
        "start": at(10, 40),
        "end": at(11, 40),
        "room": "zaal-2",
        "groups": (SessionGroup("woningmarkt"),),
        "uid": f"{key}.haarlem-2023@netwerkdag.g40",
        "sequence": 0,
        "modified": datetime(2023, 1, 20, 8, 30, tzinfo=UTC),
    }
    return Session(key=key, **(kept | facts))


def full_session() -> Session:
    """Make a session that says something of every kind."""
    return session(
        content_provisional=True,
        room_certain=False,
        speakers=(
            Speaker(name="Karin Schrederhof", role=Text("wethouder Delft"), part="chair"),
            Speaker(name=None, role=Text("spreker uit een andere regio"), provisional=True),
            Speaker(name="Hugo de Jonge", role=Text("minister"), part="mentioned"),
        ),
        contacts=(Contact(mail="info@woningmarkt.example", kind="information"),),
        text=Text("Hoe gaat het met de prestatieafspraken?\n\nMet een toelichting."),
    )


def day(*sessions: Session, **facts: Any) -> Programme:
    """Make a day with these sessions."""
    known: dict[str, Any] = {
        "key": "haarlem-2023",
        "title": Text("Bestuurlijke netwerkdag G40"),
        "first_day": date(2023, 2, 10),
        "last_day": date(2023, 2, 10),
        "city": "Haarlem",
        "venue": Text("stadhuis van Haarlem"),
    }
    return Programme(
        event=Event(**(known | facts)),
        rooms=(Room(slug="gravenzaal", name="Gravenzaal", number=1), Room(slug="zaal-2", name="Zaal 2", number=2)),
        groups=(PIJLER, GROUP),
        sessions=sessions,
    )


def bundled(name: str) -> Programme:
    """Read a day that the program brings along, with uids as storage gives them."""
    network = read_network((CONFIG / "network.yaml").read_text("utf-8"), "network.yaml")
    file = f"{name}.yaml"
    programme = read_programme((CONFIG / "programmes" / file).read_text("utf-8"), file, network)
    return replace(
        programme, sessions=tuple(replace(s, uid=f"{s.key}.{name}@netwerkdag.g40") for s in programme.sessions)
    )
