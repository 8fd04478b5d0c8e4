"""From a row of the outbox to the message, worded and checked again at the moment of sending."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.changing.notices import KIND as NOTICE
from bot.changing.turning import waits
from bot.ical import invites, ledger
from bot.outbox import broadcasts, desk, handouts, letters, notices, turning
from bot.outbox.model import OutboxRow
from bot.outbox.scene import NOTHING, Beside, Scene
from bot.outbox.skip import Reason, Skip
from bot.outbox.update import update
from bot.people import signing
from bot.people.model import Chat, Choices
from bot.people.presence import Part, caught, is_there_at_start
from bot.programme.model import Programme, Session, State
from bot.reminders import briefs, plan
from bot.wording import brief
from bot.wording.catalogue import Catalogue
from bot.wording.reminders import reminder
from bot.wording.richtext import Message
from bot.wording.signing import with_links

JUST_BEFORE: Final = timedelta(minutes=30)
"""So long after its end people still come from a session's room."""


WHATEVER_STATE: Final = frozenset({letters.CODE, letters.FAILED, *desk.KINDS, *broadcasts.KINDS})
"""Kinds that somebody waits for, or that look at the state of the day themselves."""


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
    worded = WORDED.get(row.kind)
    if worded is None:
        return Skip(Reason.UNKNOWN_KIND)
    if row.kind not in WHATEVER_STATE and programme.event.state is not State.PUBLISHED:
        return Skip(Reason.NOT_PUBLISHED)
    return worded(Scene(row, programme, chat, choices, now, catalogue[chat.language], beside))


def _with_links(said: Message | Skip, scene: Scene) -> Message | Skip:
    """Add to a reminder the links of its sessions that the chat is entitled to."""
    if isinstance(said, Skip):
        return said
    then = [s for s in scene.programme.sessions if s.start == scene.row.starts_at and s.goes_ahead]
    return with_links(said, then, scene.beside.links, scene.words)


def _reminder(scene: Scene) -> Message | Skip:
    row, programme, chat, stay, now = scene.row, scene.programme, scene.chat, scene.choices.stay, scene.now
    if chat.lead is None:
        return Skip(Reason.OFF)
    if stay.absent:
        return Skip(Reason.ABSENT)
    mine = plan.my_sessions(programme, scene.choices)
    then = [s for s in mine if s.start == row.starts_at]
    ahead = [s for s in then if s.goes_ahead and not waits(s)]
    still = [s for s in ahead if s.end is None or now < s.end]
    if not still:
        return Skip(Reason.OVER if ahead else Reason.CANCELLED if then else Reason.NOT_WANTED)
    there = [s for s in mine if caught(s, programme, stay) is not Part.NOTHING]
    still = [s for s in still if is_there_at_start(s, programme, stay)]
    if not still:
        return Skip(Reason.AWAY)
    if chat.quiet and plan.sits_in(there, now, besides=row.starts_at) is not None:
        return Skip(Reason.IN_SESSION)
    before = _coming_from(there, still)
    return _with_links(reminder(still, programme, scene.words, now=now, before=before, repeated=row.repeated), scene)


def _brief(scene: Scene) -> Message | Skip:
    row, programme, choices, now = scene.row, scene.programme, scene.choices, scene.now
    if briefs.is_off(row, scene.chat):
        return Skip(Reason.BRIEF_OFF)
    if choices.stay.absent:
        return Skip(Reason.ABSENT)
    day, own = briefs.day_of(row, programme), briefs.sessions_of(row, programme, choices)
    if own:
        return brief.brief(own, programme, choices, scene.words, day=day, now=now, repeated=row.repeated)
    if row.key.endswith(briefs.EVENING) and choices.stay.expected and not choices:
        return brief.offer(programme, scene.words, day=day, now=now)
    return Skip(Reason.NOTHING_CHOSEN)


def _handout(scene: Scene) -> Message | Skip:
    return handouts.worded(scene.row, scene.beside.handout, scene.programme, scene.words, now=scene.now)


def _notice(scene: Scene) -> Message | Skip:
    return notices.worded(
        scene.row,
        scene.beside.telling,
        scene.programme,
        scene.chat,
        scene.choices,
        words=scene.words,
        now=scene.now,
    )


def _turned(scene: Scene) -> Message | Skip:
    return turning.worded(scene.row, scene.programme, scene.words, allowed=scene.beside.allowed)


def _to_many(scene: Scene) -> Message | Skip:
    return broadcasts.worded(scene.row, scene.beside.going, scene.programme, scene.words)


def _code(scene: Scene) -> Message | Skip:
    return letters.code(scene.row, scene.programme, scene.beside.code, scene.words)


def _not_arriving(scene: Scene) -> Message | Skip:
    return letters.not_arriving(scene.beside.address, scene.words)


def _desk(scene: Scene) -> Message | Skip:
    return desk.worded(scene.row, scene.beside.asked, scene.words)


WORDED: Final[Mapping[str, Callable[[Scene], Message | Skip]]] = {
    plan.KIND: _reminder,
    briefs.KIND: _brief,
    signing.KIND: _handout,
    ledger.KIND: update,
    invites.KIND: letters.invite,
    NOTICE: _notice,
    turning.KIND: _turned,
    letters.CODE: _code,
    letters.FAILED: _not_arriving,
    **dict.fromkeys(desk.KINDS, _desk),
    **dict.fromkeys(broadcasts.KINDS, _to_many),
}
"""What words each kind of message."""


def _coming_from(mine: Sequence[Session], sessions: list[Session]) -> Session | None:
    """Give the one session of my own that I come from, where it is in another room and was not long ago."""
    start = sessions[0].start
    earlier = [s for s in mine if s.goes_ahead and s.start < start]
    last = [s for s in earlier if s.start == earlier[-1].start]
    if len(last) != 1 or last[0].room is None or last[0].room in {s.room for s in sessions}:
        return None
    end = last[0].end
    return last[0] if end is not None and start - JUST_BEFORE <= end else None
