"""The message that puts somebody's calendar right, with its file."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.ical.calendars import CalendarFile, Method, file_name, session_file
from bot.ical.ledger import Overtaken, entry_of, overtaken
from bot.ical.publisher import Publisher
from bot.outbox.parcel import Parcel
from bot.outbox.scene import Scene
from bot.outbox.skip import Reason, Skip
from bot.people.model import Chat
from bot.programme.model import Programme
from bot.wording import calendars
from bot.wording.catalogue import Words
from bot.wording.subscriptions import with_sessions


def update(scene: Scene) -> Parcel | Skip:
    """Word what was overtaken of a chat's calendar, or say that nothing was."""
    row, beside = scene.row, scene.beside
    late = overtaken(scene.programme, beside.ledger, now=scene.now, unsure=row.repeated)
    if not late:
        return Skip(Reason.RIGHT)
    return parcel(
        late,
        scene.programme,
        scene.chat,
        publisher=beside.publisher,
        links=beside.links,
        words=scene.words,
        now=scene.now,
        repeated=row.repeated,
        told=row.silent,
    )


def parcel(
    late: Sequence[Overtaken],
    programme: Programme,
    chat: Chat,
    *,
    publisher: Publisher,
    links: Mapping[int, str],
    words: Words,
    now: datetime,
    repeated: bool = False,
    told: bool = False,
) -> Parcel:
    """Make the message and the file for what was overtaken; there is something.

    What changed is ``told`` where another message does that; then a few words are enough.
    ``links`` are where sessions are held online, by id, as far as this chat is entitled to know.
    A file has one METHOD: with cancellations among changes it is PUBLISH, with their STATUS in it (RFC 5546 3.2.1).
    """
    sessions = [one.session for one in late]
    method: Method = "PUBLISH" if any(s.goes_ahead for s in sessions) else "CANCEL"
    content = session_file(
        programme,
        sessions,
        language=words.language,
        words=words,
        lead=chat.lead,
        now=now,
        organizer=publisher.organizer,
        method=method,
        link=publisher.links(programme),
        conference=lambda session: links.get(session.id),
    )
    say = calendars.file_only if told else calendars.update
    said = say(late, programme, words, repeated=repeated)
    there = [s for s in sessions if s.key in programme.session_by_key]
    if publisher.public_url and there:
        said = with_sessions(said, publisher.public_url, programme, there, words)
    return Parcel(
        said.lines,
        said.buttons,
        file=CalendarFile(file_name(programme, sessions, several=words("ledger-file-name")), content, method),
        handed=tuple(entry_of(s) for s in sessions),
    )
