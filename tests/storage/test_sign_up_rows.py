from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from bot.outbox.model import OutboxRow, OutboxState
from bot.people.model import Chat, ChatKind
from bot.people.signing import IN_IBABS, Document, Handout
from bot.programme.model import Programme
from storage import chat_rows, choice_rows, outbox, personal, programme, sign_ups

NOW = datetime(2023, 2, 9, 9, tzinfo=UTC)
LINK = "https://meet.example.org/geheim"
Transaction = Callable[[], AbstractContextManager[Connection]]


def another(conn: Connection, address: str = "2002", channel: str = "telegram") -> Chat:
    found, _ = chat_rows.chat_for(
        conn, channel=channel, address=address, kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW
    )
    return found


def claimed(conn: Connection) -> tuple[OutboxRow, ...]:
    return outbox.claim(conn, "telegram", NOW, 10, timedelta(seconds=30), NOW)


def test_signing_up_twice_is_signing_up_once(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    session = saved.sessions[0]
    with transaction() as conn:
        made, new = sign_ups.sign_up(conn, chat.id, session.id, NOW)
        sign_ups.give(conn, made.id, name="Ans", city="Assen")
        again, anew = sign_ups.sign_up(conn, chat.id, session.id, NOW + timedelta(hours=1))
        assert (new, anew) == (True, False)
        assert again == replace(made, name="Ans", city="Assen")
        assert sign_ups.of_event(conn, saved.event.id) == (again,)
        assert choice_rows.choices(conn, chat.id, saved.event.id).kept == {session.id}
        assert sign_ups.sign_off(conn, chat.id, session.id)
        assert not sign_ups.sign_off(conn, chat.id, session.id)
        assert sign_ups.of_event(conn, saved.event.id) == ()
        assert choice_rows.choices(conn, chat.id, saved.event.id).kept == frozenset()


def test_one_thing_is_asked_at_a_time_and_not_for_ever(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    with transaction() as conn:
        first, _ = sign_ups.sign_up(conn, chat.id, saved.sessions[0].id, NOW)
        second, _ = sign_ups.sign_up(conn, chat.id, saved.sessions[1].id, NOW)
        assert sign_ups.asked(conn, chat.id, since=NOW - timedelta(minutes=1)) is None
        sign_ups.ask(conn, first.id, chat.id, sign_ups.Wanted.NAME, NOW)
        sign_ups.ask(conn, second.id, chat.id, sign_ups.Wanted.CITY, NOW)
        assert sign_ups.asked(conn, chat.id, since=NOW - timedelta(minutes=1)) == sign_ups.Asked(
            second, sign_ups.Wanted.CITY
        )
        assert sign_ups.asked(conn, chat.id, since=NOW) is None
        assert sign_ups.asked(conn, another(conn).id, since=NOW - timedelta(minutes=1)) is None
        sign_ups.give(conn, second.id, city="Assen")
        assert sign_ups.asked(conn, chat.id, since=NOW - timedelta(minutes=1)) is None


def test_the_link_goes_to_those_who_signed_up_and_nobody_else(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    session, other = saved.sessions[:2]
    with transaction() as conn:
        late, stranger = another(conn), another(conn, "3003")
        mine, _ = sign_ups.sign_up(conn, chat.id, session.id, NOW)
        sign_ups.sign_up(conn, stranger.id, other.id, NOW)
        assert sign_ups.set_link(conn, session.id, LINK, NOW) == 1
        assert sign_ups.set_link(conn, session.id, LINK, NOW) is None
        (row,) = claimed(conn)
        assert (row.chat_id, row.key) == (chat.id, f"session-link:{mine.id}:link-1")
        assert sign_ups.handout(conn, row) == Handout(session.id, link=LINK)
        assert sign_ups.handout(conn, replace(row, chat_id=stranger.id)) is None
        outbox.sent(conn, row.id, 7, NOW)
        sign_ups.sign_up(conn, late.id, session.id, NOW)
        (row,) = claimed(conn)
        assert row.chat_id == late.id
        assert sign_ups.links_of(conn, late.id, saved.event.id) == {session.id: LINK}
        assert sign_ups.links_of(conn, stranger.id, saved.event.id) == {}


def test_a_link_that_changed_goes_again_and_the_old_one_no_more(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    session = saved.sessions[0]
    with transaction() as conn:
        late = another(conn)
        for one in (chat, late):
            sign_ups.sign_up(conn, one.id, session.id, NOW)
        sign_ups.set_link(conn, session.id, LINK, NOW)
        first, second = claimed(conn)
        outbox.sent(conn, first.id, 7, NOW)
        outbox.retry(conn, second.id, NOW)
        assert sign_ups.set_link(conn, session.id, LINK + "-2", NOW) == 2
        rows = claimed(conn)
        handed = {row.key: sign_ups.handout(conn, row) for row in rows}
    again = Handout(session.id, link=LINK + "-2", changed=True)
    assert [handed[key] for key in sorted(handed)] == [again, None, replace(again, changed=False)]


def test_who_signs_off_gets_no_more_and_who_comes_back_gets_all(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    session = saved.sessions[0]
    with transaction() as conn:
        sign_ups.sign_up(conn, chat.id, session.id, NOW)
        sign_ups.set_link(conn, session.id, LINK, NOW)
        sign_ups.sign_off(conn, chat.id, session.id)
        (row,) = claimed(conn)
        assert sign_ups.handout(conn, row) is None
        outbox.skip(conn, row.id, "signed off")
        sign_ups.sign_up(conn, chat.id, session.id, NOW)
        (row,) = claimed(conn)
        assert sign_ups.handout(conn, row) == Handout(session.id, link=LINK)


def test_a_document_goes_once_and_its_next_version_too(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    session = saved.sessions[0]
    paper = Document("agenda.pdf", b"%PDF\x00\xff")
    with transaction() as conn:
        sign_ups.sign_up(conn, chat.id, session.id, NOW)
        assert sign_ups.add_document(conn, session.id, paper, NOW) == 1
        assert sign_ups.add_document(conn, session.id, paper, NOW) is None
        (row,) = claimed(conn)
        assert sign_ups.handout(conn, row) == Handout(session.id, document=paper)
        newer = replace(paper, content=b"%PDF 2")
        sign_ups.add_document(conn, session.id, newer, NOW)
        assert sign_ups.handout(conn, row) is None
        (row,) = claimed(conn)
        assert sign_ups.handout(conn, row) == Handout(session.id, document=newer)


def test_what_should_be_planned_and_is_not(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    session = saved.sessions[0]
    with transaction() as conn:
        sign_ups.sign_up(conn, chat.id, session.id, NOW)
        sign_ups.set_link(conn, session.id, LINK, NOW)
        assert sign_ups.missing(conn, "telegram", NOW) == ()
        moved = replace(session, start=session.start + timedelta(hours=1), end=session.start + timedelta(hours=2))
        programme.save(conn, replace(saved, sessions=(moved, *saved.sessions[1:])), now=NOW)
        assert sign_ups.missing(conn, "stage", NOW) == ()
        (row,) = sign_ups.missing(conn, "telegram", NOW)
        assert (row.starts_at, row.expires_at) == (moved.start, moved.end)
        outbox.plan(conn, [row])
        assert sign_ups.missing(conn, "telegram", NOW) == ()
        (claim,) = claimed(conn)
        outbox.skip(conn, claim.id, "event not published")
        assert sign_ups.missing(conn, "telegram", NOW) == (row,)
        assert sign_ups.missing(conn, "telegram", row.expires_at) == ()
        outbox.sent(conn, claim.id, 7, NOW)
        assert sign_ups.missing(conn, "telegram", NOW) == ()
        assert outbox.counts(conn, saved.event.id) == {OutboxState.SENT: 1}


def test_a_link_that_was_refused_goes_again_to_who_comes_back(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    session = saved.sessions[0]
    with transaction() as conn:
        sign_ups.sign_up(conn, chat.id, session.id, NOW)
        sign_ups.set_link(conn, session.id, LINK, NOW)
        (row,) = claimed(conn)
        chat_rows.set_active(conn, chat.id, active=False)
        outbox.fail(conn, row.id, f"{outbox.BLOCKED}Forbidden")
        assert sign_ups.missing(conn, "telegram", NOW) == ()
        chat_rows.set_active(conn, chat.id, active=True)
        assert outbox.come_back(conn, chat.id) == 1
        assert outbox.plan(conn, sign_ups.missing(conn, "telegram", NOW)) == 1
        assert [again.id for again in claimed(conn)] == [row.id]
        outbox.fail(conn, row.id, "Bad Request")
        assert outbox.come_back(conn, chat.id) == 0


def test_a_link_that_was_taken_away_goes_to_nobody_and_the_next_one_to_all(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    session = saved.sessions[0]
    with transaction() as conn:
        late = another(conn)
        sign_ups.sign_up(conn, chat.id, session.id, NOW)
        sign_ups.set_link(conn, session.id, LINK, NOW)
        assert sign_ups.linked(conn, [s.id for s in saved.sessions]) == {session.id}
        (row,) = claimed(conn)
        assert sign_ups.withdraw_link(conn, session.id)
        assert not sign_ups.withdraw_link(conn, session.id)
        assert sign_ups.linked(conn, [session.id]) == frozenset()
        assert sign_ups.handout(conn, row) is None
        assert sign_ups.links_of(conn, chat.id, saved.event.id) == {}
        outbox.sent(conn, row.id, 7, NOW)
        sign_ups.sign_up(conn, late.id, session.id, NOW)
        assert claimed(conn) == ()
        assert sign_ups.missing(conn, "telegram", NOW) == ()
        assert sign_ups.set_link(conn, session.id, LINK, NOW) == 2
        handed = {row.chat_id: sign_ups.handout(conn, row) for row in claimed(conn)}
    again = Handout(session.id, link=LINK)
    assert handed == {chat.id: replace(again, changed=True), late.id: again}


def test_a_document_that_was_taken_away_goes_to_nobody_any_more(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    session, other = saved.sessions[:2]
    with transaction() as conn:
        stranger = another(conn)
        sign_ups.sign_up(conn, chat.id, session.id, NOW)
        sign_ups.sign_up(conn, stranger.id, other.id, NOW)
        sign_ups.add_document(conn, session.id, Document("agenda.pdf", b"%PDF"), NOW)
        sign_ups.add_document(conn, session.id, IN_IBABS, NOW)
        first, second = sign_ups.papers(conn, session.id)
        assert [(p.name, p.is_note) for p in (first, second)] == [("agenda.pdf", False), ("iBabs", True)]
        assert sign_ups.papers_of(conn, chat.id, saved.event.id) == (first, second)
        assert sign_ups.papers_of(conn, stranger.id, saved.event.id) == ()
        rows = {sign_ups.handout(conn, row) for row in claimed(conn)}
        assert {h.document and h.document.is_note for h in rows if h is not None} == {False, True}
        assert sign_ups.withdraw_document(conn, session.id, "agenda.pdf")
        assert not sign_ups.withdraw_document(conn, session.id, "agenda.pdf")
        assert sign_ups.papers(conn, session.id) == (second,)


def test_whoever_was_added_by_hand_counts_and_gets_nothing(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    session, other = saved.sessions[:2]
    with transaction() as conn:
        mine, _ = sign_ups.sign_up(conn, chat.id, session.id, NOW)
        added, new = sign_ups.add_by_hand(conn, session.id, "Jan", "Zwolle", NOW)
        assert (added.chat_id, added.name, added.city, new) == (None, "Jan", "Zwolle", True)
        assert sign_ups.add_by_hand(conn, session.id, "Jan", "Zwolle", NOW) == (added, False)
        second, _ = sign_ups.add_by_hand(conn, session.id, "Jan", "", NOW)
        assert sign_ups.of_session(conn, session.id) == sign_ups.of_event(conn, saved.event.id) == (mine, added, second)
        assert sign_ups.set_link(conn, session.id, LINK, NOW) == 1
        assert sign_ups.remove_by_hand(conn, mine.id, session.id) is None
        assert sign_ups.remove_by_hand(conn, added.id, other.id) is None
        assert sign_ups.remove_by_hand(conn, added.id, session.id) == added
        assert sign_ups.remove_by_hand(conn, added.id, session.id) is None
        personal.forget(conn, chat.id)
        assert sign_ups.of_session(conn, session.id) == (second,)
