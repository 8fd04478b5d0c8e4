"""Writing a message to many: «/bericht», its preview, and the choices under it."""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.broadcasting.model import Broadcast, Content
from bot.errors import MessageTooLong
from bot.outbox.broadcasts import sheet
from bot.programme.model import State
from bot.questions.moments import find
from bot.questions.text import tokens
from bot.wording import broadcast_previews as previews
from bot.wording import broadcasts as wording
from bot.wording.richtext import Action, Message
from handlers import broadcast_sending, broadcasting
from handlers.broadcast_rights import Author
from handlers.broadcasting import CORRECTION, TEXT, TIME, Preview
from handlers.telegram.context import Answers, Edit, Say, Visit
from handlers.telegram.rendering import utf16_length
from handlers.telegram.sheets import content_after_command, content_of, longest_of

FARTHEST: Final = timedelta(days=366)
"""How far ahead a message can be made ready."""


async def write(visit: Visit) -> Answers:
    """Answer «/bericht» by asking for the message, «/bericht …» with its preview; raises NotAllowed."""
    if visit.programme.event.state is not State.PUBLISHED:
        await visit.must(bool)
        return (Say(wording.not_published(visit.words)),)
    content = content_after_command(visit.message) if visit.message is not None else None
    if content is not None:
        return await _with_content(visit, 0, content)
    sent = await broadcasting.expect(author(visit), TEXT)
    return (Say(wording.ask_text(visit.words, before=wording.before(sent, visit.chat, visit.programme, visit.words))),)


async def typed_text(visit: Visit, about: int) -> Answers:
    """Take a message for the one that is to go out, or for the new text of a draft."""
    content = content_of(visit.message) if visit.message is not None else None
    return (Say(wording.not_sendable(visit.words)),) if content is None else await _with_content(visit, about, content)


async def typed_correction(visit: Visit, about: int) -> Answers:
    """Take a message for the text that is to come in the place of what was sent."""
    content = content_of(visit.message) if visit.message is not None else None
    if content is None:
        return (Say(wording.not_sendable(visit.words)),)
    try:
        made = await broadcasting.draft_correction(author(visit), about, content, partial(_check, visit))
    except MessageTooLong as fault:
        return await _too_long(visit, fault, content, CORRECTION, about)
    return _previewed(visit, made)


async def typed_time(visit: Visit, about: int) -> Answers:
    """Take a message for the time at which a draft is to go out."""
    draft = (await broadcasting.preview(author(visit), about)).draft
    moment = moment_in(visit)
    if moment is None:
        return (Say(wording.time_not_understood(draft, visit.words)),)
    if not visit.now < moment <= visit.now + FARTHEST:
        return (Say(wording.time_is_past(draft, moment, visit.programme, visit.words)),)
    return (Say(_summary(visit, await broadcasting.set_time(author(visit), about, moment))),)


async def press_text(visit: Visit, action: Action) -> Answers:
    """Ask for another text of a draft."""
    found = await broadcasting.preview(author(visit), action.id, action.revision)
    await broadcasting.expect(author(visit), TEXT, action.id)
    return (Say(wording.ask_text(visit.words, correction=bool(found.draft.corrects))),)


async def press_time(visit: Visit, action: Action) -> Answers:
    """Ask when a draft is to go out."""
    found = await broadcasting.preview(author(visit), action.id, action.revision)
    await broadcasting.expect(author(visit), TIME, action.id)
    return (Say(wording.ask_time(found.draft, visit.words)),)


async def press_groups(visit: Visit, action: Action) -> Answers:
    """Ask which single group it is about."""
    found = await broadcasting.preview(author(visit), action.id, action.revision)
    return (Edit(previews.which_group(found.draft, found.groups, visit.programme, visit.words)),)


async def press_to(visit: Visit, action: Action) -> Answers:
    """Choose the audience of a button."""
    edition, audience, group_id = previews.unpacked(action.revision)
    made = await broadcasting.address(author(visit), action.id, edition, audience, group_id)
    return (Edit(_summary(visit, made)),)


async def press_test(visit: Visit, action: Action) -> Answers:
    """Send a draft to its author alone."""
    await broadcasting.try_out(author(visit), action.id, action.revision)
    return (Say(wording.tested(visit.words)),)


async def press_send(visit: Visit, action: Action) -> Answers:
    """Send a draft, once."""
    reach = await broadcast_sending.send(author(visit), action.id, action.revision)
    return (Edit(wording.started(reach, visit.words)),)


async def press_silent(visit: Visit, action: Action) -> Answers:
    """Let a draft arrive without a sound, or with one again."""
    return (Edit(_summary(visit, await broadcasting.hush(author(visit), action.id, action.revision))),)


async def press_ready(visit: Visit, action: Action) -> Answers:
    """Let a draft go out at its time."""
    made = await broadcasting.make_ready(author(visit), action.id, action.revision)
    return (Edit(previews.scheduled(made.draft, visit.programme, visit.words, reach=made.reach)),)


async def press_leave(visit: Visit, action: Action) -> Answers:
    """Send nothing, in the place of the question."""
    await broadcasting.leave(author(visit), action.id, action.revision)
    return (Edit(wording.left(visit.words)),)


def author(visit: Visit) -> Author:
    """Give who acts."""
    return Author(visit.services, visit.user, visit.chat, visit.programme)


def moment_in(visit: Visit) -> datetime | None:
    """Read the moment that somebody types; without a day it is one of today."""
    words = [token.text for token in tokens(visit.text)]
    found = find(words, visit.programme, visit.now, frozenset())
    when = found.when
    moment = None if when is None or when.kind == "day" else when.at
    if moment is None or found.day is not None:
        return moment
    local, today = visit.programme.local(moment), visit.programme.local(visit.now)
    return local.replace(year=today.year, month=today.month, day=today.day)


async def _with_content(visit: Visit, about: int, content: Content) -> Answers:
    check = partial(_check, visit)
    try:
        if about:
            made = await broadcasting.reword(author(visit), about, content, check)
        else:
            made = await broadcasting.draft(author(visit), content, check)
    except MessageTooLong as fault:
        return await _too_long(visit, fault, content, TEXT, about)
    return _previewed(visit, made)


def _previewed(visit: Visit, made: Preview) -> Answers:
    """Show a draft as people get it, and what can be done with it."""
    return (Say(sheet(made.draft, visit.programme, visit.words)), Say(_summary(visit, made)))


async def _too_long(visit: Visit, fault: MessageTooLong, content: Content, what: str, about: int) -> Answers:
    await broadcasting.expect(author(visit), what, about)
    return (Say(wording.too_long(fault.excess, fault.longest, visit.words, caption=bool(content.media))),)


def _summary(visit: Visit, made: Preview) -> Message:
    if made.old is not None:
        return previews.summary_of_correction(made.draft, made.old, made.tally, visit.words)
    return previews.summary(
        made.draft, made.reach, visit.programme, visit.words, audiences=made.audiences, groups=made.groups
    )


def _check(visit: Visit, draft: Broadcast) -> None:
    """Raise MessageTooLong for a draft that is too long in any language, with all that can come under it."""
    catalogue = visit.services.catalogue
    signatures = [wording.longest_signature(draft, visit.programme, words) for words in catalogue.values()]
    longest = longest_of(draft.content)
    after = max(utf16_length(f"\n\n{signature}") for signature in signatures)
    excess = utf16_length(wording.plain(draft.content.html)) + after - longest
    if excess > 0:
        raise MessageTooLong(excess, longest - after)
