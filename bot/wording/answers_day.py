"""The words of answers about the day itself, about what is not there, and of talk."""

from collections.abc import Callable
from typing import Any, Final

from bot.programme.model import Event, Session
from bot.questions import facts
from bot.questions.query import Ask
from bot.wording import names, options
from bot.wording.answers_session import card
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech


def _absent(answer: facts.Absent, say: Speech) -> Message:
    lines = [say("answer-absent", group=names.capital(f"{answer.group.kind} {answer.group.name}"))]
    selection = say.programme.event.selection.to(say.words.language)
    lines += [selection] if selection else []
    if answer.others:
        lines += [say("answer-absent-others"), *say.lines(answer.others)]
    return message(*lines).with_buttons(*say.session_buttons(answer.others))


def _which(answer: facts.Which, say: Speech) -> Message:
    line = say("answer-which", options=say.joined(options.labels(answer.options, say), by="name-or"))
    return message(line).with_buttons(*options.rows(answer.options, answer.ask, say))


def _which_of_kind(answer: facts.WhichOfKind, say: Speech) -> Message:
    several = "answer-which-kind" if answer.kind != "sessions" else "answer-which-meeting"
    lines = [say(several, kind=_kind(answer.kind, say))]
    for start, sessions in answer.starts:
        listed = "; ".join(say.short(s) for s in sessions)
        lines.append(say("answer-which-kind-line", start=say.time(start), sessions=listed))
    every = tuple(s for _, sessions in answer.starts for s in sessions)
    return message(*lines).with_buttons(*options.session_rows(every, answer.ask, say))


def _kind(kind: str, say: Speech, *, plural: bool = False) -> str:
    key = f"kinds-{kind}" if plural and say.words.has(f"kinds-{kind}") else f"kind-{kind}"
    return say.words(key) if say.words.has(key) else kind


def _not_found(answer: facts.NotFound, say: Speech) -> Message:
    if answer.name:
        lines = [say("answer-stranger", name=answer.name)]
    elif answer.words:
        quoted = say.joined([f"“{w}”" for w in answer.words[:4]])
        lines = [say("answer-not-found", words=quoted)]
    else:
        lines = [say("answer-not-understood")]
    selection = say.programme.event.selection.to(say.words.language)
    lines += [selection] if selection and answer.words else []
    if answer.near:
        like = say.joined(options.labels(answer.near, say), by="name-or")
        lines.append(say("answer-near", options=like))
    lines += _try(answer.examples, "answer-try", say)
    return message(*lines).with_buttons(*options.rows(answer.near, answer.ask, say), _menu(say))


def _told(answer: facts.Told, say: Speech) -> Message:
    return message(say("answer-told", answer=answer.kept.answer))


def _try(examples: tuple[Session, ...], key: str, say: Speech) -> list[str]:
    if not examples:
        return []
    second = examples[-1]
    room = say.programme.room_by_slug.get(second.room or "")
    time = say.time(second.start)
    question = (
        say.words("answer-try-room", number=str(room.number), time=time)
        if room and room.number
        else say.words("answer-try-time", time=time)
    )
    return [say(key, first=say.short(examples[0]), second=question)]


def _menu(say: Speech) -> tuple[Button, ...]:
    keys = (("button-now", Verb.NOW), ("button-programme", Verb.PROGRAMME))
    return tuple(Button(say(key), Action(verb)) for key, verb in keys)


def _no_such_room(answer: facts.NoSuchRoom, say: Speech) -> Message:
    name = names.room_typed(answer.name, say.words)
    if not any(c.isdigit() for c in name):
        name = say.words("name-room-inside", name=name)
    if not answer.rooms:
        key = "answer-no-rooms-online" if say.programme.event.online else "answer-no-rooms"
        return message(say(key, room=name))
    rooms = say.joined([names.room_full_name(r, say.words) for r in answer.rooms])
    buttons = [Button(names.capital(say.room(r)), Action(Verb.ROOM, r.id)) for r in answer.rooms if r.id]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    return message(say("answer-no-such-room", room=name, rooms=rooms)).with_buttons(*rows)


