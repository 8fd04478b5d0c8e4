"""Play the whole day and say what it came to: `make endure`, or with the seed of an earlier run as argument.

What is real: the bot, in a process of its own on a SQLite file, with `kill -9`; the command line that imports changed
programmes beside it; Telegram's HTTP, flood limits and a delay of 0.15 s an answer, by the local Bot API; what the
guests do, in the chat.

What is compressed: the clock of the day, which runs 20 to 120 times as fast as the real one and leaves the night out.
Between two paces the bot is stopped in good order and started again. A power cut takes as much of the day as it says
and no real time: the clock is put ahead and leases back. One kill is followed by a start at once, and then the day
runs slowly until the lease of what was in hand has run out by itself. Telegram's pace is not compressed: at 40 times
the real pace 300 messages, ten real seconds, take almost seven minutes of the day, and the bot, which knows its speed,
begins so much earlier. So "in time" is told twice: in real seconds, which is what the machine and the pace make of
it, and in time of the day.
"""

import asyncio
import signal
import sys
import time
from random import Random
from typing import Final

from benchmarks.endure.judge import Bounds, Lag, Verdict, judged
from benchmarks.endure.play import Played, played
from benchmarks.endure.scripts import whole_day

GUESTS: Final = 300
SHOWN: Final = 20
"""Faults that are told one by one."""


async def main(seed: int) -> int:
    task = asyncio.current_task()
    assert task is not None
    # Who ends this program ends its bot too.
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    print(f"seed {seed}: `make endure SEED={seed}` plays the same day", flush=True)
    chance = Random(seed)
    begun = time.monotonic()
    async with played(whole_day(chance, GUESTS), chance, lambda line: print(line, flush=True)) as day:
        verdict = judged(day, Bounds())
        print_figures(day, verdict, time.monotonic() - begun)
    for fault in verdict.faults[:SHOWN]:
        print("WRONG:", fault)
    if len(verdict.faults) > SHOWN:
        print(f"WRONG: and {len(verdict.faults) - SHOWN} more")
    return 1 if verdict.faults else 0


def print_figures(day: Played, verdict: Verdict, seconds: float) -> None:
    kills = [outage for outage in day.world.outages if outage.killed]
    marked = sum(reminder.marked for reminder in verdict.reminders)
    rows: list[tuple[str, object]] = [
        ("guests", len(day.guests)),
        ("reminders received, and of those expected for certain", f"{len(verdict.reminders)}, {verdict.expected}"),
        ("  of which said that the session had begun", sum(reminder.begun for reminder in verdict.reminders)),
        ("briefs; the last one after 19.00", f"{len(verdict.briefs)}; {longest(verdict.briefs)}"),
        ("answers to what guests asked or set", verdict.answers),
        ("reminders in hand at each kill", ", ".join(str(len(kill.hands)) for kill in kills)),
        ("doubles after each kill, all marked", ", ".join(map(str, verdict.doubles))),
        ("marked and came once, as nobody could know", marked - sum(verdict.doubles)),
        ("earliest before the wanted moment", f"{verdict.earliest.total_seconds() / 60:.1f} minutes of the day"),
        ("longest lag, undisturbed", longest(verdict.usual)),
        ("longest lag soon after a stop or kill", longest(verdict.late)),
        ("longest lag of what came again, or perhaps again", longest(verdict.again)),
        ("messages refused by 429", sum(call.status == 429 for call in day.world.stage.calls)),
        ("wrong", len(verdict.faults)),
        ("run time", f"{seconds / 60:.1f} minutes"),
    ]
    print()
    for name, value in rows:
        print(f"{name:58} {value}")


def longest(lags: list[Lag]) -> str:
    found = max(lags, key=lambda lag: lag.seconds, default=Lag())
    return f"{found.seconds:.1f} real seconds, {found.of_the_day.total_seconds() / 60:.1f} minutes of the day"


if __name__ == "__main__":
    given = int(sys.argv[1]) if len(sys.argv) > 1 else Random().randrange(1_000_000)
    try:
        sys.exit(asyncio.run(main(given)))
    except asyncio.CancelledError:
        sys.exit("stopped")
