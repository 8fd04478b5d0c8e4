"""Those who come, and how they come in: through the chat, as people do."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from handlers.stage.messages import Message
from handlers.stage.people import Person

FIRST: Final = 5_000
"""The number of the first guest; the others follow."""
PIJLERS: Final = ("sociaal", "fysiek", "economie-en-werk")
MORNING: Final = ("mkb", "woningmarkt", "wonen-welzijn-zorg", "leefomgeving", "veiligheid")
NOON: Final = ("interbestuurlijke-samenwerking", "sterke-keten", "slimme-verstedelijking", "zorg-jeugd-onderwijs")
AFTERNOON: Final = ("europa", "vitale-binnensteden", "financien", "duurzaamheid", "asiel")
LEADS: Final = (5, 10, 10, 10, 10, 10, 10, 15, 15, 20, 30)
LUNCH: Final = "lunch-ab"
BREATH: Final = 1.2
"""Real seconds between two things that one guest does."""
PATIENCE: Final = 90.0
"""Real seconds that a guest waits for an answer: a bot that was killed answers late."""


def haarlem(hour: int, minute: int = 0, day: int = 10) -> datetime:
    """Give a moment of the day by the clocks of Haarlem; in February they are an hour ahead of UTC."""
    return datetime(2023, 2, day, hour - 1, minute, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who comes, and what they want.

    ``groups`` are slugs; ``kept`` says whether the lunch is asked for besides. ``lead`` is in minutes, None for no
    reminders. ``arrives`` and ``leaves`` are what they say of it, ``absent`` that they say they are not there.
    ``walks_in``: they open the bot only then, on the day. ``blocks`` and ``returns``: when they shut the bot out and
    start it again.
    """

    number: int
    groups: tuple[str, ...]
    lead: int | None = 10
    lunch: bool = False
    quiet: bool = False
    arrives: datetime | None = None
    leaves: datetime | None = None
    absent: bool = False
    walks_in: datetime | None = None
    blocks: datetime | None = None
    returns: datetime | None = None


@dataclass(slots=True)
class Diary:
    """When a guest really did things, on the clock of the day: before and after each."""

    joined: tuple[datetime, datetime] | None = None
    blocked: tuple[datetime, datetime] | None = None
    returned: tuple[datetime, datetime] | None = None
    troubles: list[str] = field(default_factory=list)


def crowd(count: int, chance: Random) -> tuple[Guest, ...]:
    """Make so many guests; of every hundred some are quiet, come late, leave early, stay away, walk in or block."""
    return tuple(_guest(FIRST + place, place % 100, chance) for place in range(count))


def _guest(number: int, kind: int, chance: Random) -> Guest:
    groups = [chance.choice(slot) for slot in (MORNING, NOON, AFTERNOON) if chance.random() < 0.9]
    if chance.random() < 0.3 or not groups:
        groups.insert(0, chance.choice(PIJLERS))
    lead = chance.choice(LEADS)
    match kind:
        case 1 | 11 | 21 | 31 | 41 | 51:
            return Guest(number=number, groups=tuple(groups), lead=lead, quiet=True)
        case 2 | 22 | 42:
            return Guest(number=number, groups=tuple(groups), lead=lead, arrives=haarlem(11))
        case 3 | 23 | 43:
            return Guest(number=number, groups=tuple(groups), lead=lead, leaves=haarlem(14, 30))
        case 4 | 44:
            return Guest(number=number, groups=tuple(groups), absent=True)
        case 5 | 25:
            return Guest(number=number, groups=tuple(groups), lead=None)
        case 6 | 26 | 46 | 66 | 86:
            moment = haarlem(11, 10) + timedelta(minutes=chance.randrange(200))
            return Guest(number=number, groups=tuple(groups), walks_in=moment)
        case 7 | 27:
            return Guest(number=number, groups=tuple(groups), lead=lead, blocks=haarlem(11, chance.randrange(1, 40)))
        case 8 | 28:
            away, back = haarlem(12, 45), haarlem(14, 20)
            return Guest(number=number, groups=tuple(groups), lead=lead, blocks=away, returns=back)
        case _:
            return Guest(number=number, groups=tuple(groups), lead=lead, lunch=chance.random() < 0.15)


async def come_in(guest: Guest, person: Person) -> None:
    """Open the bot by the link of a group, follow others by theirs, and set what is wanted otherwise."""
    for slug in guest.groups:
        await _answer(person, "U volgt", f"/start volg_{slug}")
    if guest.lead != 10 or guest.quiet:
        await _settings(guest, person)
    if guest.lunch:
        found = await _answer(person, "Lunch", "hoe laat is de lunch?")
        await asyncio.sleep(BREATH)
        label = next(label for row in found.labels for label in row if label.startswith("Herinner mij aan"))
        await (await person.press(found, label)).answer(PATIENCE)
    if guest.arrives is not None:
        await _answer(person, "U komt", "ik kom om 11.00")
    if guest.leaves is not None:
        await _answer(person, "U gaat", "ik ga om 14.30 weg")
    if guest.absent:
        await _answer(person, "U bent er niet", "ik ben er niet")


async def _settings(guest: Guest, person: Person) -> None:
    shown = await _answer(person, "Instellingen", "/instellingen")
    wanted = "Geen herinneringen" if guest.lead is None else f"{guest.lead} minuten vooraf"
    presses = ["Herinnering wijzigen", *([wanted] if guest.lead != 10 else [])]
    for label in [*presses, *(["Stil terwijl ik in een sessie zit"] if guest.quiet else [])]:
        await asyncio.sleep(BREATH)
        await person.press(shown, label)
        shown = await person.edited(shown, PATIENCE)


async def _answer(person: Person, head: str, text: str) -> Message:
    """Say something and wait for the answer that begins with ``head``; reminders may come in between."""
    await asyncio.sleep(BREATH)
    last = max((message.id for message in person.messages), default=0)
    await person.send(text)

    def found() -> Message | None:
        return next((m for m in person.messages if m.id > last and m.from_bot and m.text.startswith(head)), None)

    return await person.chat.changed.until(found, PATIENCE, f"answer «{head}» for guest {person.id}")
