"""Chats receive, users act."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.programme.model import Language

DEFAULT_LEAD: Final = 10
"""Minutes before a session's start at which people are reminded, unless they chose otherwise."""


class ChatKind(StrEnum):
    """What Telegram calls the type of a chat."""

    PRIVATE = "private"
    GROUP = "group"


def language_of(telegram_language: str | None) -> Language:
    """Give our language for Telegram's: Dutch for nl and its regions and where nothing is known, else English."""
    return "nl" if telegram_language is None or telegram_language.lower().startswith("nl") else "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """Where messages go: a channel (telegram, stage, later mail) and an address in it.

    ``lead`` is the reminder's lead time in minutes, None when reminders are off.
    ``active`` is False once sending was refused (blocked), until the person comes back.
    """

    id: int
    channel: str
    address: str
    kind: ChatKind = ChatKind.PRIVATE
    language: Language = "nl"
    lead: int | None = DEFAULT_LEAD
    active: bool = True


@dataclass(frozen=True, slots=True)
class Choices:
    """What a chat chose for an event: groups followed, single sessions kept, single sessions dropped (all by id)."""

    followed: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.followed or self.kept or self.dropped)
