"""What the chats hold against what was expected: the faults, and the figures."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from benchmarks.endure.expected import Outage, Pijlers, Window, about, read_pijlers, windows
from benchmarks.endure.guests import Guest
from benchmarks.endure.news import untold
from benchmarks.endure.play import BRIEFS, Played
from benchmarks.endure.reading import ZONE, Chat, Reminder, in_force, read_chat
from benchmarks.endure.world import outcome
from config.bundled import network_source

SOON: Final = 15.0
"""Real seconds after a stop or kill in which what waited goes out."""
AGAIN: Final = timedelta(minutes=6)
"""So long after a kill what was in hand surely has come again, marked: a lease runs out, and that at speed."""
IN_HAND: Final = 12
"""So many messages at most are in the hands of one process."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How late, in real seconds, a reminder may be: usually, and soon after a time in which no bot ran.

    What has become news goes before reminders: at 40 times the real pace some 130 such messages are 4.5 real seconds
    of Telegram's pace, and minutes of the day. ``brief``: how late a brief may be; all are wanted at the same minute.
    """

    usual: float = 5.0
    after_outage: float = 14.0
    brief: float = 16.0


@dataclass(frozen=True, slots=True)
class Lag:
    """How much later than wanted something came, in real seconds and on the clock of the day."""

    seconds: float = 0.0
    of_the_day: timedelta = timedelta()


@dataclass
class Verdict:
    """The faults, in words, and the figures.

    ``doubles`` are counted for each kill. ``usual`` are the lags of what nothing disturbed, ``late`` those of what came
    soon after a stop or kill, ``again`` those of what was in hand at a kill.
    """

    faults: list[str] = field(default_factory=list)
    expected: int = 0
    reminders: list[Reminder] = field(default_factory=list)
    answers: int = 0
    news: int = 0
    doubles: list[int] = field(default_factory=list)
    earliest: timedelta = timedelta()
    usual: list[Lag] = field(default_factory=list)
    late: list[Lag] = field(default_factory=list)
    again: list[Lag] = field(default_factory=list)
    briefs: list[Lag] = field(default_factory=list)


def judged(played: Played, bounds: Bounds | None = None) -> Verdict:
    """Compare; without bounds a message is in time as long as it is of use."""
    verdict = Verdict()
    pijlers = read_pijlers(network_source())
    world, people = played.world, played.world.stage.people
    came: set[tuple[int, datetime]] = set()
    for guest in played.guests:
        diary = played.diaries[guest.number]
        messages = people[guest.number].messages if guest.number in people else ()
        chat = read_chat(guest, messages, world.versions, pijlers)
        allowed = windows(guest, diary, world.versions, world.outages, pijlers, ended=played.ended)
        faults = [*diary.troubles, *(f"got what nobody understands: {head}" for head in chat.strange)]
        faults += _briefs(guest, chat, played, verdict, bounds)
        faults += _reminders(guest, chat, allowed, played, verdict, bounds, pijlers)
        able = max((outage.back for outage in world.outages), default=played.ended)
        faults += untold(guest, diary, chat.news, world.versions, pijlers, ended=played.ended, able=able)
        verdict.news += len(chat.news)
        verdict.faults += [f"guest {guest.number}: {fault}" for fault in faults]
        verdict.answers += chat.answers
        came |= {(guest.number, start) for start, several in _by_start(chat).items() if len(several) > 1}
    for kill in (outage for outage in world.outages if outage.killed):
        verdict.doubles.append(len(kill.hands & came))
        if kill.in_hand > IN_HAND:
            verdict.faults.append(f"{kill.in_hand} were in hand at the kill of {_clock(kill.gone)}")
    verdict.faults += [f"{call.method} was refused by 429" for call in world.stage.calls if call.status == 429]
    verdict.faults += [f"the bot's log: {x}" for x in world.log.splitlines() if "ERROR" in x or "Traceback" in x]
    return verdict


def _briefs(guest: Guest, chat: Chat, played: Played, verdict: Verdict, bounds: Bounds | None) -> Iterator[str]:
    """Say what is wrong with the brief of the evening before."""
    joined = played.diaries[guest.number].joined
    wanted = not guest.absent and joined is not None and joined[1] < BRIEFS
    if len(chat.briefs) != wanted:
        yield f"{len(chat.briefs)} briefs instead of {int(wanted)}"
    for at in chat.briefs:
        lag = _lag(at - BRIEFS, played, at)
        verdict.briefs.append(lag)
        if at < BRIEFS - _blur(played, at) or (bounds is not None and lag.seconds > bounds.brief):
            yield f"the brief came at {at:%H.%M.%S}"


def _reminders(  # noqa: PLR0917 - what is compared with what, and where to count
    guest: Guest,
    chat: Chat,
    allowed: Sequence[Window],
    played: Played,
    verdict: Verdict,
    bounds: Bounds | None,
    pijlers: Pijlers,
) -> Iterator[str]:
    """Say what is wrong with the reminders."""
    got = _by_start(chat)
    verdict.reminders += chat.reminders
    for start in sorted({window.start for window in allowed if window.must}):
        verdict.expected += 1
        if start not in got:
            kept = outcome(played.world.database, guest.number, start)
            yield f"nothing about {_clock(start)}, lead {guest.lead}; in the outbox: {kept}"
    for start, reminders in got.items():
        hands = [outage for outage in played.world.outages if (guest.number, start) in outage.hands]
        if len(reminders) > 1 + len(hands):
            yield f"{reminders[-1]} came {len(reminders)} times, and was {len(hands)} times in hand at a kill"
        of_use = max((window.until for window in allowed if window.start == start), default=start)
        for outage in hands:
            # What had not left comes once, later. Who wants quiet may sit in a session by then.
            left = any(reminder.at <= outage.gone for reminder in reminders)
            again = any(reminder.marked for reminder in reminders)
            if left and outage.back + AGAIN < of_use and not guest.quiet and not again:
                yield f"{reminders[0]} did not come again, and was in hand at the kill of {_clock(outage.gone)}"
        for number, reminder in enumerate(reminders):
            yield from _untrue(guest, reminder, played, pijlers)
            if number and not reminder.marked:
                yield f"{reminder} came twice and does not say so"
            if reminder.marked and not hands:
                yield f"{reminder} says that it came twice, and was not in hand at any kill"
            windows_of = [window for window in allowed if window.start == start]
            yield from _out_of_time(reminder, windows_of, played, verdict, bounds, in_hand=bool(hands))


def _out_of_time(
    reminder: Reminder,
    allowed: Sequence[Window],
    played: Played,
    verdict: Verdict,
    bounds: Bounds | None,
    *,
    in_hand: bool,
) -> Iterator[str]:
    """Say what is wrong with the moment at which a reminder came, and count its lag."""
    blur = _blur(played, reminder.at)
    fitting = [w for w in allowed if w.earliest - blur <= reminder.at <= w.until + blur]
    if not fitting:
        spans = (f"{_clock(w.earliest)} to {_clock(w.until)}" for w in allowed)
        yield f"{reminder} was not to come then, but {' or '.join(spans) or 'never'}"
        return
    lag = _lag(min((window.late(reminder.at) for window in fitting), key=abs), played, reminder.at)
    verdict.earliest = max(verdict.earliest, -lag.of_the_day)
    if reminder.marked or (in_hand and lag.seconds > 0):
        # It comes when the lease of the dead process has run out, and that is within what it is of use.
        verdict.again.append(lag)
        return
    soon = any(_is_soon(reminder.at, outage, played) for outage in played.world.outages)
    (verdict.late if soon else verdict.usual).append(lag)
    if bounds is not None and lag.seconds > (bounds.after_outage if soon else bounds.usual):
        yield f"{reminder} came {lag.seconds:.1f} real seconds late"


def _untrue(guest: Guest, reminder: Reminder, played: Played, pijlers: Pijlers) -> Iterator[str]:
    """Say what a reminder tells that is not so."""
    blur = _blur(played, reminder.at)
    versions = in_force(played.world.versions, reminder.at, blur)
    right = [about(guest, version, pijlers, reminder.start) for version in versions]
    joined = played.diaries[guest.number].joined
    choosing = joined is not None and reminder.at <= joined[1] + blur
    if reminder.keys not in right and not (choosing and reminder.keys and reminder.keys < right[-1]):
        yield f"{reminder} is about {sorted(reminder.keys)} and not about {sorted(right[-1])}"
    for key in reminder.keys:
        rooms = [version.sittings[key].room for version in versions]
        if not any(room.casefold() in reminder.text.casefold() for room in rooms):
            yield f"{reminder} does not say that {key} is in {rooms[-1]}"
    if reminder.begun != (reminder.at >= reminder.start) and abs(reminder.at - reminder.start) > blur:
        yield f"{reminder} is wrong about whether it has begun"


def _by_start(chat: Chat) -> dict[datetime, list[Reminder]]:
    found: dict[datetime, list[Reminder]] = defaultdict(list)
    for reminder in chat.reminders:
        found[reminder.start].append(reminder)
    return found


def _is_soon(at: datetime, outage: Outage, played: Played) -> bool:
    return outage.back <= at < outage.back + timedelta(seconds=SOON * played.world.speed_at(at))


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(ZONE):%H.%M.%S}"


def _lag(late: timedelta, played: Played, at: datetime) -> Lag:
    return Lag(late.total_seconds() / played.world.speed_at(at), late)


def _blur(played: Played, at: datetime) -> timedelta:
    """Give what a moment may be off: dates are whole seconds, and both clocks were set within half a real one."""
    return timedelta(seconds=1 + played.world.speed_at(at) / 2)
