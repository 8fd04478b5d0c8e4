"""A message that is to be pushed: what it is about, never its text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

WAITED_FOR: Final = 1
"""The priority of what somebody waits for: it goes first, and also while an event is paused."""

TO_MANY: Final = "broadcast"
"""The kind of what somebody with a role sends to many."""


class OutboxState(StrEnum):
    """Where a pushed message stands.

    UNKNOWN: the request left and no answer came (a kill, a timeout); it is sent once more, marked, if still of use.
    """

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A message to plan. ``key`` is unique for ever: planning it again changes at most its due time.

    ``starts_at`` is the moment the message is about (for a reminder: the start of its sessions);
    ``due_at`` when to send, ``expires_at`` from when on it is of no use. ``priority``: lower goes first.
    ``silent``: it arrives without a sound.
    """

    key: str
    kind: str
    chat_id: int
    event_id: int
    starts_at: datetime
    due_at: datetime
    expires_at: datetime
    priority: int = 5
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """A planned message as it is kept; ``attempts`` counts sends that were started.

    ``repeated`` is True once a send of it ended without an outcome: the text then says that it may be a second one.
    """

    id: int
    key: str
    kind: str
    chat_id: int
    event_id: int
    starts_at: datetime
    due_at: datetime
    expires_at: datetime
    priority: int
    state: OutboxState
    attempts: int = 0
    reason: str = ""
    message_id: int | None = None
    silent: bool = False
    repeated: bool = False
