import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from question_days import DIGITAL, HAARLEM, LELYSTAD, days, sentences

from bot.people.model import Choices
from bot.programme.model import Event, Group, GroupKind, Language, Programme, Room, Session, SessionGroup, Text
from bot.wording import menu
from bot.wording.about import about
from bot.wording.catalogue import Words
from bot.wording.following import on_offer, short_name
from bot.wording.pages import PAGE_LENGTH, day
from bot.wording.richtext import Action, Verb
from handlers.services import read_sentences

NL: Words = read_sentences()["nl"]
START = datetime(2030, 5, 1, 7, tzinfo=UTC)
EVENT = Event(
    key="a", title=Text(nl="Netwerkdag"), first_day=date(2030, 5, 1), last_day=date(2030, 5, 1), city="Assen", id=1
)


def session(number: int, **more: object) -> Session:
    """Make the numbered session of an hour, one after the other."""
    start = START + timedelta(hours=number)
    fields: dict[str, object] = {
        "key": f"s{number}",
        "title": Text(nl=f"Sessie {number}"),
        "kind": "meeting",
        "start": start,
        "end": start + timedelta(hours=1),
        "id": number + 1,
    }
    return Session(**(fields | more))  # type: ignore[arg-type]


def test_a_short_day_is_one_page_without_buttons_to_others() -> None:
    page = day(Programme(EVENT, sessions=(session(0), session(1))), NL)
    assert page.plain() == (
        "Programma Netwerkdag in Assen, woensdag 1 mei 2030\n\n"
        "9.00 tot 10.00 uur: Sessie 0\n"
        "10.00 tot 11.00 uur: Sessie 1"
    )
    assert [b.action.verb for row in page.buttons for b in row] == [Verb.PICTURE, Verb.DAY_ICS, Verb.GROUPS]


def test_a_day_without_sessions_says_so() -> None:
    assert day(Programme(EVENT), NL).plain().endswith("\nIn dit programma staan nog geen sessies.")


def test_what_starts_together_stands_by_room_and_may_end_apart() -> None:
    rooms = (Room(slug="x", name="Zaal 2", number=2), Room(slug="y", name="Kapel", number=1))
    first = session(0, room="x", end=START + timedelta(minutes=45))
    second = session(0, key="b", room="y", id=9)
    text = day(Programme(EVENT, rooms=rooms, sessions=(first, second)), NL).plain()
    assert text.splitlines()[2:] == ["9.00 tot 10.00 uur:", "Zaal 2: Sessie 0, tot 9.45", "Kapel: Sessie 0"]


def test_a_long_day_comes_in_even_pages_with_a_button_for_each_other_one() -> None:
    long = Text(nl="Lang " * 60)
    programme = Programme(EVENT, sessions=tuple(session(n, title=long) for n in range(12)))
    pages = [day(programme, NL, first=first) for first in (0, 5, 12)]
    assert pages[0] == day(programme, NL)
    sizes = [len(page.plain()) for page in pages]
    assert max(sizes) < PAGE_LENGTH + 500
    seen = [line for page in (pages[0], pages[2]) for line in page.plain().splitlines() if "Lang" in line]
    assert len(seen) == 12
    assert pages[0].plain().splitlines()[1] == "Deel 1 van 2: 9.00 tot 15.00"
    assert pages[2].plain().splitlines()[1] == "Deel 2 van 2: vanaf 15.00"
    assert pages[0].buttons[0][0].label == "Programma vanaf 15.00"
    assert pages[0].buttons[0][0].action == Action(Verb.PROGRAMME, 7)


def test_several_days_never_share_a_page() -> None:
    tomorrow = session(1, start=START + timedelta(days=1), end=None)
    event = replace(EVENT, last_day=date(2030, 5, 2))
    page = day(Programme(event, sessions=(session(0), tomorrow)), NL)
    assert page.plain().splitlines()[-1] == "9.00 tot 10.00 uur: Sessie 0"
    assert page.buttons[0][0].label == "Programma donderdag 2 mei 2030 vanaf 9.00"


@pytest.mark.parametrize(
    ("name", "aliases", "short"),
    [
        ("Veiligheid", (), "Veiligheid"),
        ("Sterke keten van participatie, leren, werken en ondernemen", (), "Sterke keten"),
        ("Slimme duurzame verstedelijking en mobiliteitsvernieuwing", (), "Slimme duurzame verstedelijking"),
        ("Leefomgeving en stedelijke transformatie", ("leefomgeving en steden", "Leefomgeving"), "Leefomgeving"),
        ("Eenlangwoordzondereenenkelepauzeertussen", (), "Eenlangwoordzondereenenkelepauze"),
    ],
)
def test_a_long_name_is_cut_where_one_pauses(name: str, aliases: tuple[str, ...], short: str) -> None:
    assert short_name(Group(slug="g", name=name, aliases=aliases)) == short


def test_on_offer_are_pijlers_with_their_groups_and_only_what_the_day_names() -> None:
    pijler = Group(slug="p", name="P", kind=GroupKind.PIJLER)
    groups = (Group(slug="x", name="X"), pijler, Group(slug="a", name="A", pijler="p"), Group(slug="z", name="Z"))
    sessions = (session(0, groups=(SessionGroup("x"),)), session(1, groups=(SessionGroup("a"),)))
    offered = on_offer(Programme(EVENT, groups=groups, sessions=sessions))
    assert [group.slug for group in offered] == ["p", "a", "x"]


def test_about_says_what_is_not_certain_and_not_stated() -> None:
    room = Room(slug="x", name="Zaal 5", number=5)
    network = session(0, room="x", room_certain=False, available_all_day=True, end=None)
    later = session(2, room="x", title=Text(nl="Veiligheid"), kind="themagroep")
    programme = Programme(EVENT, rooms=(room,), sessions=(network, later))
    assert about(network, programme, Choices(), NL).plain().splitlines() == [
        "Sessie 0",
        "Wanneer: 9.00 uur, zaal 5",
        "Wanneer het eindigt, staat niet in het programma.",
        "De zaal is volgens onze lezing van de tabel: de tabel is daar onduidelijk.",
        (
            "Hele dag beschikbaar, volgens het programma. "
            "Vanaf 11.00 uur is zaal 5 ook in gebruik voor themagroep Veiligheid."
        ),
    ]


@pytest.mark.parametrize("key", [HAARLEM, DIGITAL, LELYSTAD])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_examples_of_the_welcome_are_three_different_questions(key: str, language: Language) -> None:
    told = menu.examples(days()[key], sentences()[language])
    assert len(set(re.findall("“([^”]+)”", told))) == 3
