import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_days import (
    DATA,
    DIGITAL,
    HAARLEM,
    LELYSTAD,
    ask,
    ask_of,
    days,
    every_day,
    moment,
    names_of,
    others,
    queries_of,
    sentences,
    texts_of,
)
from question_score import rows

from bot.changing.turning import OFF, turned
from bot.programme.model import LANGUAGES, Language, Programme, Text
from bot.questions.lexicon import lexicon
from bot.questions.query import Ask, Query
from bot.questions.reply import Reply, reply
from bot.questions.vocabulary import KNOWN
from bot.wording.names import session_short
from config.bundled import wording_sources

OURS = " ".join(re.sub(r"\{[^}]*\}", " ", source) for source in wording_sources().values())
KEPT = tuple(
    turn["q"] for file in sorted(DATA.glob("*.jsonl")) for row in rows(file) for turn in row.get("turns", [row])
)
CLOCK = re.compile(r"(?<![\d.])(\d{1,2}\.\d{2})(?![\d.])")
FULL_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?(?: (?:van|der|de|den|ten|ter|von))*(?: [A-Z][a-zà-ÿ]+)+")
WORDS = sorted(KNOWN | {word for p in days().values() for word in lexicon(p).stems} | {*"?!.,;:-\n", "11", "40", "3"})
MOMENTS = st.datetimes(
    datetime.fromisoformat("2017-11-29"), datetime.fromisoformat("2023-10-30"), timezones=st.just(UTC)
)


def answered(
    programme: Programme, text: str, now: datetime, language: Language = "nl", previous: Query | None = None
) -> Reply:
    return reply(
        text,
        programme,
        now=now,
        language=language,
        catalogue=sentences(),
        previous=previous,
        others=others(programme.event.key),
    )


@cache
def all_replies() -> tuple[tuple[str, Language, str, datetime, Reply], ...]:
    """Ask each kept question of every day, at one of four moments, in one of the languages."""
    found = []
    for number, text in enumerate(KEPT):
        for name, programme in every_day().items():
            now = moment(programme, ("9.20", "11.32", "13.10", "15.30")[number % 4])
            language = LANGUAGES[number // 4 % 2]
            found.append((name, language, text, now, answered(programme, text, now, language)))
    return tuple(found)


@pytest.mark.parametrize("day", every_day())
@given(text=st.text(max_size=120), now=MOMENTS, language=st.sampled_from(LANGUAGES))
def test_any_text_gets_an_answer(day: str, text: str, now: datetime, language: Language) -> None:
    assert answered(every_day()[day], text, now, language).message.plain().strip()


@pytest.mark.parametrize("day", every_day())
@given(
    first=st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join),
    second=st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
    now=MOMENTS,
    language=st.sampled_from(LANGUAGES),
)
def test_any_known_words_get_an_answer_and_so_does_what_follows(
    day: str, first: str, second: str, now: datetime, language: Language
) -> None:
    programme = every_day()[day]
    one = answered(programme, first, now, language)
    two = answered(programme, second, now, language, one.query)
    assert one.message.plain().strip()
    assert two.message.plain().strip()
    assert Query.from_json(two.query.to_json()) == two.query


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "🎉", "...", "?", "<b></b>", "a" * 4000, "zaal " * 800, "1" * 300, "\x00"]
)
@pytest.mark.parametrize("day", every_day())
def test_messages_that_are_no_question_get_an_answer(day: str, text: str) -> None:
    found = answered(every_day()[day], text, moment(every_day()[day], "11.20"))
    assert found.message.plain().strip()
    assert found.sessions == ()


def test_every_answer_is_clean_text() -> None:
    marks = re.compile(
        r"[\u2066-\u2069\ue000\ue001]|  | [,.;:?!]|[{}$]|\bNone\b|\(\)|,,|: *$|\.\.(?!\.)|^$", re.MULTILINE
    )
    dirty = [
        (name, language, text, line)
        for name, language, text, _, found in all_replies()
        for line in found.message.plain().replace("\n\n", "\n").split("\n")
        if (hit := marks.search(line)) and not (hit.group().endswith(":") and _leads_a_list(line, found))
    ]
    assert dirty == []


