"""What became of a send, in words that no channel owns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived, as the message with this number."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Later:
    """It was refused until ``seconds`` have passed."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person does not want messages, or is gone; nothing more is sent until they come back."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has another address now."""

    address: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The message will never be taken."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The request left and no answer came: it may have arrived."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """It surely did not arrive, and may do so on another try; ``alone`` when that says nothing of other messages."""

    reason: str
    alone: bool = False


Outcome = Sent | Later | Blocked | Moved | Refused | Unknown | NotSent
