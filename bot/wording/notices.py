"""What is said of a change to those it concerns: a finished sentence, with what was and what is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.changing.alternatives import Instead
from bot.changing.edit import MENTIONED
from bot.changing.turning import is_turned, waits
from bot.people.signing import can_sign_up
from bot.programme.changes import Change, differing
from bot.programme.model import LOGISTIC_KINDS, Programme, Session, Speaker, Status
from bot.wording.catalogue import Words
from bot.wording.following import label
from bot.wording.menu import groups_button, mine_button
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech

MOST: Final = 6
"""Changes that one message tells in full; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Said:
    """A change and what it means for whoever reads of it.

    ``overlapping`` of their own programme shares time with it now; ``instead`` is what else is on when it falls away.
    ``held``: they had a calendar file of it. ``reverted``: it was changed, and is as it was again.
    """

    change: Change
    overlapping: tuple[Session, ...] = ()
    instead: Instead | None = None
    held: bool = False
    reverted: bool = False


def notice(
    said: Sequence[Said],
    programme: Programme,
    words: Words,
    *,
    turned: bool = False,
    stranger: bool = False,
    again: bool = False,
    repeated: bool = False,
) -> Message:
    """Word one message of changes: there is at least one, or the whole day ``turned``, or turned back.

    ``again`` when it corrects what was said a moment ago. A ``stranger`` chose nothing, and would hear no more of it.
    """
    say = Speech(programme, words)
    if turned and not is_turned(programme.event):
        return message(_marked([say("notice-day-back")], say, again=again, repeated=repeated)[0]).with_buttons(
            (mine_button(words),)
        )
    waiting = [one for one in said if _begins_to_wait(one.change)]
    # When the whole day turned, that there is no lunch goes without saying.
    by_the_way = bool(waiting) or turned
    others = [one for one in said if one not in waiting and not (by_the_way and _is_by_the_way(one.change))]
    lines = _turned(waiting, say, whole_day=turned)
    for one in others[:MOST]:
        lines += change_lines(one, say)
    if len(others) > MOST:
        lines.append(say("notice-more", count=len(others) - MOST))
    buttons = _buttons(said, say)
    if stranger and not said:
        lines.append(say("notice-follow"))
        buttons = [(groups_button(words),)]
    return message(*_marked(lines, say, again=again, repeated=repeated)).with_buttons(*buttons)


def _begins_to_wait(change: Change) -> bool:
    """Say whether a session waits for its secretary now and did not before."""
    waited = change.before is not None and waits(change.before)
    return change.after is not None and waits(change.after) and not waited


def _marked(lines: list[str], say: Speech, *, again: bool, repeated: bool) -> list[str]:
    head, *rest = lines
    head = say("notice-again", sentence=head) if again else head
    return [say("reminder-repeated", sentence=head) if repeated else head, *rest]


def change_lines(one: Said, say: Speech) -> list[str]:
    """Say what changed in one session, and what that means for the reader."""
    change = one.change
    if one.reverted:
        assert change.after is not None  # noqa: S101 - what left the programme was not put back
        if not change.after.goes_ahead:
            return [say("notice-reverted-off", session=say.name(change.after))]
        return [say.both("notice-reverted", change.after, session=say.name(change.after), where=say.tail(change.after))]
    lines = sentences(change, say)
    if _is_to_sign_up_for(change):
        lines.append(say("notice-sign-up"))
    if one.overlapping:
        names = say.joined([_with_time(s, say) for s in one.overlapping])
        lines.append(say("notice-overlaps", sessions=names))
    if one.instead is not None:
        lines += _instead(one.instead, say)
    if one.held and change.before is not None:
        lines.append(say("ledger-delete", names=say.short(change.before)))
    return lines


def _is_to_sign_up_for(change: Change) -> bool:
    """Say whether a change made of a session one that is online and that people sign up for."""
    before, after = change.before, change.after
    if before is None or after is None or waits(after) or not (after.online and can_sign_up(after)):
        return False
    return not before.online or waits(before) or before.goes_ahead != after.goes_ahead


