"""Changing a day from a chat: propose, see what it causes, send, take back. One transaction each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection

from bot.changing.edit import Edit, EditKind
from bot.errors import NothingChanges, StaleButton
from bot.programme.model import Programme
from handlers import drafting
from handlers.drafting import Author, Left, Outcome, Proposed
from handlers.services import Services
from storage import drafts, notices
from storage import programme as programmes
from storage.database import SAVE_LOCK, alone
from storage.drafts import Draft

UNDO: Final = timedelta(seconds=60)
"""How long a change is taken back by one tap; later that is a change like any other, with a preview."""


async def propose(
    services: Services,
    author: Author,
    programme: Programme,
    edits: Sequence[Edit],
    *,
    options: Sequence[Sequence[Edit]] = (),
) -> Proposed | Draft:
    """Keep a change and say what it causes; a draft with ``options`` waits for which one is meant.

    Raises NotAllowed, NothingChanges, OutsideTheDay, UnknownReference, UnknownSession.
    """
    key = programme.event.key

    def write(conn: Connection) -> Proposed | Draft:
        day = programmes.load(conn, key)
        if options:
            for one in options:
                drafting.allowed(conn, services, author, day, one)
        else:
            drafting.allowed(conn, services, author, day, edits)
        draft = drafts.add(
            conn,
            author.chat.id,
            day.event.id,
            edits,
            options=options,
            seen=day.event.revision,
            now=services.clock(),
        )
        drafts.expect_nothing(conn, author.chat.id)
        return draft if options else drafting.look(conn, services, author, draft, day)

    return await services.database.write(write)


async def choose(services: Services, author: Author, draft_id: int, option: int) -> Outcome:
    """Take one of the options of a draft; raises StaleButton where there is no such one."""

    def write(conn: Connection) -> Outcome:
        draft, day = drafting.found(conn, services, author, draft_id)
        if draft.ended_at is not None:
            return drafting.ended(draft, day)
        if draft.options:
            if not 1 <= option <= len(draft.options):
                raise StaleButton(f"option:{option}")
            drafts.set_edits(conn, draft.id, draft.options[option - 1], day.event.revision)
            draft = replace(draft, edits=draft.options[option - 1], options=(), seen=day.event.revision)
        return drafting.look(conn, services, author, draft, day)

    return await services.database.write(write)


async def swap_instead(services: Services, author: Author, draft_id: int, other_id: int) -> Outcome:
    """Make of a draft that moves a session to a room which is taken, that the two change rooms."""

    def write(conn: Connection) -> Outcome:
        draft, day = drafting.found(conn, services, author, draft_id)
        if draft.ended_at is not None:
            return drafting.ended(draft, day)
        other = day.session_by_id.get(other_id)
        if other is None or len(draft.edits) != 1 or len(draft.edits[0].keys) != 1:
            raise StaleButton(f"swap:{other_id}")
        edits = (Edit(kind=EditKind.SWAP, keys=(*draft.edits[0].keys, other.key)),)
        drafts.set_edits(conn, draft.id, edits, day.event.revision)
        return drafting.look(conn, services, author, replace(draft, edits=edits, seen=day.event.revision), day)

    return await services.database.write(write)


async def send(services: Services, author: Author, draft_id: int, seen: int) -> Outcome:
    """Make a change and let everybody concerned know, all in one transaction; or show it anew where it was overtaken.

    ``seen`` is the revision at which the preview was made whose button was pressed. Pressing twice sends once.
    """
    now = services.clock()

    def write(conn: Connection) -> Outcome:
        draft, day = drafting.found(conn, services, author, draft_id)
        if draft.ended_at is not None:
            return drafting.ended(draft, day)
        if seen != draft.seen or drafting.overtaken(conn, draft, day, now):
            drafts.set_edits(conn, draft.id, draft.edits, day.event.revision)
            anew = replace(draft, seen=day.event.revision)
            return replace(drafting.look(conn, services, author, anew, day), overtaken=True)
        return drafting.make(conn, services, author, draft, day)

    made = await services.database.write(write)
    await _spread(services)
    return made


async def leave(services: Services, author: Author, draft_id: int) -> Outcome:
    """Leave all as it is."""

    def write(conn: Connection) -> Outcome:
        draft, day = drafting.found(conn, services, author, draft_id)
        if draft.ended_at is not None:
            return drafting.ended(draft, day)
        drafts.end(conn, draft.id, services.clock())
        return Left(draft)

    return await services.database.write(write)


async def undo(services: Services, author: Author, programme: Programme, revision: int | None = None) -> Outcome:
    """Take back what a revision changed, without one what the author changed last.

    Within :data:`UNDO` and while nobody else touched the same, at once; else as a change with a preview.
    Raises NothingChanges where there is nothing to take back.
    """
    now = services.clock()

    def write(conn: Connection) -> Outcome:
        alone(conn, SAVE_LOCK)
        day = programmes.load(conn, programme.event.key)
        last = drafts.last_made(conn, author.chat.id, day.event.id)
        wanted = revision if revision is not None else (last.made if last is not None else 0)
        edits = drafting.back(conn, day, wanted)
        if not edits:
            raise NothingChanges
        drafting.allowed(conn, services, author, day, edits)
        draft = drafts.add(conn, author.chat.id, day.event.id, edits, seen=day.event.revision, now=now)
        own = last is not None and last.made == wanted and last.ended_at is not None and now - last.ended_at <= UNDO
        keys = {key for edit in edits for key in edit.keys}
        touched_since = {c.key for _, c in notices.changes_from(conn, day.event.id, wanted + 1)}
        if own and not keys & touched_since:
            return drafting.make(conn, services, author, draft, day, what="undo")
        return drafting.look(conn, services, author, draft, day)

    made = await services.database.write(write)
    await _spread(services)
    return made


async def _spread(services: Services) -> None:
    """Let this process see the new version, and deliver at once what was planned."""
    await services.programmes.fresh()
    services.planned.set()
