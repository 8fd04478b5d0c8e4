"""A message to many under the faults of the local Bot API, its process killed again and again; and the pace of one.

The bot is the real one, in a process of its own on a SQLite file; the Bot API is the stage, in this process, and what
stands in its chats in the end is what is judged. Only loopback, only processes of its own; it ends by itself, the
whole in about seven minutes. Run it with: python -m benchmarks.endure.broadcast [kills|pace] [SEED]
"""

import asyncio
import contextlib
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.clock import EventClock
from bot.outbox.model import OutboxState
from bot.people.access import Role
from bot.people.model import ChatKind
from handlers.setup import add_what_is_missing
from handlers.stage.chats import Chat
from handlers.stage.faults import FaultKind
from handlers.stage.flood import Flood, StrictWindow, TokenBuckets
from handlers.stage.people import Person
from handlers.stage.serving import serving
from handlers.stage.stage import Stage
from handlers.telegram.traffic import is_counted
from storage import chat_rows, choice_rows, roles
from storage import programme as programmes
from storage.database import Database, upgrade
from storage.outbox import UNDER_WAY
from storage.tables import outbox

DAY: Final = "haarlem-2023"
START: Final = datetime(2023, 2, 10, 8, 25, tzinfo=UTC)
CHANNEL: Final = "telegram"
TEXT: Final = "Let op: de ingang is verplaatst naar de Markt."
AUTHOR: Final = 900_001
FIRST: Final = 1_000_000
"""The first of the recipients; the others follow."""
ASKERS: Final = range(910_001, 910_041)
ALLOWED: Final = 30.0
"""Messages a second that both flood models let through."""
SLOW: Final = 14.0
"""Seconds that are longer than the bot waits for an answer."""
Wrong = tuple[FaultKind, int, float]
EACH: Final[tuple[Wrong, ...]] = (
    (FaultKind.TOO_MANY, 1, 1.0),
    (FaultKind.SERVER, 1, 0.0),
    (FaultKind.SERVER, 2, 0.0),
    (FaultKind.DROP_BEFORE, 1, 0.0),
    (FaultKind.DROP_BEFORE, 2, 0.0),
    (FaultKind.DROP_AFTER, 1, 0.0),
    (FaultKind.SLOW, 1, SLOW),
    (FaultKind.SLOW, 1, 2.0),
    (FaultKind.LATE, 1, SLOW),
    (FaultKind.LATE, 1, 2.0),
)
"""What goes wrong with somebody's message: how, how often, and for how many seconds."""
QUICK: Final = tuple(one for one in EACH if one[1] == 1 and one[2] != SLOW)
"""Those that are over soon."""
MAY_DOUBLE: Final = frozenset({(FaultKind.DROP_AFTER, 0.0), (FaultKind.SLOW, SLOW), (FaultKind.LATE, SLOW)})
"""Faults after which a message has arrived and its sender cannot know."""


@dataclass
class Endured:
    """What became of a message to ``recipients`` people, and of the questions that were asked meanwhile.

    ``in_flight`` is for each kill how many requests had left and were not recorded; ``faulted`` how many messages
    arrived without a sign of it, by a fault. ``seconds`` of an answer count from asking, of one asked while no process
    ran from when one did.
    """

    recipients: int
    blocked: int
    missed: int = 0
    doubles: int = 0
    unmarked: int = 0
    in_flight: list[int] = field(default_factory=list)
    faulted: int = 0
    report: str = ""
    took: float = 0.0
    while_up: list[float] = field(default_factory=list)
    while_down: list[float] = field(default_factory=list)

    @property
    def allowed(self) -> int:
        """How many doubles the kills and faults explain."""
        return sum(self.in_flight) + self.faulted


