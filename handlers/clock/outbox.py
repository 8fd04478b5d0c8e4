"""The outbox of one channel, as delivery sees it: the database behind it, and what is held in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.clock import Clock, system_clock
from bot.ical import invites, ledger
from bot.outbox import broadcasts as to_many
from bot.outbox import letters
from bot.outbox.deliver import Standing
from bot.outbox.desk import question_in
from bot.outbox.model import OutboxRow
from bot.outbox.parcel import News, Parcel, Sheet
from bot.people.desk import QUESTION
from bot.people.mailing import REFUSALS
from bot.wording.richtext import Message
from handlers.clock.beside import Found, found
from handlers.services import Services
from storage import broadcast_rows, chat_rows, desk, handed_out, mailboxes, outbox
from storage import programme as programmes

LEASE: Final = timedelta(seconds=45)
"""Longer than a message can be in hand: waiting for its turn, connecting, sending, waiting for the answer."""


class OutboxStore:
    """What is to be sent on one channel, that of these services or the one for mail, and nothing of other channels.

    ``real`` is the real clock, on which leases and waits are counted; what is due goes by the event's clock.
    """

    def __init__(self, services: Services, *, channel: str | None = None, real: Clock = system_clock) -> None:
        self._services = services
        self._channel = channel or services.channel
        self._how = ledger.FILE if self._channel == services.channel else ledger.MAIL
        self._database = services.database
        self._real = real

    async def claim(self, limit: int) -> Sequence[OutboxRow]:
        """Take at most ``limit`` messages that are due."""
        now, real_now = self._services.clock(), self._real()
        return await self._database.write(outbox.claim, self._channel, now, limit, LEASE, real_now)

    async def standing(self, row: OutboxRow) -> Standing | None:
        """Give the day, the chat and its choices as they are now; None where chat or event is gone."""
        # Another process may have written a moment ago, and a room that changed must not be sent.
        revisions, found = await self._database.read(_look, row)
        await self._services.programmes.fresh(revisions)
        events = await self._services.programmes.events()
        event = next((event for event in events if event.id == row.event_id), None)
        if event is None or found is None:
            return None
        chat, choices, beside = found
        programme = await self._services.programmes.of(event.key)
        return Standing(programme, chat, choices, replace(beside, publisher=self._services.publisher))

    async def leaving(self, row: OutboxRow) -> bool:
        """Record that the request is about to leave; False where the row is no longer ours to send."""
        return await self._database.write(outbox.leaving, row.id)

    async def sent(self, row: OutboxRow, message_id: int, message: Message) -> None:
        """Record that it arrived, and in the same transaction what a calendar has, or the chat was told, since."""
        await self._database.write(_sent, row, message_id, message, how=self._how, now=self._services.clock())

    async def skip(self, row: OutboxRow, reason: str) -> None:
        """Record that it was of no use any more."""
        await self._database.write(outbox.skip, row.id, reason)

    async def fail(self, row: OutboxRow, reason: str) -> None:
        """Record that it never will arrive."""
        await self._database.write(_fail, row, reason, now=self._services.clock())

    async def block(self, row: OutboxRow, reason: str) -> None:
        """Record that it never will arrive, and that its chat cannot be written to."""
        await self._database.write(_block, row, reason, now=self._services.clock())

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
        return await self._database.read(outbox.next_due, self._channel)


def _look(conn: Connection, row: OutboxRow) -> tuple[dict[str, int], Found | None]:
    """Give at one moment the revisions of the days and what a row is worded from besides."""
    return programmes.revisions(conn), found(conn, row)


def _sent(conn: Connection, row: OutboxRow, message_id: int, message: Message, *, how: str, now: datetime) -> None:
    told = message.told if isinstance(message, News | Sheet) else None
    outbox.sent(conn, row.id, message_id, now, told=told)
    if row.kind == to_many.EDIT and told is not None:
        broadcast_rows.corrected(conn, to_many.target_in(row), told)
    if isinstance(message, Parcel):
        handed_out.record(conn, row.chat_id, message.handed, how=how, now=now)
    if row.kind == invites.KIND:
        mailboxes.accepted(conn, row.chat_id)


def _fail(conn: Connection, row: OutboxRow, reason: str, *, now: datetime) -> None:
    """Record a refusal; where mail is refused, the chat whose mail it is hears of it once."""
    outbox.fail(conn, row.id, reason)
    if row.kind == QUESTION:
        desk.not_delivered(conn, question_in(row), now)
    if row.kind == letters.CODE:
        asker = mailboxes.asker(conn, letters.code_in(row))
        if asker is not None:
            about = f"code:{letters.code_in(row)}"
            outbox.plan(conn, [letters.planned_failure(about, asker, row.event_id, now)])
    mailbox = mailboxes.mailbox_at(conn, row.chat_id) if row.kind == invites.KIND else None
    if mailbox is not None and mailboxes.refused(conn, row.chat_id) >= REFUSALS:
        chat_rows.set_active(conn, row.chat_id, active=False)
        about = f"{row.chat_id}:{mailbox.since.isoformat()}"
        outbox.plan(conn, [letters.planned_failure(about, mailbox.chat_id, row.event_id, now)])


def _block(conn: Connection, row: OutboxRow, reason: str, *, now: datetime) -> None:
    chat_rows.set_active(conn, row.chat_id, active=False)
    outbox.fail(conn, row.id, f"{outbox.BLOCKED}{reason}")
    if row.kind == QUESTION:
        desk.not_delivered(conn, question_in(row), now)


def _move(conn: Connection, row: OutboxRow, address: str, real_now: datetime) -> None:
    chat_rows.move(conn, row.chat_id, address)
    outbox.retry(conn, row.id, real_now)
