"""From a row of the outbox to the message, worded and checked again at the moment of sending."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.ical import invites, ledger
from bot.ical.ledger import EMPTY, Ledger
from bot.ical.publisher import NOBODY, Publisher
from bot.outbox import broadcasts, desk, handouts, letters
from bot.outbox.model import OutboxRow
from bot.outbox.skip import Reason, Skip
from bot.outbox.update import update
from bot.people import signing
from bot.people.desk import DeskQuestion
from bot.people.model import Chat, Choices
from bot.people.presence import Part, caught, is_there_at_start
from bot.people.signing import Handout
from bot.programme.model import Programme, Session, State
from bot.reminders import briefs, plan
from bot.wording import brief
from bot.wording.catalogue import Catalogue, Words
from bot.wording.reminders import reminder
from bot.wording.richtext import Message
from bot.wording.signing import with_links

JUST_BEFORE: Final = timedelta(minutes=30)
"""So long after its end people still come from a session's room."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What some kinds of message are worded from besides.

    What a calendar holds, who publishes, a code, an address, a question for the organisers; what is handed over to
    one who signed up, and the links that the chat is entitled to, by the session's id; a message to many.
    """

    ledger: Ledger = EMPTY
    publisher: Publisher = NOBODY
    code: str = ""
    address: str = ""
    asked: DeskQuestion | None = None
    handout: Handout | None = None
    links: Mapping[int, str] = field(default_factory=dict)
    going: broadcasts.Going | None = None


NOTHING: Final = Beside()
ASKED_FOR: Final = frozenset({letters.CODE, letters.FAILED, *desk.KINDS})
"""Kinds that somebody waits for, so that they go out whatever the state of the day."""


def compose(
    row: OutboxRow,
    programme: Programme,
    chat: Chat,
    choices: Choices,
    *,
    now: datetime,
    catalogue: Catalogue,
    beside: Beside = NOTHING,
) -> Message | Skip:
    """Word a row for its chat as things stand at ``now``, or say why it is of no use any more."""
    if now >= row.expires_at:
        return Skip(Reason.EXPIRED)
    if not chat.active:
        return Skip(Reason.INACTIVE)
    words = catalogue[chat.language]
    if row.kind in ASKED_FOR:
        return _asked_for(row, programme, beside, words)
    if row.kind in broadcasts.KINDS:
        return broadcasts.worded(row, beside.going, programme, words)
    if programme.event.state is not State.PUBLISHED:
        return Skip(Reason.NOT_PUBLISHED)
    if row.kind in {plan.KIND, briefs.KIND}:
        worded = _reminder if row.kind == plan.KIND else _brief
        said = worded(row, programme, chat, choices, now=now, words=words)
        return _with_links(said, row, programme, beside, words)
    if row.kind == signing.KIND:
        return handouts.worded(row, beside.handout, programme, words, now=now)
    if row.kind == ledger.KIND:
        return update(
            row,
            programme,
            chat,
            ledger=beside.ledger,
            publisher=beside.publisher,
            links=beside.links,
            words=words,
            now=now,
        )
    if row.kind == invites.KIND:
        return letters.invite(
            row,
            programme,
            chat,
            choices,
            ledger=beside.ledger,
            publisher=beside.publisher,
            links=beside.links,
            words=words,
            now=now,
        )
    return Skip(Reason.UNKNOWN_KIND)


def _asked_for(row: OutboxRow, programme: Programme, beside: Beside, words: Words) -> Message | Skip:
    """Word what somebody waits for, whatever the state of the day."""
    if row.kind == letters.CODE:
        return letters.code(row, programme, beside.code, words)
    if row.kind == letters.FAILED:
        return letters.not_arriving(beside.address, words)
    return desk.worded(row, beside.asked, words)


def _with_links(
    said: Message | Skip, row: OutboxRow, programme: Programme, beside: Beside, words: Words
) -> Message | Skip:
    """Add to a reminder the links of its sessions that the chat is entitled to."""
    if row.kind != plan.KIND or isinstance(said, Skip):
        return said
    then = [s for s in programme.sessions if s.start == row.starts_at and s.goes_ahead]
    return with_links(said, then, beside.links, words)


def _reminder(
    row: OutboxRow, programme: Programme, chat: Chat, choices: Choices, *, now: datetime, words: Words
) -> Message | Skip:
    if chat.lead is None:
        return Skip(Reason.OFF)
    if choices.stay.absent:
        return Skip(Reason.ABSENT)
    mine = plan.my_sessions(programme, choices)
    then = [s for s in mine if s.start == row.starts_at]
    ahead = [s for s in then if s.goes_ahead]
    still = [s for s in ahead if s.end is None or now < s.end]
    if not still:
        return Skip(Reason.OVER if ahead else Reason.CANCELLED if then else Reason.NOT_WANTED)
    there = [s for s in mine if caught(s, programme, choices.stay) is not Part.NOTHING]
    still = [s for s in still if is_there_at_start(s, programme, choices.stay)]
    if not still:
        return Skip(Reason.AWAY)
    if chat.quiet and plan.sits_in(there, now, besides=row.starts_at) is not None:
        return Skip(Reason.IN_SESSION)
    before = _coming_from(there, still)
    return reminder(still, programme, words, now=now, before=before, repeated=row.repeated)


def _brief(
    row: OutboxRow, programme: Programme, chat: Chat, choices: Choices, *, now: datetime, words: Words
) -> Message | Skip:
    if briefs.is_off(row, chat):
        return Skip(Reason.BRIEF_OFF)
    if choices.stay.absent:
        return Skip(Reason.ABSENT)
    day, own = briefs.day_of(row, programme), briefs.sessions_of(row, programme, choices)
    if own:
        return brief.brief(own, programme, choices, words, day=day, now=now, repeated=row.repeated)
    if row.key.endswith(briefs.EVENING) and choices.stay.expected and not choices:
        return brief.offer(programme, words, day=day, now=now)
    return Skip(Reason.NOTHING_CHOSEN)


def _coming_from(mine: Sequence[Session], sessions: list[Session]) -> Session | None:
    """Give the one session of my own that I come from, where it is in another room and was not long ago."""
    start = sessions[0].start
    earlier = [s for s in mine if s.goes_ahead and s.start < start]
    last = [s for s in earlier if s.start == earlier[-1].start]
    if len(last) != 1 or last[0].room is None or last[0].room in {s.room for s in sessions}:
        return None
    end = last[0].end
    return last[0] if end is not None and start - JUST_BEFORE <= end else None
