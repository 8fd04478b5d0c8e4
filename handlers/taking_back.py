"""Taking back what was changed: with which edits, and what is taken back already."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from bot.changing.edit import DAY_BACK, Edit, EditKind
from bot.changing.turning import is_turned, turns
from bot.errors import NothingToUndo
from bot.programme.changes import Change
from bot.programme.model import Programme, Session
from storage import acts, drafts, notices
from storage.drafts import Draft


def takes_back(draft: Draft) -> bool:
    """Say whether a draft is itself one that takes something back."""
    return all(edit.kind in {EditKind.RESTORE, EditKind.DAY_BACK} for edit in draft.edits)


def gone(conn: Connection, event_id: int) -> frozenset[int]:
    """Give the ids of the changes of an event that are taken back, and were not put back since."""
    revisions: dict[int, dict[str, Session | None]] = {}
    for revision, change in notices.changes_from(conn, event_id, 1):
        revisions.setdefault(revision, {})[change.key] = change.before
    found: frozenset[int] = frozenset()
    took: dict[int, frozenset[int]] = {}
    made = drafts.made_in(conn, event_id)
    for draft in reversed(made):
        if not takes_back(draft):
            continue
        of = next((r for r in sorted(revisions, reverse=True) if r < draft.made and _is_of(draft, revisions[r])), 0)
        # What was decided since for a day that turned goes with it.
        until = draft.made - 1 if any(e.kind is EditKind.DAY_BACK for e in draft.edits) else of
        took[draft.id] = frozenset(one.id for one in made if of and of <= one.made <= until)
        again = frozenset(id_ for taken in took[draft.id] for id_ in took.get(taken, ()))
        found = (found | took[draft.id]) - again
    return found


def _is_of(draft: Draft, before: Mapping[str, Session | None]) -> bool:
    """Say whether a draft takes back what a revision changed, in which these sessions were so before."""
    edits = [edit for edit in draft.edits if edit.kind is EditKind.RESTORE]
    return all(key in before and before[key] == edit.before for edit in edits for key in edit.keys)


def back(conn: Connection, programme: Programme, revision: int) -> tuple[Edit, ...]:
    """Give the edits that take back what a revision changed, and nothing that was changed since.

    When the whole day turned, what was decided for it since makes no sense without, and goes too.
    """
    since = notices.changes_from(conn, programme.event.id, revision)
    day = acts.day_before(conn, programme.event.id, revision)
    edits = [
        Edit(
            kind=EditKind.RESTORE,
            keys=(change.key,),
            before=change.before,
            fields=tuple(sorted(change.fields)) if day is None else (),
        )
        for made, change in since
        if made == revision and _differs(programme, change)
    ]
    if day is not None and edits:
        situation, online = day
        edits.append(Edit(kind=EditKind.DAY_BACK, situation=situation, online=online))
    return tuple(edits)


def worked_out(conn: Connection, day: Programme, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Give edits with what it takes, where the day is to go ahead after all; raises NothingToUndo."""
    return tuple(e for one in edits for e in (_turned_back(conn, day) if one == DAY_BACK else (one,)))


def _turned_back(conn: Connection, day: Programme) -> tuple[Edit, ...]:
    """Give the edits that put a day back as it was before it turned, once or more."""
    for revision, before in acts.turnings(conn, day.event.id) if is_turned(day.event) else ():
        if not turns(before):
            return back(conn, day, revision)
    raise NothingToUndo


def _differs(day: Programme, change: Change) -> bool:
    """Say whether anything that a change changed is otherwise now than before it."""
    now = day.session_by_key.get(change.key)
    if change.before is None or now is None:
        return now is not change.before
    return bool(Change(change.before, now).fields & (change.fields or Change(change.before, now).fields))
