"""The dialogue of a change: what can be changed, what that causes, and what was done."""

from collections.abc import Sequence
from typing import Final

from bot.changing.clashes import Clash, ClashKind, taken_by
from bot.changing.edit import DAY, Edit, EditKind
from bot.changing.preview import Preview
from bot.changing.reach import Reach, Through
from bot.programme.model import LOGISTIC_KINDS, Programme, Session, State
from bot.wording.catalogue import Words
from bot.wording.following import label
from bot.wording.names import capital, room_name, session_short
from bot.wording.notices import Said, change_lines
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech

LATER: Final = (5, 10, 15)
"""Minutes by which a button moves a session."""
LISTED: Final = 8
"""Sessions on one page of the list."""
DAY_ONLINE: Final = 1
DAY_OFF: Final = 2
"""What the ids of the buttons that turn the whole day mean."""
SHOWN: Final = 12
"""Changes that a preview tells in full."""


def menu(session: Session, programme: Programme, words: Words, *, others: int = 0, expects: bool = True) -> Message:
    """Say how a session stands and what can be changed in it; ``others`` is how many more one may change."""
    say = Speech(programme, words)
    lines = [say.both("change-session", session, session=say.Name(session), where=say.tail(session))]
    if not session.goes_ahead:
        lines.append(say("change-session-off"))
    lines.append(say("change-session-ask"))
    if expects:
        lines.append(say("change-session-typed"))
    rows = [*_rooms(session, say), *_times(session, say), *_rest(session, say)]
    rows.append((Button(say("change-button-desk"), Action(Verb.SESSION_DESK, session.id)),))
    if others:
        rows.append((Button(say("change-button-others"), Action(Verb.CHANGE)),))
    return message(*lines).with_buttons(*rows)


def _rooms(session: Session, say: Speech) -> list[tuple[Button, ...]]:
    """Give a button for each other room, the free ones first; that a room is taken stands in its words."""
    free: list[Button] = []
    taken: list[Button] = []
    for room in say.programme.rooms:
        if room.slug == session.room:
            continue
        action = Action(Verb.TO_ROOM, session.id, room.id)
        if taken_by(say.programme, room.slug, session):
            taken.append(Button(say("change-button-room-taken", room=room_name(room, say.words)), action))
        else:
            free.append(Button(say("change-button-room", room=room_name(room, say.words)), action))
    found = free + taken
    return [tuple(found[i : i + 2]) for i in range(0, len(found), 2)]


def _times(session: Session, say: Speech) -> list[tuple[Button, ...]]:
    later = tuple(
        Button(say("change-button-later", minutes=minutes), Action(Verb.LATER, session.id, minutes))
        for minutes in LATER
    )
    return [later, (Button(say("change-button-time"), Action(Verb.ASK_TIME, session.id)),)]


def _rest(session: Session, say: Speech) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    if session.goes_ahead:
        rows.append(
            (
                Button(say("change-button-off"), Action(Verb.CANCEL, session.id)),
                Button(say("change-button-online"), Action(Verb.GO_ONLINE, session.id)),
            )
        )
        if session.room is not None and _swappable(session, say.programme):
            rows.append((Button(say("change-button-swap"), Action(Verb.SWAP_LIST, session.id)),))
        if any(p.name is not None and not p.absent for p in session.speakers):
            rows.append((Button(say("change-button-speaker"), Action(Verb.SPEAKER_LIST, session.id)),))
    else:
        rows.append((Button(say("change-button-on"), Action(Verb.GOES_AHEAD, session.id)),))
    return rows


def _swappable(session: Session, programme: Programme) -> list[Session]:
    """List what is in another room at the time of a session."""
    return [
        other
        for room in programme.rooms
        if room.slug != session.room
        for other in taken_by(programme, room.slug, session)
        if other.kind not in LOGISTIC_KINDS
    ]


def change_button(session: Session, words: Words) -> Button:
    """Make the button that opens the menu of a session."""
    name = label(session_short(session, words))
    return Button(words("change-button-of", session=name), Action(Verb.CHANGE, session.id))


def swap_list(session: Session, programme: Programme, words: Words) -> Message:
    """Ask with which session another one changes rooms."""
    say = Speech(programme, words)
    rows = [
        (Button(_named_with_room(other, say), Action(Verb.SWAP, session.id, other.id)),)
        for other in _swappable(session, programme)
    ]
    return message(say("change-swap-which", session=say.name(session))).with_buttons(*rows)


def speaker_list(session: Session, programme: Programme, words: Words) -> Message:
    """Ask who cannot come; who comes instead can be typed."""
    say = Speech(programme, words)
    rows = [
        (Button(p.name, Action(Verb.SPEAKER_OUT, session.id, number)),)
        for number, p in enumerate(session.speakers, start=1)
        if p.name is not None and not p.absent
    ]
    return message(say("change-speaker-which", session=say.name(session))).with_buttons(*rows)


def ask_time(session: Session, programme: Programme, words: Words, *, online: bool = False) -> Message:
    """Ask for the new time of a session."""
    say = Speech(programme, words)
    return message(say("change-which-time-online" if online else "change-which-time", session=say.name(session)))


