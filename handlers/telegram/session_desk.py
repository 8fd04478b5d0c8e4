"""The desk of a session in the chat: «/aanmeldingen», its buttons, and the messages that answer them."""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from telegram import Document as TelegramDocument
from telegram.error import BadRequest

from bot.errors import NotAllowed, StaleButton, UnsafeLink
from bot.people.given_names import named
from bot.people.signing import (
    IN_IBABS,
    LARGEST_DOCUMENT,
    LONGEST_NAME,
    Document,
    can_sign_up,
    checked_link,
    fits,
    is_over,
)
from bot.programme.model import Session
from bot.reminders.plan import NOBODYS
from bot.wording import session_desk as wording
from bot.wording import session_desk_asked as said
from bot.wording.menu import SHOWN
from bot.wording.richtext import Action, Verb
from handlers import session_desk
from handlers.session_desk import Author
from handlers.telegram.context import Answers, Say, Visit
from handlers.telegram.lookup import called, session_of
from handlers.telegram.talk import patiently

ADDRESS: Final = re.compile(r"https?://\S*[^\s.,;:!?)\]>»\"']")
"""An address in a text, without what closes the sentence around it."""
PERSON: Final = "session-person"
PAPER: Final = "session-paper"
LINK: Final = "session-link"
"""What the next message of a secretary may be, as it is kept."""


async def sign_ups(visit: Visit) -> Answers:
    """Answer «/aanmeldingen» with the person's own sessions, or those with the words after it in their name."""
    own = await session_desk.own_sessions(visit.services, _author(visit))
    meetings = [s for s in own if s.kind not in NOBODYS]
    text = visit.text.strip()
    found = called(text, meetings, visit.words)
    await session_desk.expect_nothing(visit.services, visit.chat)
    missing = text[:SHOWN] if text and not found else ""
    return (Say(wording.which(found or meetings, visit.programme, visit.words, text=missing)),)


async def press_desk(visit: Visit, action: Action) -> Answers:
    """Show the desk of a session, or the choice of sessions; what was asked before is asked no more."""
    if not action.id:
        return await sign_ups(visit)
    found, session = await session_of(visit, action)
    seen = await session_desk.look(visit.services, _author(found), session)
    await session_desk.expect_nothing(visit.services, visit.chat)
    shown = wording.desk(
        session,
        found.programme,
        visit.words,
        followers=seen.followers,
        sign_ups=seen.sign_ups,
        papers=seen.papers,
        has_link=seen.has_link,
        now=visit.now,
    )
    return (Say(shown),)


async def press_add(visit: Visit, action: Action) -> Answers:
    """Ask whom to add."""
    return await _ask(visit, action, PERSON, "person")


async def press_paper(visit: Visit, action: Action) -> Answers:
    """Ask for a document."""
    return await _ask(visit, action, PAPER, "paper")


async def press_link(visit: Visit, action: Action) -> Answers:
    """Ask for the link."""
    return await _ask(visit, action, LINK, "link")


async def press_ibabs(visit: Visit, action: Action) -> Answers:
    """Tell those who signed up that the papers are in iBabs."""
    found, session = await session_of(visit, action)
    if not is_open(found, session):
        return await press_desk(visit, action)
    count = await session_desk.add_paper(visit.services, _author(found), session, IN_IBABS)
    return (Say(said.ibabs_sent(count, session, visit.words)),)


async def press_no_paper(visit: Visit, action: Action) -> Answers:
    """Take a document away."""
    found, session = await session_of(visit, Action(action.verb, action.revision))
    gone = await session_desk.withdraw_paper(visit.services, _author(found), session, action.id)
    return (Say(said.paper_away(gone, session, visit.words)),)


async def press_no_link(visit: Visit, action: Action) -> Answers:
    """Take the link away."""
    found, session = await session_of(visit, action)
    was = await session_desk.withdraw_link(visit.services, _author(found), session)
    return (Say(said.link_away(session, visit.words, was=was)),)


async def press_remove(visit: Visit, action: Action) -> Answers:
    """Take back who was added by hand."""
    found, session = await session_of(visit, Action(action.verb, action.revision))
    gone = await session_desk.remove_by_hand(visit.services, _author(found), session, action.id)
    return (Say(said.removed(gone, session, visit.words)),)


