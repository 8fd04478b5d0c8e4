import asyncio

import pytest
from stage_bots import make_bot
from telegram import Bot
from telegram.error import Conflict

from handlers.stage.people import Person
from handlers.stage.serving import serving
from handlers.stage.stage import Stage
from handlers.stage.updates import Updates


async def texts(bot: Bot, **arguments: object) -> list[tuple[int, str | None]]:
    updates = await bot.get_updates(**arguments)  # type: ignore[arg-type]
    return [(update.update_id, update.message.text if update.message else None) for update in updates]


async def test_updates_come_until_a_higher_offset_confirms_them(bot: Bot, person: Person) -> None:
    for text in ("een", "twee", "drie"):
        await person.send(text)
    assert await texts(bot) == [(1, "een"), (2, "twee"), (3, "drie")]
    assert await texts(bot, limit=2) == [(1, "een"), (2, "twee")]
    assert await texts(bot, offset=2) == [(2, "twee"), (3, "drie")]
    assert await texts(bot, offset=1) == [(2, "twee"), (3, "drie")]
    assert await texts(bot, offset=4) == []
    assert await texts(bot) == []


async def test_a_negative_offset_keeps_only_the_last(bot: Bot, person: Person) -> None:
    for text in ("een", "twee", "drie"):
        await person.send(text)
    assert await texts(bot, offset=-1) == [(3, "drie")]
    assert await texts(bot) == [(3, "drie")]


async def test_at_most_100_updates_come_at_once(bot: Bot, person: Person) -> None:
    for number in range(101):
        await person.send(str(number))
    assert len(await texts(bot)) == 100
    assert len(await texts(bot, limit=100)) == 100
    assert len(await texts(bot, limit=101)) == 100
    assert len(await texts(bot, limit=1)) == 1


async def test_a_long_poll_ends_with_the_first_update(bot: Bot, person: Person) -> None:
    poll = asyncio.create_task(texts(bot, timeout=10))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await person.send("nu")
    assert await asyncio.wait_for(poll, 1) == [(1, "nu")]


async def test_a_poll_without_news_ends_empty_after_its_time() -> None:
    updates = Updates(1)
    assert await updates.poll(0, 100, 0.05) == []


async def test_a_second_poller_ends_the_first(stage: Stage, address: str, person: Person) -> None:
    async with make_bot(address, stage.token) as one, make_bot(address, stage.token) as other:
        first = asyncio.create_task(texts(one, timeout=10))
        await asyncio.sleep(0.05)
        second = asyncio.create_task(texts(other, timeout=10))
        with pytest.raises(Conflict) as ended:
            await asyncio.wait_for(first, 1)
        await person.send("nu")
        assert await asyncio.wait_for(second, 1) == [(1, "nu")]
    assert ended.value.message == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_a_poller_that_hung_up_loses_nothing(stage: Stage, address: str, person: Person) -> None:
    async with make_bot(address, stage.token, read_timeout=0.05) as hasty:
        poll = asyncio.create_task(hasty.get_updates(timeout=1, read_timeout=0.01))
        await stage.until(lambda one: any(call.method == "getMe" for call in one.calls), 1)
        poll.cancel()
        await asyncio.wait({poll})
    await person.send("nu")
    async with make_bot(address, stage.token) as patient:
        assert await texts(patient, timeout=1) == [(1, "nu")]


async def test_presence_follows_the_polls(stage: Stage, address: str) -> None:
    assert stage.updates.presence == "starting"
    async with make_bot(address, stage.token) as bot:
        poll = asyncio.create_task(bot.get_updates(timeout=10))
        await asyncio.sleep(0.05)
        assert stage.updates.presence == "here"
        poll.cancel()
        await stage.until(lambda one: one.updates.presence == "gone", 1)


async def test_only_wanted_kinds_are_kept(stage: Stage, bot: Bot, person: Person) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await person.send("hoort niemand")
    assert await texts(bot) == []
    await bot.get_updates(allowed_updates=[])
    await person.send("hoort men weer")
    await person.block()
    assert [next(kind for kind in update if kind != "update_id") for update in stage.updates.waiting] == [
        "message",
        "my_chat_member",
    ]


async def test_a_webhook_and_polling_exclude_each_other(bot: Bot, person: Person) -> None:
    await person.send("eerder")
    assert await bot.set_webhook("https://g40.nl/telegram", drop_pending_updates=True)
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("https://g40.nl/telegram", 0)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await texts(bot) == []


async def test_closing_ends_a_poll_at_once(stage: Stage) -> None:
    loop = asyncio.get_running_loop()
    async with serving(stage) as url, make_bot(url, stage.token) as bot:
        poll = asyncio.create_task(bot.get_updates(timeout=10))
        await asyncio.sleep(0.05)
        closing = loop.time()
        stage.close()
        assert await poll == ()
    assert loop.time() - closing < 1


async def test_a_port_in_use_is_an_os_error(stage: Stage, address: str) -> None:
    with pytest.raises(OSError, match="in use"):
        async with serving(Stage(), port=int(address.rpartition(":")[2])):
            pass
    assert not stage.closing
