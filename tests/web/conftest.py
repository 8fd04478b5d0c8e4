"""A web door that is really served, on a database with days of its own."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import cache

import httpx
import pytest
from calendar_programs import icaljs, khal, libical, program  # noqa: F401 - fixtures
from web_sites import PUBLIC_URL, EventClockByHand, Sites

from bot.wording.catalogue import Catalogue
from handlers.services import Services, read_sentences
from handlers.setup import add_what_is_missing
from storage.database import Database


@cache
def sentences() -> Catalogue:
    return read_sentences()


@pytest.fixture
def catalogue() -> Catalogue:
    return sentences()


@pytest.fixture
def clock() -> EventClockByHand:
    return EventClockByHand()


@pytest.fixture
async def sites(database: Database, clock: EventClockByHand) -> Sites:
    """What serves a web door on a database with the bundled days."""
    await add_what_is_missing(database, datetime(2023, 2, 1, tzinfo=UTC))
    return Sites(database, clock, sentences())


@pytest.fixture
async def web(sites: Sites) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at a web door with a public address."""
    async with sites.served(PUBLIC_URL) as client:
        yield client


@pytest.fixture
def services(sites: Sites, web: httpx.AsyncClient) -> Services:  # noqa: ARG001 - served meanwhile
    """The services behind the web door that is served."""
    return sites.services[-1]


@pytest.fixture
def logs(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that is logged, at the lowest level."""
    caplog.set_level(logging.DEBUG)
    return caplog
