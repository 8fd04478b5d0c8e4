"""What every handler gets: the services, and the visit that an update is."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.constants import ChatType
from telegram.ext import CallbackContext, ExtBot

from bot.errors import NotAllowed
from bot.files import File
from bot.ical.calendars import CalendarFile
from bot.people.access import Grant
from bot.people.model import Chat, ChatKind
from bot.programme.model import Programme
from bot.wording.catalogue import Words
from bot.wording.richtext import Button, Message
from handlers import actions, roles, signing
from handlers.pictures import Picture
from handlers.services import Services
from handlers.telegram.standing import Standing, standing_of
from storage.sign_ups import Asked

GROUPS: Final = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


class State:
    """What the application holds: set once, when it is built.

    ``failures`` are the errors of updates that could not be handled, by update id, until the inbox takes them.
    """

    services: Services
    failures: dict[int, Exception]


class Context(CallbackContext[ExtBot[str], dict[Any, Any], dict[Any, Any], State]):
    """The context of a handler, with the services by name."""

    @property
    def services(self) -> Services:
        """Give the services."""
        return self.bot_data.services


async def _may() -> Standing:
    return Standing.MAY


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at the door: which chat, which day, and what was said.

    ``text`` is the whole question, or what stands after a command. ``first_name`` is what Telegram calls them.
    ``standing`` asks Telegram whether they may choose for the chat, which in a group not everybody may.
    ``user`` is their own number, whatever the chat, and ``message`` what they sent, with what is no text in it.
    ``awaited`` is what of a sign-up this message may be, as it is the first since that was asked.
    """

    services: Services
    chat: Chat
    programme: Programme
    now: datetime
    text: str = ""
    new: bool = False
    first_name: str = ""
    standing: Callable[[], Awaitable[Standing]] = _may
    user: str = ""
    message: TelegramMessage | None = None
    awaited: Asked | None = None

    @property
    def words(self) -> Words:
        """The sentences in the language of the chat."""
        return self.services.catalogue[self.chat.language]

    async def grants(self) -> tuple[Grant, ...]:
        """Give the roles that the person has at this day."""
        return await roles.grants(self.services, self.user, self.programme)

    async def must(self, may: Callable[[tuple[Grant, ...]], bool]) -> tuple[Grant, ...]:
        """Give the roles of the person where ``may`` holds for them; raises NotAllowed."""
        found = await self.grants()
        if not found or not may(found):
            raise NotAllowed
        return found


@dataclass(frozen=True, slots=True)
class Say:
    """Answer with a new message."""

    message: Message


@dataclass(frozen=True, slots=True)
class Edit:
    """Answer by changing the message whose button was pressed."""

    message: Message


@dataclass(frozen=True, slots=True)
class Relabel:
    """Put another button in the place of the one that was pressed."""

    button: Button


@dataclass(frozen=True, slots=True)
class Hand:
    """Answer with a file; the message says what it holds."""

    file: CalendarFile | File
    message: Message


@dataclass(frozen=True, slots=True)
class Show:
    """Answer with a picture; the message says what it shows."""

    picture: Picture
    message: Message


@dataclass(frozen=True, slots=True)
class Offer:
    """Put these commands in the chat's own menu, each with what it does, before the usual ones."""

    commands: tuple[tuple[str, str], ...]


Answer = Say | Edit | Relabel | Hand | Show | Offer
Answers = tuple[Answer, ...]


async def visit(update: Update, context: Context, *, text: str = "") -> Visit:
    """Find out who is at the door and which day they mean.

    Raises NoEvents or UnknownEvent when there is no programme.
    """
    services = context.services
    programme = await services.programmes.current()
    chat, new = await arrival(update, services, programme)
    user = update.effective_user
    of_ones_own = update.message is not None and chat.kind is ChatKind.PRIVATE
    return Visit(
        services,
        chat,
        programme,
        services.clock(),
        text,
        new,
        first_name=user.first_name if user is not None else "",
        standing=partial(standing_of, update, chat.kind, context.bot),
        user=str(user.id) if user is not None else "",
        message=update.message,
        awaited=await signing.awaited(services, chat) if of_ones_own else None,
    )


async def arrival(update: Update, services: Services, programme: Programme | None) -> tuple[Chat, bool]:
    """Give the chat of an update as we know it, made if need be."""
    telegram_chat, user = update.effective_chat, update.effective_user
    assert telegram_chat is not None  # noqa: S101 - the updates we ask for all have a chat
    return await actions.arrive(
        services,
        programme,
        address=str(telegram_chat.id),
        kind=chat_kind(telegram_chat.type),
        telegram_language=user.language_code if user is not None else None,
    )


def chat_kind(telegram_type: str) -> ChatKind:
    """Say what kind of chat Telegram's type is to us."""
    return ChatKind.GROUP if telegram_type in GROUPS else ChatKind.PRIVATE


def addressed(message: TelegramMessage, username: str) -> bool:
    """Say whether a message is meant for us: always in private, in a group only by reply, mention or command."""
    if message.chat.type not in GROUPS:
        return True
    replied = message.reply_to_message
    if replied is not None and replied.from_user is not None and replied.from_user.username == username:
        return True
    return re.search(_mention(username), message.text or message.caption or "", re.IGNORECASE) is not None


def without_mention(text: str, username: str) -> str:
    """Give the text without our own name in it."""
    return re.sub(_mention(username) + r"[,:;]?\s*", "", text, flags=re.IGNORECASE).strip()


def _mention(username: str) -> str:
    return rf"@{re.escape(username)}(?!\w)"
