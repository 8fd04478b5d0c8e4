"""What a change of a day causes: who hears of it, which reminders move, which calendars follow; in one transaction.

The tick does the same for changes that come from elsewhere (the command line, another process): up to which revision
people are told is kept with the event, in the transaction that plans the messages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Final

from sqlalchemy import Connection

from bot.changing import notices, reach
from bot.changing.reach import Bonds
from bot.ical import ledger
from bot.outbox.model import OutboxRow, OutboxState, Planned
from bot.people.model import Chat, Choices
from bot.programme.changes import Change, as_before
from bot.programme.model import Programme, State
from bot.reminders import briefs, plan
from bot.reminders.spread import PACE
from config.settings import Settings
from storage import acts, chat_rows, choice_rows, handed_out, outbox, roles, visitors
from storage import notices as news
from storage.database import SAVE_LOCK, alone

HORIZON: Final = timedelta(hours=24)
"""How far ahead of the event's clock is planned: a whole day, so that what a standstill made us miss is on record."""
PLAN_LOCK: Final = 7406843
"""Advisory lock of PostgreSQL: two processes must not each plan a message about the same entry."""
NOBODY_TOLD: Final[Mapping[int, datetime]] = {}


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at an event gave: how many rows were written, and whether it must be looked at again at once."""

    written: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class Audience:
    """All chats of a channel that may be concerned, with what they chose; and who has to do with which session."""

    people: tuple[tuple[Chat, Choices], ...]
    bonds: Bonds


def audience(conn: Connection, programme: Programme, channel: str, *, whole_day: bool = False) -> Audience:
    """Give whom changes of an event may concern; the ``whole_day`` concerns also who only came by."""
    chosen = (visitors.everybody if whole_day else choice_rows.all_choices)(conn, programme.event.id, channel)
    secretaries = roles.secretaries(conn, programme, channel)
    known = {chat.id for chat, _ in chosen}
    staff = sorted({chat_id for chats in secretaries.values() for chat_id in chats} - known)
    others = (chat_rows.chat_by_id(conn, chat_id) for chat_id in staff)
    bonds = Bonds(news.signed_up(conn, programme.event.id), secretaries)
    return Audience((*chosen, *((chat, Choices()) for chat in others if chat is not None and chat.active)), bonds)


def follow_up(
    conn: Connection,
    programme: Programme,
    changes: Sequence[Change],
    settings: Settings,
    *,
    whom: Audience,
    author: int,
    now: datetime,
    until: datetime,
) -> int:
    """Plan all that changes cause of which nobody was told, and give the number of rows.

    ``programme`` is as it is now, after ``changes``; reminders are planned up to ``until``. ``author`` is the chat
    that need not hear as secretary what it says itself.
    """
    told = announce(conn, programme, settings.channel, now=now, whom=whom, author=author)
    written = 0
    if plan.may_move(changes):
        pace = PACE * settings.clock_speed
        rows = reminders(
            conn, programme, settings.channel, now=now, until=until, since=now, pace=pace, chosen=whom.people
        )
        written = outbox.plan(conn, rows, now=now)
    return len(told) + written + calendars(conn, programme, settings.channel, now=now, told=told).written


def announce(
    conn: Connection,
    programme: Programme,
    channel: str,
    *,
    now: datetime,
    whom: Audience | None = None,
    author: int | None = None,
) -> Mapping[int, datetime]:
    """Plan notices of the changes that were not announced yet, and give the chats that get one, and when.

    The first version of a day is no change, and a day that is not published tells nobody anything.
    """
    alone(conn, SAVE_LOCK)
    event = programme.event
    done = news.announced(conn, event.id)
    if done >= event.revision:
        return NOBODY_TOLD
    news.set_announced(conn, event.id, event.revision)
    since = max(done, 1) + 1
    if since > event.revision or event.state is not State.PUBLISHED:
        return NOBODY_TOLD
    made = tuple(change for _, change in news.changes_from(conn, event.id, since))
    before = as_before(programme, made)
    turned = acts.turned_since(conn, event.id, since)
    whom = whom or audience(conn, programme, channel, whole_day=turned)
    touched = reach.touched(before, programme, made)
    found = reach.concerned(touched, whom.people, programme, whom.bonds, everybody=turned)
    heard = reach.heard_by(found, author)
    earlier = news.earlier(conn, event.id, channel, now)
    rows = tuple(notices.planned(programme, heard, earlier, since=since, now=now, turned=turned))
    outbox.plan(conn, rows, now=now)
    return {row.chat_id: row.due_at for row in rows}


def reminders(
    conn: Connection,
    programme: Programme,
    channel: str,
    *,
    now: datetime,
    until: datetime,
    since: datetime,
    pace: timedelta,
    chosen: Sequence[tuple[Chat, Choices]] | None = None,
) -> Sequence[Planned]:
    """Work out which reminders and briefs differ from what is planned; ``chosen`` where it is known already."""
    known = outbox.planned_times(conn, programme.event.id, channel)
    if chosen is None:
        chosen = choice_rows.all_choices(conn, programme.event.id, channel)
    rows = chain(
        plan.due(programme, chosen, now=now, until=until, pace=pace),
        briefs.due(programme, chosen, now=now, until=until, since=since),
    )
    return [row for row in rows if known.get(row.key) != (row.due_at, row.expires_at)]


def calendars(
    conn: Connection, programme: Programme, channel: str, *, now: datetime, told: Mapping[int, datetime] = NOBODY_TOLD
) -> Looked:
    """Plan updates of calendar files that were overtaken; ``told`` are chats that hear of it, and when."""
    alone(conn, PLAN_LOCK)
    event_id = programme.event.id
    behind = handed_out.behind(conn, event_id, channel)
    gone = handed_out.gone(conn, event_id, [entry for held in behind.values() for entry in held])
    outbox.forgive(conn, event_id, channel, ledger.KIND)
    underway = {row.chat_id: row for row in outbox.underway(conn, event_id, channel, ledger.KIND)}
    rows = ledger.updates(programme, behind, gone, underway, now=now)
    wanted = (ledger.after(told[row.chat_id], row) if row.chat_id in told else row for row in rows)
    return write(conn, wanted, underway.values(), now)


def write(conn: Connection, wanted: Iterable[Planned], underway: Iterable[OutboxRow], now: datetime) -> Looked:
    """Write what differs from what is planned; while something is on its way, look again."""
    on_its_way = [row for row in underway if row.state is not OutboxState.PLANNED]
    known = {row.key: (row.due_at, row.expires_at) for row in underway if row.state is OutboxState.PLANNED}
    rows = [row for row in wanted if known.get(row.key) != (row.due_at, row.expires_at)]
    return Looked(outbox.plan(conn, rows, now=now), again=bool(on_its_way))
