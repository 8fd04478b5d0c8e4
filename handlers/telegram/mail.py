"""Invitations by mail: asking for them, giving an address and a code, and stopping.

Where the organisers set up no mail, the buttons are not there and the words say so.
"""

from bot.people.mailing import Tried, address_asked, code_in, mail_address, wants_mail, wants_no_mail
from bot.people.model import ChatKind
from bot.wording import letters
from bot.wording.richtext import Action, Message
from handlers import mailing
from handlers.mailing import Wanted
from handlers.telegram.context import Answers, Say, Visit


async def instead_of_question(visit: Visit) -> Answers:
    """Answer what is about mail: a wish in words, the address or the code that was asked for; else nothing."""
    text = visit.text
    if address := address_asked(text):
        return await _wish(visit, address)
    if wants_mail(text):
        return await _ask(visit)
    if wants_no_mail(text):
        return await _stop(visit)
    if not visit.services.settings.by_mail:
        return ()
    if code := code_in(text):
        return await _try(visit, code)
    # A word with an at sign may be the address that was asked for; anything else is a question.
    if "@" in text and len(text.split()) == 1:
        return await _typed(visit, mail_address(text))
    return ()


async def press_mail(visit: Visit, _action: Action) -> Answers:
    """Ask for an address."""
    return await _ask(visit)


async def press_no_mail(visit: Visit, _action: Action) -> Answers:
    """End the invitations."""
    return await _stop(visit)


async def with_button(visit: Visit, text: Message) -> Message:
    """Offer invitations by mail under one's own programme, or to end them; nothing where there are none."""
    if not visit.services.settings.by_mail or visit.chat.kind is ChatKind.GROUP:
        return text
    address = await mailing.address_of(visit.services, visit.chat)
    button = letters.no_mail_button(visit.words) if address else letters.mail_button(visit.words)
    return text.with_buttons((button,))


async def _ask(visit: Visit) -> Answers:
    refusal = _refusal(visit)
    if refusal is not None:
        return (Say(refusal),)
    await mailing.ask_address(visit.services, visit.chat)
    return (Say(letters.address_wanted(visit.words)),)


async def _typed(visit: Visit, address: str | None) -> Answers:
    waiting = await mailing.pending(visit.services, visit.chat)
    if waiting is None or waiting.address:
        return ()
    return await _wish(visit, address) if address else (Say(letters.no_address(visit.words)),)


async def _wish(visit: Visit, address: str) -> Answers:
    refusal = _refusal(visit)
    if refusal is not None:
        return (Say(refusal),)
    wanted = await mailing.send_code(visit.services, visit.chat, visit.programme, address)
    if wanted is Wanted.TOO_MANY:
        return (Say(letters.too_many(visit.words)),)
    return (Say(letters.code_sent(address, visit.words)),)


async def _try(visit: Visit, code: str) -> Answers:
    match await mailing.try_code(visit.services, visit.chat, code):
        case None:
            return ()
        case Tried.RIGHT:
            address = await mailing.address_of(visit.services, visit.chat)
            return (Say(letters.connected(address or "", visit.words)),)
        case tried:
            return (Say(letters.wrong_code(visit.words, worn=tried is Tried.WORN)),)


async def _stop(visit: Visit) -> Answers:
    return (Say(letters.stopped(await mailing.stop(visit.services, visit.chat), visit.words)),)


def _refusal(visit: Visit) -> Message | None:
    if not visit.services.settings.by_mail:
        return letters.not_here(visit.words)
    return letters.only_private(visit.words) if visit.chat.kind is ChatKind.GROUP else None
