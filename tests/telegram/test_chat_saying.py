"""Changes in a sentence, as a secretary types them minutes before a session."""

import pytest
from chat_bots import Bots
from staff_chats import SEND, chosen, follower, pressed, room_of, secretary

from handlers.stage.stage import Stage
from storage import programme as programmes

ZORG = (
    "Andere zaal: themagroep Zorg, Jeugd en Onderwijs is nu in de Gravenzaal (was zaal 5). "
    "De tijd blijft 13.55 tot 14.55."
)
OUT = (
    "Themagroep Veiligheid, 11.40 uur, zaal 5: Mike Vrolijk is verhinderd. "
    "De sessie gaat door, met Joeri Vig en Saskia Tempelman."
)
TALK = (
    "Andere eindtijd: gesprek met staatssecretaris Eric van der Burg duurt nu tot 15.50 uur, "
    "dus 15.00 tot 15.50 (was 15.00 tot 15.45). De plaats blijft de Gravenzaal."
)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Zorg, Jeugd en Onderwijs naar de Gravenzaal", ZORG),
        (
            "ruil zaal 2 en 5 om 11.40",
            "Andere zaal: themagroep Veiligheid is nu in zaal 2 (was zaal 5). De tijd blijft 11.40 tot 12.40.",
        ),
        (
            "Financiën begint een kwartier later",
            "Andere tijd: themagroep Financiën is nu 15.15 tot 16.15 (was 15.00 tot 16.00). De plaats blijft zaal 4.",
        ),
        ("TG Europa gaat niet door", "Themagroep Europa gaat niet door (was 15.00, zaal 2)."),
        ("Mike Vrolijk is verhinderd, Joeri Vig neemt het over", OUT),
        ("gesprek met de staatssecretaris duurt tot 15.50", TALK),
    ],
)
async def test_an_organiser_says_what_changes(stage: Stage, bots: Bots, sentence: str, said: str) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        shown = await boss.ask(sentence)
        head, *lines = shown.text.splitlines()
        assert head == "Zo wordt het:"
        assert said in lines
        assert shown.button(SEND)


async def test_a_day_that_runs_late_moves_for_the_organiser_and_for_a_secretary_the_own_meeting(
    stage: Stage, bots: Bots
) -> None:
    bots.clock.local("11.20")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        anna = await secretary(stage, services, number=2)
        of_all = (await boss.ask("we lopen een kwartier achter")).text
        assert "20 onderdelen beginnen 15 minuten later. Het eerste begint om 11.45 uur (was 11.30)." in of_all
        own = (await anna.ask("we lopen een kwartier achter")).text
        assert "themagroep Veiligheid is nu 11.55 tot 12.55 (was 11.40 tot 12.40)" in own
        bots.clock.local("12.20")
        assert "themagroep Veiligheid duurt nu tot 12.50" in (await anna.ask("we lopen 10 minuten uit")).text


