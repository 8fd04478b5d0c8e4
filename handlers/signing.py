"""Signing up for a session: one transaction each, whichever door."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection

from bot.people.model import Chat
from bot.people.signing import SignUp
from bot.programme.model import Programme, Session
from handlers.services import Services
from storage import sign_ups
from storage.sign_ups import Asked, Wanted

PATIENCE: Final = timedelta(minutes=10)
"""How long the next message of a chat may be the name or city that was asked for."""


async def sign_up(services: Services, chat: Chat, session: Session) -> tuple[SignUp, bool]:
    """Sign a chat up, and say whether that is new; the session comes in its programme, its link follows at once.

    Who is new is asked for a name, which may be typed.
    """
    now = services.clock()

    def write(conn: Connection) -> tuple[SignUp, bool]:
        mine, new = sign_ups.sign_up(conn, chat.id, session.id, now)
        if new:
            sign_ups.ask(conn, mine.id, chat.id, Wanted.PERHAPS_NAME, now)
        return mine, new

    done = await services.database.write(write)
    services.planned.set()
    return done


async def sign_off(services: Services, chat: Chat, session: Session) -> bool:
    """Take a sign-up back, and say whether there was one."""
    done = await services.database.write(sign_ups.sign_off, chat.id, session.id)
    services.planned.set()
    return done


async def signed_up(services: Services, chat: Chat, session: Session) -> SignUp | None:
    """Give the sign-up of a chat for a session."""
    return await services.database.read(sign_ups.find, chat.id, session.id)


async def sessions_of(services: Services, chat: Chat) -> frozenset[int]:
    """Give the ids of the sessions that a chat signed up for."""
    return await services.database.read(sign_ups.sessions_of, chat.id)


async def link_for(services: Services, chat: Chat, programme: Programme, session: Session) -> str:
    """Give the link of a session to a chat that signed up for it; empty while there is none."""
    return (await links(services, chat, programme)).get(session.id, "")


async def links(services: Services, chat: Chat, programme: Programme) -> dict[int, str]:
    """Give the links that a chat is entitled to, by the session's id."""
    return await services.database.read(sign_ups.links_of, chat.id, programme.event.id)


async def give_name(services: Services, chat: Chat, mine: SignUp, name: str) -> SignUp:
    """Keep the name that somebody chose to give; the city is asked for next, and may be typed."""
    now = services.clock()

    def write(conn: Connection) -> None:
        sign_ups.give(conn, mine.id, name=name)
        sign_ups.ask(conn, mine.id, chat.id, Wanted.PERHAPS_CITY, now)

    await services.database.write(write)
    return replace(mine, name=name)


async def give_city(services: Services, mine: SignUp, city: str) -> SignUp:
    """Keep the city that somebody chose to give."""
    await services.database.write(sign_ups.give, mine.id, city=city)
    return replace(mine, city=city)


async def ask(services: Services, chat: Chat, mine: SignUp, what: Wanted, said: str = "") -> None:
    """Take the next message of the chat for the name or city of its sign-up; ``said`` is what it is asked back of."""
    await services.database.write(sign_ups.ask, mine.id, chat.id, what, services.clock(), said=said)


async def asked(services: Services, chat: Chat) -> Asked | None:
    """Give what a chat was asked a moment ago and has not given yet."""

    def read(conn: Connection) -> Asked | None:
        return sign_ups.asked(conn, chat.id, since=services.clock() - PATIENCE)

    return await services.database.read(read)


async def awaited(services: Services, chat: Chat) -> Asked | None:
    """Give what the message that came now may be; the one after it no longer is, or only when it is said to be."""
    open_ = await asked(services, chat)
    if open_ is None:
        return None
    if (late := _LATE.get(open_.what)) is not None:
        await ask(services, chat, open_.sign_up, late)
    else:
        await services.database.write(sign_ups.ask_no_more, open_.sign_up.id)
    return open_


_LATE: Final = {Wanted.NAME: Wanted.LATE_NAME, Wanted.CITY: Wanted.LATE_CITY}
"""What was to be typed can still come after another message, and is then asked back."""
