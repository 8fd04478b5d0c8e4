"""The whole day, one's own programme, and all about one session."""

from bot.people.access import may_change
from bot.people.model import ChatKind
from bot.wording import changing, keeping, menu, pages
from bot.wording.about import about
from bot.wording.richtext import Action
from handlers import actions
from handlers.telegram import own_day, signing
from handlers.telegram.context import Answers, Say, Visit
from handlers.telegram.lookup import has_changed, session_of


async def programme(visit: Visit) -> Answers:
    """Answer «/programma»."""
    return (Say(pages.day(visit.programme, visit.words)),)


async def mine(visit: Visit) -> Answers:
    """Answer «/mijn»."""
    return (Say(await own_day.shown(visit)),)


async def press_programme(visit: Visit, action: Action) -> Answers:
    """Show the page of the day that the button names by its first session."""
    if not action.id:
        return await programme(visit)
    found, session = await session_of(visit, action)
    return (Say(pages.day(found.programme, visit.words, first=session.id)),)


async def press_mine(visit: Visit, _action: Action) -> Answers:
    """Answer the button that asks for one's own programme."""
    return await mine(visit)


async def press_about(visit: Visit, action: Action) -> Answers:
    """Tell all about the session of a button."""
    found, session = await session_of(visit, action)
    chosen = await actions.choices(visit.services, visit.chat, found.programme)
    another = found.programme.event.id != visit.programme.event.id
    answer = about(session, found.programme, chosen, visit.words, of_another_day=another)
    lead = visit.chat.lead
    answer = keeping.with_button(answer, found.programme, chosen, visit.words, now=visit.now, lead=lead)
    answer = await signing.with_state(found, answer)
    grants = await found.grants() if visit.chat.kind is ChatKind.PRIVATE else ()
    if grants and may_change(grants, found.programme, session):
        answer = answer.with_buttons((changing.change_button(session, visit.words),))
    return (Say(menu.changed(visit.words, answer) if has_changed(session, action) else answer),)
