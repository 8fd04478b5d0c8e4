"""What answers people with a role; whether they have it is looked at by each, at the act itself."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.wording.richtext import Action, Verb
from handlers.broadcasting import CORRECTION, TEXT, TIME
from handlers.telegram import (
    broadcast_reports,
    broadcasting,
    changing,
    log,
    organising,
    proposing,
    roles,
    saying,
    session_desk,
)
from handlers.telegram.context import Answers, Visit
from handlers.telegram.expecting import Answered

COMMANDS: Final[Mapping[tuple[str, ...], Callable[[Visit], Awaitable[Answers]]]] = {
    ("wijzig", "change"): saying.change,
    ("bericht", "broadcast"): broadcasting.write,
    ("logboek", "log"): log.log,
    ("aanmeldingen", "signups"): session_desk.sign_ups,
    ("controle", "check"): organising.check,
    ("verslag", "report"): organising.report,
    ("uitnodigen", "invite"): roles.invite,
    ("rollen", "roles"): roles.overview,
    ("pauze", "pause"): broadcast_reports.pause,
    ("hervat", "resume"): broadcast_reports.resume,
}
"""The commands and their English names."""

PRESSES: Final[Mapping[Verb, Callable[[Visit, Action], Awaitable[Answers]]]] = {
    Verb.CHANGE: changing.press_change,
    Verb.TO_ROOM: changing.press_room,
    Verb.LATER: changing.press_later,
    Verb.START_AT: changing.press_start,
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
    Verb.SPEAKER_BACK: changing.press_speaker_back,
    Verb.CHOOSE_DRAFT: proposing.press_choose,
    Verb.SEND_DRAFT: proposing.press_send,
    Verb.SWAP_INSTEAD: proposing.press_swap_instead,
    Verb.EDIT_DRAFT: changing.press_edit,
    Verb.LEAVE_DRAFT: proposing.press_leave,
    Verb.UNDO: proposing.press_undo,
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
    Verb.BROADCAST_GROUPS: broadcasting.press_groups,
    Verb.BROADCAST_TO: broadcasting.press_to,
    Verb.BROADCAST_SEND: broadcasting.press_send,
    Verb.BROADCAST_SILENT: broadcasting.press_silent,
    Verb.BROADCAST_TIME: broadcasting.press_time,
    Verb.BROADCAST_READY: broadcasting.press_ready,
    Verb.BROADCAST_TEST: broadcasting.press_test,
    Verb.BROADCAST_TEXT: broadcasting.press_text,
    Verb.BROADCAST_LEAVE: broadcasting.press_leave,
    Verb.BROADCAST_STOP: broadcast_reports.press_stop,
    Verb.BROADCAST_REPORT: broadcast_reports.press_report,
    Verb.BROADCAST_CORRECT: broadcast_reports.press_correct,
    Verb.BROADCAST_REPLACE: broadcast_reports.press_replace,
    Verb.BROADCAST_ANEW: broadcast_reports.press_anew,
    Verb.BROADCAST_WITHDRAW: broadcast_reports.press_withdraw,
    Verb.BROADCAST_REMOVE: broadcast_reports.press_remove,
    Verb.RESUME: broadcast_reports.press_resume,
    Verb.INVITE: roles.press_invite,
    Verb.REVOKE: roles.press_revoke,
    Verb.WITHDRAW_ROLE: roles.press_withdraw,
}
"""What each button does."""

ANSWERED: Final[Mapping[str, Answered]] = {
    changing.CHANGE: saying.typed,
    changing.ONLINE_TIME: saying.typed_online,
    TEXT: broadcasting.typed_text,
    CORRECTION: broadcasting.typed_correction,
    TIME: broadcasting.typed_time,
    **session_desk.ANSWERED,
}
"""What takes the next message of somebody who was asked something."""
