"""Delivery of the outbox: a loop that is woken, claims no more than it can send, and records what became of it."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from bot.clock import Clock
from bot.outbox.compose import compose
from bot.outbox.model import OutboxRow
from bot.outbox.outcome import Blocked, Later, Moved, NotSent, Outcome, Refused, Sent, Unknown
from bot.outbox.pace import Lane
from bot.outbox.pacing import NotNow, Pacer
from bot.outbox.scene import NOTHING, Beside
from bot.outbox.skip import Reason, Skip
from bot.people.model import Chat, ChatKind, Choices
from bot.programme.model import Programme
from bot.wording.catalogue import Catalogue
from bot.wording.richtext import Message

LONGEST_WAIT: Final = 5.0
"""Real seconds after which the loop looks again, whatever it was told; also how long a claimed row waits for a turn."""
PUT_BACK: Final = 1.0
"""Real seconds between two looks while something is due that cannot be claimed, because it was put back."""
LONGEST_RETRY: Final = 60.0
"""Real seconds between two tries of one message, at most."""
LONGEST_ALONE: Final = 600.0
"""The same where it is the recipient who must wait, as with a mailbox that is full."""
LONGEST_BREATH: Final = 30.0
"""Real seconds between two tries when nothing gets through, at most."""
BAD_LUCK: Final = 2
"""So many messages without an answer, one after the other, are bad luck; after that nothing gets through."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a message is worded from, as it is now."""

    programme: Programme
    chat: Chat
    choices: Choices
    beside: Beside = NOTHING


class Store(Protocol):
    """The outbox of one channel. Seconds are real ones; each recording is one transaction."""

    async def claim(self, limit: int) -> Sequence[OutboxRow]:
        """Take at most ``limit`` messages that are due and not paused; they are ours until the lease runs out."""

    async def standing(self, row: OutboxRow) -> Standing | None:
        """Give what a row is worded from; None where its chat or event is gone."""

    async def leaving(self, row: OutboxRow) -> bool:
        """Record that the request is about to leave; False where the row is no longer ours to send."""

    async def sent(self, row: OutboxRow, message_id: int, message: Message) -> None:
        """Record that it arrived, and with it what a calendar has, or what the chat was told, since."""

    async def skip(self, row: OutboxRow, reason: str) -> None:
        """Record that it was of no use any more."""

    async def fail(self, row: OutboxRow, reason: str) -> None:
        """Record that it never will arrive."""

    async def block(self, row: OutboxRow, reason: str) -> None:
        """Record that it never will arrive, and that its chat cannot be written to."""

    async def move(self, row: OutboxRow, address: str) -> None:
        """Keep the chat's new address and put the row back."""

    async def retry(self, row: OutboxRow, seconds: float) -> None:
        """Put the row back, not to be claimed for so long."""

    async def unknown(self, row: OutboxRow, seconds: float) -> None:
        """Record that it may have arrived; not to be sent once more for so long."""

    async def next_due(self) -> datetime | None:
        """Give the moment on the event's clock at which the next message is due."""


class Sender(Protocol):
    """Sends to one channel."""

    async def send(self, chat: Chat, message: Message, *, silent: bool = False) -> Outcome:
        """Send once, without retrying, and say what became of it; a ``silent`` one arrives without a sound."""


