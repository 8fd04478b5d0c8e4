"""Who gave any sign for a day, though they chose nothing and it is not known whether they come."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.people.model import Chat, ChatKind, Choices, Stay
from bot.programme.model import State
from storage import chat_rows, choice_rows
from storage.tables import changes, chats, events

CAME_BY: Final = Choices(stay=Stay(came_by=True))


def everybody(conn: Connection, event_id: int, channel: str) -> tuple[tuple[Chat, Choices], ...]:
    """Give every chat of a channel that can be written to and may come: all that chose or attend, and who came by.

    People come by who wrote to the bot since the programme of the day was first here and the day before it was over,
    and who are new since that day was over. So somebody of an earlier day who never came back is left in peace. A
    group gets what its administrators chose, and does not come by.
    """
    chosen = choice_rows.all_choices(conn, event_id, channel)
    known = {chat.id for chat, _ in chosen}
    signs = _signs(conn, event_id)
    came = chat_rows.chats_where(
        conn, chats.c.channel == channel, chats.c.active, chats.c.kind == ChatKind.PRIVATE, signs
    )
    visitors = tuple((chat, CAME_BY) for chat in came if chat.id not in known)
    return tuple(sorted((*chosen, *visitors), key=lambda one: one[0].id))


def _signs(conn: Connection, event_id: int) -> sa.ColumnElement[bool]:
    """Say by what moments of a chat it came by for an event."""
    event = conn.execute(sa.select(events).where(events.c.id == event_id)).mappings().one()
    over = _over_before(conn, event)
    if over is None:
        return sa.true()
    first = sa.select(sa.func.min(changes.c.at)).where(changes.c.event_id == event_id)
    here = conn.execute(first).scalar()
    # A day that is played anew, or came in when it had begun, says nothing about when people heard of it.
    begins = datetime.combine(event["first_day"], time(), ZoneInfo(event["timezone"]))
    since = over if here is None or here >= begins else max(over, here)
    return sa.or_(chats.c.last_seen >= since, chats.c.first_seen >= over)


def _over_before(conn: Connection, event: sa.RowMapping) -> datetime | None:
    """Give when the last day before an event was over, None where there was none."""
    earlier = (
        sa.select(events.c.last_day, events.c.timezone)
        .where(events.c.last_day < event["first_day"], events.c.state != State.DRAFT)
        .order_by(events.c.last_day.desc(), events.c.id)
        .limit(1)
    )
    last = conn.execute(earlier).first()
    return (
        None if last is None else datetime.combine(last.last_day + timedelta(days=1), time(), ZoneInfo(last.timezone))
    )
