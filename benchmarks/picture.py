"""The picture of a day: how long it takes to lay out, to draw, and to turn into pixels; how large it is.

It ends by itself in some seconds. Run it with: make bench
"""

import asyncio
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.picture.marks import Marks
from bot.picture.svg import Drawing, draw
from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import LANGUAGES, Programme
from bot.timetable import timetable
from config.bundled import network_source, programme_sources
from handlers.services import read_sentences
from handlers.studio import Studio

ROUNDS = 9
CROWD = 20


def median_ms(work: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return statistics.median(took) * 1000


async def pixels(studio: Studio, drawing: Drawing) -> tuple[float, int]:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        png = await studio.png(drawing)
        took.append(time.perf_counter() - begun)
    return statistics.median(took) * 1000, len(png)


async def longest_pause(studio: Studio, drawing: Drawing) -> tuple[float, float]:
    """Draw CROWD pictures and give the seconds that took, and the longest that nothing else could run."""
    begun = last = time.perf_counter()
    longest = 0.0
    work = asyncio.gather(*(studio.png(drawing) for _ in range(CROWD)))
    while not work.done():
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return last - begun, longest


def crowded(programme: Programme, times: int) -> Programme:
    """Give a day with the sessions of this one ``times`` over, five minutes apart."""
    return replace(
        programme,
        sessions=tuple(
            replace(s, key=f"{s.key}-{n}", start=s.start + timedelta(minutes=5 * n), end=s.end)
            for n in range(times)
            for s in programme.sessions
            if s.end is None or s.end - s.start > timedelta(minutes=5 * n)
        ),
    )


async def main() -> None:
    groups = read_network(network_source(), "network.yaml")
    sentences, studio = read_sentences(), Studio()
    begun = time.perf_counter()
    faces = studio.faces
    print(f"reading the font, once: {(time.perf_counter() - begun) * 1000:.0f} ms")
    for key, text in programme_sources().items():
        programme = read_programme(text, f"{key}.yaml", groups)
        day = programme.days[0]
        table = timetable(programme, day)
        marks = Marks(own=frozenset(s.key for s in programme.sessions[::4]), now=programme.sessions[5].start)
        print(f"{key}: layout {median_ms(lambda p=programme, d=day: timetable(p, d)):.2f} ms")
        for language in LANGUAGES:
            words = sentences[language]
            drawings = draw(table, programme, marks, words, faces)
            svg = median_ms(lambda t=table, p=programme, m=marks, w=words: draw(t, p, m, w, faces))
            for number, drawing in enumerate(drawings, start=1):
                took, size = await pixels(studio, drawing)
                print(
                    f"  {language}, picture {number} of {len(drawings)}: {drawing.width}x{drawing.height}, "
                    f"SVG {svg:.1f} ms (all), PNG {took:.0f} ms, {size / 1024:.0f} kB"
                )
    took, pause = await longest_pause(studio, drawings[0])
    print(f"{CROWD} pictures at once: {took:.2f} s; the rest of the bot waited {pause * 1000:.0f} ms at most")
    many = crowded(programme, 12)
    print(f"{len(many.sessions)} sessions on a day: layout {median_ms(lambda: timetable(many, many.days[0])):.1f} ms")


if __name__ == "__main__":
    asyncio.run(main())
