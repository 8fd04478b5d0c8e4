"""One's own day to take home: sessions, whom to write to, and papers, as a document that can be printed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.people.signing import Paper
from bot.programme.model import Language, Programme, Session
from bot.wording.about import contact_line, told
from bot.wording.catalogue import Words
from bot.wording.menu import event_name, groups_button, mine_button, programme_button
from bot.wording.names import capital, clock, day_name, session_name
from bot.wording.richtext import BOLD_CLOSE, BOLD_OPEN, Message, message


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a heading of its own and lines of text; an empty line parts paragraphs."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the document."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """The document: what it is called, what stands under that, and its chapters; ``page`` words a page number."""

    title: str
    subtitle: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    language: Language
    page: str


def booklet(
    sessions: Sequence[Session],
    programme: Programme,
    words: Words,
    *,
    links: Mapping[int, str],
    papers: Sequence[Paper],
    now: datetime,
) -> Booklet:
    """Gather somebody's own sessions; ``links`` and ``papers`` are those that they are entitled to."""
    local = programme.local(now)
    when = words("takeaway-moment", day=day_name(local.date(), words), time=clock(now, programme))
    chapters = [
        Chapter(words("takeaway-sessions"), tuple(_session(s, programme, words, links) for s in sessions)),
        Chapter(words("takeaway-contacts"), tuple(_contacts(sessions, programme, words))),
        Chapter(words("takeaway-papers"), tuple(_papers(sessions, programme, words, papers))),
    ]
    return Booklet(
        title=words("takeaway-title", event=event_name(programme, words)),
        subtitle=(when,),
        chapters=tuple(c for c in chapters if c.items),
        language=words.language,
        page=words("takeaway-page"),
    )


def handed_over(count: int, words: Words, *, papers: bool) -> Message:
    """Say what the document holds; with ``papers`` the reader got those of their sessions as messages."""
    return message(words("takeaway-done-papers" if papers else "takeaway-done", count=count))


def nothing(programme: Programme, words: Words) -> Message:
    """Say that nothing was chosen, and how to choose."""
    return message(words("takeaway-nothing", event=event_name(programme, words))).with_buttons(
        (groups_button(words), programme_button(words))
    )


def failed(words: Words) -> Message:
    """Say that the document could not be made, and where the same stands."""
    return message(words("takeaway-failed")).with_buttons((mine_button(words),))


def file_name(programme: Programme, words: Words) -> str:
    """Name the file."""
    return words("takeaway-file", event=programme.event.key)


def _session(session: Session, programme: Programme, words: Words, links: Mapping[int, str]) -> Item:
    lines = [_plain(part) for line in told(session, programme, words) for part in line.split("\n")]
    if session.id in links:
        lines += ["", words("takeaway-link", link=links[session.id])]
    return Item(capital(session_name(session, programme, words)), tuple(lines))


def _contacts(sessions: Sequence[Session], programme: Programme, words: Words) -> list[Item]:
    """Name whom to write to, for each session and for the day; who is the same for several is named with each."""
    found = [
        Item(capital(session_name(s, programme, words)), tuple(_plain(contact_line(c, words)) for c in s.contacts))
        for s in sessions
        if s.contacts
    ]
    day = programme.event.contacts
    if day:
        found.append(Item(words("takeaway-of-the-day"), tuple(_plain(contact_line(c, words)) for c in day)))
    return found


def _papers(sessions: Sequence[Session], programme: Programme, words: Words, papers: Sequence[Paper]) -> list[Item]:
    by_session: dict[int, list[str]] = defaultdict(list)
    for paper in papers:
        by_session[paper.session_id].append(words("takeaway-ibabs") if paper.is_note else paper.name)
    found = [
        Item(capital(session_name(s, programme, words)), tuple(by_session[s.id]))
        for s in sessions
        if s.id in by_session
    ]
    day = programme.event.papers.to(words.language)
    if day:
        found.append(Item(words("takeaway-of-the-day"), tuple(day.split("\n"))))
    return found


def _plain(text: str) -> str:
    return text.replace(BOLD_OPEN, "").replace(BOLD_CLOSE, "")