async def typed_person(visit: Visit, session: Session) -> Answers:
    """Take a message for the name and city of somebody to add."""
    given = named(visit.text)
    if given is None:
        return (Say(said.wrong("person", session, visit.words)),)
    one, new = await session_desk.add_by_hand(visit.services, _author(visit), session, *given)
    return (Say(said.added(one, session, visit.words, new=new)),)


async def typed_link(visit: Visit, session: Session) -> Answers:
    """Take the one link in a message; whatever else that is, it is neither repeated nor taken for a question."""
    found = ADDRESS.findall(visit.text)
    return await take_link(visit, session, found[0] if len(found) == 1 else visit.text)


async def take_link(visit: Visit, session: Session, typed: str) -> Answers:
    """Keep the link of a session, and send it to those who signed up."""
    try:
        link = checked_link(typed)
    except UnsafeLink:
        return (Say(said.wrong("link", session, visit.words)),)
    count = await session_desk.set_link(visit.services, _author(visit), session, link)
    return (Say(said.link_sent(count, session, visit.programme, visit.words)),)


async def sent_paper(visit: Visit, session: Session) -> Answers:
    """Take a document; a message of words alone is something else, and ends the asking."""
    sent = None if visit.message is None else visit.message.document
    if sent is None and visit.message is not None and visit.message.text:
        await session_desk.expect_nothing(visit.services, visit.chat)
        return ()
    if sent is None:
        return (Say(said.wrong("paper", session, visit.words)),)
    if (sent.file_size or 0) > LARGEST_DOCUMENT:
        return (Say(said.too_large(session, visit.words)),)
    # Whoever may not do it (any more) does not make us fetch anything.
    await session_desk.expect(visit.services, _author(visit), session, PAPER)
    document = await _fetched(sent)
    if document is None:
        return (Say(said.not_received(session, visit.words)),)
    if not fits(document):
        return (Say(said.too_large(session, visit.words)),)
    count = await session_desk.add_paper(visit.services, _author(visit), session, document)
    return (Say(said.paper_sent(document.name, count, session, visit.words)),)


def _taking(take: Callable[[Visit, Session], Awaitable[Answers]]) -> Callable[[Visit, int], Awaitable[Answers]]:
    """Look up what was asked about; where that is gone, over or no longer theirs, nothing is asked any more."""

    async def taken(visit: Visit, session_id: int) -> Answers:
        action = Action(Verb.SESSION_DESK, session_id)
        try:
            found, session = await session_of(visit, action)
            return await (take(found, session) if is_open(found, session) else press_desk(visit, action))
        except (StaleButton, NotAllowed):
            await session_desk.expect_nothing(visit.services, visit.chat)
            raise

    return taken


ANSWERED: Final[Mapping[str, Callable[[Visit, int], Awaitable[Answers]]]] = {
    PERSON: _taking(typed_person),
    PAPER: _taking(sent_paper),
    LINK: _taking(typed_link),
}
"""What takes the next message after each question."""


async def _ask(visit: Visit, action: Action, what: str, word: str) -> Answers:
    found, session = await session_of(visit, action)
    if not is_open(found, session):
        return await press_desk(visit, action)
    await session_desk.expect(visit.services, _author(found), session, what)
    return (Say(said.ask(word, session, found.programme, visit.words)),)


async def _fetched(sent: TelegramDocument) -> Document | None:
    """Fetch a document from Telegram (Bot API getFile, at most 20 MB); None where it does not give it."""
    try:
        file = await patiently(sent.get_file)
        content = bytes(await patiently(file.download_as_bytearray))
    except BadRequest:
        return None
    name = " ".join((sent.file_name or "").split())[-LONGEST_NAME:]
    return Document(name or f"stuk-{sent.file_unique_id}", content)


def _author(visit: Visit) -> Author:
    return Author(visit.user, visit.chat, visit.programme)


def is_open(visit: Visit, session: Session) -> bool:
    """Say whether one can sign up for a session now, and so get its papers and link."""
    return can_sign_up(session) and not is_over(session, visit.now)
