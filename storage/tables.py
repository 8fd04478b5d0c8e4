"""The tables. References are integers; slugs and keys are for people and addresses.

Columns of events, rooms, groups and sessions have the names of the fields they keep.
"""

from typing import Final

import sqlalchemy as sa
from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from bot.changing.edit import Edit
from bot.outbox.model import OutboxState
from bot.people.access import Role
from bot.people.model import DEFAULT_BRIEF, ChatKind
from bot.programme.model import Contact, GroupKind, Relation, Session, Speaker, State, Status, Text
from storage.columns import UtcDateTime, Value, Word

NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""How constraints are called: alembic can only change on SQLite what has a name."""

metadata = sa.MetaData(naming_convention=NAMES)

Texts = tuple[str, ...]


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _to(name: str, target: str, *, key: bool = False, nullable: bool = False, gone: str = "CASCADE") -> Column[int]:
    """Make a reference to ``target``.id; ``gone`` is what happens when the target is deleted."""
    return Column(name, Integer, ForeignKey(f"{target}.id", ondelete=gone), primary_key=key, nullable=nullable)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _word(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, String, primary_key=key, nullable=False)


def _text(name: str) -> Column[Text]:
    return Column(name, Value(Text), nullable=False)


# The programme

events = Table(
    "events",
    metadata,
    _id(),
    Column("key", String, nullable=False, unique=True),
    _text("title"),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    _word("timezone"),
    Column("state", Word(State), nullable=False),
    _word("network"),
    _word("city"),
    _text("venue"),
    _word("address"),
    _flag("online"),
    _text("situation"),
    _text("introduction"),
    _text("selection"),
    _text("registration"),
    _text("papers"),
    Column("people", Value(tuple[Speaker, ...]), nullable=False),
    Column("contacts", Value(tuple[Contact, ...]), nullable=False),
    Column("facts", Value(tuple[tuple[str, Text], ...]), nullable=False),
    _word("source"),
    _number("revision"),
    Column("modified", UtcDateTime),
    # The revision up to which those concerned were told, or are about to be.
    Column("announced", Integer, nullable=False, server_default=sa.text("0")),
)

groups = Table(
    "groups",
    metadata,
    _id(),
    _to("event_id", "events", nullable=True),
    _word("slug"),
    _number("position"),
    _word("name"),
    Column("kind", Word(GroupKind), nullable=False),
    _to("pijler_id", "groups", nullable=True, gone="SET NULL"),
    _to("successor_id", "groups", nullable=True, gone="SET NULL"),
    _word("english"),
    Column("aliases", Value(Texts), nullable=False),
    Column("abbreviations", Value(Texts), nullable=False),
    Column("former_names", Value(Texts), nullable=False),
    UniqueConstraint("event_id", "slug"),
)
_of_network = groups.c.event_id.is_(None)
Index("uq_groups_network_slug", groups.c.slug, unique=True, sqlite_where=_of_network, postgresql_where=_of_network)

rooms = Table(
    "rooms",
    metadata,
    _id(),
    _to("event_id", "events"),
    _word("slug"),
    _number("position"),
    _word("name"),
    Column("number", Integer),
    Column("aliases", Value(Texts), nullable=False),
    _flag("plenary"),
    _text("floor"),
    _text("route"),
    Column("seats", Integer),
    Column("step_free", Boolean),
    Column("removed_at", UtcDateTime),
    UniqueConstraint("event_id", "slug"),
)

speakers = Table(
    "speakers",
    metadata,
    _id(),
    _to("event_id", "events"),
    _word("name"),
    UniqueConstraint("event_id", "name"),
)

sessions = Table(
    "sessions",
    metadata,
    _id(),
    _to("event_id", "events"),
    _word("key"),
    Column("uid", String, nullable=False, unique=True),
    _word("source_id"),
    _text("title"),
    _word("kind"),
    Column("start", UtcDateTime, nullable=False),
    Column("end", UtcDateTime),
    _flag("start_stated"),
    _flag("end_stated"),
    Column("slot_end", UtcDateTime),
    _to("room_id", "rooms", nullable=True, gone="SET NULL"),
    _flag("room_certain"),
    _text("room_note"),
    _flag("online"),
    Column("status", Word(Status), nullable=False),
    _text("status_note"),
    _flag("content_provisional"),
    _flag("available_all_day"),
    _flag("open_to_all"),
    Column("contacts", Value(tuple[Contact, ...]), nullable=False),
    _word("printed"),
    _text("summary"),
    _text("text"),
    _text("audience"),
    _text("registration"),
    _number("sequence"),
    _number("revision"),
    Column("modified", UtcDateTime),
    # A session that left the programme stays here, so that it keeps its id and uid when it comes back.
    Column("removed_at", UtcDateTime),
    UniqueConstraint("event_id", "key"),
)

session_groups = Table(
    "session_groups",
    metadata,
    _to("session_id", "sessions", key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _to("group_id", "groups"),
    Column("relation", Word(Relation), nullable=False),
    Index(None, "group_id"),
)

session_speakers = Table(
    "session_speakers",
    metadata,
    _to("session_id", "sessions", key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    # Guests without a name refer to nobody.
    _to("speaker_id", "speakers", nullable=True),
    _text("role"),
    _word("part"),
    _flag("provisional"),
    _flag("absent"),
    _number("count"),
    Index(None, "speaker_id"),
)

not_meeting = Table(
    "not_meeting",
    metadata,
    _to("event_id", "events", key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _to("group_id", "groups"),
    _word("title"),
    _text("text"),
    _to("instead_id", "sessions", nullable=True, gone="SET NULL"),
)

changes = Table(
    "changes",
    metadata,
    _id(),
    _to("event_id", "events"),
    _number("revision"),
    Column("at", UtcDateTime, nullable=False),
    _word("key"),
    Column("before", Value(Session)),
    Column("after", Value(Session)),
    _word("who"),
    _word("why"),
    Index(None, "event_id", "at"),
)

# People

chats = Table(
    "chats",
    metadata,
    _id(),
    _word("channel"),
    _word("address"),
    Column("kind", Word(ChatKind), nullable=False),
    Column("telegram_language", String),
    Column("chosen_language", String),
    Column("lead", Integer),
    # Minutes after local midnight at which briefs go out; none is never.
    Column("brief", Integer, server_default=sa.text(str(DEFAULT_BRIEF))),
    Column("morning", Integer),
    Column("quiet", Boolean, nullable=False, server_default=sa.false()),
    _flag("active"),
    Column("first_seen", UtcDateTime, nullable=False),
    Column("last_seen", UtcDateTime, nullable=False),
    UniqueConstraint("channel", "address"),
    # The id of a chat that was forgotten is never given to another one.
    sqlite_autoincrement=True,
)

follows = Table(
    "follows",
    metadata,
    _to("chat_id", "chats", key=True),
    _to("group_id", "groups", key=True),
    Column("since", UtcDateTime, nullable=False),
)

kept_sessions = Table(
    "kept_sessions",
    metadata,
    _to("chat_id", "chats", key=True),
    _to("session_id", "sessions", key=True),
    # False: dropped, though a followed group holds it.
    _flag("kept"),
)

attendance = Table(
    "attendance",
    metadata,
    _to("chat_id", "chats", key=True),
    _to("event_id", "events", key=True),
    Column("since", UtcDateTime, nullable=False),
    Column("arrives", UtcDateTime),
    Column("leaves", UtcDateTime),
    Column("absent", Boolean, nullable=False, server_default=sa.false()),
)

# Two sessions at the same time of which somebody chose one, or said that it is fine so.
settled_overlaps = Table(
    "settled_overlaps",
    metadata,
    _to("chat_id", "chats", key=True),
    _to("event_id", "events"),
    # The smaller id first.
    _to("first_id", "sessions", key=True),
    _to("second_id", "sessions", key=True),
    # The one of the two that was dropped for the other.
    _to("dropped_id", "sessions", nullable=True),
    Index(None, "event_id"),
)

last_questions = Table(
    "last_questions",
    metadata,
    _to("chat_id", "chats", key=True),
    Column("data", sa.JSON, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

feeds = Table(
    "feeds",
    metadata,
    _id(),
    _to("chat_id", "chats"),
    # Never in a log; see storage/feeds.py for why it is no hash.
    Column("secret", String, nullable=False, unique=True),
    Column("since", UtcDateTime, nullable=False),
    # When another address came in its place.
    Column("ended_at", UtcDateTime),
)
_in_use = feeds.c.ended_at.is_(None)
Index("uq_feeds_in_use", feeds.c.chat_id, unique=True, sqlite_where=_in_use, postgresql_where=_in_use)

# What calendars hold

handed_out = Table(
    "handed_out",
    metadata,
    _to("chat_id", "chats", key=True),
    _to("session_id", "sessions", key=True),
    # The number of the entry (RFC 5545 SEQUENCE); by mail it may run ahead of the session's own.
    _number("sequence"),
    Column("status", Word(Status), nullable=False),
    Column("start", UtcDateTime, nullable=False),
    Column("end", UtcDateTime),
    # A slug, as the room itself may be gone.
    Column("room", String),
    _flag("online"),
    _word("how"),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "session_id"),
)

mailboxes = Table(
    "mailboxes",
    metadata,
    # A chat of the channel for mail, whose address is the mail address; it gets the programme of the other chat.
    _to("mail_chat_id", "chats", key=True),
    Column("chat_id", Integer, ForeignKey("chats.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("since", UtcDateTime, nullable=False),
    # How many messages in a row the mail server refused for good.
    _number("refused"),
)

mail_codes = Table(
    "mail_codes",
    metadata,
    _id(),
    _to("chat_id", "chats"),
    # Without one the chat was asked for an address, and its next message may be it.
    _to("mail_chat_id", "chats", nullable=True),
    _word("code"),
    Column("made_at", UtcDateTime, nullable=False),
    _number("tries"),
    Index(None, "chat_id"),
    Index(None, "mail_chat_id"),
    # The id stands in the key of the message that carries the code, and no key comes twice.
    sqlite_autoincrement=True,
)

# Questions that the programme does not answer

desk_questions = Table(
    "desk_questions",
    metadata,
    _id(),
    _to("chat_id", "chats"),
    _to("event_id", "events"),
    _word("text"),
    _word("language"),
    Column("asked_at", UtcDateTime, nullable=False),
    # When it was sent to the organisers; before that it is only on offer.
    Column("sent_at", UtcDateTime),
    _word("answer"),
    Column("answered_at", UtcDateTime),
    # The organisers' message that holds the answer: the same message is one answer, however often it is handled.
    Column("answer_message_id", BigInteger),
    Index(None, "chat_id"),
    Index(None, "event_id"),
    # The number stands in the organisers' chat, so it is never given to another question.
    sqlite_autoincrement=True,
)

kept_answers = Table(
    "kept_answers",
    metadata,
    _id(),
    _to("event_id", "events"),
    _word("question"),
    _word("answer"),
    _word("topic"),
    _word("asked"),
    Column("words", Value(Texts), nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
    Index(None, "event_id"),
)

missed_questions = Table(
    "missed_questions",
    metadata,
    _to("event_id", "events", key=True),
    _word("folded", key=True),
    _word("sample"),
    _word("language"),
    _number("count"),
    Column("first_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
)

# Signing up

sign_ups = Table(
    "sign_ups",
    metadata,
    _id(),
    # None for somebody whom a secretary added by hand, as they mailed.
    _to("chat_id", "chats", nullable=True),
    _to("session_id", "sessions"),
    _word("name"),
    _word("city"),
    Column("at", UtcDateTime, nullable=False),
    # What of it the next message may be (sign_ups.Wanted), since when.
    _word("asked"),
    Column("asked_at", UtcDateTime),
    UniqueConstraint("chat_id", "session_id"),
    Index(None, "session_id"),
    # The id stands in the key of what was sent, and who signs up anew is sent it anew.
    sqlite_autoincrement=True,
)

# For those who signed up and nobody else: never part of a programme.
session_links = Table(
    "session_links",
    metadata,
    _to("session_id", "sessions", key=True),
    _word("url"),
    _number("version"),
    Column("at", UtcDateTime, nullable=False),
)

session_documents = Table(
    "session_documents",
    metadata,
    _id(),
    _to("session_id", "sessions"),
    _word("name"),
    Column("content", sa.LargeBinary, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("session_id", "name"),
    sqlite_autoincrement=True,
)

# Who may change the day, and what they do

roles = Table(
    "roles",
    metadata,
    _id(),
    # The chat of one person alone, which stands for them.
    _to("chat_id", "chats"),
    Column("role", Word(Role), nullable=False),
    _to("group_id", "groups", nullable=True),
    _to("event_id", "events", nullable=True),
    Column("since", UtcDateTime, nullable=False),
    Index(None, "chat_id"),
    # A number that stood in a button never becomes somebody else's role.
    sqlite_autoincrement=True,
)

invitations = Table(
    "invitations",
    metadata,
    _id(),
    # SHA-256 of the secret; the secret itself is only ever shown once.
    Column("secret_hash", String, nullable=False, unique=True),
    Column("role", Word(Role), nullable=False),
    _to("group_id", "groups", nullable=True),
    _to("event_id", "events", nullable=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("valid_until", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    sqlite_autoincrement=True,
)

# Role and group, not a name; what changed in the programme itself stands in changes, under the same revision.
acts = Table(
    "acts",
    metadata,
    _id(),
    _to("event_id", "events"),
    Column("at", UtcDateTime, nullable=False),
    _word("role"),
    _word("group"),
    _word("what"),
    _word("about"),
    _word("before"),
    _word("after"),
    _number("revision"),
    Index(None, "event_id", "at"),
)

drafts = Table(
    "drafts",
    metadata,
    _id(),
    _to("chat_id", "chats"),
    _to("event_id", "events"),
    Column("edits", Value(tuple[Edit, ...]), nullable=False),
    # Whole drafts of which one is meant.
    Column("options", Value(tuple[tuple[Edit, ...], ...]), nullable=False),
    # The revision of the event that the preview was made from.
    _number("seen"),
    Column("at", UtcDateTime, nullable=False),
    # The revision that sending it made, and when; 0 while it is a draft.
    _number("made"),
    Column("ended_at", UtcDateTime),
    Index(None, "chat_id"),
    Index(None, "event_id"),
    sqlite_autoincrement=True,
)

# What the next message of a chat may be: the time or link of a session, the text of a message to many, …
expected = Table(
    "expected",
    metadata,
    _to("chat_id", "chats", key=True),
    _word("what"),
    _number("about"),
    Column("at", UtcDateTime, nullable=False),
)

# Events of which nothing goes out for now.
pauses = Table(
    "pauses",
    metadata,
    _to("event_id", "events", key=True),
    Column("since", UtcDateTime, nullable=False),
)

broadcasts = Table(
    "broadcasts",
    metadata,
    _id(),
    _to("event_id", "events"),
    # The chat of its author; what was sent outlives who is forgotten, so that it can still be put right.
    _to("chat_id", "chats", nullable=True, gone="SET NULL"),
    _word("channel"),
    _word("role"),
    _word("group"),
    # To whom: "groups" (those who follow them), "programme" (a session of them in their own), "all" (who attends);
    # "" is not chosen yet. "correction:7:2" is a draft that is to take the place of edition 2 of 7.
    _word("audience"),
    Column("group_ids", Value(tuple[int, ...]), nullable=False),
    # The text as HTML that Telegram takes, made from what the author typed.
    _word("html"),
    # "photo" or "document", and Telegram's id of it.
    _word("media"),
    _word("file_id"),
    # "draft", "scheduled", "going", "stopped", "withdrawn", "left".
    _word("state"),
    # Up with every change of a draft, and from 1 on with every correction of what was sent.
    _number("edition"),
    Column("due_at", UtcDateTime),
    Column("made_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    # Arrives without a sound.
    Column("silent", Boolean, nullable=False, server_default=sa.false()),
    Index(None, "event_id"),
    Index(None, "chat_id"),
    sqlite_autoincrement=True,
)

# What comes in and goes out

inbox = Table(
    "inbox",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    _word("chat_key"),
    _word("data"),
    Column("received_at", UtcDateTime, nullable=False),
    _number("attempts"),
    Column("done_at", UtcDateTime),
    _flag("gave_up"),
    Index(None, "bot", "done_at"),
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    Column("key", String, nullable=False, unique=True),
    _word("kind"),
    _to("chat_id", "chats"),
    _to("event_id", "events"),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    _number("priority"),
    Column("state", Word(OutboxState), nullable=False),
    _number("attempts"),
    # How often a send was started whose outcome nobody knows.
    _number("unknowns"),
    # On the real clock, as Telegram's retry_after is; due_at and expires_at are on the event's.
    Column("not_before", UtcDateTime),
    Column("lease_until", UtcDateTime),
    _word("reason"),
    Column("message_id", BigInteger),
    Column("sent_at", UtcDateTime),
    # Arrives without a sound (Bot API, disable_notification).
    Column("silent", Boolean, nullable=False, server_default=sa.false()),
    # The revision of the event at which it was worded, for what tells of changes.
    Column("told", Integer),
    Index(None, "state", "due_at"),
    Index(None, "event_id"),
    Index(None, "chat_id", "event_id", "kind"),
)

sent_files = Table(
    "sent_files",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("key", String, primary_key=True),
    _word("file_id"),
    Column("at", UtcDateTime, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String, primary_key=True),
    _word("holder"),
    Column("until", UtcDateTime, nullable=False),
)
