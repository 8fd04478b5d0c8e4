"""Sentences by which a day that turned is as it was again."""

import pytest
from question_days import HAARLEM, days, moment

from bot.changing.edit import DAY_BACK, Edit
from bot.changing.sentences.sentence import understood
from bot.changing.turning import turned

NOW = moment(days()[HAARLEM], "9.00")
BACK = (DAY_BACK,)


def asked(text: str, *, online: bool) -> tuple[Edit, ...]:
    """Give the edits that a sentence asks for on a day that turned."""
    wish = understood(text, turned(days()[HAARLEM], online=online), now=NOW)
    return () if wish is None else wish.edits


@pytest.mark.parametrize("online", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "de dag gaat toch door",
        "De hele dag gaat toch door",
        "de dag gaat toch door zoals gepland",
        "de dag gaat toch gewoon door",
        "de netwerkdag gaat toch door",
        "de dag gaat wel door",
        "alles gaat toch door",
        "the day goes ahead after all",
        "the day goes ahead as planned after all",
        "the whole day goes ahead after all",
    ],
)
def test_the_day_goes_ahead_after_all(text: str, *, online: bool) -> None:
    assert asked(text, online=online) == BACK


@pytest.mark.parametrize(
    "text",
    [
        "toch niet digitaal",
        "toch niet online",
        "de dag wordt toch niet digitaal",
        "de hele dag is toch niet online",
        "not digital after all",
        "the day is not online after all",
    ],
)
def test_the_day_is_not_digital_after_all(text: str) -> None:
    assert asked(text, online=True) == BACK
    assert asked(text, online=False) != BACK


@pytest.mark.parametrize(
    "text",
    ["Veiligheid gaat toch door", "gaat de dag toch door?", "de dag gaat niet door", "Europa toch niet digitaal"],
)
def test_one_session_or_a_question_is_not_the_day(text: str) -> None:
    assert asked(text, online=True) != BACK


def test_a_day_that_did_not_turn_is_not_turned_back() -> None:
    wish = understood("de dag gaat toch door", days()[HAARLEM], now=NOW)
    assert wish is None or wish.edits != BACK
