"""Following pijlers and themagroepen: «/volg», its buttons, and those under an answer."""

from collections.abc import Sequence

from bot.people.model import ChatKind, Choices
from bot.programme.model import Group
from bot.questions.query import Topic, TopicKind
from bot.reminders.plan import keys_followed
from bot.wording import following, private
from bot.wording.keeping import may_be_kept
from bot.wording.menu import SHOWN
from bot.wording.richtext import Action, Message
from handlers import actions, personal
from handlers.telegram import keeping
from handlers.telegram.context import Answers, Edit, Relabel, Say, Visit
from handlers.telegram.lookup import group_with, groups_named
from handlers.telegram.standing import Standing


async def groups(visit: Visit) -> Answers:
    """Answer «/volg» with the list, «/volg veiligheid» by following."""
    if not visit.text.strip():
        return (Say(_list(visit, await _choices(visit))),)
    found = groups_named(visit.programme, visit.text, visit.now)
    if found:
        return await _follow(visit, found)
    answer = _list(visit, await _choices(visit))
    return (Say(following.unknown_group(visit.text.strip()[:SHOWN], answer, visit.words)),)


async def follow_asked(visit: Visit, topics: Sequence[Topic], keys: Sequence[str]) -> Answers:
    """Follow the groups that a question in words names, or keep its one session (``keys``); else show the list.

    Nothing where that session has begun: it is answered as a question.
    """
    if found := _asked_for(visit, topics):
        return await _follow(visit, found)
    if not topics or len(keys) != 1:
        return await press_groups(visit)
    session = visit.programme.session_by_key[keys[0]]
    return await keeping.keep(visit, session) if may_be_kept(session, visit.now) else ()


async def followed_asked(visit: Visit, topics: Sequence[Topic]) -> Answers:
    """Say of the groups that a question names whether they are followed, else show the list; follow nothing."""
    found, chosen = _asked_for(visit, topics), await _choices(visit)
    if not found:
        return (Say(_list(visit, chosen)),)
    return (Say(following.whether_followed(found, visit.programme, chosen.followed, visit.words)),)


async def unfollow_asked(visit: Visit, topics: Sequence[Topic]) -> Answers:
    """Follow the groups that somebody names no more, else show the list."""
    found = _asked_for(visit, topics)
    if not found:
        return await press_groups(visit)
    if refusal := await not_allowed(visit):
        return refusal
    for group in found:
        await actions.unfollow(visit.services, visit.chat, visit.programme, group)
    return tuple(Say(following.no_longer_followed(group, visit.programme, visit.words)) for group in found)


def _asked_for(visit: Visit, topics: Sequence[Topic]) -> list[Group]:
    """Give the groups that are named; of a session, as in «volg dat», its group when it has just one."""
    slugs = list(dict.fromkeys(slug for topic in topics for slug in _groups_of(topic, visit)))
    by_name = all(topic.kind is TopicKind.GROUP for topic in topics)
    found = [visit.programme.group_by_slug[slug] for slug in slugs if slug in visit.programme.group_by_slug]
    return found if by_name or len(slugs) == 1 else []


def _groups_of(topic: Topic, visit: Visit) -> tuple[str, ...]:
    """Give the group that is named; for a session, as in «volg dat», those that hold it."""
    if topic.kind is TopicKind.GROUP:
        return (topic.key,)
    session = visit.programme.session_by_key.get(topic.key) if topic.kind is TopicKind.SESSION else None
    return session.holders() if session is not None else ()


async def follow_slug(visit: Visit, slug: str) -> Answers:
    """Follow the group of a deep link, nothing where there is no such group."""
    group = visit.programme.group_by_slug.get(slug)
    return await _follow(visit, (group,)) if group is not None else ()


async def press_groups(visit: Visit, _action: Action | None = None) -> Answers:
    """Answer the button that asks for the list."""
    return (Say(_list(visit, await _choices(visit))),)


async def press_follow(visit: Visit, action: Action) -> Answers:
    """Follow the group of a button under an answer; that button then says so."""
    group = group_with(visit.programme, action.id)
    return (Relabel(following.follow_button(group, visit.words, on=True)), *await _followed(visit, group))


async def press_unfollow(visit: Visit, action: Action) -> Answers:
    """Stop following the group of a button under an answer; that button then offers it again."""
    group = group_with(visit.programme, action.id)
    await actions.unfollow(visit.services, visit.chat, visit.programme, group)
    return (
        Relabel(following.follow_button(group, visit.words, on=False)),
        Say(following.no_longer_followed(group, visit.programme, visit.words)),
    )


async def press_follow_in_list(visit: Visit, action: Action) -> Answers:
    """Follow a group in the list, which changes in place."""
    group = group_with(visit.programme, action.id)
    return (Edit(_list(visit, await actions.follow(visit.services, visit.chat, visit.programme, group))),)


async def press_unfollow_in_list(visit: Visit, action: Action) -> Answers:
    """Stop following a group in the list, which changes in place."""
    group = group_with(visit.programme, action.id)
    return (Edit(_list(visit, await actions.unfollow(visit.services, visit.chat, visit.programme, group))),)


async def stop(visit: Visit) -> Answers:
    """Answer «/stop»: a group follows nothing any more; alone one is told what there is to stop."""
    if visit.chat.kind is not ChatKind.GROUP:
        return (Say(private.stopping(visit.words)),)
    if refusal := await not_allowed(visit):
        return refusal
    await personal.forget(visit.services, visit.chat)
    return (Say(private.group_stopped(visit.words)),)


async def not_allowed(visit: Visit) -> Answers:
    """Say why whoever wrote may not choose for this chat; nothing where they may."""
    standing = await visit.standing()
    return () if standing is Standing.MAY else (Say(private.not_allowed(standing, visit.words)),)


async def _follow(visit: Visit, found: Sequence[Group]) -> Answers:
    if refusal := await not_allowed(visit):
        return refusal
    return tuple([answer for group in found for answer in await _followed(visit, group)])


async def _followed(visit: Visit, group: Group) -> Answers:
    await actions.follow(visit.services, visit.chat, visit.programme, group)
    keys = keys_followed(visit.programme, group)
    held = [s for s in visit.programme.sessions if s.key in keys and s.goes_ahead]
    coming = [s for s in held if max(s.start, s.end or s.start) > visit.now]
    said = following.followed_now(group, visit.programme, coming, visit.words, visit.chat.lead, now=visit.now)
    return (Say(said),)


async def _choices(visit: Visit) -> Choices:
    return await actions.choices(visit.services, visit.chat, visit.programme)


def _list(visit: Visit, chosen: Choices) -> Message:
    return following.group_list(visit.programme, chosen.followed, visit.words, visit.chat.lead)
