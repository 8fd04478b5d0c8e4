"""For organisers: the check of a day before it, and the report after it."""

from bot.wording import checking as wording
from handlers import checking
from handlers.telegram.context import Answers, Say, Visit


async def check(visit: Visit) -> Answers:
    """Answer «/controle»; raises NotAllowed."""
    found = await checking.check(visit.services, visit.user, visit.programme)
    return (Say(wording.checked(found, visit.programme, visit.words)),)