def sentences(change: Change, say: Speech) -> list[str]:
    """Say what changed in one session: whether it goes ahead, time and place, people, title."""
    before, after = change.before, change.after
    if after is None:
        assert before is not None  # noqa: S101 - a change has at least one side
        return [say("notice-gone", session=say.Name(before), was=_when(before, say))]
    if before is None:
        return [say.both("notice-new", after, session=say.name(after), where=say.tail(after))]
    if before.status is not after.status or waits(before) != waits(after) or _is_put_off(before, after):
        return _status(before, after, say) + _people(before, after, say)
    moved = _moved(before, after, say)
    if moved and waits(after):
        moved.append(say("notice-still-waits"))
    return [*moved, *_people(before, after, say), *_title(before, after, say)]


def _is_put_off(before: Session, after: Session) -> bool:
    """Say whether what does not go ahead is held some other day now, or not any more."""
    return after.status is Status.CANCELLED and before.status_note != after.status_note


def _status(before: Session, after: Session, say: Speech) -> list[str]:
    name = say.Name(after)
    if after.status is Status.CANCELLED:
        note = after.status_note.to(say.words.language)
        return [say("notice-cancelled", session=name, was=_when(before, say)), *([note] if note else [])]
    key = {
        Status.PROVISIONAL: "notice-waits" if waits(after) else "notice-provisional",
        Status.CONFIRMED: "notice-back" if before.status is Status.CANCELLED else "notice-certain",
    }[after.status]
    # What waits is no longer as it was planned before.
    told = before if waits(after) else after
    return [say.both(key, told, session=say.name(after), Session=name, where=say.tail(after))]


def _moved(before: Session, after: Session, say: Speech) -> list[str]:
    """Say another time and place, naming what stays."""
    name = say.name(after)
    timed = (before.start, before.end) != (after.start, after.end)
    placed = say.place(before) != say.place(after)
    if timed and placed:
        return [say("notice-moved", session=name, now=_span_at(after, say), was=_span_at(before, say))]
    if timed:
        stays = say("notice-place-stays", place=_inside(after, say)) if say.place(after) else ""
        key = "notice-longer" if before.start == after.start and after.end is not None else "notice-time"
        sentence = say(key, session=name, now=_span(after, say), was=_span(before, say), end=_end(after, say))
        return [f"{sentence} {stays}".strip()]
    if not placed:
        return []
    facts = {"session": name, "time": _span(after, say), "was": say.place(before), "now": _inside(after, say)}
    if after.online and not after.room:
        return [say("notice-online" if say.place(before) else "notice-online-new", **facts)]
    if not say.place(after):
        return [say("notice-no-room", **facts)]
    if before.online and not before.room:
        return [say("notice-offline", **facts)]
    return [say("notice-room" if say.place(before) else "notice-room-new", **facts)]


def _people(before: Session, after: Session, say: Speech) -> list[str]:
    """Say who cannot attend and who comes instead, after all or besides; of other changes who speaks now."""
    if "speakers" not in differing(before, after):
        return []
    known = {p.name for p in before.speakers}
    out = [p for p in after.speakers if p.absent and not any(q.name == p.name and q.absent for q in before.speakers)]
    back = [p for p in after.speakers if not p.absent and any(q.name == p.name and q.absent for q in before.speakers)]
    new = [p for p in after.speakers if p.name is not None and p.name not in known and not p.absent]
    when = {"session": say.Name(after), "time": say.time(after.start), "where": say.tail(after)}
    if out and new:
        return [say("notice-replaced", **when, names=_names(out, say), instead=_names(new, say), count=len(out))]
    if out:
        # All who remain: who is left out here would seem not to come either.
        others = [p for p in after.speakers if p.name and not p.absent and p.part != MENTIONED]
        goes_on = say("notice-goes-on-with", names=_names(others, say)) if others else say("notice-goes-on")
        return [f"{say('notice-absent', **when, names=_names(out, say), count=len(out))} {goes_on}"]
    if back:
        here = {p.name for p in after.speakers}
        gone = [p for p in before.speakers if p.name and not p.absent and p.name not in here]
        present = say("notice-present", **when, names=_names(back, say), count=len(back))
        instead = say("notice-instead-gone", names=_names(gone, say), count=len(gone)) if gone else ""
        return [f"{present} {instead}".strip()]
    if new and known <= {p.name for p in after.speakers}:
        return [say("notice-joins", **when, names=_names(new, say), count=len(new))]
    there = [p for p in after.speakers if p.name is not None and not p.absent]
    return [say("notice-people", **when, names=_names(there, say))] if there else []


