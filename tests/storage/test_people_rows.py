from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from bot.changing.edit import Edit, EditKind
from bot.ical.ledger import entry_of
from bot.outbox.model import Planned
from bot.people.access import Role
from bot.people.model import Chat, ChatKind, Choices
from bot.programme.model import Group, GroupKind, Language, Programme
from storage import (
    chat_rows,
    choice_rows,
    desk,
    drafts,
    feeds,
    handed_out,
    inbox,
    last_asked,
    mailboxes,
    outbox,
    own_day,
    personal,
    programme,
    roles,
    sign_ups,
)
from storage.own_day import Settled
from storage.tables import broadcasts, chats, metadata

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
Transaction = Callable[[], AbstractContextManager[Connection]]


def arrive(
    conn: Connection,
    address: str = "7",
    *,
    channel: str = "telegram",
    kind: ChatKind = ChatKind.PRIVATE,
    language: str | None = None,
    now: datetime = NOW,
) -> tuple[Chat, bool]:
    return chat_rows.chat_for(conn, channel=channel, address=address, kind=kind, telegram_language=language, now=now)


def test_a_chat_is_made_once(transaction: Transaction) -> None:
    with transaction() as conn:
        made, new = arrive(conn, "-100123456789012", language="en-GB")
        again = arrive(conn, "-100123456789012")
        assert chat_rows.chat_by_id(conn, made.id) == made
    assert made == Chat(id=made.id, channel="telegram", address="-100123456789012", language="en", lead=10, active=True)
    assert (new, again) == (True, (made, False))


def test_the_same_address_on_the_stage_is_somebody_else(transaction: Transaction) -> None:
    with transaction() as conn:
        real, _ = arrive(conn, channel="telegram")
        played, new = arrive(conn, channel="stage")
    assert (new, played) == (True, replace(real, id=played.id, channel="stage"))
    assert real.id != played.id


@pytest.mark.parametrize(
    ("telegram", "language"),
    [("nl", "nl"), ("nl-BE", "nl"), ("NL", "nl"), ("en", "en"), ("de", "en"), (None, "nl"), ("", "nl")],
)
def test_telegrams_language_counts_until_one_is_chosen(
    transaction: Transaction, telegram: str | None, language: Language
) -> None:
    other: Language = "en" if language == "nl" else "nl"
    with transaction() as conn:
        made, _ = arrive(conn, language=telegram)
        chat_rows.set_language(conn, made.id, other)
        chosen, _ = arrive(conn, language=telegram)
    assert (made.language, chosen.language) == (language, other)


def test_a_language_that_telegram_once_told_is_kept(transaction: Transaction) -> None:
    with transaction() as conn:
        arrive(conn, language="en")
        assert arrive(conn, language=None)[0].language == "en"
        assert arrive(conn, language="nl")[0].language == "nl"


def test_a_group_does_not_take_the_language_of_who_writes(transaction: Transaction) -> None:
    with transaction() as conn:
        arrive(conn, kind=ChatKind.GROUP, language="en")
        found, _ = arrive(conn, kind=ChatKind.GROUP, language="de")
    assert (found.kind, found.language) == (ChatKind.GROUP, "nl")


def test_settings_are_kept_and_coming_back_makes_active(transaction: Transaction) -> None:
    with transaction() as conn:
        made, _ = arrive(conn)
        chat_rows.set_lead(conn, made.id, None)
        chat_rows.set_active(conn, made.id, active=False)
        assert chat_rows.chat_by_id(conn, made.id) == replace(made, lead=None, active=False)
        chat_rows.set_lead(conn, made.id, 15)
        back, _ = arrive(conn)
    assert back == replace(made, lead=15, active=True)


def test_a_group_that_grew_keeps_its_choices_at_its_new_address(transaction: Transaction, saved: Programme) -> None:
    with transaction() as conn:
        played, _ = arrive(conn, "-1001", channel="stage", kind=ChatKind.GROUP)
        group, _ = arrive(conn, "-7", kind=ChatKind.GROUP)
        choice_rows.follow(conn, group.id, saved.groups[0].id, NOW)
        for _ in range(2):
            chat_rows.move(conn, group.id, "-1001")
        assert chat_rows.chat_by_id(conn, group.id) == replace(group, address="-1001")
        assert arrive(conn, "-1001", kind=ChatKind.GROUP) == (replace(group, address="-1001"), False)
        assert choice_rows.followed(conn, group.id) == {saved.groups[0].id}
        assert chat_rows.chat_by_id(conn, played.id) == played


