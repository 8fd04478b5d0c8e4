"""What is said of a message to many once it is sent, and of all that goes out being held."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from bot.broadcasting.model import Broadcast, Count, Standing, Tally
from bot.programme.model import Programme
from bot.wording.broadcasts import excerpt, moment_in_words, speaker
from bot.wording.catalogue import Words
from bot.wording.names import clock
from bot.wording.richtext import Action, Button, Message, Verb, message

REASONS: Final = 3
"""So many reasons for failing are told."""


def sure_to_withdraw(sent: Broadcast, tally: Tally, words: Words) -> Message:
    """Ask whether it is really to be removed where it arrived."""
    lines = (words("broadcast-withdraw", count=tally.messages.arrived, excerpt=excerpt(sent.content, words)),)
    return message(*lines, words("broadcast-withdraw-limits")).with_buttons(
        (Button(words("broadcast-button-remove"), Action(Verb.BROADCAST_REMOVE, sent.id)),),
        (Button(words("broadcast-button-report"), Action(Verb.BROADCAST_REPORT, sent.id)),),
    )


def progress(sent: Broadcast, tally: Tally, programme: Programme, words: Words, *, own: bool = True) -> Message:
    """Tell how a message to many stands; while it goes out with a way to stop it, later with what can be done.

    Who reads of one that is not their ``own`` sees whose it is.

    Of one that stood ready and is left: that its author had no longer the role for it.
    """
    shown = excerpt(sent.content, words)
    if sent.standing is Standing.LEFT:
        return message(words("broadcast-no-longer-allowed", excerpt=shown))
    counts = _count_lines("message", tally.messages, words)
    whose = [] if own else [words("broadcast-from", role=speaker(sent, programme, words))]
    lines = [words(f"broadcast-is-{_phase(sent, tally)}", excerpt=shown), *whose, *counts]
    if tally.edits.total:
        lines += _count_lines("edit", tally.edits, words)
    if tally.removals.total:
        lines += _count_lines("removal", tally.removals, words)
    if tally.waiting and tally.paused_since is not None:
        lines.append(words("broadcast-paused", time=clock(tally.paused_since, programme)))
    return message(*lines).with_buttons(*_afterwards(sent, tally, words))


def paused(since: datetime, count: int, programme: Programme, words: Words) -> Message:
    """Say that nothing goes out, since when, and how much waits."""
    said = words("broadcast-all-paused", moment=moment_in_words(since, programme, words))
    lines = (said, words("broadcast-all-waiting", count=count), words("broadcast-all-answers"))
    return message(*lines).with_buttons((Button(words("broadcast-button-resume"), Action(Verb.RESUME)),))


def resumed(count: int, words: Words, *, was: bool) -> Message:
    """Say that all goes out again."""
    if not was:
        return message(words("broadcast-not-paused"))
    return message(words("broadcast-resumed"), words("broadcast-resumed-waiting", count=count))


def _phase(sent: Broadcast, tally: Tally) -> str:
    if sent.standing in {Standing.WITHDRAWN, Standing.STOPPED}:
        ended = sent.standing.value
        return f"{ended}-going" if tally.waiting else ended
    if tally.edits.total or sent.edition > 1:
        return "corrected-going" if tally.waiting else "corrected"
    return "going" if tally.waiting else "sent"


def _count_lines(what: str, count: Count, words: Words) -> list[str]:
    lines = [words(f"broadcast-{what}-arrived", count=count.arrived, total=count.total)]
    for name in ("waiting", "blocked", "unsure", "late", "withdrawn"):
        number = getattr(count, name)
        if number:
            lines.append(words(f"broadcast-{what}-{name}", count=number))
    if count.failures:
        why = "; ".join(f"{reason} ({number})" for reason, number in count.failed[:REASONS])
        lines.append(words(f"broadcast-{what}-failed", count=count.failures, why=why))
    return lines


def _afterwards(sent: Broadcast, tally: Tally, words: Words) -> Iterable[tuple[Button, ...]]:
    def button(name: str, verb: Verb) -> tuple[Button, ...]:
        return (Button(words(f"broadcast-button-{name}"), Action(verb, sent.id)),)

    if sent.standing is Standing.GOING and tally.waiting:
        yield button("stop", Verb.BROADCAST_STOP)
    yield button("report", Verb.BROADCAST_REPORT)
    nowhere = sent.standing is Standing.STOPPED and not tally.messages.may_be_there
    if sent.standing is not Standing.WITHDRAWN and not nowhere:
        yield button("correct", Verb.BROADCAST_CORRECT)
        yield button("withdraw", Verb.BROADCAST_WITHDRAW)
