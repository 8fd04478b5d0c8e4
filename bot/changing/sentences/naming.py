"""Who is named in a sentence: speakers of the day by name or role, and others as they were typed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.changing.sentences.sentence_words import NOBODY, REASONS, SAID, SPEAKERS, SPEAKS, TITLES
from bot.changing.sentences.targets import Day
from bot.changing.sentences.typed import as_typed
from bot.programme.model import Speaker
from bot.questions.lexicon import SMALL
from bot.questions.query import TopicKind
from bot.questions.spelling import stem
from bot.questions.text import Token, words_of

_SOMEONE: Final = frozenset({"iemand", "anders", "someone", "somebody", "else"})
_FROM: Final = frozenset({"van", "uit", "from", "of"})
_WHOSE: Final = frozenset(
    {"collega", "colleague", "his", "her", "their", "secretaris", "chair", "chairman", "chairwoman"}
)


def content(words: Sequence[str], run: Sequence[int], day: Day) -> list[int]:
    """List the words of a run that name somebody; "ter Haar" does, though its words say nothing by themselves."""
    told = [i for i in run if tells(words[i])]
    surname = [i for i in run for n in (2, 3) if tuple(words[i : i + n]) in day.book.surnames]
    if not told and surname:
        return list(range(surname[0], run[-1] + 1))
    return told or [i for i in run if words[i] in TITLES - SAID - SPEAKERS - _WHOSE]


def tells(word: str) -> bool:
    """Say whether a word may be part of a name."""
    return word not in SAID and word not in TITLES and word not in REASONS and word.isalpha()


def people(words: Sequence[str], day: Day) -> tuple[str, ...]:
    """List the speakers of the day whom all of these words name, by name and role; most often one."""
    found: list[tuple[int, str]] = []
    for name, appearances in day.book.people.items():
        if name.startswith("@") or not any(a.session for a in appearances):
            continue
        own = {s for n in day.book.names if n.topic.kind is TopicKind.PERSON and n.topic.key == name for s in n.stems}
        called = {stem(w.casefold()) for w in name.split()} | {stem(w) for w in words_of(name)}
        content = [w for w in words if w not in SMALL]
        if all(stem(w) in own | called for w in content) and any(stem(w) in called for w in content):
            found.append((sum(stem(w) in called for w in content), name))
    most = max((n for n, _ in found), default=0)
    return tuple(name for n, name in found if n == most)


def in_role(words: Sequence[str], day: Day) -> tuple[str, ...]:
    """List the speakers whose printed role has all of these words: «de staatssecretaris»."""
    stems = {stem(w) for w in words}
    # What is written with a capital in a role is an organisation, and may be a group's name: "Justitie en Veiligheid".
    if not stems & day.book.titles:
        return ()
    return tuple(
        name
        for name, appearances in day.book.people.items()
        if not name.startswith("@")
        and any(
            a.session and isinstance(a.person, Speaker) and stems <= {stem(w) for w in words_of(a.person.role.nl)}
            for a in appearances
        )
    )


def name_of(clause: Sequence[Token], run: tuple[int, ...], day: Day) -> str:
    """Give the name of who comes instead: as the programme has it if that is who is meant, else as typed."""
    told = list(run)
    if any(clause[i].text in _SOMEONE and clause[j].text in _FROM for i, j in pairwise(run)):
        return ""  # «iemand van MooiNL» names nobody
    while told and (_is_no_name(clause[told[0]]) or _is_verb(clause[told[0]])):
        told.pop(0)
    told = told[: next((n for n, i in enumerate(told) if _is_verb(clause[i])), len(told))]
    while told and (clause[told[-1]].text in SAID or clause[told[-1]].text in NOBODY | REASONS):
        told.pop()
    if not told:
        return ""
    known = people([clause[i].text for i in told], day)
    return known[0] if len(known) == 1 else typed_name(clause, told, as_name=True)


def typed_name(clause: Sequence[Token], indexes: Sequence[int], *, as_name: bool = False) -> str:
    """Give a name as typed, up to the first word that says nothing but is no part of a name."""
    first = last = indexes[0]
    while any(i > last for i in indexes) and (last + 1 in indexes or clause[last + 1].text in SMALL):
        last += 1
    found = as_typed(clause[first : last + 1])
    if as_name and not any(t.capital for t in clause[first : last + 1]):
        return " ".join(w if w in SMALL else w.title() for w in found.split())
    return found


def _is_verb(token: Token) -> bool:
    """Say whether a word tells what somebody does: «Jan Bakker spreekt»; with a capital it may be a name."""
    return token.text in SPEAKS and not token.capital


def _is_no_name(token: Token) -> bool:
    """Say whether a word before a name is no part of it: a title, "zijn collega"; but "De Boer" begins with one."""
    if token.text in SMALL and token.capital:
        return False
    return token.text in TITLES or token.text in NOBODY or token.text in REASONS or token.text in SAID
