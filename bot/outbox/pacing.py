"""The one pacer of a bot: whoever calls Telegram waits here for a turn, answers before pushes."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from math import inf

from bot.outbox.pace import LIMITS, Call, Lane, Limits, Pace


class NotNow(Exception):  # noqa: N818 - not an error: the caller asked to be told
    """The turn would come later than the caller wants to wait; ``seconds`` says how much later."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Pacer:
    """Gives turns. ``monotonic`` and ``sleep`` are arguments, so that tests turn the clock by hand."""

    def __init__(
        self,
        limits: Limits = LIMITS,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.limits = limits
        self._pace = Pace(limits)
        self._monotonic = monotonic
        self._sleep = sleep
        self._waiting: dict[Lane, list[tuple[Call, asyncio.Future[None], float]]] = {lane: [] for lane in Lane}
        self._timer: asyncio.Task[None] | None = None
        self._timer_at = inf

    @asynccontextmanager
    async def turn(
        self, lane: Lane, chat: str = "", *, group: bool = False, counted: bool = True, patience: float = inf
    ) -> AsyncIterator[Call]:
        """Wait for a turn and hold it while the call is in flight.

        Raises NotNow as soon as it is known that the turn is more than ``patience`` seconds away.
        """
        call = Call(lane, chat, group, counted, asked=self._monotonic())
        granted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiter = (call, granted, patience)
        self._waiting[lane].append(waiter)
        self._give_turns()
        try:
            await granted
        except BaseException:
            if call.started is not None:
                self._pace.answer(call, self._monotonic())
            elif waiter in self._waiting[lane]:
                self._waiting[lane].remove(waiter)
            self._give_turns()
            raise
        try:
            yield call
        finally:
            self._pace.answer(call, self._monotonic())
            self._give_turns()

    def halt(self, call: Call, seconds: float) -> None:
        """Obey a refusal of ``call`` that names a time."""
        self._pace.halt(call, self._monotonic(), seconds)
        self._give_turns()

    def free_push_places(self) -> int:
        """Count the pushes that could be taken up now: none while pushes are halted."""
        if self.halted_for() > 0:
            return 0
        return max(0, self._pace.free_push_places() - len(self._waiting[Lane.PUSH]))

    def halted_for(self) -> float:
        """Give the seconds for which all pushes are halted, 0 when they are not."""
        return max(0.0, self._pace.halted_until(Lane.PUSH) - self._monotonic())

    def _give_turns(self) -> None:
        soonest = inf
        for lane in (Lane.ANSWER, Lane.PUSH):
            for waiter in list(self._waiting[lane]):
                call, granted, patience = waiter
                now = self._monotonic()
                ready = self._pace.ready_at(call)
                if granted.done():  # cancelled, and not yet taken out by its own task
                    continue
                if ready <= now:
                    self._waiting[lane].remove(waiter)
                    self._pace.start(call, now)
                    granted.set_result(None)
                elif ready - now > patience and ready < inf:
                    self._waiting[lane].remove(waiter)
                    granted.set_exception(NotNow(ready - now))
                else:
                    soonest = min(soonest, ready)
        self._wake_at(soonest)

    def _wake_at(self, moment: float) -> None:
        if self._timer is not None and self._timer_at == moment:
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._timer_at = moment
        if moment < inf:
            self._timer = asyncio.create_task(self._wait(moment - self._monotonic()))

    async def _wait(self, seconds: float) -> None:
        await self._sleep(max(0.0, seconds))
        self._timer = None
        self._timer_at = inf
        self._give_turns()