def _outside(answer: facts.Outside, say: Speech) -> Message:
    time = say.time(answer.moment)
    if answer.before:
        first = answer.first
        line = say(
            "answer-outside-before",
            time=time,
            start=say.time(first.start),
            session=say.the(first),
            place=say.tail(first),
        )
        return message(line, *say.notes((first,), place=False))
    last = answer.last
    return message(say.both("answer-outside-after", last, time=time, session=say.the(last), place=say.tail(last)))


def _city(event: Event) -> str:
    return f" ({event.city})" if event.city and not event.online else ""


def _no_programme(answer: facts.NoProgrammeOn, say: Speech) -> Message:
    event = answer.event
    date = names.day_name(event.first_day, say.words)
    title = event.title.to(say.words.language)
    day = names.day_name(answer.day, say.words)
    return message(say("answer-no-programme", day=day, event=title, date=date, city=_city(event)))


def _bound(answer: facts.Bound, say: Speech) -> Message:
    session = answer.first if answer.focus is Ask.FIRST else answer.last
    values = {"session": say.the(session), "start": say.time(session.start), "place": say.tail(session)}
    lines = []
    if answer.focus is Ask.FIRST:
        lines.append(say("answer-first", **values))
    else:
        together = [s for s in say.programme.sessions if s.goes_ahead and s.end and s.end == session.end]
        if len(together) > 1 and session.end:
            lines += [say("answer-last-many", end=say.time(session.end)), *say.lines(together)]
        elif session.end is None:
            lines.append(say("answer-last-open", **values))
            ends = [s.end for s in say.programme.sessions if s.goes_ahead and s.end]
            lines += [say("answer-last-many", end=say.time(max(ends)))] if ends else []
        else:
            lines.append(say("answer-last", end=say.time(session.end), **values))
    return message(*lines, *say.notes([session])).with_buttons(*say.session_buttons([session]))


def _place_of(event: Event, say: Speech) -> str:
    """Give ", stadhuis, Haarlem", or nothing where no place is stated."""
    parts = [event.venue.to(say.words.language), event.city]
    if event.online:
        parts = [say.words("name-online")]
    elif parts[0] and event.city in parts[0]:
        parts = parts[:1]
    return "".join(f", {p}" for p in parts if p)


def _the_day(answer: facts.TheDay, say: Speech) -> Message:
    event = answer.event
    values = {"date": names.day_name(event.first_day, say.words), "place": _place_of(event, say)}
    if answer.focus is Ask.HOST:
        people = say.people(answer.people)
        return message(say("answer-day-host", people=people) if people else say("answer-day-host-none"))
    if answer.focus is Ask.LEADS:
        people = say.people(answer.people)
        return message(
            say("answer-day-chair", network=event.network, people=people) if people else say("answer-day-chair-none")
        )
    if answer.focus is Ask.AUDIENCE:
        return message(say("answer-day-all", network=event.network))
    situation = event.situation.to(say.words.language)
    lines = [say("answer-day", event=event.title.to(say.words.language), **values)]
    if answer.focus is Ask.CERTAIN:
        lines = [] if situation else [say("answer-day-goes-on", **values)]
    lines += [situation] if situation else []
    if answer.focus is Ask.WHEN and (first := next((s for s in say.programme.sessions if s.goes_ahead), None)):
        values = {"session": say.the(first), "start": say.time(first.start), "place": say.tail(first)}
        lines.append(say("answer-first", **values))
    if answer.focus is Ask.DAY and not event.online:
        lines.append(
            say("answer-day-address", address=event.address) if event.address else say("answer-day-no-address")
        )
    return message(*lines)


def _other_days(answer: facts.OtherDays, say: Speech) -> Message:
    def told(key: str, event: Event) -> str:
        return say(key, date=names.day_name(event.first_day, say.words), city=_city(event))

    earlier = told("answer-earlier", answer.earlier) if answer.earlier else say("answer-no-earlier")
    later = told("answer-later", answer.later) if answer.later else say("answer-no-later")
    here = say(
        "answer-day",
        event=answer.event.title.to(say.words.language),
        date=names.day_name(answer.event.first_day, say.words),
        place=_place_of(answer.event, say),
    )
    return message(here, earlier, later)


