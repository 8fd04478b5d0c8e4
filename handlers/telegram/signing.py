"""Signing up for a session: the button under its card, and what is asked after it."""

from typing import Final

from bot.errors import StaleButton
from bot.people.given_names import LONGEST, asks, is_yes, told
from bot.people.model import ChatKind
from bot.people.signing import SignUp, can_sign_up, is_over
from bot.programme.model import Session
from bot.questions.bare_name import Fit, fit
from bot.wording import signing as wording
from bot.wording.private import only_in_private
from bot.wording.richtext import Action, Message, Verb
from handlers import signing
from handlers.telegram.context import Answers, Edit, Say, Visit
from handlers.telegram.lookup import session_of
from storage.sign_ups import Asked, Wanted


async def with_state(visit: Visit, said: Message) -> Message:
    """Let an answer that offers to sign up say where somebody is signed up already; a group has no say in it."""
    if visit.chat.kind is ChatKind.GROUP or not wording.offers(said):
        return said
    mine = await signing.sessions_of(visit.services, visit.chat)
    return wording.with_state(said, visit.programme, mine, visit.words, now=visit.now)


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
            await signing.ask(visit.services, visit.chat, mine, Wanted.NAME)
            return (Edit(wording.type_name(visit.words)),)
        case wording.FIRST_NAME:
            await signing.give_name(visit.services, visit.chat, mine, _fitting(visit.first_name))
        case wording.NOTHING:
            await signing.give_name(visit.services, visit.chat, mine, "")
        case wording.YES | wording.NO:
            return await _doubted(visit, action, name=True)
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
            await signing.ask(visit.services, visit.chat, mine, Wanted.CITY)
            return (Edit(wording.type_city(visit.words)),)
        case wording.NOTHING:
            given = await signing.give_city(visit.services, mine, "")
            said = await _confirmed(found, session, given)
            return (Edit(said.message),)
        case wording.YES | wording.NO:
            return await _doubted(visit, action, name=False)
        case _:
            raise StaleButton


async def _doubted(visit: Visit, action: Action, *, name: bool) -> Answers:
    """Keep what somebody was asked back about, or ask anew."""
    found, session = await session_of(visit, Action(action.verb, action.id))
    open_ = await signing.asked(visit.services, visit.chat)
    doubted = Wanted.DOUBT_NAME if name else Wanted.DOUBT_CITY
    if open_ is None or open_.what is not doubted or open_.sign_up.session_id != session.id:
        raise StaleButton(f"{action.verb}:{action.id}")
    if action.revision == wording.YES:
        return (Edit((await _kept(found, session, open_, open_.said, name=name)).message),)
    await signing.ask(visit.services, visit.chat, open_.sign_up, Wanted.NAME if name else Wanted.CITY)
    return (Edit(wording.type_name(visit.words) if name else wording.type_city(visit.words)),)


async def typed(visit: Visit) -> Answers:
    """Take a message for the name or city that was asked for; nothing where it was not, or asks something itself."""
    open_ = visit.awaited
    programme = None if open_ is None else await visit.services.programmes.with_session(open_.sign_up.session_id)
    if open_ is None or programme is None:
        return ()
    name, typing = open_.what in _NAMES, open_.what in _EXPECTED
    found, session = await session_of(visit, Action(Verb.SIGN_UP, open_.sign_up.session_id))
    if open_.said and is_yes(visit.text):
        return (await _kept(found, session, open_, open_.said, name=name),)
    said = told(visit.text)
    if said is None:
        bare = fit(visit.text, visit.programme, visit.now, city=not name, typing=True) is not Fit.NO
        if not (typing and bare) or asks(visit.text):
            return ()
        await signing.ask(visit.services, visit.chat, open_.sign_up, open_.what)
        return (Say(wording.unfit(visit.words, name=name)),)
    if not said and open_.said:
        await signing.ask(visit.services, visit.chat, open_.sign_up, Wanted.NAME if name else Wanted.CITY)
        return (Say(wording.type_name(visit.words) if name else wording.type_city(visit.words)),)
    late = open_.what in _LATE
    fits = Fit.YES if not said else fit(said, visit.programme, visit.now, city=not name, typing=typing)
    if fits is Fit.NO or (late and not said):
        return ()
    if fits is Fit.PERHAPS or late:
        doubted = Wanted.DOUBT_NAME if name else Wanted.DOUBT_CITY
        await signing.ask(visit.services, visit.chat, open_.sign_up, doubted, said)
        return (Say(wording.is_it(said, session, visit.words, name=name)),)
    return (await _kept(found, session, open_, said, name=name),)


_NAMES: Final = frozenset({Wanted.NAME, Wanted.PERHAPS_NAME, Wanted.LATE_NAME, Wanted.DOUBT_NAME})
_EXPECTED: Final = frozenset({Wanted.NAME, Wanted.CITY})
"""Where somebody pressed that they would type it, so that more is taken for it."""
_LATE: Final = frozenset({Wanted.LATE_NAME, Wanted.LATE_CITY})


async def _kept(visit: Visit, session: Session, open_: Asked, said: str, *, name: bool) -> Say:
    """Keep what was given, and say what comes next."""
    if name:
        await signing.give_name(visit.services, visit.chat, open_.sign_up, said)
        return Say(wording.which_city(session, visit.words))
    return await _confirmed(visit, session, await signing.give_city(visit.services, open_.sign_up, said))


async def _mine(visit: Visit, session: Session) -> SignUp | None:
    return await signing.signed_up(visit.services, visit.chat, session)


async def _confirmed(visit: Visit, session: Session, mine: SignUp, *, already: bool = False) -> Say:
    link = await signing.link_for(visit.services, visit.chat, visit.programme, session)
    return Say(wording.confirmed(mine, session, visit.programme, visit.words, link=link, already=already))


def _fitting(first_name: str) -> str:
    """Give a first name as far as it can be one; people may call themselves anything on Telegram."""
    return " ".join(first_name.split())[:LONGEST] if first_name.isprintable() else ""
