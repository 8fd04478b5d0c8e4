"""What is answered inline, in somebody else's chat: of the day alone, nothing kept and nothing of anybody's own."""

from dataclasses import dataclass

from bot.people.model import Chat, language_of
from bot.questions.reply import reply
from bot.wording import menu
from bot.wording.richtext import Message
from handlers.services import Services
from storage import chat_rows


@dataclass(frozen=True, slots=True)
class Found:
    """An answer to choose; without a title its first line is one."""

    message: Message
    title: str = ""


async def answers(services: Services, address: str, telegram_language: str | None, text: str) -> tuple[Found, ...]:
    """Answer what was typed; for nothing yet what is on, what is next, and two examples.

    Raises NoEvents or UnknownEvent when there is no programme.
    """
    programme = await services.programmes.current()
    known: Chat | None = await services.database.read(chat_rows.chat_at, services.channel, address)
    language = language_of(telegram_language) if known is None else known.language
    words = services.catalogue[language]
    others = await services.programmes.others(programme.event.key)
    changes = await services.programmes.changes(programme)

    def answered(question: str) -> Message:
        return reply(
            question,
            programme,
            now=services.clock(),
            language=language,
            catalogue=services.catalogue,
            others=others,
            changes=changes,
        ).message

    if not text:
        return tuple(
            Found(answered(question), title)
            for question, title in (
                ("nu", words("inline-now")),
                ("straks", words("inline-next")),
                *((example, example) for example in menu.two_examples(programme, words)),
            )
        )
    return (Found(menu.no_question(text, programme, words) or answered(text)),)
