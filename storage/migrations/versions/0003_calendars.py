"""What was handed out for calendars, and invitations by mail."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handed_out",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("end", sa.DateTime(timezone=True), nullable=True),
        sa.Column("room", sa.String(), nullable=True),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_handed_out_chat_id_chats", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_handed_out_session_id_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "session_id", name="pk_handed_out"),
    )
    op.create_index("ix_handed_out_session_id", "handed_out", ["session_id"])
    op.create_table(
        "mailboxes",
        sa.Column("mail_chat_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mail_chat_id"], ["chats.id"], name="fk_mailboxes_mail_chat_id_chats", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_mailboxes_chat_id_chats", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mail_chat_id", name="pk_mailboxes"),
        sa.UniqueConstraint("chat_id", name="uq_mailboxes_chat_id"),
    )
    op.create_table(
        "mail_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("mail_chat_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_mail_codes_chat_id_chats", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["mail_chat_id"], ["chats.id"], name="fk_mail_codes_mail_chat_id_chats", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_mail_codes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mail_codes_chat_id", "mail_codes", ["chat_id"])
    op.create_index("ix_mail_codes_mail_chat_id", "mail_codes", ["mail_chat_id"])


def downgrade() -> None:
    for table in ("mail_codes", "mailboxes", "handed_out"):
        op.drop_table(table)
