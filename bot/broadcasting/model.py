"""A message to many: who wrote it, to whom it goes, where it stands, and what became of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.people.access import Role

OF_USE: Final = timedelta(hours=12)
"""How long a message to many that could not be sent is still tried."""


class Audience(StrEnum):
    """To whom it goes: who follows the groups, who has a session of theirs in their programme, or all who may come."""

    UNCHOSEN = ""
    GROUPS = "groups"
    PROGRAMME = "programme"
    ALL = "all"


class Standing(StrEnum):
    """Where it stands; the words are kept. GOING is also what has arrived with all, and can be corrected."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    GOING = "going"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


class Media(StrEnum):
    """What comes with the text."""

    NOTHING = ""
    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Content:
    """What people get: ``html`` as Telegram takes it, made from what the author typed, and a file by Telegram's id."""

    html: str = ""
    media: Media = Media.NOTHING
    file_id: str = ""


def corrected(old: Content, new: Content) -> Content:
    """Give what takes the place of what people have: a text alone leaves its file, and a file alone its text.

    A message with a file never becomes one without: Telegram does not allow that (Bot API, editMessageText).
    """
    if not new.media:
        return Content(new.html, old.media, old.file_id)
    return new if new.html else Content(old.html, new.media, new.file_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """A message to many, at first a draft.

    ``role`` and ``group`` (a slug) are in which its author speaks. ``group_ids`` are the groups of the audience.
    ``edition`` goes up with every change of a draft, so that the button of an old preview shows itself; when it is
    sent it begins at 1, and goes up with every correction. ``corrects``: the id of the one that this draft corrects,
    and ``seen`` the edition of that which its author saw. ``chat_id`` is the chat of its author, None once that was
    forgotten. ``silent``: it arrives without a sound.
    """

    id: int
    event_id: int
    channel: str
    chat_id: int | None
    role: Role
    group: str = ""
    audience: Audience = Audience.UNCHOSEN
    group_ids: tuple[int, ...] = ()
    content: Content = Content()
    standing: Standing = Standing.DRAFT
    edition: int = 1
    corrects: int = 0
    seen: int = 0
    due_at: datetime | None = None
    made_at: datetime
    sent_at: datetime | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """What became of the messages of one kind; ``failed`` with the reasons, most of them first.

    ``unsure``: they were sent, perhaps more than once, and no answer came. ``late``: not sent while of use.
    """

    arrived: int = 0
    waiting: int = 0
    blocked: int = 0
    late: int = 0
    unsure: int = 0
    withdrawn: int = 0
    failed: tuple[tuple[str, int], ...] = ()

    @property
    def failures(self) -> int:
        """How many failed, whatever the reason."""
        return sum(count for _, count in self.failed)

    @property
    def may_be_there(self) -> int:
        """How many arrived, or may have arrived or do so yet."""
        return self.arrived + self.waiting + self.unsure

    @property
    def total(self) -> int:
        """How many there are in all."""
        known = self.arrived + self.waiting + self.blocked + self.late + self.unsure + self.withdrawn
        return known + self.failures


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of a message to many: of the messages, of their correction in place, of their removal."""

    messages: Count = field(default_factory=Count)
    edits: Count = field(default_factory=Count)
    removals: Count = field(default_factory=Count)
    paused_since: datetime | None = None

    @property
    def waiting(self) -> int:
        """How many are still under way."""
        return self.messages.waiting + self.edits.waiting + self.removals.waiting


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people and groups an audience is."""

    people: int = 0
    groups: int = 0

    @property
    def total(self) -> int:
        """How many messages that makes."""
        return self.people + self.groups
