"""Calendar files: «/ics», and the button under each session."""

from bot.reminders.plan import NOBODYS, my_sessions
from bot.wording import menu, pages
from bot.wording.richtext import Action
from handlers import actions
from handlers.telegram import subscribing
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
    file = actions.calendar(visit.services, visit.programme, sessions, visit.chat.language, visit.chat.lead)
    text = await subscribing.beside_own(visit, text) if own else subscribing.beside_day(visit, text)
    return (Hand(file, subscribing.with_button(visit, text)),)


async def press_my_ics(visit: Visit, _action: Action) -> Answers:
    """Answer the button under one's own programme."""
    return await ics(visit)


async def press_day_ics(visit: Visit, _action: Action) -> Answers:
    """Answer the button under the whole day."""
    sessions = tuple(s for s in visit.programme.sessions if s.kind not in NOBODYS)
    text = pages.calendar_of_many(sessions, visit.words, own=False, chosen=True)
    if not sessions:
        return (Say(text),)
    file = actions.calendar(visit.services, visit.programme, sessions, visit.chat.language, visit.chat.lead)
    return (Hand(file, subscribing.beside_day(visit, text)),)


async def press_ics(visit: Visit, action: Action) -> Answers:
    """Hand over the calendar file of the session of a button."""
    found, session = await session_of(visit, action)
    text = pages.calendar_of_one(session, found.programme, visit.words)
    if has_changed(session, action):
        text = menu.changed(visit.words, text)
    file = actions.calendar(visit.services, found.programme, (session,), visit.chat.language, visit.chat.lead)
    return (Hand(file, subscribing.beside_session(found, session, text)),)
