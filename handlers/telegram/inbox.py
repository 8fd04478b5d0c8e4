"""The inbox: fetch, keep, only then confirm; each chat in order, chats beside each other.

The library's own updater confirms what it holds in memory only, and would lose it at a kill.
"""

import asyncio
import json
import logging
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from telegram import Update
from telegram.error import BadRequest

from handlers.services import Services
from handlers.telegram.application import IN_FLIGHT, App
from handlers.telegram.errors import apologise
from handlers.telegram.fetching import UPDATES, Fetching
from storage import inbox
from storage.inbox import ATTEMPTS, InboxRow

log: Final = logging.getLogger(__name__)

GRACE: Final = 1.0
"""Seconds that answers in hand get to finish when the process stops."""


@dataclass
class Inbox:
    """The updates of one bot, from Telegram to their answers.

    ``pause`` is how many real seconds pass between two tries of what failed.
    """

    app: App
    services: Services
    fetching: Fetching
    pause: float = 2.0
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
        await self._patient_keep([])
        offset: int | None = None
        while True:
            updates = await self.fetching.fetch(offset)
            await self._patient_keep(updates)
            # Only a batch is confirmed by an offset. To go on asking with it would drop new updates unseen when
            # Telegram, after a week of silence, numbers from somewhere lower (Bot API, Update).
            offset = max(int(u["update_id"]) for u in updates) + 1 if updates else None

    async def _patient_keep(self, updates: list[dict[str, Any]]) -> None:
        """Keep updates, and again when the database is away: they are not confirmed before."""
        failures = 0
        while True:
            try:
                await self._keep(updates)
            except DBAPIError as error:
                failures += 1
                if failures == 1:
                    log.error("the inbox cannot be written (%s); trying again", where(error))  # noqa: TRY400 - see where()
                await asyncio.sleep(min(self.pause * failures, 30))
            else:
                return

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
                    await self._handle_or_leave(row)
                self._in_hand.discard(row.update_id)
        finally:
            del self._queues[key], self._workers[key]

    async def _handle_or_leave(self, row: InboxRow) -> None:
        """Handle an update; where the database is away it is left, and taken up again at a next look."""
        try:
            await self._handle(row)
        except DBAPIError as error:
            log.error("update %d is left for later: %s", row.update_id, where(error))  # noqa: TRY400 - see where()
            await asyncio.sleep(self.pause)
        else:
            self._finished.add(row.update_id)

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
