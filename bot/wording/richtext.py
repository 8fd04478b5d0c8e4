"""Rich text: what every door can render. Spans make lines, lines and buttons make a message."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

BOLD_OPEN: Final = "\ue000"
BOLD_CLOSE: Final = "\ue001"
"""Private-use marks by which a Fluent sentence says what stands out (its function BOLD); never in people's text."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; ``bold`` is never the only bearer of a meaning."""

    text: str
    bold: bool = False


Line = tuple[Span, ...]


class Verb(StrEnum):
    """What a button does; the letters stand in codes that people keep for months, so they are never reused.

    Those of two letters are for people with a role: w changes, x sends to many, y is about a session, z about roles.
    """

    FOLLOW = "f"
    UNFOLLOW = "u"
    FOLLOW_IN_LIST = "v"
    UNFOLLOW_IN_LIST = "w"
    ICS = "i"
    ABOUT = "a"
    SESSION = "s"
    ROOM = "r"
    NOW = "n"
    NEXT = "x"
    MINE = "m"
    PROGRAMME = "p"
    GROUPS = "g"
    HELP = "h"
    LANGUAGE = "l"
    LEAD = "t"
    SETTINGS = "S"
    SET_LANGUAGE = "L"
    QUIET = "Q"
    BRIEF = "B"
    MORNING = "M"
    TAKE = "T"
    GIVE_BACK = "U"
    LEAVE_SO = "Z"
    ARRIVE = "E"
    LEAVE = "V"
    WHOLE_DAY = "D"
    ABSENT = "N"
    PRESENT = "P"
    MY_ICS = "c"
    DAY_ICS = "d"
    KEEP = "k"
    DROP = "o"
    DESK = "q"
    PICTURE = "y"
    SUBSCRIBE = "A"
    RENEW = "R"
    UPDATE = "b"
    MAIL = "e"
    NO_MAIL = "z"
    CHOOSE = "C"
    KEEP_ANSWER = "K"
    DROP_ANSWER = "W"
    FORGET = "F"
    SIGN_UP = "I"
    SIGN_OFF = "O"
    SIGN_NAME = "J"
    SIGN_CITY = "Y"
    CHANGE = "wa"
    TO_ROOM = "wr"
    LATER = "wt"
    START_AT = "ws"
    ASK_TIME = "wq"
    CANCEL = "wx"
    GOES_AHEAD = "wy"
    GO_ONLINE = "wo"
    ASK_ONLINE = "wn"
    POSTPONE = "wd"
    SWAP_LIST = "wl"
    SWAP = "wu"
    SPEAKER_LIST = "wp"
    SPEAKER_OUT = "wz"
    SPEAKER_BACK = "wi"
    CHOOSE_DRAFT = "wc"
    SEND_DRAFT = "wS"
    SWAP_INSTEAD = "wW"
    EDIT_DRAFT = "wE"
    LEAVE_DRAFT = "wL"
    UNDO = "wU"
    TURN = "wv"
    LOG = "wg"
    BROADCAST_GROUPS = "xg"
    BROADCAST_TO = "xa"
    BROADCAST_SEND = "xn"
    BROADCAST_SILENT = "xq"
    BROADCAST_TIME = "xt"
    BROADCAST_READY = "xk"
    BROADCAST_TEST = "xe"
    BROADCAST_TEXT = "xw"
    BROADCAST_LEAVE = "xl"
    BROADCAST_STOP = "xs"
    BROADCAST_REPORT = "xr"
    BROADCAST_CORRECT = "xc"
    BROADCAST_REPLACE = "xi"
    BROADCAST_ANEW = "xm"
    BROADCAST_WITHDRAW = "xd"
    BROADCAST_REMOVE = "xy"
    RESUME = "xh"
    INVITE = "zi"
    REVOKE = "zv"
    WITHDRAW_ROLE = "zw"
    SESSION_DESK = "ya"
    ADD_BY_HAND = "yb"
    REMOVE_BY_HAND = "yc"
    ADD_PAPER = "yd"
    IN_IBABS = "ye"
    SET_LINK = "yf"
    NO_LINK = "yg"
    NO_PAPER = "yh"


@dataclass(frozen=True, slots=True)
class Action:
    """What a button asks for: a verb, the id it is about (0: none) and the revision it was made at (0: any).

    For CHOOSE the revision is the number of :mod:`bot.questions.option`; for DROP_ANSWER it is the question's id.
    For START_AT it is the minute after midnight.
    For BROADCAST_TO it is put together by :func:`bot.wording.broadcast_previews.packed`.
    """

    verb: Verb
    id: int = 0
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Button:
    """A button whose label can stand alone; with a ``url`` it opens that instead of asking for the action."""

    label: str
    action: Action
    url: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What is said at once: lines of text, and rows of buttons under it."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()

    def plain(self) -> str:
        """Give the text without marks, as a command line or a screen reader gets it."""
        return "\n".join("".join(span.text for span in line) for line in self.lines)

    def with_buttons(self, *rows: tuple[Button, ...]) -> "Message":
        """Give the same message with these rows of buttons added; empty rows are left out."""
        return replace(self, buttons=self.buttons + tuple(row for row in rows if row))


def line(text: str) -> Line:
    """Turn a worded sentence, with the marks of BOLD in it, into spans."""
    spans: list[Span] = []
    for index, part in enumerate(text.replace(BOLD_CLOSE, BOLD_OPEN).split(BOLD_OPEN)):
        if part:
            spans.append(Span(part, bold=index % 2 == 1))
    return tuple(spans)


def message(*sentences: str) -> Message:
    """Make a message of worded sentences, a line each; an empty sentence is an empty line."""
    return Message(tuple(line(part) for sentence in sentences for part in sentence.split("\n")))


def clean(text: str) -> str:
    """Take the marks out of text that people wrote, so that it cannot pretend to be wording."""
    return text.replace(BOLD_OPEN, "").replace(BOLD_CLOSE, "")
