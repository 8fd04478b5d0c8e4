from collections.abc import Callable
from dataclasses import replace

import pytest
from question_days import DIGITAL, HAARLEM, LELYSTAD, ask, ask_of, days, moment, sentences

from bot.programme.changes import Change, Noted
from bot.programme.model import Language, Programme, Session, Status
from bot.wording.changed import remarks
from bot.wording.speech import Speech


def said(text: str, now: str = "11.20", language: Language = "nl", day: str = HAARLEM) -> list[str]:
    return ask(text, now, language, day=day).message.plain().split("\n")


def with_session(key: str, change: Callable[[Session], Session]) -> Programme:
    """Give the Haarlem day with another version of one session."""
    haarlem = days()[HAARLEM]
    sessions = tuple(change(s) if s.key == key else s for s in haarlem.sessions)
    return replace(haarlem, event=replace(haarlem.event, revision=2), sessions=sessions)


READING = "De zaal is volgens onze lezing van de tabel."
READING_EN = "The room is our reading of the table."
READINGS = "De zalen zijn volgens onze lezing van de tabel."


@pytest.mark.parametrize(
    ("language", "text", "now", "lines"),
    [
        ("nl", "zaal 3 11.40", "11.20", [
            "Zaal 3, 11.40 uur: themagroep Wonen, welzijn en zorg, tot 12.40 uur.",
            "Daarna in zaal 3: themagroep Sterke keten van participatie, leren, werken en ondernemen, 13.55 uur.",
        ]),
        ("en", "what's in zaal 3 at 11.40", "11.20", [
            "Room (zaal) 3, 11.40: themagroep Wonen, welzijn en zorg (housing, welfare and care), until 12.40.",
            ("Next in room 3: themagroep Sterke keten van participatie, leren, werken en ondernemen (strong chain of "
            "participation, learning, work and enterprise), 13.55."),
        ]),
    ],
)  # fmt: skip
def test_a_room_and_a_time(language: Language, text: str, now: str, lines: list[str]) -> None:
    # What comes next stands in the reading of the 13.55 row, which is said once.
    assert said(text, now, language)[:2] == lines


def test_late_says_what_is_on_and_what_is_next() -> None:
    assert said("ik kom te laat", "10.20") == [
        "Geen probleem.",
        "Nu, 10.20 uur:",
        "10.00 tot 10.25 uur: plenaire start, Gravenzaal",
        "Hierna, om 10.30 uur:",
        "10.30 tot 11.30 uur: pijler Sociaal, zaal 2",
        "10.30 tot 11.30 uur: pijler Fysiek, zaal 3",
        "10.30 tot 11.30 uur: pijler Economie en Werk, zaal 4",
        "10.30 tot 11.30 uur: ruimte om te netwerken, zaal 5",
        *said("ik kom te laat", "10.20")[8:],
    ]
    assert said("ik kom te laat", "10.20").count(READINGS) == 1
    assert said("I'm late", "10.20", "en")[:5] == [
        "No problem.",
        "Now, 10.20:",
        "10.00 to 10.25: plenary opening, Gravenzaal",
        "Next, at 10.30:",
        "10.30 to 11.30: pijler Sociaal (social domain), room 2",
    ]


def test_an_empty_room_says_so_and_what_comes_next_there() -> None:
    assert said("zaal 4 10.10", "10.00") == [
        "Om 10.10 uur is er niets in zaal 4.",
        "Om 10.30 uur begint daar pijler Economie en Werk.",
        READING,
    ]
    assert said("room 4 10.10", "10.00", "en") == [
        "Nothing in room 4 at 10.10.",
        "At 10.30: pijler Economie en Werk (economy and work).",
        READING_EN,
    ]


def test_a_room_that_is_not_there_is_answered_with_those_that_are() -> None:
    assert said("waar is de Regentenkamer") == [
        (
            "De Regentenkamer staat niet in dit programma. Wel: Gravenzaal (zaal 1), zaal 2, zaal 3, zaal 4 en zaal 5. "
            "Welke zoekt u?"
        )
    ]
    assert said("where is the Regentenkamer", language="en") == [
        (
            "The Regentenkamer is not in this programme. Rooms are: Gravenzaal (room 1), room 2, room 3, room 4 and "
            "room 5. Which one?"
        )
    ]
    labels = [b.label for row in ask("waar is de Regentenkamer").message.buttons for b in row]
    assert labels == ["Gravenzaal", "Zaal 2", "Zaal 3", "Zaal 4", "Zaal 5"]


