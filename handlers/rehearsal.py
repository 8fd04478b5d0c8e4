"""A rehearsal beside real people: the days are copied, so that what is changed in it reaches nobody."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from bot.people.access import Role
from bot.people.model import ChatKind
from bot.programme.model import Programme
from storage import chat_rows, roles
from storage import programme as programmes
from storage.database import Database, normalise_url, upgrade

STAGE: Final = "stage"
REAL: Final = "telegram"
ELSEWHERE: Final = Path("var/rehearsal.db")
"""Where a rehearsal is kept when the real database is no file."""


async def apart(database: Database, url: str) -> str:
    """Give the address of a database to rehearse in: a new copy of the days where real people use the real one."""
    if not await database.read(chat_rows.any_on, REAL):
        return url
    path = _path(url)
    for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        file.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    copy = f"sqlite:///{path}"
    days = await database.read(_days)
    upgrade(copy)
    opened = Database.open(copy)
    try:
        await opened.write(_keep, days)
    finally:
        await opened.close()
    return copy


def play_organiser(conn: Connection, programme: Programme, address: str) -> None:
    """Let somebody on the stage be an organiser of the day, so that a newcomer can change it."""
    now = programme.sessions[0].start if programme.sessions else None
    if now is None:
        return
    chat, _ = chat_rows.chat_for(
        conn, channel=STAGE, address=address, kind=ChatKind.PRIVATE, telegram_language="nl", now=now
    )
    roles.grant(conn, chat.id, Role.ORGANISER, event_id=programme.event.id, now=now)


def _path(url: str) -> Path:
    parsed = normalise_url(url)
    if parsed.get_backend_name() != "sqlite":
        return ELSEWHERE
    real = Path(parsed.database or "")
    return real.with_name(f"{real.stem}-rehearsal.db")


def _days(conn: Connection) -> tuple[Programme, ...]:
    return tuple(programmes.load(conn, key) for key in sorted(programmes.revisions(conn)))


def _keep(conn: Connection, days: tuple[Programme, ...]) -> None:
    for day in days:
        programmes.save_groups(conn, [group for group in day.groups if group.event is None])
        programmes.save(conn, day, now=day.event.modified or day.sessions[0].start, who="netwerkdag", why="rehearsal")
