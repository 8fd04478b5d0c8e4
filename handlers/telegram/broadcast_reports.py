"""After a message to many was sent: how it stands, stopping, correcting, withdrawing; and holding all that goes out."""

from bot.broadcasting.model import Broadcast, Standing, Tally
from bot.people.access import is_organiser
from bot.wording import broadcast_previews, broadcasts
from bot.wording import broadcast_reports as wording
from bot.wording.richtext import Action, Message
from handlers import broadcast_sending, broadcasting, pausing
from handlers.broadcasting import CORRECTION
from handlers.telegram.broadcasting import author
from handlers.telegram.context import Answers, Edit, Say, Visit


async def press_report(visit: Visit, action: Action) -> Answers:
    """Tell how a message stands now; of one that stands ready when it goes out, with a way to take it back."""
    found, tally = await broadcast_sending.report(author(visit), action.id)
    if found.standing is Standing.SCHEDULED:
        return (Say(broadcast_previews.scheduled(found, visit.programme, visit.words)),)
    return (Say(_progress(visit, found, tally)),)


async def press_stop(visit: Visit, action: Action) -> Answers:
    """Send no more of a message."""
    return (Edit(_progress(visit, *await broadcast_sending.stop(author(visit), action.id))),)


async def press_correct(visit: Visit, action: Action) -> Answers:
    """Ask for the corrected text."""
    await broadcasting.expect(author(visit), CORRECTION, action.id)
    return (Say(broadcasts.ask_text(visit.words, correction=True)),)


async def press_replace(visit: Visit, action: Action) -> Answers:
    """Correct what people have in its place."""
    return await _correct(visit, action, anew=False)


async def press_anew(visit: Visit, action: Action) -> Answers:
    """Correct what people have, and send the text as a new message besides."""
    return await _correct(visit, action, anew=True)


async def press_withdraw(visit: Visit, action: Action) -> Answers:
    """Ask whether a message is really to be removed."""
    found, tally = await broadcast_sending.report(author(visit), action.id)
    return (Say(wording.sure_to_withdraw(found, tally, visit.words)),)


async def press_remove(visit: Visit, action: Action) -> Answers:
    """Remove a message where it arrived."""
    return (Edit(_progress(visit, *await broadcast_sending.withdraw(author(visit), action.id))),)


async def pause(visit: Visit) -> Answers:
    """Answer «/pauze»: nothing goes out until «/hervat»; raises NotAllowed."""
    await visit.must(is_organiser)
    return (Say(await _paused(visit)),)


async def resume(visit: Visit) -> Answers:
    """Answer «/hervat»; raises NotAllowed."""
    was = await pausing.resume(visit.services, visit.user, visit.programme)
    return (Say(wording.resumed(was.waiting, visit.words, was=was.since is not None)),)


async def press_resume(visit: Visit, _action: Action) -> Answers:
    """Answer the button under a pause."""
    return await resume(visit)


async def _paused(visit: Visit) -> Message:
    found = await pausing.pause(visit.services, visit.user, visit.programme)
    return wording.paused(found.since or visit.now, found.waiting, visit.programme, visit.words)


async def _correct(visit: Visit, action: Action, *, anew: bool) -> Answers:
    found, tally = await broadcast_sending.correct(author(visit), action.id, action.revision, anew=anew)
    # What becomes of it is told to its author; who corrects for somebody else sees it here.
    own = found.chat_id == visit.chat.id
    return (Edit(broadcasts.correcting(tally, visit.words) if own else _progress(visit, found, tally)),)


def _progress(visit: Visit, found: Broadcast, tally: Tally) -> Message:
    own = found.chat_id == visit.chat.id
    return wording.progress(found, tally, visit.programme, visit.words, own=own)
