"""Who may write to whom, and who that is at this moment."""

from collections.abc import Iterable

from bot.broadcasting.model import Audience, Reach
from bot.people.access import RANK, Grant, Role, groups_of, is_organiser, sees_all
from bot.people.model import Chat, ChatKind, Choices
from bot.programme.model import GroupKind, Programme, Relation
from bot.reminders.plan import People, with_sessions


def groups_for(grants: Iterable[Grant], programme: Programme) -> tuple[int, ...]:
    """Give the ids of the groups whose followers somebody may write to: their own, or for organisers and desk all."""
    grants = tuple(grants)
    if sees_all(grants):
        return tuple(g.id for g in programme.groups if g.successor is None)
    return tuple(programme.group_by_slug[slug].id for slug in groups_of(grants, programme))


def audiences_for(grants: Iterable[Grant]) -> tuple[Audience, ...]:
    """Give the audiences that somebody may choose; all who may come are for organisers."""
    everybody = (Audience.ALL,) if is_organiser(grants) else ()
    return (Audience.GROUPS, Audience.PROGRAMME, *everybody)


def usual(grants: Iterable[Grant], programme: Programme) -> tuple[Audience, tuple[int, ...]]:
    """Give the audience that a new message begins with: who follows one's own groups; else it must be chosen."""
    grants = tuple(grants)
    if sees_all(grants):
        return Audience.UNCHOSEN, ()
    return Audience.GROUPS, groups_for(grants, programme)


def may_address(grants: Iterable[Grant], programme: Programme, audience: Audience, group_ids: Iterable[int]) -> bool:
    """Say whether somebody may write to an audience; asked again when it is sent."""
    grants = tuple(grants)
    if not grants:
        return False
    if audience is Audience.ALL:
        return is_organiser(grants)
    return set(group_ids) <= set(groups_for(grants, programme))


def speaking_as(grants: Iterable[Grant], programme: Programme, group_ids: Iterable[int]) -> tuple[Role, str]:
    """Give the role, and the slug of the group, in which somebody writes to groups; they have a role.

    That is the first of their groups that is among them; organisers and the desk speak as such.
    """
    wanted = set(group_ids)
    grants = sorted(grants, key=lambda g: RANK.index(g.role))
    own = [g for g in grants if wanted & set(groups_for((g,), programme))]
    found = (own or grants)[0]
    group = programme.group_by_id.get(found.group_id or 0)
    return found.role, "" if group is None else group.slug


def recipients(programme: Programme, people: People, audience: Audience, group_ids: Iterable[int]) -> tuple[Chat, ...]:
    """List the chats that an audience is at this moment.

    Who follows a pijler follows its themagroepen, and who follows a former group its successor.
    """
    wanted = frozenset(group_ids)
    match audience:
        case Audience.ALL:
            return tuple(chat for chat, choices in people if choices.may_come)
        case Audience.GROUPS:
            by = _followed_for(programme, wanted)
            return tuple(chat for chat, choices in people if choices.followed & by)
        case Audience.PROGRAMME:
            return tuple(_with_a_session_of(programme, people, wanted))
        case _:
            return ()


def reach_of(chats: Iterable[Chat]) -> Reach:
    """Count people and groups."""
    kinds = [chat.kind for chat in chats]
    return Reach(kinds.count(ChatKind.PRIVATE), kinds.count(ChatKind.GROUP))


def _followed_for(programme: Programme, wanted: frozenset[int]) -> frozenset[int]:
    """Give the ids of the groups whose followers follow any of the wanted ones."""
    slugs = {programme.group_by_id[i].slug for i in wanted if i in programme.group_by_id}
    found: set[int] = set()
    for group in programme.groups:
        line, seen = group, {group.slug}
        while line.successor in programme.group_by_slug and line.successor not in seen:
            line = programme.group_by_slug[line.successor or ""]
            seen.add(line.slug)
        below = {g.slug for g in programme.groups if g.pijler in seen} if group.kind is GroupKind.PIJLER else set()
        if slugs & (seen | below):
            found.add(group.id)
    return frozenset(found)


def _with_a_session_of(programme: Programme, people: People, wanted: frozenset[int]) -> Iterable[Chat]:
    slugs = {programme.group_by_id[i].slug for i in wanted if i in programme.group_by_id}
    keys = {
        s.key
        for s in programme.sessions
        if any(g.group in slugs and g.relation in {Relation.HOLDS, Relation.PREPARES} for g in s.groups)
    }
    chosen: Iterable[tuple[Chat, Choices]] = people
    for chat, choices, mine in with_sessions(programme, chosen):
        if not choices.stay.absent and any(s.key in keys for s in mine):
            yield chat