class Delivery:
    """The loop: :meth:`run` until :meth:`stop`; :meth:`wake` when something may have become due.

    ``speed`` is how much faster the event's clock runs than the real one.
    """

    def __init__(
        self,
        store: Store,
        sender: Sender,
        pacer: Pacer,
        *,
        clock: Clock,
        catalogue: Catalogue,
        speed: float = 1.0,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._sender = sender
        self._pacer = pacer
        self._clock = clock
        self._catalogue = catalogue
        self._speed = speed
        self._monotonic = monotonic
        self._sleep = sleep
        self._woken = asyncio.Event()
        self._stopping = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._failures = 0
        self._breathe_until = 0.0

    def wake(self) -> None:
        """Look again now."""
        self._woken.set()

    def stop(self) -> None:
        """Claim nothing more; :meth:`run` ends when what is in hand has been sent and recorded."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Deliver until stopped; a cancellation after that breaks off what is in hand."""
        try:
            while not self._stopping:
                self._woken.clear()
                try:
                    wait = await self._round()
                except Exception:  # noqa: BLE001 - the loop must outlive a database that is away
                    _log.exception("the outbox could not be read")
                    wait = LONGEST_WAIT
                if not self._stopping:
                    await self._pause(wait)
        finally:
            try:
                while self._tasks:
                    await asyncio.wait(self._tasks)
            finally:
                for task in self._tasks:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _round(self) -> float:
        """Claim what there is room for and start sending it; give the real seconds to wait before the next look."""
        hindrance = max(self._pacer.halted_for(), self._breathe_until - self._monotonic())
        if hindrance > 0:
            return min(hindrance, LONGEST_WAIT)
        free = min(self._pacer.free_push_places(), self._pacer.limits.push_places - len(self._tasks))
        if free <= 0:
            return LONGEST_WAIT  # a task that ends wakes the loop
        rows = await self._store.claim(free)
        for row in rows:
            task = asyncio.create_task(self._deliver(row))
            self._tasks.add(task)
            task.add_done_callback(self._done)
        if len(rows) == free:
            return LONGEST_WAIT
        due = await self._store.next_due()
        if due is None:
            return LONGEST_WAIT
        ahead = (due - self._clock()).total_seconds() / self._speed
        return min(ahead if ahead > 0 else PUT_BACK, LONGEST_WAIT)

    async def _deliver(self, row: OutboxRow) -> None:
        try:
            await self._send(row)
        except Exception:  # noqa: BLE001 - one message must not stop the others
            # Nothing is known about it; its lease runs out and it goes once more, marked.
            _log.exception("message %d was not recorded", row.id)

    async def _send(self, row: OutboxRow) -> None:
        worded = await self._worded(row)
        if isinstance(worded, Skip):
            await self._store.skip(row, worded.reason)
            return
        chat, message = worded
        grouped = chat.kind is ChatKind.GROUP
        try:
            async with self._pacer.turn(Lane.PUSH, chat.address, group=grouped, patience=LONGEST_WAIT) as call:
                # Things may have changed while it waited.
                worded = await self._worded(row)
                if isinstance(worded, Skip):
                    outcome: Outcome | Skip = worded
                else:
                    if not await self._store.leaving(row):
                        return
                    chat, message = worded
                    outcome = await self._sender.send(chat, message, silent=row.silent)
                if isinstance(outcome, Later):
                    self._pacer.halt(call, outcome.seconds)
        except NotNow as refusal:
            await self._store.retry(row, refusal.seconds)
            return
        await self._record(row, outcome, message)

    async def _worded(self, row: OutboxRow) -> tuple[Chat, Message] | Skip:
        now = await self._store.standing(row)
        if now is None:
            return Skip(Reason.GONE)
        worded = compose(
            row,
            now.programme,
            now.chat,
            now.choices,
            now=self._clock(),
            catalogue=self._catalogue,
            beside=now.beside,
        )
        return worded if isinstance(worded, Skip) else (now.chat, worded)

    async def _record(self, row: OutboxRow, outcome: Outcome | Skip, message: Message) -> None:
        answered = not isinstance(outcome, NotSent | Unknown) or (isinstance(outcome, NotSent) and outcome.alone)
        if answered and not isinstance(outcome, Skip):
            self._failures = 0
        match outcome:
            case Skip(reason):
                await self._store.skip(row, reason)
            case Sent(message_id):
                await self._store.sent(row, message_id, message)
            case Later(seconds):
                await self._store.retry(row, seconds)
            case Blocked(reason):
                await self._store.block(row, reason)
            case Moved(address):
                await self._store.move(row, address)
            case Refused(reason):
                _log.warning("message %d was refused: %s", row.id, reason)
                await self._store.fail(row, reason)
            case Unknown(reason):
                wait = max(self._breathe(), LONGEST_WAIT)
                _log.warning("message %d may have arrived: %s", row.id, reason)
                await self._store.unknown(row, wait)
            case NotSent(reason, alone):
                own = 2.0 ** (min(row.attempts, 10) - 1)
                wait = min(LONGEST_ALONE, own) if alone else max(self._breathe(), min(LONGEST_RETRY, own))
                _log.warning("message %d was not sent, next try in %.0f s: %s", row.id, wait, reason)
                await self._store.retry(row, wait)

    def _breathe(self) -> float:
        """Take note of a message that did not get through; give the seconds for which none is tried."""
        now = self._monotonic()
        # Those that were under way together fail together, and count for one.
        if self._failures <= BAD_LUCK or now >= self._breathe_until:
            self._failures += 1
        if self._failures <= BAD_LUCK:
            return 0.0
        breath = min(LONGEST_BREATH, 2.0 ** (self._failures - BAD_LUCK - 1))
        self._breathe_until = max(self._breathe_until, now + breath)
        return breath

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._woken.set()

    async def _pause(self, seconds: float) -> None:
        """Wait until woken, or for so many real seconds."""
        woken = asyncio.ensure_future(self._woken.wait())
        over = asyncio.ensure_future(self._sleep(seconds))
        try:
            await asyncio.wait({woken, over}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            woken.cancel()
            over.cancel()
