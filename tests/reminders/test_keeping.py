import pytest
from reminder_days import day, following

from bot.people.model import Choices
from bot.reminders.keeping import to_write

DAY = day()
SAFETY = DAY.session_by_key["veiligheid"]


@pytest.mark.parametrize(
    ("choices", "wanted", "written"),
    [
        (Choices(), True, True),
        (Choices(), False, None),
        (Choices(kept=frozenset({SAFETY.id})), False, None),
        (following("veiligheid"), True, None),
        (following("veiligheid"), False, False),
    ],
)
def test_only_what_the_groups_do_not_say_is_written(choices: Choices, wanted: bool, written: bool | None) -> None:
    assert to_write(DAY, choices, SAFETY, wanted=wanted) is written
