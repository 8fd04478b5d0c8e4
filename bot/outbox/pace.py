"""When a call to Telegram may start: the arithmetic of the limits, on a monotonic clock in seconds.

Telegram publishes about 30 messages a second in all, one a second to a chat, 20 a minute to a group, and
keeps its algorithm to itself. Pushes stay under each of these on their own. Answers are not held back, but
pushes go in what they leave. A refusal that names a time is obeyed until that time.
"""

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf
from typing import Final


class Lane(StrEnum):
    """Who waits for a call: a person who asked something, or nobody."""

    ANSWER = "answer"
    PUSH = "push"


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits, in seconds and calls.

    ``interval``: between the starts of two pushes; no longer than is allowed, so that what a late wake-up costs can be
    made up for. ``window``: so many messages in ``window_seconds``, from the answer to the one until the start of the
    other, which is what keeps the rate under the limit. ``places``: calls in flight, of which pushes take at most
    ``push_places``, so that an answer finds room while Telegram is slow. ``patience``: how long answers may keep
    a push waiting.
    """

    interval: float = 1 / 30
    window: int = 30
    window_seconds: float = 1.0
    chat_seconds: float = 1.0
    group_window: int = 20
    group_seconds: float = 60.0
    places: int = 16
    push_places: int = 12
    patience: float = 0.25


LIMITS: Final = Limits()
FORGET: Final = 60.0
"""Seconds after which a call no longer weighs on its chat."""


@dataclass(eq=False, slots=True)
class Call:
    """One call and when it was asked for, started and answered; ``counted`` is False where Telegram does not count it.

    ``chat`` is the address, empty for a call that is not about a chat.
    """

    lane: Lane
    chat: str = ""
    group: bool = False
    counted: bool = True
    asked: float = 0.0
    started: float | None = None
    answered: float | None = None


@dataclass(slots=True)
class Pace:
    """What was sent, what is in flight and what is halted."""

    limits: Limits = LIMITS
    _in_flight: dict[Lane, int] = field(default_factory=lambda: dict.fromkeys(Lane, 0))
    _halts: dict[Lane | str, float] = field(default_factory=dict)
    _slot: float = -inf
    _pushes: deque[Call] = field(default_factory=deque)
    _messages: deque[Call] = field(default_factory=deque)
    _last_push: float | None = None
    _chats: OrderedDict[str, deque[Call]] = field(default_factory=OrderedDict)

    def ready_at(self, call: Call) -> float:
        """Give the moment from which ``call`` may start, infinite when that depends on the answer to another."""
        if not self._has_place(call.lane):
            return inf
        if not call.counted:
            return -inf
        ready = max(self.halted_until(call.lane), self._halts.get(call.chat, -inf))
        if call.lane is Lane.ANSWER:
            return ready
        own = max(self._slot + self.limits.interval, self._window(self._pushes), self._chat_ready_at(call))
        waiting_since = call.asked if self._last_push is None else max(call.asked, self._last_push)
        left_by_answers = min(self._window(self._messages), waiting_since + self.limits.patience)
        return max(ready, own, left_by_answers)

    def start(self, call: Call, now: float) -> None:
        """Take note that ``call`` starts."""
        call.started = now
        self._in_flight[call.lane] += 1
        if not call.counted:
            return
        self._messages.append(call)
        self._pass(self._messages, now)
        if call.lane is Lane.PUSH:
            # The grid goes on from the slot, not from the moment of waking, or each wake-up would cost
            # a little of the rate; it never makes up for more than one slot.
            slot = self._slot + self.limits.interval
            self._slot = slot if now - slot < self.limits.interval else now
            self._last_push = now
            self._pushes.append(call)
            self._pass(self._pushes, now)
        if call.chat:
            recent = self._chats.setdefault(call.chat, deque(maxlen=self.limits.group_window))
            recent.append(call)
            self._chats.move_to_end(call.chat)
            self._forget(now)

    def answer(self, call: Call, now: float) -> None:
        """Take note that ``call`` was answered, or failed."""
        call.answered = now
        self._in_flight[call.lane] -= 1

    def halt(self, call: Call, now: float, seconds: float) -> None:
        """Obey the refusal of ``call``: nothing but the passing of ``seconds`` lifts the halt.

        Telegram does not say which limit was passed. It was the chat's when the chat just had another message,
        or, for a group, as many as it may have; else that of the lane. A refused answer halts both lanes.
        """
        scope: Lane | str = call.chat if self._fault_of_chat(call) else call.lane
        self._halts[scope] = max(self._halts.get(scope, -inf), now + seconds)
        for ended in [key for key, until in self._halts.items() if until <= now]:
            del self._halts[ended]

    def halted_until(self, lane: Lane) -> float:
        """Give the moment until which all of a lane is halted."""
        answers = self._halts.get(Lane.ANSWER, -inf)
        return answers if lane is Lane.ANSWER else max(answers, self._halts.get(lane, -inf))

    def chats_remembered(self) -> int:
        """Count the chats of which a recent message is held."""
        return len(self._chats)

    def free_push_places(self) -> int:
        """Count the pushes that could be in flight besides those that are."""
        used = self._in_flight[Lane.PUSH]
        return max(0, min(self.limits.push_places - used, self.limits.places - sum(self._in_flight.values())))

    def _has_place(self, lane: Lane) -> bool:
        if lane is Lane.PUSH:
            return self.free_push_places() > 0
        return sum(self._in_flight.values()) < self.limits.places

    def _window(self, calls: deque[Call]) -> float:
        """Give the moment from which one more fits in the window.

        Telegram counted each some time between its start and its answer. So one in flight takes a place until its
        answer, and as long as the window after that; a slow one takes no more than its own.
        """
        answered = sorted((call.answered for call in calls if call.answered is not None), reverse=True)
        places = self.limits.window - (len(calls) - len(answered))
        if places <= 0:
            return inf
        return answered[places - 1] + self.limits.window_seconds if len(answered) >= places else -inf

    def _pass(self, calls: deque[Call], now: float) -> None:
        """Let go of the calls that no window reaches any more."""
        since = now - self.limits.window_seconds
        for call in [one for one in calls if one.answered is not None and one.answered <= since]:
            calls.remove(call)

    def _chat_ready_at(self, call: Call) -> float:
        recent = self._chats.get(call.chat)
        if not recent:
            return -inf
        ready = _after(recent[-1], self.limits.chat_seconds)
        if call.group and len(recent) == self.limits.group_window:
            ready = max(ready, _after(recent[0], self.limits.group_seconds))
        return ready

    def _fault_of_chat(self, call: Call) -> bool:
        started = call.started if call.started is not None else call.asked
        others = [c.started for c in self._chats.get(call.chat, ()) if c is not call and c.started is not None]
        if sum(started - s < self.limits.chat_seconds for s in others):
            return True
        return (
            call.group and sum(started - s < self.limits.group_seconds for s in others) >= self.limits.group_window - 1
        )

    def _forget(self, now: float) -> None:
        """Let go of the chats, which stand in the order of their last message, that had none for a while."""
        while self._chats:
            chat, recent = next(iter(self._chats.items()))
            last = recent[-1].answered
            if last is None or last > now - FORGET:
                return
            del self._chats[chat]


def _after(call: Call, seconds: float) -> float:
    return inf if call.answered is None else call.answered + seconds
