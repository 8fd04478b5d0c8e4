"""A morning with real processes and guests in the chat, killed twice: what `make endure` plays for a whole day."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from random import Random
from typing import Final

import pytest

from benchmarks.endure.guests import haarlem
from benchmarks.endure.judge import judged
from benchmarks.endure.play import Played, played
from benchmarks.endure.reading import BEFORE
from benchmarks.endure.scripts import one_morning
from handlers.stage.messages import Message
from handlers.stage.people import Person

GUESTS: Final = 20


@pytest.fixture
async def morning() -> AsyncIterator[Played]:
    async with AsyncExitStack() as stack:
        chance = Random(40)
        yield await stack.enter_async_context(played(one_morning(chance, GUESTS), chance, print))


@pytest.mark.timeout(300)  # seconds: three starts of a process and a quarter of an hour at speed
async def test_all_are_reminded_in_spite_of_two_kills_and_a_change_and_a_fault_would_be_seen(morning: Played) -> None:
    verdict = judged(morning)
    assert verdict.faults == []
    assert verdict.expected > GUESTS / 2
    assert len(verdict.reminders) >= verdict.expected
    assert len(verdict.doubles) == 2
    assert any(reminder.start == haarlem(11, 45) for reminder in verdict.reminders)
    # The same chats with a reminder less, and with one twice, are seen to be wrong.
    stage = morning.world.stage
    once, other, *_ = [person for person in stage.people.values() if len(told(person)) == 1]
    (reminder,) = told(once)
    once.chat.remove(reminder.id)
    stage.say(other.chat, told(other)[0].content)
    faults = judged(morning).faults
    assert {fault.partition(":")[0] for fault in faults} == {f"guest {once.id}", f"guest {other.id}"}
    assert any("nothing about 11.40.00, lead" in fault and "in the outbox: sent" in fault for fault in faults)
    assert any("came twice and does not say so" in fault for fault in faults)


def told(person: Person) -> list[Message]:
    """Give the reminders of 11.40 in a chat."""
    return [m for m in person.messages if m.from_bot and BEFORE.match(m.text) and "11.40 uur" in m.text]
