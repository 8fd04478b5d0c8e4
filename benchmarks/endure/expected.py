"""What each guest ought to get, worked out from the files of the day and nothing of the product.

The programme is read as plain YAML; whose session is whose, when it reminds and until when that is of use follow from
what the README and the chat promise. All moments are on the clock of the day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from typing import Any, Final

import yaml

from benchmarks.endure.guests import LUNCH, Diary, Guest, haarlem

NEVER: Final = datetime.max.replace(tzinfo=UTC)
STILL: Final = timedelta(minutes=10)
"""So long after the start of a session its reminder is still of use."""
SURELY: Final = timedelta(minutes=3)
"""What is wanted for so long has to have come; at speed that is a few real seconds."""
EVERYBODYS: Final = frozenset({"plenary", "arrival", "lunch", "drinks"})
"""Kinds of session of whose changes all who are there hear."""
NO_SEAT: Final = frozenset({"arrival", "break", "moving", "lunch", "drinks", "networking"})
"""Kinds of session in which nobody sits down and wants quiet."""


Pijlers = dict[str, tuple[str, ...]]
"""The themagroepen of each pijler, by slug."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session, as the file has it."""

    key: str
    title: str
    kind: str
    start: datetime
    end: datetime | None
    room: str
    holds: str
    prepares: tuple[str, ...]
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Version:
    """The programme as it was from the moment at which its import began, and surely from when that was done."""

    begun: datetime
    done: datetime
    sittings: dict[str, Sitting]
    instead: dict[str, str]


@dataclass(frozen=True, slots=True)
class Window:
    """When a reminder about what starts at ``start`` may come, and when it is wanted.

    ``able``: when a bot runs that can send what is wanted. ``until``: then it is of no use any more, or the reason for
    it is gone. ``must``: it surely has to come before.
    """

    start: datetime
    earliest: datetime
    wanted: datetime
    able: datetime
    until: datetime
    must: bool = False

    def late(self, moment: datetime) -> timedelta:
        """Say how much later than wanted something came, less than nothing when it was early."""
        return min(moment - self.wanted, max(timedelta(), moment - self.able))


@dataclass(frozen=True, slots=True)
class Outage:
    """A time in which no bot ran, killed or stopped in good order.

    ``hands`` are guest and start of the reminders that the dead process had in hand; it had so many ``others``.
    """

    gone: datetime
    back: datetime
    killed: bool
    hands: frozenset[tuple[int, datetime]] = frozenset()
    others: int = 0

    @property
    def in_hand(self) -> int:
        """Count all the messages that the dead process had in hand."""
        return len(self.hands) + self.others


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A time in which nothing changed for a guest: begun at the earliest, at the latest, until, and with what."""

    begun: datetime
    done: datetime
    until: datetime
    own: tuple[Sitting, ...]


def read_version(text: str, begun: datetime, done: datetime) -> Version:
    """Read a programme file as it stands."""
    # Everything stays the word that it is in the file: a time of 16.00 is no number.
    found = yaml.load(text, Loader=yaml.BaseLoader)
    rooms = {room["number"]: room["name"] for room in found["rooms"]}
    sittings = {raw["key"]: _sitting(raw, rooms) for raw in found["sessions"]}
    instead = {raw["group"]: raw["instead"] for raw in found["not_meeting"] if "instead" in raw}
    return Version(begun, done, sittings, instead)


def _sitting(raw: dict[str, Any], rooms: dict[str, str]) -> Sitting:
    start, _, end = raw["time"].partition("-")
    return Sitting(
        key=raw["key"],
        title=raw["title"]["nl"],
        kind=raw["kind"],
        start=_time(start),
        end=_time(end) if end else None,
        room=rooms.get(raw.get("room", ""), ""),
        holds=raw.get("holds", ""),
        prepares=tuple(raw.get("prepares", ())),
        cancelled=raw.get("status") == "cancelled",
    )


def _time(written: str) -> datetime:
    hour, _, minute = written.partition(".")
    return haarlem(int(hour), int(minute or 0))


def read_pijlers(network: str) -> Pijlers:
    """Give the themagroepen of each pijler."""
    groups = yaml.load(network, Loader=yaml.BaseLoader)["groups"]
    pijlers = [group["slug"] for group in groups if group.get("kind") == "pijler"]
    return {slug: tuple(g["slug"] for g in groups if g.get("pijler") == slug) for slug in pijlers}


def own(guest: Guest, version: Version, pijlers: Pijlers) -> frozenset[str]:
    """Give the keys of a guest's own sessions; cancelled ones too."""
    slugs = {slug for group in guest.groups for slug in (group, *pijlers.get(group, ()))}
    keys = {LUNCH} if guest.lunch else set()
    for slug in slugs:
        held = {s.key for s in version.sittings.values() if s.holds == slug}
        prepared = {s.key for s in version.sittings.values() if slug in s.prepares}
        keys |= held or prepared | {key for group, key in version.instead.items() if group == slug}
    return frozenset(keys)


