"""Invitations by mail, whichever door asks: giving an address, showing that it is one's own, and stopping."""

import secrets
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from bot.outbox import letters
from bot.people.mailing import VALID, Pending, Tried, mail_channel
from bot.people.model import Chat
from bot.programme.model import Programme
from handlers.services import Services
from storage import mailboxes, outbox


class Wanted(StrEnum):
    """What became of a wish for mail at an address."""

    CODE_SENT = "code sent"
    TOO_MANY = "too many"


def new_code() -> str:
    """Make a code of six digits that nobody can guess."""
    return f"{secrets.randbelow(1_000_000):06d}"


async def ask_address(services: Services, chat: Chat) -> None:
    """Keep that the next message of a chat may be a mail address."""
    await services.database.write(mailboxes.ask_address, chat.id, services.clock())


async def pending(services: Services, chat: Chat) -> Pending | None:
    """Give what a chat was asked for last: an address or a code."""
    return await services.database.read(mailboxes.pending, chat.id, since=_since(services))


async def send_code(
    services: Services, chat: Chat, programme: Programme, address: str, *, code: Callable[[], str] = new_code
) -> Wanted:
    """Send a code to an address, to see whether whoever writes in the chat reads there too."""
    now, speed = services.clock(), services.settings.clock_speed
    channel = mail_channel(services.channel)

    def write(conn: Connection) -> Wanted:
        made = mailboxes.make_code(conn, chat, channel=channel, address=address, code=code(), now=now, speed=speed)
        if made is None:
            return Wanted.TOO_MANY
        outbox.plan(conn, [letters.planned_code(made.id, made.mail_chat_id, programme.event, now, speed=speed)])
        return Wanted.CODE_SENT

    sent = await services.database.write(write)
    services.planned.set()
    return sent


async def try_code(services: Services, chat: Chat, code: str) -> Tried | None:
    """Try a code that was typed; None when none is waited for. The right one begins the invitations."""
    now = services.clock()
    tried = await services.database.write(mailboxes.try_code, chat.id, code, since=_since(services), now=now)
    services.planned.set()
    return tried


async def address_of(services: Services, chat: Chat) -> str | None:
    """Give the address that gets the invitations of a chat."""
    found = await services.database.read(mailboxes.mailbox_of, chat.id)
    return found.mail.address if found is not None else None


async def stop(services: Services, chat: Chat) -> str | None:
    """End the invitations of a chat, forget its address and give it; None when there was none."""
    return await services.database.write(mailboxes.disconnect, chat.id)


def _since(services: Services) -> datetime:
    return services.clock() - VALID * services.settings.clock_speed
