"""What is kept of people and how long, as values: storage fills them in, wording and files say them."""

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any, Final

HIDDEN: Final = frozenset({("mail_codes", "code")})
"""Columns that are told to exist but not shown: a code proves who reads the mail, so the chat must not tell it."""
NOT_SHOWN: Final = "…"

Rows = tuple[dict[str, Any], ...]
Names = Mapping[str, Mapping[int, str]]
"""Names by the column that refers to them (``group_id``), and then by id."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows of one table that say something about a person; ``days`` is their term, None as long as the chat is kept.

    With ``after_event`` the days count from the last day of the event, else from the moment of the row itself.
    """

    table: str
    columns: tuple[str, ...]
    days: int | None = None
    after_event: bool = False


def as_json(
    known: Mapping[str, Rows],
    kept: Sequence[Kept],
    names: Names,
    *,
    now: datetime,
    zone: tzinfo,
    told: Callable[[Kept], tuple[str, str]],
) -> bytes:
    """Write all that is known about a chat as a file a person can read: times with their zone, names beside ids.

    ``told`` gives what a table holds and how long, in words.
    """
    found = []
    for one in kept:
        rows = [_row(one.table, row, names, zone) for row in known[one.table]]
        if rows:
            what, how_long = told(one)
            found.append({"what": what, "how_long": how_long, "table": one.table, "rows": rows})
    whole = {"made_at": _plain(now, zone), "kept": found}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def _row(table: str, row: Mapping[str, Any], names: Names, zone: tzinfo) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for column, value in row.items():
        if (table, column) in HIDDEN:
            shown[column] = NOT_SHOWN if value else value
            continue
        # What Telegram sent is kept as the text of a JSON value.
        is_json = (table, column) == ("inbox", "data")
        shown[column] = json.loads(value) if is_json else _plain(value, zone)
        name = names.get(column, {}).get(value) if isinstance(value, int) else None
        if name is not None:
            shown[column.removesuffix("_id")] = name
    return shown


def _plain(value: Any, zone: tzinfo) -> Any:
    match value:
        case datetime():
            return value.astimezone(zone).isoformat()
        case date():
            return value.isoformat()
        case dict():
            return {str(key): _plain(one, zone) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(one, zone) for one in value]
        case bytes():
            return f"{len(value)} bytes"
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return _plain(dataclasses.asdict(value), zone)
        case None | bool() | int() | float():
            return value
        case _:
            return str(value)
