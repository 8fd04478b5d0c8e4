"""What somebody does with their own day, whichever door they come through: choose, come later, stay away, set."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from bot.people.model import Chat, Choices, Stay
from bot.programme.model import Programme, Session
from bot.reminders.own_day import Overlap, Pair, overlaps, rivals
from bot.reminders.plan import keys_followed
from handlers.services import Services
from storage import chat_rows, choice_rows, own_day
from storage.own_day import Settled

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OwnDay:
    """What a chat chose for an event, and the overlaps that it settled."""

    choices: Choices
    settled: frozenset[Pair]


async def of(services: Services, chat: Chat, programme: Programme) -> OwnDay:
    """Give a chat's own day."""

    def read(conn: Connection) -> OwnDay:
        chosen = choice_rows.choices(conn, chat.id, programme.event.id)
        known = own_day.settled(conn, chat.id, programme.event.id)
        return OwnDay(chosen, frozenset((one.first, one.second) for one in known))

    return await services.database.read(read)


async def take(services: Services, chat: Chat, programme: Programme, session: Session) -> tuple[Session, ...]:
    """Choose a session over those at the same time, and give what made way for it; doing it again changes nothing."""

    def write(conn: Connection) -> tuple[Session, ...]:
        chosen = choice_rows.choices(conn, chat.id, programme.event.id)
        if session.id in chosen.dropped:
            chosen = _restore(conn, chat, programme, chosen, session)
        others = rivals(programme, chosen, session)
        for other in others:
            choice_rows.keep(conn, chat.id, other.id, kept=False)
        own_day.settle(conn, chat.id, programme.event.id, (Settled(session.id, o.id, o.id) for o in others))
        return others

    return await _planned(services, write)


async def give_back(services: Services, chat: Chat, programme: Programme, session: Session) -> tuple[Session, ...]:
    """Bring back what made way for a session; the overlap is a question again."""

    def write(conn: Connection) -> tuple[Session, ...]:
        known = own_day.settled(conn, chat.id, programme.event.id)
        mine = [s for s in known if session.id in {s.first, s.second} and s.dropped not in {None, session.id}]
        chosen = choice_rows.choices(conn, chat.id, programme.event.id)
        back = [programme.session_by_id[s.dropped] for s in mine if s.dropped in programme.session_by_id]
        for one in back:
            chosen = _restore(conn, chat, programme, chosen, one)
        own_day.unsettle(conn, chat.id, ((s.first, s.second) for s in mine))
        return tuple(back)

    return await _planned(services, write)


async def leave_so(services: Services, chat: Chat, programme: Programme, session: Session) -> Overlap | None:
    """Leave the overlap of a session as it is, not to be asked about again; None where it has none any more."""

    def write(conn: Connection) -> Overlap | None:
        chosen = choice_rows.choices(conn, chat.id, programme.event.id)
        found = next((o for o in overlaps(programme, chosen) if session in o.sessions), None)
        if found is not None:
            own_day.settle(conn, chat.id, programme.event.id, (Settled(*pair) for pair in found.pairs))
        return found

    return await services.database.write(write)


async def come_and_go(
    services: Services,
    chat: Chat,
    programme: Programme,
    *,
    arrives: datetime | None = None,
    leaves: datetime | None = None,
) -> Choices:
    """Keep when somebody comes or goes; what was not said stays, unless it cannot be true beside what was."""

    def said(before: Stay) -> Stay:
        after = Stay(attends=True, arrives=arrives or before.arrives, leaves=leaves or before.leaves)
        if after.arrives and after.leaves and after.arrives >= after.leaves:
            return replace(after, arrives=arrives, leaves=leaves)
        return after

    return await _stay(services, chat, programme, said)


async def whole_day(services: Services, chat: Chat, programme: Programme) -> Choices:
    """Keep that somebody is there from the first to the last."""
    return await _stay(services, chat, programme, lambda _before: Stay(attends=True))


async def set_absent(
    services: Services, chat: Chat, programme: Programme, *, absent: bool, back: bool = False
) -> Choices:
    """Keep that somebody is not there, or is after all; the times they gave stay, but who is ``back`` does not go."""
    now = services.clock()

    def said(before: Stay) -> Stay:
        gone = back or (not absent and before.leaves is not None and before.leaves <= now)
        return replace(before, absent=absent, leaves=None if gone else before.leaves)

    return await _stay(services, chat, programme, said)


async def set_lead(services: Services, chat: Chat, lead: int | None) -> Chat:
    """Keep how many minutes before a start somebody is reminded; None is never."""
    return await _setting(services, chat, lambda conn: chat_rows.set_lead(conn, chat.id, lead))


async def set_quiet(services: Services, chat: Chat, *, quiet: bool) -> Chat:
    """Keep whether reminders wait while somebody sits in a session."""
    return await _setting(services, chat, lambda conn: own_day.set_quiet(conn, chat.id, quiet))


async def set_brief(services: Services, chat: Chat, minutes: int | None) -> Chat:
    """Keep when the brief of the evening before goes out, in minutes after midnight; None is never."""
    return await _setting(services, chat, lambda conn: own_day.set_brief(conn, chat.id, minutes))


async def set_morning(services: Services, chat: Chat, minutes: int | None) -> Chat:
    """Keep when the brief of the morning itself goes out, in minutes after midnight; None is never."""
    return await _setting(services, chat, lambda conn: own_day.set_morning(conn, chat.id, minutes))


async def _stay(services: Services, chat: Chat, programme: Programme, said: Callable[[Stay], Stay]) -> Choices:
    now = services.clock()

    def write(conn: Connection) -> Choices:
        before = own_day.stay(conn, chat.id, programme.event.id)
        own_day.set_stay(conn, chat.id, programme.event.id, said(before), now)
        return choice_rows.choices(conn, chat.id, programme.event.id)

    return await _planned(services, write)


async def _setting(services: Services, chat: Chat, keep: Callable[[Connection], None]) -> Chat:
    def write(conn: Connection) -> Chat:
        keep(conn)
        return chat_rows.chat_by_id(conn, chat.id) or chat

    return await _planned(services, write)


async def _planned(services: Services, write: Callable[[Connection], T]) -> T:
    """Write, and let planning know."""
    done = await services.database.write(write)
    services.planned.set()
    return done


def _restore(conn: Connection, chat: Chat, programme: Programme, chosen: Choices, session: Session) -> Choices:
    """Bring back a session that was dropped: by the groups that hold it where they are followed, else by itself."""
    groups = (programme.group_by_id.get(i) for i in chosen.followed)
    followed = any(session.key in keys_followed(programme, group) for group in groups if group)
    choice_rows.keep(conn, chat.id, session.id, kept=None if followed else True)
    kept = chosen.kept if followed else chosen.kept | {session.id}
    return replace(chosen, kept=kept, dropped=chosen.dropped - {session.id})
