"""The errors of the Bot API, with the words Telegram uses for them."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):  # noqa: N818 - an answer to the bot, not a failure of the stage
    """The call is refused with ``code`` and ``description``; ``parameters`` help the bot to go on."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def to_json(self) -> Json:
        """Give the body of the answer (Bot API, "Making requests")."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(reason: str) -> Refused:
    """Make the error 400 with ``reason``."""
    return Refused(400, f"Bad Request: {reason}")


def too_many_requests(seconds: int) -> Refused:
    """Make the error 429 that asks to wait ``seconds``."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def blocked() -> Refused:
    """Make the error 403 of a person who blocked the bot."""
    return Refused(403, "Forbidden: bot was blocked by the user")
