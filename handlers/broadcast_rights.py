"""Who acts on a message to many, and what they may act on; looked up inside the transaction of the act itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from sqlalchemy import Connection

from bot.broadcasting.audience import may_address
from bot.broadcasting.model import Audience, Broadcast, Standing
from bot.errors import BroadcastOver, NotAllowed
from bot.people.access import is_organiser
from bot.people.model import Chat
from bot.programme.model import Programme
from handlers.roles import Grants, allowed
from handlers.services import Services
from storage import acts, broadcasts

T = TypeVar("T")

WHY: Final = {
    Standing.SCHEDULED: "ready",
    Standing.GOING: "sent",
    Standing.STOPPED: "ended",
    Standing.WITHDRAWN: "ended",
    Standing.LEFT: "left",
}


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts: the person by number, in their own chat, at a day."""

    services: Services
    user: str
    chat: Chat
    programme: Programme


def grants_of(conn: Connection, author: Author) -> Grants:
    """Give the roles of somebody who has any; raises NotAllowed."""
    return allowed(conn, author.services, author.user, author.programme, bool)


def mine(conn: Connection, author: Author, broadcast_id: int) -> tuple[Broadcast, Grants]:
    """Give a message that somebody may act on: their own, and for organisers any; raises NotAllowed, BroadcastOver."""
    grants = grants_of(conn, author)
    found = broadcasts.find(conn, broadcast_id)
    if found is None or found.event_id != author.programme.event.id:
        raise BroadcastOver("gone")
    if found.chat_id != author.chat.id and not is_organiser(grants):
        raise NotAllowed
    must_address(grants, author, found)
    return found, grants


def must_address(grants: Grants, author: Author, found: Broadcast) -> None:
    """Raise NotAllowed where somebody may not write to whom a message goes."""
    if not may_address(grants, author.programme, found.audience, found.group_ids):
        raise NotAllowed


def draft_of(conn: Connection, author: Author, broadcast_id: int, edition: int | None) -> tuple[Broadcast, Grants]:
    """Give a draft as its author saw it; raises BroadcastOver when it is another one by now, or none."""
    found, grants = mine(conn, author, broadcast_id)
    if found.standing is not Standing.DRAFT:
        raise BroadcastOver(WHY[found.standing])
    if edition is not None and found.edition != edition:
        raise BroadcastOver("old")
    return found, grants


def sent_of(conn: Connection, author: Author, broadcast_id: int) -> tuple[Broadcast, Grants]:
    """Give what was sent and is not withdrawn."""
    found, grants = mine(conn, author, broadcast_id)
    if found.standing not in {Standing.GOING, Standing.STOPPED}:
        raise BroadcastOver("ended" if found.standing is Standing.WITHDRAWN else "gone")
    return found, grants


def must_be_addressed(found: Broadcast) -> None:
    """Raise BroadcastOver for what goes to nobody yet, or corrects another message: no preview of it offers to send."""
    if found.audience is Audience.UNCHOSEN:
        raise BroadcastOver("old")


async def change_draft(
    author: Author, broadcast_id: int, edition: int | None, change: Callable[[Connection, Broadcast, Grants], T]
) -> T:
    """Change a draft as its author saw it (None: whatever they saw) in a transaction; raises as draft_of does."""

    def write(conn: Connection) -> T:
        found, grants = draft_of(conn, author, broadcast_id, edition)
        return change(conn, found, grants)

    return await author.services.database.write(write)


def note(conn: Connection, programme: Programme, done: Broadcast, what: str, *, now: datetime, after: str = "") -> None:
    """Keep in the log what was done, to whom it concerns, in the role in which its author speaks."""
    slugs = [programme.group_by_id[i].slug for i in done.group_ids if i in programme.group_by_id]
    about = f"{done.audience.value}: {', '.join(slugs)}" if slugs else done.audience.value
    acts.record(conn, programme.event.id, (done.role, done.group), what, now=now, about=about, after=after)
