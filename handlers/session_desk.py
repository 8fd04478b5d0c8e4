"""The desk of a session: who signed up, its papers and its link; every right looked up at the act itself."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from bot.people.access import acting_as, may_change, sessions_of
from bot.people.model import Chat
from bot.people.signing import Document, Paper, SignUp
from bot.programme.model import Programme, Session
from bot.reminders.followers import Followers, followers
from handlers.roles import Grants, allowed
from handlers.services import Services
from storage import acts, choice_rows, drafts, sign_ups

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Author:
    """Who works at the desk: their own number, the chat they write in, and the day."""

    user: str
    chat: Chat
    programme: Programme


@dataclass(frozen=True, slots=True)
class Desk:
    """How a session stands; never the link itself, which is for those who signed up."""

    followers: Followers
    sign_ups: tuple[SignUp, ...] = ()
    papers: tuple[Paper, ...] = ()
    has_link: bool = False


async def own_sessions(services: Services, by: Author) -> tuple[Session, ...]:
    """Give the sessions that somebody with a role may change, in order; raises NotAllowed for who has none."""

    def read(conn: Connection) -> Grants:
        return allowed(conn, services, by.user, by.programme, bool)

    return sessions_of(await services.database.read(read), by.programme)


async def look(services: Services, by: Author, session: Session) -> Desk:
    """Give how a session stands; raises NotAllowed."""

    def read(conn: Connection) -> Desk:
        allowed(conn, services, by.user, by.programme, partial(_may, by, session), session.key)
        chosen = choice_rows.all_choices(conn, by.programme.event.id, services.channel)
        return Desk(
            followers(by.programme, chosen).get(session.id, Followers()),
            sign_ups.of_session(conn, session.id),
            sign_ups.papers(conn, session.id),
            session.id in sign_ups.linked(conn, (session.id,)),
        )

    return await services.database.read(read)


async def expect(services: Services, by: Author, session: Session, what: str) -> None:
    """Take the next message of the chat for ``what`` of a session; raises NotAllowed."""
    now = services.clock()

    def write(conn: Connection) -> None:
        allowed(conn, services, by.user, by.programme, partial(_may, by, session), session.key)
        drafts.expect(conn, by.chat.id, what, session.id, now)

    await services.database.write(write)


async def expect_nothing(services: Services, chat: Chat) -> None:
    """Take the next message of the chat for what it is."""
    await services.database.write(drafts.expect_nothing, chat.id)


async def add_by_hand(services: Services, by: Author, session: Session, name: str, city: str) -> tuple[SignUp, bool]:
    """Sign somebody up who mailed, and say whether that is new; raises NotAllowed."""
    now = services.clock()

    def add(conn: Connection) -> tuple[SignUp, bool]:
        return sign_ups.add_by_hand(conn, session.id, name, city, now)

    return await _act(services, by, session, "sign-up", add, worth=lambda done: done[1])


async def remove_by_hand(services: Services, by: Author, session: Session, sign_up_id: int) -> SignUp | None:
    """Take back who was added by hand; None where they are gone already. Raises NotAllowed."""
    remove = partial(sign_ups.remove_by_hand, sign_up_id=sign_up_id, session_id=session.id)
    return await _act(services, by, session, "sign-off", remove, worth=lambda gone: gone is not None)


async def add_paper(services: Services, by: Author, session: Session, document: Document) -> int | None:
    """Hand a document to all who signed up, and give their number; None where it was there. Raises NotAllowed.

    The next message may be another document.
    """
    now = services.clock()

    def add(conn: Connection) -> int | None:
        return sign_ups.add_document(conn, session.id, document, now)

    what = "in-ibabs" if document.is_note else "paper"
    done = await _act(services, by, session, what, add, worth=lambda count: count is not None, ends=document.is_note)
    services.planned.set()
    return done


async def withdraw_paper(services: Services, by: Author, session: Session, paper_id: int) -> Paper | None:
    """Take a document away; None where it is gone already. Raises NotAllowed."""

    def remove(conn: Connection) -> Paper | None:
        found = next((p for p in sign_ups.papers(conn, session.id) if p.id == paper_id), None)
        there = found is not None and sign_ups.withdraw_document(conn, session.id, found.name)
        return found if there else None

    return await _act(services, by, session, "paper-away", remove, worth=lambda gone: gone is not None)


async def set_link(services: Services, by: Author, session: Session, link: str) -> int | None:
    """Hand a link to all who signed up, and give their number; None where it is so already. Raises NotAllowed."""
    now = services.clock()

    def keep(conn: Connection) -> int | None:
        return sign_ups.set_link(conn, session.id, link, now)

    done = await _act(services, by, session, "link", keep, worth=lambda count: count is not None)
    services.planned.set()
    return done


async def withdraw_link(services: Services, by: Author, session: Session) -> bool:
    """Take the link away, and say whether there was one; raises NotAllowed."""
    remove = partial(sign_ups.withdraw_link, session_id=session.id)
    return await _act(services, by, session, "link-away", remove, worth=bool)


async def _act(
    services: Services,
    by: Author,
    session: Session,
    what: str,
    do: Callable[[Connection], T],
    *,
    worth: Callable[[T], bool],
    ends: bool = True,
) -> T:
    """Do one thing to a session in one transaction, with its right and its line in the log, if it was ``worth`` one.

    ``ends``: what was asked of the chat is answered with it.
    """
    now = services.clock()

    def write(conn: Connection) -> T:
        found = allowed(conn, services, by.user, by.programme, partial(_may, by, session), session.key)
        done = do(conn)
        if worth(done):
            acting = acting_as(found, by.programme, session)
            # Never a name, a link or the name of a document: the log is read by more people, and longer.
            acts.record(conn, by.programme.event.id, acting, what, now=now, about=session.key)
        if ends:
            drafts.expect_nothing(conn, by.chat.id)
        return done

    return await services.database.write(write)


def _may(by: Author, session: Session, grants: Grants) -> bool:
    return may_change(grants, by.programme, session)
