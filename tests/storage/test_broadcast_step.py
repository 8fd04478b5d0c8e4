"""The step by which messages to many outlive their author: what was sent before it does too."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from storage import broadcasts, migrations, personal
from storage.database import engine_for, normalise_url, upgrade

CHAT = (
    "INSERT INTO chats (id, channel, address, kind, lead, active, first_seen, last_seen)"
    " VALUES (1, 'telegram', '7', 'private', 10, true, '2023-02-01 09:00:00', '2023-02-01 09:00:00')"
)
EVENT = (
    "INSERT INTO events (id, key, title, first_day, last_day, timezone, state, network, city, venue, address, online,"
    " situation, introduction, selection, registration, papers, people, contacts, facts, source, revision)"
    " VALUES (1, 'dag-1', '{}', '2023-02-10', '2023-02-10', 'Europe/Amsterdam', 'published', '', '', '{}', '', false,"
    " '{}', '{}', '{}', '{}', '{}', '[]', '[]', '[]', '', 1)"
)
SENT = (
    'INSERT INTO broadcasts (id, event_id, chat_id, role, "group", audience, group_ids, html, media, file_id, state,'
    " edition, made_at, sent_at) VALUES (4, 1, 1, 'secretary', 'wonen', 'groups', '[3]', 'Let op', '', '', 'going', 1,"
    " '2023-02-10 09:00:00', '2023-02-10 09:00:00')"
)


def test_what_was_sent_before_stays_and_outlives_its_author(empty_url: str) -> None:
    engine = engine_for(normalise_url(empty_url), "upgrade")
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0008")
        for statement in (CHAT, EVENT, SENT):
            connection.execute(sa.text(statement))
    upgrade(empty_url)
    with engine.begin() as connection:
        sent = broadcasts.find(connection, 4)
        personal.forget(connection, 1)
        left = broadcasts.find(connection, 4)
    engine.dispose()
    assert sent is not None
    assert left is not None
    assert (sent.channel, sent.chat_id, sent.silent, sent.content.html) == ("telegram", 1, False, "Let op")
    assert (left.channel, left.chat_id, left.content.html) == ("telegram", None, "Let op")
