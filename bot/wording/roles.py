"""What is said about roles: invitations, who has which, and what somebody with a role can do."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from bot.changing.clashes import another_room
from bot.people.access import OF_A_GROUP, Grant, Invitation, Role, is_organiser, sessions_of
from bot.programme.model import LOGISTIC_KINDS, Group, GroupKind, Programme
from bot.wording.catalogue import Words
from bot.wording.names import capital, clock, day_name
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech

ROLES: Final = (Role.SECRETARY, Role.STAND_IN, Role.ORGANISER, Role.DESK)
"""What the numbers in buttons stand for, from 1 on."""


EXAMPLES: Final = 2
"""Sessions of which examples speak."""
SURE: Final = 1
"""What stands in the button that takes a role away once it is sure."""


def role_name(role: Role, group: Group | None, words: Words) -> str:
    """Name a role: "secretaris van Veiligheid"."""
    return words(f"role-{role.value}", group="" if group is None else group.name)


def accepted(grant: Grant, programme: Programme, words: Words) -> Message:
    """Say which role somebody has now, and what to do with it."""
    name = role_name(grant.role, programme.group_by_id.get(grant.group_id or 0), words)
    return message(words("role-accepted", role=name), *help_lines((grant,), programme, words))


def help_lines(grants: Sequence[Grant], programme: Programme, words: Words) -> list[str]:
    """Say what somebody with a role can do, with examples of what they may change themselves."""
    lines = [
        words("role-help-change", examples=_examples(grants, programme, words)),
        words("role-help-message"),
        words("role-help-session"),
        words("role-help-log"),
    ]
    return [*lines, words("role-help-organiser")] if is_organiser(grants) else lines


def _examples(grants: Sequence[Grant], programme: Programme, words: Words) -> str:
    """Give two sentences that change what somebody may change, of the sessions with the shortest names."""
    say = Speech(programme, words)
    own = [s for s in sessions_of(grants, programme) if s.goes_ahead and s.kind not in LOGISTIC_KINDS]
    shortest = sorted(own, key=lambda s: len(say.short(s)))[:EXAMPLES]
    group = next((programme.group_by_id[g.group_id].name for g in grants if g.group_id in programme.group_by_id), "")
    names = [say.short(s) for s in shortest] or [group or words("change-example")]
    room = another_room(programme, shortest[0]) if shortest else None
    of_time = words("role-example-time", session=names[-1])
    if room is None:
        return of_time
    return say.joined([words("role-example-room", session=names[0], room=say.inside(room)), of_time], "name-or")


def explanation(grants: Sequence[Grant], programme: Programme, words: Words) -> Message:
    """Say what somebody can do with the roles they have; there is at least one."""
    return message(words("role-help"), *help_lines(grants, programme, words))


def over(words: Words) -> Message:
    """Say that an invitation cannot be used."""
    return message(words("role-invitation-over"))


def not_allowed(words: Words) -> Message:
    """Say that this takes a role that the person does not have (any more)."""
    return message(words("role-not-allowed"))


def which_role(words: Words) -> Message:
    """Ask whom to invite."""
    return message(words("role-invite-which")).with_buttons(
        *(
            (Button(words(f"role-button-invite-{role.value}"), Action(Verb.INVITE, number)),)
            for number, role in enumerate(ROLES, start=1)
        )
    )


def which_group(role: Role, programme: Programme, words: Words) -> Message:
    """Ask of which group the invited is the secretary or stand-in."""
    number = ROLES.index(role) + 1
    groups = [g for g in programme.groups if g.kind is not GroupKind.TRACK and g.successor is None]
    buttons = [Button(g.name, Action(Verb.INVITE, number, g.id)) for g in groups]
    rows = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    return message(words("role-invite-which-group")).with_buttons(*rows)


def invitation(made: Invitation, link: str, programme: Programme, words: Words) -> Message:
    """Give a link to pass on, how long it can be used, and a way to revoke it."""
    name = role_name(made.role, programme.group_by_id.get(made.group_id or 0), words)
    until = _moment(made.valid_until, programme, words)
    return message(words("role-invitation", role=name, until=until), link).with_buttons(
        (Button(words("role-button-revoke"), Action(Verb.REVOKE, made.id)),)
    )


def needs_group(role: Role) -> bool:
    """Say whether a role is that of a group."""
    return role in OF_A_GROUP


def revoked(gone: Invitation | None, words: Words) -> Message:
    """Say that an invitation can no longer be used."""
    return message(words("role-revoked" if gone is not None else "role-revoked-before"))


def withdrawn(gone: Grant | None, programme: Programme, words: Words) -> Message:
    """Say that somebody no longer has a role."""
    if gone is None:
        return message(words("role-withdrawn-before"))
    name = role_name(gone.role, programme.group_by_id.get(gone.group_id or 0), words)
    return message(words("role-withdrawn", role=name))


def sure(grant_id: int, grants: Sequence[Grant], programme: Programme, words: Words, *, chat_id: int) -> Message:
    """Ask whether one of the roles is to be taken away; the reader's chat is ``chat_id``."""
    found = next(((g, n) for g, n in _named(grants, programme, words, chat_id) if g.id == grant_id), None)
    if found is None:
        return withdrawn(None, programme, words)
    grant, name = found
    since = _moment(grant.since, programme, words)
    return message(words("role-sure", role=capital(name), since=since)).with_buttons(
        (Button(words("role-button-sure"), Action(Verb.WITHDRAW_ROLE, grant.id, SURE)),)
    )


def _named(grants: Sequence[Grant], programme: Programme, words: Words, chat_id: int) -> Iterator[tuple[Grant, str]]:
    """Name each role; several of the same are numbered, and those of the reader said to be so."""
    plain = [role_name(g.role, programme.group_by_id.get(g.group_id or 0), words) for g in grants]
    for index, (grant, role) in enumerate(zip(grants, plain, strict=True)):
        name = f"{role} ({plain[: index + 1].count(role)})" if plain.count(role) > 1 else role
        yield grant, words("role-own", role=name) if grant.chat_id == chat_id else name


def overview(
    grants: Sequence[Grant], invitations: Sequence[Invitation], programme: Programme, words: Words, *, chat_id: int
) -> Message:
    """List the roles, by nobody's name, and the invitations that are still open, with ways to end them.

    Which are those of the reader, whose chat is ``chat_id``, is said.
    """
    lines = [words("role-overview")] if grants else [words("role-overview-none")]
    rows: list[tuple[Button, ...]] = []
    for grant, name in _named(grants, programme, words, chat_id):
        lines.append(words("role-overview-item", role=capital(name), since=_moment(grant.since, programme, words)))
        rows.append((Button(words("role-button-withdraw", role=name), Action(Verb.WITHDRAW_ROLE, grant.id)),))
    if invitations:
        lines += ["", words("role-overview-invitations")]
    for one in invitations:
        name = role_name(one.role, programme.group_by_id.get(one.group_id or 0), words)
        until = _moment(one.valid_until, programme, words)
        lines.append(words("role-overview-invitation", role=capital(name), until=until))
        rows.append((Button(words("role-button-revoke-of", role=name), Action(Verb.REVOKE, one.id)),))
    rows.append((Button(words("role-button-invite"), Action(Verb.INVITE)),))
    return message(*lines).with_buttons(*rows)


def _moment(moment: datetime, programme: Programme, words: Words) -> str:
    return words("role-moment", day=day_name(programme.local(moment).date(), words), time=clock(moment, programme))
