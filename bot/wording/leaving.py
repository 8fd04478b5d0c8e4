"""What is said of a room that must be left: what is in it, and to which room that can go."""

from typing import Final

from bot.changing.clashes import free_rooms, taken_by
from bot.changing.edit import Edit, EditKind
from bot.changing.sentences.leaving import Leaving
from bot.programme.model import Programme, Session
from bot.wording.catalogue import Words
from bot.wording.changing import offer_button
from bot.wording.richtext import Message, message
from bot.wording.speech import Speech

OFFERED: Final = 3
"""Rooms that are offered as buttons."""


def where_to(left: Leaving, programme: Programme, words: Words, *, own: Session | None, swaps: bool) -> Message:
    """Say what is in a room, and ask where to; ``own`` is what the reader can move, and whether they ``swap`` rooms."""
    room, sessions = left.room, left.sessions
    say = Speech(programme, words)
    if not sessions:
        return message(say("leaving-nothing", room=say.inside(room)))
    lines = [say.both("change-session", s, session=say.Name(s), where=say.tail(s)) for s in sessions]
    if own is None:
        return message(*lines, say("change-problem-not-yours", session=say.Name(sessions[-1])))
    free = [r for r in free_rooms(programme, own) if r != room]
    if not free:
        other = _beside(own, programme) if swaps and left.holds else None
        if other is not None:
            lines.append(say("leaving-where-swap", session=say.short(own), other=say.short(other)))
        else:
            lines.append(say("leaving-where-full", session=say.short(own)))
            lines += [say("change-swap-for-others")] if left.holds and not swaps else []
        return message(*lines)
    rooms = say.joined([say.room(r) for r in free])
    lines.append(say("leaving-where", session=say.short(own), room=say.inside(free[0]), rooms=rooms))
    offers = (Edit(kind=EditKind.ROOM, keys=(own.key,), room=r.slug) for r in free[:OFFERED])
    buttons = (offer_button(own, edit, programme, words) for edit in offers)
    return message(*lines).with_buttons(*((b,) for b in buttons if b is not None))


def _beside(session: Session, programme: Programme) -> Session | None:
    """Give what is in another room at the same time, to change rooms with."""
    others = (o for r in programme.rooms if r.slug != session.room for o in taken_by(programme, r.slug, session))
    return next((o for o in others if (o.start, o.end) == (session.start, session.end)), None)
