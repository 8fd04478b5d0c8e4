from calendar_days import at, day, full_session, session

from bot.ical.description import description, event_name
from bot.programme.model import Contact, Language, Programme, Session, Speaker, Status, Text
from bot.wording.catalogue import Catalogue

TAIL = {
    "nl": "\n\nOnderdeel van Bestuurlijke netwerkdag G40, Haarlem.",
    "en": "\n\nPart of Bestuurlijke netwerkdag G40, Haarlem.",
}


def told(session: Session, catalogue: Catalogue, language: Language = "nl", programme: Programme | None = None) -> str:
    said = description(session, programme or day(session), catalogue[language], language=language)
    assert said.endswith(TAIL[language])
    return said.removesuffix(TAIL[language])


def test_everything_is_said_in_dutch(catalogue: Catalogue) -> None:
    assert told(full_session(), catalogue) == (
        "De inhoud is onder voorbehoud.\n\n"
        "Zaal 2: volgens onze lezing van de tabel in het programma.\n\n"
        "Met:\n"
        "- Karin Schrederhof, wethouder Delft (voorzitter)\n"
        "- spreker uit een andere regio. Onder voorbehoud: de komst is nog niet zeker.\n\n"
        "Hoe gaat het met de prestatieafspraken?\n\nMet een toelichting.\n\n"
        "Meer informatie: info@woningmarkt.example"
    )


def test_everything_is_said_in_english_with_the_dutch_text_named_as_such(catalogue: Catalogue) -> None:
    assert told(full_session(), catalogue, "en") == (
        "The content is provisional.\n\n"
        "Room 2: by our reading of the table in the programme.\n\n"
        "With:\n"
        "- Karin Schrederhof, wethouder Delft (chair)\n"
        "- spreker uit een andere regio. Provisional: not yet confirmed.\n\n"
        "From the programme, in Dutch:\n"
        "Hoe gaat het met de prestatieafspraken?\n\nMet een toelichting.\n\n"
        "More information: info@woningmarkt.example"
    )


def test_an_end_that_is_not_stated_is_said_and_not_made_up(catalogue: Catalogue) -> None:
    drinks = session("borrel", title=Text("Borrel"), kind="drinks", start=at(15), end=None, groups=())

    assert told(drinks, catalogue) == "Het einde staat niet in het programma."
    assert told(drinks, catalogue, "en") == "The programme gives no end time."


def test_times_of_our_reading_are_called_so(catalogue: Catalogue) -> None:
    arrival = session("inloop", kind="arrival", start=at(8, 30), end=at(9), end_stated=False, start_stated=False)

    assert told(arrival, catalogue) == (
        "Het begin staat niet in het programma. 9.30 uur is onze lezing.\n"
        "Het einde staat niet in het programma. 10.00 uur is onze lezing."
    )


def test_the_text_in_ones_own_language_is_enough_and_one_in_the_other_is_named(catalogue: Catalogue) -> None:
    printed, both = Text("De woondeal."), Text("De woondeal.", "The housing deal.")
    ours = Text("Over de woondeal.", "On the housing deal.")
    cases = [(printed, Text()), (both, ours), (printed, ours), (Text(), ours), (Text(), printed), (Text(), Text())]
    said = [
        description(session(text=text, summary=summary), day(), catalogue["en"], language="en").removesuffix(TAIL["en"])
        for text, summary in cases
    ]

    assert said == [
        "From the programme, in Dutch:\nDe woondeal.",
        "The housing deal.",
        "On the housing deal.\n\nFrom the programme, in Dutch:\nDe woondeal.",
        "On the housing deal.",
        "From the programme, in Dutch:\nDe woondeal.",
        TAIL["en"].lstrip(),
    ]


def test_whom_it_is_for_and_an_address_that_the_text_has_already(catalogue: Catalogue) -> None:
    meeting = session(
        text=Text("Meer informatie via info@woningmarkt.example."),
        audience=Text("wethouders wonen"),
        contacts=(
            Contact(mail="info@woningmarkt.example", kind="information"),
            Contact(mail="aanmelden@woningmarkt.example", kind="registration"),
        ),
    )

    assert told(meeting, catalogue) == (
        "Meer informatie via info@woningmarkt.example.\n\n"
        "Voor wie: wethouders wonen\n\n"
        "Aanmelden bij: aanmelden@woningmarkt.example"
    )


def test_whatever_has_no_room_says_so_except_the_time_to_move(catalogue: Catalogue) -> None:
    assert told(session(room=None), catalogue) == "De zaal staat niet in het programma."
    assert told(session(room=None, kind="lunch"), catalogue) == "De zaal staat niet in het programma."
    assert description(session(room=None, kind="moving"), day(), catalogue["nl"], language="nl") == TAIL["nl"].lstrip()


def test_an_online_session_tells_how_to_take_part(catalogue: Catalogue) -> None:
    online = session(
        room=None,
        online=True,
        registration=Text("Meld u aan bij de secretaris."),
        contacts=(Contact(name="Marieke de Blok", mail="m.blok@assen.nl"),),
    )

    assert told(online, catalogue) == (
        "Dit onderdeel is online.\n\nMeld u aan bij de secretaris.\nSecretaris: Marieke de Blok, m.blok@assen.nl"
    )


def test_all_day_and_in_use_are_both_said(catalogue: Catalogue) -> None:
    space = session("netwerkruimte", kind="networking", start=at(9, 30), end=at(10, 30), available_all_day=True)
    called_off = session("veiligheid", start=at(10, 40), status=Status.CANCELLED)
    programme = day(space, called_off, session("duurzaamheid", start=at(14), end=at(15)))

    assert told(space, catalogue, programme=programme) == (
        "Volgens het programma de hele dag beschikbaar.\n"
        "Zaal 2 is vanaf 15.00 uur ook in gebruik voor een ander onderdeel."
    )


def test_status_comes_first(catalogue: Catalogue) -> None:
    assert told(session(status=Status.CANCELLED), catalogue) == "Dit onderdeel gaat niet door."
    assert told(session(status=Status.PROVISIONAL, status_note=Text("Besluit volgt.")), catalogue) == (
        "Onder voorbehoud: het is nog niet zeker dat dit onderdeel doorgaat.\nBesluit volgt."
    )


def test_guests_without_a_name_and_absent_speakers(catalogue: Catalogue) -> None:
    meeting = session(
        speakers=(
            Speaker(name=None, count=2),
            Speaker(name="Mike Vrolijk", role=Text("ministerie JenV"), absent=True),
            Speaker(name="Arjen Gerritsen", role=Text("moderator namens het bestuur"), part="moderator"),
        )
    )

    assert told(meeting, catalogue) == (
        "Met:\n"
        "- 2 gasten (namen niet genoemd)\n"
        "- Mike Vrolijk, ministerie JenV. Verhinderd.\n"
        "- Arjen Gerritsen, moderator namens het bestuur"
    )


def test_a_city_in_the_title_is_not_said_twice() -> None:
    assert event_name(day(title=Text("Netwerkdag in Haarlem")), "nl") == "Netwerkdag in Haarlem"
    assert event_name(day(city=""), "nl") == "Bestuurlijke netwerkdag G40"
