"""One change is one transaction: killed anywhere in it, all of it is there or nothing."""

import asyncio
import os
import shutil
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from reminder_days import at, day
from sqlalchemy import Connection

from bot.changing.edit import Edit, EditKind
from bot.ical.ledger import FILE, entry_of
from bot.people.access import Role
from bot.people.model import ChatKind
from storage import chat_rows, choice_rows, drafts, handed_out, programme, roles, sign_ups
from storage.database import Database
from storage.tables import acts, changes, events, outbox
from storage.tables import drafts as draft_table

CHANGER = Path(__file__).with_name("changer.py")
ROOT = Path(__file__).parents[2]
NOW = datetime(2023, 2, 10, 10, tzinfo=UTC)


def prepare(conn: Connection) -> tuple[int, int]:
    """Keep a day, a secretary with a proposal, and somebody who follows, signed up and has a calendar file."""
    programme.save_groups(conn, day().groups)
    programme.save(conn, day(), now=NOW)
    kept = programme.load(conn, "haarlem-2023")
    safety = kept.session_by_key["veiligheid"]
    known: dict[str, Any] = {"channel": "stage", "kind": ChatKind.PRIVATE, "telegram_language": "nl", "now": NOW}
    author, _ = chat_rows.chat_for(conn, address="1", **known)
    guest, _ = chat_rows.chat_for(conn, address="2", **known)
    group = kept.group_by_slug["veiligheid"].id
    roles.grant(conn, author.id, Role.SECRETARY, group_id=group, now=NOW)
    choice_rows.follow(conn, guest.id, group, NOW)
    sign_ups.sign_up(conn, guest.id, safety.id, NOW)
    handed_out.record(conn, guest.id, [entry_of(safety)], how=FILE, now=NOW)
    edit = Edit(kind=EditKind.TIME, keys=("veiligheid",), start=at(12))
    draft = drafts.add(conn, author.id, kept.event.id, [edit], seen=kept.event.revision, now=NOW)
    return draft.id, author.id


def traces(conn: Connection) -> dict[str, Any]:
    """Give all that a change leaves behind."""
    count = {
        table.name: conn.execute(sa.select(sa.func.count()).select_from(table)).scalar() for table in (acts, changes)
    }
    kinds = dict(conn.execute(sa.select(outbox.c.kind, sa.func.count()).group_by(outbox.c.kind)).all())
    event = conn.execute(sa.select(events.c.revision, events.c.announced)).one()
    made = conn.execute(sa.select(draft_table.c.made)).scalar_one()
    start = programme.load(conn, "haarlem-2023").session_by_key["veiligheid"].start
    return {**count, "outbox": kinds, "event": tuple(event), "made": made, "start": start}


async def killed(url: str, draft: int, chat: int, number: int) -> tuple[int, str]:
    arguments = (sys.executable, str(CHANGER), url, str(draft), str(chat), str(number))
    process = await asyncio.create_subprocess_exec(
        *arguments, cwd=ROOT, env=os.environ | {"PYTHONPATH": "."}, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode().strip()


async def look(url: str) -> dict[str, Any]:
    database = Database.open(url)
    try:
        return await database.read(traces)
    finally:
        await database.close()


async def test_killed_between_any_two_steps_all_of_a_change_is_there_or_nothing(
    sqlite_template: Path, tmp_path: Path
) -> None:
    original = tmp_path / "original.db"
    shutil.copyfile(sqlite_template, original)
    database = Database.open(f"sqlite:///{original}")
    draft, chat = await database.write(prepare)
    before = await database.read(traces)
    await database.close()

    async def at_statement(number: int) -> tuple[int, str, dict[str, Any]]:
        path = tmp_path / f"{number}.db"
        shutil.copyfile(original, path)
        code, said = await killed(f"sqlite:///{path}", draft, chat, number)
        return code, said, await look(f"sqlite:///{path}")

    code, said, whole = await at_statement(0)
    assert code == 0
    assert whole == {
        "acts": 1,
        "changes": before["changes"] + 1,
        "outbox": {"notice": 1, "reminder": 1, "calendar-update": 1},
        "event": (2, 2),
        "made": 2,
        "start": at(12),
    }
    steps = int(said)
    tried = [1, *range(4, steps, max(1, steps // 9)), steps]
    for number in tried:
        code, _, left = await at_statement(number)
        assert (code, left) == (-signal.SIGKILL, before), f"killed before statement {number} of {steps}"
