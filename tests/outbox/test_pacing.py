import asyncio
import itertools
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import pytest
from hand_clock import HandClock
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.outbox.pace import FORGET, LIMITS, Call, Lane, Pace
from bot.outbox.pacing import NotNow, Pacer


@dataclass
class Line:
    """A pacer with something at the other end that answers after ``latency`` and writes down when it was called."""

    latency: float = 0.05
    clock: HandClock = field(default_factory=HandClock)
    calls: list[tuple[Lane, str, float]] = field(default_factory=list)
    in_flight: int = 0
    most_in_flight: int = 0

    def __post_init__(self) -> None:
        self.pacer = Pacer(monotonic=self.clock.monotonic, sleep=self.clock.sleep)

    async def call(self, lane: Lane, chat: str, *, refused: float = 0.0, slow: float = 0.0, **facts: Any) -> None:
        async with self.pacer.turn(lane, chat, **facts) as call:
            self.calls.append((lane, chat, self.clock.now))
            self.in_flight += 1
            self.most_in_flight = max(self.most_in_flight, self.in_flight)
            await self.clock.sleep(slow or self.latency)
            self.in_flight -= 1
            if refused:
                self.pacer.halt(call, refused)

    async def push(self, *chats: str, **facts: Any) -> None:
        await asyncio.gather(*(self.call(Lane.PUSH, chat, **facts) for chat in chats))

    def starts(self, lane: Lane | None = None, chat: str | None = None) -> list[float]:
        return [t for told, name, t in self.calls if lane in {None, told} and chat in {None, name}]


def most_within(moments: list[float], seconds: float) -> int:
    return max(sum(start <= other < start + seconds for other in moments) for start in moments)


async def broadcast(line: Line, count: int) -> float:
    """Push to ``count`` chats as the outbox does, never more at once than there are places; give the rate."""
    waiting = [str(n) for n in range(count)]

    async def worker() -> None:
        while waiting:
            await line.call(Lane.PUSH, waiting.pop())

    await line.clock.until(asyncio.gather(*(worker() for _ in range(LIMITS.push_places))))
    starts = line.starts()[-count:]
    return (count - 1) / (starts[-1] - starts[0])


@pytest.mark.parametrize(("latency", "share"), [(0.001, 0.97), (0.05, 0.92), (0.3, 0.75)])
async def test_a_broadcast_uses_what_is_allowed_and_no_more(latency: float, share: float) -> None:
    line = Line(latency)
    rate = await broadcast(line, 600)
    assert share * 30 <= rate <= 30
    # However the network shifts each of them between its start and its answer, no second has 31.
    assert most_within(line.starts(), LIMITS.window_seconds + latency - 1e-6) <= 30
    assert line.most_in_flight <= LIMITS.push_places


async def test_a_slow_answer_holds_up_nobody_else_and_no_second_has_more_for_it() -> None:
    line = Line(0.05)
    slow = asyncio.create_task(line.push("slow", slow=20.0))
    rate = await broadcast(line, 300)
    assert not slow.done()
    assert rate >= 0.85 * 30
    # Telegram may have counted the slow one in any of these seconds.
    others = [moment for _, chat, moment in line.calls if chat != "slow"]
    assert most_within(others, LIMITS.window_seconds + line.latency - 1e-6) <= 29
    await line.clock.until(slow)


async def test_after_a_pause_nothing_is_made_up_for() -> None:
    line = Line(0.001)
    await broadcast(line, 60)
    await line.clock.turn_by(20)
    before = len(line.calls)
    await broadcast(line, 60)
    later = line.starts()[before:]
    assert min(b - a for a, b in itertools.pairwise(later)) >= LIMITS.interval - 1e-9


async def test_one_chat_gets_one_a_second_and_the_others_go_on() -> None:
    line = Line(0.0)
    await line.clock.until(line.push("a", "a", "a", "b", "c"))
    assert [b - a for a, b in zip(line.starts(chat="a"), line.starts(chat="a")[1:], strict=False)] == pytest.approx(
        [1, 1]
    )
    assert max(line.starts(chat="b") + line.starts(chat="c")) < 0.2


async def test_a_group_gets_twenty_a_minute() -> None:
    line = Line(0.0)

    async def talk() -> None:
        for _ in range(45):
            await line.call(Lane.PUSH, "-100", group=True)

    await line.clock.until(talk())
    assert most_within(line.starts(), 60.0) == 20
    assert line.starts()[-1] < 150


