"""Following pijlers and themagroepen, and the buttons of a session."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.people.following import followed_in_all
from bot.people.model import Choices
from bot.programme.model import Group, GroupKind, Programme, Session
from bot.wording.catalogue import Words
from bot.wording.menu import mine_button
from bot.wording.names import capital, clock, joined, place, session_name, session_short
from bot.wording.richtext import Action, Button, Message, Verb, message

LONGEST_LABEL: Final = 32
"""Characters of a name that a button shows on a phone without cutting it off."""
LISTED: Final = 90
"""Groups with a button in the list: Telegram takes a hundred buttons. Those that are followed go first."""


def short_name(group: Group) -> str:
    """Name a group as briefly as its name begins: "Sterke keten"."""
    if len(group.name) <= LONGEST_LABEL:
        return group.name
    folded = group.name.casefold()
    known = [a for a in group.aliases if folded.startswith(a.casefold()) and len(a) <= LONGEST_LABEL]
    if known:
        return group.name[: len(max(known, key=len))]
    return _up_to_a_joint(group.name)


def group_name(group: Group, words: Words) -> str:
    """Name a group in a sentence or a label: "pijler Sociaal", "Veiligheid"."""
    kind = "pijler" if group.kind is GroupKind.PIJLER else "themagroep"
    return words(f"follow-name-{kind}", name=short_name(group))


def on_offer(programme: Programme) -> tuple[Group, ...]:
    """List what can be followed in this programme: each pijler, then its themagroepen, then the others.

    A group is on offer when the programme names it: it meets, or is said not to meet.
    """
    silent = {n.group for n in programme.not_meeting}
    named = [g for g in programme.groups if programme.of_group(g.slug) or g.slug in silent]
    pijlers = [g for g in programme.groups if g.kind is GroupKind.PIJLER]
    shown = [p for p in pijlers if p in named or any(g.pijler == p.slug for g in named)]
    ordered: list[Group] = []
    for pijler in shown:
        ordered += [pijler, *(g for g in named if g.pijler == pijler.slug)]
    return (*ordered, *(g for g in named if g not in ordered))


def followed_names(programme: Programme, followed: Collection[int], words: Words) -> list[str]:
    """Name what is followed in the order of the network; a followed pijler stands for its themagroepen."""
    pijlers = {g.slug for g in programme.groups if g.kind is GroupKind.PIJLER and g.id in followed}
    return [group_name(g, words) for g in programme.groups if g.id in followed and g.pijler not in pijlers]


def with_members(group: Group, programme: Programme) -> tuple[Group, ...]:
    """Give a group, and for a pijler its themagroepen too: who follows a pijler follows those."""
    return (group, *programme.themagroepen_of(group.slug)) if group.kind is GroupKind.PIJLER else (group,)


def group_list(programme: Programme, followed: Collection[int], words: Words, lead: int | None) -> Message:
    """Say what is followed, with a button for each group that changes it in place."""
    offered = on_offer(programme)
    if not offered:
        return message(words("follow-list-no-groups"))
    names = followed_names(programme, followed, words)
    in_all = followed_in_all(programme, followed)
    state = words("follow-list-followed", groups=joined(names, words)) if names else words("follow-list-nothing")
    how = words("follow-list-off") if lead is None else words("follow-list", lead=lead)
    lines = [state, how]
    if any(g.kind is GroupKind.PIJLER for g in offered):
        lines.append(words("follow-list-pijler"))
    listed = [g for g in offered if g.id in in_all] + [g for g in offered if g.id not in in_all]
    listed = listed[:LISTED]
    if len(listed) < len(offered):
        lines.append(words("follow-list-more"))
    buttons = [(follow_button(g, words, on=g.id in in_all, in_list=True),) for g in offered if g in listed]
    return message(*lines).with_buttons(*buttons, (mine_button(words),))


def follow_button(group: Group, words: Words, *, on: bool, in_list: bool = False) -> Button:
    """Make the button that follows a group, or that says it is followed and stops it; its words tell which."""
    verbs = {
        (False, False): Verb.FOLLOW,
        (True, False): Verb.UNFOLLOW,
        (False, True): Verb.FOLLOW_IN_LIST,
        (True, True): Verb.UNFOLLOW_IN_LIST,
    }
    label = words("follow-button-on" if on else "follow-button", group=group_name(group, words))
    return Button(label, Action(verbs[on, in_list], group.id))


def followed_now(
    group: Group, programme: Programme, coming: Sequence[Session], words: Words, lead: int | None, *, now: datetime
) -> Message:
    """Confirm that a group is followed and say when it meets; ``coming`` are its sessions that are not over."""
    count = len(with_members(group, programme)) - 1
    name = group_name(group, words)
    lines = [words("follow-done-and", group=name, count=count) if count else words("follow-done", group=name)]
    if not coming:
        lines.append(words("follow-comes-not"))
    running = [s for s in coming if s.start <= now][:1]
    ahead = [s for s in coming if s.start > now][:1]
    for session in (*running, *ahead):
        key = "follow-comes-now" if session in running else "follow-comes-off"
        if lead is not None and session.start - now > timedelta(minutes=lead):
            key = "follow-comes"  # later than that the reminder comes at once
        values = {"session": capital(session_name(session, programme, words)), "when": when(session, programme, words)}
        lines.append(words(key, **values, lead=str(lead)))
    return message(*lines).with_buttons((mine_button(words),))


def whether_followed(groups: Sequence[Group], programme: Programme, followed: Collection[int], words: Words) -> Message:
    """Say of each group whether it is followed, with the button that changes it."""
    in_all = followed_in_all(programme, followed)
    lines = [
        words("follow-done" if group.id in in_all else "follow-not", group=group_name(group, words)) for group in groups
    ]
    return message(*lines).with_buttons(*((follow_button(g, words, on=g.id in in_all),) for g in groups))


def no_longer_followed(group: Group, programme: Programme, words: Words) -> Message:
    """Confirm that a group is no longer followed."""
    several = len(with_members(group, programme)) > 1
    return message(words("follow-stopped-and" if several else "follow-stopped", group=group_name(group, words)))


def unknown_group(text: str, answer: Message, words: Words) -> Message:
    """Say that no group has this name, above the list of groups."""
    return Message((*message(words("follow-unknown", group=text)).lines, *answer.lines), answer.buttons)


def with_state(answer: Message, programme: Programme, choices: Choices, words: Words) -> Message:
    """Let the buttons of an answer that offer to follow a group say so where it is followed already."""
    followed = followed_in_all(programme, choices.followed)

    def stated(button: Button) -> Button:
        group = programme.group_by_id.get(button.action.id)
        if button.action.verb is not Verb.FOLLOW or group is None:
            return button
        return follow_button(group, words, on=group.id in followed)

    return replace(answer, buttons=tuple(tuple(stated(b) for b in row) for row in answer.buttons))


def session_buttons(
    session: Session, programme: Programme, choices: Choices, words: Words
) -> tuple[tuple[Button, ...], ...]:
    """Give the buttons of one session: its calendar file, and following each group that holds it."""
    name = label(session_short(session, words))
    calendar = Button(words("follow-ics", session=name), Action(Verb.ICS, session.id, session.revision))
    groups = [programme.group_by_slug[slug] for slug in session.holders() if slug in programme.group_by_slug]
    followed = followed_in_all(programme, choices.followed)
    rows = [(follow_button(group, words, on=group.id in followed),) for group in groups]
    return ((calendar,), *rows) if session.goes_ahead else tuple(rows)


def when(session: Session, programme: Programme, words: Words) -> str:
    """Give the time and place of a session: "11.40 tot 12.40 uur, zaal 5"."""
    start = clock(session.start, programme)
    span = (
        words("page-from", **{"from": start})
        if session.end is None
        else words("page-span", **{"from": start, "until": clock(session.end, programme)})
    )
    where = place(session, programme, words)
    return f"{span}, {where}" if where else span


def label(name: str) -> str:
    """Give a name as a button shows it on a phone: cut at a joint where it is long."""
    return capital(name if len(name) <= LONGEST_LABEL else _up_to_a_joint(name))


def _up_to_a_joint(name: str) -> str:
    """Cut a long name where a reader would pause, so that it can be read aloud."""
    for joint in (" van ", " en ", ", ", ": ", " met ", " "):
        at = name.rfind(joint, 0, LONGEST_LABEL + len(joint))
        if at >= LONGEST_LABEL // 3:
            return name[:at].rstrip(",: ")
    return name[:LONGEST_LABEL]
