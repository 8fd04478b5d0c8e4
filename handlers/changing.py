"""Changing a day from a chat: propose, see what it causes, send, take back. One transaction each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.changing.edit import Edit, EditKind
from bot.changing.stand_ins import with_stand_ins
from bot.errors import NothingToUndo, StaleButton
from bot.programme.model import Programme
from handlers import drafting, taking_back
from handlers.drafting import Author, Left, Outcome, Proposed, TakenBack
from handlers.services import Services
from storage import drafts, notices
from storage import programme as programmes
from storage.database import SAVE_LOCK, alone
from storage.drafts import Draft

UNDO: Final = timedelta(seconds=60)
"""How long a change is taken back by one tap; later that is a change like any other, with a preview."""
LATELY: Final = timedelta(minutes=15)
"""How long who asks to take something back is told that this was done already."""


async def propose(
    services: Services,
    author: Author,
    programme: Programme,
    edits: Sequence[Edit],
    *,
    options: Sequence[Sequence[Edit]] = (),
) -> Proposed | Draft:
    """Keep a change and say what it causes; a draft with ``options`` waits for which one is meant.

    That the day goes ahead after all takes back its turning, by whomever.
    Raises NotAllowed, NothingChanges, NothingToUndo, OutsideTheDay, UnknownReference, UnknownSession.
    """
    key = programme.event.key

    def write(conn: Connection) -> Proposed | Draft:
        day = programmes.load(conn, key)
        wanted = [taking_back.worked_out(conn, day, one) for one in options or (edits,)]
        made = [change for _, change in notices.changes_from(conn, day.event.id, 1)]
        ways = [with_stand_ins(one, day, made) for one in wanted]
        for one in ways:
            drafting.allowed(conn, services, author, day, one)
        draft = drafts.add(
            conn,
            author.chat.id,
            day.event.id,
            edits if options else ways[0],
            options=ways if options else (),
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


async def undo(services: Services, author: Author, programme: Programme, draft_id: int | None = None) -> Outcome:
    """Take back what a draft of the author changed, without one what they changed last and is not taken back yet.

    Within :data:`UNDO`, for the last change and while nobody else touched the same, at once; else as a change with a
    preview. Where it is taken back already, that is said, with the one before it if there is one. Raises
    NothingToUndo, and StaleButton for a draft that is not theirs.
    """
    now = services.clock()

    def write(conn: Connection) -> Outcome:
        alone(conn, SAVE_LOCK)
        named = None if draft_id is None else drafts.find(conn, draft_id, author.chat.id)
        if draft_id is not None and named is None:
            raise StaleButton(f"draft:{draft_id}")
        event_id = programme.event.id if named is None else named.event_id
        day = programmes.load(conn, programmes.key_of(conn, event_id) or programme.event.key)
        made = [one for one in drafts.made_in(conn, event_id) if one.chat_id == author.chat.id]
        gone = taking_back.gone(conn, event_id)
        own = [one for one in made if not taking_back.takes_back(one)]
        found = ((one, taking_back.back(conn, day, one.made)) for one in ([named] if named else own))
        wanted, edits = next(((one, back) for one, back in found if back and one.id not in gone), (None, ()))
        is_back = bool(made) and _took_back_lately(made[0], now) and (not own or own[0].id in gone)
        before = made[0] if is_back else None
        if wanted is None and before is not None:
            return TakenBack(before)
        if wanted is None:
            raise NothingToUndo
        drafting.allowed(conn, services, author, day, edits)
        draft = drafts.add(conn, author.chat.id, event_id, edits, seen=day.event.revision, now=now)
        keys = {key for edit in edits for key in edit.keys}
        since = {c.key for _, c in notices.changes_from(conn, event_id, wanted.made + 1)}
        lately = wanted.ended_at is not None and now - wanted.ended_at <= UNDO
        if wanted == made[0] and lately and not keys & since:
            return drafting.make(conn, services, author, draft, day, what="undo")
        proposed = drafting.look(conn, services, author, draft, day)
        return replace(proposed, taken_back=None if named else before)

    done = await services.database.write(write)
    await _spread(services)
    return done


def _took_back_lately(draft: Draft, now: datetime) -> bool:
    """Say whether a change took something back a moment ago."""
    return taking_back.takes_back(draft) and draft.ended_at is not None and now - draft.ended_at <= LATELY


async def _spread(services: Services) -> None:
    """Let this process see the new version, and deliver at once what was planned."""
    await services.programmes.fresh()
    services.planned.set()
