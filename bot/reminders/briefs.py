"""When the brief of one's own day goes out: the evening before, and on the morning itself for who asks."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from bot.outbox.model import OutboxRow, Planned
from bot.people.model import Chat, ChatKind, Choices
from bot.people.presence import Part, caught
from bot.programme.model import Programme, Session, State
from bot.programme.queries import moment_on
from bot.reminders.plan import People, my_sessions, with_sessions

KIND: Final = "brief"
EVENING: Final = "evening"
MORNING: Final = "morning"
PRIORITY: Final = 6
"""After the reminders: a brief can wait a minute."""
BEDTIME: Final = 23 * 60
"""Minutes after local midnight from when on a brief that is late stays away, so that nobody wakes of it."""
AT_LEAST: Final = timedelta(hours=1)
"""So long a brief is of use, also one that goes out late in the evening."""


def due(
    programme: Programme, people: People, *, now: datetime, until: datetime, since: datetime | None = None
) -> Iterator[Planned]:
    """Plan the briefs of an event that are to go out after ``now`` and up to ``until``.

    What should have gone before ``now`` is not planned any more: who chose something since knows what they chose.
    After a standstill ``since`` is an earlier moment, so that what nobody could plan is late and not lost.
    """
    after = since or now
    days = [day for day in programme.days if now <= moment_on(programme, day + timedelta(days=1), 0)]
    if programme.event.state is not State.PUBLISHED or not days:
        return
    moments = _Moments(programme)

    def near(chat: Chat) -> bool:
        return any(after < moment <= until for day in days for _, moment in moments.of(chat, day))

    able = (
        (chat, choices)
        for chat, choices in people
        if chat.active and chat.kind is ChatKind.PRIVATE and not choices.stay.absent and near(chat)
    )
    for chat, choices, mine in with_sessions(programme, able):
        for day in days:
            own = on_day(programme, choices, mine, day)
            for when, moment in moments.of(chat, day):
                wanted = own or (when == EVENING and day == programme.days[0] and choices.stay.expected)
                over = _over(programme, day, moment, own, when=when)
                if wanted and after < moment <= until and max(moment, now) < over:
                    yield Planned(
                        key=f"{KIND}:{chat.id}:{programme.event.key}:{day.isoformat()}:{when}",
                        kind=KIND,
                        chat_id=chat.id,
                        event_id=programme.event.id,
                        starts_at=moment_on(programme, day, 0),
                        due_at=moment,
                        expires_at=over,
                        priority=PRIORITY,
                    )


def day_of(row: OutboxRow, programme: Programme) -> date:
    """Give the local day that a brief is about."""
    return programme.local(row.starts_at).date()


def is_off(row: OutboxRow, chat: Chat) -> bool:
    """Say whether a brief that was planned is not wanted any more."""
    return (chat.brief if row.key.endswith(EVENING) else chat.morning) is None


def sessions_of(row: OutboxRow, programme: Programme, choices: Choices) -> tuple[Session, ...]:
    """List what a brief tells: one's own sessions of the day that go ahead and that one catches."""
    return on_day(programme, choices, my_sessions(programme, choices), day_of(row, programme))


def on_day(programme: Programme, choices: Choices, mine: tuple[Session, ...], day: date) -> tuple[Session, ...]:
    """Leave of one's own sessions those of a day that go ahead and that one catches."""
    return tuple(
        s
        for s in mine
        if s.goes_ahead
        and programme.local(s.start).date() == day
        and caught(s, programme, choices.stay) is not Part.NOTHING
    )


class _Moments:
    """When briefs go out; most people have the same times, so each is worked out once."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._known: dict[tuple[date, int], datetime] = {}

    def of(self, chat: Chat, day: date) -> Iterator[tuple[str, datetime]]:
        """Give the moments at which a chat wants the brief of a day."""
        if chat.brief is not None:
            yield EVENING, self._on(day - timedelta(days=1), chat.brief)
        if chat.morning is not None:
            yield MORNING, self._on(day, chat.morning)

    def _on(self, day: date, minutes: int) -> datetime:
        if (day, minutes) not in self._known:
            self._known[day, minutes] = moment_on(self._programme, day, minutes)
        return self._known[day, minutes]


def _over(programme: Programme, day: date, due: datetime, own: tuple[Session, ...], *, when: str) -> datetime:
    if when == EVENING:
        return max(moment_on(programme, day - timedelta(days=1), BEDTIME), due + AT_LEAST)
    return own[0].start if own else due
