"""A morning with real processes and guests in the chat, killed twice: what `make endure` plays for a whole day."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from random import Random
from typing import Final

import pytest

from benchmarks.endure.guests import FIRST
from benchmarks.endure.judge import judged
from benchmarks.endure.play import Played, played
from benchmarks.endure.reading import BEFORE
from benchmarks.endure.scripts import one_morning
from handlers.stage.messages import Message

GUESTS: Final = 20


@pytest.fixture
async def morning() -> AsyncIterator[Played]:
    async with AsyncExitStack() as stack:
        chance = Random(40)
        yield await stack.enter_async_context(played(one_morning(chance, GUESTS), chance, print))


async def test_all_are_reminded_in_spite_of_two_kills_and_a_change_and_a_fault_would_be_seen(morning: Played) -> None:
    verdict = judged(morning)
    assert verdict.faults == []
    assert verdict.expected > GUESTS / 2
    assert len(verdict.reminders) >= verdict.expected
    assert len(verdict.doubles) == 2
    # The same chats with one reminder less, one more, and one in the wrong room are seen to be wrong.
    stage = morning.world.stage
    once, other, *_ = [person for person in stage.people.values() if len(told(person.messages)) == 1]
    (reminder,) = told(once.messages)
    once.chat.remove(reminder.id)
    assert any(f"guest {once.id}: nothing about 11.40" in fault for fault in judged(morning).faults)
    once.chat.add(reminder)
    (reminder,) = told(other.messages)
    stage.say(other.chat, reminder.content)
    assert any("twice and does not say so" in fault for fault in judged(morning).faults)
    assert other.id >= FIRST


def told(messages: tuple[Message, ...]) -> list[Message]:
    return [message for message in messages if message.from_bot and BEFORE.match(message.text)]
