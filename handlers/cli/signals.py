"""Ctrl-C and its kin."""

import asyncio
import contextlib
import signal
from collections.abc import Iterator


@contextlib.contextmanager
def stopping(stop: asyncio.Event) -> Iterator[None]:
    """Set ``stop`` at Ctrl-C or when the system asks; a second Ctrl-C ends at once."""
    loop = asyncio.get_running_loop()
    asked = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def ask() -> None:
        stop.set()
        loop.remove_signal_handler(signal.SIGINT)

    for number in asked:
        loop.add_signal_handler(number, ask)
    try:
        yield
    finally:
        for number in asked:
            loop.remove_signal_handler(number)
