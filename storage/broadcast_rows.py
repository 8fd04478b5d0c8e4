"""What is sent of a message to many: its rows in the outbox, and what became of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.broadcasting.model import OF_USE, Broadcast, Content, Count, Standing, Tally
from bot.outbox import broadcasts as kinds
from bot.outbox.model import OutboxState
from bot.outbox.skip import Reason
from storage import broadcasts
from storage.outbox import BLOCKED, may_repeat
from storage.pauses import paused_since
from storage.tables import chats, outbox

_ROWS: Final = 5000
"""Chats in one statement; a database takes only so many values at once."""


def start(conn: Connection, draft: Broadcast, chat_ids: Sequence[int], *, now: datetime) -> Broadcast:
    """Send a draft to these chats: a row in the outbox for each, and one for what its author is told."""
    started = broadcasts.begin(conn, draft.id, now)
    _plan(conn, started, chat_ids, now=now, silent=started.silent)
    tell(conn, started, now)
    return started


def correct(conn: Connection, old: Broadcast, content: Content, *, now: datetime, anew: bool) -> Broadcast:
    """Give what was sent another text or file: in the messages that people have, and in those that are still to come.

    With ``anew`` those who have it, or may have it, get the text as a new message besides. What was stopped stays so
    for those who have nothing yet.
    """
    going = broadcasts.set_correction(conn, old.id, content)
    plan_edits(conn, going, now)
    if anew:
        had = sa.select(outbox.c.chat_id).where(*_of(old, kinds.MESSAGE), outbox.c.state.in_(_BEGUN)).distinct()
        _plan(conn, going, tuple(conn.execute(had).scalars()), now=now)
    tell(conn, going, now)
    return going


def stop(conn: Connection, going: Broadcast, now: datetime) -> Broadcast:
    """Withdraw what of it is still to be sent."""
    stopped = broadcasts.set_standing(conn, going.id, Standing.STOPPED)
    _withdraw_planned(conn, going)
    tell(conn, stopped, now)
    return stopped


def withdraw(conn: Connection, sent: Broadcast, now: datetime) -> Broadcast:
    """Withdraw what is still to be sent, and have what people have removed."""
    withdrawn = broadcasts.set_standing(conn, sent.id, Standing.WITHDRAWN)
    _withdraw_planned(conn, sent)
    plan_removals(conn, sent, now)
    tell(conn, withdrawn, now)
    return withdrawn


def plan_edits(conn: Connection, going: Broadcast, now: datetime) -> int:
    """Plan the correction of each message that arrived with an earlier text; give how many that were.

    What was being sent when the correction came is found by a later look.
    """
    prefix = f"{kinds.EDIT}:{going.id}:{going.edition}:"
    return _plan_for_each(conn, going, kinds.EDIT, prefix, outbox.c.told < going.edition, now=now)


def plan_removals(conn: Connection, withdrawn: Broadcast, now: datetime) -> int:
    """Plan the removal of each message that arrived; give how many that were."""
    return _plan_for_each(conn, withdrawn, kinds.REMOVAL, f"{kinds.REMOVAL}:{withdrawn.id}:", sa.true(), now=now)


def try_out(conn: Connection, draft: Broadcast, number: int, now: datetime) -> None:
    """Send a draft to its author alone, once for each ``number``."""
    key = f"{kinds.TEST}:{draft.id}:{draft.edition}:{number}"
    _insert(conn, _values(draft, kinds.TEST, now), key=sa.literal(key), chats_=sa.literal(draft.chat_id))


def tell(conn: Connection, sent: Broadcast, now: datetime) -> bool:
    """Let its author be told how it stands: as a new message for each edition, and after that in its place.

    False while the one before is on its way. Where the author was forgotten there is nobody to tell.
    """
    if sent.chat_id is None:
        return True
    key = kinds.progress_key(sent)
    again = sa.update(outbox).where(outbox.c.key == key, outbox.c.state != OutboxState.SENDING)
    values = {"due_at": now, "expires_at": now + OF_USE, "reason": "", "unknowns": 0, "attempts": 0}
    if conn.execute(again.values(state=OutboxState.PLANNED, **values)).rowcount:
        return True
    if _has(conn, key):
        return False
    _insert(conn, _values(sent, kinds.PROGRESS, now), key=sa.literal(key), chats_=sa.literal(sent.chat_id))
    return True


def tally(conn: Connection, sent: Broadcast) -> Tally:
    """Count of how many people and groups what became of it; who has a correction besides counts once.

    What counts of them is the newest message, and of corrections and removals the one that is not done.
    """
    repeats = sa.case((outbox.c.state == OutboxState.UNKNOWN, may_repeat()), else_=False)
    # A chat that was forgotten has no number any more.
    whose = sa.func.coalesce(outbox.c.chat_id, -outbox.c.id)
    done = sa.case((sa.and_(outbox.c.kind != kinds.MESSAGE, outbox.c.state == OutboxState.SENT), 1), else_=0)
    turn = sa.func.row_number().over(partition_by=(outbox.c.kind, whose), order_by=(done, outbox.c.id.desc()))
    rows = (
        sa.select(outbox.c.kind, outbox.c.state, outbox.c.reason, repeats.label("repeats"), turn.label("turn"))
        .where(outbox.c.event_id == sent.event_id)
        .where(
            sa.or_(
                outbox.c.key.startswith(f"{kinds.MESSAGE}:{sent.id}:"),
                outbox.c.key.startswith(f"{kinds.EDIT}:{sent.id}:{sent.edition}:"),
                outbox.c.key.startswith(f"{kinds.REMOVAL}:{sent.id}:"),
            )
        )
        .subquery()
    )
    columns = (rows.c.kind, rows.c.state, rows.c.reason, rows.c.repeats)
    query = sa.select(*columns, sa.func.count()).where(rows.c.turn == 1).group_by(*columns)
    found: dict[str, list[tuple[OutboxState, str, bool, int]]] = defaultdict(list)
    for kind, state, reason, again, count in conn.execute(query):
        found[kind].append((state, reason, bool(again), count))
    counts = {kind: _count(rows) for kind, rows in found.items()}
    return Tally(
        counts.get(kinds.MESSAGE, Count()),
        counts.get(kinds.EDIT, Count()),
        counts.get(kinds.REMOVAL, Count()),
        paused_since(conn, sent.event_id),
    )


def message_id(conn: Connection, row_id: int) -> int | None:
    """Give Telegram's number of the message that a row of the outbox became."""
    return conn.execute(sa.select(outbox.c.message_id).where(outbox.c.id == row_id)).scalar_one_or_none()


