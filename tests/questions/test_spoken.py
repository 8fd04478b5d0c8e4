"""Questions as they are typed while walking or dictated: cut short, run together, with a word of another kind."""

import pytest
from question_days import DIGITAL, HAARLEM, LELYSTAD, ask, days

from bot.questions.clauses import clauses
from bot.questions.lexicon import lexicon


def told(text: str, now: str, language: str = "nl", day: str = HAARLEM) -> str:
    return ask(text, now, "en" if language == "en" else "nl", day=day).message.plain()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hoelaat ist afgelopen", "hoe laat is het afgelopen"),
        ("hoelaat begint t", "hoe laat begint het"),
        ("wa is er noe in zaal 4", "wat is er nu in zaal 4"),
        ("kmoet naar woningmarkt", "ik moet naar woningmarkt"),
        ("kben van veiligheid", "ik ben van veiligheid"),
        ("whats on rn", "whats on right now"),
        ("waar zit woning mark", "waar zit woningmarkt"),
        ("zaal t om 11.40", "zaal t om 11 . 40"),
        ("waar is k 3", "waar is ik 3"),
    ],
)
def test_what_is_cut_short_is_written_out(text: str, words: str) -> None:
    assert clauses(text, lexicon(days()[HAARLEM])) == (tuple(words.split()),)


@pytest.mark.parametrize(
    ("text", "now", "language", "expected"),
    [
        ("wat is er zo in zaal 3", "11.32", "nl", "Hierna, om 11.40 uur: themagroep Wonen, welzijn en zorg, zaal 3."),
        ("waar moet ik zo heen", "14.56", "nl", "Nu: verplaatsingstijd, tot 15.00 uur."),
        ("wanneer mag ik naar huis", "15.10", "nl",
         "Het laatste onderdeel is de borrel, vanaf 16.00 uur, Gravenzaal. Het einde staat niet in het programma."),
        ("when can i leave", "15.30", "en",
         "The last item is the drinks, from 16.00, Gravenzaal. The programme does not state when it ends."),
        ("hoelaat ist afgelopen vandaag", "12.00", "nl",
         "Het laatste onderdeel is de borrel, vanaf 16.00 uur, Gravenzaal. Het einde staat niet in het programma."),
        ("hoelaat begint t", "9.00", "nl", "De dag begint om 9.30 uur met de inloop."),
        ("hoe laat gaan we weer verder na de lunch", "13.40", "nl", "Na de lunch met vergadering AB, om 13.55 uur:"),
        ("hoe schrijf ik me in voor duurzaamheid", "14.00", "nl",
         ("Themagroep Duurzaamheid: 15.00 tot 16.00 uur, zaal 5. In het programma staat niet dat u zich apart moet "
          "aanmelden.")),
        ("is er ook vegetarisch eten", "12.00", "nl",
         "Over eten en dieetwensen staat niets in het programma. Vraag het aan de organisatie ter plaatse."),
        ("is de lunch gratis", "12.00", "nl",
         "Over kosten staat niets in het programma. Vraag het aan de organisatie ter plaatse."),
        ("waar zijn de wc's", "11.31", "nl",
         "Over de toiletten staat niets in het programma. Vraag het aan de organisatie ter plaatse."),
        ("is zaal 2 vrij om half twee", "13.00", "nl", "Om 13.30 uur is er niets in zaal 2."),
        ("waar kan ik ff rustig bellen", "13.10", "nl",
         ("Nu vrij, 13.10 uur: Gravenzaal, tot 15.00 uur; zaal 2, tot 13.55 uur; zaal 3, tot 13.55 uur; zaal 4, tot "
          "13.55 uur; zaal 5, tot 13.55 uur.")),
        ("wat doet de tg europa", "10.00", "nl",
         ("Themagroep Europa: Wat er voor gemeenten te halen is in Europa en hoe anderen dat doen. Aansluiten bij "
          "Eu-programma’s zoals Repower Eu, en het werkplan voor het komende jaar.")),
        ("welke ministers komen er", "12.00", "nl",
         "Bij de sprekers vind ik “minister” niet. Wel in de toelichting bij themagroep Woningmarkt."),
    ],
)  # fmt: skip
def test_a_question_in_a_hurry_is_answered(text: str, now: str, language: str, expected: str) -> None:
    assert told(text, now, language).splitlines()[0] == expected


