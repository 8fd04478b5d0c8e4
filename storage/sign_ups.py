"""Who signed up for a session, and what those who did are sent: its link and documents, nobody else ever."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.outbox.model import OutboxRow, OutboxState, Planned
from bot.people.signing import KIND, Document, Handout, Paper, SignUp, document_key, link_key, parts_of, planned
from storage import choice_rows, outbox
from storage.database import insert
from storage.tables import chats, session_documents, session_links, sessions, sign_ups
from storage.tables import outbox as outbox_table

_COLUMNS: Final = tuple(sign_ups.c[name] for name in ("id", "chat_id", "session_id", "at", "name", "city"))


class Wanted(StrEnum):
    """What the next message of a chat may be; "perhaps" where buttons were offered, and nobody said that it comes.

    "Late" where it was to come and something else came first; "doubt" where one was asked whether it is this.
    """

    PERHAPS_NAME = "perhaps-name"
    PERHAPS_CITY = "perhaps-city"
    NAME = "name"
    CITY = "city"
    LATE_NAME = "late-name"
    LATE_CITY = "late-city"
    DOUBT_NAME = "doubt-name"
    DOUBT_CITY = "doubt-city"


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a sign-up the next message of a chat may be; ``said`` is what one was asked back about."""

    sign_up: SignUp
    what: Wanted
    said: str = ""


def sign_up(conn: Connection, chat_id: int, session_id: int, now: datetime) -> tuple[SignUp, bool]:
    """Sign a chat up, and say whether that is new; the session is then in its programme, and what there is is sent."""
    values = {"chat_id": chat_id, "session_id": session_id, "name": "", "city": "", "at": now, "asked": ""}
    row = insert(conn, sign_ups).values(values).on_conflict_do_nothing()
    new = conn.execute(row.returning(sign_ups.c.id)).first() is not None
    if new:
        choice_rows.keep(conn, chat_id, session_id, kept=True)
        plan(conn, session_id)
    made = find(conn, chat_id, session_id)
    assert made is not None  # noqa: S101 - it was made above, or stood in the way
    return made, new


def find(conn: Connection, chat_id: int, session_id: int) -> SignUp | None:
    """Give the sign-up of a chat for a session."""
    one = (sign_ups.c.chat_id == chat_id, sign_ups.c.session_id == session_id)
    row = conn.execute(sa.select(*_COLUMNS).where(*one)).mappings().first()
    return None if row is None else SignUp(**row)


def sessions_of(conn: Connection, chat_id: int) -> frozenset[int]:
    """Give the ids of the sessions that a chat signed up for."""
    return frozenset(conn.execute(sa.select(sign_ups.c.session_id).where(sign_ups.c.chat_id == chat_id)).scalars())


def sign_off(conn: Connection, chat_id: int, session_id: int) -> bool:
    """Take a sign-up back, and say whether there was one; what was not sent yet will not be."""
    one = (sign_ups.c.chat_id == chat_id, sign_ups.c.session_id == session_id)
    if conn.execute(sa.delete(sign_ups).where(*one)).rowcount == 0:
        return False
    choice_rows.keep(conn, chat_id, session_id, kept=None)
    return True


def give(conn: Connection, sign_up_id: int, *, name: str | None = None, city: str | None = None) -> None:
    """Keep what somebody chose to give; nothing is asked any more."""
    given = {key: value for key, value in (("name", name), ("city", city)) if value is not None}
    one = sa.update(sign_ups).where(sign_ups.c.id == sign_up_id)
    conn.execute(one.values(asked="", asked_at=None, **given))


def ask(conn: Connection, sign_up_id: int, chat_id: int, what: Wanted, now: datetime, *, said: str = "") -> None:
    """Keep that the next message of a chat may be the name or city of this sign-up, and of no other."""
    kept = f"{what} {said}" if said else what
    conn.execute(sa.update(sign_ups).where(sign_ups.c.chat_id == chat_id).values(asked="", asked_at=None))
    conn.execute(sa.update(sign_ups).where(sign_ups.c.id == sign_up_id).values(asked=kept, asked_at=now))


def asked(conn: Connection, chat_id: int, *, since: datetime) -> Asked | None:
    """Give what a chat was asked after ``since`` and has not given yet."""
    open_ = (sign_ups.c.chat_id == chat_id, sign_ups.c.asked != "", sign_ups.c.asked_at > since)
    row = conn.execute(sa.select(*_COLUMNS, sign_ups.c.asked).where(*open_)).mappings().first()
    if row is None:
        return None
    values = dict(row)
    what, _, said = values.pop("asked").partition(" ")
    return Asked(SignUp(**values), Wanted(what), said)


def ask_no_more(conn: Connection, sign_up_id: int) -> None:
    """Take no next message for the name or city of this sign-up."""
    conn.execute(sa.update(sign_ups).where(sign_ups.c.id == sign_up_id).values(asked="", asked_at=None))


