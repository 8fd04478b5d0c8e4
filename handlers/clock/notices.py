"""The tick that tells of changes which came from elsewhere: the command line, another process, a time without a bot."""

from collections.abc import Callable

from sqlalchemy import Connection

from handlers.consequences import announce
from handlers.services import Services
from storage import notices
from storage import programme as programmes
from storage.database import SAVE_LOCK, alone


class NoticePlanner:
    """Plans notices of changes that nobody announced; ``wake`` is called when rows were written."""

    def __init__(self, services: Services, wake: Callable[[], None]) -> None:
        self._services = services
        self._wake = wake

    async def tick(self) -> int:
        """Announce what was not, and give the number of chats that hear of it."""
        services = self._services
        behind = await services.database.read(notices.unannounced)
        told = 0
        for key in behind:
            told += await services.database.write(self._announce, key)
        if told:
            self._wake()
        return told

    def _announce(self, conn: Connection, key: str) -> int:
        services = self._services
        alone(conn, SAVE_LOCK)
        return len(announce(conn, programmes.load(conn, key), services.channel, now=services.clock()))
