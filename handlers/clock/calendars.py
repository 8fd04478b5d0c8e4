"""The tick that keeps calendars right: what was handed out is compared with the programme as it is now."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.ical import invites
from bot.outbox.model import OutboxRow, Planned
from bot.people.mailing import mail_channel
from bot.programme.model import Event, Programme, State
from handlers.consequences import PLAN_LOCK, Looked, calendars, write
from handlers.services import Services
from storage import choice_rows, handed_out, mailboxes, outbox
from storage import programme as programmes
from storage.database import alone

LONGEST: Final = 30.0
"""Real seconds after which is compared again whatever was heard: another process may have handed something over."""


class CalendarPlanner:
    """Plans what calendars must hear; cheap when nothing changed.

    With ``by_mail`` invitations too. ``wake`` is called when rows were written. ``monotonic`` is real time.
    """

    def __init__(
        self,
        services: Services,
        wake: Callable[[], None],
        *,
        by_mail: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._services = services
        self._wake = wake
        self._by_mail = by_mail
        self._monotonic = monotonic
        self._seen: dict[str, int] | None = None
        self._looked_at = 0.0

    async def tick(self, *, chosen: bool = False) -> int:
        """Plan, if anything may have changed; ``chosen`` when somebody chose something. Give the number of rows."""
        services = self._services
        found = await services.database.read(programmes.revisions)
        if found == self._seen and not chosen and self._monotonic() - self._looked_at < LONGEST:
            return 0
        self._looked_at = self._monotonic()
        await services.programmes.fresh()
        now = services.clock()
        looked = [
            await self._look(await services.programmes.of(event.key), now)
            for event in await services.programmes.events()
            if _is_of_interest(event, now)
        ]
        # What is being sent may be overtaken when it arrives.
        self._seen = None if any(one.again for one in looked) else found
        written = sum(one.written for one in looked)
        # Who asked for a code by mail waits for it.
        if written or chosen:
            self._wake()
        return written

    async def _look(self, programme: Programme, now: datetime) -> Looked:
        database, channel = self._services.database, self._services.channel
        seen = Looked()
        if await database.read(handed_out.behind, programme.event.id, channel):
            seen = await database.write(calendars, programme, channel, now=now)
        if self._by_mail and await database.read(_missing, programme, channel, now=now):
            by_mail = await database.write(_plan_invites, programme, channel, now=now)
            seen = Looked(seen.written + by_mail.written, seen.again or by_mail.again)
        return seen


def _missing(conn: Connection, programme: Programme, channel: str, *, now: datetime) -> bool:
    """Say whether any mailbox lacks anything; on a reader's thread, so that nobody waits for it."""
    return next(_invites(conn, programme, channel, {}, now), None) is not None


def _plan_invites(conn: Connection, programme: Programme, channel: str, *, now: datetime) -> Looked:
    alone(conn, PLAN_LOCK)
    rows = outbox.underway(conn, programme.event.id, mail_channel(channel), invites.KIND)
    underway = {(row.chat_id, invites.session_in(row.key)): row for row in rows}
    return write(conn, _invites(conn, programme, channel, underway, now), rows, now)


def _invites(
    conn: Connection,
    programme: Programme,
    of: str,
    underway: dict[tuple[int, int], OutboxRow],
    now: datetime,
) -> Iterator[Planned]:
    """Work out what the mailboxes of the chats of a channel lack."""
    event_id, channel = programme.event.id, mail_channel(of)
    held = handed_out.all_held(conn, event_id, channel)
    gone = handed_out.gone(conn, event_id, [entry for entries in held.values() for entry in entries])
    found = mailboxes.all_mailboxes(conn, channel)
    # All at once; who is not among them chose nothing, or blocked the chat and still gets mail.
    chosen = {chat.id: choices for chat, choices in choice_rows.all_choices(conn, event_id, of)} if found else {}
    boxes = (
        invites.Box(
            box.mail.id,
            chosen.get(box.chat_id) or choice_rows.choices(conn, box.chat_id, event_id),
            held.get(box.mail.id, ()),
        )
        for box in found
    )
    return invites.planned(programme, boxes, gone, underway, now=now)


def _is_of_interest(event: Event, now: datetime) -> bool:
    """Say whether calendars of a published event must be right: until the day after it, whatever its zone."""
    return event.state is State.PUBLISHED and (now - timedelta(days=1)).date() <= event.last_day
