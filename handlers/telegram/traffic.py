"""The way every call of the bot goes: through the one pacer, answers before pushes."""

from collections.abc import Callable, Coroutine
from typing import Any, Final

from telegram._utils.types import JSONDict
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.outbox.pace import Lane
from bot.outbox.pacing import Pacer

PACED: Final = "paced"
"""Given as ``rate_limit_args`` with a push: the outbox waited for its turn and deals with a refusal itself."""
TRIES: Final = 3
"""How often an answer is tried that Telegram refuses for a time."""
LONGEST_REFUSAL: Final = 60.0
"""Seconds after which an answer comes too late to be one."""
MARGIN: Final = 0.1
"""Seconds on top of what Telegram names, which it gives in whole ones."""
_COUNTED: Final = ("send", "forward", "copy", "edit")

Result = bool | JSONDict | list[JSONDict]


class Traffic(BaseRateLimiter[str]):
    """Gives each call its turn; a refusal that names a time is obeyed by all whom it concerns."""

    __slots__ = ("pacer",)

    def __init__(self, pacer: Pacer) -> None:
        self.pacer = pacer

    async def initialize(self) -> None:
        """Hold nothing that needs making."""

    async def shutdown(self) -> None:
        """Hold nothing that needs letting go."""

    async def process_request(  # noqa: PLR0917 - the library's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,
    ) -> Result:
        """Make the call in its turn; an answer that is refused for a time waits and is tried again."""
        if rate_limit_args == PACED:
            return await callback(*args, **kwargs)
        chat = str(data.get("chat_id") or "")
        tries = 0
        while True:
            tries += 1
            async with self.pacer.turn(Lane.ANSWER, chat, group=is_group(chat), counted=is_counted(endpoint)) as call:
                try:
                    return await callback(*args, **kwargs)
                except RetryAfter as refusal:
                    seconds = seconds_of(refusal)
                    self.pacer.halt(call, seconds)
                    if tries == TRIES or seconds > LONGEST_REFUSAL:
                        raise


def is_counted(endpoint: str) -> bool:
    """Say whether Telegram counts a call among the messages."""
    return endpoint.startswith(_COUNTED) and endpoint != "sendChatAction"


def is_group(chat: str) -> bool:
    """Say whether an address is that of a group or channel: negative, or a public name."""
    return chat.startswith(("-", "@"))


def seconds_of(refusal: RetryAfter) -> float:
    """Give the seconds that a refusal names, and a little."""
    named = refusal.retry_after
    return (named if isinstance(named, int | float) else named.total_seconds()) + MARGIN
