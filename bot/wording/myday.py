"""One's own programme: the day in order with moving times and gaps, overlaps to choose in, coming later and leaving."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Final

from bot.changing.turning import waits
from bot.people.model import Choices, Stay
from bot.people.presence import Part, caught
from bot.programme.choice import lies_behind
from bot.programme.model import LOGISTIC_KINDS, Programme, Session
from bot.reminders.own_day import Gap, Move, Overlap, Pair, gaps, moves, overlaps, unsettled
from bot.reminders.plan import my_sessions
from bot.wording.catalogue import Words
from bot.wording.following import followed_names, label
from bot.wording.menu import event_name, groups_button, mine_button, programme_button
from bot.wording.names import capital, clock, day_name, joined, place, session_name, session_short
from bot.wording.pages import Remarks, readings, situation, slot_lines, slots
from bot.wording.richtext import Action, Button, Message, Verb, message

SHOWN: Final = 3
"""So many things that are on in a gap are named; the rest is counted."""
NOBODY_ASKED: Final[frozenset[Pair]] = frozenset()


def mine(
    programme: Programme,
    choices: Choices,
    words: Words,
    *,
    lead: int | None,
    now: datetime,
    settled: Collection[Pair] = NOBODY_ASKED,
) -> Message:
    """Show one's own programme in order; each overlap is told once, with buttons to choose in the first of them."""
    title = words("page-mine-title", event=event_name(programme, words))
    own = my_sessions(programme, choices)
    stay = stay_lines(programme, choices.stay, words)
    if not own:
        names = followed_names(programme, choices.followed, words)
        nothing = words("page-mine-none", groups=joined(names, words)) if names else words("page-mine-empty")
        return message(title, *stay, nothing).with_buttons(
            *_stay_buttons(programme, choices.stay, words), (groups_button(words), programme_button(words))
        )
    over = lies_behind(programme.event, now)
    asked = () if over or choices.stay.absent else unsettled(overlaps(programme, choices), settled, now)
    lines = [title, *([words("myday-over")] if over else [*situation(programme, words), *stay]), ""]
    lines += _in_order(own, programme, choices, words, now=now)
    lines += [_told(overlap, programme, words) for overlap in asked]
    lines += [words("myday-overlap-how", time=clock(asked[0].sessions[0].start, programme))] if asked else []
    lines += readings(own, programme, words)
    reminded = any(s.goes_ahead and not waits(s) for s in own)
    if lead is not None and reminded and not over and not choices.stay.absent:
        lines += ["", words("page-mine-lead", lead=str(lead))]
    ics = Button(words("page-button-ics-mine"), Action(Verb.MY_ICS, programme.event.id))
    return message(*lines).with_buttons(
        *(_choosing(asked[0], programme, words) if asked else ()),
        *(() if over else _stay_buttons(programme, choices.stay, words)),
        (ics,),
        (groups_button(words), programme_button(words)),
    )


def taken(answer: Message, session: Session, others: Sequence[Session], words: Words) -> Message:
    """Say above one's own programme what was chosen and what made way, with a button that undoes it."""
    # Names may hold commas and «en» of their own.
    names = "; ".join(session_short(s, words) for s in others)
    button = (
        words("myday-button-back", session=label(session_short(others[0], words)))
        if len(others) == 1
        else words("myday-button-back-several", count=str(len(others)))
    )
    said = words("myday-taken", session=session_short(session, words), others=names)
    back = Button(button, Action(Verb.GIVE_BACK, session.id))
    return Message((*message(said, "").lines, *answer.lines), ((back,), *answer.buttons))


def given_back(answer: Message, sessions: Sequence[Session], words: Words) -> Message:
    """Say above one's own programme what is in it again."""
    names = "; ".join(session_short(s, words) for s in sessions)
    said = words("myday-back", count=len(sessions), sessions=capital(names))
    return Message((*message(said, "").lines, *answer.lines), answer.buttons)


def left_so(answer: Message, overlap: Overlap, programme: Programme, words: Words) -> Message:
    """Say above one's own programme that an overlap stays as it is."""
    said = words("myday-left", time=clock(overlap.sessions[0].start, programme))
    return Message((*message(said, "").lines, *answer.lines), answer.buttons)


