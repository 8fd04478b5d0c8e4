"""Signing up for a session: the button under its card, and what is asked after it."""

from bot.errors import StaleButton
from bot.people.model import ChatKind
from bot.people.signing import LONGEST_ANSWER, SignUp, can_sign_up, is_answer, is_over
from bot.programme.model import Session
from bot.wording import signing as wording
from bot.wording.private import only_in_private
from bot.wording.richtext import Action, Verb
from handlers import signing
from handlers.telegram.context import Answers, Edit, Say, Visit
from handlers.telegram.lookup import session_of


async def press_sign_up(visit: Visit, action: Action) -> Answers:
    """Sign up by one tap, then ask which name to give; in a group, lead to a chat of one's own."""
    if visit.chat.kind is ChatKind.GROUP:
        return (Say(only_in_private(visit.services.identity.bot, visit.words, f"s_{action.id}")),)
    found, session = await session_of(visit, action)
    if not can_sign_up(session) or is_over(session, visit.now):
        return (Say(wording.not_open(session, found.programme, visit.words)),)
    mine, new = await signing.sign_up(visit.services, visit.chat, session)
    if not new:
        return (await _confirmed(found, session, mine, already=True),)
    first_name = _fitting(visit.first_name)
    return (Say(wording.signed_up(session, found.programme, visit.words, first_name=first_name)),)


async def press_sign_off(visit: Visit, action: Action) -> Answers:
    """Sign off by one tap."""
    found, session = await session_of(visit, action)
    was = await signing.sign_off(visit.services, visit.chat, session)
    return (Say(wording.signed_off(session, found.programme, visit.words, was=was)),)


async def press_name(visit: Visit, action: Action) -> Answers:
    """Keep the name that a button stands for, or wait for one to be typed."""
    found, session = await session_of(visit, Action(action.verb, action.id))
    mine = await _mine(found, session)
    if mine is None:
        return (Say(wording.signed_off(session, found.programme, visit.words, was=False)),)
    match action.revision:
        case wording.TYPE:
            await signing.ask(visit.services, visit.chat, mine, "name")
            return (Edit(wording.type_name(visit.words)),)
        case wording.FIRST_NAME:
            await signing.give(visit.services, mine, name=_fitting(visit.first_name))
        case wording.NOTHING:
            await signing.give(visit.services, mine, name="")
        case _:
            raise StaleButton
    return (Edit(wording.which_city(session, visit.words)),)


async def press_city(visit: Visit, action: Action) -> Answers:
    """Keep that no city is given, or wait for one to be typed."""
    found, session = await session_of(visit, Action(action.verb, action.id))
    mine = await _mine(found, session)
    if mine is None:
        return (Say(wording.signed_off(session, found.programme, visit.words, was=False)),)
    match action.revision:
        case wording.TYPE:
            await signing.ask(visit.services, visit.chat, mine, "city")
            return (Edit(wording.type_city(visit.words)),)
        case wording.NOTHING:
            given = await signing.give(visit.services, mine, city="")
            said = await _confirmed(found, session, given)
            return (Edit(said.message),)
        case _:
            raise StaleButton


async def typed(visit: Visit) -> Answers:
    """Take a message for the name or city that was asked for; nothing where it was not, or is another question."""
    if visit.chat.kind is ChatKind.GROUP or not is_answer(visit.text):
        return ()
    open_ = await signing.asked(visit.services, visit.chat)
    programme = None if open_ is None else await visit.services.programmes.with_session(open_.sign_up.session_id)
    if open_ is None or programme is None:
        return ()
    found, session = await session_of(visit, Action(Verb.SIGN_UP, open_.sign_up.session_id))
    said = " ".join(visit.text.split())
    if open_.what == "name":
        await signing.give(visit.services, open_.sign_up, name=said)
        return (Say(wording.which_city(session, visit.words)),)
    return (await _confirmed(found, session, await signing.give(visit.services, open_.sign_up, city=said)),)


async def _mine(visit: Visit, session: Session) -> SignUp | None:
    return await signing.signed_up(visit.services, visit.chat, session)


async def _confirmed(visit: Visit, session: Session, mine: SignUp, *, already: bool = False) -> Say:
    link = await signing.link_for(visit.services, visit.chat, visit.programme, session)
    return Say(wording.confirmed(mine, session, visit.programme, visit.words, link=link, already=already))


def _fitting(first_name: str) -> str:
    """Give a first name as far as it can be one; people may call themselves anything on Telegram."""
    return " ".join(first_name.split())[:LONGEST_ANSWER] if first_name.isprintable() else ""
