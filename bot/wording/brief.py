"""The brief of one's own day, the evening before or on the morning itself."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.people.model import Choices
from bot.programme.model import Programme, Session
from bot.reminders.own_day import overlaps
from bot.wording.catalogue import Words
from bot.wording.menu import event_name, groups_button, mine_button, programme_button
from bot.wording.myday import absent_button, sessions_in_order, stay_lines
from bot.wording.names import clock
from bot.wording.pages import readings
from bot.wording.richtext import Message, message


def brief(
    own: Sequence[Session],
    programme: Programme,
    choices: Choices,
    words: Words,
    *,
    day: date,
    now: datetime,
    repeated: bool = False,
) -> Message:
    """Tell somebody their own sessions of a day; there is at least one."""
    head = words(f"brief-{_when(programme, day, now)}", event=event_name(programme, words))
    if repeated:
        head = words("reminder-repeated", sentence=head)
    lines = [head, *stay_lines(programme, choices.stay, words), ""]
    lines += sessions_in_order(own, programme, choices, words)
    double = [o for o in overlaps(programme, choices) if programme.local(o.sessions[0].start).date() == day]
    if double:
        times = ", ".join(dict.fromkeys(clock(o.sessions[0].start, programme) for o in double))
        lines.append(words("brief-overlap", times=times))
    lines += readings(own, programme, words)
    if programme.event.address:
        lines += ["", words("brief-address", address=programme.event.address)]
    lines.append(words("brief-settings"))
    return message(*lines).with_buttons((mine_button(words), absent_button(words)))


def offer(programme: Programme, words: Words, *, day: date, now: datetime) -> Message:
    """Offer somebody who is coming and chose nothing to follow something."""
    head = words(f"brief-{_when(programme, day, now)}", event=event_name(programme, words))
    return message(head, words("brief-offer"), words("brief-settings")).with_buttons(
        (groups_button(words), programme_button(words)), (absent_button(words),)
    )


def _when(programme: Programme, day: date, now: datetime) -> str:
    today = programme.local(now).date()
    return "today" if today == day else "tomorrow" if today + timedelta(days=1) == day else "later"
