"""The dialogue of a change: what can be changed, what that causes, and what was done."""

from collections.abc import Collection, Sequence
from typing import Final

from bot.changing.clashes import another_room, taken_by
from bot.changing.edit import Edit, EditKind
from bot.changing.turning import waits
from bot.programme.model import LOGISTIC_KINDS, Programme, Session
from bot.programme.queries import minutes_of
from bot.wording.catalogue import Words
from bot.wording.following import label
from bot.wording.names import capital, room_name, session_short
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech

LATER: Final = (5, 10, 15)
"""Minutes by which a button moves a session."""
LISTED: Final = 8
"""Sessions on one page of the list."""
DAY_ONLINE: Final = 1
DAY_OFF: Final = 2
"""What the ids of the buttons that turn the whole day mean."""


def menu(session: Session, programme: Programme, words: Words, *, own: Collection[str], others: int = 0) -> Message:
    """Say how a session stands and what can be changed in it.

    ``own`` are the keys of all that one may change, ``others`` is how many more of them there are to choose.
    """
    say = Speech(programme, words)
    lines = [say.both("change-session", session, session=say.Name(session), where=say.tail(session))]
    if not session.goes_ahead:
        lines.append(say("change-session-off"))
    elif waits(session):
        lines.append(say("change-session-waits"))
    lines += [say("change-session-ask"), _typed(session, say)]
    rows = [*_rooms(session, say), *_times(session, say)]
    rows = [*answers(session, say), *rows] if waits(session) else [*rows, *_rest(session, own, say)]
    rows.append((Button(say("change-button-desk"), Action(Verb.SESSION_DESK, session.id)),))
    if others:
        rows.append((Button(say("change-button-others"), Action(Verb.CHANGE)),))
    return message(*lines).with_buttons(*rows)


def _typed(session: Session, say: Speech) -> str:
    """Give examples of what can be typed, with another room than that of the session."""
    room = another_room(say.programme, session)
    return say("change-session-typed", room=say.inside(room)) if room else say("change-session-typed-no-room")


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


def _rest(session: Session, own: Collection[str], say: Speech) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    online = session.online and session.room is None
    if session.goes_ahead:
        rows.append(
            (
                Button(say("change-button-off"), Action(Verb.CANCEL, session.id)),
                *((Button(say("change-button-online"), Action(Verb.GO_ONLINE, session.id)),) if not online else ()),
            )
        )
        if session.room is not None and _swappable(session, own, say.programme):
            rows.append((Button(say("change-button-swap"), Action(Verb.SWAP_LIST, session.id)),))
        if any(p.name is not None and not p.absent for p in session.speakers):
            rows.append((Button(say("change-button-speaker"), Action(Verb.SPEAKER_LIST, session.id)),))
        rows += [
            (Button(say("change-button-speaker-back", name=p.name), Action(Verb.SPEAKER_BACK, session.id, number)),)
            for number, p in enumerate(session.speakers, start=1)
            if p.name is not None and p.absent
        ]
    else:
        rows.append((Button(say("change-button-on"), Action(Verb.GOES_AHEAD, session.id)),))
    return rows


def answers(session: Session, say: Speech) -> tuple[tuple[Button, ...], ...]:
    """Give what can become of a session as buttons, when the whole day turned."""
    return (
        (Button(say("turn-button-online", time=say.time(session.start)), Action(Verb.GO_ONLINE, session.id)),),
        (Button(say("turn-button-online-later"), Action(Verb.ASK_ONLINE, session.id)),),
        (Button(say("turn-button-postpone"), Action(Verb.POSTPONE, session.id)),),
        (Button(say("turn-button-off"), Action(Verb.CANCEL, session.id)),),
    )


def _swappable(session: Session, own: Collection[str], programme: Programme) -> list[Session]:
    """List what of one's ``own`` is in another room at the time of a session."""
    return [
        other
        for room in programme.rooms
        if room.slug != session.room
        for other in taken_by(programme, room.slug, session)
        if other.key in own and other.kind not in LOGISTIC_KINDS
    ]


def change_button(session: Session, words: Words) -> Button:
    """Make the button that opens the menu of a session."""
    name = label(session_short(session, words))
    return Button(words("change-button-of", session=name), Action(Verb.CHANGE, session.id))


def offer_button(session: Session, edit: Edit, programme: Programme, words: Words) -> Button | None:
    """Make the button that proposes another room or beginning of a session; None for any other edit."""
    say = Speech(programme, words)
    name = label(session_short(session, words))
    room = programme.room_by_slug.get(edit.room)
    if edit.kind is EditKind.ROOM and room is not None:
        said = say("change-button-move-to-room", session=name, room=room_name(room, words))
        return Button(said, Action(Verb.TO_ROOM, session.id, room.id))
    if edit.kind is EditKind.TIME and edit.start is not None and edit.end is None:
        said = say("change-button-move-to-time", session=name, time=say.time(edit.start))
        return Button(said, Action(Verb.START_AT, session.id, minutes_of(programme, edit.start)))
    return None


def link_apart(words: Words) -> Message:
    """Say that a link is not part of a change, and where it is given."""
    return message(words("change-link-apart"))


def how_to(words: Words) -> Message:
    """Say how to change something, where a sentence was neither understood as a change nor as a question."""
    return message(words("change-how-to"))


def swap_list(session: Session, programme: Programme, words: Words, *, own: Collection[str]) -> Message:
    """Ask with which session another one changes rooms."""
    say = Speech(programme, words)
    rows = [
        (Button(_named_with_room(other, say), Action(Verb.SWAP, session.id, other.id)),)
        for other in _swappable(session, own, programme)
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
    rows.append((leave_button(draft_id, say),))
    return message(say("change-which-meant")).with_buttons(*rows)


def edit_again(words: Words) -> Message:
    """Ask what should be otherwise in a proposal."""
    return message(words("change-edit-again"))


def problem(key: str, words: Words, **facts: str) -> Message:
    """Say why something cannot be changed so, and what to do; ``key`` names the sentence."""
    return message(capital(words(f"change-problem-{key}", **facts)))


def not_yours(key: str, programme: Programme, words: Words) -> Message:
    """Say that a session is that of another group."""
    session = programme.session_by_key.get(key)
    name = key if session is None else Speech(programme, words).Name(session)
    of_a_group = session is not None and session.groups
    return problem("not-yours" if of_a_group else "nobodys", words, session=name)


def leave_button(draft_id: int, say: Speech) -> Button:
    """Make the button that leaves all as it was."""
    return Button(say("change-button-leave"), Action(Verb.LEAVE_DRAFT, draft_id))


def _named_with_room(session: Session, say: Speech) -> str:
    return f"{label(say.short(session))} ({say.place(session)})"


def _named_with_time(session: Session, say: Speech) -> str:
    return f"{say.time(session.start)} {capital(label(say.short(session)))}"
