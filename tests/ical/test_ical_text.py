import pytest
from icalendar import Event

from bot.ical.text import one_line, text_value, tidy


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
