"""What the author of a message to many sees before it goes out: whom it reaches, and the ways on."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.broadcasting.model import Audience, Broadcast, Content, Reach, Standing, Tally
from bot.programme.model import Programme
from bot.reminders.spread import PER_SECOND
from bot.wording.broadcasts import button, excerpt, moment_in_words
from bot.wording.catalogue import Words
from bot.wording.names import joined
from bot.wording.richtext import Action, Button, Message, Verb, message

AUDIENCES: Final = (Audience.UNCHOSEN, Audience.GROUPS, Audience.PROGRAMME, Audience.ALL)
"""What the numbers in buttons stand for."""
MORNING: Final = 7
NIGHT: Final = 22
"""Hours between which people do not mind a message."""
OPEN_END: Final = timedelta(hours=2)
"""How long what has no end, such as drinks, may go on."""
_GROUP_BITS: Final = 32


def packed(edition: int, audience: Audience, group_id: int = 0) -> int:
    """Put edition, audience and group (0: all of one's own) in the one number that a button carries."""
    return (edition * len(AUDIENCES) + AUDIENCES.index(audience)) << _GROUP_BITS | group_id


def unpacked(number: int) -> tuple[int, Audience, int]:
    """Take apart what :func:`packed` put together."""
    edition, audience = divmod(number >> _GROUP_BITS, len(AUDIENCES))
    return edition, AUDIENCES[audience], number & ((1 << _GROUP_BITS) - 1)


def summary(
    draft: Broadcast,
    reach: Reach,
    programme: Programme,
    words: Words,
    *,
    audiences: Sequence[Audience],
    groups: Sequence[int],
) -> Message:
    """Say to whom a draft goes, how many that is and how long it takes; with the ways on."""
    lines = [words("broadcast-preview"), _to(draft, programme, words)]
    rows: list[tuple[Button, ...]] = []
    if draft.audience is not Audience.UNCHOSEN:
        lines.append(_reach(reach, words))
        if draft.due_at is not None:
            lines.append(words("broadcast-planned-for", moment=moment_in_words(draft.due_at, programme, words)))
            lines += _at_an_odd_time(draft.due_at, programme, words)
        lines += [_sound(draft, words)] if reach.total else []
        rows = _ways(draft, programme, words) if reach.total else []
    rows += _audience_buttons(draft, programme, words, audiences=audiences, groups=groups)
    test = (button("test", Verb.BROADCAST_TEST, words, draft),) if draft.audience is not Audience.UNCHOSEN else ()
    return message(*lines).with_buttons(
        *rows,
        test,
        (button("text", Verb.BROADCAST_TEXT, words, draft), button("leave", Verb.BROADCAST_LEAVE, words, draft)),
    )


def which_group(draft: Broadcast, groups: Sequence[int], programme: Programme, words: Words) -> Message:
    """Ask to the followers of which group it goes, or who has a session of which in their programme."""
    audience = Audience.PROGRAMME if draft.audience is Audience.PROGRAMME else Audience.GROUPS
    named = [programme.group_by_id[i] for i in groups if i in programme.group_by_id]
    buttons = [_to_button(g.name, draft, audience, g.id) for g in named]
    rows = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    return message(words(f"broadcast-which-group-{audience.value}")).with_buttons(*rows)


def summary_of_correction(draft: Broadcast, old: Broadcast, tally: Tally, words: Words) -> Message:
    """Say whom a correction reaches, and offer both ways: in its place, and as a new message besides."""
    lines = [words("broadcast-correction"), words("broadcast-correction-of", excerpt=excerpt(old.content, words))]
    stopped = old.standing is Standing.STOPPED
    lines.append(words(f"broadcast-correction-reach{'-stopped' if stopped else ''}", count=tally.messages.arrived))
    last = (button("text", Verb.BROADCAST_TEXT, words, draft), button("leave", Verb.BROADCAST_LEAVE, words, draft))
    if stopped and not tally.messages.may_be_there:
        return message(*lines).with_buttons(last)
    if draft.content.media:
        lines.append(words(f"broadcast-correction-{_file_becomes(old.content, draft.content)}"))
    lines.append(words("broadcast-correction-how"))
    return message(*lines).with_buttons(
        (button("replace", Verb.BROADCAST_REPLACE, words, draft),),
        (button("anew", Verb.BROADCAST_ANEW, words, draft),),
        last,
    )


def scheduled(draft: Broadcast, programme: Programme, words: Words, *, reach: Reach | None = None) -> Message:
    """Say that it stands ready, and offer to take it back; ``reach`` is whom it would reach now."""
    moment = moment_in_words(draft.due_at or draft.made_at, programme, words)
    return message(
        words("broadcast-scheduled", moment=moment, excerpt=excerpt(draft.content, words)),
        _to(draft, programme, words),
        *([] if reach is None else [_reach(reach, words)]),
        _sound(draft, words),
    ).with_buttons((button("leave-scheduled", Verb.BROADCAST_LEAVE, words, draft),))


def _ways(draft: Broadcast, programme: Programme, words: Words) -> list[tuple[Button, ...]]:
    send = (button("send", Verb.BROADCAST_SEND, words, draft),)
    silent = (button("loud" if draft.silent else "silent", Verb.BROADCAST_SILENT, words, draft),)
    if draft.due_at is None:
        return [send, (button("time", Verb.BROADCAST_TIME, words, draft),), silent]
    label = words("broadcast-button-ready", moment=moment_in_words(draft.due_at, programme, words))
    ready = (Button(label, Action(Verb.BROADCAST_READY, draft.id, draft.edition)),)
    return [ready, (button("other-time", Verb.BROADCAST_TIME, words, draft),), silent, send]


def _sound(draft: Broadcast, words: Words) -> str:
    return words("broadcast-silent" if draft.silent else "broadcast-loud")


def _audience_buttons(
    draft: Broadcast, programme: Programme, words: Words, *, audiences: Sequence[Audience], groups: Sequence[int]
) -> list[tuple[Button, ...]]:
    """Offer the audiences that are not chosen, and a single one of several groups."""
    rows: list[tuple[Button, ...]] = []
    all_groups = set(draft.group_ids) == set(groups)
    of_groups = Audience.ALL not in audiences
    for audience in audiences:
        chosen = audience is draft.audience and (audience is Audience.ALL or all_groups)
        if not chosen and groups:
            one = programme.group_by_id.get(groups[0]) if len(groups) == 1 else None
            ending = "-group" if one and audience is not Audience.ALL else "-own" if of_groups else ""
            label = words(f"broadcast-button-to-{audience.value}{ending}", group="" if one is None else one.name)
            rows.append((_to_button(label, draft, audience),))
    if len(groups) > 1:
        rows.append((button("one-group", Verb.BROADCAST_GROUPS, words, draft),))
    return rows


def _to_button(label: str, draft: Broadcast, audience: Audience, group_id: int = 0) -> Button:
    return Button(label, Action(Verb.BROADCAST_TO, draft.id, packed(draft.edition, audience, group_id)))


def _to(draft: Broadcast, programme: Programme, words: Words) -> str:
    if draft.audience in {Audience.ALL, Audience.UNCHOSEN}:
        return words(f"broadcast-to-{draft.audience.value or 'nobody'}")
    network = [g.id for g in programme.groups if g.successor is None]
    if set(network) <= set(draft.group_ids):
        return words(f"broadcast-to-{draft.audience.value}-any")
    names = [programme.group_by_id[i].name for i in draft.group_ids if i in programme.group_by_id]
    return words(f"broadcast-to-{draft.audience.value}", groups=joined(names, words, by="name-or"))


def _reach(reach: Reach, words: Words) -> str:
    if not reach.total:
        return words("broadcast-reach-nobody")
    people = words("broadcast-people", count=reach.people)
    who = words("broadcast-people-and-groups", people=people, count=reach.groups) if reach.groups else people
    seconds = -(-reach.total // PER_SECOND)
    minute = 60
    length = (
        words("broadcast-seconds", count=seconds)
        if seconds <= 2 * minute
        else words("broadcast-minutes", count=-(-seconds // minute))
    )
    return words("broadcast-reach", who=who, length=length)


def _at_an_odd_time(moment: datetime, programme: Programme, words: Words) -> list[str]:
    """Say that people sleep at a moment, or that the day is over then."""
    if not MORNING <= programme.local(moment).hour < NIGHT:
        return [words("broadcast-at-night")]
    over = max((s.end or s.start + OPEN_END for s in programme.sessions), default=moment)
    return [words("broadcast-after-day")] if moment > over else []


def _file_becomes(old: Content, new: Content) -> str:
    if not old.media:
        return "file-added"
    return "file-stays" if (old.media, old.file_id) == (new.media, new.file_id) else "file-replaced"
