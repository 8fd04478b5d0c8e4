"""`netwerkdag status`: what is planned and sent, and whether all of it can go in time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import click
from sqlalchemy import Connection

from bot.errors import NoEvents
from bot.outbox.model import OutboxState
from bot.programme.choice import event_at
from bot.programme.model import Programme
from bot.reminders.plan import beyond_pace
from bot.reminders.spread import PACE, PER_SECOND, Wish
from bot.wording.names import clock
from handlers.cli.wiring import database, run_async, wiring
from storage import choice_rows, outbox, pauses
from storage import programme as programmes


@dataclass(frozen=True, slots=True)
class Status:
    """How an event stands: who is to be reminded, what became of each message, and what the pace cannot meet.

    ``paused`` is since when nothing goes out, and ``waiting`` how many messages wait for the end of that.
    """

    programme: Programme
    channel: str
    people: int
    messages: Mapping[tuple[OutboxState, str], int]
    late: tuple[Wish, ...]
    paused: datetime | None
    waiting: int


@click.command()
@click.argument("event", required=False)
def status(event: str | None) -> None:
    """Tell how many messages of EVENT are planned, sent and skipped, and whether all reminders can go in time.

    Without EVENT it is the setting EVENT, else the day in progress, else the next, else the last.
    """
    for line in _told(run_async(_status(event))):
        click.echo(line)


async def _status(key: str | None) -> Status:
    settings = wiring().settings()
    async with database() as found:
        key = key or settings.event
        if key is None:
            chosen = event_at(await found.read(programmes.events), datetime.now(UTC))
            if chosen is None:
                raise NoEvents
            key = chosen.key
        programme = await found.read(programmes.load, key)
        return await found.read(look, programme, settings.channel, settings.clock_speed, datetime.now(UTC))


def look(conn: Connection, programme: Programme, channel: str, speed: float, now: datetime) -> Status:
    """Count an event's messages on a channel, and what the pace cannot meet; ``speed`` is that of its clock."""
    chosen = choice_rows.all_choices(conn, programme.event.id, channel)
    late = beyond_pace(programme, chosen, PACE * speed)
    messages = outbox.reasons(conn, programme.event.id, channel)
    paused = pauses.paused_since(conn, programme.event.id)
    waiting = 0 if paused is None else pauses.waiting(conn, programme.event.id, max(now, paused))
    return Status(programme, channel, sum(1 for _, choices in chosen if choices), messages, late, paused, waiting)


def _told(found: Status) -> Iterator[str]:
    event = found.programme.event
    yield f"{event.key}, revision {event.revision}, {event.state.value}"
    yield f"chats with something chosen: {found.people} (channel {found.channel})"
    if found.paused is not None:
        since = found.programme.local(found.paused)
        yield f"PAUSED since {since:%Y-%m-%d %H:%M}: {found.waiting} messages wait; an organiser says /hervat to go on"
    for state in OutboxState:
        by_reason = {reason: n for (its, reason), n in sorted(found.messages.items()) if its is state}
        why = ", ".join(f"{reason}: {n}" for reason, n in by_reason.items() if reason)
        yield f"{state.value}: {sum(by_reason.values())}" + (f" ({why})" if why else "")
    if not found.late:
        yield f"pace: all reminders can be sent in time, at {PER_SECOND} messages a second"
        return
    worst = max(found.late, key=lambda wish: sum(other.about == wish.about for other in found.late))
    count = sum(wish.about == worst.about for wish in found.late)
    yield (
        f"pace: DOES NOT FIT: {len(found.late)} reminders come late at {PER_SECOND} messages a second; "
        f"the most ({count}) are for {clock(worst.about, found.programme)}"
    )
