"""A secret address is in no log, whatever happens on the way."""

import asyncio
import logging

import httpx
import pytest
import sqlalchemy as sa
from web_sites import DAY, PUBLIC_URL, Sites

from storage import feeds
from storage.tables import follows


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)  # it breaks the database
async def test_no_log_tells_a_secret_address(
    sites: Sites, logs: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    chat = await sites.person("europa")
    feed = await sites.address(chat)
    old = feed.secret
    async with sites.served(PUBLIC_URL) as web:
        # A client's own log is not ours.
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)
        for secret in (old, f"{old}x"):
            for path in (
                f"/agenda/{secret}.ics",
                f"/agenda/{secret}",
                f"/agenda/{secret}/",
                f"/agenda/{secret}.ics?taal=en&x={secret}",
                f"//agenda/{secret}.ics",
                f"/Agenda/{secret}.ics",
                f"/{secret}.ics",
                f"/agenda%2F{secret}",
                f"/x/agenda/{secret}",
                f"/{DAY}/s/europa?{secret}",
            ):
                for method in ("GET", "HEAD", "POST"):
                    await web.request(method, f"{web.base_url}".rstrip("/") + path)
        await sites.database.write(feeds.renew, chat.id, feed.id, sites.clock())
        assert (await web.get(f"/agenda/{old}.ics")).status_code == 410
        await broken_request(web, old)
        await sites.database.write(lambda connection: connection.execute(sa.text(f"DROP TABLE {follows.name}")))
        new = await sites.address(chat)
        assert (await web.get(f"/agenda/{new.secret}.ics")).status_code == 500
    written = capfd.readouterr()
    everything = logs.text + written.out + written.err
    assert "GET /agenda/*** 200" in everything
    assert "no such table" in everything
    assert old not in everything
    assert new.secret not in everything


async def broken_request(web: httpx.AsyncClient, secret: str) -> None:
    """Send what is no HTTP."""
    reader, writer = await asyncio.open_connection(web.base_url.host, web.base_url.port)
    writer.write(f"GET /agenda/{secret}.ics HTTP/9.9\r\nbroken\r\n\r\n".encode())
    assert b" 400 " in await reader.readline()
    writer.close()
    await writer.wait_closed()


async def test_public_addresses_are_logged_as_they_are(web: httpx.AsyncClient, logs: pytest.LogCaptureFixture) -> None:
    for path in (f"/{DAY}.ics", f"/{DAY}/europa.ics", f"/{DAY}/s/europa", f"/{DAY}/s/nergens.ics", "/", "/Wat?x=1"):
        await web.get(path)
    told = [r.getMessage().rpartition(",")[0] for r in logs.records if r.name == "handlers.web.access"]
    assert told == [
        f"GET /{DAY}.ics 200",
        f"GET /{DAY}/europa.ics 200",
        f"GET /{DAY}/s/europa 200",
        f"GET /{DAY}/s/nergens.ics 404",
        "GET / 200",
        "GET (another address) 404",
    ]
