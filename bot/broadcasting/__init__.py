"""Messages to many: what somebody with a role sends, to whom, and what became of it."""
