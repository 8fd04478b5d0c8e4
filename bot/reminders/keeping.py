"""What is written down when somebody wants one session in their own programme, or out of it."""

from bot.people.model import Choices
from bot.programme.model import Programme, Session
from bot.reminders.plan import my_sessions


def to_write(programme: Programme, choices: Choices, session: Session, *, wanted: bool) -> bool | None:
    """Say what to keep of a session: True, False (dropped), or None where the groups that are followed say the same."""
    followed = session in my_sessions(programme, Choices(followed=choices.followed))
    return None if followed is wanted else wanted
