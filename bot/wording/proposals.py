"""A change as its author sees it: what it is and causes before anybody hears of it, and what was done."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.changing.clashes import Clash, ClashKind
from bot.changing.edit import DAY, Edit, EditKind
from bot.changing.preview import Heard, Preview
from bot.changing.reach import Reach, Through, is_told, stays_off
from bot.changing.turning import waits
from bot.programme.changes import Change
from bot.programme.model import Programme, Session, State, Text
from bot.wording.catalogue import Words
from bot.wording.changing import leave_button
from bot.wording.following import label
from bot.wording.notices import Said, change_lines
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech

SHOWN: Final = 12
"""Changes that a preview tells in full."""
MANY: Final = 5
"""So many that move together are told as one before each is."""


def proposal(
    shown: Preview,
    after: Programme,
    words: Words,
    *,
    draft_id: int,
    seen: int,
    edits: Sequence[Edit],
    dropped: bool = False,
    overtaken: bool = False,
    taken_back: int | None = None,
) -> Message:
    """Show what a change is and what it causes, before anybody hears of it.

    ``dropped``: a reason was left out. ``overtaken``: it is shown anew, as somebody else changed the same.
    ``taken_back`` is the draft that took the change after this one back already.
    """
    say = Speech(after, words)
    lines = [say("change-overtaken")] if overtaken else []
    lines += [say("change-taken-back-before")] if taken_back else []
    lines += [say("change-will-be"), *_changed(edits, shown, say), ""]
    lines += _reached(shown, say)
    lines += [_collides(clash, say) for clash in shown.clashes]
    if shown.swap_for_others:
        lines.append(say("change-swap-for-others"))
    if shown.overlapping:
        key = "change-overlapping" if shown.reach.chats > 1 else "change-overlapping-one"
        lines.append(say(key, count=shown.overlapping))
    if dropped:
        lines.append(say("change-dropped"))
    rows: list[tuple[Button, ...]] = [(Button(say("change-button-send"), Action(Verb.SEND_DRAFT, draft_id, seen)),)]
    for other in shown.swaps:
        swap = say("change-button-swap-with", session=label(say.short(other)))
        rows.append((Button(swap, Action(Verb.SWAP_INSTEAD, draft_id, other.id)),))
    rows.append((Button(say("change-button-edit"), Action(Verb.EDIT_DRAFT, draft_id)), leave_button(draft_id, say)))
    if taken_back:
        rows.append((_put_back_button(taken_back, words),))
    return message(*lines).with_buttons(*rows)


def made(
    shown: Preview,
    programme: Programme,
    words: Words,
    *,
    draft_id: int,
    edits: Sequence[Edit],
    undoing: bool = False,
) -> Message:
    """Say that a change was made and whom it reaches, with the way back; ``undoing`` when it was itself one."""
    say = Speech(programme, words)
    lines = [say("change-undone" if undoing else "change-made"), *_changed(edits, shown, say), *_on_its_way(shown, say)]
    rows = [] if undoing else [(Button(say("change-button-undo"), Action(Verb.UNDO, draft_id)),)]
    return message(*lines).with_buttons(*rows)


def made_before(words: Words) -> Message:
    """Say that a change was sent already."""
    return message(words("change-made-before"))


def taken_back(words: Words, *, draft_id: int) -> Message:
    """Say that the last change was taken back already, by this draft, with the way back."""
    return message(words("change-taken-back")).with_buttons((_put_back_button(draft_id, words),))


def _put_back_button(draft_id: int, words: Words) -> Button:
    return Button(words("change-button-put-back"), Action(Verb.UNDO, draft_id))


def left(words: Words) -> Message:
    """Say that all stays as it is."""
    return message(words("change-left"))


def _changed(edits: Sequence[Edit], shown: Preview, say: Speech) -> list[str]:
    turned = next((e for e in edits if e.kind in DAY), None)
    if turned is not None:
        return [day_as_it_is(say.programme.event.situation, say), *_whole_day(turned, shown, say)]
    lines = [line for change in shown.changes[:SHOWN] for line in _one(change, say)]
    return _all_later(edits, say) + lines + _more(shown, say)


def day_as_it_is(situation: Text, say: Speech) -> str:
    """Say how the whole day stands, after it turned or was turned back."""
    return situation.to(say.words.language) or say("change-day-back")


def _whole_day(turned: Edit, shown: Preview, say: Speech) -> list[str]:
    if turned.kind is EditKind.DAY_BACK:
        return [say("change-day-restored", count=len(shown.changes))]
    off = [c for c in shown.changes if c.after is not None and not c.after.goes_ahead]
    waiting = sum(waits(s) for s in say.programme.sessions)
    return [say("change-day-waits", count=waiting), say("change-day-off", count=len(off))]


def _one(change: Change, say: Speech) -> list[str]:
    lines = change_lines(Said(change), say)
    if change.after is not None and stays_off(change) and not is_told(change):
        lines.append(say("change-stays-off", session=say.name(change.after)))
    return lines


def _all_later(edits: Sequence[Edit], say: Speech) -> list[str]:
    """Say first, where many move together, how many and by how much."""
    edit = edits[0] if len(edits) == 1 else None
    if edit is None or edit.kind is not EditKind.LATER or len(edit.keys) < MANY:
        return []
    starts = [s.start for key in edit.keys if (s := say.programme.session_by_key.get(key))]
    if not starts:
        return []
    now = min(starts)
    was = say.time(now - timedelta(minutes=edit.minutes))
    key = "change-all-later" if edit.minutes > 0 else "change-all-earlier"
    return [say(key, count=len(edit.keys), minutes=abs(edit.minutes), now=say.time(now), was=was)]


def _more(shown: Preview, say: Speech) -> list[str]:
    left_out = len(shown.changes) - SHOWN
    return [say("change-more", count=left_out)] if left_out > 0 else []


def _reached(shown: Preview, say: Speech) -> list[str]:
    """Say how many it reaches and through what, when, how long that takes, and who had the reminder."""
    if not shown.published:
        key = "change-closed" if say.programme.event.state is State.CLOSED else "change-draft"
        return [say(key)]
    if not shown.reach.chats:
        return [say("change-reaches-nobody")]
    lines = [_reach(shown.reach, say), _heard(shown, say)]
    if shown.reminded:
        key = "change-reminded" if shown.reach.chats > 1 else "change-reminded-one"
        lines.append(say(key, count=shown.reminded))
    if shown.seconds > 1 and not shown.paused:
        lines.append(say("change-takes", seconds=shown.seconds))
    return lines


def _heard(shown: Preview, say: Speech) -> str:
    """Say when those whom it reaches hear it, and whether with a sound; not all need hear it alike."""
    if shown.paused:
        return say("change-paused")
    if len(shown.heard) == 1:
        (how,) = shown.heard
        return say(f"change-heard-{how.value}", count=shown.reach.chats)
    parts = [say.words(f"change-some-{how.value}", count=shown.heard[how]) for how in Heard if how in shown.heard]
    return say("change-heard-apart", parts="; ".join(parts))


def _reach(reach: Reach, say: Speech) -> str:
    people = sum(reach.people.values())
    parts = [
        say.words(f"change-through-{through.value}", count=reach.people[through])
        for through in Through
        if reach.people.get(through)
    ]
    who = [say.words("change-people", count=people)] if people else []
    who += [say.words("change-groups", count=reach.groups)] if reach.groups else []
    through = say.words("change-through", parts="; ".join(parts)) if parts else ""
    return say("change-reaches", who=say.joined(who), through=through)


def _collides(clash: Clash, say: Speech) -> str:
    name = say.name(clash.session)
    match clash.kind, clash.other:
        case ClashKind.ROOM, Session() as other:
            return say.both("change-clash-room", other, room=say.place(other), session=say.name(other))
        case ClashKind.SPEAKER, Session() as other:
            return say.both("change-clash-speaker", other, name=clash.name, session=say.name(other))
        case ClashKind.SLOT, _:
            assert clash.until is not None  # noqa: S101 - the end of a slot is what this collides with
            return say("change-clash-slot", session=name, time=say.time(clash.until))
        case _:
            return say("change-clash-past", session=name)


def _on_its_way(shown: Preview, say: Speech) -> list[str]:
    """Say whom it reaches, and when they hear it."""
    if not shown.published or not shown.reach.chats:
        return _reached(shown, say)[:1]
    return [_reach(shown.reach, say), _heard(shown, say)]
