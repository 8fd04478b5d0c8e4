"""One's own day to take home: «/meenemen»."""

import logging
from typing import Final

from bot.wording import takeaway as wording
from handlers.studio import PictureFailed
from handlers.takeaway import take_away
from handlers.telegram.context import Answers, Hand, Say, Visit

log: Final = logging.getLogger(__name__)


async def takeaway(visit: Visit) -> Answers:
    """Answer «/meenemen» with the document, or say that nothing was chosen."""
    try:
        made = await take_away(visit.services, visit.chat, visit.programme)
    except PictureFailed as failure:
        log.warning("a booklet could not be printed: %s", failure)
        return (Say(wording.failed(visit.words)),)
    if made is None:
        return (Say(wording.nothing(visit.programme, visit.words)),)
    file, count, papers = made
    return (Hand(file, wording.handed_over(count, visit.words, papers=papers)),)