@dataclass
class Paced:
    """The rate that was reached, in messages a second, and the refusals that named a time.

    ``rate`` counts what Telegram counts: also the message by which the author sees the count; ``own`` does not.
    """

    rate: float
    own: float
    refusals: int

    @property
    def share(self) -> float:
        """The part of what is allowed."""
        return self.rate / ALLOWED

    def __str__(self) -> str:
        return (
            f"{self.rate:.2f} messages a second, {self.share:.1%} of what is allowed ({self.own:.2f} without what its "
            f"author is told); {self.refusals} refusals"
        )


@dataclass
class Process:
    """The bot, killed and begun anew; ``up`` are the moments from which one answered, ``down`` those of the kills."""

    stage: Stage
    address: str
    database: str
    clock: EventClock = field(default_factory=lambda: EventClock(START))
    now: asyncio.subprocess.Process | None = None
    up: list[float] = field(default_factory=list)
    down: list[float] = field(default_factory=list)

    async def start(self) -> None:
        """Begin a process and wait until it answers."""
        environment = os.environ | {
            "TELEGRAM_BOT_TOKEN": self.stage.token,
            "TELEGRAM_API_URL": self.address,
            # As on Telegram: a rehearsal would forget at every start what it sent.
            "CHANNEL": CHANNEL,
            "EVENT": DAY,
            "CLOCK_START": self.clock().isoformat(),
            "DATABASE_URL": self.database,
            "LOG_LEVEL": "ERROR",
        }
        seen = len(self.stage.calls)
        command = [sys.executable, "-P", "-m", "bot", "run", "--for-stage", "endure"]
        pipe = asyncio.subprocess.PIPE
        self.now = await asyncio.create_subprocess_exec(
            *command, env=environment, stdin=pipe, stderr=asyncio.subprocess.DEVNULL
        )
        # The menu is set when it begins to deliver.
        await self.stage.until(lambda s: any(c.method == "setMyCommands" for c in s.calls[seen:]), timeout=60)
        self.up.append(time.monotonic())

    async def kill(self) -> None:
        """End it as a power cut does."""
        assert self.now is not None
        self.down.append(time.monotonic())
        self.now.send_signal(signal.SIGKILL)
        await self.now.wait()

    async def stop(self) -> None:
        """End it in order."""
        if self.now is not None and self.now.returncode is None:
            self.now.terminate()
            await self.now.wait()

    def since_up(self, asked: float, answered: float) -> tuple[bool, float]:
        """Say whether a process ran all the time between, and how many seconds one had to answer."""
        ran = any(up <= asked for up in self.up) and not any(
            down <= answered and (up is None or up > asked)
            for down, up in zip(self.down, [*self.up[1:], None], strict=False)
        )
        began = max((up for up in self.up if up <= answered), default=asked)
        return ran, answered - max(asked, began)


@dataclass
class Delivered:
    """Counts the messages that arrived."""

    stage: Stage
    looked: int = 0
    count: int = 0

    async def reach(self, number: int) -> None:
        """Wait until so many have arrived."""
        while self.count <= number:
            calls = self.stage.calls[self.looked :]
            self.looked += len(calls)
            self.count += sum(
                c.method == "sendMessage" and c.status == 200 and (c.chat_id or 0) >= FIRST for c in calls
            )
            await self.stage.changed.changed(1.0)


@asynccontextmanager
async def prepared(count: int, flood: Flood | None = None) -> AsyncIterator[tuple[Stage, Process, Database]]:
    """Make a stage with so many people who follow Veiligheid, its secretary, and people who ask."""
    stage = Stage(flood=flood)
    with tempfile.TemporaryDirectory(prefix="netwerkdag-endure-") as folder:
        url = f"sqlite:///{folder}/endure.db"
        upgrade(url)
        database = Database.open(url)
        try:
            await add_what_is_missing(database, datetime(2023, 2, 1, tzinfo=UTC))
            await database.write(_fill, count)
            stage.person(AUTHOR, "Secretaris")
            for number in range(FIRST, FIRST + count):
                stage.person(number)
            async with serving(stage) as address:
                process = Process(stage, address, url)
                try:
                    yield stage, process, database
                finally:
                    await process.stop()
        finally:
            await database.close()


