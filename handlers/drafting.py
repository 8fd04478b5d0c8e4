"""The steps of changing a day, on a connection: look up a draft, look at what it causes, make it.

Rights are looked up here, in the transaction itself, by the number of the person, whatever a button carries.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from bot.changing.clashes import clashes
from bot.changing.edit import DAY, Edit, EditKind, applied
from bot.changing.preview import Preview, preview
from bot.errors import NotAllowed, NothingChanges, StaleButton
from bot.people.access import Grant, acting_as, is_organiser, may_change
from bot.people.model import Chat
from bot.programme.changes import as_before, compare, in_order
from bot.programme.model import Programme
from handlers import roles, turning
from handlers.consequences import HORIZON, Audience, audience, follow_up
from handlers.services import Services
from storage import acts, drafts, notices, pauses
from storage import programme as programmes
from storage.database import SAVE_LOCK, alone
from storage.drafts import Draft


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes: the number of the person, and the chat that talks with them."""

    user: str
    chat: Chat


@dataclass(frozen=True, slots=True)
class Proposed:
    """A change as its author is to see it before anybody hears of it.

    ``overtaken``: somebody else changed the same meanwhile, or this was an old preview, so it is shown anew.
    ``taken_back``: the change after it is taken back already, by this one.
    """

    draft: Draft
    before: Programme
    after: Programme
    shown: Preview
    overtaken: bool = False
    taken_back: Draft | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A change that was made: ``again`` when it was made before, by an earlier press of the same button."""

    draft: Draft
    programme: Programme
    shown: Preview | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """A change that was left as it is, before or now."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class TakenBack:
    """There is nothing more to take back: ``draft`` did it a moment ago."""

    draft: Draft


Outcome = Proposed | Made | Left | TakenBack


def found(conn: Connection, services: Services, author: Author, draft_id: int) -> tuple[Draft, Programme]:
    """Give a draft of this author with the day as it is now; raises StaleButton and NotAllowed."""
    alone(conn, SAVE_LOCK)
    draft = drafts.find(conn, draft_id, author.chat.id)
    key = None if draft is None else programmes.key_of(conn, draft.event_id)
    if draft is None or key is None:
        raise StaleButton(f"draft:{draft_id}")
    day = programmes.load(conn, key)
    if not roles.grants_in(conn, services, author.user, day):
        raise NotAllowed
    return draft, day


def ended(draft: Draft, day: Programme) -> Made | Left:
    """Say what became of a draft that was sent or left before."""
    return Made(draft, day, None, again=True) if draft.made else Left(draft)


def allowed(
    conn: Connection, services: Services, author: Author, day: Programme, edits: Sequence[Edit]
) -> tuple[Programme, tuple[Grant, ...]]:
    """Give the day as edits make it, and the roles that allow all of that.

    Raises NotAllowed with what they do not allow, and what :func:`bot.changing.edit.applied` raises.
    """
    after = applied(day, edits)
    grants = roles.grants_in(conn, services, author.user, day)
    if not grants or (any(e.kind in DAY for e in edits) and not is_organiser(grants)):
        raise NotAllowed
    for change in compare(day, after):
        session = change.before or change.after
        if session is not None and not may_change(grants, day, session):
            raise NotAllowed(session.key)
    return after, grants


def look(
    conn: Connection,
    services: Services,
    author: Author,
    draft: Draft,
    day: Programme,
    *,
    whom: Audience | None = None,
) -> Proposed:
    """Work out what a draft causes; raises what :func:`allowed` raises."""
    after, grants = allowed(conn, services, author, day, draft.edits)
    changes = in_order(compare(day, after))
    event_id, channel = day.event.id, services.channel
    whom = whom or audience(conn, day, channel, whole_day=_turns(draft))
    starts = [c.before.start for c in changes if c.before is not None]
    shown = preview(
        day,
        after,
        changes,
        whom.people,
        edits=draft.edits,
        bonds=whom.bonds,
        author=author.chat.id,
        reminded=notices.reminded(conn, event_id, starts),
        paused=pauses.paused_since(conn, event_id) is not None,
        now=services.clock(),
    )
    swaps = tuple(other for other in shown.swaps if may_change(grants, day, other))
    shown = replace(shown, swaps=swaps, swap_for_others=len(swaps) < len(shown.swaps))
    return Proposed(draft, day, after, shown)


def make(
    conn: Connection, services: Services, author: Author, draft: Draft, day: Programme, *, what: str = "change"
) -> Made:
    """Save, log and plan all that follows; the caller's transaction keeps all of it or nothing."""
    now = services.clock()
    turned = _turns(draft)
    whom = audience(conn, day, services.channel, whole_day=turned)
    shown = look(conn, services, author, draft, day, whom=whom)
    _, grants = allowed(conn, services, author, day, draft.edits)
    first = next((c.before or c.after for c in shown.shown.changes), None)
    acting = acting_as(grants, day, None if turned else first)
    who = "" if acting is None else f"{acting[0].value} {acting[1]}".strip()
    made = programmes.save(conn, shown.after, now=now, who=who, why=what, seen=day.event.revision)
    saved = programmes.load(conn, day.event.key)
    drafts.end(conn, draft.id, now, made=saved.event.revision)
    about = ", ".join(dict.fromkeys(change.key for change in made))
    was, became = (acts.day_as_text(one.event) if turned else "" for one in (day, saved))
    revision = saved.event.revision
    acts.record(conn, day.event.id, acting, what, now=now, about=about, before=was, after=became, revision=revision)
    if any(e.kind in {EditKind.DAY_OFF, EditKind.DAY_ONLINE} for e in draft.edits):
        turning.ask_secretaries(conn, saved, services.channel, now=now)
    until = now + HORIZON
    follow_up(conn, saved, made, services.settings, whom=whom, author=author.chat.id, now=now, until=until)
    ended = replace(draft, made=saved.event.revision, ended_at=now)
    return Made(ended, saved, replace(shown.shown, changes=in_order(made)))


def _turns(draft: Draft) -> bool:
    """Say whether a draft is about the whole day."""
    return any(edit.kind in DAY for edit in draft.edits)


def overtaken(conn: Connection, draft: Draft, day: Programme, now: datetime) -> bool:
    """Say whether what the author saw is no longer so: the same sessions were changed, or it collides with a change."""
    if day.event.revision == draft.seen:
        return False
    later = [change for _, change in notices.changes_from(conn, day.event.id, draft.seen + 1)]
    keys = {change.key for change in later}
    try:
        after = applied(day, draft.edits)
    except NothingChanges:
        return True
    changes = compare(day, after)
    if keys & {change.key for change in changes}:
        return True
    seen = as_before(day, later)
    if {c.key for c in compare(seen, applied(seen, draft.edits))} != {c.key for c in changes}:
        return True
    found = clashes(day, after, changes, now=now)
    return any(clash.other is not None and clash.other.key in keys for clash in found)
