"""«/instellingen»: one message whose buttons change it in place."""

from dataclasses import replace

from bot.errors import StaleButton
from bot.people.model import DEFAULT_LEAD, Chat
from bot.wording import settings
from bot.wording.menu import LANGUAGE_IDS
from bot.wording.richtext import Action
from handlers import actions, own_day
from handlers.telegram import groups
from handlers.telegram.context import Answers, Edit, Say, Visit


async def preferences(visit: Visit) -> Answers:
    """Answer «/instellingen»."""
    return (Say(settings.settings(visit.chat, visit.words)),)


async def no_reminders(visit: Visit) -> Answers:
    """End all reminders for who says so, with the buttons that bring them back."""
    if refusal := await groups.not_allowed(visit):
        return refusal
    chat = await own_day.set_lead(visit.services, visit.chat, None)
    return (Say(settings.page(settings.REMINDER_PAGE, chat, visit.words)),)


async def reminders(visit: Visit) -> Answers:
    """Bring reminders back for who says so, at the usual time; who has them keeps theirs."""
    if refusal := await groups.not_allowed(visit):
        return refusal
    lead = DEFAULT_LEAD if visit.chat.lead is None else visit.chat.lead
    chat = await own_day.set_lead(visit.services, visit.chat, lead)
    return (Say(settings.page(settings.REMINDER_PAGE, chat, visit.words)),)


async def press_settings(visit: Visit, action: Action) -> Answers:
    """Show the page of a button."""
    return (Edit(settings.page(action.id, visit.chat, visit.words)),)


async def press_set_language(visit: Visit, action: Action) -> Answers:
    """Choose the language of a button."""
    chat = await actions.set_language(visit.services, visit.chat, "en" if LANGUAGE_IDS.get(action.id) == "en" else "nl")
    return _page(visit, chat, settings.LANGUAGE_PAGE)


async def press_lead(visit: Visit, action: Action) -> Answers:
    """Choose how long before a start to be reminded, or never."""
    lead = _one_of(settings.LEADS, action)
    return _page(visit, await own_day.set_lead(visit.services, visit.chat, lead), settings.REMINDER_PAGE)


async def press_quiet(visit: Visit, action: Action) -> Answers:
    """Choose whether reminders wait during a session."""
    chat = await own_day.set_quiet(visit.services, visit.chat, quiet=bool(action.id))
    return _page(visit, chat, settings.REMINDER_PAGE)


async def press_brief(visit: Visit, action: Action) -> Answers:
    """Choose when to get the brief of the evening before, or never."""
    minutes = _one_of(settings.EVENINGS, action)
    return _page(visit, await own_day.set_brief(visit.services, visit.chat, minutes), settings.BRIEF_PAGE)


async def press_morning(visit: Visit, action: Action) -> Answers:
    """Choose when to get the brief of the morning itself, or never."""
    minutes = _one_of(settings.MORNINGS, action)
    return _page(visit, await own_day.set_morning(visit.services, visit.chat, minutes), settings.BRIEF_PAGE)


def _page(visit: Visit, chat: Chat, number: int) -> Answers:
    return (Edit(settings.page(number, chat, replace(visit, chat=chat).words)),)


def _one_of(offered: tuple[int, ...], action: Action) -> int | None:
    """Give the value of a button, None for off; what was never offered is stale."""
    if action.id and action.id not in offered:
        raise StaleButton(f"{action.verb}:{action.id}")
    return action.id or None
