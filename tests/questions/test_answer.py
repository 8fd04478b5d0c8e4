from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from question_days import DIGITAL, HAARLEM, LELYSTAD, days, edge_days, facts_of, moment, others

from bot.programme.model import Programme, Session, Status, Text
from bot.programme.queries import RoomMoment, free_rooms, room_at
from bot.questions import facts
from bot.questions.query import Ask, Topic, TopicKind

DAY = days()[HAARLEM]


def s(*keys: str, day: str = HAARLEM) -> tuple[Session, ...]:
    return tuple(days()[day].session_by_key[key] for key in keys)


def at(time: str, day: str = HAARLEM) -> datetime:
    return moment(days()[day], time)


def room(slug: str, time: str) -> RoomMoment:
    return room_at(DAY, DAY.room_by_slug[slug], at(time))


def option(label: str, key: str) -> facts.Option:
    return facts.Option(Text(label), Topic(TopicKind.GROUP, key), *s(key))


AT_1140 = s("mkb", "woningmarkt", "wonen-welzijn-zorg", "leefomgeving", "veiligheid")
AT_1500 = s("gesprek-staatssecretaris", "europa", "vitale-binnensteden", "financien", "duurzaamheid")
PIJLERS = s("pijler-sociaal", "pijler-fysiek", "pijler-economie-en-werk", "netwerkruimte")
EXAMPLES_1120 = s("woningmarkt", "wonen-welzijn-zorg")


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("zaal 3 11.40", "11.20", facts.RoomAt(room("zaal-3", "11.40"), at("11.40"), present=False)),
        ("zaal 4 10.10", "10.00", facts.RoomAt(room("zaal-4", "10.10"), at("10.10"), present=False)),
        ("wat is er nu in zaal 3", "12.00", facts.RoomAt(room("zaal-3", "12.00"), at("12.00"), present=True)),
        ("wat is er vandaag in zaal 2", "9.00",
         facts.RoomList(DAY.room_by_slug["zaal-2"],
                        s("pijler-sociaal", "woningmarkt", "interbestuurlijke-samenwerking", "europa"))),
        ("zaal 2 vanmiddag", "9.00",
         facts.RoomList(DAY.room_by_slug["zaal-2"], s("woningmarkt", "interbestuurlijke-samenwerking", "europa"),
                        (at("12.00"), at("18.00")))),
        ("waar is zaal 5", "11.20", facts.RoomPlace(room("zaal-5", "11.20"), at("11.20"))),
        ("wat is het volgende in zaal 2", "14.30",
         facts.Upcoming(at("14.30"), s("europa"), s("interbestuurlijke-samenwerking"), DAY.room_by_slug["zaal-2"])),
        ("wat is er om 11.40", "11.20",
         facts.Slot(at("11.40"), AT_1140, s("verplaatsing-1245")[:0] + s("lunch-ab"), present=False)),
        ("wat nu", "10.20", facts.Slot(at("10.20"), s("plenaire-start"), PIJLERS, present=True, focus=Ask.NOW)),
        ("wat is hierna", "10.20", facts.Upcoming(at("10.20"), PIJLERS, s("plenaire-start"))),
        ("wat is hierna", "15.10", facts.Upcoming(at("15.10"), s("borrel"), AT_1500)),
        ("wat komt er na de lunch", "11.20",
         facts.Upcoming(at("13.50"), s("interbestuurlijke-samenwerking", "sterke-keten", "slimme-verstedelijking",
                                       "zorg-jeugd-onderwijs"), after=s("lunch-ab")[0])),
        ("wat is er voor de lunch", "11.20", facts.Preceding(at("12.50"), AT_1140, s("lunch-ab")[0])),
        ("tussen 14.30 en 14.40", "11.20",
         facts.Span(at("14.30"), at("14.40"), s("interbestuurlijke-samenwerking", "sterke-keten",
                                                "slimme-verstedelijking", "zorg-jeugd-onderwijs"))),
        ("waar is woningmarkt", "11.20", facts.Card(*s("woningmarkt"), Ask.WHERE)),
        ("wie spreekt bij veiligheid", "11.20", facts.Card(*s("veiligheid"), Ask.WHO)),
        ("wat is er tegelijk met europa", "11.20",
         facts.Parallel(*s("europa"), tuple(x for x in AT_1500 if x.key != "europa"))),
        ("waar is vergunninghouders en asiel", "11.20",
         facts.NotMeets(next(n for n in DAY.not_meeting if n.group == "asiel"), *s("gesprek-staatssecretaris"))),
        ("democratische vernieuwing", "11.20", facts.Absent(DAY.group_by_slug["democratische-vernieuwing"])),
        ("waar is Hugo de Jonge", "11.20", facts.Mentioned("Hugo de Jonge", s("woningmarkt"))),
        ("woondeals", "11.20", facts.InTexts(("wondeal",), s("woningmarkt"), Ask.WHAT)),
        ("waar is zorg", "11.20",
         facts.Which((option("Wonen, welzijn en zorg", "wonen-welzijn-zorg"),
                      option("Zorg, Jeugd en Onderwijs", "zorg-jeugd-onderwijs")), Ask.WHERE)),
        ("waar is de flipperkast", "11.20", facts.NotFound(("flipperkast",), EXAMPLES_1120, ask=Ask.WHERE)),
        ("wat is er in de regentenkamer", "11.20", facts.NoSuchRoom("regentenkamer", DAY.rooms)),
        ("wat is er om 9.00", "8.00", facts.Outside(at("9.00"), DAY.sessions[0], *s("borrel"), before=True)),
        ("wat is er om 22.00", "11.20", facts.Outside(at("22.00"), DAY.sessions[0], *s("borrel"), before=False)),
        ("wat is er morgen", "11.20", facts.NoProgrammeOn(date(2023, 2, 11), DAY.event)),
        ("hoe laat begint de dag", "8.00", facts.Bound(*s("inloop"), *s("borrel"), Ask.FIRST)),
        ("tot hoe laat duurt de dag", "8.00", facts.Bound(*s("inloop"), *s("borrel"), Ask.LAST)),
        ("wat is het adres", "11.20", facts.TheDay(DAY.event, Ask.DAY)),
        ("wie is de gastheer", "11.20",
         facts.TheDay(DAY.event, Ask.HOST, tuple(p for p in DAY.event.people if p.part == "host"))),
        ("wat is de wifi code", "11.20", facts.Practical("wifi", Text(), DAY.event)),
        ("hoeveel zalen zijn er", "11.20", facts.Amount("rooms", 5, rooms=DAY.rooms)),
        ("hoeveel pijlers zijn er", "11.20", facts.Amount("pijler", 3, sessions=PIJLERS[:3])),
        ("welke zalen zijn nu vrij", "10.10",
         facts.Free(at("10.10"), free_rooms(DAY, at("10.10")), *s("netwerkruimte"), *s("veiligheid"), present=True)),
        ("wat betekent AB", "11.20", facts.Meaning("ab")),
        ("ik kom te laat", "10.20", facts.Late(at("10.20"), s("plenaire-start"), PIJLERS)),
        ("is er iets gewijzigd", "11.20", facts.Changed((), None)),
        ("geef me het hele programma", "11.20", facts.Overview(DAY.event, DAY.sessions)),
        ("waar zijn de stukken", "11.20", facts.Papers(DAY.event, None)),
        ("hoe laat is het", "11.20", facts.TimeNow(at("11.20"))),
        ("hallo", "11.20", facts.Social(Ask.GREETING, EXAMPLES_1120)),
        ("welke groepen vergaderen niet", "11.20", facts.NotOn((), DAY.not_meeting)),
        ("wanneer is de volgende netwerkdag", "11.20",
         facts.OtherDays(DAY.event, next(e for e in others(HAARLEM) if e.key == DIGITAL), None)),
    ],
)  # fmt: skip
def test_a_question_about_haarlem_gets_these_facts(text: str, now: str, expected: facts.Answer) -> None:
    assert facts_of(DAY, text, now) == expected


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        (DIGITAL, "duurzaamheid", lambda: facts.Card(*s("duurzaamheid", day=DIGITAL), Ask.WHAT)),
        (DIGITAL, "mailadres financiën", lambda: facts.Card(*s("financien", day=DIGITAL), Ask.CONTACT)),
        (DIGITAL, "zaal 3 11.40", lambda: facts.NoSuchRoom("zaal 3", ())),
        (DIGITAL, "hoeveel zalen zijn er", lambda: facts.Amount("sessions", 13)),
        (LELYSTAD, "sociale pijler", lambda: facts.Card(*s("pijler-sociaal", day=LELYSTAD), Ask.WHAT)),
        (LELYSTAD, "wat nu", lambda: facts.Outside(
            at("9.00", LELYSTAD), days()[LELYSTAD].sessions[0], *s("borrel", day=LELYSTAD), before=True)),
    ],
)  # fmt: skip
def test_a_question_about_another_day_gets_these_facts(
    day: str, text: str, expected: Callable[[], facts.Answer]
) -> None:
    assert facts_of(days()[day], text, "9.00") == expected()


