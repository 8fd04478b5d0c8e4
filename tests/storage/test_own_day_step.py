"""The step that brought own days: what was kept before it stays, and has the defaults."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from storage import migrations
from storage.database import engine_for, normalise_url, upgrade

CHAT = (
    "INSERT INTO chats (id, channel, address, kind, lead, active, first_seen, last_seen)"
    " VALUES (1, 'telegram', '7', 'private', 10, true, '2023-02-01 09:00:00', '2023-02-01 09:00:00')"
)
GROUP = (
    "INSERT INTO groups (id, slug, position, name, kind, english, aliases, abbreviations, former_names)"
    " VALUES (1, 'veiligheid', 1, 'Veiligheid', 'themagroep', '', '[]', '[]', '[]')"
)
FOLLOW = "INSERT INTO follows (chat_id, group_id, since) VALUES (1, 1, '2023-02-01 09:00:00')"


def test_who_followed_before_still_does_and_gets_the_brief(empty_url: str) -> None:
    engine = engine_for(normalise_url(empty_url), "upgrade")
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        for statement in (CHAT, GROUP, FOLLOW):
            connection.execute(sa.text(statement))
    upgrade(empty_url)
    with engine.connect() as connection:
        chat = connection.execute(sa.text("SELECT lead, brief, morning, quiet FROM chats")).one()
        follows = connection.execute(sa.text("SELECT chat_id, group_id FROM follows")).all()
    engine.dispose()
    assert (tuple(chat), follows) == ((10, 1140, None, False), [(1, 1)])