def corrected(conn: Connection, row_id: int, edition: int) -> None:
    """Keep which text the message of a row has now."""
    conn.execute(sa.update(outbox).where(outbox.c.id == row_id).values(told=edition))


_BEGUN: Final = (OutboxState.SENT, OutboxState.SENDING, OutboxState.UNKNOWN)


def _count(rows: Iterable[tuple[OutboxState, str, bool, int]]) -> Count:
    counts: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for state, reason, again, count in rows:
        what = _what(state, reason, again=again)
        if what == "failed":
            failed[reason] += count
        else:
            counts[what] += count
    return Count(**counts, failed=tuple(failed.most_common()))


def _what(state: OutboxState, reason: str, *, again: bool) -> str:
    match state:
        case OutboxState.SENT:
            return "arrived"
        case OutboxState.UNKNOWN:
            return "waiting" if again else "unsure"
        case OutboxState.PLANNED | OutboxState.SENDING:
            return "waiting"
        case _ if reason.startswith(BLOCKED) or reason in {Reason.INACTIVE, Reason.GONE}:
            return "blocked"
        case OutboxState.SKIPPED if reason == Reason.EXPIRED:
            return "late"
        case OutboxState.SKIPPED | OutboxState.WITHDRAWN:
            return "withdrawn"
        case _:
            return "failed"


def _plan(conn: Connection, going: Broadcast, chat_ids: Sequence[int], *, now: datetime, silent: bool = False) -> None:
    prefix = f"{kinds.MESSAGE}:{going.id}:{going.edition}:"
    values = _values(going, kinds.MESSAGE, now) | {"silent": sa.literal(silent, outbox.c.silent.type)}
    key = sa.literal(prefix) + sa.cast(chats.c.id, sa.String)
    for first in range(0, len(chat_ids), _ROWS):
        some = chats.c.id.in_(chat_ids[first : first + _ROWS])
        _insert(conn, values, key=key, chats_=chats.c.id, where=(some,))


def _plan_for_each(
    conn: Connection, of: Broadcast, kind: str, prefix: str, where: sa.ColumnElement[bool], *, now: datetime
) -> int:
    """Plan a row for each message of it that arrived and has none yet."""
    arrived = outbox.alias("arrived")
    there = outbox.alias("there")
    key = sa.literal(prefix) + sa.cast(arrived.c.id, sa.String)
    which = sa.and_(
        *_of(of, kinds.MESSAGE), outbox.c.state == OutboxState.SENT, outbox.c.message_id.is_not(None), where
    )
    wanted = (
        arrived.c.id.in_(sa.select(outbox.c.id).where(which)),
        ~sa.exists().where(there.c.key == key),
    )
    return _insert(conn, _values(of, kind, now), key=key, chats_=arrived.c.chat_id, where=wanted)


def _values(of: Broadcast, kind: str, now: datetime) -> dict[str, sa.ColumnElement[Any]]:
    """Give what all rows of a kind have alike."""
    given = {
        "kind": kind,
        "event_id": of.event_id,
        "starts_at": now,
        "due_at": now,
        "expires_at": now + OF_USE,
        "priority": kinds.PRIORITIES[kind],
        "state": OutboxState.PLANNED,
        "attempts": 0,
        "unknowns": 0,
        "reason": "",
        "silent": False,
    }
    return {name: sa.literal(value, outbox.c[name].type) for name, value in given.items()}


def _insert(
    conn: Connection,
    values: dict[str, sa.ColumnElement[Any]],
    *,
    key: sa.ColumnElement[str],
    chats_: sa.ColumnElement[int],
    where: Sequence[sa.ColumnElement[bool]] = (),
) -> int:
    """Put rows in the outbox by one statement, however many: nobody's answer waits for a long transaction."""
    columns: dict[str, Any] = {"key": key, "chat_id": chats_, **values}
    rows = sa.select(*columns.values()).where(*where)
    made = sa.insert(outbox).from_select(list(columns), rows).returning(outbox.c.id)
    return len(conn.execute(made).all())


def _withdraw_planned(conn: Connection, of: Broadcast) -> None:
    of_it = sa.or_(*(sa.and_(*_of(of, kind)) for kind in (kinds.MESSAGE, kinds.EDIT)))
    planned = sa.update(outbox).where(of_it, outbox.c.state == OutboxState.PLANNED)
    conn.execute(planned.values(state=OutboxState.WITHDRAWN))


def _has(conn: Connection, key: str) -> bool:
    return conn.execute(sa.select(outbox.c.id).where(outbox.c.key == key)).first() is not None


def _of(of: Broadcast, kind: str) -> tuple[sa.ColumnElement[bool], ...]:
    return outbox.c.event_id == of.event_id, outbox.c.kind == kind, outbox.c.key.startswith(f"{kind}:{of.id}:")
