"""What is overtaken and what is planned for it, and that any series of changes ends well."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reminder_days import at, day, following

from bot.ical import invites as by_mail
from bot.ical.invites import Box, invites, planned, session_in
from bot.ical.ledger import Entry, Ledger, Overtaken, entry_of, overtaken, updates
from bot.outbox.model import OutboxRow, OutboxState, Planned
from bot.programme.changes import Change
from bot.programme.model import Programme, Session, State, Status

NOW = at(9)
DAY = day()
SAFE = DAY.session_by_key["veiligheid"]


def changed(session: Session, **facts: Any) -> Session:
    """Give the session after a change, its number as storage would make it."""
    after = replace(session, **facts)
    return replace(after, sequence=session.sequence + int(Change(session, after).moves_calendar))


def with_(*sessions: Session, **event: Any) -> Programme:
    """Give the day with these sessions in the place of those with the same key."""
    other = {s.key: s for s in sessions}
    kept = tuple(other.get(s.key, s) for s in DAY.sessions)
    return replace(DAY, sessions=kept, event=replace(DAY.event, **event))


def without(key: str) -> Programme:
    return replace(DAY, sessions=tuple(s for s in DAY.sessions if s.key != key))


MOVED = changed(SAFE, room="zaal-3")


@pytest.mark.parametrize(
    ("now", "session", "late"),
    [
        (NOW, SAFE, False),
        (NOW, MOVED, True),
        (NOW, changed(MOVED, room="zaal-5"), False),
        (NOW, changed(SAFE, status=Status.CANCELLED), True),
        (NOW, changed(SAFE, status=Status.PROVISIONAL), True),
        (NOW, changed(SAFE, end=None), True),
        (NOW, changed(SAFE, online=True), True),
        (NOW, replace(SAFE, revision=9, printed="anders"), False),
        (at(12, 39), MOVED, True),
        (at(12, 40), MOVED, False),
        (at(12, 50), changed(SAFE, end=at(13)), True),
        (at(12, 50), changed(SAFE, start=at(9), end=at(10)), False),
    ],
)
def test_what_is_overtaken(now: datetime, session: Session, *, late: bool) -> None:
    found = overtaken(with_(session), Ledger((entry_of(SAFE),)), now=now)
    assert found == ((Overtaken(entry_of(SAFE), session),) if late else ())


def test_unsure_counts_what_was_moved_back() -> None:
    back = changed(MOVED, room="zaal-5")
    ledger = Ledger((entry_of(SAFE),))
    assert overtaken(with_(back), ledger, now=NOW, unsure=True) == (Overtaken(entry_of(SAFE), back),)
    assert overtaken(with_(SAFE), ledger, now=NOW, unsure=True) == ()


def test_what_left_the_programme_does_not_go_ahead() -> None:
    gone = replace(SAFE, sequence=1)
    found = overtaken(without("veiligheid"), Ledger((entry_of(SAFE),), (gone,)), now=NOW)
    assert found == (Overtaken(entry_of(SAFE), replace(gone, status=Status.CANCELLED)),)


def test_a_cancelled_session_that_is_moved_is_no_news() -> None:
    off = changed(SAFE, status=Status.CANCELLED)
    assert overtaken(with_(changed(off, start=at(13))), Ledger((entry_of(off),)), now=NOW) == ()


def row(plan: Planned, state: OutboxState = OutboxState.PLANNED) -> OutboxRow:
    return OutboxRow(id=1, state=state, **{name: getattr(plan, name) for name in Planned.__slots__})


def plans(programme: Programme, *held: Entry, now: datetime = NOW, waiting: OutboxRow | None = None) -> list[Planned]:
    return list(updates(programme, {1: held}, (), {1: waiting} if waiting else {}, now=now))


def test_a_plan_waits_for_more_and_its_key_says_for_whom_and_which_change() -> None:
    programme = with_(MOVED, revision=7)
    assert plans(programme, entry_of(SAFE)) == [
        Planned(
            key="calendar-update:1:haarlem-2023:7",
            kind="calendar-update",
            chat_id=1,
            event_id=1,
            starts_at=at(11, 40),
            due_at=at(9, 1),
            expires_at=at(12, 40),
            priority=2,
        )
    ]
    assert plans(replace(programme, event=replace(programme.event, state=State.CLOSED)), entry_of(SAFE)) == []


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (at(10, 39), at(10, 40)),
        (at(10, 40), at(10, 40)),
        (at(12, 39), at(12, 39)),
        # It ends at 15.00 now, and started more than an hour ago.
        (at(12, 41), at(12, 42)),
    ],
)
def test_within_the_hour_it_waits_for_nothing(now: datetime, due: datetime) -> None:
    (plan,) = plans(with_(changed(SAFE, end=at(15))), entry_of(SAFE), now=now)
    assert plan.due_at == due


def test_what_changes_meanwhile_goes_with_it_and_it_waits_no_longer() -> None:
    (first,) = plans(with_(MOVED, revision=7), entry_of(SAFE))
    off = changed(DAY.session_by_key["europa"], status=Status.CANCELLED)
    both = with_(MOVED, off, revision=8)
    held = (entry_of(SAFE), entry_of(DAY.session_by_key["europa"]))
    (second,) = plans(both, *held, now=at(9, 0, 50), waiting=row(first))
    assert (second.key, second.due_at, second.expires_at) == (first.key, first.due_at, at(16))
    for state in (OutboxState.SENDING, OutboxState.UNKNOWN):
        assert plans(both, *held, now=at(9, 0, 50), waiting=row(first, state)) == []


# By mail


def of(found: Sequence[by_mail.Invite]) -> list[tuple[str, str, int]]:
    return [(i.method, i.session.key, i.session.sequence) for i in found]


def lacking(programme: Programme, *held: Entry, **given: Any) -> list[tuple[str, str, int]]:
    known: dict[str, Any] = {"now": NOW}
    return of(invites(programme, following("veiligheid"), Ledger(held), **(known | given)))


OUT = replace(entry_of(SAFE), sequence=4, status=Status.CANCELLED)


@pytest.mark.parametrize(
    ("session", "held", "lacks"),
    [
        (SAFE, None, ("REQUEST", 0)),
        (SAFE, entry_of(SAFE), None),
        (MOVED, entry_of(SAFE), ("REQUEST", 1)),
        (MOVED, OUT, ("REQUEST", 5)),
        (replace(MOVED, sequence=9), OUT, ("REQUEST", 9)),
        (changed(SAFE, status=Status.CANCELLED), None, None),
        (changed(SAFE, status=Status.CANCELLED), entry_of(SAFE), ("CANCEL", 1)),
        (changed(SAFE, status=Status.CANCELLED), OUT, None),
        (changed(SAFE, status=Status.PROVISIONAL), entry_of(SAFE), ("REQUEST", 1)),
    ],
)
def test_what_a_mailbox_lacks(session: Session, held: Entry | None, lacks: tuple[str, int] | None) -> None:
    expected = [] if lacks is None else [(lacks[0], "veiligheid", lacks[1])]
    assert lacking(with_(session), *([held] if held else [])) == expected


def test_what_is_over_is_left_alone() -> None:
    assert lacking(DAY, now=at(12, 39)) == [("REQUEST", "veiligheid", 0)]
    assert lacking(DAY, now=at(12, 40)) == []


@pytest.mark.parametrize(
    ("mine", "held", "lacks"),
    [
        (True, entry_of(SAFE), [("REQUEST", "veiligheid", 1)]),
        (True, None, [("REQUEST", "veiligheid", 0)]),
        (False, None, [("CANCEL", "veiligheid", 1)]),
        (False, entry_of(SAFE), [("CANCEL", "veiligheid", 1)]),
    ],
)
def test_of_what_may_have_arrived_another_message_makes_sure(
    held: Entry | None, lacks: list[tuple[str, str, int]], *, mine: bool
) -> None:
    ledger = Ledger((held,) if held else ())
    found = invites(DAY, following(*(["veiligheid"] if mine else [])), ledger, now=NOW, unsure=SAFE.id)
    assert of(found) == lacks


def test_a_plan_by_mail_is_one_session_each() -> None:
    box = Box(7, following("veiligheid", "europa"))
    first, second = planned(DAY, [box], (), {}, now=NOW)
    assert [(p.key, p.due_at, session_in(p.key)) for p in (first, second)] == [
        (f"invite:7:{SAFE.id}:0", at(9, 1), SAFE.id),
        (f"invite:7:{DAY.session_by_key['europa'].id}:0", at(9, 1), DAY.session_by_key["europa"].id),
    ]
    waiting = {(7, SAFE.id): row(first, OutboxState.SENDING)}
    assert list(planned(DAY, [box], (), waiting, now=at(9, 1))) == [replace(second, due_at=at(9, 2))]
    draft = replace(DAY, event=replace(DAY.event, state=State.DRAFT))
    assert list(planned(draft, [box], (), {}, now=NOW)) == []


# Any series of changes


@dataclass
class Client:
    """A calendar program: it takes what has a higher number than what it has, and keeps count of the rest."""

    entries: dict[int, Entry] = field(default_factory=dict)
    not_newer: int = 0

    def take(self, entry: Entry) -> None:
        known = self.entries.get(entry.session_id)
        if known is not None and known.sequence >= entry.sequence:
            self.not_newer += 1
        else:
            self.entries[entry.session_id] = entry

    def says(self, session: Session) -> bool:
        return self.entries[session.id].says(session)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("veiligheid", "europa")),
        st.sampled_from(
            ("later", "back", "room", "home", "cancel", "confirm", "leave", "return", "drop", "keep", "tell")
        ),
    ),
    max_size=40,
)


def moved(session: Session, step: str, first: Session) -> Session:
    facts: dict[str, dict[str, Any]] = {
        "later": {"start": first.start + timedelta(minutes=10)},
        "back": {"start": first.start},
        "room": {"room": "zaal-2"},
        "home": {"room": first.room},
        "cancel": {"status": Status.CANCELLED},
        "confirm": {"status": Status.CONFIRMED},
    }
    return changed(session, **facts.get(step, {}))


@dataclass
class Series:
    """A day to which things happen, and those who have it in a calendar: as a file and by mail."""

    now: dict[str, Session]
    gone: set[str] = field(default_factory=set)
    chosen: set[str] = field(default_factory=lambda: {"veiligheid", "europa"})
    held: dict[int, Entry] = field(default_factory=dict)
    boxed: dict[int, Entry] = field(default_factory=dict)
    file: Client = field(default_factory=Client)
    mail: Client = field(default_factory=Client)

    def programme(self) -> Programme:
        present = with_(*self.now.values())
        return replace(present, sessions=tuple(s for s in present.sessions if s.key not in self.gone))

    def do(self, key: str, step: str) -> None:
        session = self.now[key]
        if step in {"leave", "return"}:
            if (key in self.gone) != (step == "leave"):
                self.now[key] = replace(session, sequence=session.sequence + 1)
                self.gone ^= {key}
        elif step in {"drop", "keep"}:
            self.chosen = self.chosen - {key} if step == "drop" else self.chosen | {key}
        elif key not in self.gone:
            self.now[key] = moved(session, step, DAY.session_by_key[key])
        if step == "tell":
            self.tell()

    def tell(self) -> None:
        """Let everything arrive that is due."""
        left = tuple(self.now[key] for key in self.gone)
        for one in overtaken(self.programme(), Ledger(tuple(self.held.values()), left), now=NOW):
            entry = entry_of(one.session)
            self.file.take(entry)
            self.held[entry.session_id] = entry
        choices = following(*self.chosen)
        for invite in invites(self.programme(), choices, Ledger(tuple(self.boxed.values()), left), now=NOW):
            self.mail.take(invite.entry)
            self.boxed[invite.entry.session_id] = invite.entry


@given(STEPS)
@settings(max_examples=300, deadline=None)
def test_after_any_series_everybody_has_the_newest_and_nobody_anything_twice(steps: list[tuple[str, str]]) -> None:
    series = Series({key: DAY.session_by_key[key] for key in ("veiligheid", "europa")})
    for session in series.now.values():
        series.held[session.id] = entry_of(session)
        series.file.take(entry_of(session))
    for key, step in steps:
        series.do(key, step)
    series.tell()
    before = (dict(series.file.entries), dict(series.mail.entries))
    series.tell()
    assert (series.file.entries, series.mail.entries) == before
    assert (series.file.not_newer, series.mail.not_newer) == (0, 0)
    for key, session in series.now.items():
        shown = replace(session, status=Status.CANCELLED) if key in series.gone else session
        assert series.file.says(shown)
        mine = key in series.chosen and shown.goes_ahead
        known = series.mail.entries.get(session.id)
        assert (known is not None and known.status is not Status.CANCELLED) == mine
        assert not mine or series.mail.says(shown)
