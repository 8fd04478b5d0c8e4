"""The record of what the bot asked for."""

from dataclasses import dataclass
from datetime import datetime

from handlers.stage.refusals import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call of the bot, recorded when it was answered.

    ``monotonic`` and ``wall`` are when it came in; ``status`` is the HTTP status, 0 when the connection was dropped.
    """

    method: str
    parameters: Json
    chat_id: int | None
    status: int
    monotonic: float
    wall: datetime
    description: str = ""
