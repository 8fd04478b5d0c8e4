"""What calendars hold of sessions since they were handed over, and which of that was overtaken.

The comparison of what is held with what is now decides, not the change itself: so whichever door a change came
through, and wherever a process died, exactly those hear of it who hold something else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.outbox.model import OutboxRow, OutboxState, Planned
from bot.programme.model import Programme, Session, State, Status

KIND: Final = "calendar-update"
FILE: Final = "file"
MAIL: Final = "mail"
"""How an entry was handed over."""
GATHERING: Final = timedelta(minutes=1)
"""So long an update waits for more of the same, so that three changes in a row are one message."""
SOON: Final = timedelta(hours=1)
"""An update of a session that starts or started within this time waits for nothing."""
UNTOLD: Final = timedelta(hours=1)
"""How long a session without an end is taken to be of interest after its start."""
URGENT: Final = 2
"""The priority of an update: before reminders, as it may say that one is wrong."""
USUAL: Final = 7
"""That of one whose chat is told of the change by another message."""
AFTER_NEWS: Final = timedelta(seconds=5)
"""So long after that message it goes, so that it does not come before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a calendar has of a session: its number, whether it goes ahead, when and where."""

    session_id: int
    sequence: int
    status: Status
    start: datetime
    end: datetime | None
    room: str | None
    online: bool

    def says(self, session: Session) -> bool:
        """Say whether this is what the programme says; of what does not go ahead, time and place do not matter."""
        if self.status is Status.CANCELLED and session.status is Status.CANCELLED:
            return True
        return replace(self, sequence=session.sequence) == entry_of(session)

    @property
    def over(self) -> datetime:
        """The moment from which it is of no interest."""
        return self.end or self.start + UNTOLD


@dataclass(frozen=True, slots=True)
class Ledger:
    """What one chat holds of an event, and the sessions among it that left the programme."""

    held: tuple[Entry, ...] = ()
    gone: tuple[Session, ...] = ()


EMPTY: Final = Ledger()


@dataclass(frozen=True, slots=True)
class Overtaken:
    """An entry that is held and the session as it is now; one that left the programme is cancelled."""

    held: Entry
    session: Session


def entry_of(session: Session) -> Entry:
    """Give what a calendar has of a session that is handed over now."""
    return Entry(
        session_id=session.id,
        sequence=session.sequence,
        status=session.status,
        start=session.start,
        end=session.end,
        room=session.room,
        online=session.online,
    )


def sessions_now(programme: Programme, gone: Iterable[Session]) -> dict[int, Session]:
    """Give every session by id as it is now: those that left the programme do not go ahead."""
    return {s.id: replace(s, status=Status.CANCELLED) for s in gone} | programme.session_by_id


def overtaken(programme: Programme, ledger: Ledger, *, now: datetime, unsure: bool = False) -> tuple[Overtaken, ...]:
    """List what is held and no longer right, in the order of the programme, without what is over.

    A session that was moved and moved back is right again. With ``unsure``, when an update may have arrived of
    which nothing is known, every entry with an older number counts.
    """
    current = sessions_now(programme, ledger.gone)
    found = [
        Overtaken(held, session)
        for held in ledger.held
        if (session := current.get(held.session_id)) is not None
        and held.sequence < session.sequence
        and (unsure or not held.says(session))
        and of_use_until(held, session) > now
    ]
    return tuple(sorted(found, key=lambda o: (o.session.start, o.session.key)))


def of_use_until(held: Entry | None, session: Session) -> datetime:
    """Give the moment from which nobody needs to hear what became of a session."""
    return max(e.over for e in (held, entry_of(session)) if e is not None)


def is_soon(held: Entry | None, session: Session, now: datetime) -> bool:
    """Say whether a session starts or started within the hour, in the calendar or in the programme."""
    return any(abs(e.start - now) <= SOON for e in (held, entry_of(session)) if e is not None)


def updates(
    programme: Programme,
    holders: Mapping[int, Sequence[Entry]],
    gone: Sequence[Session],
    underway: Mapping[int, OutboxRow],
    *,
    now: datetime,
) -> Iterator[Planned]:
    """Plan a message for each chat that holds something older; ``underway`` are the updates not yet sent, by chat.

    What changes while one waits goes with it, and it waits no longer for that. What changes while one is being
    sent is found again afterwards. Nothing for an event that is not published.
    """
    if programme.event.state is not State.PUBLISHED:
        return
    for chat_id, held in holders.items():
        late = overtaken(programme, Ledger(tuple(held), tuple(gone)), now=now)
        row = underway.get(chat_id)
        if not late or (row is not None and row.state is not OutboxState.PLANNED):
            continue
        soon = any(is_soon(one.held, one.session, now) for one in late)
        # What another message tells of already needs no hurry.
        due = now if soon and not (row and row.silent) else now + GATHERING
        yield Planned(
            key=row.key if row else f"{KIND}:{chat_id}:{programme.event.key}:{programme.event.revision}",
            kind=KIND,
            chat_id=chat_id,
            event_id=programme.event.id,
            starts_at=min(one.session.start for one in late),
            due_at=min(due, row.due_at) if row else due,
            expires_at=max(of_use_until(one.held, one.session) for one in late),
            priority=row.priority if row else URGENT,
            silent=row is not None and row.silent,
        )


def after(news_at: datetime, wanted: Planned) -> Planned:
    """Let an update come without a sound, and after the message at ``news_at`` that tells of the change."""
    return replace(wanted, due_at=max(wanted.due_at, news_at + AFTER_NEWS), priority=USUAL, silent=True)
