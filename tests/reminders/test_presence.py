from datetime import timedelta

import pytest
from reminder_days import DRINKS, PIJLER, at, day

from bot.people.model import Stay
from bot.people.presence import Part, caught, is_there_at_start
from bot.programme.model import Session

ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("session", "stay", "part"),
    [
        (PIJLER, Stay(), Part.WHOLE),
        (PIJLER, Stay(arrives=at(10, 30), leaves=at(11, 30)), Part.WHOLE),
        (PIJLER, Stay(arrives=at(10, 31)), Part.NOT_THE_BEGINNING),
        (PIJLER, Stay(leaves=at(11, 29)), Part.NOT_THE_END),
        (PIJLER, Stay(arrives=at(10, 31), leaves=at(11)), Part.MIDDLE),
        (PIJLER, Stay(arrives=at(11, 30)), Part.NOTHING),
        (PIJLER, Stay(leaves=at(10, 30)), Part.NOTHING),
        (PIJLER, Stay(absent=True), Part.NOTHING),
        (DRINKS, Stay(arrives=at(17)), Part.NOT_THE_BEGINNING),
        (DRINKS, Stay(leaves=at(17)), Part.WHOLE),
    ],
)
def test_how_much_of_a_session_is_caught(session: Session, stay: Stay, part: Part) -> None:
    assert caught(session, day(), stay) is part
    assert is_there_at_start(session, day(), stay) is (part in {Part.WHOLE, Part.NOT_THE_END})


def test_times_count_on_their_own_day_only() -> None:
    tomorrow = Stay(arrives=at(10, 45) + ONE_DAY, leaves=at(9) + ONE_DAY)
    assert caught(PIJLER, day(), tomorrow) is Part.WHOLE
