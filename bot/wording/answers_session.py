"""The words of answers about sessions, groups and people."""

from collections.abc import Callable
from typing import Final

from bot.programme.model import Contact, Session, Speaker, Status
from bot.programme.queries import leaders
from bot.questions import facts
from bot.questions.query import Ask
from bot.wording.richtext import Message, message
from bot.wording.speech import Speech


def card(answer: facts.Card, say: Speech) -> Message:
    """Tell one session with an eye to what was asked."""
    session = answer.session
    if session.status is Status.CANCELLED:
        lines = [
            say(
                "answer-card-cancelled",
                session=say.name(session),
                start=say.time(session.start),
                place=say.tail(session),
            )
        ]
        return message(*lines).with_buttons(*say.session_buttons([session]))
    lines = _FOCUS.get(answer.focus, _when_and_where)(session, say)
    if answer.focus is not Ask.CONTACT:  # whom to write to is certain, whoever comes
        place_said = bool(session.room) and answer.focus is not Ask.JOIN
        lines += [*say.notes([session], place=place_said), *say.all_day(session)]
    return message(*dict.fromkeys(lines)).with_buttons(*say.session_buttons([session]))


def cards(answer: facts.Cards, say: Speech) -> Message:
    """Tell several sessions: briefly, or each in full where people or texts were asked for."""
    lines: list[str] = []
    if answer.group:
        lines.append(say("answer-group-day", group=answer.group.name))
    if answer.focus in _FULL and not answer.group:
        found = [card(facts.Card(s, answer.focus), say) for s in answer.sessions]
        all_lines = message(*lines).lines if lines else ()
        return Message(all_lines + tuple(x for m in found for x in m.lines), say.session_buttons(answer.sessions))
    lines += say.lines(answer.sessions)
    lines += say.notes(answer.sessions)
    if not any(say.place(s) for s in answer.sessions):
        lines.append(say("answer-no-room"))
    for item in answer.absent:
        group = say.programme.group_by_slug[item.group]
        lines.append(say("answer-not-meeting-item", group=f"themagroep {group.name}"))
    return message(*lines).with_buttons(*say.session_buttons(answer.sessions))


def parallel(answer: facts.Parallel, say: Speech) -> Message:
    """Tell what is on at the same time."""
    start = say.time(answer.session.start)
    if not answer.others:
        return message(say("answer-parallel-none", session=say.the(answer.session), start=start))
    head = say("answer-parallel", session=say.the(answer.session), start=start)
    return message(head, *say.lines(answer.others), *say.notes(answer.others)).with_buttons(
        *say.session_buttons(answer.others)
    )


def not_meets(answer: facts.NotMeets, say: Speech) -> Message:
    """Say that a group does not meet, and where its people are expected."""
    group = say.programme.group_by_slug[answer.item.group].name
    if answer.instead is None:
        return message(say("answer-not-meets", group=group))
    one = answer.instead
    line = say.both("answer-not-meets-instead", one, group=group, session=say.name(one), place=say.tail(one))
    return message(line).with_buttons(*say.session_buttons([one]))


def person(answer: facts.Person, say: Speech) -> Message:
    """Tell where somebody has a part."""
    sessions = answer.sessions
    speaker = next((a.person for a in answer.appearances if isinstance(a.person, Speaker)), None)
    contact = next((a.person for a in answer.appearances if isinstance(a.person, Contact)), None)
    role = speaker.role.to(say.words.language) if speaker else ""
    if not sessions:
        return message(_of_the_day(answer.name, speaker, contact, say), say("answer-person-no-session"))
    if len(sessions) > 1:
        key = "answer-person-many" if role else "answer-person-many-norole"
        lines = [say(key, name=answer.name, role=role), *say.lines(sessions)]
        return message(*lines, *say.notes(sessions)).with_buttons(*say.session_buttons(sessions))
    one = sessions[0]
    if speaker is None and contact:
        lines = [say("answer-person-contact", name=answer.name, session=say.the(one), mail=contact.mail)]
        lines += _when_and_where(one, say)
    elif one.status is Status.CANCELLED:
        return card(facts.Card(one, answer.focus), say)
    elif speaker and speaker.name is None:
        lines = [say.both("answer-person-nameless", one, role=role, session=say.name(one), place=say.tail(one))]
    else:
        key = "answer-person" if role else "answer-person-norole"
        lines = [say.both(key, one, session=say.name(one), place=say.tail(one), name=answer.name, role=role)]
    return message(*lines, *_room_missing(one, say), *say.notes([one])).with_buttons(*say.session_buttons([one]))


