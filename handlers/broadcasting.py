"""Messages to many until they are sent: drafts, and what their author sees of them.

One transaction each, every right looked up at the act itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, TypeVar

from sqlalchemy import Connection

from bot.broadcasting.audience import (
    audiences_for,
    groups_for,
    is_of_same_kind,
    may_address,
    reach_of,
    recipients,
    speaking_as,
    usual,
)
from bot.broadcasting.model import Audience, Broadcast, Content, Reach, Standing, Tally
from bot.errors import BroadcastOver, NotAllowed
from handlers.broadcast_rights import (
    WHY,
    Author,
    change_draft,
    draft_of,
    grants_of,
    mine,
    must_address,
    must_be_addressed,
    note,
    sent_of,
)
from handlers.roles import Grants
from storage import broadcast_rows, broadcasts, choice_rows, drafts

T = TypeVar("T")
Check = Callable[[Broadcast], None]
"""Looks at a draft before it is kept; raises MessageTooLong."""

TEXT: Final = "broadcast-text"
CORRECTION: Final = "broadcast-correction"
TIME: Final = "broadcast-time"
"""What the next message of an author may be: the message or its new text, a corrected text, a time."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft, whom it reaches now, and what its author may choose; for a correction what it corrects."""

    draft: Broadcast
    reach: Reach = field(default_factory=Reach)
    audiences: tuple[Audience, ...] = ()
    groups: tuple[int, ...] = ()
    old: Broadcast | None = None
    tally: Tally = field(default_factory=Tally)

    @property
    def in_place(self) -> bool:
        """Whether a correction can take the place of what people have."""
        return self.old is not None and is_of_same_kind(self.old.content, self.draft.content)


async def expect(author: Author, what: str, about: int = 0) -> Broadcast | None:
    """Take the next message of the chat for ``what``, and give what the author sent last."""
    now = author.services.clock()

    def write(conn: Connection) -> Broadcast | None:
        if what == CORRECTION:
            sent_of(conn, author, about)
        elif about:
            draft_of(conn, author, about, None)
        else:
            grants_of(conn, author)
        drafts.expect(conn, author.chat.id, what, about, now)
        return broadcasts.last_of(conn, author.chat.id, author.programme.event.id)

    return await author.services.database.write(write)


async def draft(author: Author, content: Content, check: Check) -> Preview:
    """Keep a new message, at first for the usual audience of its author."""
    now = author.services.clock()

    def write(conn: Connection) -> Preview:
        grants = grants_of(conn, author)
        drafts.expect_nothing(conn, author.chat.id)
        audience, group_ids = usual(grants, author.programme)
        made = broadcasts.add(
            conn,
            event_id=author.programme.event.id,
            chat_id=author.chat.id,
            speaking=speaking_as(grants, author.programme, group_ids),
            content=content,
            audience=audience,
            group_ids=group_ids,
            now=now,
        )
        _check(made, grants, author, check)
        return _preview(conn, author, made, grants)

    return await author.services.database.write(write)


async def draft_correction(author: Author, broadcast_id: int, content: Content, check: Check) -> Preview:
    """Keep a text that is to take the place of that of a message that was sent; a text alone leaves its file."""
    now = author.services.clock()

    def write(conn: Connection) -> Preview:
        old, grants = sent_of(conn, author, broadcast_id)
        drafts.expect_nothing(conn, author.chat.id)
        made = broadcasts.add(
            conn,
            event_id=old.event_id,
            chat_id=author.chat.id,
            speaking=(old.role, old.group),
            content=_of_file(old, content),
            corrects=old.id,
            now=now,
        )
        check(made)
        return _preview(conn, author, made, grants)

    return await author.services.database.write(write)


async def reword(author: Author, broadcast_id: int, content: Content, check: Check) -> Preview:
    """Give a draft another text."""

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Preview:
        drafts.expect_nothing(conn, author.chat.id)
        old = broadcasts.find(conn, found.corrects) if found.corrects else None
        made = broadcasts.set_content(conn, found.id, content if old is None else _of_file(old, content))
        _check(made, grants, author, check)
        return _preview(conn, author, made, grants)

    return await change_draft(author, broadcast_id, None, change)


