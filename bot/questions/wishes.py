"""What people ask of the bot itself in words: to be left in peace or reminded, to be forgotten, another language."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.questions.text import LONGEST, words_of


class Wish(StrEnum):
    """What is wanted of the bot."""

    STOP = "stop"
    NO_REMINDERS = "no-reminders"
    REMINDERS = "reminders"
    SETTINGS = "settings"
    PRIVACY = "privacy"
    MY_DATA = "my-data"
    FORGET = "forget"
    DUTCH = "dutch"
    ENGLISH = "english"


_POLITE: Final = frozenset({"graag", "aub", "please", "bedankt", "alsjeblieft", "alstublieft"})
_REMINDERS: Final = "(?:herinnering|herinneringen|berichten|meldingen|reminders|messages|notifications)"
_AGAIN: Final = "(?:weer |toch |toch weer |opnieuw |back |again )?"
_DATA: Final = "(?:gegevens|data)"
_SAID: Final[Mapping[Wish, str]] = {
    Wish.STOP: r"stop|stoppen|ik wil stoppen|stop ermee|hou op|houd op|laat (?:me|mij) met rust|leave me alone"
    r"|stop (?:met )?(?:berichten|berichtjes)(?: sturen)?|stop met (?:het )?sturen(?: van berichten)?"
    r"|(?:stuur|geef) (?:me |mij )?geen berichten(?: meer)?|stop (?:sending|messaging)(?: me)?(?: messages)?",
    Wish.NO_REMINDERS: rf"(?:herinner|waarschuw) (?:me|mij) niet(?: meer)?|(?:ik wil )?geen {_REMINDERS}(?: meer)?"
    rf"|(?:zet )?(?:de |mijn )?{_REMINDERS} (?:uit|uitzetten)|uit met de {_REMINDERS}"
    rf"|(?:do not|dont) remind me(?: any ?more)?|stop reminding me|no(?: more)? {_REMINDERS}"
    rf"|(?:(?:turn|switch) )?off (?:the |my )?{_REMINDERS}|(?:(?:turn|switch) )?(?:the |my )?{_REMINDERS} off",
    Wish.REMINDERS: rf"(?:zet )?(?:de |mijn )?{_REMINDERS} {_AGAIN}(?:aan|aanzetten)|ik wil {_AGAIN}{_REMINDERS}"
    rf"|herinner (?:me|mij) (?:weer|toch|toch weer|toch wel)|weer {_REMINDERS}"
    rf"|(?:(?:turn|switch) )?{_AGAIN}on (?:the |my )?{_REMINDERS}(?: again)?"
    rf"|(?:(?:turn|switch) )?(?:the |my )?{_REMINDERS} {_AGAIN}on(?: again)?|remind me again",
    Wish.SETTINGS: r"(?:mijn )?instellingen|(?:my )?settings",
    Wish.PRIVACY: r"privacy|avg|gdpr|wat (?:bewaar|bewaart|weet|onthoud) (?:je|u|jij) (?:van|over) (?:me|mij)"
    r"|what do you (?:keep|know|store) (?:of|about) me",
    Wish.MY_DATA: rf"(?:geef |toon |stuur )?(?:me |mij )?mijn {_DATA}|(?:show |send )?(?:me )?my {_DATA}",
    Wish.FORGET: rf"vergeet (?:me|mij|alles)|(?:verwijder|wis) (?:me|mij|alles|(?:al )?mijn {_DATA})"
    rf"|forget (?:me|everything)|(?:delete|remove|erase) (?:me|everything|(?:all )?my {_DATA})",
    Wish.DUTCH: r"(?:in het |spreek |praat )?nederlands|(?:in |speak )?dutch",
    Wish.ENGLISH: r"(?:in het |spreek |praat )?engels|(?:in |speak )?english",
}
_PATTERNS: Final = tuple((found, re.compile(pattern)) for found, pattern in _SAID.items())


def wish(text: str) -> Wish | None:
    """Read what is wanted of the bot itself; None for anything else. The whole message says it, not a part."""
    if "?" in text or len(text) > LONGEST:
        return None
    said = " ".join(word for word in words_of(text) if word not in _POLITE)
    return next((found for found, pattern in _PATTERNS if pattern.fullmatch(said)), None)
