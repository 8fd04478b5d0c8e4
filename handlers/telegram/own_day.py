"""One's own day: «/mijn», choosing where sessions overlap, «ik kom later», «ik ben er niet»."""

from datetime import UTC, datetime
from typing import Final

from bot.errors import StaleButton
from bot.people.model import ChatKind
from bot.programme.choice import lies_behind
from bot.programme.queries import on_day
from bot.questions.moments import present_day
from bot.questions.stay import Coming, Said, said
from bot.reminders.plan import NOBODYS
from bot.wording import myday
from bot.wording.richtext import Action, Message
from handlers import own_day
from handlers.telegram import subscribing
from handlers.telegram.context import Answers, Edit, Say, Visit
from handlers.telegram.lookup import session_of

TIMES: Final = 8
"""So many times to come or go are offered."""


async def shown(visit: Visit) -> Message:
    """Show one's own programme as it is now."""
    day = await own_day.of(visit.services, visit.chat, visit.programme)
    answer = myday.mine(
        visit.programme, day.choices, visit.words, lead=visit.chat.lead, now=visit.now, settled=day.settled
    )
    return subscribing.with_button(visit, answer)


async def press_take(visit: Visit, action: Action) -> Answers:
    """Choose the session of a button over those at the same time."""
    there, session = await session_of(visit, action)
    others = await own_day.take(visit.services, visit.chat, there.programme, session)
    answer = await shown(there)
    return (Edit(myday.taken(answer, session, others, visit.words) if others else answer),)


async def press_give_back(visit: Visit, action: Action) -> Answers:
    """Bring back what made way for the session of a button."""
    there, session = await session_of(visit, action)
    back = await own_day.give_back(visit.services, visit.chat, there.programme, session)
    answer = await shown(there)
    return (Edit(myday.given_back(answer, back, visit.words) if back else answer),)


async def press_leave_so(visit: Visit, action: Action) -> Answers:
    """Leave the overlap of a button as it is."""
    there, session = await session_of(visit, action)
    left = await own_day.leave_so(visit.services, visit.chat, there.programme, session)
    answer = await shown(there)
    return (Edit(myday.left_so(answer, left, there.programme, visit.words) if left else answer),)


async def spoken(visit: Visit) -> Answers:
    """Do what somebody says of being there; nothing where they say something else, in groups, and after the day."""
    if visit.chat.kind is not ChatKind.PRIVATE or lies_behind(visit.programme.event, visit.now):
        return ()
    found = said(visit.text, visit.programme, visit.now)
    if found is None:
        return ()
    match found.what:
        case Coming.ABSENT:
            return await absent(visit)
        case Coming.PRESENT:
            return (Say(await _present(visit)),)
        case Coming.BACK:
            return (Say(await _present(visit, back=True)),)
        case Coming.ALL_DAY:
            return (Say(await _whole_day(visit)),)
        case Coming.ARRIVES if found.arrives is None:
            return (Say(_which_time(visit, leaving=False)),)
        case Coming.LEAVES if found.leaves is None:
            return (Say(_which_time(visit, leaving=True)),)
        case _:
            return (Say(await _come_and_go(visit, found)),)


async def absent(visit: Visit) -> Answers:
    """Leave somebody in peace who is not there."""
    await own_day.set_absent(visit.services, visit.chat, visit.programme, absent=True)
    return (Say(myday.absent(visit.programme, visit.words)),)


async def press_absent(visit: Visit, _action: Action) -> Answers:
    """Answer the button of who is not there; the message with it stays."""
    return await absent(visit)


async def press_present(visit: Visit, _action: Action) -> Answers:
    """Bring everything back for who is there after all."""
    return (Edit(await _present(visit)),)


async def press_whole_day(visit: Visit, _action: Action) -> Answers:
    """Forget when somebody would come and go."""
    return (Edit(await _whole_day(visit)),)


async def press_arrive(visit: Visit, action: Action) -> Answers:
    """Keep the time of a button as that of coming."""
    return (Edit(await _come_and_go(visit, Said(Coming.ARRIVES, arrives=_moment(visit, action)))),)


async def press_leave(visit: Visit, action: Action) -> Answers:
    """Keep the time of a button as that of going."""
    return (Edit(await _come_and_go(visit, Said(Coming.LEAVES, leaves=_moment(visit, action)))),)


async def _whole_day(visit: Visit) -> Message:
    chosen = await own_day.whole_day(visit.services, visit.chat, visit.programme)
    return myday.stay_set(visit.programme, chosen, visit.words)


async def _present(visit: Visit, *, back: bool = False) -> Message:
    chosen = await own_day.set_absent(visit.services, visit.chat, visit.programme, absent=False, back=back)
    return myday.present(visit.programme, chosen, visit.words, visit.chat.lead)


async def _come_and_go(visit: Visit, found: Said) -> Message:
    chosen = await own_day.come_and_go(
        visit.services, visit.chat, visit.programme, arrives=found.arrives, leaves=found.leaves
    )
    return myday.stay_set(visit.programme, chosen, visit.words)


def _which_time(visit: Visit, *, leaving: bool) -> Message:
    programme = visit.programme
    items = [s for s in on_day(programme, present_day(programme, visit.now)) if s.kind not in NOBODYS]
    ends = {s.end for s in items if s.end is not None}
    moments = sorted(ends)[:-1] if leaving else sorted({s.start for s in items})[1:]
    ahead = [moment for moment in moments if moment > visit.now] or moments
    return myday.which_time(programme, ahead[:TIMES], visit.words, leaving=leaving)


def _moment(visit: Visit, action: Action) -> datetime:
    """Read the moment of a button; one of another day than the present programme's is stale."""
    if not 0 < action.id < 10**9:
        raise StaleButton(f"{action.verb}:{action.id}")
    moment = datetime.fromtimestamp(action.id * 60, UTC)
    if visit.programme.local(moment).date() not in visit.programme.days:
        raise StaleButton(f"{action.verb}:{action.id}")
    return moment