def test_who_is_named_and_does_not_speak() -> None:
    assert said("waar spreekt Hugo de Jonge") == [
        (
            "Hugo de Jonge staat niet als spreker in het programma. De naam staat wel in de toelichting bij themagroep "
            "Woningmarkt."
        ),
        "11.40 tot 12.40 uur: themagroep Woningmarkt, zaal 2",
    ]
    assert said("where does Hugo de Jonge speak", language="en") == [
        (
            "Hugo de Jonge is not listed as a speaker. The name does stand in the text on themagroep Woningmarkt "
            "(housing market)."
        ),
        "11.40 to 12.40: themagroep Woningmarkt (housing market), room 2",
    ]


def test_a_group_that_does_not_meet_is_answered_with_where_its_people_are_expected() -> None:
    assert said("hoe laat is vergunninghouders en asiel")[0] == (
        "Themagroep Vergunninghouders en asiel vergadert vandaag niet apart. Wel: gesprek met staatssecretaris Eric "
        "van der Burg, 15.00 tot 15.45 uur, Gravenzaal."
    )
    assert said("when is the asylum group", language="en")[0] == (
        "No separate meeting of Vergunninghouders en asiel today. Instead: talk with state secretary Eric "
        "van der Burg, 15.00 to 15.45, Gravenzaal."
    )


def test_a_cancelled_session_says_when_and_where_it_was() -> None:
    off = with_session("europa", lambda s: replace(s, status=Status.CANCELLED, revision=2))
    dutch, english = (
        ask_of(off, q, language=x).message.plain() for q, x in (("waar is europa", "nl"), ("europa", "en"))
    )
    assert dutch == "Themagroep Europa gaat niet door (was 15.00 uur, zaal 2)."
    assert english == "Themagroep Europa (Europe) is cancelled (was 15.00, room 2)."


def test_a_speaker_who_is_out_is_called_verhinderd_and_the_session_goes_on() -> None:
    out = with_session(
        "veiligheid",
        lambda s: replace(s, speakers=tuple(replace(p, absent=p.name == "Mike Vrolijk") for p in s.speakers)),
    )
    assert ask_of(out, "waar is veiligheid").message.plain().split("\n") == [
        "Themagroep Veiligheid: zaal 5, 11.40 tot 12.40 uur.",
        "Mike Vrolijk is verhinderd. De sessie gaat door.",
    ]
    assert ask_of(out, "where is veiligheid", language="en").message.plain().split("\n")[1:] == [
        "Mike Vrolijk cannot attend. The session goes ahead."
    ]


def test_what_is_provisional_is_said_of_the_guests() -> None:
    assert said("sociale pijler", day=LELYSTAD) == [
        "Pijler Sociaal: 14.00 tot 15.30 uur.",
        "De zaal staat niet in het programma.",
        "Onder voorbehoud: het is nog niet zeker dat Hugo de Jonge en Paul Blokhuis komen.",
    ]
    assert said("social pillar", language="en", day=LELYSTAD) == [
        "Pijler Sociaal (social domain): 14.00 to 15.30.",
        "The programme gives no room.",
        "Provisional: Hugo de Jonge and Paul Blokhuis are not confirmed.",
    ]


def test_what_is_provisional_is_said_of_the_session_or_its_content() -> None:
    for change, note in (
        ({"status": Status.PROVISIONAL}, "Onder voorbehoud: het is nog niet zeker dat deze bijeenkomst doorgaat."),
        ({"content_provisional": True}, "De inhoud is onder voorbehoud."),
    ):
        programme = with_session("europa", lambda s, change=change: replace(s, **change))  # type: ignore[misc]
        assert ask_of(programme, "waar is europa").message.plain().split("\n") == [
            "Themagroep Europa: zaal 2, 15.00 tot 16.00 uur.",
            note,
        ]


def test_an_online_session_says_how_to_get_the_link() -> None:
    assert said("duurzaamheid hoe meld ik me aan", day=DIGITAL) == [
        (
            "Themagroep Duurzaamheid is online, 10.00 tot 11.30 uur. Meld u aan bij Marieke de Blok (m.blok@assen.nl). "
            "U krijgt dan de link en de eventuele stukken."
        )
    ]
    assert said("how do I join sustainability", language="en", day=DIGITAL) == [
        (
            "Themagroep Duurzaamheid (sustainability) is online, 10.00 to 11.30. Sign up with Marieke de Blok "
            "(m.blok@assen.nl). You will then get the link and any papers."
        )
    ]


