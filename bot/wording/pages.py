"""The whole day, slot by slot, and what goes with a calendar file."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from bot.changing.turning import is_turned
from bot.programme.model import Programme, Session, Status
from bot.wording.catalogue import Words
from bot.wording.following import when
from bot.wording.menu import event_name, groups_button
from bot.wording.names import capital, clock, day_name, joined, place, session_name
from bot.wording.richtext import Action, Button, Message, Verb, message

PAGE_LENGTH: Final = 3000
"""UTF-16 units of a page: it leaves room for what stands above and below the sessions."""

Slot = tuple[Session, ...]
Remarks = Mapping[str, Sequence[str]]
"""What is to be said of a session besides the programme's own words, by its key."""
NO_REMARKS: Final[Remarks] = {}


def day(programme: Programme, words: Words, *, first: int = 0) -> Message:
    """Show the day by time slot with rooms: the page with the session whose id is ``first``, else the first page.

    A day that is too long for one message comes in pages, with a button for each of the others.
    """
    pages = _pages(programme, words)
    if not pages:
        return message(words("page-title", event=event_name(programme, words)), words("page-empty"))
    ids = [{session.id for slot in page for session in slot} for page in pages]
    number = next((i for i, found in enumerate(ids) if first in found), 0)
    shown = [session for slot in pages[number] for session in slot]
    lines = [
        words("page-title", event=event_name(programme, words)),
        *([_part(pages, number, programme, words)] if len(pages) > 1 else []),
        *situation(programme, words),
        "",
        *(line for slot in pages[number] for line in slot_lines(slot, programme, words)),
        *_notes(shown, programme, words, last=number == len(pages) - 1),
    ]
    others = tuple(_page_button(page, programme, words) for i, page in enumerate(pages) if i != number)
    ics = Button(words("page-button-ics-day"), Action(Verb.DAY_ICS, programme.event.id))
    picture = Button(words("picture-button"), Action(Verb.PICTURE, shown[0].id))
    return message(*lines).with_buttons(*((b,) for b in others), (picture,), (ics,), (groups_button(words),))


def whole_day(programme: Programme, words: Words) -> Message:
    """Show the whole day at once, for a door without a limit."""
    lines = [words("page-title", event=event_name(programme, words)), *situation(programme, words), ""]
    lines += [line for slot in slots(programme.sessions, programme) for line in slot_lines(slot, programme, words)]
    return message(*lines, *_notes(programme.sessions, programme, words, last=True))


def situation(programme: Programme, words: Words) -> list[str]:
    """Say that the whole day turned, where it did."""
    return [programme.event.situation.to(words.language)] if is_turned(programme.event) else []


def listed(sessions: Sequence[Session], programme: Programme, words: Words, remarks: Remarks) -> tuple[str, ...]:
    """Word sessions slot by slot, with the remarks on each and what a reader of the day must know."""
    lines = [x for slot in slots(sessions, programme) for x in slot_lines(slot, programme, words, remarks)]
    turned = situation(programme, words)
    return (*turned, *([""] if turned else []), *lines, *_notes(sessions, programme, words, last=True))


def calendar_of_many(sessions: Sequence[Session], words: Words, *, own: bool, chosen: bool) -> Message:
    """Say what a calendar file with several sessions holds and what to do with it."""
    if not sessions:
        return message(words("page-ics-nothing"))
    key = "page-ics-mine" if own else "page-ics-day-all" if chosen else "page-ics-day"
    return message(words(key, count=len(sessions)), words("page-ics-later"))


def calendar_of_one(session: Session, programme: Programme, words: Words) -> Message:
    """Say what the calendar file of one session holds and what to do with it."""
    what = f"{capital(session_name(session, programme, words))}: {when(session, programme, words)}"
    return message(words("page-ics-one", what=what), words("page-ics-later"))


