"""What became of the entries in somebody's calendar: what they were and what they are now."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.ical.ledger import Entry, Overtaken
from bot.programme.model import Programme, Session, Status
from bot.wording.catalogue import Words
from bot.wording.following import when
from bot.wording.names import capital, clock, day_name, joined, place, session_name, session_short
from bot.wording.richtext import Action, Button, Message, Verb, message

LONGEST: Final = 700
"""Characters of what changed in one message: with the rest it fits under a file (Bot API, caption)."""


def update(late: Sequence[Overtaken], programme: Programme, words: Words, *, repeated: bool = False) -> Message:
    """Say what changed of what somebody has in their calendar, above the file that puts it right."""
    lines = _lines(late, programme, words)
    if repeated:
        lines[0] = words("reminder-repeated", sentence=lines[0])
    off = [one.session for one in late if not one.session.goes_ahead]
    if len(off) < len(late):
        lines.append(words("ledger-open"))
    if off:
        lines.append(words("ledger-delete", names=_short(off, words)))
    said = message(*lines)
    if len(late) == 1:
        session = late[0].session
        name = session_short(session, words)
        more = Button(words("reminder-button-session", name=name), Action(Verb.SESSION, session.id))
        # A session that left the programme has nothing more to tell.
        return said.with_buttons((more,)) if session.key in programme.session_by_key else said
    return said


def file_only(late: Sequence[Overtaken], programme: Programme, words: Words, *, repeated: bool = False) -> Message:  # noqa: ARG001 - as update
    """Say in a few words what the file is for; another message told what changed, and what to delete."""
    named = _short([one.session for one in late], words)
    said = words("ledger-file", names=named) if len(named) <= LONGEST else words("ledger-open")
    return message(words("reminder-repeated", sentence=said) if repeated else said)


def check(held: Sequence[Entry], late: Sequence[Overtaken], programme: Programme, words: Words) -> Message:
    """Say which entries of a calendar are right and which are not, with a button that puts them right."""
    if not held:
        return message(words("ledger-none")).with_buttons((ics_button(words),))
    right = len(held) - len(late)
    if not late:
        return message(words("ledger-all-right", count=right), words("ledger-known"))
    lines = [words("ledger-behind", count=len(late)), *_lines(late, programme, words)]
    if right:
        lines.append(words("ledger-others-right", count=right))
    return message(*lines).with_buttons((update_button(words),))


def before_file(held: Sequence[Entry], late: Sequence[Overtaken], left: int, words: Words) -> tuple[str, ...]:
    """Say under a new file how what somebody had before stands; ``left`` entries it does not put right."""
    if not held:
        return ()
    lines = [words("ledger-was-right", count=len(held))] if not late else [words("ledger-was-behind", count=len(late))]
    return (*lines, words("ledger-left", count=left)) if left else tuple(lines)


def changed(held: Entry, session: Session, programme: Programme, words: Words) -> str:
    """Say in one sentence what a session was in a calendar and what it is now."""
    name = session_name(session, programme, words)
    first = capital(name)
    was = replace(session, start=held.start, end=held.end, room=held.room, online=held.online)
    other_day = programme.local(was.start).date() != programme.local(session.start).date()
    now_when, was_when = (_when(s, programme, words, dated=other_day) for s in (session, was))
    if not session.goes_ahead:
        return words("ledger-cancelled", name=first, was=was_when)
    if held.status is Status.CANCELLED:
        return _in_doubt(words("ledger-back", name=first, now=now_when), session, words)
    moved = (was.start, was.end) != (session.start, session.end)
    elsewhere = (was.room, was.online) != (session.room, session.online)
    if not moved and not elsewhere:
        key = "ledger-provisional" if session.status is Status.PROVISIONAL else "ledger-certain"
        return words(key, name=first, now=now_when)
    if moved and elsewhere:
        said = words("ledger-moved", name=name, now=now_when, was=was_when)
    elif moved:
        here = place(session, programme, words)
        said = words(
            "ledger-time",
            name=name,
            now=_span(session, programme, words, dated=other_day),
            was=_span(was, programme, words, dated=other_day),
        )
        said = words("ledger-place-stays", sentence=said, place=here) if here else said
    else:
        there, here = (place(s, programme, words) or words("ledger-no-room") for s in (was, session))
        key = "ledger-room" if was.room and session.room else "ledger-place"
        said = words(key, name=name, now=here, was=there, time=_span(session, programme, words))
    return _in_doubt(said, session, words) if held.status is not Status.PROVISIONAL else said


def ics_button(words: Words) -> Button:
    """Give the button that hands over one's own programme."""
    return Button(words("page-button-ics-mine"), Action(Verb.MY_ICS))


def update_button(words: Words) -> Button:
    """Give the button that hands over what was overtaken."""
    return Button(words("ledger-button-update"), Action(Verb.UPDATE))


def _lines(late: Sequence[Overtaken], programme: Programme, words: Words) -> list[str]:
    """Say what changed, as much of it as fits."""
    lines: list[str] = []
    for number, one in enumerate(late):
        line = changed(one.held, one.session, programme, words)
        if lines and sum(map(len, lines)) + len(line) > LONGEST:
            return [*lines, words("ledger-more", count=len(late) - number)]
        lines.append(line)
    return lines


def _in_doubt(said: str, session: Session, words: Words) -> str:
    return f"{said} {words('reminder-provisional')}" if session.status is Status.PROVISIONAL else said


def _when(session: Session, programme: Programme, words: Words, *, dated: bool) -> str:
    said = when(session, programme, words)
    return words("ledger-on-day", day=_day(session, programme, words), when=said) if dated else said


def _span(session: Session, programme: Programme, words: Words, *, dated: bool = False) -> str:
    start = clock(session.start, programme)
    said = (
        words("page-from", **{"from": start})
        if session.end is None
        else words("page-span", **{"from": start, "until": clock(session.end, programme)})
    )
    return words("ledger-on-day", day=_day(session, programme, words), when=said) if dated else said


def _day(session: Session, programme: Programme, words: Words) -> str:
    return day_name(programme.local(session.start).date(), words)


def _short(sessions: Sequence[Session], words: Words) -> str:
    return joined([session_short(session, words) for session in sessions], words)