def of_event(conn: Connection, event_id: int) -> tuple[SignUp, ...]:
    """Give everybody who signed up for a session of an event, in order of signing up."""
    query = sa.select(*_COLUMNS).join(sessions).where(sessions.c.event_id == event_id)
    found = conn.execute(query.order_by(sign_ups.c.at, sign_ups.c.id)).mappings()
    return tuple(SignUp(**row) for row in found)


def of_session(conn: Connection, session_id: int) -> tuple[SignUp, ...]:
    """Give everybody who signed up for a session, in order of signing up."""
    query = sa.select(*_COLUMNS).where(sign_ups.c.session_id == session_id).order_by(sign_ups.c.at, sign_ups.c.id)
    return tuple(SignUp(**row) for row in conn.execute(query).mappings())


def add_by_hand(conn: Connection, session_id: int, name: str, city: str, now: datetime) -> tuple[SignUp, bool]:
    """Add somebody without a chat, and say whether that is new; the same name and city twice is once."""
    same = (sign_ups.c.session_id == session_id, sign_ups.c.chat_id.is_(None))
    known = sa.select(*_COLUMNS).where(*same, sign_ups.c.name == name, sign_ups.c.city == city)
    row = conn.execute(known).mappings().first()
    if row is not None:
        return SignUp(**row), False
    values = {"chat_id": None, "session_id": session_id, "name": name, "city": city, "at": now, "asked": ""}
    made = conn.execute(sa.insert(sign_ups).values(values).returning(*_COLUMNS)).mappings().one()
    return SignUp(**made), True


def remove_by_hand(conn: Connection, sign_up_id: int, session_id: int) -> SignUp | None:
    """Take back who was added by hand; None where they are gone already. Who signed up themselves stays."""
    one = (sign_ups.c.id == sign_up_id, sign_ups.c.session_id == session_id, sign_ups.c.chat_id.is_(None))
    row = conn.execute(sa.delete(sign_ups).where(*one).returning(*_COLUMNS)).mappings().first()
    return None if row is None else SignUp(**row)


def set_link(conn: Connection, session_id: int, url: str, now: datetime) -> int | None:
    """Keep the link of a session and plan it for all who signed up; give their number, None when it was so already."""
    known = conn.execute(sa.select(session_links).where(session_links.c.session_id == session_id)).first()
    if known is not None and known.url == url:
        return None
    values = {"url": url, "version": 1 if known is None else known.version + 1, "at": now}
    row = insert(conn, session_links).values(session_id=session_id, **values)
    conn.execute(row.on_conflict_do_update(index_elements=["session_id"], set_=values))
    return plan(conn, session_id)


def withdraw_link(conn: Connection, session_id: int) -> bool:
    """Take the link of a session away, and say whether there was one; who has not got it yet will not.

    The row stays, without the address: the number of its version stands in the keys of what was sent.
    """
    there = (session_links.c.session_id == session_id, session_links.c.url != "")
    gone = sa.update(session_links).where(*there).values(url="", version=session_links.c.version + 1)
    return conn.execute(gone).rowcount > 0


def linked(conn: Connection, session_ids: Iterable[int]) -> frozenset[int]:
    """Give which of these sessions have a link."""
    found = sa.select(session_links.c.session_id).where(
        session_links.c.session_id.in_(tuple(session_ids)), session_links.c.url != ""
    )
    return frozenset(conn.execute(found).scalars())


def add_document(conn: Connection, session_id: int, document: Document, now: datetime) -> int | None:
    """Keep a document of a session and plan it for all who signed up; give their number, None when it was there.

    Another document of the same name comes in its place.
    """
    same = (session_documents.c.session_id == session_id, session_documents.c.name == document.name)
    known = conn.execute(sa.select(session_documents.c.content).where(*same)).scalar()
    if known == document.content:
        return None
    conn.execute(sa.delete(session_documents).where(*same))
    values = {"session_id": session_id, "name": document.name, "content": document.content, "at": now}
    conn.execute(sa.insert(session_documents).values(values))
    return plan(conn, session_id)


def withdraw_document(conn: Connection, session_id: int, name: str) -> bool:
    """Take a document of a session away, and say whether there was one; who has not got it yet will not."""
    one = (session_documents.c.session_id == session_id, session_documents.c.name == name)
    return conn.execute(sa.delete(session_documents).where(*one)).rowcount > 0


def papers(conn: Connection, session_id: int) -> tuple[Paper, ...]:
    """Give the documents of a session without their content, in order of adding."""
    return _papers(conn, session_documents.c.session_id == session_id)


