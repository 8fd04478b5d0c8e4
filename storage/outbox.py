"""The outbox: everything that is pushed, a row per recipient, planned and recorded exactly once.

Due times and expiry are on the event's clock; leases and ``not_before`` on the real one.
"""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.changing.notices import KIND as NOTICE
from bot.outbox.model import TO_MANY, WAITED_FOR, OutboxRow, OutboxState, Planned
from storage.database import insert
from storage.tables import chats, outbox, pauses

REPEATS: Final = 1
"""How often a message is sent again whose earlier send may have arrived."""
REPEATS_TO_MANY: Final = 3
"""The same for what a secretary sends to many, and nobody may be left out of: all of the sends may have been lost."""
UNDER_WAY: Final = "under way"
"""The reason of what is being sent, once its request is about to leave: before that it surely did not arrive."""
BLOCKED: Final = "blocked: "
"""How the reason begins of what failed because its chat cannot be written to."""

_PLANNED: Final = tuple(f.name for f in fields(Planned))
_KEPT: Final = tuple(f.name for f in fields(OutboxRow) if f.name != "repeated")
_ROW: Final = (*(outbox.c[name] for name in _KEPT), (outbox.c.unknowns > 0).label("repeated"))


def plan(conn: Connection, rows: Iterable[Planned], *, now: datetime | None = None) -> int:
    """Plan messages and give the number of rows that this made, moved or revived.

    A row that is planned gets the new times, a skipped one is planned again; all others stay as they are.
    With ``now``, what has expired by then is left alone.
    """
    wanted = {row.key: row for row in rows if now is None or row.expires_at > now}
    if not wanted:
        return 0
    new = insert(conn, outbox)
    times = ("starts_at", "due_at", "expires_at", "priority", "silent")
    moved = sa.or_(*(outbox.c[name] != new.excluded[name] for name in times))
    skipped = outbox.c.state == OutboxState.SKIPPED
    statement = new.on_conflict_do_update(
        index_elements=["key"],
        set_={name: new.excluded[name] for name in times} | {"state": OutboxState.PLANNED, "reason": ""},
        where=sa.or_(skipped, sa.and_(outbox.c.state == OutboxState.PLANNED, moved)),
    )
    fresh = {"state": OutboxState.PLANNED, "attempts": 0, "unknowns": 0, "reason": ""}
    values = [{name: getattr(wanted[key], name) for name in _PLANNED} | fresh for key in sorted(wanted)]
    return len(conn.execute(statement.returning(outbox.c.id), values).all())


def claim(  # noqa: PLR0917 - database.write passes them on as they stand
    conn: Connection, channel: str, now: datetime, limit: int, lease: timedelta, real_now: datetime
) -> tuple[OutboxRow, ...]:
    """Take at most ``limit`` messages that are due, most urgent first; nobody else gets them while the lease lasts.

    Of an event that is paused only what somebody waits for is taken.
    """
    due = (
        sa.select(outbox.c.id)
        .where(*_open(channel), outbox.c.due_at <= now, outbox.c.expires_at > now)
        .where(sa.or_(outbox.c.not_before.is_(None), outbox.c.not_before <= real_now))
        .order_by(outbox.c.priority, outbox.c.expires_at, outbox.c.due_at, outbox.c.id)
        .limit(limit)
        # SQLite has no such clause and needs none: its writers wait for each other.
        .with_for_update(skip_locked=True, of=outbox)
        # A plain subquery might be run more than once by PostgreSQL, and then take more than the limit.
        .cte("due")
    )
    taken = (
        sa.update(outbox)
        .where(outbox.c.id.in_(sa.select(due.c.id)))
        .values(
            state=OutboxState.SENDING,
            attempts=outbox.c.attempts + 1,
            lease_until=real_now + lease,
            not_before=None,
            reason="",
        )
        .returning(*_ROW)
    )
    rows = [OutboxRow(**row) for row in conn.execute(taken).mappings()]
    return tuple(sorted(rows, key=lambda row: (row.priority, row.expires_at, row.due_at, row.id)))


def leaving(conn: Connection, row_id: int) -> bool:
    """Record that the request is about to leave; False when the message is no longer in hand and must not go."""
    row = sa.update(outbox).where(outbox.c.id == row_id, outbox.c.state == OutboxState.SENDING)
    return conn.execute(row.values(reason=UNDER_WAY)).rowcount > 0


def sent(conn: Connection, row_id: int, message_id: int | None, now: datetime, *, told: int | None = None) -> None:
    """Record that a message arrived, whatever was thought of it meanwhile.

    ``told`` is the event's revision up to which it told of changes.
    """
    _set(conn, row_id, state=OutboxState.SENT, message_id=message_id, sent_at=now, reason="", told=told)


def skip(conn: Connection, row_id: int, reason: str) -> None:
    """Record that a message was not sent because it was of no use any more."""
    _set(conn, row_id, state=OutboxState.SKIPPED, reason=reason)