def _of_the_day(name: str, speaker: Speaker | None, contact: Contact | None, say: Speech) -> str:
    """Say who somebody is who has a part in the day as a whole."""
    if speaker is None:
        return say("answer-day-contact", contact=say.inline_contacts([contact] if contact else []))
    role = speaker.role.to(say.words.language)
    if speaker.name is None:
        return say.person(speaker)
    return say("answer-person-day", name=name, role=role) if role else name


def people(answer: facts.People, say: Speech) -> Message:
    """Tell where several people have a part together."""
    one = answer.session
    head = say("answer-who", session=say.name(one), start=say.time(one.start), place=say.tail(one))
    lines = [head, *(say.person(p) for p in answer.people), *_room_missing(one, say), *say.notes([one])]
    return message(*lines).with_buttons(*say.session_buttons([one]))


def mentioned(answer: facts.Mentioned, say: Speech) -> Message:
    """Say that somebody is named in a text and has no part."""
    sessions = say.joined([say.the(s) for s in answer.sessions])
    line = say("answer-mentioned", name=answer.name, sessions=sessions)
    return message(line, *say.lines(answer.sessions)).with_buttons(*say.session_buttons(answer.sessions))


def in_texts(answer: facts.InTexts, say: Speech) -> Message:
    """Say in which sessions' texts the words stand."""
    if answer.people:
        quoted = say.joined([f"“{w}”" for w in answer.words])
        named = say.joined([say.the(s) for s in answer.sessions[:6]])
        lines = [say("answer-in-texts-people", words=quoted, sessions=named), *say.lines(answer.sessions[:6])]
        return message(*lines, *say.notes(answer.sessions[:6])).with_buttons(*say.session_buttons(answer.sessions[:6]))
    if len(answer.sessions) == 1 and answer.focus in _FULL:
        return card(facts.Card(answer.sessions[0], answer.focus), say)
    if len(answer.sessions) == 1:
        one = answer.sessions[0]
        line = say.both("answer-in-texts-one", one, session=say.the(one), place=say.tail(one))
        extra = [] if answer.focus in {Ask.WHERE, Ask.WHEN} else _summary(one, say)
        lines = [line, *extra, *_room_missing(one, say), *say.notes([one])]
    else:
        lines = [say("answer-in-texts-many"), *say.lines(answer.sessions[:6]), *say.notes(answer.sessions[:6])]
    return message(*lines).with_buttons(*say.session_buttons(answer.sessions[:6]))


def _when_and_where(session: Session, say: Speech) -> list[str]:
    if session.online and not session.room:
        key = "answer-card-online"
    elif session.room:
        key = "answer-card"
    else:
        key = "answer-card-noplace"
    if session.end is None:
        key = "answer-card-open" if say.place(session) else "answer-card-open-noplace"
    end = say.time(session.end) if session.end else ""
    first = say(key, session=say.Name(session), place=say.place(session), start=say.time(session.start), end=end)
    derived = [] if session.start_stated else [say("answer-start-derived")]
    return [first, *_room_missing(session, say), *derived]


def _where(session: Session, say: Speech) -> list[str]:
    online = [say("answer-no-room-online")] if session.online and not session.room else []
    return _when_and_where(session, say) + online


def _room_missing(session: Session, say: Speech) -> list[str]:
    unplaced = not session.room and not session.online and session.kind not in {"moving", "break"}
    return [say("answer-no-room")] if unplaced else []


