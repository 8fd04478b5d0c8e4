"""All there is to know about one session."""

from collections.abc import Iterable, Sequence

from bot.people.model import Choices
from bot.programme.model import Contact, Programme, Relation, Session, Speaker, Status, Text
from bot.wording.catalogue import Words
from bot.wording.following import session_buttons, when
from bot.wording.menu import event_name
from bot.wording.names import capital, clock, joined, room_name, session_name
from bot.wording.richtext import Message, message
from bot.wording.signing import sign_up_row


def about(
    session: Session, programme: Programme, choices: Choices, words: Words, *, of_another_day: bool = False
) -> Message:
    """Tell everything the programme says about a session, and what it does not say; its day where that is another."""
    heading = capital(session_name(session, programme, words))
    lines = [
        words("page-about-name", name=heading),
        *([words("page-about-day", day=event_name(programme, words))] if of_another_day else []),
        *told(session, programme, words),
        *(contact_line(contact, words) for contact in session.contacts),
    ]
    return message(*lines).with_buttons(
        *session_buttons(session, programme, choices, words), sign_up_row(session, words)
    )


def told(session: Session, programme: Programme, words: Words) -> list[str]:
    """Tell the same without its name and whom to write to, a line each; a text may hold several."""
    return [
        words("page-about-when", when=when(session, programme, words)),
        *_status(session, programme, words),
        *_place(session, programme, words),
        *_groups(session, programme, words),
        *_people(session, words),
        *_texts(session, words),
    ]


def _status(session: Session, programme: Programme, words: Words) -> Iterable[str]:
    """Say what is off, not certain, or not stated about the session and its end."""
    if session.status is Status.CANCELLED:
        yield words("page-about-cancelled")
    if session.status is Status.PROVISIONAL:
        yield words("page-about-provisional")
    if session.status_note:
        yield session.status_note.to(words.language)
    if session.content_provisional:
        yield words("page-about-content")
    if session.end is None:
        yield words("page-about-end")
    elif session.slot_end is not None and session.slot_end > session.end:
        yield words("page-about-stops", until=clock(session.slot_end, programme))


def _place(session: Session, programme: Programme, words: Words) -> Iterable[str]:
    """Say what is not certain or not stated about the place, and who may come."""
    if session.room_note:
        yield words("page-about-room-note", note=session.room_note.to(words.language))
    elif not session.room and not session.online:
        yield words("page-about-no-room")
    if session.room and not session.room_certain:
        yield words("page-about-reading")
    if session.available_all_day:
        yield _all_day(session, programme, words)
    if session.open_to_all:
        yield words("page-about-open")


def _all_day(session: Session, programme: Programme, words: Words) -> str:
    """Say both: that it is there all day, and from when its room is in use for something else."""
    later = [s for s in programme.in_room(session.room or "") if s.start > session.start and s.goes_ahead]
    room = programme.room_by_slug.get(session.room or "")
    if not later or room is None:
        return words("page-about-all-day-free")
    values = {
        "from": clock(later[0].start, programme),
        "room": room_name(room, words),
        "session": session_name(later[0], programme, words),
    }
    return words("page-about-all-day", **values)


def _groups(session: Session, programme: Programme, words: Words) -> Iterable[str]:
    """Name the groups, unless the session is that of one group whose name it bears."""
    for relation in (Relation.HOLDS, Relation.PREPARES, Relation.INVITED):
        found = [programme.group_by_slug[g.group] for g in session.groups if g.relation is relation]
        names = [words(f"name-{g.kind.value}", title=g.name) if g.kind.value != "track" else g.name for g in found]
        if relation is Relation.HOLDS and len(found) == 1 and found[0].name in session.title.nl:
            continue
        if names:
            yield words(f"page-about-{relation.value}", groups=joined(names, words))


def _people(session: Session, words: Words) -> Iterable[str]:
    named = [s for s in session.speakers if s.part != "mentioned" and not s.absent]
    mentioned = [s for s in session.speakers if s.part == "mentioned"]
    if named:
        yield words("page-about-with", people=_listed(named, words))
    if mentioned:
        yield words("page-about-mentioned", people=_listed(mentioned, words))
    for speaker in session.speakers:
        if speaker.absent and speaker.part != "mentioned":
            yield words("page-about-absent", person=capital(_person(speaker, words)))


def _listed(people: Sequence[Speaker], words: Words) -> str:
    return "; ".join(
        words("page-about-absent-provisional", person=_person(p, words)) if p.provisional else _person(p, words)
        for p in people
    )


def _person(speaker: Speaker, words: Words) -> str:
    role = speaker.role.to(words.language)
    if speaker.name:
        return words("page-person", name=speaker.name, role=role) if role else speaker.name
    return words("page-person-count", count=str(speaker.count), role=role) if speaker.count > 1 else role


def _texts(session: Session, words: Words) -> Iterable[str]:
    if session.audience:
        yield words("page-about-audience", audience=session.audience.to(words.language))
    if session.registration:
        yield words("page-about-registration", registration=session.registration.to(words.language))
    for text in _different(session.summary, session.text):
        yield ""
        yield text.to(words.language)


def _different(summary: Text, text: Text) -> Iterable[Text]:
    """Give the text in full where there is one, else the summary."""
    if text or summary:
        yield text or summary


def contact_line(contact: Contact, words: Words) -> str:
    """Name whom to write to, with what they are."""
    kinds = {"secretary": "page-about-secretary", "registration": "page-about-register-contact"}
    parts = [contact.name or "", contact.mail, contact.phone, contact.note.to(words.language)]
    return words(kinds.get(contact.kind, "page-about-contact"), contact=", ".join(p for p in parts if p))
