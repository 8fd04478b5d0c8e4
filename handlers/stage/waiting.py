"""Waiting for something to change, without polling."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Signal:
    """Wakes all who wait for a change of one thing."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        """Say that something changed."""
        waiters, self._waiters = self._waiters, set()
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def changed(self, timeout: float | None) -> bool:  # noqa: ASYNC109 - the caller's patience is an argument
        """Wait for the next change; False when ``timeout`` seconds pass first."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            async with asyncio.timeout(timeout):
                await waiter
        except TimeoutError:
            return False
        finally:
            self._waiters.discard(waiter)
        return True

    async def until(self, look: Callable[[], T | None], timeout: float, what: str) -> T:  # noqa: ASYNC109 - as above
        """Wait until ``look`` gives something and give it.

        Raises TimeoutError, which says ``what`` was waited for, after ``timeout`` seconds.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while True:
            found = look()
            if found is not None:
                return found
            if not await self.changed(max(0.0, deadline - loop.time())) and look() is None:
                raise TimeoutError(f"no {what} within {timeout} s")