def fail(conn: Connection, row_id: int, reason: str) -> None:
    """Record that a message could not be sent and never will be."""
    _set(conn, row_id, state=OutboxState.FAILED, reason=reason)


def retry(conn: Connection, row_id: int, not_before: datetime) -> None:
    """Put a message back that was surely not sent; ``not_before`` is on the real clock."""
    _set(conn, row_id, state=OutboxState.PLANNED, not_before=not_before, reason="")


def unknown(conn: Connection, row_id: int, not_before: datetime | None = None) -> None:
    """Record that a request left and no answer came; the message goes once more, if still of use.

    ``not_before`` is on the real clock.
    """
    unknowns = outbox.c.unknowns + 1
    _set(conn, row_id, state=OutboxState.UNKNOWN, unknowns=unknowns, not_before=not_before, reason="")


def rescue(conn: Connection, channel: str, real_now: datetime) -> int:
    """Take back what a process claimed and never reported on, and give the number of rows.

    What had not left yet is simply planned again; of the rest nobody knows whether it arrived.
    """
    lost = sa.update(outbox).where(
        outbox.c.chat_id.in_(_chats(channel)),
        outbox.c.state == OutboxState.SENDING,
        outbox.c.lease_until <= real_now,
    )
    kept = lost.where(outbox.c.reason != UNDER_WAY).values(state=OutboxState.PLANNED, lease_until=None)
    values = {"state": OutboxState.UNKNOWN, "unknowns": outbox.c.unknowns + 1, "lease_until": None, "reason": ""}
    return conn.execute(kept).rowcount + conn.execute(lost.values(values)).rowcount


def expire(conn: Connection, channel: str, now: datetime) -> int:
    """Skip what was not sent while it was of use, and give the number of rows."""
    late = sa.update(outbox).where(outbox.c.chat_id.in_(_chats(channel)), _waits(), outbox.c.expires_at <= now)
    return conn.execute(late.values(state=OutboxState.SKIPPED, reason="expired")).rowcount


def come_back(conn: Connection, chat_id: int) -> int:
    """Let what failed because a chat refused us be planned anew, now that it is back, and give the number of rows.

    What is worked out from choices is skipped until that is done again; what was sent to many, and what tells of
    changes, is planned at once.
    """
    refused = (outbox.c.state == OutboxState.FAILED, outbox.c.reason.like(f"{BLOCKED}%"))
    rows = sa.update(outbox).where(outbox.c.chat_id == chat_id, *refused)
    once = outbox.c.kind.in_((TO_MANY, NOTICE))
    again = sa.update(outbox).where(outbox.c.chat_id == chat_id, *refused, once)
    planned = conn.execute(again.values(state=OutboxState.PLANNED, reason="")).rowcount
    return planned + conn.execute(rows.values(state=OutboxState.SKIPPED)).rowcount


def rewind(conn: Connection, channel: str, now: datetime) -> int:
    """Delete what was dealt with at moments that are still to come, and give the number of rows.

    That is what a rehearsal leaves behind that starts again: its clock is set back, and its day begins anew.
    """
    done = sa.delete(outbox).where(
        outbox.c.chat_id.in_(_chats(channel)),
        outbox.c.state != OutboxState.PLANNED,
        outbox.c.due_at > now,
    )
    return conn.execute(done).rowcount


def next_due(conn: Connection, channel: str, now: datetime | None = None) -> datetime | None:
    """Give the moment at which the next message is due, None when nothing waits.

    With ``now``, what has expired by then does not count. A message that was put back with ``retry``
    counts as due although it is not to be sent yet.
    """
    query = sa.select(outbox.c.due_at).where(*_open(channel)).order_by(outbox.c.due_at).limit(1)
    if now is not None:
        query = query.where(outbox.c.expires_at > now)
    return conn.execute(query).scalar_one_or_none()


def withdraw(conn: Connection, event_id: int, kind: str) -> int:
    """Withdraw what is planned of a kind for an event, for good, and give the number of rows."""
    planned = sa.update(outbox).where(
        outbox.c.event_id == event_id, outbox.c.kind == kind, outbox.c.state == OutboxState.PLANNED
    )
    return conn.execute(planned.values(state=OutboxState.WITHDRAWN)).rowcount


def start_over(conn: Connection, channel: str, moment: datetime) -> int:
    """Forget what a channel was or would be sent after ``moment``, where its clock is set back, and give the number.

    Only for a rehearsal: on a clock that runs on, nothing is planned twice.
    """
    ahead = sa.delete(outbox).where(outbox.c.chat_id.in_(_chats(channel)), outbox.c.expires_at > moment)
    return conn.execute(ahead).rowcount