def stay_set(programme: Programme, choices: Choices, words: Words) -> Message:
    """Say when somebody comes and goes, and what of their programme they still catch and what they miss."""
    lines = stay_lines(programme, choices.stay, words) or [words("myday-whole-day")]
    own = [s for s in my_sessions(programme, choices) if s.goes_ahead]
    parts = {s.key: caught(s, programme, choices.stay) for s in own}
    still = [s for s in own if parts[s.key] is not Part.NOTHING]
    missed = [s for s in own if parts[s.key] is Part.NOTHING]
    if not own:
        lines.append(words("myday-nothing-chosen"))
    elif not missed and all(part is Part.WHOLE for part in parts.values()):
        lines.append(words("myday-misses-nothing"))
    else:
        caught_in_order = sessions_in_order(still, programme, choices, words)
        lines += [words("myday-catches"), *caught_in_order] if still else [words("myday-catches-nothing")]
        if missed:
            names = [
                words("myday-missed", session=session_name(s, programme, words), time=clock(s.start, programme))
                for s in missed
            ]
            lines += [words("myday-misses", sessions=joined(names, words)), words("myday-misses-silent")]
    return message(*lines).with_buttons(
        *_stay_buttons(programme, choices.stay, words), (mine_button(words),) if own else (groups_button(words),)
    )


def absent(programme: Programme, words: Words) -> Message:
    """Say that somebody who is not there is left in peace."""
    return message(words("myday-absent-set", day=_days(programme, words))).with_buttons((_present_button(words),))


def present(programme: Programme, choices: Choices, words: Words, lead: int | None) -> Message:
    """Say that somebody is there after all."""
    own = my_sessions(programme, choices)
    lines = [words("myday-present", day=_days(programme, words))]
    lines += stay_lines(programme, choices.stay, words)
    if own and lead is not None:
        lines.append(words("page-mine-lead", lead=str(lead)))
    return message(*lines).with_buttons(
        *_stay_buttons(programme, choices.stay, words), (mine_button(words),) if own else (groups_button(words),)
    )