def _practical(answer: facts.Practical, say: Speech) -> Message:
    if answer.text:
        return message(say("answer-stated", text=answer.text.to(say.words.language)))
    key = "answer-unstated-online" if answer.event.online else "answer-unstated"
    topic = say.words(f"fact-{answer.topic}") if say.words.has(f"fact-{answer.topic}") else answer.topic
    return message(say(key, topic=topic))


def _amount(answer: facts.Amount, say: Speech) -> Message:
    if answer.what == "rooms":
        if not answer.count:
            return message(say("answer-count-rooms-none"))
        rooms = say.joined([names.room_full_name(r, say.words) for r in answer.rooms])
        return message(say("answer-count-rooms", count=str(answer.count), rooms=rooms))
    if answer.what == "speakers":
        return _speakers(answer, say)
    if not answer.count:
        selection = say.programme.event.selection.to(say.words.language)
        return message(say("answer-count-none", what=_kind(answer.what, say)), *([selection] if selection else []))
    if answer.count == 1:
        head = say("answer-count-one", what=_kind(answer.what, say))
    else:
        head = say("answer-count", count=str(answer.count), what=_kind(answer.what, say, plural=True))
    selection = say.programme.event.selection.to(say.words.language)
    tail = [selection] if selection else []
    return message(head, *say.lines(answer.sessions), *tail).with_buttons(*say.session_buttons(answer.sessions))


def _speakers(answer: facts.Amount, say: Speech) -> Message:
    if not answer.count and len(answer.sessions) == 1:
        return card(facts.Card(answer.sessions[0], Ask.WHO), say)
    if not answer.count:
        return message(say("answer-count-none", what=_kind("speakers", say)))
    head = say("answer-count", count=str(answer.count), what=_kind("speakers", say, plural=True))
    listed = [say.person(p) for p in answer.people] if answer.sessions else []
    return message(head, *listed, *say.lines(answer.sessions)).with_buttons(*say.session_buttons(answer.sessions))


def _not_on(answer: facts.NotOn, say: Speech) -> Message:
    situation = say.programme.event.situation.to(say.words.language)
    lines = [situation] if situation else []
    lines += [
        say(
            "answer-card-cancelled",
            session=say.name(session),
            start=say.time(session.start),
            place=say.tail(session),
        )
        for session in answer.cancelled
    ]
    for item in answer.groups:
        group = say.programme.group_by_slug[item.group].name
        lines.append(say("answer-not-meeting-item", group=f"themagroep {group}"))
    return message(*(lines or [say("answer-nothing-cancelled")]))


def _free(answer: facts.Free, say: Speech) -> Message:
    lines = []
    if not say.programme.rooms:
        lines.append(say("answer-free-unknown"))
    elif not answer.rooms:
        lines.append(say("answer-free-none", time=say.time(answer.moment)))
    else:
        listed = [
            say.words("answer-free-then", room=say.room(r.room), start=say.time(r.next.start))
            if r.next
            else say.room(r.room)
            for r in answer.rooms
        ]
        key = "answer-free-now" if answer.present else "answer-free"
        lines.append(say(key, time=say.time(answer.moment), rooms="; ".join(listed)))
    space = answer.networking
    if space and not say.place(space):
        lines += say.lines([space])
    elif space:
        lines.append(say.both("answer-networking", space, room=say.place(space)))
    return message(*lines, *(say.notes([space]) + say.all_day(space) if space else []))


def _meaning(answer: facts.Meaning, say: Speech) -> Message:
    return message(say(f"glossary-{answer.term}"))


def _late(answer: facts.Late, say: Speech) -> Message:
    current = tuple(s for s in answer.current if s.kind != "moving")
    lines = [say("answer-late")]
    if current:
        lines += [say("answer-now-many", time=say.time(answer.moment)), *say.lines(current)]
    elif answer.next and answer.moment < say.programme.sessions[0].start:
        first = answer.next[0]
        values = {"start": say.time(first.start), "session": say.the(first), "place": say.tail(first)}
        lines = [say("answer-late-now", time=say.time(answer.moment), **values)]
    if answer.next:
        lines += [say("answer-next-many", start=say.time(answer.next[0].start)), *say.lines(answer.next)]
    else:
        lines.append(say("answer-next-none"))
    return message(*lines, *say.notes((*current, *answer.next))).with_buttons(*say.session_buttons(answer.next))


