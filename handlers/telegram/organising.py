"""For organisers: the check of a day before it, and the report after it."""

from bot.files import File
from bot.wording import checking as wording
from bot.wording import report as reports
from handlers import checking
from handlers.telegram.context import Answers, Hand, Say, Visit


async def check(visit: Visit) -> Answers:
    """Answer «/controle»; raises NotAllowed."""
    found = await checking.check(visit.services, visit.user, visit.programme)
    return (Say(wording.checked(found, visit.programme, visit.words)),)


async def report(visit: Visit) -> Answers:
    """Answer «/verslag» with the report as a message and as a table; raises NotAllowed."""
    found = await checking.day_report(visit.services, visit.user, visit.programme)
    # A spreadsheet knows by the mark at its start that it is UTF-8.
    content = reports.table(found, visit.programme, visit.words).encode("utf-8-sig")
    file = File(reports.file_name(visit.programme, visit.words), content)
    told = reports.told(found, visit.programme, visit.words)
    return (Say(told), Hand(file, reports.handed_over(visit.words)))