async def endured(
    count: int, kills: int, *, seed: int, faulty: float = 0.03, faults: Sequence[Wrong] = EACH, hasten: bool = False
) -> Endured:
    """Send a message to ``count`` people and kill the process ``kills`` times at random moments meanwhile.

    ``faulty`` is the share of the people whose message goes wrong, in one of the ways of ``faults``; one in a hundred
    has blocked the bot. With ``hasten`` what a killed process had in hand is let go at once instead of after its lease.
    """
    chance = random.Random(seed)
    async with prepared(count) as (stage, process, database):
        numbers = list(range(FIRST, FIRST + count))
        blocked = set(chance.sample(numbers, max(1, count // 100)))
        for number in blocked:
            stage.chat(number).bot_status = "kicked"
        found = Endured(count, len(blocked))
        unlucky = chance.sample([n for n in numbers if n not in blocked], int(count * faulty))
        for index, number in enumerate(unlucky):
            kind, times, seconds = faults[index % len(faults)]
            stage.fail(kind, "sendMessage", chat_id=number, times=times, seconds=seconds)
            found.faulted += (kind, seconds) in MAY_DOUBLE
        await process.start()
        await _warm(stage)
        asking = asyncio.create_task(_ask(stage, process, found))
        begun = time.monotonic()
        author = stage.person(AUTHOR)
        await _send(author)
        delivered = Delivered(stage)
        # A message or so after each of these, and somewhere between two.
        for number in sorted(chance.sample(range(count - len(blocked)), kills)):
            await delivered.reach(number)
            await asyncio.sleep(chance.uniform(0.0, 0.05))
            await process.kill()
            found.in_flight.append(await database.read(_in_flight))
            if hasten:
                await database.write(_let_go)
            await process.start()
        found.report = await _report(author)
        found.took = time.monotonic() - begun
        asking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asking
        _judge(stage, numbers, blocked, found)
    return found


async def paced(count: int, flood: Flood, *, latency: float = 0.0) -> Paced:
    """Send a message to ``count`` people, and nothing else, under a flood limit; ``latency`` in seconds."""
    async with prepared(count, flood) as (stage, process, _):
        if latency:
            stage.fail(FaultKind.LATE, "sendMessage", times=10**9, seconds=latency)
        await process.start()
        author = stage.person(AUTHOR)
        await _send(author)
        await _report(author)
        arrived = [c for c in stage.calls if c.status == 200 and is_counted(c.method)]
        moments = sorted(c.monotonic for c in arrived if (c.chat_id or 0) >= FIRST)
        assert len(moments) == count
        first, last = moments[0], moments[-1]
        counted = sum(first <= c.monotonic <= last for c in arrived)
        refusals = sum(c.status == 429 for c in stage.calls)
    return Paced((counted - 1) / (last - first), (count - 1) / (last - first), refusals)


async def _send(author: Person) -> None:
    author.chat.skip_replies()
    await author.send(f"/bericht {TEXT}")
    await author.reply(30)
    summary = await author.reply(30)
    await author.press(summary, "Stuur nu")


async def _report(author: Person) -> str:
    """Wait until all is known, and give what the author is told."""

    def done(chat: Chat) -> bool:
        return any("Het bericht is verstuurd" in message.text for message in chat.messages)

    await author.chat.until(done, 900)
    return next(m.text for m in author.messages if "Het bericht is verstuurd" in m.text)


async def _warm(stage: Stage) -> None:
    for number in ASKERS:
        person = stage.person(number, "Gast")
        await person.send("/start")
        await person.reply(30)


async def _ask(stage: Stage, process: Process, found: Endured) -> None:
    """Ask four questions a second, each by somebody whose last one was answered."""
    waiting: set[asyncio.Task[None]] = set()

    async def ask(number: int) -> None:
        person = stage.person(number)
        asked = time.monotonic()
        await person.ask("zaal 3 om 11.40", timeout=60)
        ran, seconds = process.since_up(asked, time.monotonic())
        (found.while_up if ran else found.while_down).append(seconds)

    try:
        for turn in range(10**6):
            await asyncio.sleep(0.25)
            task = asyncio.create_task(ask(ASKERS[turn % len(ASKERS)]))
            waiting.add(task)
            task.add_done_callback(waiting.discard)
    finally:
        await asyncio.gather(*waiting)


def _judge(stage: Stage, numbers: Sequence[int], blocked: set[int], found: Endured) -> None:
    for number in numbers:
        texts = [m.text for m in stage.chat(number).messages if m.text.startswith(TEXT)]
        if number in blocked:
            continue
        found.missed += not texts
        found.doubles += max(0, len(texts) - 1)
        found.unmarked += max(0, sum("(herhaald)" not in text for text in texts) - 1)


def _fill(conn: Connection, count: int) -> None:
    """Let the people follow Veiligheid, and give it a secretary."""
    now = datetime(2023, 2, 1, tzinfo=UTC)
    group = next(g.id for g in programmes.groups(conn) if g.slug == "veiligheid")

    def chat(number: int) -> int:
        made, _ = chat_rows.chat_for(
            conn, channel=CHANNEL, address=str(number), kind=ChatKind.PRIVATE, telegram_language="nl", now=now
        )
        # Nothing but the message is to go out.
        chat_rows.set_lead(conn, made.id, None)
        return made.id

    roles.grant(conn, chat(AUTHOR), Role.SECRETARY, group_id=group, now=now)
    for number in range(FIRST, FIRST + count):
        choice_rows.follow(conn, chat(number), group, now)


def _in_flight(conn: Connection) -> int:
    left = (outbox.c.state == OutboxState.SENDING, outbox.c.reason == UNDER_WAY, outbox.c.kind == "broadcast")
    return conn.execute(sa.select(sa.func.count()).select_from(outbox).where(*left)).scalar_one()


def _let_go(conn: Connection) -> None:
    held = sa.update(outbox).where(outbox.c.state == OutboxState.SENDING)
    conn.execute(held.values(lease_until=datetime.now(UTC)))


def told(found: Endured) -> None:
    up, down = sorted(found.while_up), sorted(found.while_down)
    print(f"to {found.recipients} people, {found.blocked} of whom blocked the bot: {found.took:.0f} s, ", end="")
    print(f"{len(found.in_flight)} kills with {sum(found.in_flight)} requests in flight {Counter(found.in_flight)}")
    print(f"left out: {found.missed}; doubles: {found.doubles}, explained: {found.allowed}", end="")
    print(f" ({sum(found.in_flight)} by kills, {found.faulted} by lost answers); not marked: {found.unmarked}")
    print(f"answers while a process ran: {len(up)}, median {1000 * statistics.median(up):.0f} ms,", end="")
    print(f" p99 {1000 * up[int(len(up) * 0.99)]:.0f} ms, slowest {1000 * up[-1]:.0f} ms")
    if down:
        print(f"answers to what was asked around a kill, from when a process ran again: {len(down)},", end="")
        print(f" median {1000 * statistics.median(down):.0f} ms, slowest {1000 * down[-1]:.0f} ms")
    print(found.report)


async def main(what: str = "all", seed: str = "40") -> None:
    if what in {"all", "kills"}:
        found = await endured(5000, 20, seed=int(seed))
        told(found)
        assert found.missed == 0
        assert found.doubles <= found.allowed
    if what in {"all", "pace"}:
        bucket = await paced(1500, TokenBuckets())
        print(f"token bucket of 30: {bucket}")
        window = await paced(1500, StrictWindow(), latency=0.05)
        print(f"strict window of 30 in any second, 50 ms: {window}")
        assert bucket.share >= 0.97
        assert window.share >= 0.92
        assert bucket.refusals == window.refusals == 0


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
