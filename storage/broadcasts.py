"""Messages to many: drafts, what is sent of them, and what became of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.broadcasting.audience import is_of_same_kind
from bot.broadcasting.model import OF_USE, Audience, Broadcast, Content, Count, Media, Standing, Tally
from bot.outbox import broadcasts as kinds
from bot.outbox.model import OutboxState
from bot.outbox.skip import Reason
from bot.people.access import Role
from storage.outbox import BLOCKED, may_repeat, paused_since
from storage.tables import broadcasts, chats, outbox

_CORRECTS: Final = "correction:"
"""What stands for the audience of a draft that corrects another one, before its id."""
_ROWS: Final = 5000
"""Chats in one statement; a database takes only so many values at once."""
_SENT: Final = (Standing.GOING, Standing.STOPPED, Standing.WITHDRAWN)


def add(
    conn: Connection,
    *,
    event_id: int,
    chat_id: int,
    speaking: tuple[Role, str],
    content: Content,
    audience: Audience = Audience.UNCHOSEN,
    group_ids: Sequence[int] = (),
    corrects: int = 0,
    now: datetime,
) -> Broadcast:
    """Keep a draft."""
    values = {
        "event_id": event_id,
        "chat_id": chat_id,
        "audience": f"{_CORRECTS}{corrects}" if corrects else audience.value,
        "state": Standing.DRAFT.value,
        "edition": 1,
        "made_at": now,
        **_spoken(speaking),
        **_contained(content),
        "group_ids": tuple(group_ids),
    }
    return _one(conn.execute(sa.insert(broadcasts).values(values).returning(broadcasts)).mappings().one())


def find(conn: Connection, broadcast_id: int) -> Broadcast | None:
    """Give a message to many; None where it is forgotten."""
    row = conn.execute(sa.select(broadcasts).where(broadcasts.c.id == broadcast_id)).mappings().first()
    return None if row is None else _one(row)


def last_of(conn: Connection, chat_id: int, event_id: int) -> Broadcast | None:
    """Give the message that a chat sent last at an event."""
    of = (broadcasts.c.chat_id == chat_id, broadcasts.c.event_id == event_id, broadcasts.c.state.in_(_SENT))
    query = sa.select(broadcasts).where(*of).order_by(broadcasts.c.sent_at.desc(), broadcasts.c.id.desc()).limit(1)
    row = conn.execute(query).mappings().first()
    return None if row is None else _one(row)


def set_content(conn: Connection, broadcast_id: int, content: Content) -> Broadcast:
    """Keep what people get, as a new edition."""
    return _change(conn, broadcast_id, edition=broadcasts.c.edition + 1, **_contained(content))


def set_audience(
    conn: Connection, broadcast_id: int, audience: Audience, group_ids: Sequence[int], speaking: tuple[Role, str]
) -> Broadcast:
    """Keep to whom a draft goes and in which role, as a new edition."""
    values = {"audience": audience.value, "group_ids": tuple(group_ids), **_spoken(speaking)}
    return _change(conn, broadcast_id, edition=broadcasts.c.edition + 1, **values)


def set_time(conn: Connection, broadcast_id: int, due_at: datetime | None) -> Broadcast:
    """Keep when a draft is to be sent, None for at once; as a new edition."""
    return _change(conn, broadcast_id, edition=broadcasts.c.edition + 1, due_at=due_at)


def set_standing(conn: Connection, broadcast_id: int, standing: Standing) -> Broadcast:
    """Keep where it stands."""
    return _change(conn, broadcast_id, state=standing.value)


def due(conn: Connection, channel: str, now: datetime) -> tuple[Broadcast, ...]:
    """Give what was to be sent at a time that has come."""
    when = (broadcasts.c.state == Standing.SCHEDULED.value, broadcasts.c.due_at <= now)
    return _all(conn, channel, when)


def lively(conn: Connection, channel: str, since: datetime) -> tuple[Broadcast, ...]:
    """Give what was sent, corrected, stopped or withdrawn, begun after ``since``."""
    return _all(conn, channel, (broadcasts.c.state.in_(_SENT), broadcasts.c.sent_at > since))


def start(
    conn: Connection, draft: Broadcast, chat_ids: Sequence[int], *, now: datetime, silent: bool = False
) -> Broadcast:
    """Send a draft to these chats: a row in the outbox for each, and one for what its author is told."""
    started = _change(conn, draft.id, state=Standing.GOING.value, edition=1, sent_at=now)
    _plan(conn, started, chat_ids, now=now, silent=silent)
    tell(conn, started, now)
    return started


def correct(conn: Connection, old: Broadcast, content: Content, *, now: datetime, anew: bool) -> Broadcast:
    """Give what was sent another text: in the messages that people have, and in those that are still to come.

    With ``anew`` those who have it, or may have it, get the text as a new message besides. What was stopped stays so
    for those who have nothing yet.
    """
    values = _contained(content) | {"state": Standing.GOING.value}
    going = _change(conn, old.id, edition=broadcasts.c.edition + 1, **values)
    if is_of_same_kind(old.content, content):
        plan_edits(conn, going, now)
    if anew:
        had = sa.select(outbox.c.chat_id).where(*_of(old, kinds.MESSAGE), outbox.c.state.in_(_BEGUN)).distinct()
        _plan(conn, going, tuple(conn.execute(had).scalars()), now=now)
    tell(conn, going, now)
    return going


def stop(conn: Connection, going: Broadcast, now: datetime) -> Broadcast:
    """Withdraw what of it is still to be sent."""
    stopped = set_standing(conn, going.id, Standing.STOPPED)
    _withdraw_planned(conn, going)
    tell(conn, stopped, now)
    return stopped


def withdraw(conn: Connection, sent: Broadcast, now: datetime) -> Broadcast:
    """Withdraw what is still to be sent, and have what people have removed."""
    withdrawn = set_standing(conn, sent.id, Standing.WITHDRAWN)
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

    False while the one before is on its way.
    """
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
    """Count what became of it."""
    repeats = sa.case((outbox.c.state == OutboxState.UNKNOWN, may_repeat()), else_=False)
    query = (
        sa.select(outbox.c.kind, outbox.c.state, outbox.c.reason, repeats, sa.func.count())
        .where(outbox.c.event_id == sent.event_id)
        .where(
            sa.or_(
                outbox.c.key.startswith(f"{kinds.MESSAGE}:{sent.id}:"),
                outbox.c.key.startswith(f"{kinds.EDIT}:{sent.id}:{sent.edition}:"),
                outbox.c.key.startswith(f"{kinds.REMOVAL}:{sent.id}:"),
            )
        )
        .group_by(outbox.c.kind, outbox.c.state, outbox.c.reason, repeats)
    )
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


