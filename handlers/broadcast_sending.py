"""Messages to many from sending on: going out, correcting, stopping, withdrawing, and what became of them."""

from datetime import datetime

from sqlalchemy import Connection

from bot.broadcasting.audience import may_address, reach_of, recipients
from bot.broadcasting.model import Broadcast, Reach, Standing, Tally
from bot.errors import BroadcastOver
from bot.programme.model import Programme
from handlers.broadcast_rights import Author, change_draft, mine, must_address, must_be_addressed, note, sent_of
from handlers.roles import Grants, grants_in
from handlers.services import Services
from storage import broadcast_rows, broadcasts, chat_rows, visitors


async def send(author: Author, broadcast_id: int, edition: int) -> Reach:
    """Send a draft now, once, to whom its audience is at this moment."""
    now = author.services.clock()

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Reach:
        must_address(grants, author, found)
        must_be_addressed(found)
        return start_in(conn, author.services, found, author.programme, now=now)

    return await change_draft(author, broadcast_id, edition, change)


async def correct(author: Author, draft_id: int, edition: int, *, anew: bool) -> tuple[Broadcast, Tally]:
    """Put a correction in the place of what people have, with ``anew`` also as a new message."""
    now = author.services.clock()

    def change(conn: Connection, found: Broadcast, grants: Grants) -> tuple[Broadcast, Tally]:  # noqa: ARG001 - the shape of a change
        old, _ = sent_of(conn, author, found.corrects)
        if found.seen and found.seen != old.edition:
            raise BroadcastOver("overtaken")
        broadcasts.set_standing(conn, found.id, Standing.LEFT)
        corrected = broadcast_rows.correct(conn, old, found.content, now=now, anew=anew)
        note(conn, author.programme, corrected, "broadcast-anew" if anew else "broadcast-correct", now=now)
        return corrected, broadcast_rows.tally(conn, corrected)

    return await change_draft(author, draft_id, edition, change)


async def stop(author: Author, broadcast_id: int) -> tuple[Broadcast, Tally]:
    """Send no more of a message that goes out; a second time changes nothing."""
    now = author.services.clock()

    def write(conn: Connection) -> tuple[Broadcast, Tally]:
        found, _ = sent_of(conn, author, broadcast_id)
        if found.standing is Standing.GOING and broadcast_rows.tally(conn, found).waiting:
            found = broadcast_rows.stop(conn, found, now)
            note(conn, author.programme, found, "broadcast-stop", now=now)
        return found, broadcast_rows.tally(conn, found)

    return await author.services.database.write(write)


async def withdraw(author: Author, broadcast_id: int) -> tuple[Broadcast, Tally]:
    """Remove a message where it arrived, and send no more of it; a second time changes nothing."""
    now = author.services.clock()

    def write(conn: Connection) -> tuple[Broadcast, Tally]:
        found, _ = mine(conn, author, broadcast_id)
        if found.standing in {Standing.GOING, Standing.STOPPED}:
            found = broadcast_rows.withdraw(conn, found, now)
            note(conn, author.programme, found, "broadcast-withdraw", now=now)
        return found, broadcast_rows.tally(conn, found)

    return await author.services.database.write(write)


async def report(author: Author, broadcast_id: int) -> tuple[Broadcast, Tally]:
    """Give what became of a message that was sent, or stands ready."""

    def read(conn: Connection) -> tuple[Broadcast, Tally]:
        found, _ = mine(conn, author, broadcast_id)
        if found.sent_at is None and found.standing is not Standing.SCHEDULED:
            raise BroadcastOver("gone")
        return found, broadcast_rows.tally(conn, found)

    return await author.services.database.read(read)


def start_in(conn: Connection, services: Services, draft: Broadcast, programme: Programme, *, now: datetime) -> Reach:
    """Send a draft in this transaction; whoever calls has looked at the rights."""
    found = visitors.everybody(conn, programme.event.id, services.channel)
    chats = recipients(programme, found, draft.audience, draft.group_ids)
    reach = reach_of(chats)
    started = broadcast_rows.start(conn, draft, [chat.id for chat in chats], now=now)
    note(conn, programme, started, "broadcast", now=now, after=str(reach.total))
    return reach


def still_allowed(conn: Connection, services: Services, draft: Broadcast, programme: Programme) -> bool:
    """Say whether the author of what stands ready has the role for it now."""
    author = None if draft.chat_id is None else chat_rows.chat_by_id(conn, draft.chat_id)
    grants = () if author is None else grants_in(conn, services, author.address, programme)
    return may_address(grants, programme, draft.audience, draft.group_ids)