def choice(
    sessions: Sequence[Session], programme: Programme, words: Words, *, first: int = 0, whole_day: bool = False
) -> Message:
    """List the sessions that somebody may change, a page of them from number ``first`` on; or the ``whole_day``."""
    say = Speech(programme, words)
    if not sessions:
        return message(say("change-none"))
    page = sessions[first : first + LISTED]
    rows = [(Button(_named_with_time(s, say), Action(Verb.CHANGE, s.id)),) for s in page]
    more = len(sessions) - first - len(page)
    if more > 0:
        rows.append((Button(say("change-button-more", count=more), Action(Verb.CHANGE, 0, first + LISTED)),))
    if whole_day:
        rows.append((Button(say("change-button-day-online"), Action(Verb.TURN, DAY_ONLINE)),))
        rows.append((Button(say("change-button-day-off"), Action(Verb.TURN, DAY_OFF)),))
    return message(say("change-which"), say("change-which-typed")).with_buttons(*rows)


def options(draft_id: int, found: Sequence[Sequence[Edit]], programme: Programme, words: Words) -> Message:
    """Ask which of several sessions is meant."""
    say = Speech(programme, words)
    rows = []
    for number, edits in enumerate(found, start=1):
        sessions = [programme.session_by_key[k] for e in edits for k in e.keys if k in programme.session_by_key]
        if sessions:
            rows.append((Button(_named_with_time(sessions[0], say), Action(Verb.CHOOSE_DRAFT, draft_id, number)),))
    rows.append((_leave(draft_id, say),))
    return message(say("change-which-meant")).with_buttons(*rows)


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
) -> Message:
    """Show what a change is and what it causes, before anybody hears of it.

    ``dropped``: a reason was left out. ``overtaken``: it is shown anew, as somebody else changed the same.
    """
    say = Speech(after, words)
    lines = [say("change-overtaken")] if overtaken else []
    lines += [say("change-will-be"), *_changed(edits, shown, say), ""]
    lines += _reached(shown, say)
    lines += [_collides(clash, say) for clash in shown.clashes]
    if shown.overlapping:
        lines.append(say("change-overlapping", count=shown.overlapping))
    if dropped:
        lines.append(say("change-dropped"))
    rows: list[tuple[Button, ...]] = [(Button(say("change-button-send"), Action(Verb.SEND_DRAFT, draft_id, seen)),)]
    for other in shown.swaps:
        swap = say("change-button-swap-with", session=label(say.short(other)))
        rows.append((Button(swap, Action(Verb.SWAP_INSTEAD, draft_id, other.id)),))
    rows.append((Button(say("change-button-edit"), Action(Verb.EDIT_DRAFT, draft_id)), _leave(draft_id, say)))
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


def left(words: Words) -> Message:
    """Say that all stays as it is."""
    return message(words("change-left"))


def edit_again(words: Words) -> Message:
    """Ask what should be otherwise in a proposal."""
    return message(words("change-edit-again"))


def problem(key: str, words: Words, **facts: str) -> Message:
    """Say why something cannot be changed so, and what to do; ``key`` names the sentence."""
    return message(words(f"change-problem-{key}", **facts))


def not_yours(key: str, programme: Programme, words: Words) -> Message:
    """Say that a session is that of another group."""
    session = programme.session_by_key.get(key)
    name = key if session is None else Speech(programme, words).Name(session)
    of_a_group = session is not None and session.groups
    return problem("not-yours" if of_a_group else "nobodys", words, session=name)


def _leave(draft_id: int, say: Speech) -> Button:
    return Button(say("change-button-leave"), Action(Verb.LEAVE_DRAFT, draft_id))


def _changed(edits: Sequence[Edit], shown: Preview, say: Speech) -> list[str]:
    turned = next((e for e in edits if e.kind in DAY), None)
    if turned is not None and turned.kind is not EditKind.DAY_BACK:
        waiting = [c for c in shown.changes if c.after is not None and c.after.goes_ahead]
        return [
            say.programme.event.situation.to(say.words.language),
            say("change-day-waits", count=len(waiting)),
            say("change-day-off", count=len(shown.changes) - len(waiting)),
        ]
    lines = [sentence for change in shown.changes[:SHOWN] for sentence in change_lines(Said(change), say)]
    return lines + _more(shown, say)


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
    lines = [_reach(shown.reach, say), say("change-at-once" if shown.at_once else "change-gathered")]
    if shown.reminded:
        lines.append(say("change-reminded", count=shown.reminded))
    if shown.paused:
        lines.append(say("change-paused"))
    elif shown.seconds > 1:
        lines.append(say("change-takes", seconds=shown.seconds))
    return lines


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
    when = "change-paused" if shown.paused else "change-at-once" if shown.at_once else "change-gathered"
    return [_reach(shown.reach, say), say(when)]


def _named_with_room(session: Session, say: Speech) -> str:
    return f"{label(say.short(session))} ({say.place(session)})"


def _named_with_time(session: Session, say: Speech) -> str:
    return f"{say.time(session.start)} {capital(label(say.short(session)))}"
