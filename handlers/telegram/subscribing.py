"""Calendars to subscribe to: «/abonneer», its buttons, and the address beside each file.

Without a public address (setting: PUBLIC_URL) none of this is there.
"""

from bot import addresses
from bot.people.model import ChatKind
from bot.programme.model import Session, State
from bot.wording import menu, subscriptions
from bot.wording.richtext import Action, Message
from handlers import actions
from handlers.telegram.context import Answers, Say, Visit


async def subscribe(visit: Visit) -> Answers:
    """Answer «/abonneer» with the page of one's own calendar."""
    base = visit.services.settings.public_url
    if base is None:
        return (Say(menu.unknown_command("/abonneer", visit.programme, visit.words)),)
    feed = await actions.own_feed(visit.services, visit.chat)
    page = addresses.own_page(base, feed.secret)
    return (Say(subscriptions.subscription(page, feed.id, visit.words, shared=_is_shared(visit))),)


async def press_subscribe(visit: Visit, _action: Action) -> Answers:
    """Answer the button under one's own programme."""
    return await subscribe(visit)


async def press_renew(visit: Visit, action: Action) -> Answers:
    """Put another address in the place of the one that the button was made for."""
    base = visit.services.settings.public_url
    if base is None:
        return await subscribe(visit)
    feed = await actions.renew_feed(visit.services, visit.chat, action.id)
    page = addresses.own_page(base, feed.secret)
    return (Say(subscriptions.renewed(page, feed.id, visit.words, shared=_is_shared(visit))),)


async def beside_own(visit: Visit, text: Message) -> Message:
    """Add to what goes with the file of one's own programme where to subscribe to it."""
    base = visit.services.settings.public_url
    if base is None:
        return text
    feed = await actions.own_feed(visit.services, visit.chat)
    return subscriptions.with_own_page(text, addresses.own_page(base, feed.secret), visit.words)


def beside_day(visit: Visit, text: Message) -> Message:
    """Add to what goes with the file of a whole day its address."""
    base = _public(visit)
    return text if base is None else subscriptions.with_day(text, base, visit.programme, visit.words)


def beside_session(visit: Visit, session: Session, text: Message) -> Message:
    """Add to what goes with the file of a session its address."""
    base = _public(visit)
    return text if base is None else subscriptions.with_session(text, base, visit.programme, session, visit.words)


def with_button(visit: Visit, text: Message) -> Message:
    """Offer under one's own programme to subscribe to it."""
    if visit.services.settings.public_url is None:
        return text
    return text.with_buttons((subscriptions.subscribe_button(visit.words),))


def _public(visit: Visit) -> str | None:
    """Give the public address, where the day has a place there: a draft has none."""
    return None if visit.programme.event.state is State.DRAFT else visit.services.settings.public_url


def _is_shared(visit: Visit) -> bool:
    return visit.chat.kind is ChatKind.GROUP
