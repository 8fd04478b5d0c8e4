"""What goes by mail, and what is said in the chat when that does not arrive."""

from datetime import datetime, timedelta
from typing import Final

from bot.ical.calendars import CalendarFile, file_name, session_file
from bot.ical.invites import invites, session_in
from bot.outbox.model import WAITED_FOR, OutboxRow, Planned
from bot.outbox.parcel import Parcel
from bot.outbox.scene import Scene
from bot.outbox.skip import Reason, Skip
from bot.people.mailing import VALID
from bot.programme.model import Event, Programme
from bot.wording import letters
from bot.wording.catalogue import Words
from bot.wording.richtext import Message

CODE: Final = "mail-code"
FAILED: Final = "mail-failed"


def planned_code(code_id: int, mail_chat_id: int, event: Event, now: datetime, *, speed: float) -> Planned:
    """Plan the message that carries a code; with ``speed`` the event's clock runs faster than people type."""
    return Planned(
        key=f"{CODE}:{code_id}",
        kind=CODE,
        chat_id=mail_chat_id,
        event_id=event.id,
        starts_at=now,
        due_at=now,
        expires_at=now + VALID * speed,
        priority=WAITED_FOR,
    )


def code_in(row: OutboxRow) -> int:
    """Give the id of the code that a message carries."""
    return int(row.key.split(":")[1])


def planned_failure(about: str, chat_id: int, event_id: int, now: datetime) -> Planned:
    """Plan to tell a chat that its mail does not arrive; ``about`` makes it one message for one failure."""
    return Planned(
        key=f"{FAILED}:{about}",
        kind=FAILED,
        chat_id=chat_id,
        event_id=event_id,
        starts_at=now,
        due_at=now,
        expires_at=now + timedelta(days=1),
        priority=WAITED_FOR,
    )


def failed_code(row: OutboxRow) -> int | None:
    """Give the id of the code that did not arrive, None where it was something else."""
    parts = row.key.split(":")
    return int(parts[2]) if parts[1] == "code" else None


def code(row: OutboxRow, programme: Programme, code: str, words: Words) -> Parcel | Skip:
    """Word the message with a code; where it was used or replaced it is of no use."""
    if not code:
        return Skip(Reason.CODE_OVER)
    said = letters.code(code, programme, words)
    return Parcel(said.lines, subject=words("mail-code-subject"), reference=_reference(row))


def not_arriving(address: str, words: Words) -> Message | Skip:
    """Say in the chat that mail is refused at an address."""
    return letters.not_arriving(address, words) if address else Skip(Reason.GONE)


def invite(scene: Scene) -> Parcel | Skip:
    """Word the invitation, update or cancellation of one session, or say that the mailbox is right about it."""
    row, programme, words, beside = scene.row, scene.programme, scene.words, scene.beside
    about = session_in(row.key)
    due = invites(programme, scene.choices, beside.ledger, now=scene.now, unsure=about if row.repeated else None)
    found = next((i for i in due if i.session.id == about), None)
    if found is None:
        return Skip(Reason.RIGHT)
    content = session_file(
        programme,
        [found.session],
        language=words.language,
        words=words,
        lead=scene.chat.lead,
        now=scene.now,
        organizer=beside.publisher.organizer,
        method=found.method,
        link=beside.publisher.links(programme),
        conference=lambda session: beside.links.get(session.id),
        attendee=scene.chat.address,
    )
    # Whether the session is off, or just no longer theirs, is for the words; the calendar takes it out either way.
    off = next((s for s in programme.sessions if s.id == about and s.goes_ahead), None) is None
    said = letters.invite(found, programme, words, off=off)
    return Parcel(
        said.lines,
        file=CalendarFile(file_name(programme, [found.session]), content, found.method),
        handed=(found.entry,),
        subject=letters.subject(found, programme, words, off=off),
        reference=_reference(row),
    )


def _reference(row: OutboxRow) -> str:
    """Give what is the same when the row is sent again, and in no other database."""
    return f"{row.key} {row.due_at.isoformat()}"
