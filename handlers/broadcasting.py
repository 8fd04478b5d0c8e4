"""Messages to many: drafting, sending, correcting, withdrawing, and pausing all that goes out.

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
from bot.people.access import is_organiser
from bot.people.model import Chat
from bot.programme.model import Programme
from handlers.roles import Grants, allowed, grants_in
from handlers.services import Services
from storage import acts, broadcasts, drafts, people

T = TypeVar("T")
Check = Callable[[Broadcast], None]
"""Looks at a draft before it is kept; raises MessageTooLong."""

TEXT: Final = "broadcast-text"
CORRECTION: Final = "broadcast-correction"
TIME: Final = "broadcast-time"
"""What the next message of an author may be: the message or its new text, a corrected text, a time."""
_WHY: Final = {
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
            _sent(conn, author, about)
        elif about:
            _draft(conn, author, about, None)
        else:
            _grants(conn, author)
        drafts.expect(conn, author.chat.id, what, about, now)
        return broadcasts.last_of(conn, author.chat.id, author.programme.event.id)

    return await author.services.database.write(write)


async def draft(author: Author, content: Content, check: Check) -> Preview:
    """Keep a new message, at first for the usual audience of its author."""
    now = author.services.clock()

    def write(conn: Connection) -> Preview:
        grants = _grants(conn, author)
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
        old, grants = _sent(conn, author, broadcast_id)
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

    return await _change(author, broadcast_id, None, change)


async def address(author: Author, broadcast_id: int, edition: int, audience: Audience, group_id: int) -> Preview:
    """Choose to whom a draft goes: all groups of its author (0), or a single one."""

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Preview:
        own = groups_for(grants, author.programme)
        group_ids = () if audience is Audience.ALL else (group_id,) if group_id else own
        if audience is Audience.UNCHOSEN or not may_address(grants, author.programme, audience, group_ids):
            raise NotAllowed
        speaking = speaking_as(grants, author.programme, group_ids)
        return _preview(conn, author, broadcasts.set_audience(conn, found.id, audience, group_ids, speaking), grants)

    return await _change(author, broadcast_id, edition, change)


async def set_time(author: Author, broadcast_id: int, moment: datetime) -> Preview:
    """Keep when a draft is to be sent."""

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Preview:
        drafts.expect_nothing(conn, author.chat.id)
        return _preview(conn, author, broadcasts.set_time(conn, found.id, moment), grants)

    return await _change(author, broadcast_id, None, change)


async def preview(author: Author, broadcast_id: int, edition: int | None = None) -> Preview:
    """Give a draft as it is now."""

    def read(conn: Connection) -> Preview:
        found, grants = _draft(conn, author, broadcast_id, edition)
        return _preview(conn, author, found, grants)

    return await author.services.database.read(read)


async def send(author: Author, broadcast_id: int, edition: int, *, silent: bool = False) -> Reach:
    """Send a draft now, once, to whom its audience is at this moment."""
    now = author.services.clock()

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Reach:
        _must_address(grants, author, found)
        return start_in(conn, author.services, found, author.programme, now=now, silent=silent)

    return await _change(author, broadcast_id, edition, change)


async def make_ready(author: Author, broadcast_id: int, edition: int) -> Preview:
    """Let a draft go out at its time."""
    now = author.services.clock()

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Preview:
        _must_address(grants, author, found)
        if found.due_at is None:
            raise BroadcastOver("old")
        ready = broadcasts.set_standing(conn, found.id, Standing.SCHEDULED)
        _note(conn, author.programme, ready, "broadcast-ready", now=now, after=found.due_at.isoformat())
        return _preview(conn, author, ready, grants)

    return await _change(author, broadcast_id, edition, change)


async def leave(author: Author, broadcast_id: int, edition: int) -> None:
    """Send nothing of a draft, nor of what stands ready; with 0 only nothing is expected any more."""

    def write(conn: Connection) -> None:
        drafts.expect_nothing(conn, author.chat.id)
        if not broadcast_id:
            return
        found, _ = _mine(conn, author, broadcast_id)
        if found.standing not in {Standing.DRAFT, Standing.SCHEDULED}:
            raise BroadcastOver(_WHY[found.standing])
        if found.edition != edition:
            raise BroadcastOver("old")
        broadcasts.set_standing(conn, found.id, Standing.LEFT)

    await author.services.database.write(write)


async def try_out(author: Author, broadcast_id: int, edition: int) -> None:
    """Send a draft to its author alone."""
    now = author.services.clock()

    def change(conn: Connection, found: Broadcast, grants: Grants) -> None:  # noqa: ARG001 - the shape of a change
        broadcasts.try_out(conn, found, int(now.timestamp() * 1000), now)

    await _change(author, broadcast_id, edition, change)
    author.services.planned.set()


async def correct(author: Author, draft_id: int, edition: int, *, anew: bool) -> Tally:
    """Put a correction in the place of what people have, with ``anew`` also as a new message."""
    now = author.services.clock()

    def change(conn: Connection, found: Broadcast, grants: Grants) -> Tally:  # noqa: ARG001 - the shape of a change
        old, _ = _sent(conn, author, found.corrects)
        if not anew and not is_of_same_kind(old.content, found.content):
            raise BroadcastOver("old")
        broadcasts.set_standing(conn, found.id, Standing.LEFT)
        corrected = broadcasts.correct(conn, old, found.content, now=now, anew=anew)
        _note(conn, author.programme, corrected, "broadcast-anew" if anew else "broadcast-correct", now=now)
        return broadcasts.tally(conn, corrected)

    return await _change(author, draft_id, edition, change)


async def stop(author: Author, broadcast_id: int) -> tuple[Broadcast, Tally]:
    """Send no more of a message that goes out; a second time changes nothing."""
    now = author.services.clock()

    def write(conn: Connection) -> tuple[Broadcast, Tally]:
        found, _ = _sent(conn, author, broadcast_id)
        if found.standing is Standing.GOING and broadcasts.tally(conn, found).waiting:
            found = broadcasts.stop(conn, found, now)
            _note(conn, author.programme, found, "broadcast-stop", now=now)
        return found, broadcasts.tally(conn, found)

    return await author.services.database.write(write)


async def withdraw(author: Author, broadcast_id: int) -> tuple[Broadcast, Tally]:
    """Remove a message where it arrived, and send no more of it; a second time changes nothing."""
    now = author.services.clock()

    def write(conn: Connection) -> tuple[Broadcast, Tally]:
        found, _ = _mine(conn, author, broadcast_id)
        if found.standing in {Standing.GOING, Standing.STOPPED}:
            found = broadcasts.withdraw(conn, found, now)
            _note(conn, author.programme, found, "broadcast-withdraw", now=now)
        return found, broadcasts.tally(conn, found)

    return await author.services.database.write(write)


async def report(author: Author, broadcast_id: int) -> tuple[Broadcast, Tally]:
    """Give what became of a message that was sent."""

    def read(conn: Connection) -> tuple[Broadcast, Tally]:
        found, _ = _mine(conn, author, broadcast_id)
        if found.sent_at is None:
            raise BroadcastOver("gone")
        return found, broadcasts.tally(conn, found)

    return await author.services.database.read(read)


def start_in(
    conn: Connection, services: Services, draft: Broadcast, programme: Programme, *, now: datetime, silent: bool = False
) -> Reach:
    """Send a draft in this transaction; whoever calls has looked at the rights."""
    found = people.all_choices(conn, programme.event.id, services.channel)
    chats = recipients(programme, found, draft.audience, draft.group_ids)
    reach = reach_of(chats)
    started = broadcasts.start(conn, draft, [chat.id for chat in chats], now=now, silent=silent)
    _note(conn, programme, started, "broadcast", now=now, after=str(reach.total))
    return reach


def still_allowed(conn: Connection, services: Services, draft: Broadcast, programme: Programme) -> bool:
    """Say whether the author of what stands ready has the role for it now."""
    author = people.chat_by_id(conn, draft.chat_id)
    grants = () if author is None else grants_in(conn, services, author.address, programme)
    return may_address(grants, programme, draft.audience, draft.group_ids)


async def _change(
    author: Author, broadcast_id: int, edition: int | None, change: Callable[[Connection, Broadcast, Grants], T]
) -> T:
    def write(conn: Connection) -> T:
        found, grants = _draft(conn, author, broadcast_id, edition)
        return change(conn, found, grants)

    return await author.services.database.write(write)


def _grants(conn: Connection, author: Author) -> Grants:
    return allowed(conn, author.services, author.user, author.programme, bool)


def _mine(conn: Connection, author: Author, broadcast_id: int) -> tuple[Broadcast, Grants]:
    """Give a message that somebody may act on: their own, and for organisers any; raises NotAllowed, BroadcastOver."""
    grants = _grants(conn, author)
    found = broadcasts.find(conn, broadcast_id)
    if found is None or found.event_id != author.programme.event.id:
        raise BroadcastOver("gone")
    if found.chat_id != author.chat.id and not is_organiser(grants):
        raise NotAllowed
    _must_address(grants, author, found)
    return found, grants


def _must_address(grants: Grants, author: Author, found: Broadcast) -> None:
    if not may_address(grants, author.programme, found.audience, found.group_ids):
        raise NotAllowed


def _draft(conn: Connection, author: Author, broadcast_id: int, edition: int | None) -> tuple[Broadcast, Grants]:
    """Give a draft as its author saw it; raises BroadcastOver when it is another one by now, or none."""
    found, grants = _mine(conn, author, broadcast_id)
    if found.standing is not Standing.DRAFT:
        raise BroadcastOver(_WHY[found.standing])
    if edition is not None and found.edition != edition:
        raise BroadcastOver("old")
    return found, grants


def _sent(conn: Connection, author: Author, broadcast_id: int) -> tuple[Broadcast, Grants]:
    """Give what was sent and is not withdrawn."""
    found, grants = _mine(conn, author, broadcast_id)
    if found.standing not in {Standing.GOING, Standing.STOPPED}:
        raise BroadcastOver("ended" if found.standing is Standing.WITHDRAWN else "gone")
    return found, grants


def _preview(conn: Connection, author: Author, found: Broadcast, grants: Grants) -> Preview:
    if found.corrects:
        old, _ = _sent(conn, author, found.corrects)
        return Preview(found, old=old, tally=broadcasts.tally(conn, old))
    programme = author.programme
    everybody = people.all_choices(conn, programme.event.id, author.services.channel)
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


def _note(
    conn: Connection, programme: Programme, done: Broadcast, what: str, *, now: datetime, after: str = ""
) -> None:
    slugs = [programme.group_by_id[i].slug for i in done.group_ids if i in programme.group_by_id]
    about = f"{done.audience.value}: {', '.join(slugs)}" if slugs else done.audience.value
    acts.record(conn, programme.event.id, (done.role, done.group), what, now=now, about=about, after=after)
