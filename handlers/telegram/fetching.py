"""Fetching updates from Telegram as they are, and putting up with what goes wrong for as long as it makes sense."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from handlers.telegram.traffic import seconds_of

log: Final = logging.getLogger(__name__)

LONG_POLL: Final = 25
"""Seconds that Telegram holds a request for updates."""
UPDATES: Final = ("message", "callback_query", "inline_query", "my_chat_member")
"""The kinds of update that we ask Telegram for (Bot API, getUpdates)."""


class TakenElsewhere(Exception):  # noqa: N818 - a fact that the organiser can put right
    """Somebody else asks Telegram for the updates of this token."""


class WrongToken(Exception):  # noqa: N818 - a fact that the organiser can put right
    """Telegram does not know the token (any more)."""


@dataclass
class Fetching:
    """Asks for the updates of one bot.

    ``patience`` is how many real seconds another poller is put up with, ``pause`` how long between two tries.
    """

    bot: ExtBot[str]
    patience: float = 30.0
    pause: float = 2.0
    real: Callable[[], float] = time.monotonic

    async def fetch(self, offset: int | None) -> list[dict[str, Any]]:
        """Fetch, and again when that fails; say so once."""
        trouble = _Trouble(self.patience, self.real)
        while True:
            try:
                updates = await self._once(offset)
            except TelegramError as error:
                await asyncio.sleep(trouble.wait_after(error, self.pause))
            else:
                if trouble.failures:
                    log.info("Telegram answers again")
                return updates

    async def _once(self, offset: int | None) -> list[dict[str, Any]]:
        """Ask for updates as they are, unread: one that the library cannot read must not hold up the others."""
        asked: dict[str, Any] = {"timeout": LONG_POLL, "allowed_updates": list(UPDATES)}
        if offset is not None:
            asked["offset"] = offset
        # Spelt so, the library makes it "getUpdates" without advising its own method, which parses at once.
        found = await self.bot.do_api_request("get_Updates", api_kwargs=asked, read_timeout=LONG_POLL + 10)
        return list(found) if isinstance(found, list) else []


@dataclass
class _Trouble:
    """What goes wrong in a row while fetching: told once, put up with for a time."""

    patience: float
    real: Callable[[], float]
    failures: int = 0
    conflict_since: float | None = None

    def wait_after(self, error: TelegramError, pause: float) -> float:
        """Give the seconds to wait before trying again; raises WrongToken or TakenElsewhere when that is no use."""
        match error:
            case InvalidToken() | EndPointNotFound():
                raise WrongToken from error
            case RetryAfter():
                return seconds_of(error)
            case Conflict():
                return self._wait_after_conflict(error, pause)
        self.failures += 1
        if self.failures == 1:
            log.warning("Telegram does not answer (%s); trying again", type(error).__name__)
        return min(pause * self.failures, 30)

    def _wait_after_conflict(self, error: Conflict, pause: float) -> float:
        now = self.real()
        if self.conflict_since is None:
            self.conflict_since = now
            log.warning(
                "another process asks Telegram for the messages of this bot; trying again for %d s",
                round(self.patience),
            )
        if now - self.conflict_since >= self.patience:
            raise TakenElsewhere from error
        return pause
