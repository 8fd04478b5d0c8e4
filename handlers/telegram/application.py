"""What answers what, in which order."""

import contextlib
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any, Final

from telegram import BotCommand, Update
from telegram.error import BadRequest
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.errors import StaleButton
from bot.outbox.pacing import Pacer
from bot.people.model import ChatKind
from bot.programme.model import LANGUAGES
from bot.wording import menu
from bot.wording.richtext import Action, Verb
from handlers import actions
from handlers.services import Services
from handlers.telegram import (
    asking,
    calendars,
    day,
    desk,
    groups,
    inline,
    keeping,
    mail,
    own_day,
    pasted,
    personal,
    picture,
    preferences,
    saying,
    service,
    signing,
    staff,
    subscribing,
    takeaway,
)
from handlers.telegram.buttons import decode
from handlers.telegram.context import (
    Answers,
    Context,
    State,
    Visit,
    addressed,
    chat_kind,
    visit,
    without_mention,
)
from handlers.telegram.errors import on_error
from handlers.telegram.expecting import answered
from handlers.telegram.talk import answer
from handlers.telegram.traffic import Traffic

Bot = ExtBot[str]
App = Application[Bot, Context, dict[Any, Any], dict[Any, Any], State, None]
Subject = Callable[[Visit], Awaitable[Answers]]
Press = Callable[[Visit, Action], Awaitable[Answers]]

COMMANDS: Final[Mapping[tuple[str, ...], Subject]] = {
    ("start",): service.start,
    ("nu", "now"): asking.now,
    ("straks", "next"): asking.following_item,
    ("zaal", "room"): asking.room,
    ("mijn", "mine"): day.mine,
    ("programma", "programme"): day.programme,
    ("volg", "follow"): groups.groups,
    ("rooster", "timetable"): picture.picture,
    ("ics",): calendars.ics,
    ("abonneer", "subscribe"): subscribing.subscribe,
    ("meenemen", "takeaway"): takeaway.takeaway,
    ("taal", "language"): service.language,
    ("instellingen", "settings"): preferences.preferences,
    ("stop",): groups.stop,
    ("privacy",): personal.privacy,
    ("mijngegevens", "mydata"): personal.my_data,
    ("vergeet", "forget"): personal.forget,
    ("help",): service.explain,
}
"""The commands and their English names."""

PRESSES: Final[Mapping[Verb, Press]] = {
    Verb.CHOOSE: asking.press_choice,
    Verb.KEEP: keeping.press_keep,
    Verb.DROP: keeping.press_drop,
    Verb.DESK: desk.press_ask,
    Verb.KEEP_ANSWER: desk.press_keep,
    Verb.DROP_ANSWER: desk.press_drop,
    Verb.NOW: asking.press_now,
    Verb.NEXT: asking.press_next,
    Verb.ROOM: asking.press_room,
    Verb.MINE: day.press_mine,
    Verb.PROGRAMME: day.press_programme,
    Verb.PICTURE: picture.press_picture,
    Verb.ABOUT: day.press_about,
    Verb.SESSION: day.press_about,
    Verb.GROUPS: groups.press_groups,
    Verb.FOLLOW: groups.press_follow,
    Verb.UNFOLLOW: groups.press_unfollow,
    Verb.FOLLOW_IN_LIST: groups.press_follow_in_list,
    Verb.UNFOLLOW_IN_LIST: groups.press_unfollow_in_list,
    Verb.ICS: calendars.press_ics,
    Verb.MY_ICS: calendars.press_my_ics,
    Verb.DAY_ICS: calendars.press_day_ics,
    Verb.UPDATE: calendars.press_update,
    Verb.MAIL: mail.press_mail,
    Verb.NO_MAIL: mail.press_no_mail,
    Verb.SUBSCRIBE: subscribing.press_subscribe,
    Verb.RENEW: subscribing.press_renew,
    Verb.HELP: service.press_help,
    Verb.LANGUAGE: service.press_language,
    Verb.SETTINGS: preferences.press_settings,
    Verb.SET_LANGUAGE: preferences.press_set_language,
    Verb.LEAD: preferences.press_lead,
    Verb.QUIET: preferences.press_quiet,
    Verb.BRIEF: preferences.press_brief,
    Verb.MORNING: preferences.press_morning,
    Verb.TAKE: own_day.press_take,
    Verb.GIVE_BACK: own_day.press_give_back,
    Verb.LEAVE_SO: own_day.press_leave_so,
    Verb.ARRIVE: own_day.press_arrive,
    Verb.LEAVE: own_day.press_leave,
    Verb.WHOLE_DAY: own_day.press_whole_day,
    Verb.ABSENT: own_day.press_absent,
    Verb.PRESENT: own_day.press_present,
    Verb.FORGET: personal.press_forget,
    Verb.SIGN_UP: signing.press_sign_up,
    Verb.SIGN_OFF: signing.press_sign_off,
    Verb.SIGN_NAME: signing.press_name,
    Verb.SIGN_CITY: signing.press_city,
    **staff.PRESSES,
}
"""What each button does; a verb that is not here is stale."""

