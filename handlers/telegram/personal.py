"""What is kept of people: «/privacy», «/mijngegevens», «/vergeet»; and what does not belong in a group."""

from bot.wording import privacy as wording
from bot.wording.private import only_in_private
from bot.wording.richtext import Action
from handlers import personal
from handlers.telegram.context import Answers, Edit, Hand, Say, Visit


async def privacy(visit: Visit) -> Answers:
    """Answer «/privacy»."""
    settings = visit.services.settings
    kept = personal.retention(visit.services)
    controller, contact = settings.privacy_controller, settings.privacy_contact
    return (Say(wording.privacy(kept, visit.words, controller=controller, contact=contact)),)


async def my_data(visit: Visit) -> Answers:
    """Answer «/mijngegevens» with the file of all that is kept."""
    return (Hand(await personal.my_data(visit.services, visit.chat), wording.handed_over(visit.words)),)


async def forget(visit: Visit) -> Answers:
    """Answer «/vergeet» by asking whether that is meant."""
    role = await personal.has_role(visit.services, visit.chat)
    return (Say(wording.sure(visit.words, role=role)),)


async def press_forget(visit: Visit, action: Action) -> Answers:
    """Remove all, or nothing, in the place of the question, so that it is answered once."""
    if action.id != wording.YES:
        return (Edit(wording.not_forgotten(visit.words)),)
    await personal.forget(visit.services, visit.chat)
    return (Edit(wording.forgotten(visit.words)),)


async def in_private(visit: Visit) -> Answers:
    """Say in a group that this is for a chat of one's own, and open it."""
    return (Say(only_in_private(visit.services.identity.bot, visit.words)),)
