"""What calendars cost to serve, beside a bare Starlette route in the same run; and what a feed costs to make.

Run from the root of the project: ``python benchmarks/feeds.py``. A process of its own serves, as `netwerkdag run` does,
one request after the other on a connection that stays open; what counts is the processor time of that process. It
prints tables and judges nothing.
"""

import asyncio
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.ical.description import event_name
from bot.ical.feed import Entries, feed
from bot.ical.publisher import Publisher
from bot.people.model import ChatKind
from bot.programme.model import Programme
from config.settings import Settings
from handlers.services import Services, make_services, read_sentences
from handlers.setup import opened
from handlers.web.app import create_app
from handlers.web.serving import serving
from storage import chat_rows, choice_rows, feeds
from storage import programme as programmes

DAY: Final = "haarlem-2023"
NOW: Final = datetime(2023, 2, 10, 9, 0, tzinfo=UTC)
REQUESTS: Final = 1500
CROWD: Final = 1500
"""People who ask once a round each, so that the database is asked about every one of them."""
ROUNDS: Final = 5
COLD_ROUNDS: Final = 30
TICKS: Final = os.sysconf("SC_CLK_TCK")
SENTENCES: Final = read_sentences()


@dataclass(frozen=True)
class Asked:
    """A kind of request: where, the addresses that take turns, and the version that the asker has."""

    name: str
    port: int
    paths: tuple[str, ...]
    etag: str = ""


async def bare(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="netwerkdag-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'netwerkdag.db'}"
        ours, theirs = multiprocessing.Pipe()
        server = multiprocessing.get_context("spawn").Process(target=serve, args=(url, theirs), daemon=True)
        server.start()
        theirs.close()  # so that a server that fails to start ends the waiting
        asked: list[Asked] = ours.recv()
        asyncio.run(ratios(asked, server.pid or 0))
        ours.send("stop")
        server.join(10)
        asyncio.run(cold(url))


async def ratios(asked: list[Asked], pid: int) -> None:
    """Ask each kind in turns, so that a machine that slows down slows all of them down, and print the medians."""
    taken: dict[str, list[float]] = {}
    for number in range(ROUNDS + 1):
        for one in asked:
            start = processor_time(pid)
            await ask(one)
            if number:  # the first round warms up
                taken.setdefault(one.name, []).append((processor_time(pid) - start) / REQUESTS)
    least = statistics.median(taken[asked[0].name])
    print(f"{'served':44} {'processor us':>13} {'times bare':>11}")
    for name, times in taken.items():
        middle = statistics.median(times)
        print(f"{name:44} {1e6 * middle:13.0f} {middle / least:11.2f}")


async def ask(one: Asked) -> None:
    """Send the requests one after the other and read every answer in full."""
    reader, writer = await asyncio.open_connection("127.0.0.1", one.port)
    lines = ["Host: 127.0.0.1", "User-Agent: bench", "Accept-Language: nl"]
    lines += [f"If-None-Match: {one.etag}"] if one.etag else []
    rest = ("\r\n".join(lines) + "\r\n\r\n").encode()
    firsts = [f"GET {path} HTTP/1.1\r\n".encode() for path in one.paths]
    status = b" 304 " if one.etag else b" 200 "
    for number in range(REQUESTS):
        writer.write(firsts[number % len(firsts)] + rest)
        head = await reader.readuntil(b"\r\n\r\n")
        assert status in head[:16], head
        length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        if length and not one.etag:
            await reader.readexactly(int(length[0].partition(b":")[2]))
    writer.close()
    await writer.wait_closed()


def processor_time(pid: int) -> float:
    """Give the seconds of processor that a process used, all its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def serve(url: str, pipe: Connection) -> None:
    """Serve a bare route and the web door until told to stop; runs in a process of its own."""
    asyncio.run(served(url, pipe))


async def served(url: str, pipe: Connection) -> None:
    async with opened(url, datetime(2023, 2, 1, tzinfo=UTC)) as database:
        settings = Settings(public_url="https://netwerkdag.example.org", channel="stage", _env_file=None)
        services = make_services(database=database, clock=lambda: NOW, catalogue=SENTENCES, settings=settings)
        secrets = await crowd(services)
        app, route = create_app(services), Starlette(routes=[Route("/bare", bare)])
        async with (
            serving(route, host="127.0.0.1", port=0) as bare_at,
            serving(app, host="127.0.0.1", port=0) as ours_at,
        ):
            bare_port, port = (int(address.rpartition(":")[2]) for address in (bare_at, ours_at))
            day, own = f"/{DAY}.ics", f"/agenda/{secrets[0]}.ics"
            others = tuple(f"/agenda/{secret}.ics" for secret in secrets)
            tags = {path: await asyncio.to_thread(etag_of, f"{ours_at}{path}") for path in (day, own)}
            pipe.send(
                [
                    Asked("a bare Starlette route", bare_port, ("/bare",)),
                    Asked("the whole day, unchanged (304)", port, (day,), tags[day]),
                    Asked("the whole day, warm", port, (day,)),
                    Asked("one's own, again within a second (304)", port, (own,), tags[own]),
                    Asked("one's own, again within a second", port, (own,)),
                    Asked(f"{CROWD} people in turn, unchanged (304)", port, others, tags[own]),
                    Asked(f"{CROWD} people in turn", port, others),
                ]
            )
            await asyncio.to_thread(pipe.recv)


async def crowd(services: Services) -> list[str]:
    """Make people who follow a few groups each, and give the secrets of their calendars."""

    def write(conn: sa.Connection) -> list[str]:
        groups = [group for group in programmes.groups(conn) if group.slug in {"sociaal", "fysiek", "veiligheid"}]
        secrets = []
        for number in range(CROWD):
            chat, _ = chat_rows.chat_for(
                conn, channel="stage", address=str(number), kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW
            )
            for group in groups:
                choice_rows.follow(conn, chat.id, group.id, NOW)
            secrets.append(feeds.feed_for(conn, chat.id, NOW).secret)
        return secrets

    return await services.database.write(write)


def etag_of(url: str) -> str:
    import urllib.request  # noqa: PLC0415 - only here

    asked = urllib.request.Request(url, headers={"Accept-Language": "nl"})
    with urllib.request.urlopen(asked, timeout=10) as answer:
        return str(answer.headers["etag"])


async def cold(url: str) -> None:
    """Print what it takes to make feeds: with nothing in memory, and after a change of one session."""
    async with opened(url, NOW) as database:
        day = await database.read(programmes.load, DAY)
    words = SENTENCES["nl"]
    kept = Entries(Publisher())
    made(day, kept)
    revisions = iter(range(1000, 2000))

    def changed() -> None:
        revision = next(revisions)
        first, *others = day.sessions
        event = replace(day.event, revision=revision)
        made(replace(day, event=event, sessions=(replace(first, revision=revision), *others)), kept)

    print()
    print(f"{f'made: {len(day.sessions)} sessions, {words.language}':44} {'processor ms':>13} {'most':>11}")
    for name, work in (
        ("with nothing in memory", lambda: made(day, Entries(Publisher()))),
        ("after a change of one session", changed),
        ("unchanged", lambda: made(day, kept)),
    ):
        times = [timed(work) for _ in range(COLD_ROUNDS)]
        print(f"{name:44} {statistics.median(times):13.2f} {max(times):11.2f}")


def made(day: Programme, entries: Entries) -> bytes:
    parts = [(day, session) for session in day.sessions]
    return feed(parts, entries, name=event_name(day, "nl"), words=SENTENCES["nl"], lead=10)


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds of processor that some work takes."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    main()
