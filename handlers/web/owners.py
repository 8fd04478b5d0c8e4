"""Whose a secret address is, and what they chose."""

from dataclasses import dataclass, field
from typing import Final

from handlers.services import Services
from storage.feeds import Opened, open_feed

MOST: Final = 4000
"""Addresses that are remembered."""


@dataclass
class Owners:
    """What secret addresses open, at most as far behind the database as programmes are: a second.

    Programs ask several times in a row: for the head, for the whole, and once more for another calendar of theirs.
    """

    services: Services
    most: int = MOST
    _found: dict[str, tuple[float, Opened]] = field(default_factory=dict)

    async def of(self, secret: str) -> Opened | None:
        """Give what a secret opens, None where it opens nothing (any more)."""
        programmes = self.services.programmes
        found = self._found.get(secret)
        if found is not None and programmes.real() - found[0] < programmes.every:
            return found[1]
        looked = programmes.real()
        opened = await self.services.database.read(open_feed, secret)
        self._found.pop(secret, None)
        if opened is not None:
            if len(self._found) >= self.most:
                del self._found[next(iter(self._found))]
            self._found[secret] = (looked, opened)
        return opened
