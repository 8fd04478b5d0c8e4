"""Whether something is still going on, what is left of the day, and whether one can be at both."""

import pytest
from question_days import DIGITAL, HAARLEM, LELYSTAD, ask


def first_line(text: str, now: str, language: str = "nl", day: str = HAARLEM) -> str:
    return ask(text, now, "en" if language == "en" else "nl", day=day).message.plain().splitlines()[0]


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("is woningmarkt nog bezig", "12.20",
         "Themagroep Woningmarkt is bezig, nog 20 minuten: tot 12.40 uur, zaal 2."),
        ("woningmarkt al begonnen?", "12.39", "Themagroep Woningmarkt is bezig, nog 1 minuut: tot 12.40 uur, zaal 2."),
        ("is veiligheid al afgelopen", "12.46", "Themagroep Veiligheid is afgelopen. Het einde was om 12.40 uur."),
        ("is veiligheid voorbij", "12.40", "Themagroep Veiligheid is afgelopen. Het einde was om 12.40 uur."),
        ("is europa al begonnen", "14.50", "Themagroep Europa begint over 10 minuten: 15.00 tot 16.00 uur, zaal 2."),
        ("is europa al begonnen", "11.20", "Themagroep Europa is nog niet begonnen: 15.00 tot 16.00 uur, zaal 2."),
        ("hoe lang duurt veiligheid nog", "12.10",
         "Themagroep Veiligheid is bezig, nog 30 minuten: tot 12.40 uur, zaal 5."),
        ("hoe lang nog tot de lunch", "12.30",
         "De lunch met vergadering AB begint over 20 minuten: 12.50 tot 13.50 uur."),
        ("is de borrel nog bezig", "16.30",
         "De borrel is bezig, sinds 16.00 uur, Gravenzaal. Het einde staat niet in het programma."),
        ("is dat gesprek met vd burg nog bezig", "15.50",
         "Het gesprek met staatssecretaris Eric van der Burg is afgelopen. Het einde was om 15.45 uur."),
        ("gaat woningmarkt nog door", "14.00", "Themagroep Woningmarkt is afgelopen. Het einde was om 12.40 uur."),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_course_of_a_meeting_is_answered_by_the_clock(text: str, now: str, expected: str) -> None:
    assert first_line(text, now) == expected


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("housing market still on?", "14.57",
         "Themagroep Woningmarkt (housing market) is over. It ended at 12.40."),
        ("is the talk with the state secretary still going", "15.20",
         "The talk with state secretary Eric van der Burg is going on, 25 minutes more: until 15.45, Gravenzaal."),
        ("how much longer does europe run", "15.59",
         "Themagroep Europa (Europe) is going on, 1 minute more: until 16.00, room 2."),
        ("has finance started yet", "14.55",
         "Themagroep Financiën (finance) starts in 5 minutes: 15.00 to 16.00, room 4."),
    ],
)  # fmt: skip
def test_the_course_of_a_meeting_in_english(text: str, now: str, expected: str) -> None:
    assert first_line(text, now, "en") == expected


def test_the_course_of_a_meeting_is_told_on_its_own_day_only() -> None:
    assert "Woningmarkt: zaal 2, 11.40 tot 12.40 uur" in first_line("woningmarkt al begonnen", "2023-02-09T12:00")
    assert "gaat volgens het programma door" in first_line("gaat woningmarkt nog door", "11.20")
    assert "bezig, nog 60 minuten" in first_line("sociale pijler nog bezig?", "14.30", day=LELYSTAD)


@pytest.mark.parametrize(
    ("text", "language"),
    [("wat is er nog vandaag", "nl"), ("wat is er vandaag nog", "nl"), ("what's left today", "en"),
     ("rest van de dag", "nl"), ("what is on for the rest of the day", "en")],
)  # fmt: skip
def test_what_is_left_of_the_day_goes_on_until_its_end(text: str, language: str) -> None:
    told = ask(text, "14.10", "en" if language == "en" else "nl").message.plain()
    assert "Europa" in told
    assert "16.00" in told
    assert "borrel" in told or "drinks" in told
    assert "Woningmarkt" not in told


def test_who_leaves_early_hears_all_that_is_missed() -> None:
    told = ask("mis ik iets als ik om 2 uur wegga", "10.05").message.plain()
    assert told.startswith("Vanaf 14.00 uur:")
    assert "Sterke keten" in told
    assert "Europa" in told
    assert "borrel" in told
    assert "Woningmarkt" not in told


def test_of_a_part_of_the_day_what_is_over_is_left_out() -> None:
    told = ask("iets leuks vanmiddag?", "13.00").message.plain()
    assert told.startswith("Van 13.00 tot 18.00 uur:")
    assert "lunch" in told
    assert "Woningmarkt" not in told
    assert "Woningmarkt" in ask("wat was er vanmiddag", "13.00").message.plain()
    assert ask("wat is er vanmiddag", "9.00").message.plain().startswith("Van 12.00 tot 18.00 uur:")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kan ik naar europa en ook naar financien", "Die zijn tegelijk, van 15.00 tot 16.00 uur."),
        ("overlappen europa en het gesprek met van der burg", "Die zijn tegelijk, van 15.00 tot 15.45 uur."),
        ("kan ik eerst naar woningmarkt en dan naar zorg en jeugd", "Die zijn niet tegelijk."),
        ("kan ik naar allebei", "Die vraag begrijp ik niet."),
    ],
)  # fmt: skip
def test_who_wants_to_be_at_both_hears_whether_they_are_at_the_same_time(text: str, expected: str) -> None:
    assert first_line(text, "10.50") == expected