def _leads_a_list(line: str, found: Reply) -> bool:
    """Say whether a line that ends in a colon has something after it."""
    lines = found.message.plain().split("\n")
    return lines.index(line) < len(lines) - 1


def test_every_answer_fits_a_message() -> None:
    lengths = {len(found.message.plain().encode("utf-16-le")) // 2 for *_, found in all_replies()}
    assert max(lengths) <= 4096


def test_every_line_and_every_button_begins_with_a_capital_a_number_or_an_address() -> None:
    said = {
        text
        for *_, found in all_replies()
        for text in [*found.message.plain().split("\n"), *(b.label for row in found.message.buttons for b in row)]
    }
    assert {
        text for text in said if text and not (text[0] in "“0123456789" or text[0].isupper() or "@" in text)
    } == set()


def test_a_button_stands_alone_and_no_two_of_an_answer_are_the_same() -> None:
    twice = {
        (name, text): labels
        for name, _, text, _, found in all_replies()
        if len(labels := [b.label for row in found.message.buttons for b in row]) != len(set(labels))
    }
    assert twice == {}


def test_an_answer_names_no_time_that_is_not_in_the_day_or_the_question() -> None:
    made_up = [
        (name, text, sorted(times), found.message.plain())
        for name, _, text, now, found in all_replies()
        if (times := set(CLOCK.findall(found.message.plain())) - times_of(name))
        and times - times_asked(every_day()[name], text, now)
    ]
    assert made_up == []


def times_asked(programme: Programme, text: str, now: datetime) -> set[str]:
    """Give the times that a question asks about, and the moment of asking."""
    moments = {now}
    for query in queries_of(programme, text, now):
        moments |= {m for m in (query.when.at, query.when.end) if m} if query.when else set()
    return {clock(programme, m) for m in moments}


@cache
def times_of(day: str) -> frozenset[str]:
    """Give the times at which something begins or ends, and those in the texts of a day."""
    programme = every_day()[day]
    edges = {m for s in programme.sessions for m in (s.start, s.end) if m}
    printed = re.findall(r"\d{1,2}[.:]\d{2}", texts_of(programme))
    return frozenset(clock(programme, m) for m in edges) | {p.replace(":", ".").lstrip("0") for p in printed}


def clock(programme: Programme, at: datetime) -> str:
    local = programme.local(at)
    return f"{local.hour}.{local.minute:02d}"


def test_an_answer_names_nobody_who_is_not_in_the_day() -> None:
    strangers = [
        (day, text, name, found.message.plain())
        for day, _, text, _, found in all_replies()
        for name in FULL_NAME.findall(found.message.plain())
        if not all(part in words_written(day) or part.lower() in text.lower() for part in re.findall(r"\w+", name))
    ]
    assert strangers == []


@cache
def words_written(day: str) -> frozenset[str]:
    """Give the words of all that is printed of a day, of its rooms and groups, and of our own sentences."""
    programme = every_day()[day]
    rooms = " ".join(room.name for room in programme.rooms)
    aliases = " ".join(a for g in programme.groups for a in (*g.aliases, *g.abbreviations, *g.former_names))
    return frozenset(re.findall(r"\w+", f"{texts_of(programme)} {rooms} {aliases} {texts_capitals(programme)} {OURS}"))


def texts_capitals(programme: Programme) -> str:
    """Give the titles with a capital, as they stand at the start of a line."""
    return " ".join(f"{t[:1].upper()}{t[1:]}" for s in programme.sessions for t in (s.title.nl, s.title.en))


def strangers_to(day: str) -> Iterator[str]:
    """Give the people of the other days who are not in this one."""
    here = texts_of(days()[day])
    for name, programme in days().items():
        if name != day:
            yield from (person for person in names_of(programme) if person not in here)


@pytest.mark.parametrize("day", [HAARLEM, DIGITAL, LELYSTAD])
def test_the_people_of_another_day_are_named_only_back_to_who_names_them(day: str) -> None:
    absent = tuple(strangers_to(day))
    assert len(absent) > 10
    named = [
        (text, person)
        for name, _, text, _, found in all_replies()
        if name == day
        for person in absent
        if person in found.message.plain() and person.split()[-1].lower() not in text.lower()
    ]
    assert named == []


@pytest.mark.parametrize("day", [HAARLEM, DIGITAL, LELYSTAD])
def test_a_room_that_the_day_does_not_have_is_named_only_to_say_so(day: str) -> None:
    numbers = {room.number for room in days()[day].rooms}
    named = [
        (text, found.message.plain())
        for name, _, text, _, found in all_replies()
        if name == day
        for number in re.findall(r"(?:[Zz]aal|[Rr]oom) (\d+)", found.message.plain())
        if int(number) not in numbers and not re.search("staat niet in dit|is not in this", found.message.plain())
    ]
    assert named == []


def test_the_sessions_an_answer_is_about_are_named_in_it() -> None:
    unnamed = [
        (name, text, key, found.message.plain())
        for name, language, text, _, found in all_replies()
        for key in found.sessions
        if session_short(every_day()[name].session_by_key[key], sentences()[language]).casefold()
        not in found.message.plain().casefold()
    ]
    assert unnamed == []


def test_an_answer_is_the_same_however_often_it_is_asked() -> None:
    assert ask("wie spreekt er bij veiligheid") == ask("wie spreekt er bij veiligheid")


def test_two_questions_get_two_answers_with_a_blank_line_between() -> None:
    both = ask("waar is woningmarkt en hoe laat is de lunch?")
    assert both.message.plain().split("\n\n") == [
        ask("waar is woningmarkt").message.plain(),
        ask("hoe laat is de lunch").message.plain(),
    ]
    assert both.sessions == ("woningmarkt", "lunch-ab")
    assert both.query.sessions == ("lunch-ab",)


def test_at_most_three_questions_of_a_message_are_answered() -> None:
    found = ask("waar is europa? waar is mkb? waar is veiligheid? waar is financiën?")
    assert found.sessions == ("europa", "mkb", "veiligheid")


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("zaal 3 11.40", True),
        ("waar is vergunninghouders en asiel", True),
        ("wat is de wifi code", True),
        ("dank je wel", True),
        ("wie wint het songfestival", False),
        ("wat is er in de regentenkamer", False),
        ("zaal 9 11.40", False),
        ("waar is woningmarkt? en waar is de flipperkast?", False),
    ],
)
def test_a_question_that_cannot_be_read_says_so(text: str, understood: bool) -> None:
    assert ask(text).understood is understood


