"""What people say of being there, told from questions."""

import json
from datetime import datetime, timedelta

import pytest
from question_days import DIGITAL, HAARLEM, LELYSTAD, SHARED, days, moment

from bot.questions.stay import Coming, Said, said


def at(time: str) -> datetime:
    return moment(days()[HAARLEM], time)


def read(text: str, asked: str = "9.25") -> Said | None:
    return said(text, days()[HAARLEM], at(asked))


def arrives(time: str) -> Said:
    return Said(Coming.ARRIVES, arrives=at(time))


def leaves(time: str) -> Said:
    return Said(Coming.LEAVES, leaves=at(time))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ik kom om 11.00", arrives("11.00")),
        ("Ik kom pas om 11 uur", arrives("11.00")),
        ("ik ben er vanaf half elf", arrives("10.30")),
        ("ik kom over een half uur", arrives("9.55")),
        ("I arrive at 10.45", arrives("10.45")),
        ("I'll be there at eleven", arrives("11.00")),
        ("ik ga om 14.30 weg", leaves("14.30")),
        ("ik vertrek om drie uur", leaves("15.00")),
        ("ik ben er tot 14.30", leaves("14.30")),
        ("I leave at half past two", leaves("14.30")),
        ("I have to leave at 14.30", leaves("14.30")),
        ("I'm there until 3", leaves("15.00")),
        ("ik ga naar huis", leaves("9.25")),
        ("I'm leaving now", leaves("9.25")),
        ("ik kom om 11 uur en ga om 14.30 weg", Said(Coming.BETWEEN, at("11.00"), at("14.30"))),
        ("ik ben er van 11.00 tot 14.30", Said(Coming.BETWEEN, at("11.00"), at("14.30"))),
        ("I am there from 11 to 2", Said(Coming.BETWEEN, at("11.00"), at("14.00"))),
        ("om half drie moet ik weg", leaves("14.30")),
        ("Half drie ga ik weg", leaves("14.30")),
        ("om 11 uur kom ik", arrives("11.00")),
        ("ik blijf tot half drie", leaves("14.30")),
        ("ik kan tot 15 uur blijven", leaves("15.00")),
        ("I can stay until 3", leaves("15.00")),
        ("ik kom na de lunch", arrives("13.50")),
        ("we komen pas na de lunch", arrives("13.50")),
        ("ik moet na de lunch weg", leaves("13.50")),
        ("ik ga voor de borrel weg", leaves("16.00")),
        ("I leave after lunch", leaves("13.50")),
        ("kom om 11 uur", arrives("11.00")),
        ("ben er om 11.30", arrives("11.30")),
        ("Ik red het pas om kwart over elf", arrives("11.15")),
        ("ik sluit om 11 uur aan", arrives("11.00")),
        ("ik kom een half uur later", Said(Coming.ARRIVES)),
        ("ik ben 20 minuten te laat", Said(Coming.ARRIVES)),
        ("I'll be half an hour late", Said(Coming.ARRIVES)),
        ("kom later", Said(Coming.ARRIVES)),
        ("Ik kom later", Said(Coming.ARRIVES)),
        ("I'm running late", Said(Coming.ARRIVES)),
        ("ik moet eerder weg", Said(Coming.LEAVES)),
        ("ik ben er niet", Said(Coming.ABSENT)),
        ("ik kan er helaas niet bij zijn", Said(Coming.ABSENT)),
        ("ik ben vandaag verhinderd", Said(Coming.ABSENT)),
        ("helaas kan ik er niet bij zijn", Said(Coming.ABSENT)),
        ("ben er niet", Said(Coming.ABSENT)),
        ("ik ben ziek", Said(Coming.ABSENT)),
        ("I am ill", Said(Coming.ABSENT)),
        ("ik ben er niet meer", Said(Coming.ABSENT)),
        ("not coming today", Said(Coming.ABSENT)),
        ("I'm not coming", Said(Coming.ABSENT)),
        ("I can’t make it", Said(Coming.ABSENT)),
        ("ik ben er wel", Said(Coming.PRESENT)),
        ("ik kom toch", Said(Coming.PRESENT)),
        ("I'm coming after all", Said(Coming.PRESENT)),
        ("ik ben er de hele dag", Said(Coming.ALL_DAY)),
        ("I'm here all day", Said(Coming.ALL_DAY)),
    ],
)
def test_what_is_said_of_being_there(text: str, meant: Said) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "ik ga om 11.40 naar zaal 3",
        "waar moet ik om 11.40 heen",
        "ik kom te laat, wat heb ik gemist",
        "kan ik later komen?",
        "ik ben er morgen niet",
        "ik ben in zaal 3",
        "wie komt er later",
        "zaal 3 om 11.40",
        "ik wil weg " * 20,
        "moet ik om 14.30 weg",
        "kom ik om 11 uur nog binnen",
        "ga weg",
        "ben ik er na de lunch",
        "wat is er na de lunch",
        "half drie",
        "wie is ziek",
    ],
)
def test_questions_and_other_days_are_left_alone(text: str) -> None:
    assert read(text) is None


def test_going_home_on_another_day_names_no_time() -> None:
    haarlem = days()[HAARLEM]
    assert said("ik ga naar huis", haarlem, at("9.25") - timedelta(days=3)) == Said(Coming.LEAVES)
    assert said("ik kom om 11.00", haarlem, at("9.25") - timedelta(days=3)) == arrives("11.00")


@pytest.mark.skipif(not SHARED.exists(), reason="the questions lie beside the project")
@pytest.mark.parametrize("day", [HAARLEM, DIGITAL, LELYSTAD])
def test_no_question_is_taken_for_it(day: str) -> None:
    lines = (SHARED / "dev.jsonl").read_text("utf-8").splitlines()
    asked = [json.loads(line)["q"] for line in lines]
    assert len(asked) > 50
    programme = days()[day]
    assert [q for q in asked if said(q, programme, moment(programme, "9.25"))] == []