def about(guest: Guest, version: Version, pijlers: Pijlers, start: datetime) -> frozenset[str]:
    """Give the keys of what a reminder about ``start`` has to name."""
    mine = (version.sittings[key] for key in own(guest, version, pijlers))
    return frozenset(s.key for s in mine if s.start == start and not s.cancelled and is_there(guest, s))


def windows(
    guest: Guest,
    diary: Diary,
    versions: Sequence[Version],
    outages: Sequence[Outage],
    pijlers: Pijlers,
    *,
    ended: datetime,
) -> list[Window]:
    """Give when a guest's reminders may and must come; what is wanted only after the play ``ended`` need not."""
    if guest.lead is None or guest.absent:
        return []
    found: list[Window] = []
    stretches = list(_stretches(guest, diary, versions, pijlers))
    for start in sorted({sitting.start for stretch in stretches for sitting in stretch.own}):
        for stretch in stretches:
            then = [s for s in stretch.own if s.start == start and is_there(guest, s)]
            if then:
                found.append(_judged(_window(guest, start, then, stretch), outages, ended))
    return found


def _stretches(guest: Guest, diary: Diary, versions: Sequence[Version], pijlers: Pijlers) -> Iterator[_Stretch]:
    """Give the times in which nothing changed; a change that leaves a guest's own sessions as they were is none."""
    for joined, left in _presences(diary):
        found: list[_Stretch] = []
        for version, after in zip_longest(versions, versions[1:]):
            until = left if after is None else min(after.done, left)
            begun, done = max(version.begun, joined[0]), max(version.done, joined[1])
            sittings = (version.sittings[key] for key in sorted(own(guest, version, pijlers)))
            mine = tuple(sitting for sitting in sittings if not sitting.cancelled)
            if found and _times(found[-1].own) == _times(mine):
                found[-1] = replace(found[-1], until=until)
            elif done < until:
                found.append(_Stretch(begun, done, until, mine))
        yield from found


def _times(sittings: Sequence[Sitting]) -> list[tuple[str, datetime, datetime | None]]:
    return [(sitting.key, sitting.start, sitting.end) for sitting in sittings]


def _presences(diary: Diary) -> list[tuple[tuple[datetime, datetime], datetime]]:
    """Give since when, at the earliest and at the latest, the bot can write to a guest, and until when."""
    if diary.joined is None:
        return []
    found = [(diary.joined, NEVER if diary.blocked is None else diary.blocked[1])]
    return [*found, (diary.returned, NEVER)] if diary.returned is not None else found


def is_there(guest: Guest, sitting: Sitting) -> bool:
    """Say whether a guest is there when a session begins."""
    late = guest.arrives is not None and sitting.start < guest.arrives
    return not late and (guest.leaves is None or sitting.start < guest.leaves)


def _window(guest: Guest, start: datetime, then: Sequence[Sitting], stretch: _Stretch) -> Window:
    lead = timedelta(minutes=guest.lead or 0)
    wanted, earliest = start - lead, start - 2 * lead
    over = max(min(start + STILL, s.end or start + STILL) for s in then)
    if guest.quiet:
        held = wanted
        while (seat := _seat(guest, stretch.own, held, start)) is not None and seat.end is not None:
            held = seat.end
        if held > wanted:
            last = max(s.end or s.start for s in then)
            wanted, earliest, over = held, held, max(over, min(last, held + STILL))
        elif _seat(guest, stretch.own, earliest, start):
            earliest = wanted
    wanted = max(stretch.done, wanted)
    return Window(start, max(stretch.begun, earliest), wanted, wanted, min(stretch.until, over))


def _seat(guest: Guest, mine: Sequence[Sitting], moment: datetime, start: datetime) -> Sitting | None:
    """Give the session that a guest sits in at a moment, other than what starts at ``start``."""
    for s in mine:
        missed = (guest.leaves is not None and s.start >= guest.leaves) or (
            guest.arrives is not None and s.end is not None and s.end <= guest.arrives
        )
        if not missed and s.end and s.kind not in NO_SEAT and s.start != start and s.start <= moment < s.end:
            return s
    return None


def _judged(window: Window, outages: Sequence[Outage], ended: datetime) -> Window:
    """Say whether it has to come; what is wanted while no bot runs can be sent when one runs again."""
    able = window.wanted
    for outage in outages:
        if outage.gone <= able < outage.back:
            able = outage.back
    return replace(window, able=able, must=able + SURELY < min(window.until, ended))