@pytest.mark.parametrize(
    ("text", "query"),
    [("", Query(ask=Ask.NOTHING)), ("🎉", Query(ask=Ask.NOTHING)), ("bedankt!", Query(ask=Ask.THANKS))],
)
def test_talk_leaves_nothing_to_refer_back_to(text: str, query: Query) -> None:
    assert ask(text).query == query


def test_a_day_is_asked_about_before_during_and_after_it() -> None:
    haarlem = days()[HAARLEM]
    elsewhere = "Bestuurlijke netwerkdag G40 is op vrijdag 10 februari 2023 (Haarlem)."
    told = [
        answered(haarlem, "wat is er nu", moment(haarlem, "12.00") + timedelta(days=shift))
        .message.plain()
        .split("\n")[0]
        for shift in (-30, 0, 30)
    ]
    assert told == [
        f"Op woensdag 11 januari 2023 is er geen programma. {elsewhere}",
        "Nu, 12.00 uur:",
        f"Op zondag 12 maart 2023 is er geen programma. {elsewhere}",
    ]


@pytest.mark.parametrize(
    "said", ["nu", "wat nu", "straks", "wat is de eerste sessie", "wat is er om 14.00", "wat is er vanmiddag"]
)
@pytest.mark.parametrize("now", ["2023-02-09T12:00", "09.00", "10.10", "11.35", "12.45", "16.20"])
def test_whoever_asks_of_the_course_of_a_day_that_turned_hears_so_first(said: str, now: str) -> None:
    day = turned(days()[HAARLEM], online=False)
    lines = ask_of(day, said, now).message.plain().splitlines()
    assert lines[0] == OFF.nl
    assert lines.count(OFF.nl) == 1


