"""The report of a day as a message and as a table, without anybody in it."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from bot.checking.competing import FEW
from bot.checking.report import MessageCount, Report, SessionCount
from bot.outbox.skip import Reason
from bot.programme.model import Programme
from bot.reminders.followers import Followers
from bot.wording.catalogue import Words
from bot.wording.following import short_name
from bot.wording.menu import event_name
from bot.wording.names import capital, clock, session_short
from bot.wording.richtext import Message, message

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with, or a spreadsheet would take it for a formula."""
_STATES: Final = frozenset({"draft", "going", "stopped", "withdrawn", "left"})
_REASONS: Final = {reason.value: reason.name.lower().replace("_", "-") for reason in Reason}
_OTHER_REASONS: Final = frozenset({"failed", "withdrawn", "unknown"})


def told(found: Report, programme: Programme, words: Words) -> Message:
    """Tell how a day went; where a number is so small that it might tell who, that is said instead."""
    lines = [
        words("report-title", event=event_name(programme, words)),
        words("report-how"),
        "",
        words("report-people"),
        words("report-there", count=_both(found.there, words)),
        words("report-chose", count=_both(found.chose, words)),
    ]
    lines += _part(words("report-groups"), _groups(found, words))
    lines += _part(words("report-sessions"), _sessions(found, programme, words))
    lines += _part(words("report-messages"), (_messages(one, words) for one in found.messages))
    lines += _part(words("report-changes"), [_changes(found, words)])
    lines += _part(words("report-broadcasts"), _broadcasts(found, words))
    lines += _part(words("report-calendars"), _calendars(found, words))
    lines += _part(words("report-missed"), _missed(found, words))
    return message(*lines)


def table(found: Report, programme: Programme, words: Words) -> str:
    """Give the same as comma-separated values: part, what, detail, number."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([words(f"report-column-{name}") for name in ("part", "what", "detail", "count")])
    writer.writerows([_harmless(cell) for cell in row] for row in _rows(found, programme, words))
    return out.getvalue()


def file_name(programme: Programme, words: Words) -> str:
    """Name the table."""
    return words("report-file", event=programme.event.key)


def handed_over(words: Words) -> Message:
    """Say what the file is."""
    return message(words("report-table"))


def few(count: int, words: Words) -> str:
    """Give a number of people or their messages, or say that they are few."""
    return words("report-few", count=str(FEW)) if count < FEW else str(count)


def _rows(found: Report, programme: Programme, words: Words) -> Iterator[tuple[str, str, str, str]]:
    people, groups = words("report-cell-people"), words("report-cell-groups")
    for part, what, count in (
        ("there", words("report-cell-there"), found.there),
        ("chose", words("report-cell-chose"), found.chose),
    ):
        yield part, what, people, few(count.people, words)
        yield part, what, groups, few(count.groups, words)
    for one in found.groups:
        yield "group", one.group.name, people, few(one.followers.people, words)
        yield "group", one.group.name, groups, few(one.followers.groups, words)
    for item in found.sessions:
        name = f"{clock(item.session.start, programme)} {session_short(item.session, words)}"
        yield "session", name, people, few(item.followers.people, words)
        yield "session", name, groups, few(item.followers.groups, words)
        yield "session", name, words("report-cell-signed-up"), few(item.signed_up, words)
    for kind in found.messages:
        yield "message", _kind(kind.kind, words), words("report-cell-sent"), few(kind.sent, words)
        for reason, count_of in kind.not_sent:
            yield "message", _kind(kind.kind, words), _reason(reason, words), few(count_of, words)
    yield "change", words("report-cell-changes"), "", str(found.changes[0])
    yield "change", words("report-cell-sessions"), "", str(found.changes[1])
    for state, number in found.broadcasts:
        yield "broadcast", _state(state, words), "", str(number)
    yield "calendar", words("report-cell-feeds"), "", few(found.feeds, words)
    for how, number in found.calendars:
        yield "calendar", words(f"report-cell-{how}"), "", few(number, words)
    for question in found.missed:
        yield "question", question.sample, question.language, str(question.count)
    yield "question", words("report-cell-more"), "", few(found.missed_more, words)


def _part(title: str, lines: Iterable[str]) -> list[str]:
    told_lines = list(lines)
    return ["", title, *told_lines] if told_lines else []


def _both(count: Followers, words: Words) -> str:
    people = words("report-people-count", count=few(count.people, words))
    if not count.groups:
        return people
    return words("report-and-groups", people=people, count=few(count.groups, words))


def _groups(found: Report, words: Words) -> Iterator[str]:
    many = [one for one in found.groups if _many(one.followers)]
    for one in many:
        yield words("report-line", what=short_name(one.group), count=_both(one.followers, words))
    if len(many) < len(found.groups):
        yield _others("report-others" if many else "report-all-groups", words)


def _sessions(found: Report, programme: Programme, words: Words) -> Iterator[str]:
    many = [one for one in found.sessions if _many(one.followers) or one.signed_up >= FEW]
    for one in many:
        yield _session(one, programme, words)
    if len(many) < len(found.sessions):
        yield _others("report-others" if many else "report-all-sessions", words)


def _many(count: Followers) -> bool:
    return max(count.people, count.groups) >= FEW


def _others(which: str, words: Words) -> str:
    """Say of all that few people follow that they are few, once; ``which`` is the key of what they are called."""
    count = words("report-people-count", count=few(0, words))
    return words("report-line", what=words(which), count=count)


def _session(one: SessionCount, programme: Programme, words: Words) -> str:
    name = words(
        "report-session", time=clock(one.session.start, programme), session=capital(session_short(one.session, words))
    )
    count = _both(one.followers, words)
    if not one.signed_up:
        return words("report-line", what=name, count=count)
    return words("report-line-signed-up", what=name, count=count, signed=few(one.signed_up, words))


def _messages(one: MessageCount, words: Words) -> str:
    sent = words("report-sent", kind=_kind(one.kind, words), count=few(one.sent, words))
    if not one.not_sent:
        return sent
    why = "; ".join(
        words("report-reason", reason=_reason(reason, words), count=few(n, words)) for reason, n in one.not_sent
    )
    return words("report-not-sent", sent=sent, reasons=why)


def _changes(found: Report, words: Words) -> str:
    times, sessions = found.changes
    return words("report-changed", times=times, sessions=sessions) if times else words("report-unchanged")


def _broadcasts(found: Report, words: Words) -> Iterator[str]:
    for state, count in found.broadcasts:
        yield words("report-line", what=_state(state, words), count=str(count))


def _calendars(found: Report, words: Words) -> Iterator[str]:
    yield words("report-line", what=capital(words("report-cell-feeds")), count=few(found.feeds, words))
    for how, count in found.calendars:
        yield words("report-line", what=capital(words(f"report-cell-{how}")), count=few(count, words))


def _missed(found: Report, words: Words) -> Iterator[str]:
    for one in found.missed:
        yield words("report-question", question=one.sample, count=str(one.count))
    if found.missed_more:
        yield words("report-more", count=few(found.missed_more, words))


def _kind(kind: str, words: Words) -> str:
    key = f"report-kind-{kind}"
    return words(key) if words.has(key) else words("report-kind-other", kind=kind)


def _reason(reason: str, words: Words) -> str:
    known = _REASONS.get(reason, reason if reason in _OTHER_REASONS else "other")
    return words(f"report-reason-{known}")


def _state(state: str, words: Words) -> str:
    return words(f"report-state-{state if state in _STATES else 'other'}")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
