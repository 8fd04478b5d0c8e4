"""Logging: plain lines on standard error, without tokens and without what people wrote."""

import logging
import re
import sys
from typing import Final

TOKEN: Final = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}|(?<=/bot)\d+:[A-Za-z0-9_-]+")
"""A bot token as Telegram writes it, or whatever stands in its place in an address."""
LINK: Final = re.compile(r"(?<=/agenda/)[A-Za-z0-9_-]+")


def without_secrets(text: str) -> str:
    """Give a text in which tokens and secret links cannot be read."""
    return LINK.sub("***", TOKEN.sub("***", text))


class SecretFormatter(logging.Formatter):
    """A formatter whose lines, tracebacks included, hold no token."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the finished line without secrets."""
        return without_secrets(super().format(record))


def set_up_logging(level: str) -> None:
    """Send what is logged from ``level`` on to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(SecretFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s", "%H:%M:%S"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # httpx writes every address, with the token in it, at INFO; the others tell of every tick, request or letter.
    quiet = ("httpx", "httpcore", "apscheduler", "telegram", "uvicorn.access", "alembic", "asyncio", "fontTools")
    for name in quiet:
        logging.getLogger(name).setLevel(logging.WARNING)
    # It warns each second that a tick of a second takes longer than that, which is no harm: the next one does the work.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
