"""The log: what was changed and sent, by which role, with what was and what is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.programme.changes import Change
from bot.programme.model import Programme
from bot.wording.catalogue import Words
from bot.wording.notices import sentences
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act as the log tells it; see :class:`storage.acts.Act`."""

    at: datetime
    role: str
    group: str
    what: str
    about: str
    before: str
    after: str
    revision: int


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
    group = say.programme.group_by_slug.get(entry.group)
    key = f"role-{entry.role}"
    who = say.words(key, group=group.name if group else entry.group) if say.words.has(key) else say.words("log-machine")
    local = say.programme.local(entry.at)
    what = f"log-{entry.what}"
    facts = {"about": _named(entry.about, say), "before": _role(entry.before, say), "after": _role(entry.after, say)}
    said = say.words(what, **facts) if say.words.has(what) else say.words("log-other", what=entry.what, **facts)
    said = " ".join(said.split())
    head = say("log-entry", day=f"{local.day}-{local.month}", time=say.time(entry.at), who=who, what=said)
    return [head, *(sentence for change in changes for sentence in sentences(change, say))]


def _named(about: str, say: Speech) -> str:
    """Name groups and sessions as people know them; whatever else it is about stays as it is."""
    found = []
    for key in about.split(", "):
        group, session = say.programme.group_by_slug.get(key), say.programme.session_by_key.get(key)
        found.append(group.name if group is not None else say.short(session) if session is not None else key)
    return "; ".join(found)


def _role(value: str, say: Speech) -> str:
    key = f"log-role-{value}"
    return say.words(key) if value and say.words.has(key) else value
