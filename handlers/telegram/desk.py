"""The chat of the organisers: questions go there, and replies to those come back from it."""

from telegram import Message as TelegramMessage

from bot.errors import StaleButton
from bot.wording import desk as wording
from bot.wording.richtext import Action, Message
from handlers import desk
from handlers.telegram.context import Answers, Relabel, Say, Visit


async def offered(visit: Visit, answer: Message) -> Message:
    """Add the way to the organisers to an answer that is none, where there is one."""
    asked = await desk.offer(visit.services, visit.chat, visit.programme, visit.text.strip())
    return answer if asked is None else wording.offered(answer, asked, visit.words)


async def press_ask(visit: Visit, action: Action) -> Answers:
    """Send the question of the button to the organisers; a second time says that it was sent."""
    passed = await desk.pass_on(visit.services, visit.chat, action.id)
    if passed is None:
        raise StaleButton(f"question:{action.id}")
    if passed.away:
        return (Say(wording.away(visit.words)),)
    button = wording.ask_button(passed.question, visit.words)
    return (Relabel(button), Say(wording.sent(passed.question, visit.words, first=passed.first)))


async def replied(visit: Visit, message: TelegramMessage, username: str) -> Answers:
    """Pass on what the organisers reply to a question; nothing for any other message, or from any other chat."""
    number = _number(visit, message, username) if desk.is_desk(visit.services, visit.chat) else None
    if number is None:
        return ()
    text = (message.text or "").strip()
    if not text:
        return (Say(wording.text_only(number, visit.words)),)
    if len(text) > wording.LONGEST_ANSWER:
        return (Say(wording.too_long(number, visit.words)),)
    asked = await desk.answer(visit.services, number, text, message.message_id)
    if asked is None:
        return (Say(wording.gone(number, visit.words)),)
    keepable = bool(await desk.keepable(visit.services, asked))
    return (Say(wording.confirmed(asked, visit.words, keepable=keepable)),)


async def press_keep(visit: Visit, action: Action) -> Answers:
    """Keep an answer for the next one who asks: only the organisers can."""
    kept = await desk.keep(visit.services, action.id) if desk.is_desk(visit.services, visit.chat) else None
    if kept is None:
        raise StaleButton(f"answer:{action.id}")
    return (Relabel(wording.drop_button(kept, action.id, visit.words)), Say(wording.kept(kept, visit.words)))


async def press_drop(visit: Visit, action: Action) -> Answers:
    """Give a kept answer no more: only the organisers can."""
    if not desk.is_desk(visit.services, visit.chat):
        raise StaleButton(f"kept:{action.id}")
    await desk.withdraw(visit.services, action.id)
    return (Relabel(wording.keep_button(action.revision, visit.words)), Say(wording.dropped(visit.words)))


def _number(visit: Visit, message: TelegramMessage, username: str) -> int | None:
    """Give the number of the question that a message replies to, None for what is no such reply."""
    question = message.reply_to_message
    if question is None or question.from_user is None or question.from_user.username != username:
        return None
    return wording.number_in(question.text or "", visit.services.catalogue)