async def test_what_we_do_is_of_the_own_meeting_of_a_secretary(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        anna = await secretary(stage, services, number=2)
        for sentence, said in (
            ("we zitten straks in zaal 2 ipv 5", "themagroep Veiligheid is nu in zaal 2 (was zaal 5)"),
            ("we starten 5 minuutjes later", "themagroep Veiligheid is nu 11.45 tot 12.45 (was 11.40 tot 12.40)"),
            ("were starting at 11.50 sorry", "themagroep Veiligheid is nu 11.50 tot 12.50"),
        ):
            assert said in (await anna.ask(sentence)).text
            assert "Zo wordt het" not in (await boss.ask(sentence)).text
        for sentence in ("we zijn er bijna", "we zijn om 11.50 bij veiligheid", "we zitten vol"):
            assert "Zo wordt het" not in (await anna.ask(sentence)).text


async def test_all_after_lunch_moves_and_is_taken_back_in_words(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        before = await services.database.read(programmes.load, "haarlem-2023")
        shown = await boss.ask("alles na de lunch 10 minuten later")
        await chosen(boss, shown, SEND)
        moved = await services.database.read(programmes.load, "haarlem-2023")
        late = {s.key for s in moved.sessions if s.start != before.session_by_key[s.key].start}
        lunch = before.session_by_key["lunch-ab"].end
        assert lunch is not None
        assert late == {s.key for s in before.sessions if s.start >= lunch}
        back = await boss.ask("ongedaan maken")
        assert back.text.startswith("Teruggedraaid.")
        after = await services.database.read(programmes.load, "haarlem-2023")
        assert [s.start for s in after.sessions] == [s.start for s in before.sessions]


async def test_a_reason_is_left_out_and_that_is_said(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.15")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        guest = await follower(stage, 2, "veiligheid")
        shown = await anna.ask("Mike Vrolijk is ziek, Joeri Vig neemt het over")
        assert "ziek" not in shown.text
        assert "De reden die u noemde, heb ik weggelaten. Die wordt niet bewaard en niet verstuurd." in shown.text
        await chosen(anna, shown, SEND)
        assert "ziek" not in (await guest.reply(timeout=12)).text


async def test_in_the_dialogue_a_few_words_are_enough(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        await anna.ask("/wijzig")
        shown = await anna.ask("zaal 4")
        assert "themagroep Veiligheid is nu in zaal 4 (was zaal 5)" in shown.text
        await chosen(anna, shown, SEND)
        assert await room_of(services, "veiligheid") == "zaal-4"


async def test_who_asks_is_answered_and_changes_nothing(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        await anna.ask("/wijzig")
        for question in ("gaat veiligheid door?", "waar is woningmarkt", "wat nu", "wie spreekt bij Veiligheid?"):
            assert "Zo wordt het" not in (await anna.ask(question)).text
        assert await room_of(services, "veiligheid") == "zaal-5"


@pytest.mark.parametrize(
    ("words", "button", "said"),
    [
        (
            "Veiligheid om 11.50",
            "Verplaats Veiligheid naar 11.50 uur",
            "is nu 11.50 tot 12.50 (was 11.40 tot 12.40)",
        ),
        ("veiligheid zaal 4", "Verplaats Veiligheid naar zaal 4", "is nu in zaal 4 (was zaal 5)"),
    ],
)
async def test_bare_words_are_a_question_with_an_offer(
    stage: Stage, bots: Bots, words: str, button: str, said: str
) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        answer = await anna.ask(words)
        assert "Zo wordt het" not in answer.text
        assert said in (await pressed(anna, answer, button)).text
        for same in ("Veiligheid om 11.40", "veiligheid zaal 5", f"{words}?", "Europa om 15.10"):
            answer = await anna.ask(same)
            assert not [b for row in answer.buttons for b in row if b.text.startswith("Verplaats")]
        assert await room_of(services, "veiligheid") == "zaal-5"


async def test_what_nobody_understands_says_to_a_secretary_how_to_change(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        guest = await follower(stage, 2, "veiligheid")
        assert "Wilt u iets wijzigen?" in (await anna.ask("beamerperikelen oplossen")).text
        assert "wijzigen" not in (await anna.ask("hoe werkt de beamer?")).text
        assert "wijzigen" not in (await guest.ask("beamerperikelen oplossen")).text


async def test_without_a_role_the_same_words_are_a_question(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        guest = await follower(stage, 1, "europa")
        for sentence in (
            "TG Europa gaat niet door",
            "we lopen een kwartier achter",
            "alles na de lunch 10 minuten later behalve Veiligheid",
            "Mike Vrolijk komt toch",
            "extra spreker bij Europa: Els Visser",
            "Europa wordt hybride",
            "geen borrel vandaag",
        ):
            answer = (await guest.ask(sentence)).text
            assert "Zo wordt het" not in answer
            assert "Hybride kan ik" not in answer
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert day.session_by_key["europa"].goes_ahead


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("Veiligheid naar de Regentenkamer", "Regentenkamer staat niet in dit programma. Zalen zijn: Gravenzaal"),
        ("Veiligheid naar zaal 9", "Zaal 9 staat niet in dit programma. Zalen zijn: Gravenzaal"),
        ("Veiligheid begint om 23.59 uur en duurt tot 23.00", "Die tijd valt buiten deze dag"),
        ("Europa gaat niet door", "Themagroep Europa is van een andere groep."),
        ("Veiligheid naar zaal 5", "Zo is het al."),
        ("de dag gaat niet door", "Dat kan alleen de organisatie van de dag."),
        ("Jan Klaassen is verhinderd", "Jan Klaassen staat niet als spreker in het programma."),
    ],
)
async def test_what_cannot_be_done_so_is_said_with_what_can(
    stage: Stage, bots: Bots, sentence: str, begins: str
) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        assert (await anna.ask(sentence)).text.startswith(begins)


async def test_in_english_a_room_that_is_not_there_is_named_as_one_says_it(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        await anna.ask("/taal en")
        said = await anna.ask("Veiligheid to room 9")
        assert said.text.startswith("There is no room 9 in this programme. Rooms are: Gravenzaal, room 2")
        said = await anna.ask("Veiligheid naar de Regentenkamer")
        assert said.text.startswith("There is no Regentenkamer in this programme.")


@pytest.mark.parametrize(
    ("slug", "sentence", "said"),
    [
        (
            None,
            "Europa past niet meer in zaal 2",
            (
                "Themagroep Europa, 15.00 tot 16.00 uur, zaal 2.\n"
                "Waarheen? Geen andere zaal is dan vrij. "
                "Typ bijvoorbeeld “ruil Europa met Vitale binnensteden en werklocaties” of “Europa online”."
            ),
        ),
        (
            None,
            "zaal 5 valt uit",
            (
                "Themagroep Zorg, Jeugd en Onderwijs, 13.55 tot 14.55 uur, zaal 5.\n"
                "Themagroep Duurzaamheid, 15.00 tot 16.00 uur, zaal 5.\n"
                "Waarheen? Typ bijvoorbeeld “Zorg, Jeugd en Onderwijs naar de Gravenzaal”. Dan vrij: Gravenzaal."
            ),
        ),
        (
            "duurzaamheid",
            "we passen niet in zaal 5",
            (
                "Themagroep Zorg, Jeugd en Onderwijs, 13.55 tot 14.55 uur, zaal 5.\n"
                "Themagroep Duurzaamheid, 15.00 tot 16.00 uur, zaal 5.\n"
                "Waarheen? Geen andere zaal is dan vrij. Typ bijvoorbeeld “Duurzaamheid online”.\n"
                "Ruilen van zaal kan de organisatie van de dag."
            ),
        ),
        (
            "veiligheid",
            "Europa past niet meer in zaal 2",
            (
                "Themagroep Europa, 15.00 tot 16.00 uur, zaal 2.\n"
                "Themagroep Europa is van een andere groep. "
                "Alleen de secretaris daarvan of de organisatie kan dat wijzigen."
            ),
        ),
    ],
)
async def test_a_room_that_cannot_be_used_is_asked_about(
    stage: Stage, bots: Bots, slug: str | None, sentence: str, said: str
) -> None:
    bots.clock.local("13.00")
    async with bots.running() as services:
        person = await secretary(stage, services, slug)
        answer = await person.ask(sentence)
        assert answer.text == said


async def test_the_room_that_is_free_is_one_tap_and_the_example_is_understood(stage: Stage, bots: Bots) -> None:
    bots.clock.local("13.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        answer = await boss.ask("zaal 2 is te klein")
        shown = await pressed(boss, answer, "Verplaats Interbestuurlijke samenwerking naar Gravenzaal")
        assert "is nu in de Gravenzaal (was zaal 2)" in shown.text
        swap = await boss.ask("ruil Europa met Vitale binnensteden en werklocaties")
        assert "themagroep Europa is nu in zaal 3 (was zaal 2)" in swap.text
        guest = await follower(stage, 2, "europa")
        assert "Waarheen" not in (await guest.ask("zaal 2 is te klein")).text
        bots.clock.local("16.30")
        nothing = "In zaal 3 is vandaag niets meer. Er hoeft niets te verhuizen."
        assert (await boss.ask("zaal 3 is te klein")).text == nothing
