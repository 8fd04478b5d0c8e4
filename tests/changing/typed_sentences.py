"""Sentences that change a day, and how what is understood of them is written in the data: short, times local."""

from typing import Any, Final

import yaml
from question_days import DATA, HAARLEM, every_day, moment

from bot.changing.edit import Edit, EditKind
from bot.changing.sentences.sentence import understood
from bot.changing.sentences.wish import Wish
from bot.programme.model import Programme

MANY: Final = 4
"""More sessions than these that follow each other in the programme are written as first..last."""


def changes() -> list[dict[str, Any]]:
    """Read the typed sentences with what they ask to change."""
    found: list[dict[str, Any]] = yaml.safe_load((DATA / "changes.yaml").read_text("utf-8"))
    return found


def no_changes() -> list[str]:
    """Read the sentences that change nothing."""
    found: list[str] = yaml.safe_load((DATA / "no_changes.yaml").read_text("utf-8"))
    return found


def wish(text: str, now: str = "9.00", *, day: str = HAARLEM, about: str = "") -> Wish | None:
    """Understand a sentence typed at a local time of a day."""
    programme = every_day()[day]
    return understood(
        text, programme, now=moment(programme, now), about=programme.session_by_key[about] if about else None
    )


def read(row: dict[str, Any]) -> Wish | None:
    """Understand a row of the data."""
    return wish(row["q"], str(row.get("now", "9.00")), day=row.get("day", HAARLEM), about=row.get("about", ""))


def written(found: Wish | None, programme: Programme) -> dict[str, Any]:
    """Write a wish as the data does."""
    if found is None:
        return {"is": "nothing"}
    result: dict[str, Any] = {}
    if found.edits:
        result["is"] = _edits(found.edits, programme)
    if found.options:
        result["one_of"] = [_edits(edits, programme) for edits in found.options]
    if found.undo:
        result["is"] = "undo"
    if found.problem:
        told = found.problem.words or (str(found.problem.minutes) if found.problem.minutes is not None else "")
        result["problem"] = f"{found.problem.kind.value} {told}".strip()
    if found.dropped:
        result["dropped"] = True
    return result


def _edits(edits: tuple[Edit, ...], programme: Programme) -> str:
    return "; ".join(_edit(edit, programme) for edit in edits)


def _edit(edit: Edit, programme: Programme) -> str:
    parts: list[str] = [edit.kind.value]
    parts += _keys(edit.keys, programme)
    if edit.room:
        parts.append(f"> {edit.room}")
    if edit.start or edit.end:
        parts.append("-".join(f"{programme.local(m):%H.%M}" if m else "" for m in (edit.start, edit.end)))
    if edit.kind is EditKind.LATER:
        parts.append(f"{edit.minutes:+d}")
    if edit.kind is EditKind.COMES:
        parts.append(f": {edit.name}")
    elif edit.name:
        parts.append(f": {edit.name} > {edit.instead or 'nobody'}")
    return " ".join(parts)


def _keys(keys: tuple[str, ...], programme: Programme) -> list[str]:
    order = [s.key for s in programme.sessions]
    places = [order.index(key) for key in keys]
    if len(keys) > MANY and places == list(range(places[0], places[0] + len(keys))):
        return [f"{keys[0]}..{keys[-1]}"]
    return list(keys)
