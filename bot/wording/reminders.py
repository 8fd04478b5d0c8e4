"""The sentences of a reminder: what, when and where, before the start or just after it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.programme.model import Programme, Session, Status
from bot.wording.catalogue import Words
from bot.wording.names import capital, clock, place, session_name, session_short
from bot.wording.richtext import Action, Button, Message, Verb, message

SHORT_LABEL: Final = 20
"""Characters of a label up to which two buttons fit beside each other on a phone."""
MINUTE: Final = timedelta(minutes=1)


def reminder(
    sessions: Sequence[Session],
    programme: Programme,
    words: Words,
    *,
    now: datetime,
    before: Session | None = None,
    repeated: bool = False,
) -> Message:
    """Word the reminder of ``sessions``, which start together; there is at least one.

    ``before`` is the session one comes from, None where that is no help. ``repeated`` says that this may be
    the second time that it arrives.
    """
    first = sessions[0]
    which, minutes = _phase(first.start, now)
    time = clock(first.start, programme)
    if len(sessions) == 1:
        name = session_name(first, programme, words)
        name = capital(name) if which in {"-started", "-late"} else name
        head = words(
            f"reminder-one{which}", minutes=minutes, name=name, time=time, where=_where(first, programme, words)
        )
        lines = [] if first.status is not Status.PROVISIONAL else [words("reminder-provisional")]
    else:
        head = words(f"reminder-several{which}", minutes=minutes, time=time)
        lines = [_item(session, programme, words) for session in sessions]
    if repeated:
        head = words("reminder-repeated", sentence=head)
    lines += _about_rooms(sessions, programme, words)
    if before is not None:
        name = session_name(before, programme, words, gloss=False)
        lines.append(words("reminder-coming-from", name=name, place=place(before, programme, words)))
    rows = [row for session in sessions for row in _buttons(session, words)]
    return message(head, *lines).with_buttons(*rows)


def _phase(start: datetime, now: datetime) -> tuple[str, int]:
    """Say which sentence it is, and the minutes in it: to the nearest before the start, whole ones after it."""
    if now >= start:
        gone = (now - start) // MINUTE
        return ("-late", gone) if gone else ("-started", 0)
    left = (start - now + MINUTE / 2) // MINUTE
    return ("", left) if left else ("-now", 0)


def _where(session: Session, programme: Programme, words: Words) -> str:
    stated = place(session, programme, words)
    return words("reminder-where", place=stated) if stated else ""


def _item(session: Session, programme: Programme, words: Words) -> str:
    name = capital(session_name(session, programme, words))
    item = words("reminder-item", name=name, where=_where(session, programme, words))
    return words("reminder-item-provisional", item=item) if session.status is Status.PROVISIONAL else item


def _about_rooms(sessions: Sequence[Session], programme: Programme, words: Words) -> list[str]:
    """Say what is uncertain or unknown about the rooms, once."""
    said = []
    read = [s for s in sessions if s.room and not s.room_certain]
    if read:
        said.append(words("reminder-where-read" if len(sessions) == 1 else "reminder-where-read-several"))
    if any(not place(s, programme, words) for s in sessions) and len(sessions) == 1:
        said.append(words("reminder-where-not-stated"))
    return said


def _buttons(session: Session, words: Words) -> list[tuple[Button, ...]]:
    name = session_short(session, words)
    more = Button(words("reminder-button-session", name=name), Action(Verb.SESSION, session.id))
    calendar = Button(words("reminder-button-calendar", name=name), Action(Verb.ICS, session.id))
    if max(len(more.label), len(calendar.label)) <= SHORT_LABEL:
        return [(more, calendar)]
    return [(more,), (calendar,)]