def _pages(programme: Programme, words: Words) -> tuple[tuple[Slot, ...], ...]:
    """Divide the day over pages, whole slots each, evenly rather than a full page and a bit."""
    pages: list[tuple[Slot, ...]] = []
    for _, of_day in groupby(slots(programme.sessions, programme), key=lambda s: programme.local(s[0].start).date()):
        found = list(of_day)
        sizes = [_size(slot, programme, words) for slot in found]
        count = -(-sum(sizes) // PAGE_LENGTH)
        target = sum(sizes) / count
        page: list[Slot] = []
        filled = 0
        for slot, size in zip(found, sizes, strict=True):
            if page and (filled + size > PAGE_LENGTH or filled + size / 2 > target):
                pages.append(tuple(page))
                page, filled = [], 0
            page.append(slot)
            filled += size
        pages.append(tuple(page))
    return tuple(pages)


def slots(sessions: Sequence[Session], programme: Programme) -> tuple[Slot, ...]:
    """Gather the sessions that start together, rooms in order."""
    order = {room.slug: i for i, room in enumerate(programme.rooms)}
    return tuple(
        tuple(sorted(group, key=lambda s: order.get(s.room or "", len(order))))
        for _, group in groupby(sessions, key=lambda s: s.start)
    )


def _size(slot: Slot, programme: Programme, words: Words) -> int:
    return sum(len(line.encode("utf-16-le")) // 2 + 1 for line in slot_lines(slot, programme, words))


def slot_lines(slot: Slot, programme: Programme, words: Words, remarks: Remarks = NO_REMARKS) -> list[str]:
    """Word a slot: one line for one session, else the time and a line for each; what starts together may end apart."""
    ends = {session.end for session in slot}
    until = max((end for end in ends if end is not None), default=None)
    start = clock(slot[0].start, programme)
    span = (
        words("page-from", **{"from": start})
        if until is None
        else words("page-span", **{"from": start, "until": clock(until, programme)})
    )
    if len(slot) == 1:
        session = slot[0]
        where = place(session, programme, words)
        what = _what(session, programme, words, remarks)
        return [words("page-slot-one", when=span, what=words("page-what", what=what, room=where) if where else what)]
    lines = [words("page-slot", when=span)]
    for session in slot:
        what = _what(session, programme, words, remarks)
        if session.end is not None and session.end != until:
            what = f"{what}, {words('page-until', until=clock(session.end, programme))}"
        where = place(session, programme, words)
        lines.append(words("page-in-room", room=capital(where), what=what) if where else capital(what))
    return lines


def _what(session: Session, programme: Programme, words: Words, remarks: Remarks) -> str:
    """Name a session with what one must know of it."""
    parts = [session_name(session, programme, words)]
    if session.available_all_day and words("page-all-day") not in parts[0]:
        parts.append(words("page-all-day"))
    if session.status is Status.CANCELLED:
        parts.append(words("page-cancelled"))
    elif session.status is Status.PROVISIONAL:
        parts.append(words("page-provisional"))
    return ", ".join([*parts, *remarks.get(session.key, ())])


def _notes(shown: Sequence[Session], programme: Programme, words: Words, *, last: bool) -> list[str]:
    lines = readings(shown, programme, words)
    if last:
        lines += [_not_meeting(i, programme, words) for i in range(len(programme.not_meeting))]
        if programme.event.selection:
            lines.append(programme.event.selection.to(words.language))
    return ["", *lines] if lines else []


def readings(shown: Sequence[Session], programme: Programme, words: Words) -> list[str]:
    """Say where rooms are our reading of a damaged table, once."""
    uncertain = [clock(s.start, programme) for s in shown if s.room and not s.room_certain]
    times = joined(list(dict.fromkeys(uncertain)), words)
    return [words("page-reading", times=times)] if times else []


def _not_meeting(index: int, programme: Programme, words: Words) -> str:
    silent = programme.not_meeting[index]
    group = programme.group_by_slug.get(silent.group)
    name = words("name-themagroep", title=group.name) if group else silent.title
    instead = programme.session_by_key.get(silent.instead or "")
    if instead is None:
        return words("page-not-meeting", group=capital(name))
    return words(
        "page-not-meeting-instead",
        group=capital(name),
        session=session_name(instead, programme, words),
        when=when(instead, programme, words),
    )


def _part(pages: Sequence[tuple[Slot, ...]], number: int, programme: Programme, words: Words) -> str:
    page = pages[number]
    values = {"number": str(number + 1), "count": str(len(pages)), "from": clock(page[0][0].start, programme)}
    ends = [session.end for slot in page for session in slot if session.end is not None]
    if not ends or number == len(pages) - 1:
        return words("page-part-last", **values)
    return words("page-part", **values, until=clock(max(ends), programme))


def _page_button(page: tuple[Slot, ...], programme: Programme, words: Words) -> Button:
    first = page[0][0]
    start = clock(first.start, programme)
    if len(programme.days) > 1:
        label = words(
            "page-part-button-day", **{"day": day_name(programme.local(first.start).date(), words), "from": start}
        )
    else:
        label = words("page-part-button", **{"from": start})
    return Button(label, Action(Verb.PROGRAMME, first.id))
