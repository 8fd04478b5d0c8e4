"""One's own day in words where the bundled days have no such case."""

from dataclasses import replace
from datetime import timedelta

from reminder_days import DRINKS, EUROPE, SAFETY, at, day, following, held, session

from bot.people.model import Choices, Stay
from bot.programme.model import Programme
from bot.wording.myday import absent, mine
from bot.wording.richtext import Message
from handlers.services import read_sentences

NL = read_sentences()["nl"]
TOMORROW = timedelta(days=1)


def shown(programme: Programme, choices: Choices) -> Message:
    return mine(programme, choices, NL, lead=None, now=at(9))


def test_sessions_that_overlap_in_part_are_named_with_their_times() -> None:
    first = session("a", at(10), "Eerste", end=at(11), groups=held("europa"), room="zaal-2")
    second = session("b", at(10, 30), "Tweede", end=at(11, 30), groups=held("europa"))
    answer = shown(day(first, second), following("europa"))
    assert answer.plain().splitlines()[2:] == [
        "10.00 tot 11.00 uur: themagroep Eerste, zaal 2",
        "10.30 tot 11.30 uur: themagroep Tweede",
        "Deze sessies vallen deels samen: Eerste, 10.00 uur, zaal 2; Tweede, 10.30 uur.",
        "Voor 10.00 uur kunt u hieronder kiezen. Wat u niet kiest, gaat uit uw programma; dat kunt u terugdraaien.",
    ]
    assert [row[0].label for row in answer.buttons[:3]] == ["Kies Eerste", "Kies Tweede", "Laat 10.00 uur zo"]


def test_each_of_several_days_stands_under_its_name() -> None:
    tomorrow = replace(EUROPE, start=EUROPE.start + TOMORROW, end=at(16) + TOMORROW)
    programme = day(SAFETY, tomorrow, last_day=tomorrow.start.date())
    stay = Stay(attends=True, arrives=at(11, 50))
    lines = shown(programme, replace(following("veiligheid", "europa"), stay=stay)).plain().splitlines()
    assert lines[1:] == [
        "U komt om 11.50 uur.",
        "",
        "Vrijdag 10 februari 2023",
        "11.40 tot 12.40 uur: themagroep Veiligheid, u mist het begin, zaal 5",
        "Zaterdag 11 februari 2023",
        "15.00 tot 16.00 uur: themagroep Europa",
    ]
    assert absent(programme, NL).plain() == (
        "U bent er niet op vrijdag 10 februari 2023 tot en met zaterdag 11 februari 2023. "
        "U krijgt dan geen berichten over uw programma."
    )


def test_what_has_no_end_is_followed_by_no_gap() -> None:
    late = session("laat", at(18), "Laat", end=at(19), groups=held("europa"))
    answer = shown(day(replace(DRINKS, groups=held("europa")), late), following("europa"))
    assert answer.plain().splitlines()[2:] == [
        "16.00 uur: borrel, Gravenzaal",
        "18.00 tot 19.00 uur: themagroep Laat",
    ]


def test_a_gap_without_anything_else_says_only_that() -> None:
    answer = shown(day(SAFETY, EUROPE), following("veiligheid", "europa"))
    assert answer.plain().splitlines()[3] == "12.40 tot 15.00 uur: niets gekozen"
