"""Messages to many: drafts, and what is kept of those that were sent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.broadcasting.model import Audience, Broadcast, Content, Media, Standing
from bot.people.access import Role
from storage.tables import broadcasts, chats

_CORRECTS: Final = "correction:"
"""What stands for the audience of a draft that corrects another one, before its id and its edition."""
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
    corrects: Broadcast | None = None,
    now: datetime,
) -> Broadcast:
    """Keep a draft."""
    values = {
        "event_id": event_id,
        "chat_id": chat_id,
        "channel": sa.select(chats.c.channel).where(chats.c.id == chat_id).scalar_subquery(),
        "audience": _correction_of(corrects) if corrects else audience.value,
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


def recent(conn: Connection, event_id: int, channel: str, limit: int) -> tuple[Broadcast, ...]:
    """Give what was sent last at an event, by whomever, the last one first."""
    of = (broadcasts.c.channel == channel, broadcasts.c.event_id == event_id, broadcasts.c.state.in_(_SENT))
    query = sa.select(broadcasts).where(*of).order_by(broadcasts.c.sent_at.desc(), broadcasts.c.id.desc()).limit(limit)
    return tuple(_one(row) for row in conn.execute(query).mappings())


def disown(conn: Connection, chat_id: int) -> None:
    """Keep of what a chat sent no more who it was, so that it can still be stopped, put right and removed."""
    sent = (broadcasts.c.chat_id == chat_id, broadcasts.c.state.in_(_SENT))
    conn.execute(sa.update(broadcasts).where(*sent).values(chat_id=None))


def set_content(
    conn: Connection, broadcast_id: int, content: Content, *, corrects: Broadcast | None = None
) -> Broadcast:
    """Keep what people get, as a new edition; ``corrects`` is what it corrects, as it is now."""
    seen = {} if corrects is None else {"audience": _correction_of(corrects)}
    return _change(conn, broadcast_id, edition=broadcasts.c.edition + 1, **_contained(content), **seen)


def set_audience(
    conn: Connection, broadcast_id: int, audience: Audience, group_ids: Sequence[int], speaking: tuple[Role, str]
) -> Broadcast:
    """Keep to whom a draft goes and in which role, as a new edition."""
    values = {"audience": audience.value, "group_ids": tuple(group_ids), **_spoken(speaking)}
    return _change(conn, broadcast_id, edition=broadcasts.c.edition + 1, **values)


def set_time(conn: Connection, broadcast_id: int, due_at: datetime | None) -> Broadcast:
    """Keep when a draft is to be sent, None for at once; as a new edition."""
    return _change(conn, broadcast_id, edition=broadcasts.c.edition + 1, due_at=due_at)


def set_silent(conn: Connection, broadcast_id: int, silent: bool) -> Broadcast:
    """Keep whether a draft arrives without a sound, as a new edition."""
    return _change(conn, broadcast_id, edition=broadcasts.c.edition + 1, silent=silent)


def set_standing(conn: Connection, broadcast_id: int, standing: Standing) -> Broadcast:
    """Keep where it stands."""
    return _change(conn, broadcast_id, state=standing.value)


def ready(conn: Connection, event_id: int, channel: str) -> tuple[Broadcast, ...]:
    """Give what stands ready at an event, by whomever."""
    return _all(conn, channel, (broadcasts.c.event_id == event_id, broadcasts.c.state == Standing.SCHEDULED.value))


def due(conn: Connection, channel: str, now: datetime) -> tuple[Broadcast, ...]:
    """Give what was to be sent at a time that has come."""
    when = (broadcasts.c.state == Standing.SCHEDULED.value, broadcasts.c.due_at <= now)
    return _all(conn, channel, when)


def lively(conn: Connection, channel: str, since: datetime) -> tuple[Broadcast, ...]:
    """Give what was sent, corrected, stopped or withdrawn, begun after ``since``."""
    return _all(conn, channel, (broadcasts.c.state.in_(_SENT), broadcasts.c.sent_at > since))


def begin(conn: Connection, broadcast_id: int, now: datetime) -> Broadcast:
    """Keep that a draft is sent; its editions begin at 1."""
    return _change(conn, broadcast_id, state=Standing.GOING.value, edition=1, sent_at=now)


def set_correction(conn: Connection, broadcast_id: int, content: Content) -> Broadcast:
    """Keep another text of what was sent, as a new edition; it goes out with that also where it was stopped."""
    values = _contained(content) | {"state": Standing.GOING.value}
    return _change(conn, broadcast_id, edition=broadcasts.c.edition + 1, **values)


def _all(conn: Connection, channel: str, where: Sequence[sa.ColumnElement[bool]]) -> tuple[Broadcast, ...]:
    query = sa.select(broadcasts).where(broadcasts.c.channel == channel, *where).order_by(broadcasts.c.id)
    return tuple(_one(row) for row in conn.execute(query).mappings())


def _change(conn: Connection, broadcast_id: int, **values: Any) -> Broadcast:
    row = sa.update(broadcasts).where(broadcasts.c.id == broadcast_id).values(values).returning(broadcasts)
    return _one(conn.execute(row).mappings().one())


def _correction_of(sent: Broadcast) -> str:
    return f"{_CORRECTS}{sent.id}:{sent.edition}"


def _spoken(speaking: tuple[Role, str]) -> dict[str, str]:
    return {"role": speaking[0].value, "group": speaking[1]}


def _contained(content: Content) -> dict[str, str]:
    return {"html": content.html, "media": content.media.value, "file_id": content.file_id}


def _one(row: sa.RowMapping) -> Broadcast:
    corrects = row["audience"].removeprefix(_CORRECTS) if row["audience"].startswith(_CORRECTS) else ""
    corrected, _, seen = corrects.partition(":")
    return Broadcast(
        id=row["id"],
        event_id=row["event_id"],
        channel=row["channel"],
        chat_id=row["chat_id"],
        role=Role(row["role"]),
        group=row["group"],
        audience=Audience.UNCHOSEN if corrects else Audience(row["audience"]),
        group_ids=tuple(row["group_ids"]),
        content=Content(row["html"], Media(row["media"]), row["file_id"]),
        standing=Standing(row["state"]),
        edition=row["edition"],
        corrects=int(corrected or 0),
        seen=int(seen or 0),
        due_at=row["due_at"],
        made_at=row["made_at"],
        sent_at=row["sent_at"],
        silent=row["silent"],
    )
