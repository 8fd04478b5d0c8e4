import asyncio
import json
import logging
from datetime import UTC, datetime

import pytest
from chat_bots import Bots
from sqlalchemy import Connection, delete, select

from handlers.services import Services
from handlers.stage.faults import Fault, FaultKind
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from handlers.telegram.fetching import TakenElsewhere, WrongToken
from handlers.telegram.inbox import chat_key
from storage import inbox, leases
from storage.tables import chats
from storage.tables import inbox as inbox_table
from storage.tables import leases as lease_table

GET_READY = 0.05
"""Real seconds in which a bot that runs asks for updates."""


def rows(conn: Connection) -> list[tuple[int, str, int, bool, bool]]:
    """Give the inbox: number, chat, attempts, whether done, whether given up."""
    columns = (inbox_table.c.update_id, inbox_table.c.chat_key, inbox_table.c.attempts)
    query = select(*columns, inbox_table.c.done_at.is_not(None), inbox_table.c.gave_up).order_by("update_id")
    return [tuple(row) for row in conn.execute(query)]


async def test_one_chat_in_order_another_beside_it(stage: Stage, guest: Person, visitor: Person) -> None:
    await guest.ask("/help")
    guest.chat.skip_replies()
    stage.faults.add(Fault(kind=FaultKind.LATE, method="sendMessage", chat_id=1, seconds=0.2))
    await guest.send("/mijn")
    await guest.send("/taal")
    beside = await visitor.ask("/taal")
    assert [m.text[:9] for m in guest.messages[-2:]] == ["/mijn", "/taal"]
    first, second = await guest.replies(2)
    assert (first.text[:14], second.text[:13], beside.text[:8]) == ("Uw programma: ", "Ik antwoord i", "I answer")


