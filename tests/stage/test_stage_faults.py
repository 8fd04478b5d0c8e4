import asyncio
import time

import httpx
import pytest
from stage_bots import make_bot
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from handlers.stage.faults import FaultKind
from handlers.stage.people import Person
from handlers.stage.serving import serving
from handlers.stage.stage import Stage

pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # RetryAfter.retry_after as an int


async def test_too_many_requests_says_how_long(stage: Stage, bot: Bot, person: Person) -> None:
    stage.fail(FaultKind.TOO_MANY, "sendMessage", seconds=7, times=2)
    for _ in range(2):
        with pytest.raises(RetryAfter) as refusal:
            await bot.send_message(1, "Dag")
        assert refusal.value.retry_after == 7
    await bot.send_message(1, "Dag")
    assert [message.text for message in person.messages] == ["Dag"]
    assert [(call.status, call.description) for call in stage.called("sendMessage")] == [
        (429, "Too Many Requests: retry after 7"),
        (429, "Too Many Requests: retry after 7"),
        (200, ""),
    ]


async def test_only_the_named_chat_and_method_fail(stage: Stage, bot: Bot, person: Person) -> None:
    other = stage.person(2)
    stage.fail(FaultKind.BLOCKED, "sendMessage", chat_id=2)
    await bot.send_message(1, "Dag")
    await bot.send_chat_action(2, "typing")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(2, "Dag")
    assert (len(person.messages), len(other.messages)) == (1, 0)
    assert stage.faults.planned == ()


async def test_errors_arrive_as_the_librarys_own(stage: Stage, bot: Bot, person: Person) -> None:
    stage.fail(FaultKind.BAD, "sendMessage", description="Bad Request: TOPIC_CLOSED")
    stage.fail(FaultKind.SERVER, "sendMessage")
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(1, "Dag")
    with pytest.raises(NetworkError, match="Internal Server Error") as refusal:
        await bot.send_message(1, "Dag")
    assert type(refusal.value) is NetworkError
    assert person.messages == ()


async def test_a_connection_dropped_before_leaves_nothing(stage: Stage, bot: Bot, person: Person) -> None:
    stage.fail(FaultKind.DROP_BEFORE, "sendMessage")
    with pytest.raises(NetworkError) as refusal:
        await bot.send_message(1, "Dag")
    assert isinstance(refusal.value.__cause__, httpx.RemoteProtocolError | httpx.ReadError)
    assert person.messages == ()
    await bot.send_message(1, "Dag")
    assert [call.status for call in stage.called("sendMessage")] == [0, 200]


async def test_a_connection_dropped_after_leaves_the_message(stage: Stage, bot: Bot, person: Person) -> None:
    stage.fail(FaultKind.DROP_AFTER)
    with pytest.raises(NetworkError) as refusal:
        await bot.send_message(1, "Dag")
    assert isinstance(refusal.value.__cause__, httpx.RemoteProtocolError | httpx.ReadError)
    assert [message.text for message in person.messages] == ["Dag"]


async def test_a_slow_answer_times_out_though_the_message_arrived(stage: Stage, address: str, person: Person) -> None:
    async with make_bot(address, stage.token, read_timeout=0.1) as bot:
        stage.fail(FaultKind.SLOW, "sendMessage", seconds=5)
        with pytest.raises(TimedOut):
            await bot.send_message(1, "Dag")
        assert [message.text for message in person.messages] == ["Dag"]


async def test_a_late_call_is_done_after_its_time(stage: Stage, bot: Bot, person: Person) -> None:
    stage.fail(FaultKind.LATE, "sendMessage", seconds=0.1)
    began = time.monotonic()
    sending = asyncio.create_task(bot.send_message(1, "Dag"))
    await asyncio.sleep(0.03)
    assert person.messages == ()
    await sending
    assert time.monotonic() - began >= 0.1
    assert len(person.messages) == 1


async def test_polls_fail_only_when_named(stage: Stage, bot: Bot, person: Person) -> None:
    stage.fail(FaultKind.SERVER)
    await person.send("Dag")
    assert len(await bot.get_updates()) == 1
    stage.faults.clear()
    stage.fail(FaultKind.SERVER, "getUpdates")
    with pytest.raises(NetworkError):
        await bot.get_updates()
    assert len(await bot.get_updates()) == 1


async def test_closing_ends_a_slow_answer(stage: Stage, person: Person) -> None:
    began = time.monotonic()
    async with serving(stage) as url, make_bot(url, stage.token) as bot:
        stage.fail(FaultKind.SLOW, "sendMessage", seconds=30)
        sending = asyncio.create_task(bot.send_message(1, "Dag"))
        await person.reply(1)
        stage.close()
        await sending
    assert time.monotonic() - began < 30


async def test_calls_are_recorded_with_both_clocks(stage: Stage, bot: Bot, person: Person) -> None:
    before = time.monotonic()
    await bot.send_message(person.id, "Dag")
    (call,) = stage.called("sendMessage", chat_id=1)
    assert before <= call.monotonic <= time.monotonic()
    assert call.wall.tzinfo is not None
    assert (call.status, call.parameters) == (200, {"chat_id": "1", "text": "Dag"})
