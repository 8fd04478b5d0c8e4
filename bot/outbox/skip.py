"""Why a planned message is not sent after all."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a message was not sent, as it is kept with the row."""

    EXPIRED = "expired"
    INACTIVE = "chat inactive"
    OFF = "reminders off"
    BRIEF_OFF = "brief off"
    ABSENT = "not at the event"
    AWAY = "not there at that time"
    IN_SESSION = "in a session of their own"
    NOTHING_CHOSEN = "nothing chosen"
    NOT_PUBLISHED = "event not published"
    CANCELLED = "cancelled"
    NOT_WANTED = "moved or no longer wanted"
    OVER = "already over"
    RIGHT = "calendar is right"
    CODE_OVER = "code of no use any more"
    STOPPED = "stopped"
    NO_MESSAGE = "no message to change"
    UNKNOWN_KIND = "unknown kind"
    GONE = "chat or event gone"
    NOTHING_NEW = "nothing new that concerns them"


@dataclass(frozen=True, slots=True)
class Skip:
    """The message is not to be sent, and why."""

    reason: Reason
