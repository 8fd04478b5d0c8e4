"""Failures on demand: the next calls of a method go wrong in a chosen way."""

from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.stage.refusals import Refused, bad_request, blocked, too_many_requests


class FaultKind(StrEnum):
    """How a call goes wrong.

    DROP_BEFORE: the connection breaks and nothing was done; DROP_AFTER: it was done, the answer never comes.
    SLOW: it is done at once, the answer comes after the seconds. LATE: it is done, and answered, after the seconds.
    """

    TOO_MANY = "429"
    BLOCKED = "403"
    BAD = "400"
    SERVER = "500"
    DROP_BEFORE = "drop-before"
    DROP_AFTER = "drop-after"
    SLOW = "slow"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The next ``times`` calls of ``method`` ("" is any but getUpdates), to ``chat_id`` (None is any), go wrong.

    ``seconds`` is how slow, or what 429 asks to wait; ``description`` replaces the usual words.
    """

    kind: FaultKind
    method: str = ""
    chat_id: int | None = None
    times: int = 1
    seconds: float = 1.0
    description: str = ""

    def concerns(self, method: str, chat_id: int | None) -> bool:
        """Say whether this call is to go wrong."""
        named = self.method.lower() == method.lower() if self.method else method.lower() != "getupdates"
        return named and self.chat_id in (None, chat_id)

    def refusal(self) -> Refused | None:
        """Give the error with which the call is answered; None for the kinds that answer otherwise."""
        match self.kind:
            case FaultKind.TOO_MANY:
                return too_many_requests(max(1, round(self.seconds)))
            case FaultKind.BLOCKED:
                return Refused(403, self.description) if self.description else blocked()
            case FaultKind.BAD:
                return Refused(400, self.description) if self.description else bad_request("stage fault")
            case FaultKind.SERVER:
                return Refused(500, self.description or "Internal Server Error")
            case _:
                return None


class Faults:
    """The faults that are still to happen; the oldest that fits goes first."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Plan a fault."""
        self._planned.append(fault)

    def clear(self) -> None:
        """Forget all faults."""
        self._planned.clear()

    @property
    def planned(self) -> tuple[Fault, ...]:
        """What is still to happen."""
        return tuple(self._planned)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """Give the fault for this call, and count it."""
        for index, fault in enumerate(self._planned):
            if fault.concerns(method, chat_id):
                if fault.times > 1:
                    self._planned[index] = replace(fault, times=fault.times - 1)
                else:
                    del self._planned[index]
                return fault
        return None
