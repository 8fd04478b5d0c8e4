"""The steps by which alembic brings a database to the present tables."""

from typing import Final

HEAD: Final = "0009"
"""The revision of the last step; a database that is there already needs no alembic."""
