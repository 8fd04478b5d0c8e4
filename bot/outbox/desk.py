"""Questions on their way to the organisers, and answers on their way back."""

from typing import Final

from bot.outbox.model import OutboxRow
from bot.outbox.skip import Reason, Skip
from bot.people.desk import ANSWER, FAILED, QUESTION, DeskQuestion
from bot.wording import desk
from bot.wording.catalogue import Words
from bot.wording.richtext import Message

KINDS: Final = frozenset({QUESTION, ANSWER, FAILED})


def question_in(row: OutboxRow) -> int:
    """Give the id of the question that a message is about."""
    return int(row.key.split(":")[1])


def worded(row: OutboxRow, asked: DeskQuestion | None, words: Words) -> Message | Skip:
    """Word a message about a question; of no use when that is forgotten, or an answer is followed by another."""
    if asked is None:
        return Skip(Reason.GONE)
    if row.kind == QUESTION:
        return desk.to_organisers(asked, words, repeated=row.repeated)
    if row.kind == FAILED:
        return desk.failed(asked, words)
    if row.key != f"{ANSWER}:{asked.id}:{asked.answer_message_id}":
        return Skip(Reason.NOT_WANTED)
    return desk.to_asker(asked, words, repeated=row.repeated)
