"""The picture of the day: «/rooster», and the button under the programme."""

from datetime import date

from bot.wording import picture as wording
from bot.wording.richtext import Action
from handlers.pictures import pictured
from handlers.telegram.context import Answers, Say, Show, Visit
from handlers.telegram.lookup import session_of


async def picture(visit: Visit) -> Answers:
    """Answer «/rooster» with the day that is on, else the next one, else the last."""
    programme = visit.programme
    if not programme.days:
        return (Say(wording.nothing(visit.words)),)
    today = programme.local(visit.now).date()
    return await _of(visit, next((day for day in programme.days if day >= today), programme.days[-1]))


async def press_picture(visit: Visit, action: Action) -> Answers:
    """Show the day of the session that the button names."""
    if not action.id:
        return await picture(visit)
    found, session = await session_of(visit, action)
    return await _of(found, found.programme.local(session.start).date())


async def _of(visit: Visit, day: date) -> Answers:
    programme = visit.programme
    shown = await pictured(visit.services, visit.chat, programme, day)
    text = wording.as_text(shown.table, programme, shown.marks, visit.words)
    if not shown.pictures:
        return (Say(wording.too_large(visit.words)),)
    count = len(shown.pictures)
    captions = [
        wording.caption(p.drawing.table, programme, shown.marks, visit.words, number=number, count=count)
        for number, p in enumerate(shown.pictures, start=1)
    ]
    return (*(Show(p, caption) for p, caption in zip(shown.pictures, captions, strict=True)), Say(text))
