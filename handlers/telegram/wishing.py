"""What is asked of the bot itself in words does what its command does: «stop», «vergeet mij», «Engels graag»."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.people.model import ChatKind
from bot.questions.wishes import Wish, wish
from handlers.telegram import groups, personal, preferences, service
from handlers.telegram.context import Answers, Visit

_DOES: Final[Mapping[Wish, Callable[[Visit], Awaitable[Answers]]]] = {
    Wish.STOP: groups.stop,
    Wish.NO_REMINDERS: preferences.no_reminders,
    Wish.REMINDERS: preferences.reminders,
    Wish.SETTINGS: preferences.preferences,
    Wish.PRIVACY: personal.privacy,
    Wish.MY_DATA: personal.my_data,
    Wish.FORGET: personal.forget,
    Wish.DUTCH: service.in_dutch,
    Wish.ENGLISH: service.in_english,
}
_OWN: Final = frozenset({Wish.MY_DATA, Wish.FORGET})


async def spoken(visit: Visit) -> Answers:
    """Do what is asked of the bot itself; nothing where something else is asked."""
    found = wish(visit.text)
    if found is None:
        return ()
    in_group = visit.chat.kind is ChatKind.GROUP and found in _OWN
    return await (personal.in_private if in_group else _DOES[found])(visit)
