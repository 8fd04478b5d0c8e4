"""Chats receive, users act."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.programme.model import Language

DEFAULT_LEAD: Final = 10
"""Minutes before a session's start at which people are reminded, unless they chose otherwise."""
DEFAULT_BRIEF: Final = 19 * 60
"""Minutes after local midnight at which the brief of the evening before goes out, unless people chose otherwise."""


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
    ``brief`` and ``morning`` are minutes after local midnight: when the brief of one's own day comes on the evening
    before, and on the day itself; None is never. With ``quiet`` no reminder comes during a session of one's own.
    ``active`` is False once sending was refused (blocked), until the person comes back.
    """

    id: int
    channel: str
    address: str
    kind: ChatKind = ChatKind.PRIVATE
    language: Language = "nl"
    lead: int | None = DEFAULT_LEAD
    active: bool = True
    brief: int | None = DEFAULT_BRIEF
    morning: int | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    """Whether somebody is at an event, and between which moments; ``absent`` when they said that they are not.

    ``came_by``: nothing is known but that they turned to the bot with this day ahead.
    """

    attends: bool = False
    arrives: datetime | None = None
    leaves: datetime | None = None
    absent: bool = False
    came_by: bool = False

    @property
    def expected(self) -> bool:
        """Whether they are known to be there."""
        return self.attends and not self.absent


@dataclass(frozen=True, slots=True)
class Choices:
    """What a chat chose for an event: groups followed, single sessions kept, single sessions dropped (all by id).

    ``stay`` is when they are there; by itself it is no choice.
    """

    followed: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()
    stay: Stay = Stay()

    def __bool__(self) -> bool:
        return bool(self.followed or self.kept or self.dropped)

    @property
    def may_come(self) -> bool:
        """Whether there is any sign that they come: they said so, chose something or came by, and do not stay away."""
        return not self.stay.absent and (self.stay.attends or self.stay.came_by or bool(self))
