"""Who came in somebody's place, and goes again when that person comes after all."""

from collections.abc import Sequence
from dataclasses import replace

from bot.changing.edit import Edit, EditKind
from bot.programme.changes import Change
from bot.programme.model import Programme, Session


def with_stand_ins(edits: Sequence[Edit], programme: Programme, made: Sequence[Change]) -> tuple[Edit, ...]:
    """Add to the edits by which somebody comes after all who goes then; ``made`` are all changes, oldest first.

    Who had a part in the session before stays, and so does everybody where two came for one or one for two.
    """
    return tuple(one for edit in edits for one in _with_stand_in(edit, programme, made))


def _with_stand_in(edit: Edit, programme: Programme, made: Sequence[Change]) -> list[Edit]:
    if edit.kind is not EditKind.COMES:
        return [edit]
    by_name: dict[str, list[str]] = {}
    for key in edit.keys:
        session = programme.session_by_key.get(key)
        by_name.setdefault(_stand_in(session, edit.name, made) if session else "", []).append(key)
    return [replace(edit, keys=tuple(keys), instead=name) for name, keys in by_name.items()]


def _stand_in(session: Session, name: str, made: Sequence[Change]) -> str:
    """Give who came into a session by the change in which somebody was marked as absent, and is still there."""
    if name not in _names(session, absent=True):
        return ""
    for change in reversed(made):
        before, after = change.before, change.after
        if change.key != session.key or before is None or after is None:
            continue
        out = _names(after, absent=True) - _names(before, absent=True)
        if name in out:
            new = _names(after, absent=False) - {p.name for p in before.speakers}
            found = next(iter(new)) if len(new) == len(out) == 1 else ""
            return found if found in _names(session, absent=False) else ""
    return ""


def _names(session: Session, *, absent: bool) -> set[str]:
    return {p.name for p in session.speakers if p.name is not None and p.absent is absent}
