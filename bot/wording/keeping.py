"""Being reminded of one session: the button under it, and what is said when it is pressed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.people.model import Choices
from bot.programme.model import Programme, Session
from bot.reminders.plan import NOBODYS, my_sessions
from bot.wording import pages
from bot.wording.catalogue import Words
from bot.wording.following import label, when
from bot.wording.menu import mine_button
from bot.wording.names import capital, session_name, session_short
from bot.wording.richtext import Action, Button, Message, Verb, message

NAMED: Final = 5
"""Sessions of a calendar file that the text beside it names: it may have 1024 characters."""


def with_button(
    answer: Message, programme: Programme, choices: Choices, words: Words, *, now: datetime, lead: int | None
) -> Message:
    """Offer to be reminded of the one session under which there are buttons, or to be so no more.

    Nothing is offered for a session that is one's own by a group, that has begun, or that does not go ahead.
    """
    session = _session(answer, programme)
    if session is None or not may_be_kept(session, now):
        return answer
    kept = session.id in choices.kept
    if session in my_sessions(programme, choices) and not kept:
        return answer
    return answer.with_buttons((button(session, words, on=kept, lead=lead),))


def may_be_kept(session: Session, now: datetime) -> bool:
    """Say whether one can be reminded of a session: it goes ahead, is still to come, and is for somebody."""
    return session.goes_ahead and session.kind not in NOBODYS and session.start > now


def button(session: Session, words: Words, *, on: bool, lead: int | None) -> Button:
    """Make the button that keeps a session, or that says it is kept and lets it go; its words tell which."""
    key = ("keep-button-on" if on else "keep-button") + ("-off" if lead is None else "")
    verb = Verb.DROP if on else Verb.KEEP
    return Button(words(key, session=label(session_short(session, words))), Action(verb, session.id, session.revision))


def kept(session: Session, programme: Programme, words: Words, *, now: datetime, lead: int | None) -> Message:
    """Confirm that a session is in one's own programme, and say when a message comes."""
    name = capital(session_name(session, programme, words))
    values = {"session": name, "when": when(session, programme, words)}
    if lead is None or session.start <= now or not session.goes_ahead:
        said = words("keep-done-off", **values)
    else:
        said = words("keep-done", **values, lead=lead)
    return message(said).with_buttons((mine_button(words),))


def dropped(session: Session, programme: Programme, words: Words) -> Message:
    """Confirm that a session is no longer in one's own programme."""
    return message(words("keep-dropped", session=capital(session_name(session, programme, words))))


def calendar_of(sessions: Sequence[Session], programme: Programme, words: Words) -> Message:
    """Say what the calendar file of the sessions just named holds and what to do with it."""
    if len(sessions) == 1:
        return pages.calendar_of_one(sessions[0], programme, words)
    named = [
        words("keep-ics-item", session=capital(session_name(s, programme, words)), when=when(s, programme, words))
        for s in sessions[:NAMED]
    ]
    left = [words("keep-ics-more", count=len(sessions) - NAMED)] if len(sessions) > NAMED else []
    return message(words("keep-ics"), *named, *left, words("page-ics-later"))


def _session(answer: Message, programme: Programme) -> Session | None:
    """Give the session that an answer is about: the only one whose calendar file it offers."""
    offered = {b.action.id for row in answer.buttons for b in row if b.action.verb is Verb.ICS}
    return programme.session_by_id.get(offered.pop()) if len(offered) == 1 else None
