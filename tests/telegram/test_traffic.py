"""Every call of the bot in its turn, with the library's own bot against the stage and a clock turned by hand."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from hand_clock import HandClock
from telegram.error import RetryAfter
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.outbox.pace import Lane
from bot.outbox.pacing import Pacer
from handlers.stage.faults import FaultKind
from handlers.stage.serving import serving
from handlers.stage.stage import Stage
from handlers.telegram.traffic import PACED, Traffic

pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # retry_after as a number


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def pacer(clock: HandClock) -> Pacer:
    return Pacer(monotonic=clock.monotonic, sleep=clock.sleep)


@pytest.fixture
def stage() -> Stage:
    made = Stage()
    for person in range(1, 30):
        made.person(person)
    return made


@pytest.fixture
async def bot(stage: Stage, pacer: Pacer) -> AsyncIterator[ExtBot[str]]:
    request = HTTPXRequest(connection_pool_size=32, pool_timeout=5.0)
    async with (
        serving(stage) as address,
        ExtBot(stage.token, base_url=f"{address}/bot", request=request, rate_limiter=Traffic(pacer)) as made,
    ):
        yield made


async def statuses(stage: Stage, count: int) -> list[int]:
    """Give what the stage answered to the first ``count`` messages, once it has."""
    await stage.until(lambda s: len(s.called("sendMessage")) >= count)
    return [call.status for call in stage.called("sendMessage")]


async def test_an_answer_that_is_refused_for_a_time_waits_and_arrives(
    stage: Stage, bot: ExtBot[str], clock: HandClock
) -> None:
    stage.fail(FaultKind.TOO_MANY, "sendMessage", seconds=3, times=2)
    answering = asyncio.create_task(bot.send_message(1, "Zaal 3"))
    assert await statuses(stage, 1) == [429]
    await clock.turn_by(3.0)
    assert [c.status for c in stage.called("sendMessage")] == [429]  # the time is not over yet
    await clock.turn_by(0.2)
    assert await statuses(stage, 2) == [429, 429]
    await clock.turn_by(3.2)
    assert (await answering).text == "Zaal 3"
    assert [m.text for m in stage.person(1).messages] == ["Zaal 3"]


async def test_after_three_refusals_it_is_given_up(stage: Stage, bot: ExtBot[str], clock: HandClock) -> None:
    stage.fail(FaultKind.TOO_MANY, "sendMessage", seconds=3, times=9)
    answering = asyncio.create_task(bot.send_message(1, "Zaal 3"))
    for refusal in (1, 2, 3):
        assert await statuses(stage, refusal) == [429] * refusal
        await clock.turn_by(4)
    with pytest.raises(RetryAfter):
        await answering


async def test_nobody_waits_a_quarter_of_an_hour_for_an_answer(stage: Stage, bot: ExtBot[str]) -> None:
    stage.fail(FaultKind.TOO_MANY, "sendMessage", seconds=900)
    with pytest.raises(RetryAfter):
        await bot.send_message(1, "Zaal 3")


async def test_the_halt_holds_for_the_others_too(stage: Stage, bot: ExtBot[str], clock: HandClock) -> None:
    stage.fail(FaultKind.TOO_MANY, "sendMessage", seconds=3)
    first = asyncio.create_task(bot.send_message(1, "een"))
    assert await statuses(stage, 1) == [429]
    await clock.settle()
    second = asyncio.create_task(bot.send_message(2, "twee"))
    # What is no message goes on, and lifts nothing: this is what the library's own limiter gets wrong.
    assert (await bot.get_me()).is_bot
    await bot.send_chat_action(2, "typing")
    await clock.turn_by(3.0)
    assert len(stage.called("sendMessage")) == 1
    await clock.turn_by(0.2)
    assert [m.text for m in await asyncio.gather(first, second)] == ["een", "twee"]


async def test_at_most_sixteen_calls_are_in_flight(stage: Stage, bot: ExtBot[str]) -> None:
    stage.fail(FaultKind.LATE, "sendMessage", seconds=60, times=20)
    answers = [asyncio.create_task(bot.send_message(person, "Dag")) for person in range(1, 20)]
    while stage.faults.planned[0].times > 4:  # noqa: ASYNC110 - the stage tells of a call when it is answered
        await asyncio.sleep(0.01)
    # Sixteen wait at the stage; the others would have come long since.
    await asyncio.sleep(0.1)
    assert stage.faults.planned[0].times == 4
    stage.faults.clear()
    answers[0].cancel()
    # One that gives up makes room for the next.
    await stage.until(lambda s: len(s.called("sendMessage")) == 3)
    for answer in answers:
        answer.cancel()
    await asyncio.gather(*answers, return_exceptions=True)


async def test_what_has_its_turn_is_not_held_up_again(stage: Stage, bot: ExtBot[str], pacer: Pacer) -> None:
    async with pacer.turn(Lane.PUSH, "1") as call:
        pacer.halt(call, 60)
        await bot.send_message(1, "Over 10 minuten", rate_limit_args=PACED)
    assert len(stage.person(1).messages) == 1


async def test_a_refusal_of_what_has_its_turn_is_left_to_whom_it_belongs(stage: Stage, bot: ExtBot[str]) -> None:
    stage.fail(FaultKind.TOO_MANY, "sendMessage", seconds=3)
    with pytest.raises(RetryAfter):
        await bot.send_message(1, "Over 10 minuten", rate_limit_args=PACED)
    assert len(stage.called("sendMessage")) == 1