async def test_at_most_sixteen_in_flight_and_pushes_leave_room_for_answers() -> None:
    line = Line(latency=30.0)
    pushing = asyncio.gather(*(line.call(Lane.PUSH, str(n)) for n in range(40)))
    await line.clock.turn_by(5)
    assert line.in_flight == LIMITS.push_places
    asking = asyncio.gather(*(line.call(Lane.ANSWER, f"p{n}") for n in range(10)))
    await line.clock.settle()
    assert line.in_flight == LIMITS.places == 16
    assert line.starts(Lane.ANSWER) == [5.0] * 4
    await line.clock.until(asyncio.gather(pushing, asking))
    assert line.most_in_flight == 16


async def test_a_place_that_comes_free_goes_to_an_answer_first() -> None:
    line = Line(latency=1.0)
    answers = asyncio.gather(*(line.call(Lane.ANSWER, f"p{n}") for n in range(17)))
    await line.clock.settle()
    pushes = asyncio.gather(*(line.call(Lane.PUSH, f"c{n}") for n in range(3)))
    late = asyncio.gather(*(line.call(Lane.ANSWER, f"q{n}") for n in range(15)))
    await line.clock.until(asyncio.gather(answers, pushes, late))
    assert min(line.starts(Lane.PUSH)) > max(t for lane, chat, t in line.calls if chat.startswith("q")) - 1e-9


async def test_answers_do_not_wait_for_the_clock_of_the_pushes() -> None:
    line = Line(0.05)
    pushing = asyncio.gather(*(line.call(Lane.PUSH, str(n)) for n in range(12)))
    await line.clock.turn_by(0.11)
    asking = asyncio.gather(*(line.call(Lane.ANSWER, f"p{n}") for n in range(8)))
    await line.clock.settle()
    assert line.starts(Lane.ANSWER) == [0.11] * 8
    await line.clock.until(asyncio.gather(pushing, asking))


async def test_pushes_go_in_what_the_answers_leave_but_are_never_starved() -> None:
    line = Line(0.01)
    asked = 0

    async def person(name: str) -> None:
        nonlocal asked
        while line.clock.now < 10:
            await line.call(Lane.ANSWER, name)
            asked += 1
            await line.clock.sleep(0.1)

    crowd = asyncio.gather(*(person(f"p{n}") for n in range(5)))  # 45 answers a second
    await line.clock.turn_to(2)
    pushes = asyncio.gather(*(line.call(Lane.PUSH, f"c{n}") for n in range(12)))
    await line.clock.until(asyncio.gather(crowd, pushes))
    starts = line.starts(Lane.PUSH)
    assert asked > 400
    assert starts[-1] - starts[1] == pytest.approx(10 * LIMITS.patience, abs=0.3)


async def test_a_refused_push_halts_all_pushes_and_nothing_else_lifts_it() -> None:
    line = Line(0.01)
    await line.clock.until(line.call(Lane.PUSH, "a", refused=3.0))
    halted_at = line.clock.now
    waiting = asyncio.gather(line.push("b", "c"), line.call(Lane.ANSWER, "p"), line.call(Lane.ANSWER, "q"))
    await line.clock.turn_to(halted_at + 2.99)
    assert line.starts(Lane.ANSWER) == [halted_at, halted_at]
    assert line.starts(Lane.PUSH) == [0.0]
    assert line.pacer.halted_for() == pytest.approx(0.01)
    await line.clock.until(waiting)
    assert line.starts(Lane.PUSH)[1] == pytest.approx(halted_at + 3)


async def test_a_refused_answer_halts_both_lanes() -> None:
    line = Line(0.01)
    await line.clock.until(line.call(Lane.ANSWER, "p", refused=3.0))
    halted_at = line.clock.now
    await line.clock.until(asyncio.gather(line.push("b"), line.call(Lane.ANSWER, "q")))
    assert min(line.starts()[1:]) == pytest.approx(halted_at + 3)


async def test_a_shorter_refusal_does_not_cut_a_longer_one_short() -> None:
    line = Line(0.1)
    await line.clock.until(
        asyncio.gather(line.call(Lane.PUSH, "a", refused=9.0), line.call(Lane.PUSH, "b", refused=1.0))
    )
    await line.clock.until(line.push("c"))
    assert line.starts(chat="c") == [pytest.approx(9.1)]