def _all(conn: Connection, channel: str, where: Sequence[sa.ColumnElement[bool]]) -> tuple[Broadcast, ...]:
    query = sa.select(broadcasts).join(chats).where(chats.c.channel == channel, *where).order_by(broadcasts.c.id)
    return tuple(_one(row) for row in conn.execute(query).mappings())


def _change(conn: Connection, broadcast_id: int, **values: Any) -> Broadcast:
    row = sa.update(broadcasts).where(broadcasts.c.id == broadcast_id).values(values).returning(broadcasts)
    return _one(conn.execute(row).mappings().one())


def _spoken(speaking: tuple[Role, str]) -> dict[str, str]:
    return {"role": speaking[0].value, "group": speaking[1]}


def _contained(content: Content) -> dict[str, str]:
    return {"html": content.html, "media": content.media.value, "file_id": content.file_id}


def _one(row: sa.RowMapping) -> Broadcast:
    corrects = row["audience"].removeprefix(_CORRECTS) if row["audience"].startswith(_CORRECTS) else ""
    return Broadcast(
        id=row["id"],
        event_id=row["event_id"],
        chat_id=row["chat_id"],
        role=Role(row["role"]),
        group=row["group"],
        audience=Audience.UNCHOSEN if corrects else Audience(row["audience"]),
        group_ids=tuple(row["group_ids"]),
        content=Content(row["html"], Media(row["media"]), row["file_id"]),
        standing=Standing(row["state"]),
        edition=row["edition"],
        corrects=int(corrects or 0),
        due_at=row["due_at"],
        made_at=row["made_at"],
        sent_at=row["sent_at"],
    )
