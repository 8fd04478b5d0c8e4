"""Questions for the organisers: what was asked, and what they answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.programme.model import Language

QUESTION: Final = "desk-question"
ANSWER: Final = "desk-answer"
FAILED: Final = "desk-failed"
"""The kinds of message in the outbox: to the organisers, and two back to whoever asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskQuestion:
    """A question that the programme does not answer, with the chat that asked it.

    ``id`` is its number in the organisers' chat. It is sent to them only when the chat says so.
    """

    id: int
    chat_id: int
    event_id: int
    text: str
    language: Language
    asked_at: datetime
    sent_at: datetime | None = None
    answer: str = ""
    answered_at: datetime | None = None
    answer_message_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A question that could not be answered: how often it was asked, by nobody in particular."""

    event: str
    sample: str
    language: Language
    count: int
    first_at: datetime
    last_at: datetime
