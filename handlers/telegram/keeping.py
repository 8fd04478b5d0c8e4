"""Being reminded of one session: the button under it, which changes in place."""

from bot.programme.model import Session
from bot.wording import keeping
from bot.wording.private import not_allowed
from bot.wording.richtext import Action
from handlers import actions
from handlers.telegram.context import Answers, Relabel, Say, Visit
from handlers.telegram.lookup import session_of
from handlers.telegram.standing import Standing


async def keep(visit: Visit, session: Session) -> Answers:
    """Put a session in one's own programme that somebody asked to be reminded of."""
    standing = await visit.standing()
    if standing is not Standing.MAY:
        return (Say(not_allowed(standing, visit.words)),)
    await actions.keep(visit.services, visit.chat, visit.programme, session, wanted=True)
    return (Say(keeping.kept(session, visit.programme, visit.words, now=visit.now, lead=visit.chat.lead)),)


async def press_keep(visit: Visit, action: Action) -> Answers:
    """Put the session of a button in one's own programme."""
    found, session = await session_of(visit, action)
    await actions.keep(visit.services, visit.chat, found.programme, session, wanted=True)
    lead = visit.chat.lead
    said = keeping.kept(session, found.programme, visit.words, now=visit.now, lead=lead)
    return (Relabel(keeping.button(session, visit.words, on=True, lead=lead)), Say(said))


async def press_drop(visit: Visit, action: Action) -> Answers:
    """Take the session of a button out of one's own programme."""
    found, session = await session_of(visit, action)
    await actions.keep(visit.services, visit.chat, found.programme, session, wanted=False)
    said = keeping.dropped(session, found.programme, visit.words)
    return (Relabel(keeping.button(session, visit.words, on=False, lead=visit.chat.lead)), Say(said))