def _overview(answer: facts.Overview, say: Speech) -> Message:
    event = answer.event
    head = say(
        "answer-overview", event=event.title.to(say.words.language), date=names.day_name(event.first_day, say.words)
    )
    sessions = [s for s in answer.sessions if s.kind != "moving"]
    if not sessions:
        return message(say("answer-overview-none"))
    selection = event.selection.to(say.words.language)
    tail = [*say.notes(sessions), *([selection] if selection else [])]
    return message(head, *say.lines(sessions), *tail).with_buttons(_menu(say)[1:])


def _papers(answer: facts.Papers, say: Speech) -> Message:
    papers = answer.event.papers.to(say.words.language)
    contacts = say.inline_contacts(answer.session.contacts) if answer.session else ""
    lines = [say("answer-papers-unnamed")] if answer.unnamed else []
    if answer.of_others and answer.session:
        lines.append(say("answer-papers-others", session=say.the(answer.session)))
    lines.append(say("answer-papers", papers=papers) if papers else say("answer-papers-none"))
    lines += [say("answer-papers-contact", contacts=contacts)] if contacts else []
    return message(*lines)


def _joining(answer: facts.Joining, say: Speech) -> Message:
    contacts = say.inline_contacts(c for c in answer.event.contacts if c.mail)
    registration = answer.event.registration.to(say.words.language)
    if answer.focus is Ask.JOIN:
        lines = [registration or say("answer-registration-none")]
    else:
        lines = [say("answer-day-contact", contact=contacts) if contacts else say("answer-day-contact-none")]
        lines += [registration] if registration and not contacts else []
        lines = [*(say.person(p) for p in answer.people), *lines]
    return message(*lines)


def _time(answer: facts.TimeNow, say: Speech) -> Message:
    return message(say("answer-time", time=say.time(answer.moment)))


_TALK: Final = {
    Ask.THANKS: "answer-thanks",
    Ask.GREETING: "answer-hello",
    Ask.HELP: "answer-help",
    Ask.NOTHING: "answer-empty",
    Ask.MINE: "answer-mine",
    Ask.CALENDAR: "answer-calendar",
    Ask.CALENDAR_CHECK: "answer-calendar-check",
    Ask.FOLLOW: "answer-follow",
    Ask.FOLLOWED: "answer-follow",
    Ask.UNFOLLOW: "answer-unfollow",
}


def _social(answer: facts.Social, say: Speech) -> Message:
    lines = [say(_TALK[answer.ask])]
    if answer.ask in {Ask.HELP, Ask.NOTHING, Ask.GREETING}:
        lines += _try(answer.examples, "answer-help-examples", say)
    buttons = _menu(say) if answer.ask in {Ask.HELP, Ask.GREETING, Ask.NOTHING} else ()
    return message(*lines).with_buttons(buttons)


WORDERS: Final[dict[type, Callable[[Any, Speech], Message]]] = {
    facts.Absent: _absent,
    facts.Which: _which,
    facts.WhichOfKind: _which_of_kind,
    facts.NotFound: _not_found,
    facts.Told: _told,
    facts.NoSuchRoom: _no_such_room,
    facts.Outside: _outside,
    facts.NoProgrammeOn: _no_programme,
    facts.Bound: _bound,
    facts.TheDay: _the_day,
    facts.OtherDays: _other_days,
    facts.Practical: _practical,
    facts.Amount: _amount,
    facts.NotOn: _not_on,
    facts.Free: _free,
    facts.Meaning: _meaning,
    facts.Late: _late,
    facts.Overview: _overview,
    facts.Papers: _papers,
    facts.Joining: _joining,
    facts.TimeNow: _time,
    facts.Social: _social,
}
