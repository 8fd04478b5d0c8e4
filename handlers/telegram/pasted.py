"""A link that somebody with a role types without having been asked for it: «de link voor Veiligheid: https://…»."""

import re
from typing import Final

from bot.changing.sentences.sentence import is_question
from bot.people.access import sessions_of
from bot.people.model import ChatKind
from bot.wording import session_desk_asked as said
from handlers.telegram import session_desk
from handlers.telegram.context import Answers, Say, Visit
from handlers.telegram.lookup import sessions_named

_SAYS_LINK: Final = re.compile(r"link|teams|zoom|webex|meet\b|meeting|online|digita", re.IGNORECASE)
_LED: Final = re.compile(
    rf"(?:\b(?:(?:met|via|with|and|en) )?(?:(?:de|deze|the|this) )?(?:nieuwe |new )?link(?: is| wordt)?:? *)?"
    rf"{session_desk.ADDRESS.pattern}",
    re.IGNORECASE,
)


async def link(visit: Visit) -> Answers:
    """Keep a link for the session that is named with it, or ask whose it is; nothing where it is about something else.

    Only sessions count for which the person may do so and for which one signs up, so the link reaches no others.
    """
    found = session_desk.ADDRESS.findall(visit.text)
    words = without_link(visit.text)
    if visit.chat.kind is ChatKind.GROUP or len(found) != 1 or (words and is_question(words)):
        return ()
    if not (grants := await visit.grants()):
        return ()
    open_ = [s for s in sessions_of(grants, visit.programme) if session_desk.is_open(visit, s)]
    named = [s for s in open_ if s in sessions_named(visit.programme, words, visit.now)]
    if len(named) == 1 and _SAYS_LINK.search(visit.text):
        return await session_desk.take_link(visit, named[0], found[0])
    return (Say(said.whose_link(named or open_, visit.programme, visit.words)),) if open_ else ()


def without_link(text: str) -> str:
    """Leave out an address and what leads to it («link:»): it is set apart, and goes to nobody but those entitled."""
    return _LED.sub("", text).strip(" :,;\n")