def papers_of(conn: Connection, chat_id: int, event_id: int) -> tuple[Paper, ...]:
    """Give the documents of an event that a chat is entitled to, without their content, in order of adding."""
    mine = sa.select(sign_ups.c.session_id).join(sessions).where(sign_ups.c.chat_id == chat_id)
    return _papers(conn, session_documents.c.session_id.in_(mine.where(sessions.c.event_id == event_id)))


def _papers(conn: Connection, *where: sa.ColumnElement[bool]) -> tuple[Paper, ...]:
    of = session_documents.c
    query = sa.select(of.id, of.session_id, of.name, (sa.func.length(of.content) == 0).label("is_note"))
    rows = conn.execute(query.where(*where).order_by(of.id)).mappings()
    return tuple(Paper(**row) for row in rows)


def links_of(conn: Connection, chat_id: int, event_id: int) -> dict[int, str]:
    """Give the links that a chat is entitled to, by the session's id."""
    query = (
        sa.select(session_links.c.session_id, session_links.c.url)
        .join(sign_ups, sign_ups.c.session_id == session_links.c.session_id)
        .join(sessions, sessions.c.id == session_links.c.session_id)
        .where(sign_ups.c.chat_id == chat_id, sessions.c.event_id == event_id, session_links.c.url != "")
    )
    return dict(conn.execute(query).all())


def handout(conn: Connection, row: OutboxRow) -> Handout | None:
    """Give what a message is to hand over; None where its chat signed off, or something else came in its place."""
    sign_up_id, kind, number = parts_of(row)
    mine = sa.select(sign_ups.c.session_id).where(sign_ups.c.id == sign_up_id, sign_ups.c.chat_id == row.chat_id)
    session_id = conn.execute(mine).scalar()
    if session_id is None:
        return None
    if kind == "link":
        links = session_links.c
        url = conn.execute(sa.select(links.url).where(links.session_id == session_id, links.version == number)).scalar()
        return Handout(session_id, link=url, changed=_had_another(conn, row)) if url else None
    document = session_documents.c
    found = conn.execute(sa.select(document.name, document.content).where(document.id == number)).first()
    return None if found is None else Handout(session_id, document=Document(found.name, found.content))


def plan(conn: Connection, session_id: int) -> int:
    """Plan what there is of a session for all who signed up, and give the number of messages."""
    return outbox.plan(conn, _wanted(conn, sessions.c.id == session_id))


def missing(conn: Connection, channel: str, now: datetime) -> tuple[Planned, ...]:
    """Give what should be planned on a channel and is not: a chat is back, a session moved, a day was published."""
    rows = sa.select(outbox_table).where(outbox_table.c.kind == KIND)
    stands = {row["key"]: (row["state"], row["starts_at"], row["expires_at"]) for row in conn.execute(rows).mappings()}
    waits = OutboxState.PLANNED

    def is_right(row: Planned) -> bool:
        state, starts_at, expires_at = stands.get(row.key, (OutboxState.SKIPPED, None, None))
        if state is waits:
            return (starts_at, expires_at) == (row.starts_at, row.expires_at)
        return state is not OutboxState.SKIPPED

    active = (chats.c.channel == channel, chats.c.active, sessions.c.removed_at.is_(None))
    return tuple(row for row in _wanted(conn, *active) if row.expires_at > now and not is_right(row))


def _wanted(conn: Connection, *where: sa.ColumnElement[bool]) -> Iterator[Planned]:
    """Plan every link and document for everybody who signed up for its session."""
    facts = (sign_ups.c.id, sign_ups.c.chat_id, sessions.c.event_id, sessions.c.start, sessions.c.end)
    joined = sa.join(sign_ups, sessions).join(chats, chats.c.id == sign_ups.c.chat_id)
    with_link = joined.join(session_links, session_links.c.session_id == sessions.c.id)
    links = sa.select(*facts, session_links.c.version).select_from(with_link).where(*where, session_links.c.url != "")
    for sign_up_id, chat_id, event_id, start, end, version in conn.execute(links):
        yield planned(sign_up_id, chat_id, event_id, link_key(version), start, end)
    has_document = joined.join(session_documents, session_documents.c.session_id == sessions.c.id)
    wanted = sa.select(*facts, session_documents.c.id.label("document")).select_from(has_document).where(*where)
    for sign_up_id, chat_id, event_id, start, end, document in conn.execute(wanted):
        yield planned(sign_up_id, chat_id, event_id, document_key(document), start, end)


def _had_another(conn: Connection, row: OutboxRow) -> bool:
    """Say whether this sign-up was sent an earlier link."""
    sign_up_id, _, _ = parts_of(row)
    earlier = (outbox_table.c.key.like(f"{KIND}:{sign_up_id}:link-%"), outbox_table.c.sent_at.is_not(None))
    return conn.execute(sa.select(outbox_table.c.id).where(*earlier, outbox_table.c.id != row.id)).first() is not None
