"""What it costs to plan the reminders and briefs of a day for 300, 3,000 and 30,000 people.

Run from the root of the project: ``python benchmarks/reminders.py``. Each size has a SQLite file and a process of its
own, so that the memory is that of this size alone. Times are of the processor; those of a tick hold everything that
`netwerkdag run` does in it, reading and writing too. It prints tables and judges nothing.
"""

import asyncio
import multiprocessing
import tempfile
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Final

import sqlalchemy as sa

from bot.people.model import Chat, ChatKind, Choices
from bot.programme.model import Programme
from bot.reminders import briefs, plan
from config.settings import Settings
from handlers.clock.planning import HORIZON, Planner
from handlers.services import Services, make_services
from handlers.setup import opened
from storage import chat_rows, choice_rows, outbox, own_day
from storage import programme as programmes

DAY: Final = "haarlem-2023"
EVENING: Final = datetime(2023, 2, 9, 17, 0, tzinfo=UTC)
"""An hour before the briefs of the evening before: all that the day brings is still to come."""
SIZES: Final = (300, 3_000, 30_000)
LEADS: Final = (5, 10, 10, 10, 10, 15, 20, 30, None)
ROUNDS: Final = 3
MIB: Final = 1024


@dataclass(frozen=True)
class Cost:
    """What one size costs: messages, processor seconds, and MiB of resident memory before and at the most."""

    people: int
    messages: int
    reminders: float
    briefs: float
    first: float
    one_choice: float
    longest_wait: float
    nothing: float
    before: float
    most: float


def main() -> None:
    context = multiprocessing.get_context("spawn")
    costs = []
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="netwerkdag-bench-") as folder:
            url = f"sqlite:///{Path(folder) / 'netwerkdag.db'}"
            asyncio.run(fill(url, size))
            with context.Pool(1) as pool:
                costs.append(pool.apply(measured, (url, size)))
    print_table(costs)


def print_table(costs: Iterable[Cost]) -> None:
    rows: list[tuple[str, Callable[[Cost], str]]] = [
        ("people", lambda c: f"{c.people:,}"),
        ("reminders and briefs", lambda c: f"{c.messages:,}"),
        ("working out the reminders, us a person", lambda c: f"{1e6 * c.reminders / c.people:.1f}"),
        ("working out the briefs, us a person", lambda c: f"{1e6 * c.briefs / c.people:.1f}"),
        ("first tick: all is new, s", lambda c: f"{c.first:.2f}"),
        ("  us a person", lambda c: f"{1e6 * c.first / c.people:.0f}"),
        ("tick after one choice, s", lambda c: f"{c.one_choice:.3f}"),
        ("  us a person", lambda c: f"{1e6 * c.one_choice / c.people:.0f}"),
        ("  longest that an answer waited meanwhile, ms", lambda c: f"{1000 * c.longest_wait:.0f}"),
        ("tick when nothing changed, ms", lambda c: f"{1000 * c.nothing:.2f}"),
        ("memory at the most, MiB", lambda c: f"{c.most:.0f}"),
        ("  more than before, KiB a person", lambda c: f"{MIB * (c.most - c.before) / c.people:.1f}"),
    ]
    found = list(costs)
    for name, shown in rows:
        print(f"{name:48}" + "".join(f"{shown(cost):>12}" for cost in found))


async def fill(url: str, size: int) -> None:
    """Let so many people choose something, each their own."""
    chance = Random(40)

    def write(conn: sa.Connection) -> None:
        day = programmes.load(conn, DAY)
        slugs = [group for group in day.groups if day.of_group(group.slug)]
        for number in range(1, size + 1):
            chat, _ = chat_rows.chat_for(
                conn,
                channel="stage",
                address=str(number),
                kind=ChatKind.PRIVATE,
                telegram_language="nl",
                now=EVENING,
            )
            for group in chance.sample(slugs, chance.randint(1, 4)):
                choice_rows.follow(conn, chat.id, group.id, EVENING)
            chat_rows.set_lead(conn, chat.id, chance.choice(LEADS))
            if not number % 10:
                own_day.set_quiet(conn, chat.id, quiet=True)

    async with opened(url, EVENING) as database:
        await database.write(write)


def measured(url: str, size: int) -> Cost:
    """Measure one size; runs in a process of its own."""
    return asyncio.run(_measured(url, size))


async def _measured(url: str, size: int) -> Cost:
    async with opened(url, EVENING) as database:
        settings = Settings(channel="stage", event=DAY, _env_file=None)
        services = make_services(database=database, clock=lambda: EVENING, catalogue={}, settings=settings)
        day = await services.programmes.of(DAY)
        before = resident()
        planner = Planner(services, lambda: None)
        first = await spent(planner.tick)
        nothing = min([await spent(planner.tick) for _ in range(ROUNDS)])
        choices = [await one_choice(services, planner, number) for number in range(1, ROUNDS + 1)]
        most = resident()
        messages = len(await database.read(outbox.planned_for, day.event.id, "stage"))
        chosen = await database.read(choice_rows.all_choices, day.event.id, "stage")
    return Cost(
        people=size,
        messages=messages,
        reminders=timed(lambda: reminders(day, chosen)),
        briefs=timed(lambda: evening(day, chosen)),
        first=first,
        one_choice=min(seconds for seconds, _ in choices),
        longest_wait=max(wait for _, wait in choices),
        nothing=nothing,
        before=before,
        most=most,
    )


async def one_choice(services: Services, planner: Planner, number: int) -> tuple[float, float]:
    """Let one person choose another lead and plan; give processor seconds, and the longest hold-up of the loop."""
    await services.database.write(chat_rows.set_lead, number, 25)
    services.planned.set()
    held_up: list[float] = []
    watching = asyncio.create_task(watch(held_up))
    seconds = await spent(planner.tick)
    watching.cancel()
    return seconds, max(held_up, default=0.0)


async def watch(held_up: list[float]) -> None:
    """Note how much later than asked for the loop comes back."""
    while True:
        asked = perf_counter()
        await asyncio.sleep(0.001)
        held_up.append(perf_counter() - asked - 0.001)


async def spent(work: Callable[[], Awaitable[object]]) -> float:
    """Give the seconds of processor that some work takes, all threads together."""
    start = process_time()
    await work()
    return process_time() - start


def reminders(day: Programme, chosen: tuple[tuple[Chat, Choices], ...]) -> None:
    deque(plan.due(day, chosen, now=EVENING, until=EVENING + HORIZON), maxlen=0)


def evening(day: Programme, chosen: tuple[tuple[Chat, Choices], ...]) -> None:
    deque(briefs.due(day, chosen, now=EVENING, until=EVENING + timedelta(hours=2)), maxlen=0)


def timed(work: Callable[[], None]) -> float:
    """Give the least seconds of processor that some work takes."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def resident() -> float:
    """Give the most resident memory that this process had so far, in MiB."""
    # What getrusage tells begins with the memory of the process that started this one.
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / MIB for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main()
