"""What an entry in a calendar says about its session, in whole sentences."""

from collections.abc import Iterator

from bot.programme.model import Contact, Language, Programme, Session, Speaker, Status, Text
from bot.wording.catalogue import Words
from bot.wording.names import capital, clock, room_name

UNLISTED_PARTS = frozenset({"mentioned"})
"""Parts of people who are named in a text but do not come."""


def description(session: Session, programme: Programme, words: Words, *, language: Language) -> str:
    """Tell what is certain, what is not, who speaks, the printed text and whom to write to."""
    parts = (
        "\n".join(_status(session, words, language)),
        "\n".join(_place_and_time(session, programme, words, language)),
        _speakers(session, words, language),
        _text(session, words, language),
        words("calendar-audience", audience=session.audience.to(language)) if session.audience else "",
        "\n".join(_registration(session, words, language)),
        words("calendar-part-of", event=event_name(programme, language)),
    )
    return "\n\n".join(part for part in parts if part)


def event_name(programme: Programme, language: Language) -> str:
    """Name the day with its city: "Bestuurlijke netwerkdag G40, Haarlem"."""
    title, city = programme.event.title.to(language), programme.event.city
    return title if city.casefold() in title.casefold() else f"{title}, {city}"


def _status(session: Session, words: Words, language: Language) -> list[str]:
    said = []
    if session.status is Status.CANCELLED:
        said.append(words("calendar-cancelled"))
    if session.status is Status.PROVISIONAL:
        said.append(words("calendar-provisional"))
    if session.content_provisional:
        said.append(words("calendar-content-provisional"))
    if session.status_note:
        said.append(session.status_note.to(language))
    return said


def _place_and_time(session: Session, programme: Programme, words: Words, language: Language) -> list[str]:
    """Say where place and time are not stated, are our reading, or are not the whole story."""
    said = []
    room = programme.room_by_slug.get(session.room or "")
    if room and not session.room_certain:
        said.append(words("calendar-room-read", room=capital(room_name(room, words))))
    if session.online:
        said.append(words("calendar-online"))
    elif not room and session.kind != "moving":
        said.append(words("calendar-room-not-stated"))
    if session.room_note:
        said.append(session.room_note.to(language))
    if not session.start_stated:
        said.append(words("calendar-start-read", time=clock(session.start, programme)))
    if session.end is None:
        said.append(words("calendar-end-not-stated"))
    elif not session.end_stated:
        said.append(words("calendar-end-read", time=clock(session.end, programme)))
    if session.available_all_day:
        said.append(words("calendar-all-day"))
        following = _next_there(session, programme)
        if room and following:
            time = clock(following.start, programme)
            said.append(words("calendar-room-in-use", time=time, room=capital(room_name(room, words))))
    return said


def _next_there(session: Session, programme: Programme) -> Session | None:
    """Give the next session in the same room on the same day, if any."""
    day = programme.local(session.start).date()
    later = (s for s in programme.in_room(session.room or "") if s.start > session.start and s.goes_ahead)
    return next((s for s in later if programme.local(s.start).date() == day), None)


def _speakers(session: Session, words: Words, language: Language) -> str:
    lines = [_speaker(s, words, language) for s in session.speakers if s.part not in UNLISTED_PARTS]
    return "\n".join((words("calendar-speakers"), *(f"- {line}" for line in lines))) if lines else ""


def _speaker(speaker: Speaker, words: Words, language: Language) -> str:
    guests = words("calendar-guests", count=speaker.count)
    said = ", ".join(part for part in (speaker.name, speaker.role.to(language)) if part) or guests
    key = f"calendar-part-{speaker.part}"
    if words.has(key) and words(key).casefold() not in said.casefold():
        said = f"{said} ({words(key)})"
    if speaker.absent:
        return words("calendar-speaker-absent", speaker=said)
    return words("calendar-speaker-provisional", speaker=said) if speaker.provisional else said


def _text(session: Session, words: Words, language: Language) -> str:
    """Give the printed text, else the summary.

    A text in the other language only comes after the summary, and says which language it is in.
    """
    text, summary = _own(session.text, language), _own(session.summary, language)
    if text or not (session.text or session.summary):
        return text
    other = words("calendar-other-language") + "\n" + (session.text or session.summary).to(language)
    if not summary:
        return other
    return f"{summary}\n\n{other}" if session.text else summary


def _own(text: Text, language: Language) -> str:
    """Give a text in this language and no other."""
    return text.nl if language == "nl" else text.en


def _registration(session: Session, words: Words, language: Language) -> Iterator[str]:
    """Say how to sign up and whom to write to, unless the text says so already."""
    if session.registration:
        yield session.registration.to(language)
    for contact in session.contacts:
        if not contact.mail or contact.mail not in session.text.to(language):
            yield _contact(contact, words, language)


def _contact(contact: Contact, words: Words, language: Language) -> str:
    known = f"calendar-contact-{contact.kind}"
    key = known if words.has(known) else "calendar-contact-information"
    return words(key, contact=contact_line(contact, language))


def contact_line(contact: Contact, language: Language) -> str:
    """Give the name with how to reach it: "Marieke de Blok, m.blok@assen.nl"."""
    return ", ".join(part for part in (contact.name, contact.mail, contact.phone, contact.note.to(language)) if part)
