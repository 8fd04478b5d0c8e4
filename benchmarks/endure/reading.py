"""Reading a guest's chat: which reminders it holds, about what, and what else."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from benchmarks.endure.expected import Pijlers, Sitting, Version, own
from benchmarks.endure.guests import Guest
from benchmarks.endure.news import News
from handlers.stage.messages import Message

ZONE: Final = ZoneInfo("Europe/Amsterdam")
BEFORE: Final = re.compile(r"Over \d+ minu|Begint nu: |Om \S+ uur, nu dus, ")
AFTER: Final = re.compile(r"Net begonnen in uw|\d+ minu\w+ geleden begonnen|.* is (net|\d+ minu\w+ geleden) begonnen")
"""How a reminder begins, before and after the start of its sessions."""
BRIEF: Final = ("Morgen: ", "Vandaag: ")
ANSWERS: Final = ("Welkom bij", "U volgt", "U komt", "U gaat", "U bent", "Instellingen", "Herinnering: ", "Lunch met")
"""How what a guest asked for begins."""
NEWS: Final = re.compile(r"Ander|Gaat toch door|Toch geen wijziging|Let op, opnieuw|.* gaat niet door")
"""How a message begins that tells of a change."""
COMING_FROM: Final = "Uw vorige onderdeel"
AGAIN: Final = "(herhaald)"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder as it stands in a chat: about which sessions, that start when."""

    at: datetime
    text: str
    keys: frozenset[str]
    start: datetime

    @property
    def marked(self) -> bool:
        """Whether it says that it may be a second one."""
        return AGAIN in self.text

    @property
    def begun(self) -> bool:
        """Whether it says that its sessions have begun."""
        return AFTER.match(self.text) is not None

    def __str__(self) -> str:
        return f"«{self.text.partition(chr(10))[0]}» of {self.at:%H.%M.%S}"


@dataclass(slots=True)
class Chat:
    """What a guest got: reminders, news, when the briefs came, how many answers, and what is none of these."""

    reminders: list[Reminder] = field(default_factory=list)
    news: list[News] = field(default_factory=list)
    briefs: list[datetime] = field(default_factory=list)
    answers: int = 0
    strange: list[str] = field(default_factory=list)


def read_chat(guest: Guest, messages: Sequence[Message], versions: Sequence[Version], pijlers: Pijlers) -> Chat:
    """Sort what the bot said to a guest."""
    chat = Chat()
    for message in messages:
        head = message.text.partition("\n")[0]
        at = datetime.fromtimestamp(message.date, ZONE)
        if not message.from_bot:
            continue
        if BEFORE.match(head) or AFTER.match(head):
            version = in_force(versions, at)[-1]
            mine = [version.sittings[key] for key in own(guest, version, pijlers)]
            chat.reminders.append(_reminder(message.text, at, mine))
        elif head.startswith(BRIEF):
            chat.briefs.append(at)
        elif NEWS.match(head):
            chat.news.append(News(at, message.text))
        elif head.startswith(ANSWERS):
            chat.answers += 1
        else:
            chat.strange.append(head)
    return chat


def in_force(versions: Sequence[Version], at: datetime, blur: timedelta = timedelta()) -> list[Version]:
    """Give the versions of which each may be what the bot knew at a moment; the last one is the likeliest."""
    begun = [version for version in versions if version.begun - blur <= at] or list(versions[:1])
    gone = [version for version, after in itertools.pairwise(begun) if at > after.done + blur]
    return begun[len(gone) :]


def _reminder(text: str, at: datetime, mine: Sequence[Sitting]) -> Reminder:
    """Find out what a reminder is about: those of somebody's own sessions that it names."""
    said = "\n".join(line for line in text.splitlines() if not line.startswith(COMING_FROM)).casefold()
    named = [s for s in mine if re.search(rf"\b{re.escape(s.title.casefold())}\b", said)]
    # A name that is a part of another one that is named, such as «Sociaal», is not named by that.
    named = [s for s in named if not any(s.title != o.title and s.title in o.title for o in named)]
    start = max((s.start for s in named), default=at)
    return Reminder(at, text, frozenset(s.key for s in named if s.start == start), start)
