import pytest
from question_days import DIGITAL, HAARLEM, LELYSTAD, days, edge_days

from bot.programme.model import Event, Programme, Session, Text
from bot.questions.lexicon import Lexicon, lexicon, sessions_of
from bot.questions.query import Topic, TopicKind


def book(day: str = HAARLEM) -> Lexicon:
    return lexicon(days()[day])


def keys(kind: TopicKind, key: str, day: str = HAARLEM) -> tuple[str, ...]:
    return tuple(s.key for s in sessions_of(days()[day], book(day), Topic(kind, key)))


@pytest.mark.parametrize(
    ("kind", "key", "sessions"),
    [
        (TopicKind.GROUP, "woningmarkt", ("woningmarkt",)),
        (TopicKind.GROUP, "armoede-en-schulden", ()),
        (TopicKind.GROUP, "nergens", ()),
        (TopicKind.SESSION, "borrel", ("borrel",)),
        (TopicKind.SESSION, "nergens", ()),
        (TopicKind.PERSON, "Joeri Vig", ("veiligheid",)),
        (TopicKind.PERSON, "Jos Wienen", ("plenaire-start",)),
        (TopicKind.MENTION, "Hugo de Jonge", ("woningmarkt",)),
        (TopicKind.WORD, "wondeal", ("woningmarkt",)),
        (TopicKind.KIND, "lunch", ("lunch-ab",)),
        (TopicKind.KIND, "moving", ("verplaatsing-1025", "verplaatsing-1130", "verplaatsing-1245", "verplaatsing-1350",
                                    "verplaatsing-1455")),
    ],
)  # fmt: skip
def test_a_topic_stands_for_its_sessions_in_order(kind: TopicKind, key: str, sessions: tuple[str, ...]) -> None:
    assert keys(kind, key) == sessions


def test_a_group_that_holds_nothing_stands_for_what_it_prepares_or_is_invited_to() -> None:
    assert keys(TopicKind.GROUP, "asiel") == ("gesprek-staatssecretaris",)


def test_the_same_name_is_known_with_its_parts_abbreviation_former_name_and_translation() -> None:
    names = {" ".join(n.stems): n.tier for n in book().names if n.topic == Topic(TopicKind.GROUP, "leefomgeving")}
    assert names["omgevingswet"] == 0.95
    assert sorted(set(names.values())) == [0.9, 0.95, 1.0]


def test_people_are_known_by_where_they_appear_and_guests_without_a_name_apart() -> None:
    people = book().people
    assert [a.session for a in people["Paul Depla"]][-1:] == [None]
    nameless = [key for key in people if key.startswith("@")]
    assert nameless
    assert all(a.person.name is None for key in nameless for a in people[key])


def test_who_only_stands_in_a_text_is_no_speaker() -> None:
    assert book().mentions["Hugo de Jonge"] == ("woningmarkt",)
    assert not set(book().mentions) & set(book().people)


def test_on_another_day_the_same_man_is_a_guest() -> None:
    assert [a.session for a in book(LELYSTAD).people["Hugo de Jonge"]] == ["pijler-sociaal"]


@pytest.mark.parametrize(
    ("word", "known"),
    [("woningmarkt", True), ("woondeal", True), ("woondeals", True), ("flipperkast", False), ("xqzt", False)],
)
def test_the_words_of_names_and_texts_are_known_in_every_form(word: str, known: bool) -> None:
    assert book().knows(word) is known


def test_a_word_that_more_names_share_weighs_less() -> None:
    assert 0 < book().weight("zorg") < book().weight("woningmarkt") < book().weight("xqzt") == 1.0


def test_a_day_without_anything_has_an_empty_lexicon() -> None:
    empty = lexicon(edge_days()["empty"])
    assert (empty.names, dict(empty.people), dict(empty.texts), dict(empty.mentions)) == ((), {}, {}, {})


def test_a_lexicon_is_kept_for_a_version_of_a_day_and_made_anew_for_another() -> None:
    assert lexicon(days()[HAARLEM]) is lexicon(days()[HAARLEM])
    first = days()[HAARLEM]
    title = Text("Flipperkast", "Pinball machine")
    other = Programme(
        event=Event(key=first.event.key, title=title, first_day=first.event.first_day, last_day=first.event.last_day),
        sessions=(Session(key="flipperkast", title=title, kind="themasessie", start=first.sessions[0].start),),
    )
    assert lexicon(other).knows("flipperkast")
    assert not lexicon(first).knows("flipperkast")


@pytest.mark.parametrize("day", [HAARLEM, DIGITAL, LELYSTAD])
def test_every_session_group_and_person_can_be_named(day: str) -> None:
    programme = days()[day]
    named = {name.topic for name in book(day).names}
    wanted = {Topic(TopicKind.GROUP, g.slug) for g in programme.groups}
    wanted |= {Topic(TopicKind.PERSON, p.name) for s in programme.sessions for p in s.speakers if p.name}
    wanted |= {Topic(TopicKind.SESSION, s.key) for s in programme.sessions if s.kind in {"themagroep", "talk"}}
    assert wanted - named == set()
