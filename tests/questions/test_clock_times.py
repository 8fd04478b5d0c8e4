import pytest
import spellings
from hypothesis import given
from hypothesis import strategies as st

from bot.questions import clock_times
from bot.questions.clock_times import DAY, ClockTime, clock_time, settle
from bot.questions.text import tokens

DAY_STARTS, DAY_ENDS = 9 * 60 + 30, 16 * 60 + 45
MINUTES = st.integers(0, DAY - 1)


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def read(text: str) -> ClockTime | None:
    """Read a time that takes all the words."""
    found = clock_time(words(text), 0)
    return found[0] if found and found[1] == len(words(text)) else None


def test_every_minute_of_the_day_in_every_spelling_is_among_its_own_readings() -> None:
    wrong = [
        (text, minute, found)
        for minute in range(DAY)
        for text in spellings.all_of(minute)
        if (found := read(text)) is None or minute not in found.readings
    ]
    assert wrong == []


def test_a_spelling_that_says_the_half_of_the_day_has_one_reading() -> None:
    wrong = [
        (text, minute, found)
        for minute in range(DAY)
        for text in spellings.exact(minute)
        if (found := read(text)) != ClockTime(minute)
    ]
    assert wrong == []


def test_every_minute_of_a_programme_settles_to_itself_whatever_the_hour_of_asking() -> None:
    wrong = [
        (text, minute, asked)
        for minute in range(DAY_STARTS, DAY_ENDS + 1)
        for text in spellings.all_of(minute)
        for asked in (None, 8 * 60, minute - 1, 20 * 60)
        if (found := read(text)) is None or settle(found, DAY_STARTS, DAY_ENDS, asked) != minute
    ]
    assert wrong == []


@given(minute=MINUTES, pick=st.randoms(use_true_random=False))
def test_words_around_a_time_stay_out_of_it(minute: int, pick: object) -> None:
    text = pick.choice(spellings.all_of(minute))  # type: ignore[attr-defined]
    whole = ["zaal", "drie", *words(text), "graag", "bedankt"]
    assert clock_time(whole, 2) == clock_time(words(text), 0)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("half drie", (150, 870)),
        ("half three", (210, 930)),
        ("half past two", (150, 870)),
        ("vijf voor half drie", (145, 865)),
        ("tien over half twaalf", (700,)),
        ("twintig over elf", (680,)),
        ("kwart voor twaalf", (705,)),
        ("quarter past one", (75, 795)),
        ("twenty five to four", (215, 935)),
        ("2 pm", (840,)),
        ("12 am", (0,)),
        ("12 pm", (720,)),
        ("noon", (720,)),
        ("middernacht", (0,)),
        ("elf uur veertig", (700, 1420)),
        ("eleven forty", (700, 1420)),
        ("eleven forty five", (705, 1425)),
        ("14 uur", (840,)),
        ("09.30", (570,)),
        ("9.30", (570, 1290)),
        ("kwart voor veertien", (825,)),
        ("drie uur 's middags", (900,)),
        ("tien uur 's ochtends", (600,)),
        ("half drie uur", (150, 870)),
    ],
)
def test_a_time_has_these_readings(text: str, readings: tuple[int, ...]) -> None:
    found = read(text)
    assert found is not None
    assert set(readings) <= set(found.readings)
    assert found.minutes == readings[0]


@pytest.mark.parametrize(
    "text",
    [
        "25.10",
        "11.60",
        "2575",
        "99",
        "half dertig",
        "een sessie",
        "zaal 3",
        "tien minuten",
        "2023",
        "drie sprekers",
        "",
    ],
)
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert clock_time(words(text), 0) is None


@pytest.mark.parametrize(("text", "minutes"), [("3", 180), ("drie", 180), ("half drie", 150), ("14", 840), ("een", 60)])
def test_a_bare_number_is_an_hour_only_after_a_preposition(text: str, minutes: int) -> None:
    found = clock_time(words(text), 0, after_preposition=True)
    assert found is not None
    assert found[0].minutes == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("over een kwartier", 15),
        ("over 10 minuten", 10),
        ("over tien minuten", 10),
        ("over een half uur", 30),
        ("over een halfuurtje", 30),
        ("over een uur", 60),
        ("over anderhalf uur", 90),
        ("over drie kwartier", 45),
        ("over 2 uur", 120),
        ("binnen twintig minuten", 20),
        ("in half an hour", 30),
        ("in an hour", 60),
        ("in a quarter of an hour", 15),
        ("in five minutes", 5),
        ("within two hours", 120),
        ("in 45 mins", 45),
    ],
)
def test_a_delay_is_read_in_minutes(text: str, minutes: int) -> None:
    assert clock_times.delay(words(text), 0) == (minutes, len(words(text)))


@pytest.mark.parametrize("text", ["over veiligheid", "in zaal 3", "over de woningmarkt", "in the room", "kwartier"])
def test_what_a_session_is_about_is_no_delay(text: str) -> None:
    assert clock_times.delay(words(text), 0) is None


@given(st.integers(1, 240))
def test_any_number_of_minutes_is_read_back(minutes: int) -> None:
    assert clock_times.delay(["over", str(minutes), "minuten"], 0) == (minutes, 3)


@pytest.mark.parametrize(
    ("first", "last", "now", "settled"),
    [
        (570, 1005, None, 840),  # two o'clock on a day from 9.30 to 16.45
        (570, 1005, 1000, 840),
        (60, 1400, None, 120),  # a day on which both lie: the first,
        (60, 1400, 500, 840),  # or the one still to come
        (1080, 1200, None, 840),  # a day on which neither lies: the nearest
        (200, 300, None, 120),
    ],
)
def test_an_open_time_settles_on_the_hours_of_the_day(first: int, last: int, now: int | None, settled: int) -> None:
    assert settle(ClockTime(120, open=True), first, last, now) == settled


@given(minute=MINUTES, first=MINUTES, length=st.integers(0, DAY), now=st.none() | MINUTES)
def test_settling_gives_one_of_the_readings(minute: int, first: int, length: int, now: int | None) -> None:
    time = ClockTime(minute % 720, open=True)
    assert settle(time, first, first + length, now) in time.readings