def test_papers_of_another_item_are_not_given_as_those_of_the_one_asked_about() -> None:
    found = told("zijn er stukken voor financien", "14.50").splitlines()
    assert found[0] == "Bij themagroep Financiën noemt het programma geen eigen stukken. Wel:"
    assert "Advies positie" in found[1]
    assert told("zijn er stukken voor de ab vergadering", "12.00").startswith("Advies positie")
    assert told("waar staan de stukken voor veiligheid", "9.50", day=LELYSTAD).endswith("week 47 geplaatst in ibabs.")
    assert told("waar vind ik de stukken van veiligheid", "9.50", day=DIGITAL).startswith("De secretaris")


def test_who_asks_for_ibabs_hears_whether_the_programme_names_it() -> None:
    assert told("staan de stukken in ibabs", "14.50").splitlines()[0] == "Over iBabs staat niets in het programma."
    assert told("staan de stukken in ibabs", "9.50", day=LELYSTAD).startswith("De vergaderstukken")


@pytest.mark.parametrize("text", ["waar is het in Hengelo", "where in hengelo is it", "waar in Hengelo is het"])
def test_a_town_that_only_stands_in_somebodys_role_is_a_place(text: str) -> None:
    assert "Bruggink" not in told(text, "9.30", day=DIGITAL)
    assert "Hengelo" in told(text, "9.30", day=DIGITAL)
    assert "Bruggink" in told("wie komt er uit Hengelo", "9.30", day=DIGITAL)
    assert "Bruggink" in told("waar is de wethouder in Hengelo", "9.30", day=DIGITAL)
    assert "Bruggink" in told("waar is de spreker in Hengelo", "9.30", day=DIGITAL)


def test_what_that_is_tells_what_it_is_about() -> None:
    assert "Schneiders" in told("wat is dat advies tijdens de lunch", "12.30")
    assert "asiel" in told("wat is dat gesprek met van der burg", "12.30")


def test_an_address_says_nothing_of_guests() -> None:
    assert "voorbehoud" not in told("email van yusuf bicer", "9.50", day=DIGITAL)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hoeveel mensen zitten er in zaal 3", "het aantal deelnemers en hun namen"),
        ("is het druk bij veiligheid", "hoe druk het is en hoeveel plaatsen er zijn"),
        ("zit er nog plek bij de sessie met van der burg", "hoe druk het is en hoeveel plaatsen er zijn"),
        ("is there a quiet room to pray", "een stilteruimte"),
        ("waar kan ik kolven", "een stilteruimte"),
    ],
)
def test_a_practical_matter_stays_one_beside_a_name(text: str, topic: str) -> None:
    assert told(text, "11.20").startswith(f"Over {topic} staat niets in het programma.")


def test_when_to_be_there_is_told_with_the_day() -> None:
    assert told("hoe laat moet ik er zijn", "8.30").splitlines()[1] == "De dag begint om 9.30 uur met de inloop."


def test_a_word_that_is_nearly_a_whole_name_is_that_name_rather_than_a_part_of_a_longer_one() -> None:
    assert told("snel waar is duurzaam", "14.53").startswith("Themagroep Duurzaamheid: zaal 5")
    assert told("waar is slim duurzaam verstedelijken", "13.50").startswith("Themagroep Slimme duurzame")


def test_who_wants_a_paper_asks_for_papers() -> None:
    found = told("kan ik de discussion paper van duurzaamheid krijgen", "12.30")
    assert found.startswith("Bij themagroep Duurzaamheid noemt het programma geen eigen stukken.")


def test_who_is_new_is_told_what_can_be_asked() -> None:
    assert told("ben nieuw wat moet ik doen", "9.50").startswith("Vraag in gewone woorden")


def test_one_word_of_a_translated_name_does_not_name_a_group_that_is_not_there() -> None:
    found = told("who's talking about caravans and holiday parks", "10.20", "en", LELYSTAD)
    assert "Vitale binnensteden" not in found
    assert "Vitale binnensteden" in told("is the vital city centres group on today", "10.20", "en", LELYSTAD)


def test_send_me_the_programme_is_no_word_of_a_text() -> None:
    assert told("stuur me het programma", "11.00").startswith("Bestuurlijke netwerkdag G40")
    assert told("waar moet ik heen rijden", "9.00").startswith("Over de route staat niets")


def test_this_session_is_the_one_that_is_on() -> None:
    assert told("waar gaat deze sessie over", "13.05", day=LELYSTAD).startswith("Themasessie Regionale samenwerking:")
    assert told("waar gaat deze sessie over", "11.50").startswith("Er zijn meer bijeenkomsten. Welke bedoelt u?")


def test_which_pijler_is_in_a_room_is_answered_with_that_one() -> None:
    found = told("welke pijler zit in zaal 4", "10.29")
    assert "pijler Economie en Werk" in found
    assert "Leefomgeving" not in found
