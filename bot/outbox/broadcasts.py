"""Messages to many on their way: the message, its correction and removal, a test, and what its author is told."""

from dataclasses import dataclass, field
from typing import Final

from bot.broadcasting.model import Broadcast, Standing, Tally
from bot.outbox.model import TO_MANY, WAITED_FOR, OutboxRow
from bot.outbox.parcel import News, Removal, Sheet
from bot.outbox.skip import Reason, Skip
from bot.programme.model import Programme, State
from bot.wording import broadcast_reports
from bot.wording import broadcasts as wording
from bot.wording.catalogue import Words
from bot.wording.richtext import Message

MESSAGE: Final = TO_MANY
EDIT: Final = "broadcast-edit"
REMOVAL: Final = "broadcast-removal"
TEST: Final = "broadcast-test"
PROGRESS: Final = "broadcast-progress"
PRIORITIES: Final = {MESSAGE: 7, EDIT: 6, REMOVAL: 6, TEST: WAITED_FOR, PROGRESS: WAITED_FOR}
"""A reminder (5) goes before them, and what is wrong is put right before the rest goes out."""
KINDS: Final = frozenset(PRIORITIES)


@dataclass(frozen=True, slots=True)
class Going:
    """A message to many as it stands when a row of it is worded.

    ``tally`` is for what its author is told; ``target`` is Telegram's number of the message to change or remove.
    """

    broadcast: Broadcast
    tally: Tally = field(default_factory=Tally)
    target: int | None = None


def broadcast_in(row: OutboxRow) -> int:
    """Give the id of the message to many that a row is about."""
    return int(row.key.split(":")[1])


def target_in(row: OutboxRow) -> int:
    """Give the id of the row whose message is to be changed or removed."""
    return int(row.key.rsplit(":", 1)[1])


def progress_key(sent: Broadcast) -> str:
    """Give the key of the row that tells its author how it stands: a new one for each edition, and for its end."""
    phase = "removed" if sent.standing is Standing.WITHDRAWN else str(sent.edition)
    return f"{PROGRESS}:{sent.id}:{phase}"


def worded(row: OutboxRow, going: Going | None, programme: Programme, words: Words) -> Message | Skip:
    """Word a row of a message to many as it stands now; of no use when it was forgotten, stopped or withdrawn."""
    if going is None:
        return Skip(Reason.GONE)
    sent = going.broadcast
    match row.kind:
        case "broadcast-progress":
            said = broadcast_reports.progress(sent, going.tally, programme, words)
            return News(said.lines, said.buttons, replaces=row.message_id)
        case "broadcast-test":
            return sheet(sent, programme, words)
        case "broadcast-removal":
            gone = sent.standing is Standing.WITHDRAWN and going.target is not None
            return Removal((), removes=going.target or 0) if gone else Skip(Reason.NO_MESSAGE)
    if sent.standing is not Standing.GOING:
        return Skip(Reason.STOPPED)
    if row.kind == EDIT:
        right = going.target is not None and _edition_in(row) == sent.edition
        return sheet(sent, programme, words, replaces=going.target) if right else Skip(Reason.NO_MESSAGE)
    if programme.event.state is not State.PUBLISHED:
        return Skip(Reason.NOT_PUBLISHED)
    return sheet(sent, programme, words, repeated=row.repeated)


def sheet(
    broadcast: Broadcast,
    programme: Programme,
    words: Words,
    *,
    repeated: bool = False,
    replaces: int | None = None,
) -> Sheet:
    """Make the message as people get it: what the author wrote, and who that is."""
    content = broadcast.content
    said = wording.signature(broadcast, programme, words, repeated=repeated)
    return Sheet(said.lines, (), content.html, content.media.value, content.file_id, broadcast.edition, replaces)


def _edition_in(row: OutboxRow) -> int:
    return int(row.key.split(":")[2])