async def test_what_waited_is_answered_first_at_start(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    async with bots.prepared() as (_, services):
        message = (await person.send("/taal")).to_json()
        (update,) = stage.updates.waiting
        assert update["message"] == message
        await services.database.write(
            inbox.store, 40040040, [(update["update_id"], "1", json.dumps(update))], services.clock()
        )
        stage.updates.confirm(update["update_id"] + 1)
    await person.send("/mijn")
    async with bots.running() as services:
        first, second = await person.replies(2)
        assert (first.text[:11], second.text[:12]) == ("Ik antwoord", "Uw programma")
        await asyncio.sleep(GET_READY)
        assert await services.database.read(rows) == [(1, "1", 1, True, False), (2, "1", 1, True, False)]


async def test_an_update_that_comes_twice_is_answered_once(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    await person.send("/taal")
    (update,) = stage.updates.waiting
    async with bots.running():
        await person.reply()
        stage.updates.add("message", update["message"])
    assert [m.text[:5] for m in person.messages if m.from_bot] == ["Ik an"]


async def test_kept_before_confirmed(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    async with bots.running() as services:
        assert await services.database.read(rows) == []
        await person.send("/taal")
        while stage.updates.waiting:  # noqa: ASYNC110 - nobody tells; the test's timeout ends it
            await asyncio.sleep(0.01)
        assert [row[0] for row in await services.database.read(rows)] == [1]
        await person.reply()


async def test_stopping_lets_what_is_in_hand_finish_and_keeps_the_rest(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    stage.faults.add(Fault(kind=FaultKind.SLOW, method="sendMessage", seconds=0.4))
    async with bots.running() as services:
        await person.send("/taal")
        await person.send("/mijn")
        # The first has arrived but not been confirmed, and the second waits.
        await person.chat.until(lambda chat: any(m.from_bot for m in chat.messages), 20)
        while len(await services.database.read(rows)) < 2:  # noqa: ASYNC110 - nobody tells; the test's timeout ends it
            await asyncio.sleep(0.01)
    async with bots.prepared() as (_, services):
        assert await services.database.read(rows) == [(1, "1", 1, True, False), (2, "1", 0, False, False)]
    assert [m.text[:5] for m in person.messages if m.from_bot] == ["Ik an"]
    async with bots.running():
        assert (await person.replies(2))[1].text.startswith("Uw programma")


async def test_telegram_failing_for_a_moment_loses_no_answer(stage: Stage, guest: Person) -> None:
    await guest.ask("/help")
    stage.faults.add(Fault(kind=FaultKind.SERVER, method="sendMessage"))
    assert (await guest.ask("/taal")).text.startswith("Ik antwoord")
    stage.faults.add(Fault(kind=FaultKind.DROP_BEFORE, method="sendMessage"))
    assert (await guest.ask("/mijn")).text.startswith("Uw programma")
    stage.faults.add(Fault(kind=FaultKind.TOO_MANY, method="sendMessage", seconds=1))
    assert (await guest.ask("/taal")).text.startswith("Ik antwoord")


async def test_who_blocked_us_is_not_written_to_until_they_return(
    stage: Stage, guest: Person, services: Services
) -> None:
    await guest.ask("/volg veiligheid")
    await guest.block()
    await until_active(services, active=False)
    assert (await guest.ask("/start")).text.startswith("Welkom")
    await until_active(services, active=True)
    stage.faults.add(Fault(kind=FaultKind.BLOCKED, method="sendMessage", chat_id=1))
    await guest.send("/help")
    await until_active(services, active=False)


async def until_active(services: Services, *, active: bool) -> None:
    """Wait until the first chat is known as active or not."""
    for _ in range(200):
        found = await services.database.read(lambda conn: conn.execute(select(chats.c.active)).scalars().all())
        if found == [active]:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(found)


async def test_an_update_that_cannot_be_read_does_not_hold_up_others(
    stage: Stage, guest: Person, services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    await guest.ask("/help")
    stage.updates.add("message", {"message_id": "wrong", "chat": {"id": 1}, "text": "geheim"})
    with caplog.at_level(logging.ERROR):
        assert (await guest.ask("/taal")).text.startswith("Ik antwoord")
    assert (2, "1", 3, True, True) in await services.database.read(rows)
    assert any("update 2 is put aside" in line for line in caplog.messages)
    assert "geheim" not in caplog.text


async def test_an_update_that_always_fails_ends_with_one_apology(
    stage: Stage, guest: Person, services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    await guest.ask("/help")
    stage.faults.add(Fault(kind=FaultKind.BAD, method="sendMessage", chat_id=1))
    with caplog.at_level(logging.ERROR):
        answer = await guest.ask("/taal")
    assert answer.text == "Er ging iets mis bij uw vraag. Probeer het nog eens, of kies /programma voor de hele dag."
    assert (await guest.ask("/taal")).text.startswith("Ik antwoord")
    assert (2, "1", 1, True, True) in await services.database.read(rows)


async def test_what_ended_the_process_each_time_is_put_aside_with_an_apology(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    await person.send("/taal")
    (update,) = stage.updates.waiting
    stage.updates.clear()
    async with bots.prepared() as (_, services):
        now = services.clock()
        await services.database.write(inbox.store, 40040040, [(1, "1", json.dumps(update))], now)
        for _ in range(inbox.ATTEMPTS):
            await services.database.write(inbox.started, 40040040, 1)
    async with bots.running() as services:
        assert (await person.reply()).text.startswith("Er ging iets mis")
        assert await services.database.read(rows) == [(1, "1", 3, True, True)]


async def test_a_database_that_is_away_for_a_moment_loses_nothing(
    bots: Bots, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    person = stage.person(1)
    async with bots.running(pause=0.05) as services:
        await person.ask("/taal")
        await services.database.write(rename, "inbox", "away")
        await person.send("/mijn")
        while "the inbox cannot be written" not in caplog.text:  # noqa: ASYNC110 - nobody tells; the test's timeout ends it
            await asyncio.sleep(0.01)
        assert caplog.text.count("the inbox cannot be written") == 1
        await services.database.write(rename, "away", "inbox")
        await person.chat.until(lambda chat: any(m.text.startswith("Uw programma") for m in chat.messages))


async def test_a_second_process_waits_and_takes_over(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    stop = asyncio.Event()
    async with bots.prepared(lease=0.4) as (second, _):
        async with bots.running(lease=0.4):
            await person.ask("/taal")
            waiting = asyncio.create_task(second.run(stop))
            while len(bots.told) < 2:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.01)
            assert bots.told == [
                "@netwerkdag_bot answers now",
                "another process delivers for this token; this one waits as standby",
            ]
            assert (await person.ask("/mijn")).text.startswith("Uw programma")
        assert (await person.ask("/taal")).text.startswith("Ik antwoord")
        assert bots.told[2:] == ["the other process is gone: @netwerkdag_bot answers now"]
        stop.set()
        await waiting


async def test_a_process_that_vanished_is_succeeded_when_its_lease_ends(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    async with bots.prepared() as (_, services):
        taken = await services.database.write(
            leases.take, "telegram:stage:40040040", "somebody who is gone", datetime.now(UTC), 2.0
        )
        assert taken
    async with bots.running(lease=0.3):
        assert (await person.ask("/mijn")).text.startswith("Uw programma")
    assert bots.told[0] == "another process delivers for this token; this one waits as standby"


async def test_who_loses_the_lease_stops_delivering(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    async with bots.running(lease=0.3) as services:
        await person.ask("/taal")
        await services.database.write(take_away, "telegram:stage:40040040")
        await services.database.write(leases.take, "telegram:stage:40040040", "somebody else", datetime.now(UTC), 60)
        while len(bots.told) < 3:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.01)
        await person.send("/mijn")
        await asyncio.sleep(GET_READY)
    assert bots.told[1:] == [
        "another process took over",
        "another process delivers for this token; this one waits as standby",
    ]
    assert [m.text[:5] for m in person.messages if m.from_bot] == ["Ik an"]


async def test_another_poller_is_put_up_with_for_a_time(
    bots: Bots, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.updates.webhook = "https://elsewhere.example"
    async with bots.prepared(patience=0.0) as (delivering, _):
        with pytest.raises(TakenElsewhere):
            await delivering.run(asyncio.Event())
    said = [message for message in caplog.messages if "another process" in message]
    assert said == ["another process asks Telegram for the messages of this bot; trying again for 0 s"]


async def test_another_poller_that_goes_is_forgotten(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    stage.updates.webhook = "https://elsewhere.example"
    async with bots.running(pause=0.05):
        await person.send("/taal")
        await stage.changed.until(lambda: refused(stage), 5, "conflict")
        stage.updates.webhook = ""
        assert (await person.reply()).text.startswith("Ik antwoord")


async def test_a_wrong_token_ends_at_once(bots: Bots) -> None:
    async with bots.prepared(token="123456:wrong") as (delivering, _):
        with pytest.raises(WrongToken):
            await delivering.run(asyncio.Event())


async def test_a_token_taken_back_while_running_ends_it(bots: Bots, stage: Stage) -> None:
    async with bots.prepared() as (delivering, _):
        running = asyncio.create_task(delivering.run(asyncio.Event()))
        person = stage.person(1)
        await person.ask("/taal")
        stage.token = "40040040:another"
        await person.send("/taal")
        with pytest.raises(WrongToken):
            await running


async def test_telegram_that_is_away_at_the_start_is_waited_for(bots: Bots, stage: Stage) -> None:
    stage.faults.add(Fault(kind=FaultKind.SERVER, method="getMe"))
    async with bots.prepared() as (delivering, _):
        stop = asyncio.Event()
        running = asyncio.create_task(delivering.run(stop))
        await asyncio.sleep(0.1)
        assert bots.told == ["Telegram does not answer (NetworkError); trying again"]
        stop.set()
        await running


@pytest.mark.parametrize(
    ("update", "key"),
    [
        ({"update_id": 1, "message": {"chat": {"id": -5}, "from": {"id": 7}}}, "-5"),
        ({"update_id": 1, "callback_query": {"from": {"id": 7}, "message": {"chat": {"id": 5}}}}, "5"),
        ({"update_id": 1, "callback_query": {"from": {"id": 7}, "inline_message_id": "x"}}, "7"),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 5}}}, "5"),
        ({"update_id": 1, "something_new": {}}, ""),
    ],
)
def test_updates_are_ordered_by_the_chat_they_are_in(update: dict[str, object], key: str) -> None:
    assert chat_key(update) == key


def take_away(conn: Connection, name: str) -> None:
    """End a lease, whoever has it, as its time does for a machine that slept."""
    conn.execute(delete(lease_table).where(lease_table.c.name == name))


def rename(conn: Connection, old: str, new: str) -> None:
    """Put a table out of reach, or back."""
    conn.exec_driver_sql(f"ALTER TABLE {old} RENAME TO {new}")


def refused(stage: Stage) -> bool | None:
    """Say whether a poller was sent away."""
    return True if any(call.status == 409 for call in stage.calls) else None