OWN: Final[frozenset[Subject]] = frozenset(
    {day.mine, personal.my_data, personal.forget, takeaway.takeaway, *staff.COMMANDS.values()}
)
OWN_PRESSES: Final = frozenset({Verb.MINE, Verb.FORGET, Verb.SIGN_OFF, Verb.SIGN_NAME, Verb.SIGN_CITY, *staff.PRESSES})
"""What is somebody's own, and in a group only answered with the way to a chat of one's own."""
CHOOSING: Final = frozenset(
    {
        Verb.FOLLOW,
        Verb.UNFOLLOW,
        Verb.FOLLOW_IN_LIST,
        Verb.UNFOLLOW_IN_LIST,
        Verb.KEEP,
        Verb.DROP,
        Verb.LEAD,
        Verb.SET_LANGUAGE,
        Verb.QUIET,
        Verb.BRIEF,
        Verb.MORNING,
        Verb.TAKE,
        Verb.GIVE_BACK,
        Verb.LEAVE_SO,
        Verb.ARRIVE,
        Verb.LEAVE,
        Verb.WHOLE_DAY,
        Verb.ABSENT,
        Verb.PRESENT,
    }
)
"""What chooses for the whole chat, and in a group is for its administrators."""

IN_FLIGHT: Final = 16
"""Calls to Telegram at the same time; with more the HTTP library slows down."""


def build_application(services: Services, token: str, pacer: Pacer) -> App:
    """Build the application for a token, with everything that answers; its calls take turns with the outbox."""
    settings = services.settings
    types: ContextTypes[Context, dict[Any, Any], dict[Any, Any], State] = ContextTypes(context=Context, bot_data=State)
    request = _request(settings.telegram_api_url)
    app: App = (
        Application.builder()
        .token(token)
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(request)
        .get_updates_request(request)
        .rate_limiter(Traffic(pacer))
        .updater(None)
        .job_queue(None)
        .context_types(types)
        .build()
    )
    app.bot_data.services = services
    app.bot_data.failures = {}
    for names, subject in (*COMMANDS.items(), *staff.COMMANDS.items()):
        app.add_handler(CommandHandler(names, _answering(subject), filters.UpdateType.MESSAGE))
    app.add_handler(MessageHandler(filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL, _message))
    app.add_handler(MessageHandler(filters.UpdateType.MESSAGE & filters.StatusUpdate.MIGRATE, _moved))
    app.add_handler(CallbackQueryHandler(_press))
    app.add_handler(InlineQueryHandler(inline.answer_inline))
    app.add_handler(ChatMemberHandler(_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_error_handler(on_error)
    return app


async def set_menu(bot: Bot, services: Services) -> None:
    """Set Telegram's own menu in both languages; who has neither gets the English one."""
    for language in LANGUAGES:
        words = services.catalogue[language]
        commands = [BotCommand(*one) for one in menu.commands(menu.MENU, words)]
        await bot.set_my_commands(commands, language_code=language)
        if language == "en":
            await bot.set_my_commands(commands)


def _request(api_url: str) -> HTTPXRequest:
    """Make the way out: with room for the long poll beside the calls we make at once."""
    # Reading the certificates takes longer than anything else at start, and plain HTTP has no use for them.
    plain = {"verify": False} if api_url.startswith("http://") else {}
    return HTTPXRequest(
        connection_pool_size=IN_FLIGHT + 8, pool_timeout=30, connect_timeout=10, read_timeout=20, httpx_kwargs=plain
    )


def _answering(subject: Subject) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    async def handle(update: Update, context: Context) -> None:
        guest = await visit(update, context, text=" ".join(context.args or ()))
        own = subject in OWN and guest.chat.kind is ChatKind.GROUP
        await answer(await (personal.in_private if own else subject)(guest), update, context)

    return handle


async def _message(update: Update, context: Context) -> None:
    """Answer whatever is not a command we know: a question, another command, a picture."""
    message = update.message
    if message is None or not addressed(message, context.bot.username):
        return
    text = without_mention(message.text or message.caption or "", context.bot.username)
    guest = await visit(update, context, text=text)
    passed_on = await desk.replied(guest, message, context.bot.username)
    answers = passed_on or await answered(guest, staff.ANSWERED) or await saying.spoken(guest)
    answers = answers or await pasted.link(guest)
    answers = answers or await (asking.question(guest) if message.text else service.no_text(guest))
    await answer(answers, update, context)


async def _press(update: Update, context: Context) -> None:
    """Answer a button; Telegram is told at once, so that it stops waiting."""
    query = update.callback_query
    assert query is not None  # noqa: S101 - the handler takes nothing else
    # A query may be too old to be answered (Bot API, answerCallbackQuery); its button can still work.
    with contextlib.suppress(BadRequest):
        await query.answer()
    guest = await visit(update, context)
    action = decode(query.data or "")
    press = PRESSES.get(action.verb)
    if press is None:
        raise StaleButton(query.data or "")
    if action.verb in OWN_PRESSES and guest.chat.kind is ChatKind.GROUP:
        await answer(await personal.in_private(guest), update, context)
        return
    refusal = await groups.not_allowed(guest) if action.verb in CHOOSING else ()
    await answer(refusal or await press(guest, action), update, context)


async def _moved(update: Update, context: Context) -> None:
    """Keep the new id of a group that became a supergroup; Telegram tells it in both, and the old one says where to."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        await actions.move(context.services, old=str(message.chat.id), new=str(message.migrate_to_chat_id))


async def _membership(update: Update, context: Context) -> None:
    """Keep whether we may write to a chat: somebody blocked us or came back, a group let us in or out."""
    change = update.my_chat_member
    assert change is not None  # noqa: S101 - the handler takes nothing else
    await actions.set_active(
        context.services,
        address=str(change.chat.id),
        kind=chat_kind(change.chat.type),
        active=change.new_chat_member.status not in {"left", "kicked"},
    )