def test_both_are_the_ones_that_were_asked_about_one_after_the_other() -> None:
    first = ask("wanneer is europa", "11.00")
    second = ask("en financien", "11.00", previous=first.query)
    told = ask("kan ik naar allebei", "11.00", previous=second.query).message.plain()
    assert told.splitlines()[0] == "Die zijn tegelijk, van 15.00 tot 16.00 uur."
    assert "Europa" in told
    assert "Financiën" in told


def test_a_length_of_time_later_counts_from_the_time_that_was_asked_about() -> None:
    first = ask("what is on at half past one", "10.10", "en", day=DIGITAL)
    assert "14.30" in first_line_of(ask("and an hour later", "10.10", "en", day=DIGITAL, previous=first.query))
    first = ask("zaal 3 om 11.40", "9.30")
    assert "Sterke keten" in first_line_of(ask("en drie uur later", "9.30", previous=first.query))


def first_line_of(answered: object) -> str:
    text: str = answered.message.plain()  # type: ignore[attr-defined]
    return text.splitlines()[0]


def test_what_runs_on_when_another_ends_is_told_when_nothing_begins_after_it() -> None:
    told = ask("whats after finance", "14.00", "en", day=DIGITAL).message.plain()
    assert "Nothing more" not in told
    assert "14.30 to 16.00: pijler Fysiek" in told


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("hoe lang is wwz nog", "11.55",
         "Themagroep Wonen, welzijn en zorg is bezig, nog 45 minuten: tot 12.40 uur, zaal 3."),
        ("loopt europa nog door", "15.44", "Themagroep Europa is bezig, nog 16 minuten: tot 16.00 uur, zaal 2."),
        ("is veiligheid bezig", "11.45", "Themagroep Veiligheid is bezig, nog 55 minuten: tot 12.40 uur, zaal 5."),
        ("is security almost done", "12.35",
         "Themagroep Veiligheid is bezig, nog 5 minuten: tot 12.40 uur, zaal 5."),
        ("begint europa al", "14.58", "Themagroep Europa begint over 2 minuten: 15.00 tot 16.00 uur, zaal 2."),
        ("over hoeveel minuten begint europa", "14.50",
         "Themagroep Europa begint over 10 minuten: 15.00 tot 16.00 uur, zaal 2."),
        ("over hoeveel minuten begint de volgende ronde", "13.25", "Nu: lunch met vergadering AB, tot 13.50 uur."),
        ("hoe laat gaat het verder", "13.25", "Nu: lunch met vergadering AB, tot 13.50 uur."),
        ("als ik naar van der burg ga mis ik dan europa", "14.30", "Die zijn tegelijk, van 15.00 tot 15.45 uur."),
        ("is er straks nog koffie", "14.00", "De inloop is afgelopen. Het einde was om 10.00 uur."),
        ("is er straks nog een lunch", "12.00",
         "De lunch met vergadering AB begint over 50 minuten: 12.50 tot 13.50 uur."),
        ("is van der burg al weg", "15.46",
         "Het gesprek met staatssecretaris Eric van der Burg is afgelopen. Het einde was om 15.45 uur."),
        ("kan ik nog bij woningmarkt aansluiten", "12.00",
         "Themagroep Woningmarkt is bezig, nog 40 minuten: tot 12.40 uur, zaal 2."),
        ("is it over", "16.05",
         "De borrel is bezig, sinds 16.00 uur, Gravenzaal. Het einde staat niet in het programma."),
        ("kan ik nog naar woningmarkt", "15.20", "Themagroep Woningmarkt is afgelopen. Het einde was om 12.40 uur."),
        ("kan ik naar woningmarkt", "15.20", "Themagroep Woningmarkt: zaal 2, 11.40 tot 12.40 uur."),
        ("is er nu ergens plek om te zitten", "13.10",
         ("Nu vrij, 13.10 uur: Gravenzaal, tot 15.00 uur; zaal 2, tot 13.55 uur; zaal 3, tot 13.55 uur; zaal 4, tot "
          "13.55 uur; zaal 5, tot 13.55 uur.")),
        ("tot hoe laat moet ik blijven", "15.30",
         "Het laatste onderdeel is de borrel, vanaf 16.00 uur, Gravenzaal. Het einde staat niet in het programma."),
    ],
)  # fmt: skip
def test_other_words_for_the_course_of_the_day(text: str, now: str, expected: str) -> None:
    assert first_line(text, now) == expected


def test_that_room_an_hour_later_is_asked_of_the_room() -> None:
    first = ask("waar zit ibs", "11.00")
    second = ask("wie zit daar", "11.00", previous=first.query)
    told = ask("en een uur later in die zaal", "11.00", previous=second.query).message.plain()
    assert "Om 15.00 uur begint daar themagroep Europa." in told
