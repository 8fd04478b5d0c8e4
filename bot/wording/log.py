"""The log: what was changed and sent, by which role, with what was and what is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.people.access import Role
from bot.programme.changes import Change
from bot.programme.model import Programme, Text
from bot.wording.catalogue import Words
from bot.wording.notices import sentences
from bot.wording.proposals import day_as_it_is
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech

SHOWN: Final = 4
"""Sessions that one act in the log names and tells of; of more it says how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act as the log tells it; see :class:`storage.acts.Act`.

    ``day`` is the situation that it brought about, where it turned the whole day or turned it back.
    """

    at: datetime
    role: str
    group: str
    what: str
    about: str
    before: str
    after: str
    revision: int
    day: Text | None = None


def log(
    entries: Sequence[Entry],
    changes: Mapping[int, Sequence[Change]],
    programme: Programme,
    words: Words,
    *,
    older: int = 0,
) -> Message:
    """Tell the acts, newest first; ``changes`` are those of each revision. ``older`` is where the next page begins."""
    say = Speech(programme, words)
    if not entries:
        return message(say("log-empty"))
    lines = [say("log-title")]
    for entry in entries:
        lines += ["", *_told(entry, changes.get(entry.revision, ()), say)]
    rows = [(Button(say("log-button-older"), Action(Verb.LOG, older)),)] if older else []
    return message(*lines).with_buttons(*rows)


def _told(entry: Entry, changes: Sequence[Change], say: Speech) -> list[str]:
    local = say.programme.local(entry.at)
    who = _role(entry.role, entry.group, say) or say.words("log-machine")
    facts = {"day": f"{local.day}-{local.month}", "time": say.time(entry.at), "who": who}
    head = say("log-entry", **facts, what=_what(entry, say))
    if entry.day is not None:
        return [f"{head} {day_as_it_is(entry.day, say)}"]
    told = [sentence for change in changes[:SHOWN] for sentence in sentences(change, say)]
    more = len(changes) - SHOWN
    return [head, *told, *([say("change-more", count=more)] if more > 0 else [])]


def _what(entry: Entry, say: Speech) -> str:
    """Say what was done; of what concerns many sessions how many."""
    keys = entry.about.split(", ")
    if entry.day is not None:
        return say.words("log-day", count=len(keys))
    if len(keys) > SHOWN and say.words.has(f"log-{entry.what}-many"):
        return say.words(f"log-{entry.what}-many", count=len(keys))
    facts = {
        "about": _named(keys, say),
        "before": _role(entry.before, entry.about, say) or entry.before,
        "after": _role(entry.after, entry.about, say) or entry.after,
    }
    what = f"log-{entry.what}"
    said = say.words(what, **facts) if say.words.has(what) else say.words("log-other", what=entry.what, **facts)
    return " ".join(said.split())


def _named(keys: Sequence[str], say: Speech) -> str:
    """Name groups and sessions as people know them; whatever else it is about stays as it is."""
    found = []
    for key in keys:
        group, session = say.programme.group_by_slug.get(key), say.programme.session_by_key.get(key)
        found.append(group.name if group is not None else say.short(session) if session is not None else key)
    return "; ".join(found)


def _role(role: str, slug: str, say: Speech) -> str:
    """Name a role with its group; nothing for what is no role."""
    if role not in set(Role):
        return ""
    group = say.programme.group_by_slug.get(slug)
    return say.words(f"role-{role}", group=group.name if group else slug)