async def address(author: Author, broadcast_id: int, edition: int, audience: Audience, group_id: int) -> Preview:
    """Choose to whom a draft goes: all groups of its author (0), or a single one."""

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Preview:
        if found.corrects:
            raise BroadcastOver("old")
        own = groups_for(grants, author.programme)
        group_ids = () if audience is Audience.ALL else (group_id,) if group_id else own
        if audience is Audience.UNCHOSEN or not may_address(grants, author.programme, audience, group_ids):
            raise NotAllowed
        speaking = speaking_as(grants, author.programme, group_ids)
        return _preview(conn, author, broadcasts.set_audience(conn, found.id, audience, group_ids, speaking), grants)

    return await change_draft(author, broadcast_id, edition, change)


async def set_time(author: Author, broadcast_id: int, moment: datetime) -> Preview:
    """Keep when a draft is to be sent."""

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Preview:
        drafts.expect_nothing(conn, author.chat.id)
        return _preview(conn, author, broadcasts.set_time(conn, found.id, moment), grants)

    return await change_draft(author, broadcast_id, None, change)


async def preview(author: Author, broadcast_id: int, edition: int | None = None) -> Preview:
    """Give a draft as it is now."""

    def read(conn: Connection) -> Preview:
        found, grants = draft_of(conn, author, broadcast_id, edition)
        return _preview(conn, author, found, grants)

    return await author.services.database.read(read)


async def make_ready(author: Author, broadcast_id: int, edition: int) -> Preview:
    """Let a draft go out at its time."""
    now = author.services.clock()

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Preview:
        must_address(grants, author, found)
        must_be_addressed(found)
        if found.due_at is None:
            raise BroadcastOver("old")
        ready = broadcasts.set_standing(conn, found.id, Standing.SCHEDULED)
        note(conn, author.programme, ready, "broadcast-ready", now=now, after=found.due_at.isoformat())
        return _preview(conn, author, ready, grants)

    return await change_draft(author, broadcast_id, edition, change)


async def leave(author: Author, broadcast_id: int, edition: int) -> None:
    """Send nothing of a draft, nor of what stands ready; with 0 only nothing is expected any more."""

    def write(conn: Connection) -> None:
        drafts.expect_nothing(conn, author.chat.id)
        if not broadcast_id:
            return
        found, _ = mine(conn, author, broadcast_id)
        if found.standing not in {Standing.DRAFT, Standing.SCHEDULED}:
            raise BroadcastOver(WHY[found.standing])
        if found.edition != edition:
            raise BroadcastOver("old")
        broadcasts.set_standing(conn, found.id, Standing.LEFT)

    await author.services.database.write(write)


async def try_out(author: Author, broadcast_id: int, edition: int) -> None:
    """Send a draft to its author alone."""
    now = author.services.clock()

    def change(conn: Connection, found: Broadcast, grants: Grants) -> None:  # noqa: ARG001 - the shape of a change
        broadcast_rows.try_out(conn, found, int(now.timestamp() * 1000), now)

    await change_draft(author, broadcast_id, edition, change)
    author.services.planned.set()


def _preview(conn: Connection, author: Author, found: Broadcast, grants: Grants) -> Preview:
    if found.corrects:
        old, _ = sent_of(conn, author, found.corrects)
        return Preview(found, old=old, tally=broadcast_rows.tally(conn, old))
    programme = author.programme
    everybody = choice_rows.all_choices(conn, programme.event.id, author.services.channel)
    reach = reach_of(recipients(programme, everybody, found.audience, found.group_ids))
    return Preview(found, reach, audiences_for(grants), groups_for(grants, programme))


def _check(made: Broadcast, grants: Grants, author: Author, check: Check) -> None:
    """Look at a draft as spoken in each role of its author: the audience, and the role with it, may still change."""
    check(made)
    for grant in grants:
        group = author.programme.group_by_id.get(grant.group_id or 0)
        check(replace(made, role=grant.role, group="" if group is None else group.slug))


def _of_file(old: Broadcast, content: Content) -> Content:
    """Take a text for that under the file of what it corrects."""
    return content if content.media else Content(content.html, old.content.media, old.content.file_id)
