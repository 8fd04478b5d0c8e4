"""When people are there, which of two sessions they chose, and when their briefs go out."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added one by one: making the table anew, as batches do on SQLite, would take what refers to it along.
    op.add_column("chats", sa.Column("brief", sa.Integer(), nullable=True, server_default=sa.text("1140")))
    op.add_column("chats", sa.Column("morning", sa.Integer(), nullable=True))
    op.add_column("chats", sa.Column("quiet", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("attendance", sa.Column("arrives", sa.DateTime(timezone=True), nullable=True))
    op.add_column("attendance", sa.Column("leaves", sa.DateTime(timezone=True), nullable=True))
    op.add_column("attendance", sa.Column("absent", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "settled_overlaps",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("dropped_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name="fk_settled_overlaps_chat_id_chats", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name="fk_settled_overlaps_event_id_events", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["first_id"], ["sessions.id"], name="fk_settled_overlaps_first_id_sessions", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["sessions.id"], name="fk_settled_overlaps_second_id_sessions", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["dropped_id"], ["sessions.id"], name="fk_settled_overlaps_dropped_id_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "first_id", "second_id", name="pk_settled_overlaps"),
    )
    op.create_index("ix_settled_overlaps_event_id", "settled_overlaps", ["event_id"])


def downgrade() -> None:
    op.drop_table("settled_overlaps")
    for table, columns in (("attendance", ("absent", "leaves", "arrives")), ("chats", ("quiet", "morning", "brief"))):
        for column in columns:
            op.drop_column(table, column)