def which_time(programme: Programme, moments: Sequence[datetime], words: Words, *, leaving: bool) -> Message:
    """Ask at what time somebody comes or goes, with a button for each time at which the programme changes."""
    verb, key = (Verb.LEAVE, "leave") if leaving else (Verb.ARRIVE, "arrive")
    buttons = [
        Button(words(f"myday-button-{key}", time=clock(m, programme)), Action(verb, minute_of(m))) for m in moments
    ]
    rows = (tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    example = clock(moments[len(moments) // 2], programme) if moments else "11.00"
    return message(words(f"myday-when-{key}", time=example)).with_buttons(*rows)


def minute_of(moment: datetime) -> int:
    """Give a moment as a button carries it: minutes since 1970 in UTC."""
    return int(moment.timestamp()) // 60


def stay_lines(programme: Programme, stay: Stay, words: Words) -> list[str]:
    """Say when somebody comes and goes, nothing for who is there all day."""
    if stay.absent:
        return [words("myday-absent")]
    lines = [words("myday-arrives", time=clock(stay.arrives, programme))] if stay.arrives else []
    return [*lines, *([words("myday-leaves", time=clock(stay.leaves, programme))] if stay.leaves else [])]


def absent_button(words: Words) -> Button:
    """Offer to be left in peace."""
    return Button(words("myday-button-absent"), Action(Verb.ABSENT))


def sessions_in_order(own: Sequence[Session], programme: Programme, choices: Choices, words: Words) -> list[str]:
    """Word sessions of one's own slot by slot, with what one misses of each."""
    return _slots(own, programme, words, _remarks(own, programme, choices, words))


def _in_order(
    own: Sequence[Session], programme: Programme, choices: Choices, words: Words, *, now: datetime
) -> list[str]:
    """Word the day: sessions, time for moving and gaps in the order in which they begin, each day under its name."""
    remarks = _remarks(own, programme, choices, words)
    entries: list[tuple[datetime, int, list[str]]] = [
        (slot[0].start, 1, slot_lines(slot, programme, words, remarks)) for slot in slots(own, programme)
    ]
    if not choices.stay.absent:
        entries += [(m.start, 2, [_move(m, programme, words)]) for m in moves(programme, choices)]
        entries += [(g.start, 0, [_gap(g, programme, words)]) for g in gaps(programme, choices) if g.end > now]
    lines: list[str] = []
    shown: date | None = None
    for start, _, said in sorted(entries, key=lambda entry: entry[:2]):
        day = programme.local(start).date()
        if day != shown and len(programme.days) > 1:
            lines.append(words("myday-day", day=capital(day_name(day, words))))
        shown = day
        lines += said
    return lines


def _slots(own: Sequence[Session], programme: Programme, words: Words, remarks: Remarks) -> list[str]:
    return [line for slot in slots(own, programme) for line in slot_lines(slot, programme, words, remarks)]


def _remarks(own: Sequence[Session], programme: Programme, choices: Choices, words: Words) -> Remarks:
    parts = {s.key: caught(s, programme, choices.stay) for s in own if s.goes_ahead and not choices.stay.absent}
    return {key: (words(f"myday-part-{part.value}"),) for key, part in parts.items() if part is not Part.WHOLE}


def _move(move: Move, programme: Programme, words: Words) -> str:
    moving = move.moving
    span = _span(moving.start, moving.end or moving.start, programme, words)
    what = session_name(moving, programme, words)
    here, there = (place(s, programme, words) if s is not None and s.room else "" for s in (move.before, move.after))
    if here and there and here != there:
        what = words("myday-move", what=what, **{"from": here, "to": there})
    return words("page-slot-one", when=span, what=what)


def _gap(gap: Gap, programme: Programme, words: Words) -> str:
    span = _span(gap.start, gap.end, programme, words)
    if not gap.on:
        return words("page-slot-one", when=span, what=words("myday-gap"))
    named = [_on(session, programme, words) for session in gap.on[:SHOWN]]
    if len(gap.on) > SHOWN:
        named.append(words("myday-gap-more", count=str(len(gap.on) - SHOWN)))
    return words("page-slot-one", when=span, what=words("myday-gap-on", sessions="; ".join(named)))


def _on(session: Session, programme: Programme, words: Words) -> str:
    where = place(session, programme, words)
    logistic = session.kind in LOGISTIC_KINDS
    name = session_name(session, programme, words) if logistic else label(session_short(session, words))
    said = {"session": name, "time": clock(session.start, programme)}
    return words("myday-gap-item-in", **said, place=where) if where else words("myday-gap-item", **said)


def _span(start: datetime, end: datetime, programme: Programme, words: Words) -> str:
    return words("page-span", **{"from": clock(start, programme), "until": clock(end, programme)})


def _told(overlap: Overlap, programme: Programme, words: Words) -> str:
    if overlap.together:
        time = clock(overlap.sessions[0].start, programme)
        return words("myday-overlap", time=time, count=str(len(overlap.sessions)))
    return words("myday-overlap-partly", sessions="; ".join(_on(s, programme, words) for s in overlap.sessions))


def _choosing(overlap: Overlap, programme: Programme, words: Words) -> tuple[tuple[Button, ...], ...]:
    first = overlap.sessions[0]
    rows = [
        (Button(words("myday-button-take", session=label(session_short(s, words))), Action(Verb.TAKE, s.id)),)
        for s in overlap.sessions
    ]
    so = Button(words("myday-button-leave-so", time=clock(first.start, programme)), Action(Verb.LEAVE_SO, first.id))
    return (*rows, (so,))


def _stay_buttons(programme: Programme, stay: Stay, words: Words) -> tuple[tuple[Button, ...], ...]:
    """Give the button that undoes what was said of being there."""
    if stay.absent:
        return ((_present_button(words),),)
    if stay.arrives or stay.leaves:
        return ((Button(words("myday-button-whole-day"), Action(Verb.WHOLE_DAY, programme.event.id)),),)
    return ()


def _days(programme: Programme, words: Words) -> str:
    """Name the day of an event, or its first and last."""
    first, last = (day_name(day, words) for day in (programme.event.first_day, programme.event.last_day))
    return first if first == last else words("myday-days", first=first, last=last)


def _present_button(words: Words) -> Button:
    return Button(words("myday-button-present"), Action(Verb.PRESENT))