@pytest.mark.parametrize(("now", "said"), [("09.00", "nu"), ("10.28", "nu"), ("11.20", "nu"), ("16.20", "nu")])
def test_what_is_on_or_next_and_not_certain_is_said_to_be(now: str, said: str) -> None:
    day = turned(days()[HAARLEM], online=False)
    unsure = replace(day, sessions=tuple(replace(s, status_note=Text()) if s.goes_ahead else s for s in day.sessions))
    told = ask_of(unsure, said, now).message.plain()
    assert ("Onder voorbehoud" in told) is (now != "16.20")


@pytest.mark.parametrize(
    "said", ["zaal 5 valt uit", "valt zaal 5 uit?", "zaal 5 is uitgevallen", "room 5 is cancelled"]
)
def test_who_says_that_a_room_fails_hears_what_is_there_now_and_next(said: str) -> None:
    now, later = (ask(said, time).message.plain() for time in ("12.00", "13.30"))
    assert now.startswith("Zaal 5, 12.00 uur: themagroep Veiligheid, tot 12.40 uur.")
    assert "13.55" in now
    assert "13.55" in later
    assert "Zorg, Jeugd en Onderwijs" in later
    assert "vergadert niet" not in now + later
    before = ask(said, "2023-02-09T12:00").message.plain()
    assert "Veiligheid" in before


@pytest.mark.parametrize("said", ["wie is de baas van de wereld", "wie is hier de baas"])
def test_an_ordinary_word_is_not_somebodys_first_name(said: str) -> None:
    assert "Bas van der Pol" not in ask(said).message.plain()
    assert "Bas van der Pol" in ask("wie is Bas").message.plain()


def told_in_turn(*said: str, now: str = "11.20") -> str:
    """Put questions one after the other, and give what the last one is told."""
    previous = None
    for text in said:
        answer = ask(text, now, previous=previous)
        previous = answer.query
    return answer.message.plain()


def test_later_counts_from_the_time_last_spoken_of() -> None:
    told = told_in_turn("wanneer is de lunch", "has anything changed", "an hour later")
    assert told.startswith("Om 13.50 uur")
    assert told_in_turn("wat is er om 14.00", "dank je", "een uur later").startswith("Om 15.00 uur")


@pytest.mark.parametrize("said", ["an hour later", "een uur later", "half an hour later"])
def test_later_than_nothing_is_not_clear(said: str) -> None:
    assert told_in_turn("has anything changed", said).startswith("Die vraag begrijp ik niet.")


def test_a_word_is_found_inside_a_longer_one_of_a_text() -> None:
    told = ask("welke themagroepen gaan over klimaat").message.plain()
    assert "MKB en economische vernieuwing" in told
    assert "Woningmarkt" in told


@pytest.mark.parametrize("said", ["waar is de koffie", "waar kan ik koffie halen?", "where is the coffee"])
def test_where_the_coffee_is_the_programme_does_not_say(said: str) -> None:
    assert ask(said).message.plain().startswith("Over de koffie staat niets in het programma.")


def test_the_coffee_at_the_start_keeps_its_time_and_its_room() -> None:
    assert "9.30" in ask("hoe laat is de koffie").message.plain()
    day = days()[HAARLEM]
    placed = tuple(replace(s, room="zaal-2") if s.kind == "arrival" else s for s in day.sessions)
    assert "zaal 2" in ask_of(replace(day, sessions=placed), "waar is de koffie").message.plain()
