"""The bundled days and odd ones, with what a picture of them is drawn with."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from bot.picture.marks import Marks
from bot.picture.svg import Drawing, draw
from bot.picture.typeface import Faces
from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import Event, Language, Programme, Room, Session, Text
from bot.timetable import timetable
from bot.wording.catalogue import Catalogue
from config.bundled import network_source, programme_sources
from handlers.services import read_sentences

DAYS = ("digitaal-2020", "haarlem-2023", "lelystad-2017")
DAY = date(2030, 5, 1)
START = datetime(2030, 5, 1, 7, tzinfo=UTC)
EVENT = Event(key="a", title=Text("Netwerkdag"), first_day=DAY, last_day=DAY, city="Assen")
PLAIN = Marks()


@cache
def sentences() -> Catalogue:
    return read_sentences()


@cache
def bundled(key: str) -> Programme:
    return read_programme(programme_sources()[key], f"{key}.yaml", read_network(network_source(), "network.yaml"))


def rooms(count: int) -> tuple[Room, ...]:
    return tuple(Room(slug=f"r{n}", name=f"Zaal {n}", number=n) for n in range(1, count + 1))


def session(key: str, start: int = 0, lasts: int | None = 60, **more: Any) -> Session:
    """Make a session that starts so many minutes into the day."""
    begins = START + timedelta(minutes=start)
    ends = None if lasts is None else begins + timedelta(minutes=lasts)
    return Session(**({"key": key, "title": Text(key), "kind": "meeting", "start": begins, "end": ends} | more))


def day(*sessions: Session, places: int = 0) -> Programme:
    return Programme(EVENT, rooms=rooms(places), sessions=sessions)


def drawn(programme: Programme, faces: Faces, marks: Marks = PLAIN, language: Language = "nl") -> tuple[Drawing, ...]:
    return draw(timetable(programme, programme.days[0]), programme, marks, sentences()[language], faces)


def changed(programme: Programme, key: str, **fields: Any) -> Programme:
    return replace(programme, sessions=tuple(replace(s, **fields) if s.key == key else s for s in programme.sessions))
