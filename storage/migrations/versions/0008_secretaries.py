"""Who may change the day, what they do, and what they send to many."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("sign_ups", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("chat_id", existing_type=sa.Integer(), nullable=True)
    op.add_column("events", sa.Column("announced", sa.Integer(), nullable=False, server_default=sa.text("0")))
    # What changed before there were notices is no news.
    op.execute("UPDATE events SET announced = revision")
    op.add_column("outbox", sa.Column("silent", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("outbox", sa.Column("told", sa.Integer(), nullable=True))
    op.drop_index("ix_outbox_chat_id", "outbox")
    op.create_index("ix_outbox_chat_id_event_id_kind", "outbox", ["chat_id", "event_id", "kind"])
    op.create_table(
        "roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_roles_chat_id_chats", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_roles_group_id_groups", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_roles_event_id_events", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_roles"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_roles_chat_id", "roles", ["chat_id"])
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("secret_hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_invitations_group_id_groups", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_invitations_event_id_events", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("secret_hash", name="uq_invitations_secret_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_acts_event_id_events", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_acts"),
    )
    op.create_index("ix_acts_event_id_at", "acts", ["event_id", "at"])
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("edits", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("options", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_drafts_chat_id_chats", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_drafts_event_id_events", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_drafts_chat_id", "drafts", ["chat_id"])
    op.create_index("ix_drafts_event_id", "drafts", ["event_id"])
    op.create_table(
        "expected",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("about", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_expected_chat_id_chats", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", name="pk_expected"),
    )
    op.create_table(
        "pauses",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_pauses_event_id_events", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", name="pk_pauses"),
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("group_ids", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("html", sa.String(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_broadcasts_event_id_events", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_broadcasts_chat_id_chats", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_broadcasts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_broadcasts_event_id", "broadcasts", ["event_id"])
    op.create_index("ix_broadcasts_chat_id", "broadcasts", ["chat_id"])


def downgrade() -> None:
    for table in ("broadcasts", "pauses", "expected", "drafts", "acts", "invitations", "roles"):
        op.drop_table(table)
    op.drop_index("ix_outbox_chat_id_event_id_kind", "outbox")
    op.create_index("ix_outbox_chat_id", "outbox", ["chat_id"])
    op.drop_column("events", "announced")
    op.drop_column("outbox", "told")
    op.drop_column("outbox", "silent")
    # Who was added by hand has no chat, and there was no place for them before.
    op.execute("DELETE FROM sign_ups WHERE chat_id IS NULL")
    with op.batch_alter_table("sign_ups", table_kwargs={"sqlite_autoincrement": True}) as sign_ups:
        sign_ups.alter_column("chat_id", existing_type=sa.Integer(), nullable=False)
