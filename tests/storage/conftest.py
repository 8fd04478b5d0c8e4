"""A small day with everything in it that a day can have, and a door to plain functions."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection

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
    State,
    Status,
    Text,
)
from storage.database import engine_for, normalise_url

NETWORK = (
    Group(slug="sociaal", name="Sociaal", kind=GroupKind.PIJLER, english="social affairs"),
    Group(slug="fysiek", name="Fysiek", kind=GroupKind.PIJLER),
    Group(
        slug="wonen",
        name="Wonen",
        pijler="fysiek",
        aliases=("wonen en bouwen", "volkshuisvesting"),
        abbreviations=("WO",),
        former_names=("Woningen",),
    ),
    Group(slug="jeugd", name="Jeugd", pijler="sociaal", successor="zorg"),
    Group(slug="zorg", name="Zorg", pijler="sociaal"),
)

DAY = Programme(
    event=Event(
        key="dag-1",
        title=Text("Netwerkdag", "Network day"),
        first_day=date(2023, 2, 10),
        last_day=date(2023, 2, 11),
        state=State.DRAFT,
        network="G32",
        city="Haarlem",
        venue=Text("stadhuis"),
        address="Grote Markt 2",
        online=True,
        situation=Text("digitaal"),
        introduction=Text("welkom"),
        selection=Text("niet alles"),
        registration=Text("meld u aan"),
        papers=Text("geen stukken"),
        people=(Speaker(name="Ans", role=Text("voorzitter"), part="chair"), Speaker(name="Bo", part="host")),
        contacts=(Contact(name="Bureau", mail="a@example.org", phone="1", kind="information", note=Text("tot 5")),),
        facts=(("wifi", Text("gast", "guest")), ("route", Text("lopen"))),
        source="brief",
    ),
    rooms=(
        Room(
            slug="grote-zaal",
            name="Grote zaal",
            number=1,
            aliases=("zaal 1",),
            plenary=True,
            floor=Text("begane grond"),
            route=Text("links"),
            seats=200,
            step_free=True,
        ),
        Room(slug="zaal-2", name="Zaal 2", number=2, step_free=False),
    ),
    groups=NETWORK,
    sessions=(
        Session(
            key="opening",
            title=Text("Opening"),
            kind="plenary",
            start=datetime(2023, 2, 10, 9, tzinfo=UTC),
            end=datetime(2023, 2, 10, 10, tzinfo=UTC),
            room="grote-zaal",
            speakers=(Speaker(name="Ans", role=Text("voorzitter")), Speaker(name=None, role=Text("gasten"), count=2)),
            printed="10.00 Opening",
        ),
        Session(
            key="wonen",
            title=Text("Wonen", "Housing"),
            kind="themagroep",
            start=datetime(2023, 2, 10, 10, tzinfo=UTC),
            end=None,
            start_stated=False,
            end_stated=False,
            slot_end=datetime(2023, 2, 10, 11, 30, tzinfo=UTC),
            room="zaal-2",
            room_certain=False,
            room_note=Text("volgens de tabel"),
            online=True,
            status=Status.PROVISIONAL,
            status_note=Text("nog niet zeker"),
            content_provisional=True,
            available_all_day=True,
            open_to_all=True,
            groups=(SessionGroup("wonen"), SessionGroup("zorg", Relation.INVITED)),
            speakers=(
                Speaker(name="Cor", role=Text("wethouder", "alderman"), part="guest", provisional=True, absent=True),
                Speaker(name="Ans", part="moderator"),
            ),
            contacts=(Contact(name="Dirk", mail="d@example.org"),),
            summary=Text("kort"),
            text=Text("lang"),
            audience=Text("wethouders"),
            registration=Text("bij Dirk"),
            source_id="guid-7",
        ),
    ),
    not_meeting=(
        NotMeeting(group="jeugd", title="Themagroep Jeugd", text=Text("Zie Wonen."), instead="wonen"),
        NotMeeting(group="zorg", title="Themagroep Zorg", text=Text("Vergadert niet.")),
    ),
)

Transaction = Callable[[], AbstractContextManager[Connection]]


@pytest.fixture
def day() -> Programme:
    """A day as it is read from a file."""
    return DAY


@pytest.fixture
def network() -> tuple[Group, ...]:
    """The groups of the network as they are read from a file."""
    return NETWORK


@pytest.fixture
def transaction(database_url: str) -> Iterator[Transaction]:
    """What begins a transaction of its own, for tests of plain functions."""
    engine = engine_for(normalise_url(database_url), "write")
    yield engine.begin
    engine.dispose()
