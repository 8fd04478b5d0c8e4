"""The web door as the tests serve it, and people with calendars of their own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from sqlalchemy import Connection

from bot.people.model import Chat, ChatKind
from bot.wording.catalogue import Catalogue
from config.settings import Settings
from handlers.services import Services, make_services
from handlers.web.app import create_app
from handlers.web.serving import serving
from storage import chat_rows, choice_rows, feeds
from storage import programme as programmes
from storage.database import Database

PUBLIC_URL = "https://netwerkdag.example.org"
DAY = "haarlem-2023"


@dataclass
class EventClockByHand:
    """The moment of the event, in UTC; a test sets it."""

    now: datetime = datetime(2023, 2, 10, 8, 25, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass
class RealClockByHand:
    """The moment by which answers are dated; a test moves it on."""

    now: datetime = datetime(2026, 5, 1, 12, 0, 0, 500_000, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Sites:
    """Serves web doors on one database."""

    database: Database
    clock: EventClockByHand
    catalogue: Catalogue
    real_clock: RealClockByHand = field(default_factory=RealClockByHand)
    services: list[Services] = field(default_factory=list)

    @asynccontextmanager
    async def served(self, public_url: str | None, **headers: str) -> AsyncIterator[httpx.AsyncClient]:
        """Serve a web door while the context lasts, and give a browser that stands before it."""
        settings = Settings(
            public_url=public_url, channel="stage", calendar_organizer="agenda@example.org", _env_file=None
        )
        made = make_services(database=self.database, clock=self.clock, catalogue=self.catalogue, settings=settings)
        made.programmes.every = 0.0
        self.services.append(made)
        app = create_app(made, real_clock=self.real_clock)
        async with (
            serving(app, host="127.0.0.1", port=0) as address,
            httpx.AsyncClient(base_url=address, headers=headers, trust_env=False) as client,
        ):
            yield client

    async def person(self, *slugs: str, address: str = "1001", language: str = "nl", lead: int | None = 10) -> Chat:
        """Make a chat that follows groups."""
        now = self.clock()

        def come(conn: Connection) -> Chat:
            chat, _ = chat_rows.chat_for(
                conn,
                channel="stage",
                address=address,
                kind=ChatKind.PRIVATE,
                telegram_language=language,
                now=now,
            )
            chat_rows.set_lead(conn, chat.id, lead)
            groups = {group.slug: group.id for group in programmes.groups(conn)}
            for slug in slugs:
                choice_rows.follow(conn, chat.id, groups[slug], now)
            return chat

        return await self.database.write(come)

    async def address(self, chat: Chat) -> feeds.Feed:
        """Give the secret address of a chat."""
        return await self.database.write(feeds.feed_for, chat.id, self.clock())

    async def change(self, *keys: str, event: str = DAY, **fields: Any) -> None:
        """Change sessions of a day; without keys, the event itself."""

        def write(conn: Connection) -> None:
            day = programmes.load(conn, event)
            sessions = tuple(replace(s, **fields) if s.key in keys else s for s in day.sessions)
            changed = replace(day, sessions=sessions) if keys else replace(day, event=replace(day.event, **fields))
            programmes.save(conn, changed, now=self.clock())

        await self.database.write(write)

    async def remove(self, key: str, event: str = DAY) -> None:
        """Take a session out of a day."""

        def write(conn: Connection) -> None:
            day = programmes.load(conn, event)
            left = tuple(s for s in day.sessions if s.key != key)
            programmes.save(conn, replace(day, sessions=left), now=self.clock())

        await self.database.write(write)
