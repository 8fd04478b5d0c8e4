"""The words in and around the picture of a day; whatever it shows is also said as text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from bot.picture.marks import Marks
from bot.programme.model import GroupKind, Programme, Session, Status
from bot.timetable import Block, Column, Timetable
from bot.wording.catalogue import Words
from bot.wording.names import capital, clock, day_name, joined, meaning, room_name, session_short
from bot.wording.pages import Remarks, listed, situation
from bot.wording.richtext import Action, Button, Message, Verb, message

MANY_DAYS: Final = 8
"""Buttons for the other days of an event at most."""


class Style(Enum):
    """How a line of a block is written."""

    NAME = "name"
    PLAIN = "plain"
    STRONG = "strong"
    OWN = "own"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence in a block."""

    text: str
    style: Style


def written(block: Block, table: Timetable, programme: Programme, marks: Marks, words: Words) -> Iterator[Written]:
    """Give what stands in a block, in order of importance."""
    session = block.session
    if session.key in marks.own:
        yield Written(words("picture-own"), Style.OWN)
    if session.key in marks.changed | marks.new:
        yield Written(words("picture-changed" if session.key in marks.changed else "picture-new"), Style.NEWS)
    yield Written(_name(session, words), Style.NAME)
    if session.status is Status.CANCELLED:
        yield Written(words("page-cancelled"), Style.STRONG)
    elif session.online and not programme.event.online:
        yield Written(words("picture-online"), Style.STRONG)
    if explained := meaning(session, programme, words):
        yield Written(explained, Style.PLAIN)
    if time := _time(block, table, programme, words):
        yield Written(time, Style.PLAIN)
    if session.status is Status.PROVISIONAL:
        yield Written(words("page-provisional"), Style.STRONG)
    if session.available_all_day and words("page-all-day") not in _name(session, words):
        yield Written(words("page-all-day"), Style.PLAIN)


def heading(table: Timetable, programme: Programme, words: Words, number: int, count: int) -> tuple[str, str]:
    """Give the title of a picture and its second line: the day, and which part of it this is."""
    day = day_name(table.day, words)
    second = words("picture-part", day=day, number=str(number), count=str(count)) if count > 1 else day
    return _event(programme, words), capital(second)


def column_name(column: Column, words: Words) -> str:
    """Give what stands above a column."""
    return words("picture-elsewhere") if column.room is None else capital(room_name(column.room, words))


def moment(marks: Marks, programme: Programme, words: Words) -> str:
    """Give what stands at the line of the present moment."""
    return "" if marks.now is None else words("picture-now", time=clock(marks.now, programme))


def legend(table: Timetable, programme: Programme, marks: Marks, words: Words) -> tuple[str, ...]:
    """Give what stands under a picture: what the marks mean, and what a reader of the day must know."""
    shown = [b.session for b in table.blocks]
    lines = [words("picture-legend-own")] if any(s.key in marks.own for s in shown) else []
    uncertain = dict.fromkeys(clock(s.start, programme) for s in shown if s.room and not s.room_certain)
    if uncertain:
        lines.append(words("page-reading", times=joined(list(uncertain), words)))
    lines += situation(programme, words)
    if programme.event.selection:
        lines.append(programme.event.selection.to(words.language))
    return tuple(lines)


def caption(table: Timetable, programme: Programme, marks: Marks, words: Words, *, number: int, count: int) -> Message:
    """Say under a picture what it shows; under the last one that the same list follows."""
    day = day_name(table.day, words)
    lines = [words("picture-caption", event=_event(programme, words), day=day)]
    if count > 1:
        lines.append(words("picture-caption-part", number=str(number), count=str(count)))
    own = sum(b.session.key in marks.own for b in table.blocks)
    if own:
        lines.append(words("picture-caption-own", count=own))
    if marks.now is not None and table.row_at(marks.now) is not None:
        lines.append(words("picture-caption-now", time=clock(marks.now, programme)))
    if number == count:
        lines.append(words("picture-caption-below"))
    return message(*lines)


def as_text(table: Timetable, programme: Programme, marks: Marks, words: Words) -> Message:
    """Say all that the picture shows, with a button for each other day of the event."""
    title = words("picture-list", event=_event(programme, words), day=day_name(table.day, words))
    remarks: Remarks = {b.session.key: tuple(_remarks(b.session, marks, words)) for b in table.blocks}
    lines = listed(programme.on(table.day), programme, words, remarks)
    others = [day for day in programme.days if day != table.day][:MANY_DAYS]
    return message(title, "", *lines).with_buttons(*((_day_button(day, programme, words),) for day in others))


def too_large(words: Words) -> Message:
    """Say that the day does not fit in pictures that can be read."""
    return message(words("picture-too-large"))


def nothing(words: Words) -> Message:
    """Say that there is nothing to picture."""
    return message(words("picture-empty"))


def _remarks(session: Session, marks: Marks, words: Words) -> Iterator[str]:
    if session.key in marks.changed:
        yield words("picture-changed")
    if session.key in marks.new:
        yield words("picture-new")
    if session.key in marks.own:
        yield words("picture-own")


def _name(session: Session, words: Words) -> str:
    """Name a session as briefly as it is known; a pijler bears the name of a subject, so it is called a pijler."""
    short = session_short(session, words)
    return capital(words("name-pijler", title=short) if session.kind == GroupKind.PIJLER.value else short)


def _time(block: Block, table: Timetable, programme: Programme, words: Words) -> str:
    """Say the time where the rows do not: where sessions that begin together end apart, or the end is open."""
    session = block.session
    start = clock(session.start, programme)
    if session.end is None:
        return words("picture-from", **{"from": start})
    if not table.has_rooms:
        return words("picture-span", **{"from": start, "until": clock(session.end, programme)})
    together = [b.session.end for b in table.blocks if b.session.start == session.start and b.session.end is not None]
    return words("page-until", until=clock(session.end, programme)) if session.end != max(together) else ""


def _event(programme: Programme, words: Words) -> str:
    event = programme.event
    title = event.title.to(words.language)
    if event.city and not event.online and event.city not in title:
        return words("picture-title", title=title, city=event.city)
    return title


def _day_button(day: date, programme: Programme, words: Words) -> Button:
    return Button(words("picture-button-day", day=day_name(day, words)), Action(Verb.PICTURE, programme.on(day)[0].id))
