"""Changes that somebody types: «Veiligheid naar zaal 2», «alles na de lunch 10 minuten later», «ongedaan maken»."""

from collections.abc import Sequence
from dataclasses import replace

from bot.changing.edit import Edit, EditKind, applied
from bot.changing.sentences.leaving import Leaving, leaving
from bot.changing.sentences.sentence import is_question, speaks_of_us, understood
from bot.changing.sentences.wish import Problem, ProblemKind, Wish
from bot.errors import NothingChanges, OutsideTheDay
from bot.people.access import Grant, may_change, sees_all, sessions_of
from bot.people.model import ChatKind
from bot.programme.model import Session
from bot.questions.reply import Reply
from bot.wording import changing as wording
from bot.wording.leaving import where_to
from bot.wording.names import capital, joined, room_name, room_typed
from bot.wording.richtext import Button, Message
from handlers.telegram import changing, proposing
from handlers.telegram.context import Answers, Say, Visit
from handlers.telegram.pasted import without_link
from handlers.telegram.session_desk import ADDRESS


async def change(visit: Visit) -> Answers:
    """Answer «/wijzig» with what can be changed, with a name in that session, «… naar zaal 2» by proposing that.

    Raises NotAllowed.
    """
    if not visit.text.strip():
        return await changing.change(visit)
    await visit.must(bool)
    said = await spoken(visit) or await changing.named(visit, visit.text)
    return said or (Say(_problem(visit, Problem(kind=ProblemKind.WHICH))),)


async def spoken(visit: Visit) -> Answers:
    """Propose what a sentence changes; nothing where it changes nothing, or comes from somebody without a role."""
    if visit.chat.kind is ChatKind.GROUP or not visit.text.strip():
        return ()
    wish = understood(without_link(visit.text), visit.programme, now=visit.now)
    ours = speaks_of_us(visit.text, visit.now)
    left = None if wish or ours else leaving(visit.text, visit.programme, now=visit.now)
    if (wish is None and not ours and left is None) or not (grants := await visit.grants()):
        return ()
    if not sees_all(grants) and ours:
        # Of a secretary it is the own meeting that runs late or moves, not the day.
        own = [s for s in sessions_of(grants, visit.programme) if s.goes_ahead and s.end and s.end > visit.now]
        if own:
            wish = understood(visit.text, visit.programme, now=visit.now, about=own[0]) or wish
    return _where_to(visit, left, grants) if wish is None else await _carried_out(visit, wish)


def _where_to(visit: Visit, left: Leaving | None, grants: Sequence[Grant]) -> Answers:
    """Ask where to that goes which is in a room that cannot be used, as far as the person may move it."""
    if left is None:
        return ()
    # What is there all day gives way.
    meetings = [s for s in left.sessions if not s.available_all_day] or left.sessions
    own = next((s for s in meetings if may_change(grants, visit.programme, s)), None)
    return (Say(where_to(left, visit.programme, visit.words, own=own, swaps=sees_all(grants))),)


async def with_offer(visit: Visit, reply: Reply, said: Message) -> Message:
    """Offer with an answer what its bare words may ask of who may change it: «Veiligheid om 11.50».

    It stays a question, as that is what it is for everybody. Where there is no answer, say how one changes something.
    """
    if visit.chat.kind is not ChatKind.PRIVATE or is_question(visit.text):
        return said
    button = _offer(visit, reply)
    unclear = reply.unanswered is not None
    if (button is None and not unclear) or not (grants := await visit.grants()):
        return said
    if button is not None and may_change(grants, visit.programme, visit.programme.session_by_key[reply.sessions[0]]):
        return said.with_buttons((button,))
    return replace(said, lines=said.lines + wording.how_to(visit.words).lines) if unclear else said


def _offer(visit: Visit, reply: Reply) -> Button | None:
    """Give the button for another room or time that is said beside the name of the one session of an answer."""
    session = visit.programme.session_by_key.get(reply.sessions[0]) if len(reply.sessions) == 1 else None
    if session is None or not reply.query.topics:
        return None
    wish = understood(visit.text, visit.programme, now=visit.now, about=session)
    if wish is None or len(wish.edits) != 1 or wish.edits[0].keys != (session.key,):
        return None
    try:
        applied(visit.programme, wish.edits)
    except (NothingChanges, OutsideTheDay):
        return None
    return wording.offer_button(session, wish.edits[0], visit.programme, visit.words)


async def typed(visit: Visit, session_id: int) -> Answers:
    """Take a message for how the session under discussion changes; nothing where it says no such thing."""
    found, session = await _session(visit, session_id)
    wish = (
        None if session is None else understood(without_link(visit.text), found.programme, now=visit.now, about=session)
    )
    return () if wish is None else await _carried_out(found, wish)


async def typed_online(visit: Visit, session_id: int) -> Answers:
    """Take a message for the time at which a session is online."""
    found, session = await _session(visit, session_id)
    wish = (
        None if session is None else understood(without_link(visit.text), found.programme, now=visit.now, about=session)
    )
    if session is None or wish is None:
        return ()
    times = next((e for e in wish.edits if e.kind in {EditKind.TIME, EditKind.ONLINE}), None)
    if times is None:
        return await _carried_out(found, wish)
    edit = Edit(kind=EditKind.ONLINE, keys=(session.key,), start=times.start, end=times.end)
    return (*_link_apart(visit), *await proposing.propose(found, (edit,), dropped=wish.dropped))


async def _carried_out(visit: Visit, wish: Wish) -> Answers:
    if wish.undo:
        return await proposing.undo(visit)
    if wish.problem is not None:
        return (Say(_problem(visit, wish.problem)),)
    proposed = await proposing.propose(visit, wish.edits, wish.options, dropped=wish.dropped)
    return (*_link_apart(visit), *proposed)


def _link_apart(visit: Visit) -> Answers:
    """Say, where a link stands in a sentence, that it is not kept with the change."""
    return (Say(wording.link_apart(visit.words)),) if ADDRESS.search(visit.text) else ()


async def _session(visit: Visit, session_id: int) -> tuple[Visit, Session | None]:
    """Give the session under discussion, where the person still may change it."""
    programme = await visit.services.programmes.with_session(session_id)
    if programme is None:
        return visit, None
    found = replace(visit, programme=programme)
    session = programme.session_by_id[session_id]
    return found, session if may_change(await found.grants(), programme, session) else None


def _problem(visit: Visit, problem: Problem) -> Message:
    """Say why a sentence cannot be carried out, and what to type instead."""
    words = visit.words
    names = joined([room_name(room, words) for room in visit.programme.rooms], words)
    rooms = words("change-rooms", rooms=names) if names else words("change-rooms-none")
    gone = problem.kind is ProblemKind.UNKNOWN_ROOM
    name = room_typed(problem.words, words) if gone else capital(problem.words)
    if problem.kind is ProblemKind.NO_ROOM and not name:
        name = words("change-example")
    return wording.problem(problem.kind.value, words, name=name, rooms=rooms)
