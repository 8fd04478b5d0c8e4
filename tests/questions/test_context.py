import json
from dataclasses import replace

import pytest
from question_days import DIGITAL, HAARLEM, LELYSTAD, ask

from bot.questions.query import Ask, Query
from bot.questions.reply import Reply


def last(*turns: str, now: str = "11.20", day: str = HAARLEM) -> Reply:
    """Put the questions one after the other; what is kept between them goes through JSON, as in storage."""
    previous: Query | None = None
    for turn in turns:
        found = ask(turn, now, day=day, previous=previous)
        previous = Query.from_json(json.loads(json.dumps(found.query.to_json())))
    return found


@pytest.mark.parametrize(
    ("turns", "asked", "sessions"),
    [
        (("zaal 3 11.40", "en in zaal 4?"), Ask.WHAT, ("leefomgeving",)),
        (("zaal 3 11.40", "en daarna?"), Ask.NEXT, ("sterke-keten",)),
        (("zaal 3 11.40", "en in zaal 4?", "en daarna?"), Ask.NEXT, ("slimme-verstedelijking",)),
        (("zaal 3 11.40", "en om twee uur?"), Ask.WHAT, ("sterke-keten",)),
        (("room 3 at 11.40", "and at two?"), Ask.WHAT, ("sterke-keten",)),
        (("waar is europa", "en financiën?"), Ask.WHERE, ("financien",)),
        (("waar is europa", "hoe laat begint dat"), Ask.WHEN, ("europa",)),
        (("waar is europa", "tot hoe laat?"), Ask.UNTIL, ("europa",)),
        (("hoe laat begint woningmarkt", "waar is dat?"), Ask.WHERE, ("woningmarkt",)),
        (("hoe laat begint woningmarkt", "en waar"), Ask.WHERE, ("woningmarkt",)),
        (("where is the housing market", "who speaks there?"), Ask.WHO, ("woningmarkt",)),
        (("waar gaat veiligheid over", "wie spreekt daar?"), Ask.WHO, ("veiligheid",)),
        (("veiligheid", "wat is er tegelijk?"), Ask.PARALLEL, ("veiligheid",)),
        (("veiligheid", "en daarvoor?"), Ask.PREVIOUS,
         ("pijler-sociaal", "pijler-fysiek", "pijler-economie-en-werk", "netwerkruimte")),
        (("wanneer spreekt Joeri Vig", "waar is dat?"), Ask.WHERE, ("veiligheid",)),
        (("waar is zorg", "jeugd"), Ask.WHERE, ("zorg-jeugd-onderwijs",)),
        (("waar is zorg", "wonen"), Ask.WHERE, ("wonen-welzijn-zorg",)),
        (("wat is er om 15.00", "en daarna?"), Ask.NEXT, ("borrel",)),
        (("what's on at two?", "and at three?", "and after that?"), Ask.NEXT, ("borrel",)),
    ],
)  # fmt: skip
def test_a_follow_up_refers_to_the_last_answer(turns: tuple[str, ...], asked: Ask, sessions: tuple[str, ...]) -> None:
    found = last(*turns)
    assert (found.query.ask, found.sessions) == (asked, sessions)


@pytest.mark.parametrize(
    "text", ["waar is woningmarkt", "zaal 3 11.40", "wat nu", "hoe laat is de lunch", "wat is de wifi code", "help"]
)
@pytest.mark.parametrize("before", ["waar is europa", "zaal 5 15.00", "wat is er om twee uur"])
def test_a_whole_question_means_the_same_after_any_other(text: str, before: str) -> None:
    assert last(before, text) == last(text)


@pytest.mark.parametrize("text", ["en daarna?", "waar is dat?", "wie spreekt daar?", "en in zaal 4?"])
def test_without_an_earlier_answer_a_follow_up_is_still_answered(text: str) -> None:
    assert ask(text).message.plain()


def test_sessions_that_are_gone_are_not_referred_to() -> None:
    previous = replace(ask("waar is europa").query, sessions=("weg",))
    assert ask("waar is dat?", previous=previous) == ask("waar is dat?")


@pytest.mark.parametrize(
    ("day", "turns", "sessions"),
    [
        (DIGITAL, ("duurzaamheid", "wie is de secretaris?"), ("duurzaamheid",)),
        (DIGITAL, ("duurzaamheid", "hoe meld ik me aan?"), ("duurzaamheid",)),
        (LELYSTAD, ("sociale pijler", "wie komen daar?"), ("pijler-sociaal",)),
        (LELYSTAD, ("sociale pijler", "is dat zeker?"), ("pijler-sociaal",)),
    ],
)
def test_a_follow_up_works_on_every_day(day: str, turns: tuple[str, ...], sessions: tuple[str, ...]) -> None:
    assert last(*turns, now="9.40", day=day).sessions == sessions
