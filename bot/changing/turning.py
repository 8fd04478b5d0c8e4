"""The whole day turns: it does not go ahead, or goes digital, and every meeting waits for its secretary."""

from dataclasses import replace
from typing import Final

from bot.errors import NothingChanges
from bot.programme.model import LOGISTIC_KINDS, Event, Programme, Session, Status, Text

WAITING: Final = Text(
    "Wacht op bericht van de secretaris.",
    "Waiting for word from the secretary.",
)
"""The note on a session of which nobody has said yet what becomes of it."""
LATER: Final = Text("Wordt later gehouden. De datum volgt.", "Will be held later. The date follows.")
"""The note on a session that is held some other day."""
OFF: Final = Text(
    "De dag gaat niet door zoals gepland. Per bijeenkomst volgt bericht.",
    "The day does not go ahead as planned. Word follows for each meeting.",
)
ONLINE: Final = Text(
    "De dag wordt digitaal. Per bijeenkomst volgt of en wanneer die online is.",
    "The day goes digital. Word follows for each meeting on whether and when it is online.",
)


def turned(programme: Programme, *, online: bool) -> Programme:
    """Give the programme of a day that does not go ahead, or goes digital (``online``).

    Every meeting is uncertain until its secretary says otherwise and keeps its key, so that who follows it and the
    calendars that hold it stay; lunch, drinks and time for moving are off. No room is in use any more, and nothing is
    online before somebody says so. Raises NothingChanges for a day that is so already.
    """
    if programme.event.situation == (ONLINE if online else OFF) or (online and programme.event.online):
        raise NothingChanges
    event = replace(programme.event, situation=ONLINE if online else OFF, online=online or programme.event.online)
    return replace(programme, event=event, sessions=tuple(_turned(s) for s in programme.sessions))


def is_turned(event: Event) -> bool:
    """Say whether a day does not go ahead as planned, or went digital, by such an act."""
    return turns(event.situation)


def turns(situation: Text) -> bool:
    """Say whether that is how things stand with a day that turned."""
    return situation in {OFF, ONLINE}


def waits(session: Session) -> bool:
    """Say whether a session waits for its secretary since the day turned."""
    return session.status is Status.PROVISIONAL and session.status_note == WAITING


def _turned(session: Session) -> Session:
    if not session.goes_ahead:
        return session
    if session.kind in LOGISTIC_KINDS:
        return replace(session, status=Status.CANCELLED)
    return replace(
        session,
        status=Status.PROVISIONAL,
        status_note=WAITING,
        room=None,
        room_certain=True,
        room_note=Text(),
        online=False,
    )
