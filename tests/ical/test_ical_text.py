import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from bot.ical.text import folded, one_line, text_value, tidy


@pytest.mark.parametrize(
    "text",
    [
        'prijs; plaats, \\ pad – één "vraag"',
        "map\\Notities en map\\notities",  # icalendar's own TEXT turns the first into a new line
        "eerste\n\nderde",
        "eindigt op een backslash \\",
        "BEGIN:VEVENT",
        "een tab\tertussen, emoji 👩‍👩‍👧 en combinatie e\u0301",
    ],
)
def test_a_text_comes_back_as_it_went_in(text: str) -> None:
    event = Event()
    event.add("summary", text_value(text), encode=False)

    assert str(Event.from_ical(event.to_ical())["summary"]) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("bel\x07 nul\x00 wis\x7f los\ud800 merk\ue000vet\ue001", "bel nul wis los merkvet"),
        ("  rand \n", "rand"),
    ],
)
def test_what_a_file_cannot_hold_is_left_out(text: str, kept: str) -> None:
    assert tidy(text) == kept


def test_one_line_has_single_spaces() -> None:
    assert one_line(" Themagroep\r\n Wonen,\twelzijn ") == "Themagroep Wonen, welzijn"


@given(st.text(alphabet="aé–👩\\\\;", max_size=400))
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    parts = folded(line).split(b"\r\n ")

    assert "".join(part.decode() for part in parts) == line  # decoding fails on a character that is cut in two
    assert max(len(b" " * bool(number) + part) for number, part in enumerate(parts)) <= 75


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("a" * 75, [75]),
        ("a" * 76, [75, 1]),
        ("a" * 75 + "b" * 75, [75, 74, 1]),
        ("a" * 74 + "é", [74, 2]),
        ("a" * 74 + "\\n" + "b" * 3, [74, 5]),  # the backslash goes along with its letter
        ("a" * 73 + "\\\\n", [75, 1]),  # two backslashes are a pair of their own
    ],
)
def test_a_fold_comes_as_late_as_it_may(line: str, parts: list[int]) -> None:
    assert [len(part) for part in folded(line).split(b"\r\n ")] == parts