def _until(session: Session, say: Speech) -> list[str]:
    line = say.both("answer-until", session, session=say.the(session), place=say.tail(session))
    return [line] if session.end_stated or session.end is None else [line, say("answer-end-derived")]


def _duration(session: Session, say: Speech) -> list[str]:
    if session.end is None:
        return _until(session, say)
    minutes = str(int((session.end - session.start).total_seconds()) // 60)
    return [say.both("answer-duration", session, session=say.the(session), minutes=minutes, place=say.tail(session))]


def _who(session: Session, say: Speech) -> list[str]:
    values = {"session": say.the(session), "start": say.time(session.start), "place": say.tail(session)}
    if not session.speakers:
        return [say("answer-who-none", **values)]
    return [say("answer-who", **values), *(say.person(p) for p in session.speakers)]


def _leads(session: Session, say: Speech) -> list[str]:
    found = leaders(session)
    if not found:
        return [say("answer-leads-none", session=say.the(session)), *_when_and_where(session, say)]
    values = {"session": say.name(session), "start": say.time(session.start), "place": say.tail(session)}
    return [say("answer-leads", **values), *(say.person(p) for p in found)]


def _contact(session: Session, say: Speech) -> list[str]:
    if not session.contacts:
        event = [c for c in say.programme.event.contacts if c.mail]
        general = [say("answer-contact-event", contact=say.inline_contacts(event))] if event else []
        return [say("answer-contact-none", session=say.the(session)), *general]
    secretaries = [c for c in session.contacts if c.kind == "secretary"]
    key = "answer-contact" if secretaries else "answer-contact-information"
    return [say(key, session=say.the(session)), *(say.contact(c) for c in session.contacts)]


def _join(session: Session, say: Speech) -> list[str]:
    if session.contacts and session.online:
        contacts = say.inline_contacts(session.contacts)
        return [say.both("answer-join-online", session, session=say.name(session), contacts=contacts)]
    registration = say.programme.event.registration.to(say.words.language)
    line = say.both("answer-join-room", session, session=say.the(session), place=say.tail(session))
    return [*_when_and_where(session, say), registration] if registration else [line]


def _summary(session: Session, say: Speech) -> list[str]:
    summary = session.summary.to(say.words.language) or session.text.to(say.words.language)[:600]
    return [summary] if summary else []


def _about(session: Session, say: Speech) -> list[str]:
    found = _summary(session, say)
    head = (
        [say("answer-about", session=say.name(session), summary=found[0])]
        if found
        else [say("answer-about-none", session=say.the(session))]
    )
    when = say.both("answer-when-line", session, place=say.tail(session))
    people = [say.joined([say.person(p) for p in session.speakers if p.name])] if session.speakers else []
    return [*head, when, *(p for p in people if p)]


def _audience(session: Session, say: Speech) -> list[str]:
    audience = session.audience.to(say.words.language)
    if audience:
        return [say("answer-audience", session=say.the(session), audience=audience)]
    key = "answer-audience-all" if session.open_to_all else "answer-audience-none"
    return [say(key, session=say.the(session)), *_when_and_where(session, say)]


def _certain(session: Session, say: Speech) -> list[str]:
    if say.provisions(session) or session.status is not Status.CONFIRMED:
        return _when_and_where(session, say)
    return [say.both("answer-certain", session, session=say.the(session), place=say.tail(session))]


_FULL: Final = frozenset({Ask.WHO, Ask.LEADS, Ask.CONTACT, Ask.JOIN, Ask.ABOUT, Ask.AUDIENCE, Ask.UNTIL, Ask.DURATION,
                          Ask.CERTAIN})  # fmt: skip
_FOCUS: Final[dict[Ask, Callable[[Session, Speech], list[str]]]] = {
    Ask.WHERE: _where,
    Ask.UNTIL: _until,
    Ask.DURATION: _duration,
    Ask.WHO: _who,
    Ask.LEADS: _leads,
    Ask.CONTACT: _contact,
    Ask.JOIN: _join,
    Ask.ABOUT: _about,
    Ask.AUDIENCE: _audience,
    Ask.CERTAIN: _certain,
}
