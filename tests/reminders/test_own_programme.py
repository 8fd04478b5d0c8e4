from dataclasses import replace

import pytest
from reminder_days import SAFETY, WWZ, day, following

from bot.people.model import Choices
from bot.programme.model import Programme, Status
from bot.reminders.plan import my_sessions


def keys(programme: Programme, choices: Choices) -> list[str]:
    return [s.key for s in my_sessions(programme, choices)]


@pytest.mark.parametrize(
    ("followed", "expected"),
    [
        ((), []),
        (("wwz",), ["wwz"]),  # what it prepares is left to those who hold nothing that day
        (("wwz", "veiligheid"), ["wwz", "veiligheid"]),
        (("asiel",), ["gesprek"]),  # does not meet: "zie gesprek"
        (("armoede",), ["gesprek"]),  # holds nothing, prepares the talk
        (("statushouders",), ["gesprek"]),  # a former group: its successor
        (("sociaal",), ["pijler", "wwz", "gesprek"]),  # a pijler: its own meeting and those of its groups
        (("rond",), []),  # successors in a circle end
    ],
)
def test_what_is_followed_brings_these_sessions(followed: tuple[str, ...], expected: list[str]) -> None:
    assert keys(day(), following(*followed)) == expected


def test_kept_sessions_come_in_and_dropped_ones_go_out() -> None:
    programme = day()
    drinks = programme.session_by_key["borrel"].id
    wwz = programme.session_by_key["wwz"].id
    assert keys(programme, following("sociaal", kept=(drinks,), dropped=(wwz,))) == ["pijler", "gesprek", "borrel"]


def test_moving_is_nobodys_programme_even_when_kept() -> None:
    programme = day()
    moving = programme.session_by_key["verplaatsing"]
    assert moving.holders() == ("veiligheid",)
    assert keys(programme, following("veiligheid", kept=(moving.id,))) == ["veiligheid"]


def test_a_cancelled_session_stays_in_it() -> None:
    programme = day(WWZ, replace(SAFETY, status=Status.CANCELLED))
    assert keys(programme, following("wwz", "veiligheid")) == ["wwz", "veiligheid"]


def test_choices_about_what_is_gone_do_no_harm() -> None:
    assert keys(day(), Choices(frozenset({999}), frozenset({998}), frozenset({997}))) == []
