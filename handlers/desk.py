"""Questions for the organisers and their answers, whichever door they come through: one transaction each."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from bot.people.desk import DeskQuestion
from bot.people.model import Chat
from bot.programme.model import KeptAnswer, Programme
from bot.questions import kept
from handlers.services import Services
from storage import desk


@dataclass(frozen=True, slots=True)
class Passed:
    """A question that was to be passed on: now (``first``) or before; ``away`` when nobody can be reached."""

    question: DeskQuestion
    first: bool = False
    away: bool = False


def is_desk(services: Services, chat: Chat) -> bool:
    """Say whether a chat is that of the organisers; asked again at every act."""
    return (chat.channel, chat.address) == (services.channel, services.settings.desk_chat)


async def offer(services: Services, chat: Chat, programme: Programme, text: str) -> DeskQuestion | None:
    """Keep a question that its chat may send to the organisers; None where there are none, or they ask themselves."""
    if services.settings.desk_chat is None or is_desk(services, chat):
        return None
    return await services.database.write(
        desk.offer,
        chat_id=chat.id,
        event_id=programme.event.id,
        text=text,
        language=chat.language,
        now=services.clock(),
    )


async def pass_on(services: Services, chat: Chat, question_id: int) -> Passed | None:
    """Send a question of this chat to the organisers, once; None when it has no such question (any more)."""
    now, address = services.clock(), services.settings.desk_chat

    def write(conn: Connection) -> Passed | None:
        asked = desk.question(conn, question_id)
        if asked is None or asked.chat_id != chat.id:
            return None
        if asked.sent_at is not None:
            return Passed(asked)
        if address is None:
            return Passed(asked, away=True)
        organisers = desk.desk_chat(conn, channel=services.channel, address=address, now=now)
        if not organisers.active:
            return Passed(asked, away=True)
        first = desk.send(conn, asked, organisers, now)
        return Passed(replace(asked, sent_at=now), first=first)

    passed = await services.database.write(write)
    services.planned.set()
    return passed


async def answer(services: Services, question_id: int, text: str, message_id: int) -> DeskQuestion | None:
    """Send what the organisers answered to whoever asked; None when the question is no longer kept.

    The same message of theirs is one answer, however often it is handled.
    """
    now = services.clock()

    def write(conn: Connection) -> DeskQuestion | None:
        asked = desk.question(conn, question_id)
        if asked is None or asked.sent_at is None:
            return None
        desk.answer(conn, asked, text, message_id, now)
        return desk.question(conn, question_id)

    answered = await services.database.write(write)
    services.planned.set()
    return answered


async def keepable(services: Services, asked: DeskQuestion) -> kept.Same:
    """Say by what a question is known when somebody asks it again."""
    return kept.of_text(asked.text, await _programme_of(services, asked), services.clock())


async def keep(services: Services, question_id: int) -> KeptAnswer | None:
    """Keep the answer to a question for the next one who asks; None when there is nothing to keep (any more)."""
    asked = await services.database.read(desk.question, question_id)
    if asked is None or not asked.answer:
        return None
    question = await keepable(services, asked)
    if not question:
        return None
    wanted = kept.answer_to_keep(asked.text, asked.answer, question)
    return await services.database.write(desk.keep, asked.event_id, wanted, services.clock())


async def withdraw(services: Services, kept_id: int) -> None:
    """Give a kept answer no more; doing it again changes nothing."""
    await services.database.write(desk.withdraw, kept_id, services.clock())


async def _programme_of(services: Services, asked: DeskQuestion) -> Programme:
    events = await services.programmes.events()
    key = next(event.key for event in events if event.id == asked.event_id)
    return await services.programmes.of(key)
