"""The words of answers about the course of the day: how far a meeting is, and whether one can be at both."""

from datetime import timedelta
from typing import Final

from bot.questions import facts
from bot.wording.richtext import Message, message
from bot.wording.speech import Speech


def progress(answer: facts.Progress, say: Speech) -> Message:
    """Tell how far a session is, and how many minutes are left when they are few."""
    session, moment = answer.session, answer.moment
    values: dict[str, str | int] = {"session": say.the(session), "place": say.tail(session)}
    if moment < session.start:
        minutes = _minutes(session.start - moment)
        key = "answer-progress-soon" if minutes < _FEW else "answer-progress-before"
        line = say.both(key, session, minutes=minutes, **values)
    elif session.end is None or moment < session.end:
        minutes = _minutes((session.end or moment) - moment)
        line = say.both("answer-progress-on", session, minutes=minutes, **values)
    else:
        line = say("answer-progress-over", session=say.the(session), end=say.time(session.end))
    derived = [] if session.end_stated or session.end is None else [say("answer-end-derived")]
    return message(line, *derived, *say.notes([session])).with_buttons(*say.session_buttons([session]))


def together(answer: facts.Together, say: Speech) -> Message:
    """Tell whether one can be at all of several sessions, and when and where each of them is."""
    if answer.clash:
        start, end = (say.time(moment) for moment in answer.clash)
        head = say("answer-both-clash", start=start, end=end)
    else:
        head = say("answer-both-apart")
    rest = [*say.lines(answer.sessions), *say.notes(answer.sessions)]
    return message(head, *rest).with_buttons(*say.session_buttons(answer.sessions))


_FEW: Final = 60
"""Minutes before a beginning that are told as minutes."""


def _minutes(left: timedelta) -> int:
    return -(int(-left.total_seconds()) // 60)
