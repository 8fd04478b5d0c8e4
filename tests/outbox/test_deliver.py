"""The decisions of delivery, against an outbox in memory and a Telegram that says what the test wants."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hand_clock import HandClock
from reminder_days import SAFETY, WWZ, at, day, following, person

from bot.outbox.deliver import LONGEST_BREATH, LONGEST_WAIT, Delivery, Standing
from bot.outbox.model import OutboxRow, OutboxState
from bot.outbox.outcome import Blocked, Later, Moved, NotSent, Outcome, Refused, Sent, Unknown
from bot.outbox.pacing import Pacer
from bot.people.model import Chat, ChatKind
from bot.programme.model import Programme, Status
from bot.wording.catalogue import Catalogue
from bot.wording.richtext import Message

EACH = [
    (Sent(5), [(OutboxState.SENT, "")]),
    (Blocked("bot was blocked"), [(OutboxState.FAILED, "bot was blocked")]),
    (Refused("too long"), [(OutboxState.FAILED, "too long")]),
]


@dataclass
class Memory:
    """An outbox in memory, as the one in the database: claims, leases it does not need, waits on the hand clock."""

    clock: HandClock
    begin: datetime
    programme: Programme = field(default_factory=day)
    chats: dict[int, Chat] = field(default_factory=dict)
    rows: dict[int, OutboxRow] = field(default_factory=dict)
    not_before: dict[int, float] = field(default_factory=dict)
    away: bool = False

    def now(self) -> datetime:
        return self.begin + timedelta(seconds=self.clock.now)

    def add(self, count: int = 1, **facts: Any) -> None:
        for number in range(len(self.rows) + 1, len(self.rows) + count + 1):
            self.chats[number] = person(number, **facts)
            self.rows[number] = OutboxRow(
                id=number,
                key=f"reminder:{number}",
                kind="reminder",
                chat_id=number,
                event_id=1,
                starts_at=at(11, 40),
                due_at=at(11, 30),
                expires_at=at(11, 50),
                priority=5,
                state=OutboxState.PLANNED,
            )

    def set(self, row: OutboxRow, state: OutboxState, **facts: Any) -> None:
        if self.away:
            raise ConnectionError("the database is away")
        self.rows[row.id] = replace(self.rows[row.id], state=state, **facts)

    def states(self) -> list[tuple[OutboxState, str]]:
        return [(row.state, row.reason) for row in self.rows.values()]

    def _open(self) -> list[OutboxRow]:
        waiting = {OutboxState.PLANNED, OutboxState.UNKNOWN}
        return [r for r in self.rows.values() if r.state in waiting and r.expires_at > self.now()]

    async def claim(self, limit: int) -> Sequence[OutboxRow]:
        if self.away:
            raise ConnectionError("the database is away")
        ready = [r for r in self._open() if r.due_at <= self.now() and self.not_before.get(r.id, 0.0) <= self.clock.now]
        for row in ready[:limit]:
            self.set(row, OutboxState.SENDING, attempts=row.attempts + 1)
        return [self.rows[row.id] for row in ready[:limit]]

    async def standing(self, row: OutboxRow) -> Standing | None:
        chat = self.chats.get(row.chat_id)
        return None if chat is None else Standing(self.programme, chat, following("veiligheid"))

    async def leaving(self, row: OutboxRow) -> bool:
        return self.rows[row.id].state is OutboxState.SENDING

    async def sent(self, row: OutboxRow, message_id: int, message: Message) -> None:  # noqa: ARG002 - reminders hand nothing over
        self.set(row, OutboxState.SENT, message_id=message_id)

    async def skip(self, row: OutboxRow, reason: str) -> None:
        self.set(row, OutboxState.SKIPPED, reason=reason)

    async def fail(self, row: OutboxRow, reason: str) -> None:
        self.set(row, OutboxState.FAILED, reason=reason)

    async def block(self, row: OutboxRow, reason: str) -> None:
        self.set(row, OutboxState.FAILED, reason=reason)
        self.chats[row.chat_id] = replace(self.chats[row.chat_id], active=False)

    async def move(self, row: OutboxRow, address: str) -> None:
        self.set(row, OutboxState.PLANNED)
        self.chats[row.chat_id] = replace(self.chats[row.chat_id], address=address)

    async def retry(self, row: OutboxRow, seconds: float) -> None:
        self.set(row, OutboxState.PLANNED)
        self.not_before[row.id] = self.clock.now + seconds

    async def unknown(self, row: OutboxRow, seconds: float) -> None:
        self.set(row, OutboxState.UNKNOWN, repeated=True)
        self.not_before[row.id] = self.clock.now + seconds

    async def next_due(self) -> datetime | None:
        return min((row.due_at for row in self._open()), default=None)


@dataclass
class Telegram:
    """Says to each send what the test wants, and else that it arrived; ``answer`` may look at the chat."""

    clock: HandClock
    answer: Callable[[Chat, int], Outcome] = lambda _chat, number: Sent(number)
    seconds: float = 0.05
    sends: list[tuple[str, float, str]] = field(default_factory=list)

    async def send(self, chat: Chat, message: Message, *, silent: bool = False) -> Outcome:  # noqa: ARG002 - nobody hears it here
        self.sends.append((chat.address, self.clock.now, message.plain()))
        number = len(self.sends)
        await self.clock.sleep(self.seconds)
        return self.answer(chat, number)

    def moments(self) -> list[float]:
        return [moment for _, moment, _ in self.sends]


def saying(*outcomes: Outcome) -> Callable[[Chat, int], Outcome]:
    """Answer with these, one after the other, and then that it arrived."""
    return lambda _chat, number: outcomes[number - 1] if number <= len(outcomes) else Sent(number)


ARRIVES = saying()


@dataclass
class Scene:
    """What a test looks at."""

    clock: HandClock
    memory: Memory
    telegram: Telegram
    delivery: Delivery


@pytest.fixture
def perform(catalogue: Catalogue) -> Callable[..., Any]:
    @asynccontextmanager
    async def begin(
        answer: Callable[[Chat, int], Outcome] = ARRIVES, *, count: int = 1, seconds: float = 0.05, **facts: Any
    ) -> AsyncIterator[Scene]:
        clock = HandClock()
        memory = Memory(clock, at(11, 30))
        memory.add(count, **facts)
        telegram = Telegram(clock, answer, seconds)
        delivery = Delivery(
            memory,
            telegram,
            Pacer(monotonic=clock.monotonic, sleep=clock.sleep),
            clock=memory.now,
            catalogue=catalogue,
            monotonic=clock.monotonic,
            sleep=clock.sleep,
        )
        running = asyncio.create_task(delivery.run())
        yield Scene(clock, memory, telegram, delivery)
        delivery.stop()
        await clock.until(running)

    return begin


@pytest.mark.parametrize(("outcome", "states"), EACH, ids=lambda value: type(value).__name__)
async def test_what_is_settled_is_recorded_and_not_tried_again(
    perform: Callable[..., Any], outcome: Outcome, states: list[tuple[OutboxState, str]]
) -> None:
    async with perform(saying(outcome)) as scene:
        await scene.clock.turn_by(120)
        assert scene.memory.states() == states
        assert len(scene.telegram.sends) == 1


async def test_who_blocked_is_not_written_to_again(perform: Callable[..., Any]) -> None:
    async with perform(saying(Blocked("x"))) as scene:
        await scene.clock.turn_by(1)
        assert scene.memory.chats[1] == person(1, active=False)


async def test_a_moved_chat_gets_it_at_its_new_address(perform: Callable[..., Any]) -> None:
    async with perform(saying(Moved("-100")), kind=ChatKind.GROUP) as scene:
        await scene.clock.turn_by(5)
        assert [address for address, _, _ in scene.telegram.sends] == ["1001", "-100"]
        assert scene.memory.states() == [(OutboxState.SENT, "")]


async def test_a_named_time_is_waited_for_by_all(perform: Callable[..., Any]) -> None:
    async with perform(saying(Later(30.0)), count=40) as scene:
        await scene.clock.turn_by(29)
        early = len(scene.telegram.sends)
        await scene.clock.turn_by(60)
        # The first was answered after 50 ms; by then one more had left.
        assert early == 2
        assert sorted(scene.telegram.moments())[early] >= 30.0
        assert scene.memory.states() == [(OutboxState.SENT, "")] * 40
        assert len(scene.telegram.sends) == 41


async def test_one_that_may_have_arrived_comes_once_more_marked(perform: Callable[..., Any]) -> None:
    async with perform(saying(Unknown("timed out"))) as scene:
        await scene.clock.turn_by(60)
        (_, first, plain), (_, second, marked) = scene.telegram.sends
        assert marked == f"{plain} (herhaald)"
        assert second - first >= LONGEST_WAIT


async def test_when_nothing_gets_through_it_is_tried_ever_less_often(perform: Callable[..., Any]) -> None:
    async with perform(count=12) as scene:
        scene.telegram.answer = lambda _chat, number: NotSent("away") if scene.clock.now < 200 else Sent(number)
        await scene.clock.turn_by(200)
        knocks = sorted(scene.telegram.moments())
        rests = [b - a for a, b in itertools.pairwise(knocks) if b - a > 1]
        assert len(knocks) <= 12 * 10
        assert max(rests) >= LONGEST_BREATH
        await scene.clock.turn_by(65)
        assert scene.memory.states() == [(OutboxState.SENT, "")] * 12


async def test_while_no_answers_come_few_use_up_their_second_chance(perform: Callable[..., Any]) -> None:
    async with perform(count=200) as scene:
        scene.telegram.answer = lambda _chat, number: Unknown("timed out") if scene.clock.now < 60 else Sent(number)
        await scene.clock.turn_by(300)
        lost = scene.memory.states().count((OutboxState.UNKNOWN, ""))
        assert lost == 0
        twice = [row for row in scene.memory.rows.values() if row.repeated]
        assert 12 <= len(twice) <= 60


async def test_those_that_fail_together_count_for_one(perform: Callable[..., Any]) -> None:
    async with perform(count=12, seconds=1.0) as scene:
        scene.telegram.answer = lambda _chat, number: NotSent("away") if number <= 12 else Sent(number)
        await scene.clock.turn_by(6)
        assert scene.memory.states() == [(OutboxState.SENT, "")] * 12


async def test_old_bad_luck_does_not_count_against_new(perform: Callable[..., Any]) -> None:
    async with perform(saying(*[NotSent("away")] * 12), count=24) as scene:
        await scene.clock.turn_by(60)
        assert scene.memory.states() == [(OutboxState.SENT, "")] * 24
        scene.telegram.answer = lambda chat, number: NotSent("x") if chat.address == "1025" else Sent(number)
        scene.memory.add(40)
        scene.delivery.wake()
        await scene.clock.turn_by(2)
        assert scene.memory.states()[25:] == [(OutboxState.SENT, "")] * 39


async def test_one_that_fails_does_not_hold_up_the_others(perform: Callable[..., Any]) -> None:
    def stubborn(chat: Chat, number: int) -> Outcome:
        return NotSent("Internal Server Error") if chat.address == "1001" else Sent(number)

    async with perform(stubborn, count=60) as scene:
        await scene.clock.turn_by(3)
        assert scene.memory.states()[1:] == [(OutboxState.SENT, "")] * 59
        await scene.clock.turn_by(600)
        # And is not knocked on every second for ten minutes either.
        assert len([address for address, _, _ in scene.telegram.sends if address == "1001"]) < 20


async def test_what_changes_while_it_waits_for_its_turn_is_seen(perform: Callable[..., Any]) -> None:
    async with perform(count=12) as scene:
        await scene.clock.turn_by(0.09)  # three have left, nine wait
        scene.memory.programme = day(WWZ, replace(SAFETY, status=Status.CANCELLED))
        await scene.clock.turn_by(5)
        assert len(scene.telegram.sends) == 3
        assert scene.memory.states() == [(OutboxState.SENT, "")] * 3 + [(OutboxState.SKIPPED, "cancelled")] * 9


async def test_a_chat_that_is_gone_is_let_go(perform: Callable[..., Any]) -> None:
    async with perform(count=2) as scene:
        del scene.memory.chats[1]
        await scene.clock.turn_by(1)
        assert scene.memory.states() == [(OutboxState.SKIPPED, "chat or event gone"), (OutboxState.SENT, "")]


async def test_a_database_that_is_away_is_outlived(
    perform: Callable[..., Any], caplog: pytest.LogCaptureFixture
) -> None:
    async with perform() as scene:
        scene.memory.away = True
        await scene.clock.turn_by(7)
        assert "the outbox could not be read" in caplog.messages
        scene.memory.away = False
        await scene.clock.turn_by(LONGEST_WAIT)
        assert scene.memory.states() == [(OutboxState.SENT, "")]


async def test_what_cannot_be_recorded_stays_in_hand_and_the_others_go_on(
    perform: Callable[..., Any], caplog: pytest.LogCaptureFixture
) -> None:
    async with perform() as scene:
        await scene.clock.settle()
        scene.memory.away = True
        await scene.clock.turn_by(1)
        scene.memory.away = False
        scene.memory.add()
        scene.delivery.wake()
        await scene.clock.turn_by(10)
        assert "message 1 was not recorded" in caplog.messages
        assert scene.memory.states() == [(OutboxState.SENDING, ""), (OutboxState.SENT, "")]


async def test_never_more_in_hand_than_there_are_places(perform: Callable[..., Any]) -> None:
    async with perform(count=60, seconds=8.0) as scene:
        await scene.clock.turn_by(6)
        in_hand = [row for row in scene.memory.rows.values() if row.state is OutboxState.SENDING]
        assert len(in_hand) == 12
        await scene.clock.turn_by(60)
        assert scene.memory.states() == [(OutboxState.SENT, "")] * 60


async def test_a_stop_finishes_what_is_in_hand_and_takes_up_nothing(perform: Callable[..., Any]) -> None:
    async with perform(count=30, seconds=2.0) as scene:
        await scene.clock.turn_by(0.2)
        scene.delivery.stop()
        await scene.clock.turn_by(30)
        assert scene.memory.states() == [(OutboxState.SENT, "")] * 12 + [(OutboxState.PLANNED, "")] * 18
