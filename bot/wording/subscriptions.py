"""Calendars to subscribe to: their addresses in the chat."""

from collections.abc import Sequence
from typing import Final

from bot import addresses
from bot.programme.model import Programme, Session
from bot.wording.catalogue import Words
from bot.wording.menu import mine_button
from bot.wording.richtext import Action, Button, Message, Verb, message

_FEW: Final = 4
"""Addresses that fit under a file, whose caption is short."""


def subscription(page: str, feed_id: int, words: Words, *, shared: bool = False) -> Message:
    """Give the page of somebody's own calendar; ``shared`` where others read along, as in a group."""
    return _with_page("subscribe-what", page, feed_id, words, shared=shared)


def renewed(page: str, feed_id: int, words: Words, *, shared: bool = False) -> Message:
    """Give the page that came in the place of another."""
    return _with_page("subscribe-renewed", page, feed_id, words, shared=shared)


def with_own_page(answer: Message, page: str, words: Words) -> Message:
    """Add to a file with somebody's own programme where to subscribe to it."""
    more = message(words("subscribe-file-own", address=page))
    return Message((*answer.lines, *more.lines), answer.buttons)


def with_day(answer: Message, base: str, programme: Programme, words: Words) -> Message:
    """Add to a file of a whole day its address."""
    return _with_file(answer, addresses.day_feed(base, programme.event.key), words)


def with_session(answer: Message, base: str, programme: Programme, session: Session, words: Words) -> Message:
    """Add to a file of one session its address."""
    return _with_file(answer, addresses.session_feed(base, programme.event.key, session.key), words)


def with_sessions(
    answer: Message, base: str, programme: Programme, sessions: Sequence[Session], words: Words
) -> Message:
    """Add to a file of some sessions the address of each; of many, the one of the whole day, which holds them all."""
    if len(sessions) == 1:
        return with_session(answer, base, programme, sessions[0], words)
    if len(sessions) > _FEW:
        return with_day(answer, base, programme, words)
    found = [addresses.session_feed(base, programme.event.key, s.key) for s in sessions]
    more = message(words("subscribe-files"), *(f"{address}?taal={words.language}" for address in found))
    return Message((*answer.lines, *more.lines), answer.buttons)


def subscribe_button(words: Words) -> Button:
    """Ask for the page of one's own calendar."""
    return Button(words("subscribe-button"), Action(Verb.SUBSCRIBE))


def _with_page(key: str, page: str, feed_id: int, words: Words, *, shared: bool) -> Message:
    button = Button(words("subscribe-renew-button"), Action(Verb.RENEW, feed_id))
    return message(
        words(key),
        page,
        "",
        words("subscribe-share-group" if shared else "subscribe-share"),
        words("subscribe-late"),
        words("subscribe-renew", button=button.label),
    ).with_buttons((button,), (mine_button(words),))


def _with_file(answer: Message, address: str, words: Words) -> Message:
    more = message(words("subscribe-file", address=f"{address}?taal={words.language}"))
    return Message((*answer.lines, *more.lines), answer.buttons)