def test_a_reading_of_the_damaged_table_is_said_once_for_all_rooms() -> None:
    assert said("wat is er om 10.45").count(READINGS) == 1
    assert said("wat is er om 14.00").count(READINGS) == 1
    assert not {READING, READINGS} & set(said("wat is er om 15.15"))


@pytest.mark.parametrize(
    ("text", "day", "line"),
    [
        ("wat is de wifi code", HAARLEM,
         "Over wifi staat niets in het programma. Vraag het aan de organisatie ter plaatse."),
        ("waar kan ik parkeren", LELYSTAD,
         "Over parkeren staat niets in het programma. Vraag het aan de organisatie ter plaatse."),
        ("tot hoe laat is de borrel", HAARLEM,
         "Het einde van de borrel staat niet in het programma. Het begint om 16.00 uur, Gravenzaal."),
        ("welke zaal is de lunch", HAARLEM, "De zaal staat niet in het programma."),
    ],
)  # fmt: skip
def test_what_is_not_stated_is_said_not_to_be(text: str, day: str, line: str) -> None:
    assert line in said(text, day=day)


def test_the_letter_of_lelystad_is_said_to_be_a_selection() -> None:
    assert any("not the whole programme" in line for line in said("the whole programme please", "9.00", "en", LELYSTAD))


@pytest.mark.parametrize(
    ("key", "text"), [("lunch-ab", "hoe laat is de lunch"), ("woningmarkt", "waar is woningmarkt")]
)
def test_what_is_off_is_not_offered_for_an_agenda(key: str, text: str) -> None:
    off = with_session(key, lambda s: replace(s, status=Status.CANCELLED))
    labels = [b.label for row in ask_of(off, text).message.buttons for b in row]
    assert not [label for label in labels if "agenda" in label]


def test_a_room_that_was_taken_away_is_told_once() -> None:
    before = days()[HAARLEM]
    after = with_session("veiligheid", lambda s: replace(s, room=None))
    change = Change(before.session_by_key["veiligheid"], after.session_by_key["veiligheid"])
    for language, line in (
        ("nl", "Gewijzigd om 11.00 uur: niet meer in zaal 5."),
        ("en", "Changed at 11.00: no longer in room 5."),
    ):
        say = Speech(after, sentences()[language])
        noted = Noted(moment(after, "11.00"), change)
        assert remarks([noted], ["veiligheid"], say, moment(after, "11.20")) == [line]


def test_one_session_carries_what_can_be_done_with_it_and_several_can_be_opened() -> None:
    one = ask("waar is woningmarkt").message.buttons
    assert [[b.label for b in row] for row in one] == [
        ["Volg Woningmarkt"],
        ["Woningmarkt in agenda", "Over Woningmarkt"],
    ]
    several = ask("wat is er om 15.15").message.buttons
    assert [b.label for row in several for b in row] == [
        "Gesprek met staatssecretaris Eric van der Burg",
        "Europa",
        "Vitale binnensteden en werklocaties",
        "Financiën",
        "Duurzaamheid",
    ]


def test_a_day_read_from_a_file_has_no_ids_and_so_no_buttons() -> None:
    haarlem = days()[HAARLEM]
    bare = replace(haarlem, sessions=tuple(replace(s, id=0) for s in haarlem.sessions))
    assert ask_of(bare, "waar is woningmarkt").message.buttons == ()
    assert ask_of(bare, "wat is er om 15.15").message.buttons == ()


def test_not_understood_offers_two_examples_of_the_day_and_ways_on() -> None:
    found = ask("wie wint het songfestival").message
    assert found.plain().split("\n") == [
        "“songfestival” vind ik niet in het programma.",
        "U kunt bijvoorbeeld vragen: “waar is Woningmarkt” of “zaal 3 11.40 uur”.",
    ]
    assert ask("waar is Woningmarkt").understood
    assert ask("zaal 3 11.40 uur").understood
    assert [b.label for row in found.buttons for b in row][:2] == ["Wat is er nu", "Hele programma"]


def test_a_long_list_is_counted_past_what_fits() -> None:
    haarlem = days()[HAARLEM]
    sessions = tuple(
        replace(s, key=f"{s.key}-{n}", id=s.id + 100 * n)
        for n in range(9)
        for s in haarlem.sessions
        if s.kind == "themagroep"
    )
    big = replace(haarlem, event=replace(haarlem.event, key="groot"), sessions=sessions)
    lines = ask_of(big, "geef me het hele programma").message.plain().split("\n")
    listed = [line for line in lines if " tot " in line and line[0].isdigit()]
    assert len(listed) == 30
    assert f"En nog {len(sessions) - 30} andere. Vraag naar een zaal, een tijd of een naam." in lines
