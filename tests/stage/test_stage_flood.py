import pytest
from telegram import Bot
from telegram.error import RetryAfter

from handlers.stage.flood import StrictWindow, TokenBuckets
from handlers.stage.people import Person
from handlers.stage.stage import Stage

RETRY_AFTER = "ignore:Deprecated since version v22.2"  # the library warns of a future type


def test_the_buckets_let_30_go_at_once_and_then_30_a_second() -> None:
    flood = TokenBuckets()
    assert [flood.wait(chat, 100.0) for chat in range(1, 31)] == [0.0] * 30
    assert flood.wait(31, 100.0) == pytest.approx(1 / 30)
    assert flood.wait(31, 100.0 + 1 / 29) == 0
    assert flood.wait(32, 100.0 + 1 / 29) > 0


def test_a_chat_may_have_a_small_burst_and_then_one_a_second() -> None:
    flood = TokenBuckets()
    assert [flood.wait(1, 0.0) for _ in range(4)] == [0.0, 0.0, 0.0, 1.0]
    assert flood.wait(2, 0.0) == 0
    assert flood.wait(1, 0.5) == pytest.approx(0.5)
    assert flood.wait(1, 1.0) == 0


def test_a_group_gets_20_a_minute() -> None:
    flood = TokenBuckets(chat_rate=100, chat_burst=100)
    assert [flood.wait(-5, second) for second in range(20)] == [0.0] * 20
    assert flood.wait(-5, 20.0) == 40.0
    assert flood.wait(5, 20.0) == 0
    assert flood.wait(-5, 60.0) == 0


def test_the_window_never_has_more_than_30_in_any_second() -> None:
    flood = StrictWindow()
    times = [second / 100 for second in range(300)]
    sent = [moment for moment in times if flood.wait(1, moment) == 0]
    assert len(sent) == 90
    assert all(sum(1 for other in sent if start <= other < start + 1) <= 30 for start in sent)


@pytest.mark.filterwarnings(RETRY_AFTER)
async def test_a_flood_is_answered_with_429_and_counts_no_refused_message(
    stage: Stage, bot: Bot, person: Person
) -> None:
    stage.flood = StrictWindow(limit=2, seconds=60)
    await bot.send_message(1, "een")
    await bot.send_message(1, "twee")
    with pytest.raises(RetryAfter, match=r"Retry in [56][0-9] seconds"):
        await bot.send_message(1, "drie")
    assert await bot.send_chat_action(1, "typing")
    assert [message.text for message in person.messages] == ["een", "twee"]
    stage.flood = None
    await bot.send_message(1, "drie")
    assert len(person.messages) == 3
