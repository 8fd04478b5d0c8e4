"""Questions in free text, and the commands and buttons that stand for one."""

from dataclasses import replace

from bot.errors import StaleButton
from bot.people.model import ChatKind
from bot.programme.model import Programme
from bot.questions import option
from bot.questions.followed import is_question
from bot.questions.query import Ask
from bot.questions.reply import Reply
from bot.wording import following, keeping, menu
from bot.wording.names import room_name
from bot.wording.richtext import Action
from bot.wording.signing import saying_so, with_links
from handlers import actions
from handlers import signing as entitled
from handlers.telegram import calendars, day, desk, groups, mail, own_day, personal, saying, service, signing, wishing
from handlers.telegram.context import Answers, Say, Visit
from handlers.telegram.lookup import room_with


async def question(visit: Visit) -> Answers:
    """Answer what somebody typed."""
    text = visit.text.strip()
    if text.startswith("/"):
        return await service.unknown_command(visit)
    no_question = menu.no_question(text, visit.programme, visit.words)
    if no_question is not None:
        return (Say(no_question),)
    if wished := await wishing.spoken(visit):
        return wished
    if about_mail := await mail.instead_of_question(visit):
        return about_mail
    if about_coming := await own_day.spoken(visit):
        return about_coming
    if asked_for := await signing.typed(visit):
        return asked_for
    reply = await actions.ask(visit.services, visit.chat, text, visit.programme)
    return await _instead(visit, reply) or await _with_buttons(visit, reply, typed=True)


async def now(visit: Visit) -> Answers:
    """Answer «/nu»."""
    return await _ask(visit, "nu")


async def following_item(visit: Visit) -> Answers:
    """Answer «/straks»."""
    return await _ask(visit, "straks")


async def room(visit: Visit) -> Answers:
    """Answer «/zaal 3», «/zaal 3 om 11.40» or «/zaal», which asks which one."""
    wanted = visit.text.strip()
    if not wanted:
        return (Say(menu.rooms(visit.programme, visit.words)),)
    named = any(
        name.casefold() in wanted.casefold() for r in visit.programme.rooms for name in (r.name, *r.aliases) if name
    )
    return await _ask(visit, wanted if named else f"zaal {wanted}")


async def press_now(visit: Visit, _action: Action) -> Answers:
    """Answer the button that asks what is on."""
    return await now(visit)


async def press_next(visit: Visit, _action: Action) -> Answers:
    """Answer the button that asks what is next."""
    return await following_item(visit)


async def press_room(visit: Visit, action: Action) -> Answers:
    """Answer the button of a room."""
    return await _ask(visit, room_name(room_with(visit.programme, action.id), visit.services.catalogue["nl"]))


async def _ask(visit: Visit, text: str) -> Answers:
    reply = await actions.ask(visit.services, visit.chat, text, visit.programme, refers=False)
    return await _with_buttons(visit, reply)


async def press_choice(visit: Visit, action: Action) -> Answers:
    """Answer the question for the one that was meant, as it was put."""
    found = replace(visit, programme=await _programme_of(visit, action))
    meant = option.read(action.id, action.revision, found.programme)
    if meant is None:
        raise StaleButton(f"{action.verb}:{action.id}")
    reply = await actions.choose(visit.services, visit.chat, found.programme, *meant)
    return await _instead(found, reply) or await _with_buttons(found, reply)


async def _programme_of(visit: Visit, action: Action) -> Programme:
    """Give the programme that a choice is about: that of a session may be of another day."""
    if not option.is_session(action.revision):
        return visit.programme
    return await visit.services.programmes.with_session(action.id) or visit.programme


async def _with_buttons(visit: Visit, reply: Reply, *, typed: bool = False) -> Answers:
    chosen = await actions.choices(visit.services, visit.chat, visit.programme)
    said = following.with_state(reply.message, visit.programme, chosen, visit.words)
    said = keeping.with_button(said, visit.programme, chosen, visit.words, now=visit.now, lead=visit.chat.lead)
    said = await signing.with_state(visit, said)
    if reply.query.ask is Ask.JOIN and visit.chat.kind is ChatKind.PRIVATE:
        # Who signed up is told the link; nobody else ever is.
        links = await entitled.links(visit.services, visit.chat, visit.programme)
        named = [s for key in reply.sessions if (s := visit.programme.session_by_key.get(key)) is not None]
        mine = await entitled.sessions_of(visit.services, visit.chat)
        said = saying_so(with_links(said, named, links, visit.words), named, visit.programme, mine, visit.words)
    said = await saying.with_offer(visit, reply, said) if typed else said
    return (Say(said if reply.unanswered is None else await desk.offered(visit, said)),)


async def _instead(visit: Visit, reply: Reply) -> Answers:
    """Do what the words ask for where it is more than an answer: «mijn programma», «volg veiligheid», «help»."""
    match reply.query.ask:
        case Ask.MINE:
            return await (personal.in_private if visit.chat.kind is ChatKind.GROUP else day.mine)(visit)
        case Ask.CALENDAR_CHECK:
            return await calendars.check(visit)
        case Ask.HELP:
            return await service.explain(visit)
        case Ask.FOLLOWED:
            return await groups.followed_asked(visit, reply.query.topics)
        case Ask.FOLLOW if is_question(visit.text):
            return await groups.followed_asked(visit, reply.query.topics)
        case Ask.FOLLOW:
            return await groups.follow_asked(visit, reply.query.topics, reply.sessions)
        case Ask.UNFOLLOW:
            return await groups.unfollow_asked(visit, reply.query.topics)
        case Ask.CALENDAR if reply.understood:
            return await calendars.of_sessions(visit, reply.sessions)
        case _:
            return ()
