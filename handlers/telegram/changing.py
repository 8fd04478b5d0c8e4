"""Changing the programme in the chat: «/wijzig» with buttons, the preview, sending, taking back."""

from collections.abc import Sequence
from typing import Final

from bot.changing.edit import Edit, EditKind
from bot.changing.turning import waits
from bot.errors import NotAllowed, StaleButton
from bot.people.access import is_organiser, may_change, sessions_of
from bot.people.model import ChatKind
from bot.programme import queries
from bot.programme.model import LOGISTIC_KINDS, Session
from bot.questions.clock_times import DAY as MIDNIGHT
from bot.wording import changing as wording
from bot.wording import turning as turning_words
from bot.wording.private import only_in_private
from bot.wording.richtext import Action
from handlers import changing, turning
from handlers.drafting import Left
from handlers.telegram import proposing
from handlers.telegram.context import Answers, Say, Visit
from handlers.telegram.lookup import called, room_with, session_of
from storage import drafts

CHANGE: Final = "change"
ONLINE_TIME: Final = "online-time"
"""What the next message of a chat may be: how a session changes, or at what time it is online."""


async def change(visit: Visit) -> Answers:
    """Answer «/wijzig» with what somebody may change: a session, where there is only one, else a list.

    Raises NotAllowed.
    """
    if visit.chat.kind is ChatKind.GROUP:
        return (Say(only_in_private(visit.services.identity.bot, visit.words)),)
    grants = await visit.must(bool)
    found = _open(visit, sessions_of(grants, visit.programme))
    if is_organiser(grants) and any(waits(s) for s in visit.programme.sessions):
        return await waiting(visit)
    if len(found) == 1:
        return await _menu(visit, found[0], others=0)
    return (Say(wording.choice(found, visit.programme, visit.words, whole_day=is_organiser(grants))),)


async def named(visit: Visit, text: str) -> Answers:
    """Show what can be changed in the session of one's own with these words in its name, or ask which of several."""
    own = _open(visit, sessions_of(await visit.grants(), visit.programme))
    found = called(text, own, visit.words)
    if len(found) == 1:
        return await _menu(visit, found[0], others=len(own) - 1)
    return (Say(wording.choice(found, visit.programme, visit.words)),) if found else ()


async def press_change(visit: Visit, action: Action) -> Answers:
    """Show what can be changed in the session of a button, or the list of sessions; raises NotAllowed."""
    if not action.id:
        grants = await visit.must(bool)
        found = _open(visit, sessions_of(grants, visit.programme))
        whole_day = is_organiser(grants)
        said = wording.choice(found, visit.programme, visit.words, first=action.revision, whole_day=whole_day)
        return (Say(said),)
    found_visit, session = await _mine(visit, action)
    grants = await found_visit.grants()
    others = len(_open(found_visit, sessions_of(grants, found_visit.programme))) - 1
    return await _menu(found_visit, session, others=others)


async def press_room(visit: Visit, action: Action) -> Answers:
    """Propose another room."""
    found, session = await _mine(visit, action)
    room = room_with(found.programme, action.revision)
    return await proposing.propose(found, (Edit(kind=EditKind.ROOM, keys=(session.key,), room=room.slug),))


async def press_later(visit: Visit, action: Action) -> Answers:
    """Propose a later beginning."""
    found, session = await _mine(visit, action)
    if action.revision not in wording.LATER:
        raise StaleButton(f"later:{action.revision}")
    return await proposing.propose(found, (Edit(kind=EditKind.LATER, keys=(session.key,), minutes=action.revision),))


async def press_start(visit: Visit, action: Action) -> Answers:
    """Propose another time to begin on the same day."""
    found, session = await _mine(visit, action)
    if not 0 < action.revision < MIDNIGHT:
        raise StaleButton(f"start:{action.revision}")
    start = queries.moment_on(found.programme, found.programme.local(session.start).date(), action.revision)
    return await proposing.propose(found, (Edit(kind=EditKind.TIME, keys=(session.key,), start=start),))


async def press_cancel(visit: Visit, action: Action) -> Answers:
    """Propose that a session does not go ahead."""
    return await _simply(visit, action, EditKind.OFF)


async def press_goes_ahead(visit: Visit, action: Action) -> Answers:
    """Propose that a session goes ahead after all."""
    return await _simply(visit, action, EditKind.ON)


async def press_online(visit: Visit, action: Action) -> Answers:
    """Propose that a session is held online, at its own time."""
    return await _simply(visit, action, EditKind.ONLINE)


async def press_postpone(visit: Visit, action: Action) -> Answers:
    """Propose that a session is held some other day."""
    return await _simply(visit, action, EditKind.POSTPONE)


async def press_turn(visit: Visit, action: Action) -> Answers:
    """Propose that the whole day goes online or does not go ahead; raises NotAllowed."""
    kinds = {wording.DAY_ONLINE: EditKind.DAY_ONLINE, wording.DAY_OFF: EditKind.DAY_OFF}
    if action.id not in kinds:
        raise StaleButton(f"turn:{action.id}")
    return await proposing.propose(visit, (Edit(kind=kinds[action.id]),))


