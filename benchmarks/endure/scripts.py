"""What happens on the day: at which speed it is played, what changes in the programme, and when the power fails."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from benchmarks.endure.guests import haarlem


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """From ``start`` on the day runs at ``speed``."""

    start: datetime
    speed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Another version of the programme: ``edit`` makes its file from the one before."""

    at: datetime
    what: str
    edit: Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A kill -9 from ``at`` on, as soon as ``after`` more messages have gone out; the bot is back after ``lasts``."""

    at: datetime
    lasts: timedelta
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A play: how many guests, who come in during ``opening``, ``arriving`` a real second, and the day until ``end``.

    What lies between the opening and the first of ``legs`` is left out.
    """

    guests: int
    arriving: float
    opening: Leg
    legs: tuple[Leg, ...]
    changes: tuple[Change, ...]
    cuts: tuple[Cut, ...]
    end: datetime


def rooms_swapped(one: str, other: str) -> Callable[[str], str]:
    """Let two sessions change rooms."""

    def edit(text: str) -> str:
        first, second = (_fact(text, key, "room") for key in (one, other))
        return _with(_with(text, one, "room", second), other, "room", first)

    return edit


def moved(key: str, time: str) -> Callable[[str], str]:
    """Let a session begin and end at other times."""
    return lambda text: _with(text, key, "time", time)


def cancelled(key: str) -> Callable[[str], str]:
    """Let a session not go ahead."""

    def edit(text: str) -> str:
        head, session = _parts(text, key)
        return f"{head}    status: cancelled\n{session}"

    return edit


def whole_day(chance: Random, guests: int) -> Script:
    """Make the day from the evening before to the drinks: kills in three bursts and at a random moment."""

    def some() -> int:
        return chance.randint(guests // 10, guests // 3)

    return Script(
        guests=guests,
        arriving=4.0,
        opening=Leg(start=haarlem(18, 28, day=9), speed=20),
        legs=(
            Leg(start=haarlem(9, 20), speed=120),
            Leg(start=haarlem(9, 45), speed=40),
            Leg(start=haarlem(10, 32), speed=120),
            Leg(start=haarlem(11, 0), speed=40),
            Leg(start=haarlem(11, 52), speed=120),
            Leg(start=haarlem(12, 15), speed=40),
            Leg(start=haarlem(12, 55), speed=120),
            Leg(start=haarlem(13, 15), speed=40),
            Leg(start=haarlem(15, 12), speed=120),
        ),
        changes=(
            Change(
                at=haarlem(11, 17),
                what="Woningmarkt and Leefomgeving change rooms",
                edit=rooms_swapped("woningmarkt", "leefomgeving"),
            ),
            Change(
                at=haarlem(13, 28),
                what="Slimme verstedelijking begins at 14.10",
                edit=moved("slimme-verstedelijking", "14.10-15.00"),
            ),
            Change(at=haarlem(14, 38), what="Financiën is cancelled", edit=cancelled("financien")),
        ),
        cuts=(
            Cut(at=haarlem(11, 22), after=some(), lasts=timedelta(minutes=2)),
            Cut(at=haarlem(12, 20) + timedelta(seconds=chance.randrange(1800)), lasts=timedelta(minutes=1)),
            Cut(at=haarlem(13, 38), after=some(), lasts=timedelta(seconds=3)),
            Cut(at=haarlem(14, 43), after=some(), lasts=timedelta(minutes=15)),
        ),
        end=haarlem(16, 5),
    )


def one_morning(chance: Random, guests: int) -> Script:
    """Make the hour before 11.40 with a few guests, for a test."""
    return Script(
        guests=guests,
        arriving=8.0,
        opening=Leg(start=haarlem(9, 30), speed=1),
        legs=(Leg(start=haarlem(11, 24), speed=25),),
        changes=(
            Change(
                at=haarlem(11, 25),
                what="Woningmarkt and Leefomgeving change rooms",
                edit=rooms_swapped("woningmarkt", "leefomgeving"),
            ),
            Change(
                at=haarlem(11, 33),
                what="Wonen, welzijn en zorg begins at 11.45",
                edit=moved("wonen-welzijn-zorg", "11.45-12.40"),
            ),
        ),
        cuts=(
            Cut(at=haarlem(11, 26), after=chance.randint(2, 5), lasts=timedelta(minutes=1)),
            Cut(at=haarlem(11, 32), lasts=timedelta(minutes=1)),
        ),
        end=haarlem(11, 39),
    )


def _parts(text: str, key: str) -> tuple[str, str]:
    """Give the file up to and with the line that begins a session, and the rest."""
    begin = f"  - key: {key}\n"
    head, found, rest = text.partition(begin)
    if not found:
        raise LookupError(key)
    return head + found, rest


def _fact(text: str, key: str, name: str) -> str:
    _, rest = _parts(text, key)
    return rest.partition(f"    {name}: ")[2].partition("\n")[0]


def _with(text: str, key: str, name: str, value: str) -> str:
    head, rest = _parts(text, key)
    before, _, after = rest.partition(f"    {name}: ")
    return f"{head}{before}    {name}: {value}\n{after.partition(chr(10))[2]}"
