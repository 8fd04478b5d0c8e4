"""A small day with everything in it that a day can have, and a door to plain functions."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from bot.people.model import Chat, ChatKind
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
from storage import chat_rows, programme
from storage.database import engine_for, normalise_url
from storage.tables import chats, events, groups, inbox, leases

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


@pytest.fixture(scope="session")
def sqlite_engine(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An SQLite database that is emptied for every test."""
    path = shutil.copyfile(sqlite_template, tmp_path_factory.mktemp("sqlite") / "netwerkdag.db")
    engine = engine_for(normalise_url(f"sqlite:///{path}"), "write")
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def postgresql_engine(postgres_tables: str) -> Iterator[Engine]:
    """A PostgreSQL database that is emptied for every test."""
    engine = engine_for(normalise_url(postgres_tables), "write")
    yield engine
    engine.dispose()


@pytest.fixture
def transaction(backend: str, request: pytest.FixtureRequest) -> Transaction:
    """What begins a transaction of its own, for tests of plain functions.

    One engine for all tests: a new one would translate every statement anew, which costs most of such a test.
    """
    engine: Engine = request.getfixturevalue(f"{backend}_engine")
    with engine.begin() as conn:
        # What refers to these goes with them.
        for table in (chats, events, groups, inbox, leases):
            conn.execute(table.delete())
    return engine.begin


@pytest.fixture
def saved(transaction: Transaction) -> Programme:
    """The day as it is kept, with ids."""
    with transaction() as conn:
        programme.save(conn, DAY, now=datetime(2023, 2, 1, tzinfo=UTC))
        return programme.load(conn, DAY.event.key)


@pytest.fixture
def chat(transaction: Transaction) -> Chat:
    """A chat on Telegram."""
    with transaction() as conn:
        made, _ = chat_rows.chat_for(
            conn,
            channel="telegram",
            address="1001",
            kind=ChatKind.PRIVATE,
            telegram_language="nl",
            now=datetime(2023, 2, 1, tzinfo=UTC),
        )
    return made
