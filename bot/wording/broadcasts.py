"""What is said around a message to many: to its author before, during and after, and to people under it."""

import re
from collections.abc import Sequence
from datetime import datetime
from html import unescape
from typing import Final

from bot.broadcasting.model import Broadcast, Content, Media, Reach, Standing, Tally
from bot.people.model import Chat
from bot.programme.model import Programme
from bot.wording.catalogue import Words
from bot.wording.names import capital, clock, day_name
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.roles import role_name

SHOWN: Final = 50
"""Characters of a message by which its author knows it."""
SHOWN_IN_BUTTON: Final = 24
"""The same on a button."""
_TAG: Final = re.compile(r"<[^>]*>")


def plain(html: str) -> str:
    """Give the text of Telegram's HTML."""
    return unescape(_TAG.sub("", html))


def signature(broadcast: Broadcast, programme: Programme, words: Words, *, repeated: bool = False) -> Message:
    """Say under a message who sent it, in which role; also that it was put right, or may come a second time."""
    sent = broadcast.standing not in {Standing.DRAFT, Standing.SCHEDULED}
    key = "broadcast-from-corrected" if broadcast.corrects or (sent and broadcast.edition > 1) else "broadcast-from"
    said = words(key, role=speaker(broadcast, programme, words))
    return message(words("broadcast-repeated", sentence=said) if repeated else said)


def longest_signature(broadcast: Broadcast, programme: Programme, words: Words) -> str:
    """Give the longest that can come to stand under it."""
    said = words("broadcast-from-corrected", role=speaker(broadcast, programme, words))
    return words("broadcast-repeated", sentence=said)


def speaker(broadcast: Broadcast, programme: Programme, words: Words) -> str:
    """Name the role in which its author speaks."""
    return role_name(broadcast.role, programme.group_by_slug.get(broadcast.group), words)


def ask_text(words: Words, *, correction: bool = False, before: Sequence[Button] = ()) -> Message:
    """Ask for the message itself; what was sent ``before`` they may want to know of."""
    said = message(words("broadcast-ask-correction" if correction else "broadcast-ask"))
    reports = [(button,) for button in before]
    return said.with_buttons(*reports, (button("leave", Verb.BROADCAST_LEAVE, words),))


def before(found: Sequence[Broadcast], chat: Chat, programme: Programme, words: Words) -> tuple[Button, ...]:
    """Make a button for each message that stands ready or was sent, by whoever reads in ``chat`` or by others."""

    def label(one: Broadcast) -> str:
        shown = excerpt(one.content, words, SHOWN_IN_BUTTON)
        if one.standing is Standing.SCHEDULED and one.due_at is not None:
            today = programme.local(one.due_at).date() in programme.days
            when = moment_in_words(one.due_at, programme, words)
            moment = words("broadcast-moment-today", time=clock(one.due_at, programme)) if today else when
            return words("broadcast-button-of-ready", moment=moment, excerpt=shown)
        own = one.chat_id == chat.id
        return words("broadcast-button-last") if own else words("broadcast-button-of-other", excerpt=shown)

    return tuple(Button(label(one), Action(Verb.BROADCAST_REPORT, one.id)) for one in found)


def ask_time(draft: Broadcast, words: Words) -> Message:
    """Ask when it is to be sent."""
    return message(words("broadcast-ask-time")).with_buttons((button("leave", Verb.BROADCAST_LEAVE, words, draft),))


def time_not_understood(draft: Broadcast, words: Words) -> Message:
    """Say that no time was read."""
    return _asking_again(words("broadcast-no-time"), draft, words)


def time_is_past(draft: Broadcast, moment: datetime, programme: Programme, words: Words) -> Message:
    """Say that a time has passed, or lies too far ahead to be meant."""
    return _asking_again(words("broadcast-time-past", moment=moment_in_words(moment, programme, words)), draft, words)


def too_long(excess: int, longest: int, words: Words, *, caption: bool) -> Message:
    """Say by how much a message is too long, and what to do."""
    key = "broadcast-too-long-caption" if caption else "broadcast-too-long"
    return _asking_again(words(key, excess=str(excess), longest=str(longest)), None, words)


def not_sendable(words: Words) -> Message:
    """Say what can be sent to many."""
    return _asking_again(words("broadcast-not-sendable"), None, words)


def refused(words: Words) -> Message:
    """Say that Telegram does not take the message."""
    return message(words("broadcast-refused"))


def over(why: str, words: Words) -> Message:
    """Say that a button of a message does nothing any more; ``why`` is as in BroadcastOver."""
    return message(words(f"broadcast-over-{why}"))


def left(words: Words) -> Message:
    """Say that nothing is sent."""
    return message(words("broadcast-left"))


def tested(words: Words) -> Message:
    """Say that the test is on its way."""
    return message(words("broadcast-tested"))


def not_published(words: Words) -> Message:
    """Say that nothing goes out about a day that is not published."""
    return message(words("broadcast-not-published"))


def started(reach: Reach, words: Words) -> Message:
    """Say that it goes out."""
    return message(words("broadcast-started", count=reach.total))


def correcting(tally: Tally, words: Words) -> Message:
    """Say that the correction goes out."""
    return message(words("broadcast-correcting", count=tally.edits.total))


def excerpt(content: Content, words: Words, shown: int = SHOWN) -> str:
    """Give the beginning of a message, by which its author knows it."""
    text = " ".join(plain(content.html).split())
    if not text:
        return words("broadcast-photo" if content.media is Media.PHOTO else "broadcast-document")
    return text if len(text) <= shown else f"{text[:shown].rstrip()}…"


def moment_in_words(moment: datetime, programme: Programme, words: Words) -> str:
    """Name a day and a time of it."""
    return words("broadcast-moment", day=day_name(programme.local(moment).date(), words), time=clock(moment, programme))


def _asking_again(said: str, draft: Broadcast | None, words: Words) -> Message:
    return message(said).with_buttons((button("leave", Verb.BROADCAST_LEAVE, words, draft),))


def button(name: str, verb: Verb, words: Words, draft: Broadcast | None = None) -> Button:
    """Make a button of a draft, or of none yet."""
    action = Action(verb) if draft is None else Action(verb, draft.id, draft.edition)
    return Button(capital(words(f"broadcast-button-{name}")), action)
