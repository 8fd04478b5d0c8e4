"""What a chat hears of changes: what is new since it was told last, of what still concerns it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.changing.alternatives import instead_of
from bot.changing.notices import about, is_over
from bot.changing.reach import NO_BONDS, Bonds, Touched, concerns, is_told, newly_overlapping, touched_since
from bot.outbox.model import OutboxRow
from bot.outbox.parcel import News
from bot.outbox.skip import Reason, Skip
from bot.people.model import Chat, ChatKind, Choices
from bot.programme.changes import Change
from bot.programme.model import Programme
from bot.wording import notices
from bot.wording.catalogue import Words


@dataclass(frozen=True, slots=True)
class Telling:
    """What a notice is worded from: the changes since the revision it is about, oldest first, and what came before.

    ``upto`` is the revision at which they were read. ``told`` is the one up to which the chat was told already,
    ``replaces`` the message whose place it takes.
    ``bonds`` are those of the chat to sessions, ``held`` the sessions of which it has a calendar file. ``turned``: the
    whole day was turned, or turned back, by one of the changes.
    """

    changes: tuple[tuple[int, Change], ...] = ()
    upto: int = 0
    told: int = 0
    replaces: int | None = None
    bonds: Bonds = NO_BONDS
    held: frozenset[int] = frozenset()
    turned: bool = False


NOTHING: Telling = Telling()


def worded(
    row: OutboxRow, telling: Telling, programme: Programme, chat: Chat, choices: Choices, *, words: Words, now: datetime
) -> News | Skip:
    """Word what is new for a chat, or say that nothing is that still concerns it."""
    facts = about(row)
    all_of_it = facts.edits is not None or facts.again
    wanted = (change for revision, change in telling.changes if all_of_it or revision > telling.told)
    new = _together(wanted, known=facts.edits is not None)
    said: list[notices.Said] = []
    for change in new:
        one = touched_since(programme, change, choices.followed)
        if all(is_over(s, now) for s in one.versions):
            continue
        if concerns(one, chat, choices, programme, telling.bonds) is None:
            continue
        if is_told(change):
            said.append(_said(one, programme, chat, choices, telling))
        elif facts.edits is not None and change.after is not None:
            said.append(notices.Said(change, reverted=True))
    if not said and (choices.stay.absent or not telling.turned):
        return Skip(Reason.NOTHING_NEW)
    message = notices.notice(
        said,
        programme,
        words,
        turned=telling.turned,
        stranger=not choices,
        again=facts.again,
        repeated=row.repeated,
    )
    replaces = telling.replaces if facts.edits is not None else None
    return News(message.lines, message.buttons, told=telling.upto, replaces=replaces)


def _said(one: Touched, programme: Programme, chat: Chat, choices: Choices, telling: Telling) -> notices.Said:
    """Add to a change what it means for one chat: what it collides with, or what else there is."""
    change = one.change
    gone = change.after is None or not change.after.goes_ahead
    if chat.kind is ChatKind.GROUP:
        return notices.Said(change)
    if gone:
        was = change.before
        return notices.Said(
            change,
            instead=None if was is None else instead_of(was, programme, choices),
            held=was is not None and was.id in telling.held,
        )
    return notices.Said(change, overlapping=newly_overlapping(one, programme, choices))


def _together(changes: Iterable[Change], *, known: bool) -> tuple[Change, ...]:
    """Take the changes of each session together, from how it was to how it is, in the order of the day.

    What was added and is gone again is left out, unless it is ``known`` that the chat heard of it.
    """
    found: dict[str, Change] = {}
    for change in changes:
        first = found.pop(change.key, change)
        if first.before is None and change.after is None:
            if known:
                found[change.key] = Change(change.before, None)
            continue
        found[change.key] = Change(first.before, change.after)
    return tuple(sorted(found.values(), key=_start))


def _start(change: Change) -> tuple[datetime, str]:
    session = change.after or change.before
    assert session is not None  # noqa: S101 - a change has at least one side
    return session.start, session.key