async def press_ask_time(visit: Visit, action: Action) -> Answers:
    """Ask for another time; the next message says it."""
    return await _ask_time(visit, action, online=False)


async def press_ask_online(visit: Visit, action: Action) -> Answers:
    """Ask for the time at which a session is online; the next message says it."""
    return await _ask_time(visit, action, online=True)


async def press_swap_list(visit: Visit, action: Action) -> Answers:
    """Ask with which session another one changes rooms."""
    found, session = await _mine(visit, action)
    return (Say(wording.swap_list(session, found.programme, found.words, own=await _own(found))),)


async def press_swap(visit: Visit, action: Action) -> Answers:
    """Propose that two sessions change rooms."""
    found, session = await _mine(visit, action)
    other = found.programme.session_by_id.get(action.revision)
    if other is None:
        raise StaleButton(f"swap:{action.revision}")
    return await proposing.propose(found, (Edit(kind=EditKind.SWAP, keys=(session.key, other.key)),))


async def press_speaker_list(visit: Visit, action: Action) -> Answers:
    """Ask who cannot come."""
    found, session = await _mine(visit, action)
    return (Say(wording.speaker_list(session, found.programme, found.words)),)


async def press_speaker_out(visit: Visit, action: Action) -> Answers:
    """Propose that a speaker cannot come."""
    found, session = await _mine(visit, action)
    name = _speaker(session, action.revision, absent=False)
    return await proposing.propose(found, (Edit(kind=EditKind.SPEAKER, keys=(session.key,), name=name),))


async def press_speaker_back(visit: Visit, action: Action) -> Answers:
    """Propose that a speaker who could not come does so after all."""
    found, session = await _mine(visit, action)
    name = _speaker(session, action.revision, absent=True)
    return await proposing.propose(found, (Edit(kind=EditKind.COMES, keys=(session.key,), name=name),))


def _speaker(session: Session, number: int, *, absent: bool) -> str:
    """Give the name of a speaker by their place in the session; raises StaleButton where it is no longer so."""
    speaker = session.speakers[number - 1] if 1 <= number <= len(session.speakers) else None
    if speaker is None or speaker.name is None or speaker.absent is not absent:
        raise StaleButton(f"speaker:{number}")
    return speaker.name


async def press_edit(visit: Visit, action: Action) -> Answers:
    """Leave a proposal and ask how it should be instead."""
    outcome = await changing.leave(visit.services, proposing.author_of(visit), action.id)
    keys = outcome.draft.edits[0].keys if isinstance(outcome, Left) and outcome.draft.edits else ()
    session = visit.programme.session_by_key.get(keys[0]) if len(keys) == 1 else None
    if session is not None:
        return await _menu(visit, session, others=1)
    return (Say(wording.edit_again(visit.words)),)


async def waiting(visit: Visit) -> Answers:
    """Say of which sessions nobody said yet what becomes of them, since the day turned."""
    open_ = [s for s in visit.programme.sessions if waits(s)]
    asked = await turning.asked(visit.services, visit.programme)
    meetings = [s for s in visit.programme.sessions if s.kind not in LOGISTIC_KINDS]
    return (Say(turning_words.overview(open_, asked, visit.programme, visit.words, turned=len(meetings))),)


async def _ask_time(visit: Visit, action: Action, *, online: bool) -> Answers:
    found, session = await _mine(visit, action)
    what = ONLINE_TIME if online else CHANGE
    await found.services.database.write(drafts.expect, found.chat.id, what, session.id, found.now)
    return (Say(wording.ask_time(session, found.programme, found.words, online=online)),)


async def _simply(visit: Visit, action: Action, kind: EditKind) -> Answers:
    found, session = await _mine(visit, action)
    return await proposing.propose(found, (Edit(kind=kind, keys=(session.key,)),))


async def _mine(visit: Visit, action: Action) -> tuple[Visit, Session]:
    """Give the session of a button, where the person may change it; raises NotAllowed and StaleButton."""
    found, session = await session_of(visit, action)
    if not may_change(await found.must(bool), found.programme, session):
        raise NotAllowed(session.key)
    return found, session


async def _menu(visit: Visit, session: Session, *, others: int) -> Answers:
    """Show what can be changed in a session; the next message may be how."""
    await visit.services.database.write(drafts.expect, visit.chat.id, CHANGE, session.id, visit.now)
    own = await _own(visit)
    return (Say(wording.menu(session, visit.programme, visit.words, own=own, others=others)),)


async def _own(visit: Visit) -> frozenset[str]:
    """Give the keys of the sessions that the person may change."""
    return frozenset(s.key for s in sessions_of(await visit.grants(), visit.programme))


def _open(visit: Visit, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """Leave out what is over, and time for moving; with nothing to come all of it can be chosen."""
    chosen = [s for s in sessions if s.kind != "moving"]
    coming = [s for s in chosen if (s.end or s.start) > visit.now]
    return tuple(coming or chosen)
