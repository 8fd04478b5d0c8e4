"""Start, help, language, and what is no question."""

import re
from dataclasses import replace
from typing import Final

from bot.people.model import ChatKind
from bot.programme.model import Language
from bot.wording import menu
from bot.wording import roles as wording
from bot.wording.richtext import Action, Verb
from handlers import actions
from handlers.telegram import day, groups, roles
from handlers.telegram.context import Answers, Say, Visit

FOLLOW_LINK: Final = re.compile(r"volg_([a-z0-9-]{1,40})", re.ASCII)
SESSION_LINK: Final = re.compile(r"s_([0-9]{1,18})", re.ASCII)

INVITATION: Final = re.compile(r"i_([A-Za-z0-9_-]{32})", re.ASCII)


async def start(visit: Visit) -> Answers:
    """Welcome somebody, and do what the link they came by asks for (Bot API, deep linking)."""
    welcome = Say(menu.welcome(visit.programme, visit.words, visit.chat.lead))
    payload = visit.text.strip()
    if not payload:
        return (welcome,)
    before = (welcome,) if visit.new else ()
    if match := FOLLOW_LINK.fullmatch(payload):
        done = await groups.follow_slug(visit, match[1])
        if done:
            return (*before, *done)
    if match := SESSION_LINK.fullmatch(payload):
        programme = await visit.services.programmes.with_session(int(match[1]))
        if programme is not None:
            return (*before, *await day.press_about(visit, Action(Verb.ABOUT, int(match[1]))))
    if match := INVITATION.fullmatch(payload):
        return (*before, *await roles.accept(visit, match[1]))
    return (Say(menu.unknown_link(visit.words)), welcome)


async def explain(visit: Visit) -> Answers:
    """Answer «/help»."""
    subscribing = visit.services.settings.public_url is not None
    said = menu.explanation(visit.programme, visit.words, subscribing=subscribing)
    grants = await visit.grants() if visit.chat.kind is ChatKind.PRIVATE else ()
    return (Say(said), *((Say(wording.explanation(grants, visit.programme, visit.words)),) if grants else ()))


async def press_help(visit: Visit, _action: Action) -> Answers:
    """Answer the button that asks for help."""
    return await explain(visit)


async def language(visit: Visit) -> Answers:
    """Answer «/taal» with the choice, «/taal en» by choosing."""
    wanted: dict[str, Language] = {"nl": "nl", "nederlands": "nl", "dutch": "nl"}
    wanted |= {"en": "en", "engels": "en", "english": "en"}
    chosen = wanted.get(visit.text.strip().casefold())
    return await _set_language(visit, chosen) if chosen else (Say(menu.language(visit.words)),)


async def in_dutch(visit: Visit) -> Answers:
    """Answer in Dutch from now on."""
    return await _set_language(visit, "nl")


async def in_english(visit: Visit) -> Answers:
    """Answer in English from now on."""
    return await _set_language(visit, "en")


async def press_language(visit: Visit, action: Action) -> Answers:
    """Choose the language of a button."""
    return await _set_language(visit, "en" if menu.LANGUAGE_IDS.get(action.id) == "en" else "nl")


async def unknown_command(visit: Visit) -> Answers:
    """Say that a command is not known and what there is."""
    command = visit.text.split(maxsplit=1)[0].partition("@")[0]
    return (Say(menu.unknown_command(command, visit.programme, visit.words)),)


async def no_text(visit: Visit) -> Answers:
    """Answer a photo, a sticker, a voice message."""
    return (Say(menu.not_a_question("only-text", visit.programme, visit.words)),)


async def _set_language(visit: Visit, chosen: Language) -> Answers:
    if refusal := await groups.not_allowed(visit):
        return refusal
    chat = await actions.set_language(visit.services, visit.chat, chosen)
    return (Say(menu.language_set(replace(visit, chat=chat).words)),)
