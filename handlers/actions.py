"""What a visitor can do, whichever door they come through: one transaction each."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.people.following import stop
from bot.people.model import Chat, ChatKind, Choices
from bot.programme.model import Group, Language, Programme, Session
from bot.questions.query import Ask, Query, Topic
from bot.questions.reply import Reply, reply, reply_to_query
from bot.reminders.keeping import to_write
from handlers.services import Services
from storage import chat_rows, choice_rows, feeds, last_asked, missed, outbox, own_day

TALK: Final = timedelta(minutes=10)
"""How long a question can refer back to the one before."""


async def arrive(
    services: Services, programme: Programme | None, *, address: str, kind: ChatKind, telegram_language: str | None
) -> tuple[Chat, bool]:
    """Give the chat that writes, and whether it is new; who writes on the day itself is there."""
    now = services.clock()
    event_id = programme.event.id if programme is not None and _on_the_day(programme, now) else None

    def come_in(conn: Connection) -> tuple[Chat, bool, bool]:
        back = own_day.is_silent(conn, services.channel, address)
        chat, new = chat_rows.chat_for(
            conn,
            channel=services.channel,
            address=address,
            kind=kind,
            telegram_language=telegram_language,
            now=now,
        )
        if event_id is not None:
            own_day.attend(conn, chat.id, event_id, now)
        if back:
            outbox.come_back(conn, chat.id)
        return chat, new, back

    chat, new, back = await services.database.write(come_in)
    if back:
        services.planned.set()
    return chat, new


async def ask(services: Services, chat: Chat, text: str, programme: Programme, *, refers: bool = True) -> Reply:
    """Answer a question in the chat's language and remember it, so that the next one can refer to it.

    With ``refers`` the question may refer to the one before («en daarna?»); a command never does.
    """
    now = services.clock()
    previous = await _last(services, chat) if refers else None
    answer = reply(
        text,
        programme,
        now=now,
        language=chat.language,
        catalogue=services.catalogue,
        previous=previous,
        others=await services.programmes.others(programme.event.key),
        changes=await services.programmes.changes(programme),
    )

    def write(conn: Connection) -> None:
        last_asked.remember(conn, chat.id, answer.query.to_json(), now)
        if answer.unanswered is not None:
            missed.note(conn, event_id=programme.event.id, text=text, language=chat.language, now=now)

    await services.database.write(write)
    return answer


async def choose(services: Services, chat: Chat, programme: Programme, topic: Topic, asked: Ask) -> Reply:
    """Answer a question for the one of its options that was meant.

    As long as the chat asked nothing else, all of the question counts, with its room and time; later only ``asked``.
    """
    previous = await _last(services, chat)
    query = Query(ask=asked, topics=(topic,))
    if previous is not None and topic in previous.options:
        query = replace(previous, options=(), topics=(topic,))
    now = services.clock()
    answer = reply_to_query(
        query,
        programme,
        now=now,
        language=chat.language,
        catalogue=services.catalogue,
        others=await services.programmes.others(programme.event.key),
        changes=await services.programmes.changes(programme),
    )
    # The question stays open, for who pressed the wrong button.
    left = previous if previous is not None and topic in previous.options else None
    remembered = answer.query if left is None else replace(answer.query, options=left.options)
    await services.database.write(last_asked.remember, chat.id, remembered.to_json(), now)
    return answer


async def _last(services: Services, chat: Chat) -> Query | None:
    """Give the last question of a chat, as long as another one can refer to it."""
    kept = await services.database.read(last_asked.recall, chat.id)
    recent = kept is not None and abs(services.clock() - kept[1]) <= TALK
    return Query.from_json(kept[0]) if kept is not None and recent else None


async def choices(services: Services, chat: Chat, programme: Programme) -> Choices:
    """Give what the chat chose for an event."""
    return await services.database.read(choice_rows.choices, chat.id, programme.event.id)


async def follow(services: Services, chat: Chat, programme: Programme, group: Group) -> Choices:
    """Follow a group; a pijler brings its themagroepen along. Doing it again changes nothing."""
    now = services.clock()

    def write(conn: Connection) -> Choices:
        choice_rows.follow(conn, chat.id, group.id, now)
        return choice_rows.choices(conn, chat.id, programme.event.id)

    chosen = await services.database.write(write)
    services.planned.set()
    return chosen


async def unfollow(services: Services, chat: Chat, programme: Programme, group: Group) -> Choices:
    """Follow a group no more; what else is followed stays so."""
    now = services.clock()

    def write(conn: Connection) -> Choices:
        ending = stop(programme, choice_rows.followed(conn, chat.id), group)
        for group_id in ending.less:
            choice_rows.unfollow(conn, chat.id, group_id)
        for group_id in ending.more:
            choice_rows.follow(conn, chat.id, group_id, now)
        for key in ending.kept:
            choice_rows.keep(conn, chat.id, programme.session_by_key[key].id, kept=True)
        return choice_rows.choices(conn, chat.id, programme.event.id)

    chosen = await services.database.write(write)
    services.planned.set()
    return chosen


async def keep(services: Services, chat: Chat, programme: Programme, session: Session, *, wanted: bool) -> None:
    """Put one session in the chat's own programme or take it out; what else is chosen stays. Twice changes nothing."""

    def write(conn: Connection) -> None:
        chosen = choice_rows.choices(conn, chat.id, programme.event.id)
        choice_rows.keep(conn, chat.id, session.id, to_write(programme, chosen, session, wanted=wanted))

    await services.database.write(write)
    services.planned.set()


async def set_language(services: Services, chat: Chat, language: Language) -> Chat:
    """Keep the language that was chosen."""

    def write(conn: Connection) -> Chat:
        chat_rows.set_language(conn, chat.id, language)
        return chat_rows.chat_by_id(conn, chat.id) or chat

    return await services.database.write(write)


async def set_active(services: Services, *, address: str, kind: ChatKind, active: bool) -> None:
    """Keep whether a chat can be written to; what it missed meanwhile is planned anew as far as it is still of use."""
    if not active:
        await services.database.write(chat_rows.fall_silent, channel=services.channel, address=address)
        return
    now = services.clock()

    def come_back(conn: Connection) -> None:
        chat, _ = chat_rows.chat_for(
            conn, channel=services.channel, address=address, kind=kind, telegram_language=None, now=now
        )
        outbox.come_back(conn, chat.id)

    await services.database.write(come_back)
    services.planned.set()


async def move(services: Services, *, old: str, new: str) -> None:
    """Keep the new address of a group that Telegram gave another id."""

    def write(conn: Connection) -> None:
        chat, _ = chat_rows.chat_for(
            conn,
            channel=services.channel,
            address=old,
            kind=ChatKind.GROUP,
            telegram_language=None,
            now=services.clock(),
        )
        chat_rows.move(conn, chat.id, new)

    await services.database.write(write)


async def own_feed(services: Services, chat: Chat) -> feeds.Feed:
    """Give the secret address of the chat's own calendar, made if need be."""
    return await services.database.write(feeds.feed_for, chat.id, services.clock())


async def renew_feed(services: Services, chat: Chat, feed_id: int) -> feeds.Feed:
    """Give another address in the place of one that is no longer to be used; doing it again changes nothing."""
    return await services.database.write(feeds.renew, chat.id, feed_id, services.clock())


def _on_the_day(programme: Programme, now: datetime) -> bool:
    event = programme.event
    return event.first_day <= programme.local(now).date() <= event.last_day
