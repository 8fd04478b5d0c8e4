"""The words of questions: a language is a table, and a question is read with all tables at once.

Phrases are written folded, as :func:`bot.questions.text.tokens` gives them ("whats", "hoe laat"), with commas between.
People mix languages, so nothing here asks which one a word is from. A language is added by adding a table
(as ``words_dutch.py``) to :mod:`bot.questions.vocabulary`, and a folder of sentences to ``config/wording``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.questions.query import Ask


@dataclass(frozen=True, kw_only=True)
class Table:
    """What the words of one language do in a question.

    ``signals``: phrases that say what is asked. ``filler``: words that carry nothing by themselves.
    ``pronouns``: words that point back at the last answer; ``leads_on``: words that go on from it ("en in zaal 4?").
    ``names``: phrases that look like a signal and are a name.
    ``kinds``: words for a kind of item on the day; ``groups``: words for a kind of group.
    ``facts``: practical matters by topic. ``rooms``: words for a room.
    ``during``, ``after``, ``before``: what may stand before the name of a session.
    ``parts``: parts of the day, by first and last minute after midnight. ``days``: by shift from today.
    ``short``: words as they are said or typed in a hurry, with what they are in full ("ist" is "is het").
    ``titles``: what people are, such as "minister"; in a question such a word asks for somebody.
    ``everything``: words that ask for a whole list. ``ignored``: common words that are never a misspelt name.
    """

    signals: Mapping[Ask, str]
    filler: str
    pronouns: str
    names: str
    leads_on: str
    kinds: Mapping[str, str]
    groups: Mapping[str, str]
    facts: Mapping[str, str]
    rooms: str
    during: str
    after: str
    before: str
    parts: Mapping[tuple[int, int], str]
    days: Mapping[int, str]
    weekdays: str
    months: str
    short: Mapping[str, str]
    titles: str
    everything: str
    ignored: str
