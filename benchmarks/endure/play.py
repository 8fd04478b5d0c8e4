"""Playing a script: guests come in, the programme changes, the power fails, and the day goes on."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.endure.expected import read_version
from benchmarks.endure.guests import FIRST, Diary, Guest, come_in, crowd, haarlem
from benchmarks.endure.reading import ZONE
from benchmarks.endure.scripts import Change, Cut, Leg, Script
from benchmarks.endure.world import DAY, World, waiting
from config.bundled import programme_sources
from handlers.stage.flood import TokenBuckets
from handlers.stage.serving import serving
from handlers.stage.stage import Stage

AHEAD: Final = timedelta(seconds=10)
"""So much of the day passes while the bot is stopped in good order and started again."""
SLOW: Final = 4.0
"""The speed after a kill with an immediate restart, as long as what the dead process had in hand is leased to it."""
LEASED: Final = 60.0
"""Real seconds after which nothing is leased to a dead process any more, and tried again."""
BRIEFS: Final = haarlem(19, 0, day=9)
"""When the briefs of the evening before go out."""
BURST: Final = timedelta(minutes=8)
"""So long many messages take that are wanted together, whatever the speed."""
LAST: Final = 20.0
"""Real seconds in which what is due at the end must go out."""


@dataclass(frozen=True)
class Played:
    """What is left of a day: the world with its stage, the guests, and what they really did."""

    world: World
    script: Script
    guests: tuple[Guest, ...]
    diaries: dict[int, Diary]
    ended: datetime


@asynccontextmanager
async def played(script: Script, chance: Random, say: Callable[[str], None]) -> AsyncIterator[Played]:
    """Play a script, and give what is left while its folder is still there."""
    stage = Stage(flood=TokenBuckets())
    with tempfile.TemporaryDirectory(prefix="netwerkdag-endure-") as folder:
        async with serving(stage) as address:
            world = World(stage, address, Path(folder))
            try:
                yield await _Play(world, script, crowd(script.guests, chance), say).all()
            finally:
                await world.close()


class _Play:
    def __init__(self, world: World, script: Script, guests: tuple[Guest, ...], say: Callable[[str], None]) -> None:
        self._world = world
        self._script = script
        self._guests = guests
        self._tell = say
        self._diaries = {guest.number: Diary() for guest in guests}
        self._text = programme_sources()[DAY]
        self._talking: list[asyncio.Task[None]] = []

    async def all(self) -> Played:
        script, world = self._script, self._world
        opening, legs = script.opening, script.legs
        world.versions.append(read_version(self._text, opening.start, opening.start))
        await world.start(opening.start, opening.speed)
        await self._guests_come()
        await self._go_on(legs[0], jump=True)
        happenings: list[tuple[datetime, Callable[[], Awaitable[None]]]] = [
            *((leg.start, partial(self._go_on, leg)) for leg in legs[1:]),
            *((change.at, partial(self._change, change)) for change in script.changes),
            *((cut.at, partial(self._cut, cut)) for cut in script.cuts),
            *((guest.walks_in, partial(self._walk_in, guest)) for guest in self._guests if guest.walks_in),
            *((guest.blocks, partial(self._block, guest)) for guest in self._guests if guest.blocks),
            *((guest.returns, partial(self._return, guest)) for guest in self._guests if guest.returns),
        ]
        for moment, happen in sorted(happenings, key=lambda pair: pair[0]):
            if moment < script.end:
                await world.until(moment)
                await happen()
        await world.until(script.end)
        ended = world.now()
        await self._nothing_waits(LAST)
        await asyncio.gather(*self._talking)
        await world.stop()
        return Played(world, script, self._guests, self._diaries, ended)

    def _say(self, words: str) -> None:
        self._tell(f"{self._world.now().astimezone(ZONE):%a %H.%M.%S}  {words}")

    async def _guests_come(self) -> None:
        """Let all but those who walk in on the day come in, so many a second, and get their briefs."""
        coming = [guest for guest in self._guests if guest.walks_in is None]
        self._say(f"{len(coming)} guests come in")
        tasks = []
        for guest in coming:
            tasks.append(asyncio.create_task(self._come(guest)))
            await asyncio.sleep(1 / self._script.arriving)
        await asyncio.gather(*tasks)
        self._say("all are in")
        if self._script.opening.start < BRIEFS:
            await self._world.until(BRIEFS + BURST)

    async def _come(self, guest: Guest) -> None:
        diary, begun = self._diaries[guest.number], self._world.now()
        person = self._world.stage.person(guest.number, f"Gast {guest.number - FIRST + 1}", started=False)
        try:
            await come_in(guest, person)
        except TimeoutError as error:
            diary.troubles.append(str(error))
        diary.joined = begun, self._world.now()

    async def _go_on(self, leg: Leg, *, jump: bool = False) -> None:
        await self._talked()
        ahead = leg.start - self._world.now() if jump else AHEAD
        await self._world.change_speed(leg.speed, ahead)
        self._say(f"on at {leg.speed:g} times the real pace")

    async def _change(self, change: Change) -> None:
        self._text = change.edit(self._text)
        await self._world.bring(self._text)
        self._say(change.what)

    async def _cut(self, cut: Cut) -> None:
        """Kill the bot once the messages have gone out, or are not coming; then let it start again."""
        before, speed = self._sent(), self._world.speeds[-1][1]
        with suppress(TimeoutError):
            await self._world.stage.until(lambda _: self._sent() >= before + cut.after, BURST.total_seconds() / speed)
        lasts_not = cut.lasts < timedelta(seconds=LEASED)
        outage = await self._world.cut(cut.lasts, SLOW if lasts_not else speed)
        self._say(f"kill -9 at {outage.gone.astimezone(ZONE):%H.%M.%S}, {outage.in_hand} in hand; back")
        if lasts_not:
            await asyncio.sleep(LEASED if outage.in_hand else 0)
            await self._world.change_speed(speed, AHEAD)
            self._say(f"on at {speed:g} times the real pace")

    def _sent(self) -> int:
        return len(self._world.stage.called("sendMessage"))

    async def _walk_in(self, guest: Guest) -> None:
        self._talking.append(asyncio.create_task(self._come(guest)))

    async def _block(self, guest: Guest) -> None:
        begun = self._world.now()
        await self._world.stage.people[guest.number].block()
        self._diaries[guest.number].blocked = begun, self._world.now()

    async def _return(self, guest: Guest) -> None:
        begun = self._world.now()
        person = self._world.stage.people[guest.number]
        last = len(person.messages)
        await person.start()

        async def welcomed() -> None:
            await person.chat.until(lambda chat: any(m.from_bot for m in chat.messages[last:]), LEASED)
            self._diaries[guest.number].returned = begun, self._world.now()

        self._talking.append(asyncio.create_task(welcomed()))

    async def _talked(self) -> None:
        """Let who is talking finish: nobody is cut short by a mere change of pace."""
        await asyncio.gather(*self._talking)
        self._talking.clear()

    async def _nothing_waits(self, seconds: float) -> None:
        """Wait until all that is due has gone out."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while waiting(self._world.database, self._world.now()):  # noqa: ASYNC110 - another process empties it
                    await asyncio.sleep(0.2)
