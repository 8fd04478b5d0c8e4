"""What the dead process had in hand is told apart: a reminder, and news of the same session."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from reminder_days import at, day
from sqlalchemy import Connection

from benchmarks.endure.world import in_hand
from bot.outbox.model import Planned
from bot.people.model import ChatKind
from storage import chat_rows, outbox, programme
from storage.database import Database, upgrade


async def test_news_of_a_session_in_hand_is_not_its_reminder(tmp_path: Path) -> None:
    path = tmp_path / "day.db"
    upgrade(f"sqlite:///{path}")
    database = Database.open(f"sqlite:///{path}")

    def planned(kind: str, chat_id: int, event_id: int) -> Planned:
        now = at(11, 25)
        return Planned(
            key=f"{kind}:{chat_id}",
            kind=kind,
            chat_id=chat_id,
            event_id=event_id,
            starts_at=at(11, 40),
            due_at=now,
            expires_at=now + timedelta(minutes=5),
        )

    def claim(conn: Connection) -> None:
        programme.save_groups(conn, day().groups)
        programme.save(conn, day(), now=at(9))
        event_id = programme.load(conn, day().event.key).event.id
        for number, kinds in ((5001, ("reminder",)), (5002, ("notice",)), (5003, ("reminder", "notice"))):
            chat, _ = chat_rows.chat_for(
                conn, channel="stage", address=str(number), kind=ChatKind.PRIVATE, telegram_language="nl", now=at(9)
            )
            outbox.plan(conn, [planned(kind, chat.id, event_id) for kind in kinds])
        outbox.claim(conn, "stage", at(11, 26), 10, timedelta(seconds=45), datetime.now(UTC))

    try:
        await database.write(claim)
    finally:
        await database.close()
    assert in_hand(path) == (frozenset({(5001, at(11, 40)), (5003, at(11, 40))}), 2)
