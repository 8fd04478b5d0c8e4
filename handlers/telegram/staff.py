"""What answers people with a role; whether they have it is looked at by each, at the act itself."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.wording.richtext import Action, Verb
from handlers.telegram import changing, log, organising, roles, saying, session_desk
from handlers.telegram.context import Answers, Visit
from handlers.telegram.expecting import Answered

COMMANDS: Final[Mapping[tuple[str, ...], Callable[[Visit], Awaitable[Answers]]]] = {
    ("wijzig", "change"): saying.change,
    ("logboek", "log"): log.log,
    ("aanmeldingen", "signups"): session_desk.sign_ups,
    ("controle", "check"): organising.check,
    ("verslag", "report"): organising.report,
    ("uitnodigen", "invite"): roles.invite,
    ("rollen", "roles"): roles.overview,
}
"""The commands and their English names."""

PRESSES: Final[Mapping[Verb, Callable[[Visit, Action], Awaitable[Answers]]]] = {
    Verb.CHANGE: changing.press_change,
    Verb.TO_ROOM: changing.press_room,
    Verb.LATER: changing.press_later,
    Verb.ASK_TIME: changing.press_ask_time,
    Verb.CANCEL: changing.press_cancel,
    Verb.GOES_AHEAD: changing.press_goes_ahead,
    Verb.GO_ONLINE: changing.press_online,
    Verb.ASK_ONLINE: changing.press_ask_online,
    Verb.POSTPONE: changing.press_postpone,
    Verb.SWAP_LIST: changing.press_swap_list,
    Verb.SWAP: changing.press_swap,
    Verb.SPEAKER_LIST: changing.press_speaker_list,
    Verb.SPEAKER_OUT: changing.press_speaker_out,
    Verb.CHOOSE_DRAFT: changing.press_choose,
    Verb.SEND_DRAFT: changing.press_send,
    Verb.SWAP_INSTEAD: changing.press_swap_instead,
    Verb.EDIT_DRAFT: changing.press_edit,
    Verb.LEAVE_DRAFT: changing.press_leave,
    Verb.UNDO: changing.press_undo,
    Verb.TURN: changing.press_turn,
    Verb.LOG: log.press_log,
    Verb.SESSION_DESK: session_desk.press_desk,
    Verb.ADD_BY_HAND: session_desk.press_add,
    Verb.REMOVE_BY_HAND: session_desk.press_remove,
    Verb.ADD_PAPER: session_desk.press_paper,
    Verb.IN_IBABS: session_desk.press_ibabs,
    Verb.SET_LINK: session_desk.press_link,
    Verb.NO_LINK: session_desk.press_no_link,
    Verb.NO_PAPER: session_desk.press_no_paper,
    Verb.INVITE: roles.press_invite,
    Verb.REVOKE: roles.press_revoke,
    Verb.WITHDRAW_ROLE: roles.press_withdraw,
}
"""What each button does."""

ANSWERED: Final[Mapping[str, Answered]] = {
    changing.CHANGE: saying.typed,
    changing.ONLINE_TIME: saying.typed_online,
    **session_desk.ANSWERED,
}
"""What takes the next message of somebody who was asked something."""
