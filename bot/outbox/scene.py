"""What a message is worded from, gathered at the moment of sending."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.ical.ledger import EMPTY, Ledger
from bot.ical.publisher import NOBODY, Publisher
from bot.outbox import broadcasts, notices
from bot.outbox.model import OutboxRow
from bot.outbox.notices import Telling
from bot.people.desk import DeskQuestion
from bot.people.model import Chat, Choices
from bot.people.signing import Handout
from bot.programme.model import Programme
from bot.wording.catalogue import Words


@dataclass(frozen=True, slots=True)
class Beside:
    """What some kinds of message are worded from besides.

    What a calendar holds, who publishes, a code, an address, a question for the organisers; what is handed over to
    one who signed up, and the links that the chat is entitled to, by the session's id; which changes are to be told,
    a message to many, and whether the chat has the role that the message is for.
    """

    ledger: Ledger = EMPTY
    publisher: Publisher = NOBODY
    code: str = ""
    address: str = ""
    asked: DeskQuestion | None = None
    handout: Handout | None = None
    links: Mapping[int, str] = field(default_factory=dict)
    telling: Telling = notices.NOTHING
    allowed: bool = False
    going: broadcasts.Going | None = None


NOTHING: Final = Beside()


@dataclass(frozen=True, slots=True)
class Scene:
    """A row with all that it is worded from, as things stand at ``now``."""

    row: OutboxRow
    programme: Programme
    chat: Chat
    choices: Choices
    now: datetime
    words: Words
    beside: Beside
