"""Invitations by mail (RFC 5546, RFC 6047): what a mailbox holds of somebody's own programme, and what it lacks.

Whoever drops a session gets its cancellation while the session itself goes on, so the number of an entry by mail is
that of the session only as long as nothing else happened: it goes up with every message about it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.ical.calendars import Method
from bot.ical.ledger import GATHERING, Entry, Ledger, entry_of, is_soon, of_use_until, sessions_now
from bot.outbox.model import OutboxRow, OutboxState, Planned
from bot.people.model import Choices
from bot.programme.model import Programme, Session, State, Status
from bot.reminders.plan import my_sessions

KIND: Final = "invite"
PRIORITY: Final = 5


@dataclass(frozen=True, slots=True)
class Invite:
    """One message to send: ``session`` as it is to be shown, with the number that the message carries."""

    method: Method
    session: Session
    held: Entry | None

    @property
    def entry(self) -> Entry:
        """What the calendar has once the message arrived."""
        return entry_of(self.session)


@dataclass(frozen=True, slots=True)
class Box:
    """A mailbox: its id as a chat, what its owner chose, and what it holds."""

    chat_id: int
    choices: Choices
    held: tuple[Entry, ...] = ()


def invites(
    programme: Programme, choices: Choices, ledger: Ledger, *, now: datetime, unsure: int | None = None
) -> tuple[Invite, ...]:
    """List what a mailbox lacks, in the order of the programme, without what is over.

    ``unsure`` is the id of a session of which a message may have arrived: about that one a message is due whatever
    the mailbox was last known to hold.
    """
    mine = {s.id for s in my_sessions(programme, choices) if s.goes_ahead}
    held = {entry.session_id: entry for entry in ledger.held}
    found = []
    for session in sessions_now(programme, ledger.gone).values():
        has = held.get(session.id)
        method = _method(session, has, mine=session.id in mine, unsure=session.id == unsure)
        if method is not None and of_use_until(has, session) > now:
            status = Status.CANCELLED if method == "CANCEL" else session.status
            shown = replace(session, sequence=_number(session, has, method), status=status)
            found.append(Invite(method, shown, has))
    return tuple(sorted(found, key=lambda i: (i.session.start, i.session.key)))


def planned(
    programme: Programme,
    boxes: Iterable[Box],
    gone: Sequence[Session],
    underway: Mapping[tuple[int, int], OutboxRow],
    *,
    now: datetime,
) -> Iterator[Planned]:
    """Plan a message for each session that a mailbox lacks.

    ``underway`` are the messages not yet sent, by mailbox and session. Nothing for an event that is not published.
    """
    if programme.event.state is not State.PUBLISHED:
        return
    for box in boxes:
        for invite in invites(programme, box.choices, Ledger(box.held, tuple(gone)), now=now):
            session = invite.session
            row = underway.get((box.chat_id, session.id))
            if row is not None and row.state is not OutboxState.PLANNED:
                continue
            due = now if is_soon(invite.held, session, now) else now + GATHERING
            yield Planned(
                key=row.key if row else f"{KIND}:{box.chat_id}:{session.id}:{session.sequence}",
                kind=KIND,
                chat_id=box.chat_id,
                event_id=programme.event.id,
                starts_at=session.start,
                due_at=min(due, row.due_at) if row else due,
                expires_at=of_use_until(invite.held, session),
                priority=PRIORITY,
            )


def session_in(key: str) -> int:
    """Give the id of the session that a planned message is about."""
    return int(key.split(":")[2])


def _method(session: Session, held: Entry | None, *, mine: bool, unsure: bool) -> Method | None:
    has = held is not None and held.status is not Status.CANCELLED
    if mine:
        right = has and held is not None and held.says(session)
        return None if right and not unsure else "REQUEST"
    return "CANCEL" if has or unsure else None


def _number(session: Session, held: Entry | None, method: Method) -> int:
    """Give the number of a message: one that is not higher is taken for an old message (RFC 5546 2.1.5)."""
    if held is not None:
        return max(session.sequence, held.sequence + 1)
    return session.sequence + (method == "CANCEL")
