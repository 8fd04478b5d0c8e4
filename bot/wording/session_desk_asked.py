"""What is asked for the desk of a session, and what became of the answer."""

from collections.abc import Sequence

from bot.people.signing import Paper, SignUp
from bot.programme.model import Programme, Session
from bot.wording.catalogue import Words
from bot.wording.names import session_name
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.session_desk import button, person, remove_row, rows


def ask(what: str, session: Session, programme: Programme, words: Words) -> Message:
    """Ask for a "person", a "paper" or a "link"."""
    return _back(words(f"seat-ask-{what}", session=session_name(session, programme, words)), session, words)


def wrong(what: str, session: Session, words: Words) -> Message:
    """Say that this is no "person", "paper" or "link", and what would be right."""
    return _back(words(f"seat-wrong-{what}"), session, words)


def too_large(session: Session, words: Words) -> Message:
    """Say that a file cannot be kept."""
    return _back(words("seat-paper-too-large"), session, words)


def not_received(session: Session, words: Words) -> Message:
    """Say that Telegram did not give a file."""
    return _back(words("seat-paper-gone"), session, words)


def added(one: SignUp, session: Session, words: Words, *, new: bool) -> Message:
    """Say who was added by hand, with a way back."""
    more = Button(words("seat-button-add-more"), Action(Verb.ADD_BY_HAND, session.id))
    said = message(words("seat-added" if new else "seat-added-before", person=person(one, words)))
    return said.with_buttons((more,), remove_row(one, words), (button(session, words),))


def removed(one: SignUp | None, session: Session, words: Words) -> Message:
    """Say who is no longer in the list."""
    if one is None:
        return _back(words("seat-removed-before"), session, words)
    return _back(words("seat-removed", person=person(one, words)), session, words)


def paper_sent(name: str, count: int | None, session: Session, words: Words) -> Message:
    """Say to how many a document goes; None where it was there already."""
    if count is None:
        return _back(words("seat-paper-before", paper=name), session, words)
    return _back(words("seat-paper-sent", paper=name, count=count), session, words)


def ibabs_sent(count: int | None, session: Session, words: Words) -> Message:
    """Say to how many it goes that the papers are in iBabs; None where that was said already."""
    if count is None:
        return _back(words("seat-ibabs-before"), session, words)
    return _back(words("seat-ibabs-sent", count=count), session, words)


def paper_away(paper: Paper | None, session: Session, words: Words) -> Message:
    """Say what was taken away."""
    if paper is None:
        return _back(words("seat-paper-away-before"), session, words)
    if paper.is_note:
        return _back(words("seat-ibabs-away"), session, words)
    return _back(words("seat-paper-away", paper=paper.name), session, words)


def whose_link(sessions: Sequence[Session], programme: Programme, words: Words) -> Message:
    """Ask for which of somebody's sessions a link is, which is kept nowhere yet."""
    return message(words("seat-whose-link")).with_buttons(*rows(sessions, Verb.SET_LINK, programme, words))


def link_sent(count: int | None, session: Session, programme: Programme, words: Words) -> Message:
    """Say to how many the link goes, without the link; None where it is so already."""
    name = session_name(session, programme, words)
    if count is None:
        return _back(words("seat-link-before", session=name), session, words)
    return _back(words("seat-link-sent", session=name, count=count), session, words)


def link_away(session: Session, words: Words, *, was: bool) -> Message:
    """Say that the link is taken away."""
    return _back(words("seat-link-away" if was else "seat-link-away-before"), session, words)


def _back(text: str, session: Session, words: Words) -> Message:
    return message(text).with_buttons((button(session, words),))
