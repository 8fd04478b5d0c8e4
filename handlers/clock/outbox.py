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
from bot.outbox.compose import Beside
from bot.outbox.deliver import Standing
from bot.outbox.desk import KINDS as DESK_KINDS
from bot.outbox.desk import question_in
from bot.outbox.model import OutboxRow
from bot.outbox.parcel import News, Parcel, Sheet
from bot.people import signing
from bot.people.desk import QUESTION
from bot.people.mailing import REFUSALS
from bot.people.model import Chat, Choices
from bot.wording.richtext import Message
from handlers.services import Services
from storage import broadcast_rows, broadcasts, desk, handed_out, mailboxes, outbox, people, sign_ups
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


def _look(conn: Connection, row: OutboxRow) -> tuple[dict[str, int], tuple[Chat, Choices, Beside] | None]:
    """Give at one moment the revisions of the days and what a row is worded from besides."""
    return programmes.revisions(conn), _found(conn, row, row.event_id)


def _found(conn: Connection, row: OutboxRow, event_id: int) -> tuple[Chat, Choices, Beside] | None:
    chat = people.chat_by_id(conn, row.chat_id)
    if chat is None:
        return None
    match row.kind:
        case letters.CODE:
            return _code(conn, row, chat)
        case letters.FAILED:
            return chat, Choices(), Beside(address=_address(conn, row))
        case kind if kind in to_many.KINDS:
            return chat, Choices(), Beside(going=_going(conn, row))
        case kind if kind in DESK_KINDS:
            return chat, Choices(), Beside(asked=desk.question(conn, question_in(row)))
        case invites.KIND:
            return _invite(conn, chat, event_id)
        case ledger.KIND:
            links = sign_ups.links_of(conn, chat.id, event_id)
            return chat, Choices(), Beside(handed_out.ledger(conn, chat.id, event_id), links=links)
        case signing.KIND:
            return chat, Choices(), Beside(handout=sign_ups.handout(conn, row))
        case _:
            links = sign_ups.links_of(conn, chat.id, event_id)
            return chat, people.choices(conn, chat.id, event_id), Beside(links=links)


def _going(conn: Connection, row: OutboxRow) -> to_many.Going | None:
    """Give the message to many that a row is about; None where it is forgotten."""
    found = broadcasts.find(conn, to_many.broadcast_in(row))
    if found is None:
        return None
    if row.kind == to_many.PROGRESS:
        return to_many.Going(found, tally=broadcast_rows.tally(conn, found))
    aimed = row.kind in {to_many.EDIT, to_many.REMOVAL}
    return to_many.Going(found, target=broadcast_rows.message_id(conn, to_many.target_in(row)) if aimed else None)


def _address(conn: Connection, row: OutboxRow) -> str:
    """Give the address of which a chat hears that mail does not arrive there; none where it is given up meanwhile."""
    code = letters.failed_code(row)
    if code is not None:
        return mailboxes.address_of_code(conn, code) or ""
    mailbox = mailboxes.mailbox_of(conn, row.chat_id)
    return "" if mailbox is None or mailbox.mail.active else mailbox.mail.address


def _code(conn: Connection, row: OutboxRow, mail: Chat) -> tuple[Chat, Choices, Beside] | None:
    """Give what a code is worded from, in the language of the chat that asked for it."""
    asker = people.chat_by_id(conn, mailboxes.asker(conn, letters.code_in(row)) or 0)
    if asker is None:
        return None
    code = mailboxes.code_with(conn, letters.code_in(row)) or ""
    return replace(mail, language=asker.language), Choices(), Beside(code=code)


def _invite(conn: Connection, mail: Chat, event_id: int) -> tuple[Chat, Choices, Beside] | None:
    """Give what an invitation is worded from: the mailbox, in the language and with the choices of its owner."""
    mailbox = mailboxes.mailbox_at(conn, mail.id)
    owner = None if mailbox is None else people.chat_by_id(conn, mailbox.chat_id)
    if owner is None:
        return None
    chosen = people.choices(conn, owner.id, event_id)
    shown = replace(mail, language=owner.language, lead=owner.lead)
    links = sign_ups.links_of(conn, owner.id, event_id)
    return shown, chosen, Beside(handed_out.ledger(conn, mail.id, event_id), links=links)


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
        people.set_active(conn, row.chat_id, active=False)
        about = f"{row.chat_id}:{mailbox.since.isoformat()}"
        outbox.plan(conn, [letters.planned_failure(about, mailbox.chat_id, row.event_id, now)])


def _block(conn: Connection, row: OutboxRow, reason: str, *, now: datetime) -> None:
    people.set_active(conn, row.chat_id, active=False)
    outbox.fail(conn, row.id, f"{outbox.BLOCKED}{reason}")
    if row.kind == QUESTION:
        desk.not_delivered(conn, question_in(row), now)


def _move(conn: Connection, row: OutboxRow, address: str, real_now: datetime) -> None:
    people.move(conn, row.chat_id, address)
    outbox.retry(conn, row.id, real_now)
