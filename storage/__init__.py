"""The memory: tables, and functions on a connection."""
