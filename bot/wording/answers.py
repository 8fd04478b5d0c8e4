"""The words of every kind of answer; :func:`word` finds the right one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from bot.programme.model import Session, Status
from bot.questions import facts
from bot.questions.query import Ask
from bot.wording import answers_course, answers_day, changed, names
from bot.wording.answers_session import card, cards, in_texts, mentioned, not_meets, parallel, people, person
from bot.wording.richtext import Message, message
from bot.wording.speech import LISTED, Speech


def word(answer: facts.Answer, speech: Speech) -> Message:
    """Put an answer into words."""
    return _WORDERS[type(answer)](answer, speech)


def _room_at(answer: facts.RoomAt, say: Speech) -> Message:
    state, lines = answer.state, []
    room, time = say.inside(state.room), say.time(answer.moment)
    for session in state.now:
        said = names.room_said(state.room, say.words)
        key = "answer-room-now" if session.end else "answer-room-now-open"
        end = say.time(session.end) if session.end else ""
        lines.append(say(key, room=said, time=time, session=say.name(session), end=end))
    if not state.now:
        lines.append(say("answer-room-empty-now" if answer.present else "answer-room-empty", room=room, time=time))
    if state.next:
        key = "answer-room-then" if state.now else "answer-room-begins"
        values = {"room": room} if state.now else {}
        name = say.name(state.next) if state.now else say.the(state.next)
        lines.append(say(key, start=say.time(state.next.start), session=name, **values))
    else:
        lines.append(say("answer-room-no-more", room=room))
    named = state.now or ((state.next,) if state.next else ())
    about = [note for session in state.now for note in say.all_day(session)]
    return message(*lines, *say.notes(named), *about).with_buttons(*say.session_buttons(named))


def _room_list(answer: facts.RoomList, say: Speech) -> Message:
    room = names.room_full_name(answer.room, say.words)
    if answer.span:
        start, end = (say.time(m) for m in answer.span)
        key = "answer-room-part" if answer.sessions else "answer-room-part-empty"
        head = say(key, room=names.capital(room) if answer.sessions else room, start=start, end=end)
    else:
        empty = say.inside(answer.room)
        head = (
            say("answer-room-day", room=names.capital(room))
            if answer.sessions
            else say("answer-room-day-empty", room=empty)
        )
    return _listed(head, answer.sessions, say, place=False, notes=True)


def _room_place(answer: facts.RoomPlace, say: Speech) -> Message:
    room = answer.state.room
    where = "; ".join(t.to(say.words.language) for t in (room.floor, room.route) if t)
    name = say.inside(room)
    head = say("answer-room-place", room=name, place=where) if where else say("answer-room-place-unknown", room=name)
    rest = _room_at(facts.RoomAt(answer.state, answer.moment, present=True), say)
    return Message(message(head).lines + rest.lines, rest.buttons)


def _slot(answer: facts.Slot, say: Speech) -> Message:
    if answer.focus is Ask.WHO:
        return _who_at(answer, say)
    prefix = "answer-now" if answer.present else "answer-slot"
    time, sessions = say.time(answer.moment), answer.sessions
    if not sessions:
        lines = [say(f"{prefix}-nothing", time=time)]
    elif len(sessions) == 1:
        one = sessions[0]
        lines = [say.both(f"{prefix}-one", one, time=time, session=say.name(one), place=say.tail(one))]
    else:
        lines = [say(f"{prefix}-many", time=time), *_slot_items(sessions, say)]
    lines += say.notes(sessions)
    if answer.next:
        lines += _then(answer.next, say, brief=len(sessions) > 1)
    named = sessions or answer.next
    return message(*lines).with_buttons(*say.session_buttons(named))


def _slot_items(sessions: Sequence[Session], say: Speech) -> list[str]:
    return [*(_slot_item(s, say) for s in sessions[:LISTED]), *say.more(sessions)]


def _slot_item(session: Session, say: Speech) -> str:
    place = say.place(session)
    if place and session.room and session.end:
        return say("answer-slot-item", place=place, session=say.name(session), end=say.time(session.end))
    return say.lines([session])[0]


def _then(upcoming: Sequence[Session], say: Speech, *, brief: bool) -> list[str]:
    start = say.time(upcoming[0].start)
    if len(upcoming) == 1:
        return [say("answer-then-one", start=start, session=say.name(upcoming[0]), place=say.tail(upcoming[0]))]
    if brief:
        unsure = any(s.status is Status.PROVISIONAL for s in upcoming)
        notes = say.notes(upcoming, place=False) if unsure else []
        return [say("answer-then-count", start=start, count=len(upcoming)), *notes]
    parts = [say("answer-short-item", session=say.short(s), place=say.place(s)).strip() for s in upcoming]
    return [say("answer-then-many", start=start, list="; ".join(parts)), *say.notes(upcoming)]


def _who_at(answer: facts.Slot, say: Speech) -> Message:
    messages = [card(facts.Card(s, Ask.WHO), say) for s in answer.sessions]
    if not messages:
        return _slot(facts.Slot(answer.moment, (), answer.next, answer.present), say)
    lines = tuple(line for found in messages for line in found.lines)
    return Message(lines, say.session_buttons(answer.sessions))


def _upcoming(answer: facts.Upcoming, say: Speech) -> Message:
    lines: list[str] = []
    prefix, item = ("answer-after", {"item": say.the(answer.after)}) if answer.after else ("answer-next", {})
    if answer.current and answer.room is None:
        lines += _current(answer.current, say)
    upcoming = answer.next
    if not upcoming:
        key = f"{prefix}-none-room" if answer.room else f"{prefix}-none"
        room = {"room": say.inside(answer.room)} if answer.room else {}
        lines.append(say(key, **item, **room))
    elif len(upcoming) == 1:
        one = upcoming[0]
        lines.append(
            say(f"{prefix}-one", start=say.time(one.start), session=say.name(one), place=say.tail(one), **item)
        )
    else:
        lines += [
            say(f"{prefix}-many", start=say.time(upcoming[0].start), **item),
            *_slot_items(upcoming, say),
        ]
    if answer.later:
        lines += [say("answer-rest"), *say.lines(answer.later)]
    return message(*lines, *say.notes((*upcoming, *answer.later))).with_buttons(*say.session_buttons(upcoming))


def _current(sessions: Sequence[Session], say: Speech) -> list[str]:
    if len(sessions) == 1:
        one = sessions[0]
        return [say.both("answer-current", one, session=say.name(one), place=say.tail(one))]
    ends = [s.end for s in sessions if s.end]
    return [say("answer-current-many", count=len(sessions), end=say.time(max(ends)))] if ends else []


def _preceding(answer: facts.Preceding, say: Speech) -> Message:
    prefix, item = ("answer-before", {"item": say.the(answer.before)}) if answer.before else ("answer-before-now", {})
    if not answer.sessions:
        return message(say(f"{prefix}-none", **item))
    one = answer.sessions[0]
    if len(answer.sessions) > 1:
        return _listed(say(f"{prefix}-many", start=say.time(one.start), **item), answer.sessions, say)
    line = say(f"{prefix}-one", session=say.name(one), place=say.tail(one), start=say.time(one.start),
               end=say.time(one.end or one.start), **item)  # fmt: skip
    return message(line, *say.notes([one])).with_buttons(*say.session_buttons([one]))


def _span(answer: facts.Span, say: Speech) -> Message:
    start, end = say.time(answer.start), say.time(answer.end)
    key = "answer-span-upto" if start == "0.00" else "answer-span-from" if end == "23.59" else "answer-span"
    sessions = tuple(s for s in answer.sessions if s.kind != "moving") or answer.sessions
    return _listed(say(key, start=start, end=end), sessions, say)


def _listed(head: str, sessions: Sequence[Session], say: Speech, *, place: bool = True, notes: bool = True) -> Message:
    tail = say.notes(sessions) if notes else []
    return message(head, *say.lines(sessions, place=place), *tail).with_buttons(*say.session_buttons(sessions))


def _changed(answer: facts.Changed, say: Speech) -> Message:
    if answer.noted:
        lines = [changed.told(n, say) for n in answer.noted[-LISTED:]]
        head = say("answer-changed-today")
        return message(head, *lines).with_buttons(*say.session_buttons(answer.sessions))
    restored = [say("answer-changed-restored")] if answer.restored else []
    if not answer.sessions or answer.at is None:
        if answer.asked:
            rest = cards(facts.Cards(answer.asked, Ask.CERTAIN), say)
            none = say("answer-changed-none-of", sessions=say.joined([say.short(s) for s in answer.asked]))
            return Message(message(*restored or [none]).lines + rest.lines, rest.buttons)
        return message(*restored or [say("answer-changed-none")])
    if answer.today:
        return _listed(say("answer-changed", time=say.time(answer.at)), answer.sessions, say)
    day = names.day_name(say.programme.local(answer.at).date(), say.words)
    before = say("answer-changed-earlier" if restored else "answer-changed-before", day=day)
    listed = _listed(before, answer.sessions, say)
    return replace(listed, lines=message(*restored).lines + listed.lines)


_WORDERS: Final[dict[type, Callable[[Any, Speech], Message]]] = {
    facts.RoomAt: _room_at,
    facts.RoomList: _room_list,
    facts.RoomPlace: _room_place,
    facts.Slot: _slot,
    facts.Upcoming: _upcoming,
    facts.Preceding: _preceding,
    facts.Span: _span,
    facts.Changed: _changed,
    facts.Card: card,
    facts.Cards: cards,
    facts.Parallel: parallel,
    facts.Progress: answers_course.progress,
    facts.Together: answers_course.together,
    facts.NotMeets: not_meets,
    facts.Person: person,
    facts.People: people,
    facts.Mentioned: mentioned,
    facts.InTexts: in_texts,
    **answers_day.WORDERS,
}