def test_a_person_is_told_with_all_their_parts() -> None:
    found = facts_of(DAY, "waar is Joeri Vig")
    assert isinstance(found, facts.Person)
    assert (found.name, found.sessions, found.focus) == ("Joeri Vig", s("veiligheid"), Ask.WHERE)
    assert [a.session for a in found.appearances] == ["veiligheid"]


def test_people_asked_for_together_are_told_together() -> None:
    people = tuple(p for p in s("veiligheid")[0].speakers if p.name in {"Joeri Vig", "Mike Vrolijk"})
    assert len(people) == 2
    assert facts_of(DAY, "waar zijn Joeri Vig en Mike Vrolijk") == facts.People(people, *s("veiligheid"))


def changed(*sessions: Session) -> Programme:
    """Give the Haarlem day with other versions of some sessions."""
    by_key = {session.key: session for session in sessions}
    kept = tuple(by_key.get(session.key, session) for session in DAY.sessions)
    return replace(DAY, event=replace(DAY.event, revision=2), sessions=kept)


def test_a_cancelled_session_is_told_as_such_and_takes_part_in_nothing_else() -> None:
    (europa,) = s("europa")
    off = replace(europa, status=Status.CANCELLED, revision=2)
    programme = changed(off)
    assert facts_of(programme, "gaat europa door") == facts.Card(off, Ask.CERTAIN)
    assert facts_of(programme, "wat gaat er niet door") == facts.NotOn((off,), DAY.not_meeting)
    assert facts_of(programme, "wat is er om 15.15") == facts.Slot(
        at("15.15"), tuple(x for x in AT_1500 if x.key != "europa"), s("borrel"), present=False
    )


