"""«/logboek»: what was changed and sent at this day, and in which role."""

from collections import defaultdict
from dataclasses import asdict
from typing import Final

from sqlalchemy import Connection

from bot.people.access import groups_of, sees_all, sessions_of
from bot.programme.changes import Change
from bot.wording import log as wording
from bot.wording.richtext import Action
from handlers.telegram.context import Answers, Say, Visit
from storage import acts, notices

PAGE: Final = 8
"""Acts on one page; each may tell of several sessions."""


async def log(visit: Visit) -> Answers:
    """Answer «/logboek»; raises NotAllowed."""
    return await _page(visit, 0)


async def press_log(visit: Visit, action: Action) -> Answers:
    """Show an older page; raises NotAllowed."""
    return await _page(visit, action.id)


async def _page(visit: Visit, start: int) -> Answers:
    """Tell all of it to organisers and the desk, to a secretary what concerns their own groups and sessions."""
    grants = await visit.must(bool)
    own = None if sees_all(grants) else groups_of(grants, visit.programme)
    keys = tuple(s.key for s in sessions_of(grants, visit.programme))
    event_id = visit.programme.event.id

    def read(conn: Connection) -> tuple[tuple[acts.Act, ...], dict[int, list[Change]]]:
        found = acts.recent(conn, event_id, PAGE + 1, start=start, groups=own, keys=keys)
        wanted = {act.revision for act in found if act.revision}
        changes: dict[int, list[Change]] = defaultdict(list)
        for revision, change in notices.changes_from(conn, event_id, min(wanted)) if wanted else ():
            if revision in wanted:
                changes[revision].append(change)
        return found, changes

    found, changes = await visit.services.database.read(read)
    entries = [wording.Entry(**asdict(act), day=acts.turned_to(act)) for act in found[:PAGE]]
    older = start + PAGE if len(found) > PAGE else 0
    return (Say(wording.log(entries, changes, visit.programme, visit.words, older=older)),)
