"""A clock that tests turn by hand: what sleeps on it wakes in order, and no real time passes."""

import asyncio
import heapq
import itertools
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")
SETTLING = 15
"""Rounds of the event loop after which everything that can go on has gone on."""


class HandClock:
    """Monotonic seconds, from 0; hand its methods to whoever wants a clock and a sleep."""

    def __init__(self) -> None:
        self.now = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._order), woken))
        await woken

    def next_moment(self) -> float | None:
        """Say when the next sleeper wakes; None when nobody sleeps."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    async def turn_to(self, moment: float) -> None:
        """Let time pass until ``moment``, waking each sleeper at its own moment."""
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= moment:
            self.now, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                woken.set_result(None)
                await self.settle()
        self.now = moment
        await self.settle()

    async def turn_by(self, seconds: float) -> None:
        await self.turn_to(self.now + seconds)

    async def until(self, work: Awaitable[T], *, at_most: float = 100_000.0) -> T:
        """Turn the clock as far as ``work`` needs; fails when it is not done ``at_most`` seconds later."""
        task = asyncio.ensure_future(work)
        deadline = self.now + at_most
        await self.settle()
        while not task.done():
            assert self._sleepers, "it waits for something that no clock brings"
            assert self._sleepers[0][0] <= deadline, "it takes longer than it may"
            await self.turn_to(self._sleepers[0][0])
        return await task

    async def settle(self) -> None:
        for _ in range(SETTLING):
            await asyncio.sleep(0)