def test_what_changed_is_told_with_the_moment_of_the_last_change() -> None:
    (mkb, veiligheid) = s("mkb", "veiligheid")
    early = replace(mkb, revision=2, modified=at("9.05"))
    late = replace(veiligheid, revision=3, modified=at("10.15"), room="zaal-2")
    programme = changed(early, late)
    assert facts_of(programme, "is er iets gewijzigd") == facts.Changed((early, late), at("10.15"))
    assert facts_of(programme, "is mkb verplaatst") == facts.Changed((early,), at("9.05"), (early,))


def test_an_item_without_an_end_goes_on_for_two_hours_and_then_the_day_is_over() -> None:
    borrel = s("borrel")
    assert facts_of(DAY, "wat nu", "17.59") == facts.Slot(at("17.59"), borrel, (), present=True, focus=Ask.NOW)
    assert facts_of(DAY, "wat nu", "18.00") == facts.Outside(at("18.00"), DAY.sessions[0], *borrel, before=False)


def test_a_session_owns_its_first_minute_and_not_its_last() -> None:
    for time, sessions in (("11.39", ()), ("11.40", AT_1140), ("12.39", AT_1140), ("12.40", ())):
        found = facts_of(DAY, f"wat is er om {time}")
        assert isinstance(found, facts.Slot)
        assert found.sessions == sessions


def test_a_day_without_anything_still_has_answers() -> None:
    empty = edge_days()["empty"]
    assert facts_of(empty, "zaal 3 11.40") == facts.NoSuchRoom("zaal 3", ())
    assert facts_of(empty, "wat nu") == facts.NoProgrammeOn(empty.event.first_day, empty.event)
    assert facts_of(empty, "geef me het hele programma") == facts.Overview(empty.event, ())


def test_on_the_second_day_now_and_next_are_of_that_day() -> None:
    two = edge_days()["two days"]
    found = facts_of(two, "wat nu", "2023-02-11T12.00".replace(".", ":"))
    assert isinstance(found, facts.Slot)
    assert [session.key for session in found.sessions] == [f"{session.key}-2" for session in AT_1140]
    assert {two.local(session.start).date() for session in found.next} == {date(2023, 2, 11)}
    assert found.moment - at("12.00") == timedelta(days=1)
