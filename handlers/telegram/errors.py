"""What is said when something cannot be done."""

import logging
from collections.abc import Mapping
from typing import Final

from telegram import Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.errors import (
    BroadcastOver,
    Fault,
    InvitationOver,
    MessageRefused,
    NoEvents,
    NotAllowed,
    NothingChanges,
    NothingToUndo,
    OutsideTheDay,
    StaleButton,
    UnknownEvent,
    UnknownReference,
    UnknownSession,
)
from bot.wording import broadcasts, changing, menu, roles
from handlers.services import Services
from handlers.telegram import asking
from handlers.telegram.context import Answers, Context, Say, arrival, visit
from handlers.telegram.talk import answer, send

UNCHANGED: Final[Mapping[type[Fault], str]] = {
    NothingChanges: "nothing",
    NothingToUndo: "no-undo",
    OutsideTheDay: "outside-day",
    UnknownReference: "gone",
    UnknownSession: "gone",
}
"""Why nothing was changed, as the sentences are called."""
log: Final = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """Say what a person can do about a fault; leave any other error to the inbox, which tries again."""
    if not isinstance(update, Update) or not isinstance(context.error, Exception):
        return
    try:
        if isinstance(context.error, Fault):
            await answer(await _about_fault(context.error, update, context), update, context)
        else:
            context.bot_data.failures[update.update_id] = context.error
    except Exception as error:  # noqa: BLE001 - the library would only log it, and the chat would hear nothing
        context.bot_data.failures[update.update_id] = error


async def _about_fault(fault: Fault, update: Update, context: Context) -> Answers:
    if isinstance(fault, NoEvents | UnknownEvent):
        chat, _ = await arrival(update, context.services, None)
        return (Say(menu.no_events(context.services.catalogue[chat.language])),)
    if isinstance(fault, NotAllowed) and fault.session:
        guest = await visit(update, context)
        return (Say(changing.not_yours(fault.session, guest.programme, guest.words)),)
    if isinstance(fault, NotAllowed | InvitationOver):
        guest = await visit(update, context)
        if isinstance(fault, NotAllowed) and await guest.grants():
            return (Say(changing.problem("too-big", guest.words)),)
        return (Say((roles.over if isinstance(fault, InvitationOver) else roles.not_allowed)(guest.words)),)
    if type(fault) in UNCHANGED:
        return (Say(changing.problem(UNCHANGED[type(fault)], (await visit(update, context)).words)),)
    if isinstance(fault, BroadcastOver):
        return (Say(broadcasts.over(fault.why, (await visit(update, context)).words)),)
    if isinstance(fault, MessageRefused):
        return (Say(broadcasts.refused((await visit(update, context)).words)),)
    if isinstance(fault, StaleButton):
        guest = await visit(update, context)
        fresh = [one.message for one in await asking.now(guest) if isinstance(one, Say)]
        return tuple(Say(menu.stale(guest.words, message)) for message in fresh[:1])
    raise fault


async def apologise(update: Update, services: Services, bot: ExtBot[str]) -> None:
    """Tell the chat, once and shortly, that its message could not be handled."""
    if update.effective_chat is None:
        return
    try:
        chat, _ = await arrival(update, services, None)
        await send(Say(menu.apology(services.catalogue[chat.language])), update, bot)
    except Forbidden:
        return
    except TelegramError as error:
        log.warning("an apology did not arrive: %s", type(error).__name__)