@pytest.mark.parametrize("lane", list(Lane))
async def test_a_chat_that_had_too_much_is_halted_alone(lane: Lane) -> None:
    line = Line(0.01)
    await line.clock.until(line.call(Lane.ANSWER, "a"))
    await line.clock.until(line.call(Lane.ANSWER, "a", refused=30.0))
    refused_at = line.clock.now
    await line.clock.until(asyncio.gather(line.call(lane, "b"), line.call(lane, "a")))
    assert line.starts(chat="b")[0] < 2
    assert line.starts(chat="a")[-1] == pytest.approx(refused_at + 30)


async def test_calls_that_telegram_does_not_count_need_only_a_place() -> None:
    line = Line(0.01)
    await line.clock.until(line.call(Lane.ANSWER, "p", refused=60.0))
    await line.clock.until(line.call(Lane.ANSWER, "p", counted=False))
    assert line.starts()[-1] < 1


async def test_who_does_not_want_to_wait_is_told_at_once() -> None:
    line = Line(0.01)
    await line.clock.until(line.call(Lane.PUSH, "a", refused=60.0))
    with pytest.raises(NotNow) as caught:
        await line.call(Lane.PUSH, "b", patience=5.0)
    assert caught.value.seconds == pytest.approx(60.0)
    assert line.pacer.free_push_places() == 0


async def test_who_waits_when_the_halt_comes_is_told_too() -> None:
    line = Line(0.01)
    first = asyncio.ensure_future(line.call(Lane.PUSH, "a", refused=60.0))
    others = [asyncio.ensure_future(line.call(Lane.PUSH, f"b{n}", patience=5.0)) for n in range(3)]
    await line.clock.until(first)
    told = await asyncio.gather(*others, return_exceptions=True)
    assert [type(t) for t in told] == [NotNow, NotNow, NotNow]


@pytest.mark.parametrize("moment", ["before its turn", "in its turn"])
async def test_who_gives_up_leaves_no_place_taken(moment: str) -> None:
    line = Line(latency=5.0)
    filling = [asyncio.ensure_future(line.call(Lane.ANSWER, f"p{n}")) for n in range(16)]
    extra = asyncio.ensure_future(line.call(Lane.ANSWER, "late"))
    await line.clock.settle()
    gone = extra if moment == "before its turn" else filling[0]
    gone.cancel()
    await asyncio.gather(gone, return_exceptions=True)
    rest = [task for task in (*filling, extra) if task is not gone]
    await line.clock.until(asyncio.gather(*rest))
    assert line.pacer.free_push_places() == LIMITS.push_places
    assert len(line.calls) == (16 if moment == "before its turn" else 17)


def test_chats_of_long_ago_are_forgotten() -> None:
    pace = Pace()
    for number in range(5000):
        call = Call(Lane.PUSH, str(number))
        pace.start(call, number / 30)
        pace.answer(call, number / 30 + 0.05)
    assert 30 <= pace.chats_remembered() <= 30 * (FORGET + 1)


Script = list[tuple[float, Lane, str, float]]


def scripted(line: Line, script: Script) -> Callable[[], Coroutine[Any, Any, None]]:
    async def one(delay: float, lane: Lane, chat: str, refused: float) -> None:
        await line.clock.sleep(delay)
        await line.call(lane, chat, refused=refused)

    async def all_of_it() -> None:
        await asyncio.gather(*(one(*entry) for entry in script))

    return all_of_it


@given(
    script=st.lists(
        st.tuples(
            st.floats(0, 3),
            st.sampled_from(Lane),
            st.sampled_from("abcdefgh"),
            st.sampled_from([0.0, 0.0, 0.0, 0.0, 2.0]),
        ),
        max_size=60,
    ),
    latency=st.sampled_from([0.0, 0.05, 0.4]),
)
@settings(max_examples=40, deadline=None)
def test_whatever_is_asked_all_get_a_turn_and_the_limits_hold(script: Script, latency: float) -> None:
    async def run() -> None:
        line = Line(latency)
        if script:
            await line.clock.until(scripted(line, script)(), at_most=600)
        assert len(line.calls) == len(script)
        assert line.most_in_flight <= LIMITS.places
        assert line.in_flight == 0
        pushes = line.starts(Lane.PUSH)
        assert not pushes or most_within(pushes, LIMITS.window_seconds) <= 30
        for chat in "abcdefgh":
            moments = line.starts(Lane.PUSH, chat)
            assert all(b - a >= LIMITS.chat_seconds - 1e-6 for a, b in itertools.pairwise(moments))

    asyncio.run(run())
