"""The stage, the real bot as a child process on its database, and the clock of the day.

The clock of the day runs while the bot runs, from the moment at which the bot says that it started. While none runs
it stands still and is put ahead by as much as the outage is to last: a process that starts takes real seconds, which
are minutes of a day at speed. Leases are kept on the real clock, so they are put back by the length of an outage too:
what a power cut of two minutes lets run out has run out.
"""

import asyncio
import os
import sqlite3
import sys
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from benchmarks.endure.expected import Outage, Version, read_version
from bot.clock import EventClock
from handlers.stage.faults import FaultKind
from handlers.stage.stage import Stage

DAY: Final = "haarlem-2023"
ROOT: Final = Path(__file__).parents[2]
STARTING: Final = 60.0
"""Real seconds in which even a slow machine starts a process."""
LATENCY: Final = 0.15
"""Real seconds after which the stage answers a message that it took at once, as a Telegram far away does."""
FORMAT: Final = "%Y-%m-%d %H:%M:%S.%f"
"""How SQLite's file has moments, in UTC."""


@dataclass
class World:
    """A day being played. ``speeds`` tells from which moment of the day on it ran how fast."""

    stage: Stage
    address: str
    folder: Path
    speeds: list[tuple[datetime, float]] = field(default_factory=list)
    outages: list[Outage] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    _process: asyncio.subprocess.Process | None = None

    def __post_init__(self) -> None:
        self.stage.fail(FaultKind.SLOW, "sendMessage", seconds=LATENCY, times=10**9)

    @property
    def database(self) -> Path:
        """The file with all that the bot knows."""
        return self.folder / "endure.db"

    @property
    def log(self) -> str:
        """What the bot had to complain of."""
        path = self.folder / "bot.log"
        return path.read_text("utf-8") if path.exists() else ""

    def now(self) -> datetime:
        """Give the present moment of the day."""
        return self.stage.clock()

    def speed_at(self, moment: datetime) -> float:
        """Say how fast the day ran at a moment; dates of messages are cut off to seconds."""
        return next(speed for since, speed in reversed(self.speeds) if since <= moment + timedelta(seconds=1))

    async def until(self, moment: datetime) -> None:
        """Let the day run until a moment."""
        await asyncio.sleep(max(0.0, (moment - self.now()).total_seconds() / self.speeds[-1][1]))

    async def start(self, moment: datetime, speed: float) -> datetime:
        """Start the bot with the clock at a moment; give the moment at which it delivers."""
        environment = self._environment() | {
            "TELEGRAM_BOT_TOKEN": self.stage.token,
            "TELEGRAM_API_URL": self.address,
            "CHANNEL": "stage",
            "EVENT": DAY,
            "CLOCK_START": moment.isoformat(),
            "CLOCK_SPEED": str(speed),
            "LOG_LEVEL": "WARNING",
            "PYTHONUNBUFFERED": "1",
        }
        command = (sys.executable, "-P", "-m", "bot", "run")
        with (self.folder / "bot.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *command, env=environment, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=log
            )
        # The first line is told as soon as the bot has its clock.
        await self._told("Answers are about")
        self.stage.clock = EventClock(moment, speed)
        self.speeds.append((moment, speed))
        await self._told("answers now")
        return self.now()

    async def _told(self, words: str) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        async with asyncio.timeout(STARTING):
            while words not in (line := await self._process.stdout.readline()).decode():
                if not line:
                    raise RuntimeError(f"the bot ended before it said «{words}»:\n{self.log}")

    async def stop(self) -> datetime:
        """End the bot as a service manager does, and give the moment at which it was gone."""
        return await self._end(kill=False)

    async def kill(self) -> datetime:
        """Kill the bot with signal 9, and give the moment."""
        return await self._end(kill=True)

    async def _end(self, *, kill: bool) -> datetime:
        process = self._process
        assert process is not None
        with suppress(ProcessLookupError):
            process.kill() if kill else process.terminate()
        if kill:
            self._stand_still(self.now())
        await process.wait()
        self._process = None
        if not kill:
            self._stand_still(self.now())
        return self.now()

    def _stand_still(self, moment: datetime) -> None:
        self.stage.clock = EventClock(moment, 0.0)

    async def change_speed(self, speed: float, ahead: timedelta) -> None:
        """Stop in good order and go on a little later at another speed."""
        gone = await self.stop()
        back = await self.start(gone + ahead, speed)
        self.outages.append(Outage(gone, back, killed=False))

    async def cut(self, lasts: timedelta, speed: float) -> Outage:
        """Kill the bot, and start it after a time."""
        gone = await self.kill()
        hands, others = in_hand(self.database)
        put_back_leases(self.database, lasts)
        back = await self.start(gone + lasts, speed)
        self.outages.append(Outage(gone, back, killed=True, hands=hands, others=others))
        return self.outages[-1]

    async def bring(self, text: str) -> None:
        """Import a changed programme from another process, while the bot runs."""
        path = self.folder / f"{DAY}.yaml"
        path.write_text(text, "utf-8")
        begun = self.now()
        command = (sys.executable, "-P", "-m", "bot", "programme", "import", str(path))
        process = await asyncio.create_subprocess_exec(
            *command, env=self._environment(), cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        said, complained = await process.communicate()
        if process.returncode:
            raise RuntimeError(f"the import failed: {said.decode()}{complained.decode()}")
        self.versions.append(read_version(text, begun, self.now()))

    async def close(self) -> None:
        """End the bot, if one runs, whatever happened."""
        if self._process is not None:
            await self.kill()

    def _environment(self) -> dict[str, str]:
        return os.environ | {"DATABASE_URL": f"sqlite:///{self.database}"}


def in_hand(database: Path) -> tuple[frozenset[tuple[int, datetime]], int]:
    """Give guest and start of the reminders that were being sent when the bot died, and how many others were."""
    query = """
        SELECT outbox.kind, chats.address, outbox.starts_at FROM outbox JOIN chats ON chats.id = outbox.chat_id
        WHERE outbox.state = 'sending'
    """
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute(query).fetchall()
    # News of a session is about the same moment as its reminder, and is not one.
    reminders = frozenset((int(address), moment(starts)) for kind, address, starts in found if kind == "reminder")
    return reminders, sum(kind != "reminder" for kind, _, _ in found)


def waiting(database: Path, now: datetime) -> int:
    """Count what is due and of use, and not sent yet."""
    query = """
        SELECT count(*) FROM outbox WHERE due_at <= ? AND expires_at > ?
        AND (state IN ('planned', 'sending') OR (state = 'unknown' AND unknowns = 1))
    """
    at = now.astimezone(UTC).strftime(FORMAT)
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute(query, (at, at)).fetchone()[0])


def outcome(database: Path, number: int, start: datetime) -> str:
    """Say what the outbox has of a guest's reminder."""
    query = """
        SELECT outbox.state, outbox.reason, outbox.due_at, outbox.sent_at FROM outbox
        JOIN chats ON chats.id = outbox.chat_id
        WHERE chats.address = ? AND outbox.kind = 'reminder' AND outbox.starts_at = ?
    """
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute(query, (str(number), start.astimezone(UTC).strftime(FORMAT))).fetchone()
    return "not in the outbox" if found is None else " ".join(str(fact) for fact in found)


def put_back_leases(database: Path, lasts: timedelta) -> None:
    """Let leases have run for as long as an outage lasts."""
    columns = (("outbox", "lease_until"), ("outbox", "not_before"), ("leases", "until"))
    with closing(sqlite3.connect(database)) as connection, connection:
        for table, column in columns:
            rows = connection.execute(f"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()
            earlier = [((moment(at) - lasts).strftime(FORMAT), row) for row, at in rows]
            connection.executemany(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", earlier)


def moment(written: str) -> datetime:
    """Read a moment as SQLite's file has it."""
    return datetime.strptime(written, FORMAT).replace(tzinfo=UTC)
