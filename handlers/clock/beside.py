"""What a message of each kind is worded from besides the day: looked up when it is about to be sent."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection

from bot.changing import notices
from bot.ical import invites, ledger
from bot.outbox import broadcasts as to_many
from bot.outbox import letters, turning
from bot.outbox.desk import KINDS as DESK_KINDS
from bot.outbox.desk import question_in
from bot.outbox.model import OutboxRow
from bot.outbox.scene import Beside
from bot.people import access, signing
from bot.people.model import Chat, Choices
from storage import broadcast_rows, broadcasts, chat_rows, choice_rows, desk, handed_out, mailboxes, roles, sign_ups
from storage import notices as told
from storage import programme as programmes

Found = tuple[Chat, Choices, Beside]


def found(conn: Connection, row: OutboxRow) -> Found | None:
    """Give the chat of a row, what it chose, and what else the message is worded from; None where that is gone."""
    chat = chat_rows.chat_by_id(conn, row.chat_id)
    return None if chat is None else _BESIDE.get(row.kind, _own)(conn, row, chat)


def _own(conn: Connection, row: OutboxRow, chat: Chat) -> Found:
    """Give the links that a chat is entitled to, for what tells of its own day."""
    links = sign_ups.links_of(conn, chat.id, row.event_id)
    return chat, choice_rows.choices(conn, chat.id, row.event_id), Beside(links=links)


def _not_arriving(conn: Connection, row: OutboxRow, chat: Chat) -> Found:
    return chat, Choices(), Beside(address=_address(conn, row))


def _going(conn: Connection, row: OutboxRow, chat: Chat) -> Found:
    return chat, Choices(), Beside(going=_going_of(conn, row))


def _asked(conn: Connection, row: OutboxRow, chat: Chat) -> Found:
    return chat, Choices(), Beside(asked=desk.question(conn, question_in(row)))


def _update(conn: Connection, row: OutboxRow, chat: Chat) -> Found:
    links = sign_ups.links_of(conn, chat.id, row.event_id)
    return chat, Choices(), Beside(handed_out.ledger(conn, chat.id, row.event_id), links=links)


def _notice(conn: Connection, row: OutboxRow, chat: Chat) -> Found:
    chosen = choice_rows.choices(conn, chat.id, row.event_id)
    return chat, chosen, Beside(telling=told.telling(conn, row))


def _turned(conn: Connection, row: OutboxRow, chat: Chat) -> Found:
    return chat, Choices(), Beside(allowed=_is_secretary(conn, row, chat))


def _handout(conn: Connection, row: OutboxRow, chat: Chat) -> Found:
    return chat, Choices(), Beside(handout=sign_ups.handout(conn, row))


def _going_of(conn: Connection, row: OutboxRow) -> to_many.Going | None:
    """Give the message to many that a row is about; None where it is forgotten."""
    found = broadcasts.find(conn, to_many.broadcast_in(row))
    if found is None:
        return None
    if row.kind == to_many.PROGRESS:
        return to_many.Going(found, tally=broadcast_rows.tally(conn, found))
    aimed = row.kind in {to_many.EDIT, to_many.REMOVAL}
    return to_many.Going(found, target=broadcast_rows.message_id(conn, to_many.target_in(row)) if aimed else None)


def _is_secretary(conn: Connection, row: OutboxRow, chat: Chat) -> bool:
    """Say whether a chat still has a role that allows to answer for the session that a question is about."""
    programme = programmes.load(conn, programmes.key_of(conn, row.event_id) or "")
    session = programme.session_by_id.get(turning.session_in(row))
    grants = access.for_event(roles.grants_of(conn, chat.channel, chat.address), programme)
    return session is not None and access.may_change(grants, programme, session)


def _address(conn: Connection, row: OutboxRow) -> str:
    """Give the address of which a chat hears that mail does not arrive there; none where it is given up meanwhile."""
    code = letters.failed_code(row)
    if code is not None:
        return mailboxes.address_of_code(conn, code) or ""
    mailbox = mailboxes.mailbox_of(conn, row.chat_id)
    return "" if mailbox is None or mailbox.mail.active else mailbox.mail.address


def _code(conn: Connection, row: OutboxRow, mail: Chat) -> Found | None:
    """Give what a code is worded from, in the language of the chat that asked for it."""
    asker = chat_rows.chat_by_id(conn, mailboxes.asker(conn, letters.code_in(row)) or 0)
    if asker is None:
        return None
    code = mailboxes.code_with(conn, letters.code_in(row)) or ""
    return replace(mail, language=asker.language), Choices(), Beside(code=code)


def _invite(conn: Connection, row: OutboxRow, mail: Chat) -> Found | None:
    """Give what an invitation is worded from: the mailbox, in the language and with the choices of its owner."""
    mailbox = mailboxes.mailbox_at(conn, mail.id)
    owner = None if mailbox is None else chat_rows.chat_by_id(conn, mailbox.chat_id)
    if owner is None:
        return None
    chosen = choice_rows.choices(conn, owner.id, row.event_id)
    shown = replace(mail, language=owner.language, lead=owner.lead)
    links = sign_ups.links_of(conn, owner.id, row.event_id)
    return shown, chosen, Beside(handed_out.ledger(conn, mail.id, row.event_id), links=links)


_BESIDE: Final[Mapping[str, Callable[[Connection, OutboxRow, Chat], Found | None]]] = {
    letters.CODE: _code,
    letters.FAILED: _not_arriving,
    invites.KIND: _invite,
    ledger.KIND: _update,
    notices.KIND: _notice,
    turning.KIND: _turned,
    signing.KIND: _handout,
    **dict.fromkeys(to_many.KINDS, _going),
    **dict.fromkeys(DESK_KINDS, _asked),
}
