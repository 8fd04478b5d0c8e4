"""What is told of changes is told once and rightly, whatever dies, waits or comes between."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio
from clock_world import World, world_at
from reminder_days import at, day, held, session
from sqlalchemy import Connection
from test_notices import ROOM

from bot.outbox.model import OutboxRow
from bot.people.model import ChatKind
from bot.programme.model import Speaker, State
from handlers import actions
from handlers.clock.outbox import OutboxStore
from handlers.stage.stage import Stage
from storage import outbox, pauses
from storage import programme as programmes
from storage.database import Database


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


BOTH = pytest.mark.parametrize("backend", ["sqlite", "postgresql"], indirect=True)
pytestmark = BOTH


@pytest_asyncio.fixture
async def telling(database_url: str, stage: Stage, address: str) -> AsyncIterator[World]:
    database = Database.open(database_url)
    try:
        async with world_at(database, stage, address, at(9), tells=True) as world:
            await world.save(day())
            yield world
    finally:
        await database.close()


async def claimed(world: World) -> tuple[OutboxRow, ...]:
    """Plan what is not, and take what is due as a process does that then dies."""
    await world.services.programmes.fresh()
    assert world.ticks.notices is not None
    await world.ticks.notices.tick()
    lease = timedelta(seconds=45)
    return await world.database.write(outbox.claim, "stage", world.now(), 10, lease, world.real())


async def test_what_a_dead_process_had_in_hand_is_told_with_the_next_change(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(11, 25))
    await telling.change("veiligheid", room="zaal-2")
    (row,) = await claimed(telling)
    assert await telling.database.write(outbox.leaving, row.id)
    await telling.change("veiligheid", speakers=(Speaker(name="Mike Vrolijk"),))
    await telling.at(at(11, 25, 30))
    await telling.pass_seconds(60)
    await telling.at(at(11, 29))
    comes = "\nThemagroep Veiligheid, 11.40 uur, zaal 2: Mike Vrolijk komt erbij als spreker."
    assert telling.told(1) == [ROOM + comes]


async def test_what_was_added_and_is_gone_spoils_nothing_else(telling: World) -> None:
    await telling.joins(1, "veiligheid", "europa", lead=None)
    await telling.at(at(9, 30))
    extra = session("extra", at(13), "Extra", end=at(14), room="zaal-2", groups=held("veiligheid"))
    programme = await telling.programme()
    await telling.save(replace(programme, sessions=(*programme.sessions, extra)))
    await telling.change("europa", start=at(15, 15), end=at(16, 15))
    await telling.at(at(9, 30, 20))
    await telling.remove("extra")
    await telling.at(at(9, 32))
    assert telling.told(1) == ["Andere tijd: themagroep Europa is nu 15.15 tot 16.15 (was 15.00 tot 16.00)."]


async def test_what_was_told_as_new_and_is_gone_is_said_to_be_gone(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(12, 30))
    extra = session("extra", at(13), "Extra", end=at(14), room="zaal-2", groups=held("veiligheid"))
    programme = await telling.programme()
    await telling.save(replace(programme, sessions=(*programme.sessions, extra)))
    await telling.at(at(12, 30, 2))
    assert telling.told(1) == ["Nieuw in het programma: themagroep Extra, 13.00 tot 14.00 uur, zaal 2."]
    await telling.remove("extra")
    await telling.at(at(12, 30, 20))
    gone = "Themagroep Extra staat niet meer in het programma (was 13.00, zaal 2)."
    assert telling.told(1) == [gone, f"Let op, opnieuw gewijzigd. {gone}"]


async def test_urgent_news_of_another_session_within_a_minute_makes_a_sound(telling: World) -> None:
    await telling.joins(1, "veiligheid", "wwz", lead=None)
    await telling.at(at(11, 20))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 20, 2))
    await telling.change("wwz", room="zaal-4")
    await telling.at(at(11, 20, 40))
    assert telling.told(1) == [
        ROOM,
        "Andere zaal: themagroep Wonen, welzijn en zorg is nu in zaal 4 (was zaal 3). De tijd blijft 11.40 tot 12.40.",
    ]


async def test_urgent_news_does_not_go_along_with_what_makes_no_sound(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(11, 30))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 30, 2))
    event_id = (await telling.programme()).event.id
    await telling.database.write(pauses.pause, event_id, telling.now())
    await telling.change("veiligheid", speakers=(Speaker(name="Mike Vrolijk"),))
    await telling.at(at(11, 30, 10))
    await telling.change("veiligheid", room="zaal-4")
    await telling.at(at(11, 30, 20))
    await telling.database.write(pauses.resume, event_id)
    await telling.at(at(11, 30, 30))
    await telling.at(at(11, 33))
    sent = telling.stage.called("sendMessage", 1)
    assert len(sent) == 2
    assert "zaal 4" in str(sent[1].parameters["text"])


async def test_who_comes_back_after_blocking_hears_it_after_all(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(11, 0))
    await telling.change("veiligheid", room="zaal-2")
    (row,) = await claimed(telling)
    await OutboxStore(telling.services, real=telling.real).block(row, "bot was blocked by the user")
    await telling.at(at(11, 4))
    assert telling.told(1) == []
    await actions.set_active(telling.services, address="1", kind=ChatKind.PRIVATE, active=True)
    await telling.at(at(11, 5))
    assert telling.told(1) == [ROOM]


async def test_what_changed_in_a_draft_is_no_news_when_it_is_published(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    programme = await telling.programme()
    other = replace(programme.event, key="later-2023", id=0, state=State.DRAFT)
    await telling.save(replace(programme, event=other))

    def published(conn: Connection) -> None:
        draft = programmes.load(conn, "later-2023")
        moved = tuple(replace(s, room="zaal-2") if s.key == "veiligheid" else s for s in draft.sessions)
        programmes.save(conn, replace(draft, sessions=moved), now=telling.now())
        draft = programmes.load(conn, "later-2023")
        programmes.save(conn, replace(draft, event=replace(draft.event, state=State.PUBLISHED)), now=telling.now())

    await telling.database.write(published)
    await telling.at(at(9, 30))
    await telling.at(at(9, 32))
    assert telling.told(1) == []
