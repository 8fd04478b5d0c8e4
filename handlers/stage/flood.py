"""Two models of Telegram's flood limits; its own algorithm is unpublished.

Times are seconds of the monotonic clock. ``wait`` gives 0 and counts the message, or the seconds to wait.
"""

from collections import deque
from dataclasses import dataclass, field
from typing import Protocol

GROUP_WINDOW = 60.0


class Flood(Protocol):
    """Says whether a message may go out now."""

    def wait(self, chat_id: int, now: float) -> float:
        """Give the seconds to wait before this chat may be sent to; 0 lets the message through."""
        ...  # pragma: no cover


@dataclass(slots=True)
class _Bucket:
    size: float
    rate: float
    tokens: float
    at: float

    def missing(self, now: float) -> float:
        """Give the seconds until there is a token."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (1 - self.tokens) / self.rate)


@dataclass(slots=True, kw_only=True)
class TokenBuckets:
    """Messages overall, a chat and a group: buckets that fill at a steady rate.

    ``rate`` and ``burst`` count overall, ``chat_rate`` and ``chat_burst`` for each chat;
    ``group_per_minute`` holds for chats with a negative id.
    """

    rate: float = 30.0
    burst: float = 30.0
    chat_rate: float = 1.0
    chat_burst: float = 3.0
    group_per_minute: int = 20
    _buckets: dict[int | None, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def wait(self, chat_id: int, now: float) -> float:
        """Give the seconds to wait before this chat may be sent to; 0 lets the message through."""
        overall = self._buckets.setdefault(None, _Bucket(self.burst, self.rate, self.burst, now))
        chat = self._buckets.setdefault(chat_id, _Bucket(self.chat_burst, self.chat_rate, self.chat_burst, now))
        sent = self._groups.setdefault(chat_id, deque()) if chat_id < 0 else deque[float]()
        seconds = max(
            overall.missing(now),
            chat.missing(now),
            _window_wait(sent, self.group_per_minute, GROUP_WINDOW, now),
        )
        if seconds == 0:
            overall.tokens -= 1
            chat.tokens -= 1
            sent.append(now)
        return seconds


@dataclass(slots=True, kw_only=True)
class StrictWindow:
    """No more than ``limit`` messages in any ``seconds``, over all chats."""

    limit: int = 30
    seconds: float = 1.0
    _sent: deque[float] = field(default_factory=deque)

    def wait(self, chat_id: int, now: float) -> float:  # noqa: ARG002 - all chats count alike
        """Give the seconds to wait before anything may be sent; 0 lets the message through."""
        seconds = _window_wait(self._sent, self.limit, self.seconds, now)
        if seconds == 0:
            self._sent.append(now)
        return seconds


def _window_wait(sent: deque[float], limit: int, window: float, now: float) -> float:
    while sent and sent[0] <= now - window:
        sent.popleft()
    return sent[0] + window - now if len(sent) >= limit else 0.0
