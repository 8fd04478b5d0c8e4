"""Whether all is ready for a day: each fact that was looked up becomes one line, with what to do about it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.checking.day import alone_of
from bot.checking.findings import Finding, Kind, Severity
from bot.people.access import Grant, groups_of, is_organiser
from bot.programme.model import Programme, State
from bot.reminders.spread import PER_SECOND

CLOSE: Final = 2.0
"""Seconds by which a clock may differ: an answer tells the time in whole seconds, and takes time to come."""
FAR: Final = 30.0
"""Seconds from which on reminders would come noticeably too early or late."""
ROOMY: Final = 500 * 1024 * 1024
TIGHT: Final = 50 * 1024 * 1024
"""Bytes free on the disk: less than the first asks for attention, less than the second stops a day."""
SOON: Final = timedelta(days=1)
"""So long before its start an online session must have its link."""
WAITED: Final = timedelta(minutes=5)
"""A message that is due so long and not sent waits for something."""


class Level(StrEnum):
    """How a line stands."""

    OK = "ok"
    WARN = "warn"
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at, and what to do when it is not right."""

    level: Level
    what: str
    todo: str = ""

    def __str__(self) -> str:
        return f"{self.level.value:<4}  {self.what}" + (f" -> {self.todo}" if self.todo else "")


@dataclass(frozen=True, slots=True)
class Waiting:
    """How the outbox stands: due for long and not sent, failed, and what the pace cannot meet."""

    due: int = 0
    failed: int = 0
    late: int = 0
    paused: bool = False


def published(programme: Programme) -> Line:
    """Say whether anything goes out at all."""
    event = programme.event
    if event.state is State.PUBLISHED:
        return Line(Level.OK, f"programme: {event.key} is published, revision {event.revision}")
    return Line(
        Level.FAIL, f"programme: {event.key} is {event.state.value}", "put state: published in its file and import it"
    )


def findings(found: Sequence[Finding], event: str) -> Line:
    """Say whether the check of the day found something; secretaries have a line of their own here."""
    errors = sum(one.severity is Severity.ERROR for one in found)
    others = sum(one.severity is not Severity.ERROR and one.kind is not Kind.NO_SECRETARY for one in found)
    todo = f"netwerkdag programme check {event}"
    if errors:
        return Line(Level.FAIL, f"day: {_things(errors)} that cannot be so", todo)
    if others:
        return Line(Level.WARN, f"day: {_things(others)} to look at", todo)
    return Line(Level.OK, "day: nothing found that is not right")


def people(programme: Programme, grants: Sequence[Grant]) -> tuple[Line, ...]:
    """Say whether there is an organiser, and for each group that meets somebody who joined."""
    alone = alone_of(programme, groups_of(grants, programme))
    organiser = (
        Line(Level.OK, "organisers: somebody joined")
        if is_organiser(grants)
        else Line(Level.WARN, "organisers: nobody joined", "netwerkdag invite --role organiser")
    )
    if not alone:
        return organiser, Line(Level.OK, "secretaries: each group that meets has somebody who joined")
    todo = f"netwerkdag invite --role secretary --group {alone[0]}"
    return organiser, Line(Level.WARN, f"secretaries: nobody joined for {', '.join(alone)}", todo)


def links(programme: Programme, linked: Collection[int], now: datetime) -> Line:
    """Say whether the online sessions that are still to come have their link."""
    ahead = [s for s in programme.sessions if s.online and s.goes_ahead and now < (s.end or s.start)]
    without = [s for s in ahead if s.id not in linked]
    if not ahead:
        return Line(Level.OK, "links: no online session is ahead")
    if not without:
        return Line(Level.OK, f"links: all {len(ahead)} online sessions have one")
    urgent = any(s.start - now <= SOON for s in without)
    keys = ", ".join(s.key for s in without)
    todo = f"netwerkdag session link {programme.event.key} {without[0].key} URL, or «Zet de link» in the chat"
    return Line(Level.FAIL if urgent else Level.WARN, f"links: none for {keys}", todo)


def clock(whose: str, offset: float | None) -> Line:
    """Say whether a clock agrees with this machine's; ``offset`` is in seconds, None where it was not told."""
    if offset is None:
        return Line(Level.WARN, f"clock: {whose} did not say what time it is", "look at the clock of this machine")
    if abs(offset) <= CLOSE:
        return Line(Level.OK, f"clock: agrees with that of {whose}")
    level = Level.FAIL if abs(offset) >= FAR else Level.WARN
    how = "behind" if offset > 0 else "ahead of"
    return Line(level, f"clock: {abs(offset):.0f} s {how} that of {whose}", "let this machine set its clock (NTP)")


def rehearsal(start: datetime | None, speed: float) -> Line | None:
    """Warn of a clock of one's own."""
    if start is None and speed == 1:
        return None
    return Line(Level.WARN, "clock: CLOCK_START or CLOCK_SPEED is set", "take them away for a real day")


def disk(free: int) -> Line:
    """Say whether there is room on the disk; in bytes."""
    shown = f"disk: {free // 1024 // 1024} MB free"
    if free >= ROOMY:
        return Line(Level.OK, shown)
    return Line(Level.FAIL if free < TIGHT else Level.WARN, shown, "make room")


def outbox(waiting: Waiting) -> tuple[Line, ...]:
    """Say whether messages wait, failed, or cannot all go in time."""
    found: list[Line] = []
    if waiting.paused:
        found.append(Line(Level.WARN, "outbox: paused, nothing goes out", "type /hervat to the bot"))
    if waiting.due:
        found.append(
            Line(Level.WARN, f"outbox: {waiting.due} messages are due and not sent", "is netwerkdag run running?")
        )
    if waiting.failed:
        found.append(Line(Level.WARN, f"outbox: {waiting.failed} messages failed", "netwerkdag status tells why"))
    if waiting.late:
        todo = "nothing, or fewer people per slot; netwerkdag status tells which slot"
        found.append(
            Line(Level.WARN, f"pace: {waiting.late} reminders come late at {PER_SECOND} messages a second", todo)
        )
    return tuple(found) or (Line(Level.OK, "outbox: nothing waits, and all reminders can go in time"),)


def _things(count: int) -> str:
    return "1 thing" if count == 1 else f"{count} things"