def _title(before: Session, after: Session, say: Speech) -> list[str]:
    if before.title == after.title:
        return []
    facts = {"now": say.short(after), "was": say.short(before), "time": say.time(after.start)}
    return [say("notice-title", **facts, where=say.tail(after))]


def _turned(waiting: Sequence[Said], say: Speech, *, whole_day: bool) -> list[str]:
    """Say that the whole day turned, and of which of one's own sessions word follows."""
    situation = say.programme.event.situation.to(say.words.language)
    head = [situation] if situation and whole_day else []
    if not waiting:
        return head
    sessions = [one.change.after for one in waiting if one.change.after is not None]
    if not head and len(sessions) == 1 and waiting[0].change.before is not None:
        return _status(waiting[0].change.before, sessions[0], say)
    return [*head, say("notice-waiting", sessions="; ".join(say.short(s) for s in sessions))]


def _is_by_the_way(change: Change) -> bool:
    """Say whether something that is no meeting is off."""
    after = change.after
    return after is not None and after.kind in LOGISTIC_KINDS and not after.goes_ahead


def _instead(found: Instead, say: Speech) -> list[str]:
    if found.own:
        return [say("notice-own-instead", sessions=say.joined([_with_time(s, say) for s in found.own]))]
    if found.offered:
        return [say("notice-instead", sessions=say.joined([_with_time(s, say) for s in found.offered], "name-or"))]
    return []


def _buttons(said: Sequence[Said], say: Speech) -> list[tuple[Button, ...]]:
    """Give one tap for each thing to choose: what to go to instead, or which of two at the same time."""
    rows: dict[Action, tuple[Button, ...]] = {}
    for one in said:
        offered = () if one.instead is None else one.instead.offered
        for session in offered:
            _add(rows, "keep-button-off", Action(Verb.KEEP, session.id, session.revision), session, say)
        after = one.change.after
        if one.overlapping and after is not None:
            for session in (after, *one.overlapping):
                _add(rows, "myday-button-take", Action(Verb.TAKE, session.id), session, say)
        elif after is not None and after.online and can_sign_up(after) and not waits(after):
            _add(rows, "signup-button", Action(Verb.SIGN_UP, after.id), after, say)
    return [*list(rows.values())[:MOST], (mine_button(say.words),)]


def _add(rows: dict[Action, tuple[Button, ...]], key: str, action: Action, session: Session, say: Speech) -> None:
    rows[action] = (Button(say.words(key, session=label(say.short(session))), action),)


def _names(people: Sequence[Speaker], say: Speech) -> str:
    return say.joined([p.name for p in people if p.name is not None])


def _with_time(session: Session, say: Speech) -> str:
    return say.words("notice-item", session=say.short(session), time=say.time(session.start), where=say.tail(session))


def _inside(session: Session, say: Speech) -> str:
    room = say.programme.room_by_slug.get(session.room or "")
    return say.inside(room) if room is not None else say.place(session)


def _when(session: Session, say: Speech) -> str:
    return f"{say.time(session.start)}{say.tail(session)}"


def _span(session: Session, say: Speech) -> str:
    if session.end is None:
        return say.words("notice-from", start=say.time(session.start))
    return say.words("notice-span", start=say.time(session.start), end=say.time(session.end))


def _span_at(session: Session, say: Speech) -> str:
    return f"{_span(session, say)}{say.tail(session)}"


def _end(session: Session, say: Speech) -> str:
    return "" if session.end is None else say.time(session.end)
