"""Signing up for a session: what is asked, what the secretary sees, and the link and documents that follow."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.people.signing import Handout, SignUp, can_sign_up, is_over
from bot.programme.model import Programme, Session, Status
from bot.wording.catalogue import Words
from bot.wording.following import when
from bot.wording.names import capital, session_name, session_short
from bot.wording.richtext import Action, Button, Message, Verb, message

FIRST_NAME: Final = 1
TYPE: Final = 2
NOTHING: Final = 3
YES: Final = 4
NO: Final = 5
"""What the third number in a code of the buttons about name and city means."""
SHOWN: Final = 30
"""Characters of a first name that a button shows."""


def sign_up_row(session: Session, words: Words) -> tuple[Button, ...]:
    """Give the row under a session's card that signs up; empty where one does not."""
    if not session.id or not can_sign_up(session):
        return ()
    return (Button(words("signup-button", session=session_short(session, words)), Action(Verb.SIGN_UP, session.id)),)


def with_state(said: Message, programme: Programme, mine: Collection[int], words: Words, *, now: datetime) -> Message:
    """Let the buttons that sign up sign off where somebody is signed up (``mine``), and drop those of what is over."""

    def stated(button: Button) -> tuple[Button, ...]:
        session = programme.session_by_id.get(button.action.id)
        if button.action.verb is not Verb.SIGN_UP or session is None:
            return (button,)
        if session.id in mine:
            return _off_row(session, words)
        return () if is_over(session, now) else (button,)

    rows = (tuple(made for button in row for made in stated(button)) for row in said.buttons)
    return replace(said, buttons=tuple(row for row in rows if row))


def saying_so(
    said: Message, sessions: Sequence[Session], programme: Programme, mine: Collection[int], words: Words
) -> Message:
    """Let the answer to who wants to sign up begin with where they are signed up already."""
    done = [words("signup-are", session=session_name(s, programme, words)) for s in sessions if s.id in mine]
    return replace(said, lines=message(*done).lines + said.lines) if done else said


def offers(said: Message) -> bool:
    """Say whether a message offers to sign up."""
    return any(button.action.verb is Verb.SIGN_UP for row in said.buttons for button in row)


def signed_up(session: Session, programme: Programme, words: Words, *, first_name: str) -> Message:
    """Say that somebody is signed up, and ask which name the secretary may see."""
    rows = [(_choice("type-name", Verb.SIGN_NAME, session, TYPE, words),)]
    if first_name:
        name = first_name if len(first_name) <= SHOWN else f"{first_name[:SHOWN]}…"
        label = words("signup-button-name", name=name)
        rows.insert(0, (Button(label, Action(Verb.SIGN_NAME, session.id, FIRST_NAME)),))
    rows.append((_choice("no-name", Verb.SIGN_NAME, session, NOTHING, words),))
    head = _head("signup-done", session, programme, words)
    return message(head, words("signup-which-name")).with_buttons(*rows, _off_row(session, words))


def type_name(words: Words) -> Message:
    """Ask to type a name."""
    return message(words("signup-type-name"))


def which_city(session: Session, words: Words) -> Message:
    """Ask whether somebody wants to give a city."""
    rows = [
        (_choice("type-city", Verb.SIGN_CITY, session, TYPE, words),),
        (_choice("no-city", Verb.SIGN_CITY, session, NOTHING, words),),
    ]
    return message(words("signup-which-city")).with_buttons(*rows)


def type_city(words: Words) -> Message:
    """Ask to type a city."""
    return message(words("signup-type-city"))


def is_it(said: str, session: Session, words: Words, *, name: bool) -> Message:
    """Ask whether what somebody typed is the name or city that was asked for."""
    verb, kind = (Verb.SIGN_NAME, "name") if name else (Verb.SIGN_CITY, "city")
    rows = [
        (Button(words(f"signup-is-{kind}-{answer}"), Action(verb, session.id, which)),)
        for answer, which in (("yes", YES), ("no", NO))
    ]
    return message(words(f"signup-is-{kind}", said=said)).with_buttons(*rows)


def unfit(words: Words, *, name: bool) -> Message:
    """Say that a message cannot be kept as a name or city, and what can."""
    return message(words("signup-unfit-name" if name else "signup-unfit-city"))


def confirmed(
    sign_up: SignUp, session: Session, programme: Programme, words: Words, *, link: str = "", already: bool = False
) -> Message:
    """Say what somebody is signed up for and what the secretary sees; ``link`` where it is there."""
    lines = [_head("signup-already" if already else "signup-done", session, programme, words), seen(sign_up, words)]
    if link:
        lines.append(words("signup-your-link", link=link))
    else:
        lines.append(words("signup-link-comes" if session.online else "signup-papers-come"))
    return message(*lines).with_buttons(_off_row(session, words))


def seen(sign_up: SignUp, words: Words) -> str:
    """Say what the secretary sees of somebody."""
    match bool(sign_up.name), bool(sign_up.city):
        case True, True:
            return words("signup-seen", name=sign_up.name, city=sign_up.city)
        case True, False:
            return words("signup-seen-name", name=sign_up.name)
        case False, True:
            return words("signup-seen-city", city=sign_up.city)
        case _:
            return words("signup-seen-nothing")


def signed_off(session: Session, programme: Programme, words: Words, *, was: bool) -> Message:
    """Say that somebody is no longer signed up, with the way back."""
    name = capital(session_name(session, programme, words)) if not was else session_name(session, programme, words)
    key = "signup-off" if was else "signup-not"
    return message(words(key, session=name)).with_buttons(sign_up_row(session, words))


def not_open(session: Session, programme: Programme, words: Words) -> Message:
    """Say why one cannot sign up for a session."""
    name = session_name(session, programme, words)
    if session.status is Status.CANCELLED:
        return message(words("signup-cancelled", session=capital(name)))
    if can_sign_up(session):
        return message(words("signup-over", session=capital(name)))
    return message(words("signup-not-open", session=name))


def handed_out(
    handout: Handout, session: Session, programme: Programme, words: Words, *, repeated: bool = False
) -> Message:
    """Word the message that brings a link or a document."""
    head = _head(_handed_key(handout), session, programme, words)
    if repeated:
        head = words("signup-repeated", sentence=head)
    link = [handout.link, words("signup-link-yours")] if handout.link else []
    return message(head, *link).with_buttons(_off_row(session, words))


def _handed_key(handout: Handout) -> str:
    if handout.document is not None:
        return "signup-ibabs" if handout.document.is_note else "signup-document"
    return "signup-link-changed" if handout.changed else "signup-link"


def with_links(said: Message, sessions: Sequence[Session], links: Mapping[int, str], words: Words) -> Message:
    """Add to a reminder the links that this chat is entitled to."""
    added = [
        words("signup-reminder-link", session=session_short(s, words), link=links[s.id])
        for s in sessions
        if s.id in links
    ]
    return replace(said, lines=said.lines + message(*added).lines) if added else said


def _head(key: str, session: Session, programme: Programme, words: Words) -> str:
    return words(key, session=session_name(session, programme, words), when=when(session, programme, words))


def _off_row(session: Session, words: Words) -> tuple[Button, ...]:
    label = words("signup-button-off", session=session_short(session, words))
    return (Button(label, Action(Verb.SIGN_OFF, session.id)),)


def _choice(key: str, verb: Verb, session: Session, which: int, words: Words) -> Button:
    return Button(words(f"signup-button-{key}"), Action(verb, session.id, which))