def test_a_group_whose_new_address_is_known_already_falls_silent(transaction: Transaction) -> None:
    with transaction() as conn:
        old, _ = arrive(conn, "-7", kind=ChatKind.GROUP)
        new, _ = arrive(conn, "-1001", kind=ChatKind.GROUP)
        chat_rows.move(conn, old.id, "-1001")
        assert chat_rows.chat_by_id(conn, old.id) == replace(old, active=False)
        assert chat_rows.chat_by_id(conn, new.id) == new


def test_an_unknown_chat_is_none(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        assert chat_rows.chat_by_id(conn, chat.id + 1) is None


def test_following_twice_is_following_once(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    wonen, zorg = saved.group_by_slug["wonen"].id, saved.group_by_slug["zorg"].id
    with transaction() as conn:
        for group_id in (wonen, zorg, wonen):
            choice_rows.follow(conn, chat.id, group_id, NOW)
        assert choice_rows.followed(conn, chat.id) == {wonen, zorg}
        for _ in range(2):
            choice_rows.unfollow(conn, chat.id, wonen)
        assert choice_rows.followed(conn, chat.id) == {zorg}
        assert choice_rows.followed(conn, chat.id + 1) == frozenset()


def test_a_session_is_kept_dropped_or_neither(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    opening, wonen = (session.id for session in saved.sessions)
    event_id = saved.event.id
    with transaction() as conn:
        for _ in range(2):
            choice_rows.keep(conn, chat.id, opening, kept=True)
            choice_rows.keep(conn, chat.id, wonen, kept=False)
        assert choice_rows.choices(conn, chat.id, event_id) == Choices(
            kept=frozenset({opening}), dropped=frozenset({wonen})
        )
        choice_rows.keep(conn, chat.id, opening, kept=False)
        choice_rows.keep(conn, chat.id, wonen, None)
        choice_rows.keep(conn, chat.id, wonen, None)
        assert choice_rows.choices(conn, chat.id, event_id) == Choices(dropped=frozenset({opening}))


def test_what_was_chosen_for_a_session_survives_its_absence(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    opening = saved.session_by_key["opening"].id
    with transaction() as conn:
        choice_rows.keep(conn, chat.id, opening, kept=True)
        programme.save(conn, replace(saved, sessions=saved.sessions[1:]), now=NOW)
        programme.save(conn, saved, now=NOW)
        assert choice_rows.choices(conn, chat.id, saved.event.id) == Choices(kept=frozenset({opening}))


def test_all_choices_are_those_of_one_event_and_channel(transaction: Transaction, saved: Programme) -> None:
    other = replace(saved, event=replace(saved.event, key="dag-2"))
    track = Group(slug="track", name="Track", kind=GroupKind.TRACK, event="dag-2")
    wonen = saved.group_by_slug["wonen"].id
    opening = saved.session_by_key["opening"].id
    with transaction() as conn:
        programme.save(conn, replace(other, groups=(*other.groups, track)), now=NOW)
        second = programme.load(conn, "dag-2")
        follower, keeper, blocked, elsewhere, tracker, nobody = (
            arrive(conn, address)[0] for address in ("1", "2", "3", "4", "5", "6")
        )
        played, _ = arrive(conn, "1", channel="stage")
        for one in (follower, blocked, played):
            choice_rows.follow(conn, one.id, wonen, NOW)
        choice_rows.keep(conn, follower.id, opening, kept=False)
        choice_rows.keep(conn, keeper.id, opening, kept=True)
        choice_rows.keep(conn, elsewhere.id, second.session_by_key["opening"].id, kept=True)
        choice_rows.follow(conn, tracker.id, second.group_by_slug["track"].id, NOW)
        chat_rows.set_active(conn, blocked.id, active=False)
        first_day = choice_rows.all_choices(conn, saved.event.id, "telegram")
        second_day = choice_rows.all_choices(conn, second.event.id, "telegram")
        stage = choice_rows.all_choices(conn, saved.event.id, "stage")
    follows = Choices(followed=frozenset({wonen}))
    assert first_day == (
        (follower, replace(follows, dropped=frozenset({opening}))),
        (keeper, Choices(kept=frozenset({opening}))),
    )
    assert second_day == (
        (follower, follows),
        (elsewhere, Choices(kept=frozenset({second.session_by_key["opening"].id}))),
        (tracker, Choices(followed=frozenset({second.group_by_slug["track"].id}))),
    )
    assert stage == ((played, follows),)
    assert nobody.id


def test_all_choices_take_the_same_few_queries_for_many_chats(transaction: Transaction, saved: Programme) -> None:
    queries: list[str] = []
    with transaction() as conn:
        for number in range(50):
            made, _ = arrive(conn, str(number))
            choice_rows.follow(conn, made.id, saved.group_by_slug["wonen"].id, NOW)
    with transaction() as conn:

        def count(*args: object) -> None:
            queries.append(str(args[2]))

        sa.event.listen(conn, "before_cursor_execute", count)
        assert len(choice_rows.all_choices(conn, saved.event.id, "telegram")) == 50
    assert len(queries) == 4


def test_attending_is_kept_from_the_first_moment(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    with transaction() as conn:
        own_day.attend(conn, chat.id, saved.event.id, NOW)
        own_day.attend(conn, chat.id, saved.event.id, NOW + timedelta(hours=1))
        kept = personal.known_about(conn, chat.id)["attendance"]
    (row,) = kept
    assert (row["event_id"], row["since"]) == (saved.event.id, NOW)


def test_the_last_question_is_remembered(transaction: Transaction, chat: Chat) -> None:
    first, second = {"room": "zaal-3"}, {"room": None, "é": ["\U0001f6b2", {"n": 1.5}]}
    with transaction() as conn:
        assert last_asked.recall(conn, chat.id) is None
        last_asked.remember(conn, chat.id, first, NOW)
        last_asked.remember(conn, chat.id, second, NOW + timedelta(minutes=1))
        assert last_asked.recall(conn, chat.id) == (second, NOW + timedelta(minutes=1))


def fill(conn: Connection, saved: Programme, chat: Chat) -> None:
    """Keep something about a chat in every table that can."""
    choice_rows.follow(conn, chat.id, saved.groups[0].id, NOW)
    choice_rows.keep(conn, chat.id, saved.sessions[0].id, kept=True)
    own_day.attend(conn, chat.id, saved.event.id, NOW)
    last_asked.remember(conn, chat.id, {"q": 1}, NOW)
    feeds.feed_for(conn, chat.id, NOW)
    handed_out.record(conn, chat.id, [entry_of(saved.sessions[0])], how="file", now=NOW)
    address = f"{chat.address}@stad.example"
    mailboxes.make_code(conn, chat, channel="mail", address=address, code="123456", now=NOW)
    mailboxes.try_code(conn, chat.id, "123456", since=NOW - timedelta(minutes=1), now=NOW)
    inbox.store(conn, 1, [(chat.id, chat.address, "{}")], NOW)
    desk.offer(conn, chat_id=chat.id, event_id=saved.event.id, text="?", language="nl", now=NOW)
    first, second = sorted(session.id for session in saved.sessions[:2])
    own_day.settle(conn, chat.id, saved.event.id, [Settled(first, second, None)])
    sign_ups.sign_up(conn, chat.id, saved.sessions[0].id, NOW)
    roles.grant(conn, chat.id, Role.SECRETARY, group_id=saved.groups[0].id, now=NOW)
    drafts.add(conn, chat.id, saved.event.id, [Edit(kind=EditKind.OFF, keys=("a",))], seen=1, now=NOW)
    drafts.expect(conn, chat.id, "time", 1, NOW)
    written = {
        "event_id": saved.event.id,
        "chat_id": chat.id,
        "group_ids": (),
        "edition": 1,
        "made_at": NOW,
        "channel": chat.channel,
    }
    words = dict.fromkeys(("role", "group", "audience", "html", "media", "file_id", "state"), "")
    conn.execute(sa.insert(broadcasts).values(written | words))
    row = Planned(
        key=f"reminder:{chat.id}",
        kind="reminder",
        chat_id=chat.id,
        event_id=saved.event.id,
        starts_at=NOW,
        due_at=NOW,
        expires_at=NOW,
    )
    outbox.plan(conn, [row])


def rows_about(conn: Connection, chat: Chat) -> dict[str, int]:
    return {name: len(rows) for name, rows in personal.known_about(conn, chat.id).items()}


def test_what_is_known_can_be_shown_and_forgotten(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    with transaction() as conn:
        other, _ = arrive(conn, "8")
        fill(conn, saved, chat)
        fill(conn, saved, other)
        # A mail address is a chat of its own.
        everything = dict.fromkeys((one.table.name for one in personal.PERSONAL), 1) | {"chats": 2}
        assert rows_about(conn, chat) == everything
        shown = personal.known_about(conn, chat.id)["chats"][0]
        assert (shown["address"], shown["telegram_language"], shown["last_seen"]) == (
            "1001",
            "nl",
            datetime(2023, 2, 1, tzinfo=UTC),
        )
        personal.forget(conn, chat.id)
        assert rows_about(conn, chat) == dict.fromkeys(everything, 0)
        assert rows_about(conn, other) == everything
        assert chat_rows.chat_by_id(conn, chat.id) is None


def test_the_id_of_a_forgotten_chat_is_not_given_again(transaction: Transaction) -> None:
    with transaction() as conn:
        made, _ = arrive(conn)
        personal.forget(conn, made.id)
        again, new = arrive(conn)
    assert new
    assert again.id > made.id


def test_terms_pass(transaction: Transaction, saved: Programme) -> None:
    with transaction() as conn:
        made, _ = arrive(conn, now=NOW)
        fill(conn, saved, made)
        everything = rows_about(conn, made)
        assert personal.expire(conn, NOW + timedelta(hours=23)) == 0
        assert personal.expire(conn, NOW + timedelta(days=5)) == 2
        assert rows_about(conn, made) == everything | {"mail_codes": 0, "expected": 0}
        assert personal.expire(conn, NOW + timedelta(days=7)) == 2
        talked = everything | {"mail_codes": 0, "expected": 0, "last_questions": 0, "inbox": 0}
        assert rows_about(conn, made) == talked
        assert personal.expire(conn, NOW + timedelta(days=15)) == 1
        asked = talked | {"desk_questions": 0}
        # The last day of the event is tomorrow; the term begins after it.
        assert personal.expire(conn, NOW + timedelta(days=1 + personal.AFTER_EVENT)) == 0
        assert rows_about(conn, made) == asked
        personal.expire(conn, NOW + timedelta(days=2 + personal.AFTER_EVENT))
        left = {"follows": 1, "feeds": 1, "mailboxes": 1, "roles": 1, "chats": 2}
        assert rows_about(conn, made) == dict.fromkeys(everything, 0) | left
        personal.expire(conn, NOW + timedelta(days=731))
        assert sum(rows_about(conn, made).values()) == 0
        assert programme.load(conn, "dag-1") == saved


def test_every_column_about_a_person_is_in_the_list() -> None:
    about = {
        table.name
        for table in metadata.sorted_tables
        if table is chats or any(key.column.table is chats for key in table.foreign_keys)
    }
    listed = {one.table.name: set(one.columns) for one in personal.PERSONAL}
    assert listed.keys() == about | {"inbox"}
    bookkeeping = {
        "outbox": {
            "id",
            "due_at",
            "expires_at",
            "priority",
            "state",
            "attempts",
            "unknowns",
            "not_before",
            "lease_until",
            "reason",
            "silent",
        },
        "inbox": {"bot", "update_id", "attempts", "done_at", "gave_up"},
        "desk_questions": {"id", "answer_message_id"},
        "sign_ups": {"id", "asked", "asked_at"},
        "roles": {"id"},
        "drafts": {"id"},
        "broadcasts": {"id", "channel"},
        "feeds": {"id"},
        "mail_codes": {"id"},
        "chats": {"id"},
    }
    for name, columns in listed.items():
        kept = set(metadata.tables[name].c.keys()) - bookkeeping.get(name, set()) - {"chat_id"}
        assert kept == columns, name
