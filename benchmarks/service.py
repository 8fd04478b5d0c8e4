"""The whole service against the local Bot API: start to first answer, memory at rest, answers at 50 questions a second.

The bot is the real one, in a process of its own on a SQLite file; the Bot API is the stage, in this process, so the
figures are of one machine doing both. It ends by itself in about half a minute. Run it with: make bench
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from handlers.stage.people import Person
from handlers.stage.serving import serving
from handlers.stage.stage import Stage

ROOT = Path(__file__).parents[1]
RATE, SECONDS, PEOPLE = 50, 12, 60
QUESTIONS = [
    line["q"]
    for line in map(json.loads, (ROOT / "tests/data/questions.jsonl").read_text("utf-8").splitlines())
    if line["event"] == "haarlem-2023"
]


@asynccontextmanager
async def bot(address: str, token: str, folder: str) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = os.environ | {
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_URL": address,
        "CHANNEL": "stage",
        "EVENT": "haarlem-2023",
        "CLOCK_START": "2023-02-10T09:25",
        "DATABASE_URL": f"sqlite:///{folder}/bench.db",
        "LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-P", "-m", "bot", "run"]
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=asyncio.subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


def resident(pid: int) -> float:
    """Give the resident memory of a process in MiB."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


async def answered(person: Person, question: str) -> float:
    """Ask and wait for the answer; give the seconds that took."""
    begun = time.perf_counter()
    await person.send(question)
    await person.reply(30)
    return time.perf_counter() - begun


async def main() -> None:
    stage = Stage()
    with tempfile.TemporaryDirectory() as folder:
        async with serving(stage) as address:
            people = [stage.person(5000 + n, f"Gast {n}", "nl") for n in range(PEOPLE)]
            begun = time.perf_counter()
            async with bot(address, stage.token, folder):
                await answered(people[0], "zaal 3 om 11.40")
                print(f"start to first answer, empty database: {time.perf_counter() - begun:.2f} s")
            begun = time.perf_counter()
            async with bot(address, stage.token, folder) as process:
                await answered(people[0], "wat nu")
                print(f"start to first answer, database there: {time.perf_counter() - begun:.2f} s")
                await asyncio.sleep(3)
                print(f"memory at rest: {resident(process.pid):.0f} MiB")
                for person in people:
                    await answered(person, "hallo")
                took = await at_rate(people)
                ordered = sorted(took)
                print(f"{len(took)} questions at {RATE} a second: median {statistics.median(took) * 1000:.0f} ms,")
                print(f"  p99 {ordered[int(len(ordered) * 0.99)] * 1000:.0f} ms, slowest {ordered[-1] * 1000:.0f} ms")
                print(f"memory after that: {resident(process.pid):.0f} MiB")
    print(*lines_of_code(), sep="\n")


async def at_rate(people: list[Person]) -> list[float]:
    """Ask RATE questions a second, each on its own time whether or not the ones before were answered."""
    begun = time.perf_counter()
    asked = []
    for number in range(RATE * SECONDS):
        await asyncio.sleep(max(0.0, begun + number / RATE - time.perf_counter()))
        person = people[number % PEOPLE]
        asked.append(asyncio.create_task(answered(person, QUESTIONS[number % len(QUESTIONS)])))
    return await asyncio.gather(*asked)


def lines_of_code() -> list[str]:
    """Count the lines that are neither empty nor only a comment."""
    found = []
    for name, folders in (("product", ("bot", "handlers", "storage", "config")), ("tests", ("tests",))):
        files = [f for folder in folders for f in (ROOT / folder).rglob("*.py")]
        lines = [x for f in files for x in f.read_text("utf-8").splitlines() if x.strip() and x.strip()[0] != "#"]
        found.append(f"lines of {name} code: {len(lines)} in {len(files)} modules")
    return found


if __name__ == "__main__":
    asyncio.run(main())
