"""A message to many outlives its author, who may be forgotten; and it can be without a sound."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

AUTHOR = "fk_broadcasts_chat_id_chats"


def upgrade() -> None:
    with op.batch_alter_table("broadcasts", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.add_column(sa.Column("channel", sa.String(), nullable=True))
        table.add_column(sa.Column("silent", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.alter_column("chat_id", existing_type=sa.Integer(), nullable=True)
        table.drop_constraint(AUTHOR, type_="foreignkey")
        table.create_foreign_key(AUTHOR, "chats", ["chat_id"], ["id"], ondelete="SET NULL")
    op.execute("UPDATE broadcasts SET channel = (SELECT channel FROM chats WHERE chats.id = broadcasts.chat_id)")
    with op.batch_alter_table("broadcasts", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("channel", existing_type=sa.String(), nullable=False)


def downgrade() -> None:
    # Without an author there was no message before.
    op.execute("DELETE FROM broadcasts WHERE chat_id IS NULL")
    with op.batch_alter_table("broadcasts", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_constraint(AUTHOR, type_="foreignkey")
        table.create_foreign_key(AUTHOR, "chats", ["chat_id"], ["id"], ondelete="CASCADE")
        table.alter_column("chat_id", existing_type=sa.Integer(), nullable=False)
        table.drop_column("silent")
        table.drop_column("channel")