def planned_for(conn: Connection, event_id: int, channel: str) -> tuple[OutboxRow, ...]:
    """Give what is planned for an event, in order of due time."""
    query = (
        sa.select(*_ROW)
        .where(outbox.c.event_id == event_id, outbox.c.chat_id.in_(_chats(channel)))
        .where(outbox.c.state == OutboxState.PLANNED)
        .order_by(outbox.c.due_at, outbox.c.id)
    )
    return tuple(OutboxRow(**row) for row in conn.execute(query).mappings())


def planned_times(conn: Connection, event_id: int, channel: str) -> dict[str, tuple[datetime, datetime]]:
    """Give for the key of each message that is planned for an event when it is due and when it is of no use any more.

    That is all that planning compares with, and a third of what reading whole rows takes.
    """
    query = sa.select(outbox.c.key, outbox.c.due_at, outbox.c.expires_at).where(
        outbox.c.event_id == event_id,
        outbox.c.chat_id.in_(_chats(channel)),
        outbox.c.state == OutboxState.PLANNED,
    )
    return {key: (due_at, expires_at) for key, due_at, expires_at in conn.execute(query)}


def underway(conn: Connection, event_id: int, channel: str, kind: str) -> tuple[OutboxRow, ...]:
    """Give the messages of a kind that may still be sent or are being sent, in order of planning."""
    open_or_claimed = sa.or_(_waits(), outbox.c.state == OutboxState.SENDING)
    query = (
        sa.select(*_ROW)
        .where(outbox.c.event_id == event_id, outbox.c.kind == kind, outbox.c.chat_id.in_(_chats(channel)))
        .where(open_or_claimed)
        .order_by(outbox.c.id)
    )
    return tuple(OutboxRow(**row) for row in conn.execute(query).mappings())


def held_back(conn: Connection, event_id: int, channel: str, kind: str) -> tuple[OutboxRow, ...]:
    """Give the messages of a kind that nobody has begun to send; nobody begins while the transaction lasts."""
    query = (
        sa.select(*_ROW)
        .where(outbox.c.event_id == event_id, outbox.c.kind == kind, outbox.c.chat_id.in_(_chats(channel)))
        .where(outbox.c.state == OutboxState.PLANNED)
        .order_by(outbox.c.id)
        .with_for_update(of=outbox)
    )
    return tuple(OutboxRow(**row) for row in conn.execute(query).mappings())


def forgive(conn: Connection, event_id: int, channel: str, kind: str) -> int:
    """Let messages of a kind be planned anew that failed because their chat blocked us, where it is back."""
    back = sa.select(chats.c.id).where(chats.c.channel == channel, chats.c.active)
    failed = (
        outbox.c.event_id == event_id,
        outbox.c.kind == kind,
        outbox.c.state == OutboxState.FAILED,
        outbox.c.reason.startswith(BLOCKED),
        outbox.c.chat_id.in_(back),
    )
    return conn.execute(sa.delete(outbox).where(*failed)).rowcount


def counts(conn: Connection, event_id: int) -> dict[OutboxState, int]:
    """Count the messages of an event by state."""
    query = sa.select(outbox.c.state, sa.func.count()).where(outbox.c.event_id == event_id).group_by(outbox.c.state)
    return dict(conn.execute(query).all())


def reasons(conn: Connection, event_id: int, channel: str) -> dict[tuple[OutboxState, str], int]:
    """Count the messages of an event on a channel by state and, where there is one, the reason."""
    query = (
        sa.select(outbox.c.state, outbox.c.reason, sa.func.count())
        .where(outbox.c.event_id == event_id, outbox.c.chat_id.in_(_chats(channel)))
        .group_by(outbox.c.state, outbox.c.reason)
    )
    return {(state, reason): count for state, reason, count in conn.execute(query)}


def _chats(channel: str) -> sa.Select[int]:
    return sa.select(chats.c.id).where(chats.c.channel == channel)


def _open(channel: str) -> tuple[sa.ColumnElement[bool], ...]:
    """Name what may be sent on a channel: what is planned, and once more what may not have arrived."""
    paused = outbox.c.event_id.in_(sa.select(pauses.c.event_id))
    return outbox.c.chat_id.in_(_chats(channel)), _waits(), sa.or_(outbox.c.priority <= WAITED_FOR, ~paused)


def may_repeat() -> sa.ColumnElement[bool]:
    """Name what may go once more although earlier sends may have arrived."""
    most = sa.case((outbox.c.kind == TO_MANY, REPEATS_TO_MANY), else_=REPEATS)
    return outbox.c.unknowns <= most


def _waits() -> sa.ColumnElement[bool]:
    return sa.or_(outbox.c.state == OutboxState.PLANNED, sa.and_(outbox.c.state == OutboxState.UNKNOWN, may_repeat()))


def _set(conn: Connection, row_id: int, **values: Any) -> None:
    """Change a row that was claimed; one that has arrived stays so."""
    row = sa.update(outbox).where(outbox.c.id == row_id, outbox.c.state != OutboxState.SENT)
    conn.execute(row.values(lease_until=None, **values))
