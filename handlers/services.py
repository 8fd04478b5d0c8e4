"""What every door works with: memory, clock, sentences, settings, and the programmes in memory."""

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.errors import NoEvents, UnknownEvent
from bot.ical.publisher import Publisher
from bot.programme.changes import Change, Noted
from bot.programme.choice import event_at
from bot.programme.model import Event, Programme
from bot.wording.catalogue import Catalogue, read_catalogue
from config.bundled import wording_sources
from config.settings import Settings
from handlers.studio import Studio
from storage import programme as programmes
from storage.database import Database
from storage.programme import Recorded

LATELY: Final = timedelta(hours=30)
"""How far back changes are looked up: all of the present day, and the hours in which answers still tell of them."""


@dataclass
class Programmes:
    """The programmes of all events, held in memory and at most ``every`` real seconds behind the database.

    The command line may write beside a running bot, so the revisions are compared before an answer
    (when the last look is older than ``every``) and before each write (:meth:`fresh`).
    """

    database: Database
    clock: Clock
    chosen: str | None = None
    every: float = 1.0
    real: Callable[[], float] = time.monotonic
    _held: dict[str, Programme] = field(default_factory=dict)
    _changes: dict[str, tuple[int, tuple[Noted, ...]]] = field(default_factory=dict)
    _seen: dict[tuple[str, int], datetime] = field(default_factory=dict)
    _looked: float = float("-inf")
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def current(self) -> Programme:
        """Give the programme of this moment: the chosen event, else in progress, else next, else last.

        Raises UnknownEvent when the chosen event does not exist, NoEvents when there is none at all.
        """
        await self._look()
        if self.chosen is not None:
            return self._get(self.chosen)
        event = event_at([p.event for p in self._held.values()], self.clock())
        if event is None:
            raise NoEvents
        return self._held[event.key]

    async def of(self, key: str) -> Programme:
        """Give the programme of the event ``key``; raises UnknownEvent."""
        await self._look()
        return self._get(key)

    async def others(self, key: str) -> tuple[Event, ...]:
        """Give all events but ``key``."""
        return tuple(event for event in await self.events() if event.key != key)

    async def changes(self, programme: Programme) -> tuple[Noted, ...]:
        """Give what changed in an event since the evening before, oldest first; its first version is no change.

        Read once for each revision. A change that was made beside a rehearsal bears the real time, which lies
        ahead of the rehearsal's clock: it counts as made when it was first seen here.
        """
        event = programme.event
        found = self._changes.get(event.key)
        if found is None or found[0] != event.revision:
            now = self.clock()
            recorded = await self.database.read(programmes.changes_since, event.id, now - LATELY)
            seen = tuple(
                replace(one, at=self._seen.setdefault((event.key, one.revision), min(one.at, now))) for one in recorded
            )
            found = self._changes[event.key] = (event.revision, noted(seen))
        return found[1]

    async def with_session(self, session_id: int) -> Programme | None:
        """Give the programme that holds a session, None where none does (any more)."""
        await self._look()
        return next((p for p in self._held.values() if session_id in p.session_by_id), None)

    async def events(self) -> tuple[Event, ...]:
        """Give all events."""
        await self._look()
        return tuple(p.event for p in self._held.values())

    async def fresh(self, found: dict[str, int] | None = None) -> None:
        """Compare the revisions now and load again what differs; ``found`` are those that were read a moment ago."""
        async with self._lock:
            await self._compare(found)

    async def _look(self) -> None:
        if self.real() - self._looked < self.every:
            return
        async with self._lock:
            # Whoever waited for the lock finds that the one before has looked.
            if self.real() - self._looked >= self.every:
                await self._compare()

    async def _compare(self, found: dict[str, int] | None = None) -> None:
        if found is None:
            found = await self.database.read(programmes.revisions)
        held = {key: programme for key, programme in self._held.items() if key in found}
        for key, revision in found.items():
            # What was read a moment ago may be older than what is held.
            if key not in held or held[key].event.revision < revision:
                held[key] = await self.database.read(programmes.load, key)
        self._held = held
        self._looked = self.real()

    def _get(self, key: str) -> Programme:
        if key not in self._held:
            raise UnknownEvent(key, tuple(sorted(self._held)))
        return self._held[key]


@dataclass
class Identity:
    """Who we are on Telegram: the bot's name, empty until Telegram told it."""

    bot: str = ""


@dataclass(frozen=True)
class Services:
    """Everything a door needs, built once by the composition root.

    ``planned`` is set when something was chosen that may change what is due, so that planning need not wait.
    """

    database: Database
    clock: Clock
    catalogue: Catalogue
    settings: Settings
    programmes: Programmes
    planned: asyncio.Event
    identity: Identity = field(default_factory=Identity)
    studio: Studio = field(default_factory=Studio)

    @property
    def channel(self) -> str:
        """The channel of the chats this process talks to."""
        return self.settings.channel

    @property
    def publisher(self) -> Publisher:
        """In whose name calendar entries are made, and where they lead."""
        return Publisher(
            organizer=f"mailto:{self.settings.calendar_organizer}",
            public_url=self.settings.public_url or "",
            bot=self.identity.bot,
        )


def noted(recorded: Iterable[Recorded]) -> tuple[Noted, ...]:
    """Give recorded changes as an answer tells of them; the first version of an event is no change."""
    return tuple(Noted(one.at, Change(one.before, one.after)) for one in recorded if one.revision > 1)


def read_sentences() -> Catalogue:
    """Read the sentences of both languages."""
    return read_catalogue(wording_sources())


def make_services(*, database: Database, clock: Clock, catalogue: Catalogue, settings: Settings) -> Services:
    """Put the services together."""
    held = Programmes(database, clock, settings.event)
    return Services(
        database=database,
        clock=clock,
        catalogue=catalogue,
        settings=settings,
        programmes=held,
        planned=asyncio.Event(),
    )
