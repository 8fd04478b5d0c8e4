"""What a secretary is shown and asked about one session: who signed up, its papers and its link."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.people.signing import Paper, SignUp, can_sign_up, is_over
from bot.programme.model import Programme, Session
from bot.reminders.followers import Followers
from bot.wording.catalogue import Words
from bot.wording.following import label, when
from bot.wording.names import capital, session_name, session_short
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech

MOST: Final = 60
"""Sessions that get a button in one message; Telegram takes a hundred buttons (Bot API, InlineKeyboardMarkup)."""
REMOVABLE: Final = 20
"""So many of those who were added by hand get a button that takes them away: the last ones."""

Row = tuple[Button, ...]


def button(session: Session, words: Words) -> Button:
    """Open the desk of a session from elsewhere."""
    return Button(
        words("seat-button-back", session=label(session_short(session, words))), Action(Verb.SESSION_DESK, session.id)
    )


def which(sessions: Sequence[Session], programme: Programme, words: Words, *, text: str = "") -> Message:
    """List somebody's own sessions as buttons; ``text`` is the part of a name that none of them has."""
    if not sessions:
        return message(words("seat-none"))
    lines = [words("seat-none-named", text=text)] if text else []
    lines.append(words("seat-which"))
    if len(sessions) > MOST:
        lines.append(words("seat-which-more", example=session_short(sessions[-1], words)))
    return message(*lines).with_buttons(*rows(sessions, Verb.SESSION_DESK, programme, words))


def rows(sessions: Sequence[Session], verb: Verb, programme: Programme, words: Words) -> tuple[Row, ...]:
    """Make a button for each session, two beside each other, as many as fit."""
    shown = sessions[:MOST]
    labels = Speech(programme, words).apart([(label(session_short(s, words)), s) for s in shown])
    buttons = [Button(name, Action(verb, s.id)) for name, s in zip(labels, shown, strict=True)]
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def desk(
    session: Session,
    programme: Programme,
    words: Words,
    *,
    followers: Followers,
    sign_ups: Sequence[SignUp],
    papers: Sequence[Paper],
    has_link: bool,
    now: datetime,
) -> Message:
    """Show how a session stands, with all that can be done about it."""
    name = capital(session_name(session, programme, words))
    lines = [
        words("seat-title", session=name, when=when(session, programme, words)),
        words("seat-followers", people=followers.people, groups=followers.groups),
    ]
    opened = can_sign_up(session) and not is_over(session, now)
    if not opened:
        why = "cancelled" if not session.goes_ahead else "over" if can_sign_up(session) else "no-sign-ups-needed"
        lines.append(words(f"seat-{why}"))
    if can_sign_up(session) or sign_ups:
        lines += ["", *_signed_up(sign_ups, words)]
    if can_sign_up(session) or papers or has_link:
        lines += ["", words("seat-link" if has_link else "seat-no-link"), _papers(papers, words)]
    giving = _giving(session, papers, words, has_link=has_link) if opened else ()
    return message(*lines).with_buttons(*giving, *_taking(session, sign_ups, papers, words, has_link=has_link))


def person(one: SignUp, words: Words) -> str:
    """Name somebody as they, or the secretary, wrote it: "Jan Jansen, Zwolle"."""
    named = f"{one.name}, {one.city}" if one.city else one.name
    return words("seat-person-by-hand", person=named) if one.chat_id is None else named


def _signed_up(sign_ups: Sequence[SignUp], words: Words) -> list[str]:
    lines = [words("seat-signed-up", count=len(sign_ups))]
    if sign_ups:
        lines.append(words("seat-cities", cities=", ".join(_cities(sign_ups, words))))
    named = [one for one in sign_ups if one.name]
    if named:
        lines += [words("seat-names"), *(person(one, words) for one in named)]
        if len(named) < len(sign_ups):
            lines.append(words("seat-nameless", count=len(sign_ups) - len(named)))
    return lines


def _cities(sign_ups: Sequence[SignUp], words: Words) -> list[str]:
    """Count by city, most first; people write a city with or without a capital."""
    written = {one.city.casefold(): one.city for one in reversed(sign_ups) if one.city}
    counted = Counter(one.city.casefold() for one in sign_ups if one.city)
    found = [
        words("seat-city", city=capital(written[city]), count=str(count))
        for city, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    without = len(sign_ups) - counted.total()
    return [*found, words("seat-city-none", count=str(without))] if without else found


def _papers(papers: Sequence[Paper], words: Words) -> str:
    if not papers:
        return words("seat-no-papers")
    names = [words("seat-papers-ibabs") if paper.is_note else paper.name for paper in papers]
    return words("seat-papers", papers="; ".join(names))


def _giving(session: Session, papers: Sequence[Paper], words: Words, *, has_link: bool) -> tuple[Row, ...]:
    """Give the buttons that add something."""
    link = "seat-button-another-link" if has_link else "seat-button-link"
    paper: Row = (Button(words("seat-button-paper"), Action(Verb.ADD_PAPER, session.id)),)
    if not any(p.is_note for p in papers):
        paper += (Button(words("seat-button-ibabs"), Action(Verb.IN_IBABS, session.id)),)
    return (
        (Button(words("seat-button-add"), Action(Verb.ADD_BY_HAND, session.id)),),
        paper,
        (Button(words(link), Action(Verb.SET_LINK, session.id)),),
    )


def _taking(
    session: Session, sign_ups: Sequence[SignUp], papers: Sequence[Paper], words: Words, *, has_link: bool
) -> list[Row]:
    """Give the buttons that take something away."""
    rows: list[Row] = []
    if has_link:
        rows.append((Button(words("seat-button-no-link"), Action(Verb.NO_LINK, session.id)),))
    for paper in papers:
        name = words("seat-button-no-ibabs") if paper.is_note else words("seat-button-no-paper", paper=paper.name)
        rows.append((Button(name, Action(Verb.NO_PAPER, paper.id, session.id)),))
    by_hand = [one for one in sign_ups if one.chat_id is None]
    rows += [remove_row(one, words) for one in by_hand[-REMOVABLE:]]
    return rows


def remove_row(one: SignUp, words: Words) -> Row:
    """Give the button that takes away who was added by hand."""
    named = f"{one.name}, {one.city}" if one.city else one.name
    return (Button(words("seat-button-remove", person=named), Action(Verb.REMOVE_BY_HAND, one.id, one.session_id)),)
