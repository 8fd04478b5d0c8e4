"""Changing a day: what is asked to change, what that causes, and who must know."""
