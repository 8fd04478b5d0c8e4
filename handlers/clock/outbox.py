"""The outbox of one channel, as delivery sees it: the database behind it, and what is held in memory."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.clock import Clock, system_clock
from bot.outbox.deliver import Standing
from bot.outbox.model import OutboxRow
from bot.people.model import Chat, Choices
from handlers.services import Services
from storage import outbox, people

LEASE: Final = timedelta(seconds=45)
"""Longer than a message can be in hand: waiting for its turn, connecting, sending, waiting for the answer."""


class OutboxStore:
    """What is to be sent on the channel of these services, and nothing of other channels.

    ``real`` is the real clock, on which leases and waits are counted; what is due goes by the event's clock.
    """

    def __init__(self, services: Services, *, real: Clock = system_clock) -> None:
        self._services = services
        self._database = services.database
        self._real = real

    async def claim(self, limit: int) -> Sequence[OutboxRow]:
        """Take at most ``limit`` messages that are due."""
        now, real_now = self._services.clock(), self._real()
        return await self._database.write(outbox.claim, self._services.channel, now, limit, LEASE, real_now)

    async def standing(self, row: OutboxRow) -> Standing | None:
        """Give the day, the chat and its choices as they are now; None where chat or event is gone."""
        # Another process may have written a moment ago, and a room that changed must not be sent.
        await self._services.programmes.fresh()
        events = await self._services.programmes.events()
        key = next((event.key for event in events if event.id == row.event_id), None)
        person = await self._database.read(_person, row)
        if key is None or person is None:
            return None
        return Standing(await self._services.programmes.of(key), *person)

    async def sent(self, row: OutboxRow, message_id: int) -> None:
        """Record that it arrived."""
        await self._database.write(outbox.sent, row.id, message_id, self._services.clock())

    async def skip(self, row: OutboxRow, reason: str) -> None:
        """Record that it was of no use any more."""
        await self._database.write(outbox.skip, row.id, reason)

    async def fail(self, row: OutboxRow, reason: str) -> None:
        """Record that it never will arrive."""
        await self._database.write(outbox.fail, row.id, reason)

    async def block(self, row: OutboxRow, reason: str) -> None:
        """Record that it never will arrive, and that its chat cannot be written to."""
        await self._database.write(_block, row, reason)

    async def move(self, row: OutboxRow, address: str) -> None:
        """Keep the chat's new address and put the row back."""
        await self._database.write(_move, row, address, self._real())

    async def retry(self, row: OutboxRow, seconds: float) -> None:
        """Put the row back, not to be claimed for so many real seconds."""
        await self._database.write(outbox.retry, row.id, self._real() + timedelta(seconds=seconds))

    async def unknown(self, row: OutboxRow, seconds: float) -> None:
        """Record that it may have arrived; not to be sent once more for so many real seconds."""
        await self._database.write(outbox.unknown, row.id, self._real() + timedelta(seconds=seconds))

    async def next_due(self) -> datetime | None:
        """Give the moment on the event's clock at which the next message is due."""
        return await self._database.read(outbox.next_due, self._services.channel)


def _person(conn: Connection, row: OutboxRow) -> tuple[Chat, Choices] | None:
    chat = people.chat_by_id(conn, row.chat_id)
    return None if chat is None else (chat, people.choices(conn, row.chat_id, row.event_id))


def _block(conn: Connection, row: OutboxRow, reason: str) -> None:
    people.set_active(conn, row.chat_id, active=False)
    outbox.fail(conn, row.id, f"blocked: {reason}")


def _move(conn: Connection, row: OutboxRow, address: str, real_now: datetime) -> None:
    people.move(conn, row.chat_id, address)
    outbox.retry(conn, row.id, real_now)
