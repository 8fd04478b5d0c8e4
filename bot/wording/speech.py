"""The small phrases of which sentences about a day are made, in one language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.programme.model import Contact, Programme, Relation, Room, Session, Speaker, Status
from bot.wording import names
from bot.wording.catalogue import Words
from bot.wording.richtext import Action, Button, Verb
from bot.wording.signing import sign_up_row

Row = tuple[Button, ...]
LISTED: Final = 30
"""Sessions that one answer lists; of a larger conference the rest is counted, so that a message stays readable."""

_BUTTONS: Final = 10
"""Buttons to open a session under one answer."""


@dataclass(frozen=True)
class Speech:
    """A day and the language in which it is spoken of."""

    programme: Programme
    words: Words

    def __call__(self, key: str, /, **values: str | int) -> str:
        """Give the sentence ``key``, with a capital at its start."""
        return names.capital(self.words(key, **values))

    def time(self, moment: datetime) -> str:
        """Give a time as 11.40."""
        return names.clock(moment, self.programme)

    def name(self, session: Session) -> str:
        """Name a session in a sentence."""
        return names.session_name(session, self.programme, self.words)

    def Name(self, session: Session) -> str:  # noqa: N802 - the capital is what it does
        """Name a session at the start of a sentence."""
        return names.capital(self.name(session))

    def the(self, session: Session) -> str:
        """Name a session as the object of a sentence."""
        return names.session_with_article(session, self.programme, self.words)

    def inside(self, room: Room) -> str:
        """Name a room after "in"."""
        return names.room_inside(room, self.words)

    def short(self, session: Session) -> str:
        """Name a session as briefly as it is known."""
        return names.session_short(session, self.words)

    def place(self, session: Session) -> str:
        """Name where a session is, or nothing."""
        return names.place(session, self.programme, self.words)

    def tail(self, session: Session) -> str:
        """Give ", zaal 2", or nothing where no place is stated."""
        place = self.place(session)
        return f", {place}" if place else ""

    def room(self, room: Room) -> str:
        """Name a room."""
        return names.room_name(room, self.words)

    def both(self, key: str, about: Session, /, **values: str | int) -> str:
        """Say ``key`` of a session with its start and end, or ``key-open`` when no end is stated for it."""
        if about.end is None:
            return self(f"{key}-open", start=self.time(about.start), **values)
        return self(key, start=self.time(about.start), end=self.time(about.end), **values)

    def joined(self, parts: Sequence[str], by: str = "name-and") -> str:
        """Join names as a sentence does."""
        return names.joined(parts, self.words, by=by)

    def lines(self, sessions: Sequence[Session], *, place: bool = True) -> list[str]:
        """List sessions with their times, a line each; of more than :data:`LISTED` the rest is counted."""
        found = []
        for session in sessions[:LISTED]:
            if place and self.place(session):
                found.append(
                    self.both("answer-list-item-place", session, session=self.name(session), place=self.place(session))
                )
            else:
                found.append(self.both("answer-list-item", session, session=self.name(session)))
        return found + self.more(sessions)

    def more(self, sessions: Sequence[Session]) -> list[str]:
        """Say how many sessions a list leaves out, if any."""
        left = len(sessions) - LISTED
        return [self("answer-more", count=str(left))] if left > 0 else []

    def notes(self, sessions: Iterable[Session], *, place: bool = True) -> list[str]:
        """Say once what is not certain about these sessions: the reading of their room, provisional guests."""
        listed = list(sessions)
        found = []
        unsure = {s.room for s in listed if s.room and not s.room_certain}
        if place and unsure:
            found.append(self("answer-room-reading", count=len(unsure)))
        whose: dict[str, list[str]] = {}
        for session in listed:
            for said in self.provisions(session):
                whose.setdefault(said, []).append(self.short(session))
        for said, names_of in whose.items():
            found.append(said if len(names_of) == len(listed) else f"{'; '.join(names_of)}: {said}")
        return list(dict.fromkeys(found))

    def provisions(self, session: Session) -> list[str]:
        """Say what of a session is provisional, and who cannot attend."""
        found = []
        if session.status is Status.PROVISIONAL:
            note = session.status_note.to(self.words.language)
            found.append(note or self("answer-provisional-session"))
        guests = [p.name for p in session.speakers if p.provisional and p.name]
        if guests:
            found.append(self("answer-provisional-speakers", names=self.joined(guests), count=len(guests)))
        elif session.content_provisional:
            found.append(self("answer-provisional-content"))
        found += [self("answer-absent-speaker", name=p.name) for p in session.speakers if p.absent and p.name]
        return found

    def all_day(self, session: Session) -> list[str]:
        """Say that an item is on all day, and that its room is in use for something else in between."""
        if not session.available_all_day or session.room is None:
            return []
        others = [s for s in self.programme.in_room(session.room) if s.goes_ahead and s.key != session.key]
        if not others:
            return [self("answer-all-day")]
        used = {"start": self.time(others[0].start), "session": self.name(others[0])}
        return [self("answer-networking-used", room=self.place(session), **used)]

    def person(self, person: Speaker) -> str:
        """Name a speaker with the printed role."""
        role = person.role.to(self.words.language)
        if person.name is None:
            return self("answer-nameless-many" if person.count > 1 else "answer-nameless", role=role)
        return self("answer-person-line", name=person.name, role=role) if role else person.name

    def people(self, people: Iterable[Speaker]) -> str:
        """Name people in one sentence."""
        listed = list(people)
        there = [p for p in listed if not p.absent] or listed
        return self.joined([self.person(p) for p in there])

    def contact(self, contact: Contact) -> str:
        """Name somebody to write to, with the address."""
        if contact.name and contact.mail:
            return self("answer-contact-line", name=contact.name, mail=contact.mail)
        return contact.name or contact.mail

    def inline_contacts(self, contacts: Iterable[Contact]) -> str:
        """Name people to write to in one sentence: name (address)."""
        found = [f"{c.name} ({c.mail})" if c.name and c.mail else c.name or c.mail for c in contacts]
        return self.joined(found, by="name-or")

    def apart(self, named: Sequence[tuple[str, Session | None]]) -> list[str]:
        """Give names to choose from; where two are the same, with the time, and the day if there are more."""
        found = []
        names_only = [name for name, _ in named]
        for name, session in named:
            if session is None or names_only.count(name) == 1:
                found.append(name)
                continue
            time, day = self.time(session.start), self.programme.local(session.start).date()
            several = len(self.programme.days) > 1
            found.append(f"{name} ({names.day_name(day, self.words)}, {time})" if several else f"{name} ({time})")
        return found

    def session_buttons(self, sessions: Sequence[Session]) -> tuple[Row, ...]:
        """Give buttons for sessions: all that can be done with one, or a button to open each of several."""
        if len(sessions) == 1:
            return self._one(sessions[0])
        listed = self.for_buttons(sessions)
        labels = self.apart([(names.capital(self.short(s)), s) for s in listed])
        opened = [
            Button(label, Action(Verb.SESSION, s.id, s.revision)) for label, s in zip(labels, listed, strict=True)
        ]
        return tuple(tuple(opened[i : i + 2]) for i in range(0, len(opened), 2))

    def for_buttons(self, sessions: Sequence[Session]) -> list[Session]:
        """Give the sessions that get a button of their own."""
        return [s for s in sessions if s.id and s.kind != "moving"][:_BUTTONS]

    def _one(self, session: Session) -> tuple[Row, ...]:
        if not session.id or session.kind == "moving":
            return ()
        row: list[Button] = []
        if session.goes_ahead:
            row.append(
                Button(self("button-ics", session=self.short(session)), Action(Verb.ICS, session.id, session.revision))
            )
        if session.summary or session.speakers:
            about = Action(Verb.ABOUT, session.id, session.revision)
            row.append(Button(self("button-about", session=self.short(session)), about))
        held = [g.group for g in session.groups if g.relation is Relation.HOLDS]
        group = self.programme.group_by_slug.get(held[0]) if held else None
        follow = (
            (Button(self("button-follow", group=group.name), Action(Verb.FOLLOW, group.id)),)
            if group and group.id
            else ()
        )
        return tuple(r for r in (follow, tuple(row), sign_up_row(session, self.words)) if r)
