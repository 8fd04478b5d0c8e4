"""What stands in the mails, and what the chat says about them."""

from bot.ical.invites import Invite
from bot.programme.model import Programme, Session, Status
from bot.wording.calendars import changed
from bot.wording.catalogue import Words
from bot.wording.following import when
from bot.wording.menu import event_name
from bot.wording.names import capital, clock, day_name, session_name
from bot.wording.richtext import Action, Button, Message, Verb, message


def subject(invite: Invite, programme: Programme, words: Words, *, off: bool) -> str:
    """Give the subject of an invitation, update or cancellation; ``off`` when the session does not go ahead."""
    session = invite.session
    return words(
        f"mail-subject-{_kind(invite, off=off)}",
        name=capital(session_name(session, programme, words)),
        day=day_name(programme.local(session.start).date(), words),
        time=clock(session.start, programme),
    )


def invite(invite: Invite, programme: Programme, words: Words, *, off: bool) -> Message:
    """Say what the invitation, update or cancellation is about, for programs and people that read only text."""
    session, held = invite.session, invite.held
    kind = _kind(invite, off=off)
    lines = [words("mail-not-mine", session=_full(session, programme, words))] if kind == "not-mine" else []
    if held is not None and kind != "not-mine":
        lines.append(changed(held, session, programme, words))
    if invite.method == "REQUEST":
        lines += [_full(session, programme, words), words("mail-invite-open")]
    return message(*lines, "", words("mail-why", event=event_name(programme, words)), words("mail-stop-how"))


def code(code: str, programme: Programme, words: Words) -> Message:
    """Say which code to type in the chat."""
    return message(
        words("mail-code", code=code, event=event_name(programme, words)),
        words("mail-code-typed"),
        words("mail-code-else"),
    )


def not_arriving(address: str, words: Words) -> Message:
    """Say in the chat that the mail server refuses an address."""
    return message(words("mail-failed", address=address)).with_buttons((mail_button(words),))


def address_wanted(words: Words) -> Message:
    """Ask for an address."""
    return message(words("mail-which-address"))


def code_sent(address: str, words: Words) -> Message:
    """Say that a code is on its way."""
    return message(words("mail-code-sent", address=address), words("mail-code-valid"))


def too_many(words: Words) -> Message:
    """Say that no more codes go out for a while."""
    return message(words("mail-too-many"))


def no_address(words: Words) -> Message:
    """Say that this is not a mail address."""
    return message(words("mail-no-address"))


def wrong_code(words: Words, *, worn: bool) -> Message:
    """Say that the code is not right, and what to do."""
    if worn:
        return message(words("mail-code-worn")).with_buttons((mail_button(words),))
    return message(words("mail-code-wrong"))


def connected(address: str, words: Words) -> Message:
    """Say what happens from now on."""
    return message(words("mail-connected", address=address), words("mail-connected-more")).with_buttons(
        (no_mail_button(words),)
    )


def stopped(address: str | None, words: Words) -> Message:
    """Say that no more mail is sent, and what stays."""
    return message(words("mail-stopped", address=address)) if address else message(words("mail-not-on"))


def not_here(words: Words) -> Message:
    """Say that there is no mail: the organisers have not set it up."""
    return message(words("mail-not-set-up"))


def only_private(words: Words) -> Message:
    """Say that mail is for a chat of one's own."""
    return message(words("mail-only-private"))


def mail_button(words: Words) -> Button:
    """Give the button that asks for invitations by mail."""
    return Button(words("mail-button"), Action(Verb.MAIL))


def no_mail_button(words: Words) -> Button:
    """Give the button that ends invitations by mail."""
    return Button(words("mail-button-stop"), Action(Verb.NO_MAIL))


def _kind(invite: Invite, *, off: bool) -> str:
    if invite.method == "CANCEL":
        return "off" if off else "not-mine"
    return "new" if invite.held is None or invite.held.status is Status.CANCELLED else "changed"


def _full(session: Session, programme: Programme, words: Words) -> str:
    day = day_name(programme.local(session.start).date(), words)
    name = capital(session_name(session, programme, words))
    return words("mail-session", name=name, day=day, when=when(session, programme, words))
