"""The inbox: fetch, keep, only then confirm; each chat in order, chats beside each other.

The library's own updater confirms what it holds in memory only, and would lose it at a kill.
"""

import asyncio
import json
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection
from telegram import Update
from telegram.error import BadRequest, Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from handlers.services import Services
from handlers.telegram.application import IN_FLIGHT, UPDATES, App
from handlers.telegram.errors import apologise
from handlers.telegram.traffic import seconds_of
from storage import inbox
from storage.inbox import ATTEMPTS, InboxRow

log: Final = logging.getLogger(__name__)

GRACE: Final = 1.0
"""Seconds that answers in hand get to finish when the process stops."""
LONG_POLL: Final = 25
"""Seconds that Telegram holds a request for updates."""


class TakenElsewhere(Exception):  # noqa: N818 - a fact that the organiser can put right
    """Somebody else asks Telegram for the updates of this token."""


class WrongToken(Exception):  # noqa: N818 - a fact that the organiser can put right
    """Telegram does not know the token (any more)."""


@dataclass
class Inbox:
    """The updates of one bot, from Telegram to their answers.

    ``patience`` is how many real seconds another poller is put up with, ``pause`` how long between two tries.
    """

    app: App
    services: Services
    patience: float = 30.0
    pause: float = 2.0
    real: Callable[[], float] = time.monotonic
    _queues: dict[str, deque[InboxRow]] = field(default_factory=dict)
    _workers: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _in_hand: set[int] = field(default_factory=set)
    _finished: set[int] = field(default_factory=set)
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(IN_FLIGHT))
    _stopping: bool = False

    @property
    def bot_id(self) -> int:
        """The bot whose updates these are; another bot counts its own from elsewhere."""
        return self.app.bot.id

    async def run(self, stop: asyncio.Event) -> None:
        """Handle what waited, then what comes, until ``stop``; then finish what is in hand.

        Raises TakenElsewhere, WrongToken.
        """
        stopped = asyncio.create_task(stop.wait())
        fetching = asyncio.create_task(self._fetch_for_ever())
        try:
            await asyncio.wait({stopped, fetching}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._stopping = True
            stopped.cancel()
            fetching.cancel()
            outcome, *_ = await asyncio.gather(fetching, stopped, return_exceptions=True)
            await self._finish()
        if isinstance(outcome, Exception):
            raise outcome

    async def _fetch_for_ever(self) -> None:
        await self._put_stuck_aside()
        await self._keep([])
        offset: int | None = None
        while True:
            updates = await self._patient_fetch(offset)
            await self._keep(updates)
            # Only a batch is confirmed by an offset. To go on asking with it would drop new updates unseen when
            # Telegram, after a week of silence, numbers from somewhere lower (Bot API, Update).
            offset = max(int(u["update_id"]) for u in updates) + 1 if updates else None

    async def _patient_fetch(self, offset: int | None) -> list[dict[str, Any]]:
        """Fetch, and again when that fails; say so once."""
        trouble = _Trouble(self.patience, self.real)
        while True:
            try:
                updates = await self._fetch(offset)
            except TelegramError as error:
                await asyncio.sleep(trouble.wait_after(error, self.pause))
            else:
                if trouble.failures:
                    log.info("Telegram answers again")
                return updates

    async def _fetch(self, offset: int | None) -> list[dict[str, Any]]:
        """Ask for updates as they are, unread: one that the library cannot read must not hold up the others."""
        asked: dict[str, Any] = {"timeout": LONG_POLL, "allowed_updates": list(UPDATES)}
        if offset is not None:
            asked["offset"] = offset
        # Spelt so, the library makes it "getUpdates" without advising its own method, which parses at once.
        found = await self.app.bot.do_api_request("get_Updates", api_kwargs=asked, read_timeout=LONG_POLL + 10)
        return list(found) if isinstance(found, list) else []

    async def _keep(self, updates: list[dict[str, Any]]) -> None:
        """Store updates and hand out what waits and is not in hand yet."""
        now = self.services.clock()
        # What is finished while we look may still stand among what waits.
        self._finished.clear()
        rows = [(int(u["update_id"]), chat_key(u), json.dumps(u)) for u in updates]

        def write(conn: Connection) -> tuple[InboxRow, ...]:
            inbox.store(conn, self.bot_id, rows, now)
            return inbox.waiting(conn, self.bot_id)

        for row in await self.services.database.write(write):
            if row.update_id not in self._in_hand | self._finished:
                self._in_hand.add(row.update_id)
                self._hand_out(row)

    async def _put_stuck_aside(self) -> None:
        """Give up on updates whose every attempt ended the process, and say sorry for them."""
        for row in await self.services.database.read(inbox.stuck, self.bot_id):
            await self._put_aside(row)

    async def _put_aside(self, row: InboxRow) -> None:
        log.error("update %d is put aside", row.update_id)
        await self.services.database.write(inbox.gave_up, self.bot_id, row.update_id, self.services.clock())
        try:
            update = Update.de_json(json.loads(row.data), self.app.bot)
            await apologise(update, self.services, self.app.bot)
        except Exception as error:  # noqa: BLE001 - whatever it is that broke it before may break it here
            log.error("no apology for update %d: %s", row.update_id, where(error))  # noqa: TRY400 - see where()

    def _hand_out(self, row: InboxRow) -> None:
        queue = self._queues.setdefault(row.chat_key, deque())
        queue.append(row)
        if row.chat_key not in self._workers:
            self._workers[row.chat_key] = asyncio.create_task(self._work(row.chat_key, queue))

    async def _work(self, key: str, queue: deque[InboxRow]) -> None:
        """Handle the updates of one chat one after the other."""
        try:
            while queue and not self._stopping:
                row = queue.popleft()
                async with self._slots:
                    await self._handle(row)
                self._in_hand.discard(row.update_id)
                self._finished.add(row.update_id)
        finally:
            del self._queues[key], self._workers[key]

    async def _handle(self, row: InboxRow) -> None:
        database, now = self.services.database, self.services.clock
        for attempt in range(row.attempts + 1, ATTEMPTS + 1):
            await database.write(inbox.started, self.bot_id, row.update_id)
            try:
                update = Update.de_json(json.loads(row.data), self.app.bot)
                await self.app.process_update(update)
                error = self.app.bot_data.failures.pop(row.update_id, None)
            except Exception as unexpected:  # noqa: BLE001 - one update must not end the others
                error = unexpected
            if error is None:
                await database.write(inbox.handled, self.bot_id, row.update_id, now())
                return
            # The text of an error may hold what somebody wrote, so only where it happened is told.
            log.error("update %d, attempt %d: %s", row.update_id, attempt, where(error))
            if isinstance(error, BadRequest):
                break  # Telegram refuses our answer, and would do so again
            await asyncio.sleep(0.1 * attempt)
        await self._put_aside(row)

    async def _finish(self) -> None:
        """Let what is in hand finish; what does not in time is handled again at the next start."""
        working = list(self._workers.values())
        if not working:
            return
        _, late = await asyncio.wait(working, timeout=GRACE)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


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


def chat_key(update: dict[str, Any]) -> str:
    """Name the chat whose updates must be handled in order: the address under which we keep it."""
    for kind in UPDATES:
        found = update.get(kind)
        if isinstance(found, dict):
            holder = found.get("message") if kind == "callback_query" else found
            chat = holder.get("chat") if isinstance(holder, dict) else None
            if isinstance(chat, dict) and "id" in chat:
                return str(chat["id"])
            sender = found.get("from")
            if isinstance(sender, dict) and "id" in sender:
                return str(sender["id"])
    return ""


def where(error: BaseException) -> str:
    """Say what kind of error it is and where it came from, without its text."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    return f"{type(error).__name__} in {trace.tb_frame.f_code.co_qualname}, line {trace.tb_lineno}"
