"""What those who signed up are sent: the link or a document of a session."""

from datetime import datetime

from bot.files import File
from bot.outbox.model import OutboxRow
from bot.outbox.parcel import Protected
from bot.outbox.skip import Reason, Skip
from bot.people.signing import Handout, is_over
from bot.programme.model import Programme
from bot.wording import signing
from bot.wording.catalogue import Words
from bot.wording.richtext import Message


def worded(
    row: OutboxRow, handout: Handout | None, programme: Programme, words: Words, *, now: datetime
) -> Message | Skip:
    """Word the message, unless its chat signed off, another link came in its place, or the session is off or over."""
    session = None if handout is None else programme.session_by_id.get(handout.session_id)
    if handout is None or session is None:
        return Skip(Reason.NOT_WANTED)
    if not session.goes_ahead:
        return Skip(Reason.CANCELLED)
    if is_over(session, now):
        return Skip(Reason.OVER)
    said = signing.handed_out(handout, session, programme, words, repeated=row.repeated)
    if handout.document is None or handout.document.is_note:
        return said
    return Protected(said.lines, said.buttons, File(handout.document.name, handout.document.content, protected=True))
