"""What the bot has yet to hear: updates wait until a higher offset confirms them (Bot API, getUpdates)."""

import asyncio
import time
from collections import deque
from typing import Final, Literal

from handlers.stage.refusals import Json, Refused

LONGEST_POLL: Final = 50.0
MOST_UPDATES: Final = 100
NOT_BY_DEFAULT: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
GRACE: Final = 3.0
"""Seconds that a bot may be busy between two polls before it counts as gone."""

Presence = Literal["starting", "here", "gone"]


class Updates:
    """The queue of one bot, with one poller at a time."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._waiting: deque[Json] = deque()
        self._allowed: frozenset[str] | None = None
        self._poller: asyncio.Future[bool] | None = None
        self._polling = 0
        self._last_poll: float | None = None
        self._closed = False
        self.webhook = ""

    @property
    def waiting(self) -> tuple[Json, ...]:
        """Updates that are not confirmed yet."""
        return tuple(self._waiting)

    @property
    def presence(self) -> Presence:
        """Whether a bot listens: it has yet to come, is here, or is gone."""
        if self.webhook or self._polling:
            return "here"
        if self._last_poll is None:
            return "starting"
        return "here" if time.monotonic() - self._last_poll < GRACE else "gone"

    def allow(self, kinds: frozenset[str] | None) -> None:
        """Choose which kinds are queued from now on; an empty set means Telegram's default."""
        self._allowed = kinds or None

    def add(self, kind: str, content: Json) -> None:
        """Queue an update, unless the bot does not want this kind."""
        if kind not in self._allowed if self._allowed is not None else kind in NOT_BY_DEFAULT:
            return
        self._waiting.append({"update_id": self._next_id, kind: content})
        self._next_id += 1
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(True)

    def confirm(self, offset: int) -> None:
        """Forget the updates before ``offset``; a negative one keeps so many from the end."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while offset > 0 and self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()

    def clear(self) -> None:
        """Forget all updates."""
        self._waiting.clear()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Give the first updates, waiting ``seconds`` for one. Raises Refused (409) when another poller comes."""
        if self.webhook:
            raise Refused(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(False)
        self.confirm(offset)
        self._polling += 1
        try:
            if not self._waiting and not self._closed:
                await self._wait(min(max(0.0, seconds), LONGEST_POLL))
        finally:
            self._polling -= 1
            self._last_poll = time.monotonic()
        count = limit if 1 <= limit <= MOST_UPDATES else MOST_UPDATES
        return [update for update, _ in zip(self._waiting, range(count), strict=False)]

    async def _wait(self, seconds: float) -> None:
        poller = self._poller = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                alone = await poller
        except TimeoutError:
            return
        finally:
            if self._poller is poller:
                self._poller = None
        if not alone:
            raise Refused(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )

    def hung_up(self) -> None:
        """Note that the bot broke off its poll: it is gone, unless it polls again."""
        if not self._polling:
            self._last_poll = time.monotonic() - GRACE

    def close(self) -> None:
        """End the poll in progress, and let later ones return at once."""
        self._closed = True
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(True)
