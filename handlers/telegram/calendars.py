"""Calendar files: «/ics», the button under each session, and whether somebody's calendar is still right."""

from collections.abc import Collection

from bot.programme.model import Session
from bot.reminders.plan import NOBODYS, my_sessions
from bot.wording import calendars, keeping, menu, pages
from bot.wording.richtext import Action, Message, message
from handlers import actions, handing
from handlers.handing import Handed
from handlers.telegram import mail, subscribing
from handlers.telegram.context import Answers, Hand, Say, Visit
from handlers.telegram.lookup import has_changed, session_of


async def ics(visit: Visit) -> Answers:
    """Answer «/ics» with one's own programme, or the whole day for who chose nothing."""
    chosen = await actions.choices(visit.services, visit.chat, visit.programme)
    own = my_sessions(visit.programme, chosen)
    sessions = own or tuple(s for s in visit.programme.sessions if s.kind not in NOBODYS)
    text = pages.calendar_of_many(sessions, visit.words, own=bool(own), chosen=bool(chosen))
    if not sessions:
        return (Say(text),)
    handed = await handing.hand(visit.services, visit.chat, visit.programme, sessions)
    text = _with_state(visit, text, handed, sessions)
    text = await subscribing.beside_own(visit, text) if own else subscribing.beside_day(visit, text)
    return (Hand(handed.file, await mail.with_button(visit, subscribing.with_button(visit, text))),)


async def of_sessions(visit: Visit, keys: Collection[str]) -> Answers:
    """Answer «zet in mijn agenda» with the sessions just named, else as «/ics» is answered."""
    named = visit.programme.in_order(keys)
    sessions = tuple(s for s in named if s.kind not in NOBODYS)
    if not sessions:
        return await ics(visit)
    handed = await handing.hand(visit.services, visit.chat, visit.programme, sessions)
    text = _with_state(visit, keeping.calendar_of(sessions, visit.programme, visit.words), handed, sessions)
    if len(sessions) == 1:
        text = subscribing.beside_session(visit, sessions[0], text)
    return (Hand(handed.file, text),)


async def check(visit: Visit) -> Answers:
    """Answer «klopt mijn agenda nog?» from what was handed out."""
    ledger, late = await handing.looked_up(visit.services, visit.chat, visit.programme)
    return (Say(calendars.check(ledger.held, late, visit.programme, visit.words)),)


async def press_update(visit: Visit, _action: Action) -> Answers:
    """Hand over what puts somebody's calendar right."""
    parcel = await handing.hand_updates(visit.services, visit.chat, visit.programme)
    if parcel is None or parcel.file is None:
        return await check(visit)
    return (Hand(parcel.file, parcel),)


async def press_my_ics(visit: Visit, _action: Action) -> Answers:
    """Answer the button under one's own programme."""
    return await ics(visit)


async def press_day_ics(visit: Visit, _action: Action) -> Answers:
    """Answer the button under the whole day."""
    sessions = tuple(s for s in visit.programme.sessions if s.kind not in NOBODYS)
    text = pages.calendar_of_many(sessions, visit.words, own=False, chosen=True)
    if not sessions:
        return (Say(text),)
    handed = await handing.hand(visit.services, visit.chat, visit.programme, sessions)
    return (Hand(handed.file, subscribing.beside_day(visit, text)),)


async def press_ics(visit: Visit, action: Action) -> Answers:
    """Hand over the calendar file of the session of a button."""
    found, session = await session_of(visit, action)
    text = pages.calendar_of_one(session, found.programme, visit.words)
    if has_changed(session, action):
        text = menu.changed(visit.words, text)
    handed = await handing.hand(visit.services, visit.chat, found.programme, (session,))
    return (Hand(handed.file, subscribing.beside_session(found, session, text)),)


def _with_state(visit: Visit, text: Message, handed: Handed, sessions: tuple[Session, ...]) -> Message:
    """Add how the calendar stood before this file, and a button for what the file does not put right."""
    left = handed.left(sessions)
    lines = calendars.before_file(handed.before.held, handed.late, len(left), visit.words)
    if not lines:
        return text
    said = Message((*text.lines, *message(*lines).lines), text.buttons)
    return said.with_buttons((calendars.update_button(visit.words),)) if left else said
