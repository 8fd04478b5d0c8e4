"""Becoming somebody with a role, and being it no more."""

import re
from datetime import timedelta

import pytest
from chat_bots import Bots
from staff_chats import FOR_ORGANISERS, NOT_ALLOWED, invitation, pressed, secretary

from bot.people.access import Role
from handlers.stage.stage import Stage
from handlers.telegram.staff import COMMANDS as STAFF_COMMANDS
from storage import acts
from storage import roles as kept

OVER = (
    "Deze uitnodiging kan niet meer worden gebruikt: zij is al gebruikt, ingetrokken of verlopen. "
    "Vraag de organisatie om een nieuwe."
)


async def test_two_with_the_same_role_can_be_told_apart(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        for number in (2, 3):
            await secretary(stage, services, number=number)
        roles = await boss.ask("/rollen")
        second = "Neem rol weg: secretaris van Veiligheid (2)"
        assert [b.text for row in roles.buttons for b in row] == [
            "Neem rol weg: organisator van de dag (uzelf)",
            "Neem rol weg: secretaris van Veiligheid (1)",
            second,
            "Nodig iemand uit",
        ]
        assert "Secretaris van Veiligheid (2), sinds" in roles.text
        assert "Secretaris van Veiligheid (2), sinds" in (await pressed(boss, roles, second)).text


async def test_a_link_makes_one_person_a_secretary_once(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        secret = await invitation(services, Role.SECRETARY, "veiligheid")
        anna, bert = stage.person(1, "Anna"), stage.person(2, "Bert")
        welcome = await anna.ask(f"/start i_{secret}")
        assert "Welkom bij" in welcome.text  # new here: the usual welcome first
        accepted = (await anna.reply()).text
        assert accepted.startswith("Welkom: u bent nu secretaris van Veiligheid.")
        for example in ("Veiligheid naar de Gravenzaal", "Veiligheid begint een kwartier later"):
            assert f"“{example}”" in accepted
            assert (await anna.ask(example)).text.startswith("Zo wordt het")
        await bert.ask("/start")
        assert (await bert.ask(f"/start i_{secret}")).text == OVER
        # Handled again after a kill it does no harm.
        assert (await anna.ask(f"/start i_{secret}")).text.startswith("Welkom: u bent nu secretaris van Veiligheid.")
        day = await services.programmes.current()
        found = await services.database.read(kept.grants_at, day.event.id)
        assert [(g.role, g.group_id) for g in found] == [(Role.SECRETARY, day.group_by_slug["veiligheid"].id)]
        log = await services.database.read(acts.recent, day.event.id, 10)
        assert [(a.role, a.group, a.what, a.about) for a in log] == [
            ("secretary", "veiligheid", "join", "veiligheid"),
            ("command line", "", "invite", "veiligheid"),
        ]


async def test_an_invitation_ends_with_its_term(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        secret = await invitation(services, Role.ORGANISER, valid=timedelta(hours=1))
        anna = stage.person(1)
        await anna.ask("/start")
        bots.clock.local("10.25")
        assert (await anna.ask(f"/start i_{secret}")).text == OVER
        assert (await anna.ask(f"/start i_{'x' * 32}")).text == OVER


async def test_an_organiser_invites_and_takes_away(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        anna, bert = stage.person(1), stage.person(2)
        await anna.ask("/start")
        await bert.ask("/start")
        await anna.ask(f"/start i_{await invitation(services, Role.ORGANISER)}")
        which = await anna.ask("/uitnodigen")
        await anna.press(which, "Een secretaris")
        which = await anna.edited(which)
        assert which.text == "Van welke groep?"
        made = await pressed(anna, which, "Veiligheid")
        secret = re.search(r"\?start=i_([A-Za-z0-9_-]{32})$", made.text)
        assert secret is not None
        assert (await bert.ask(f"/start i_{secret[1]}")).text.startswith("Welkom: u bent nu secretaris van Veiligheid.")
        listed = await anna.ask("/rollen")
        assert "Secretaris van Veiligheid, sinds vrijdag 10 februari 2023 om 9.25 uur" in listed.text
        assert "Organisator van de dag (uzelf), sinds" in listed.text
        sure = await pressed(anna, listed, "Neem rol weg: secretaris van Veiligheid")
        assert sure.text.startswith("Weet u het zeker? Secretaris van Veiligheid, sinds vrijdag 10 februari 2023")
        gone = await pressed(anna, sure, "Ja, neem de rol weg")
        assert gone.text == "Weggenomen: secretaris van Veiligheid. Dat geldt vanaf nu."
        again = await pressed(anna, sure, "Ja, neem de rol weg")
        assert again.text == "Die rol was al weggenomen."


async def test_a_revoked_invitation_leads_nowhere(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        anna, bert = stage.person(1), stage.person(2)
        await anna.ask("/start")
        await bert.ask("/start")
        await anna.ask(f"/start i_{await invitation(services, Role.ORGANISER)}")
        made = await pressed(anna, await anna.ask("/uitnodigen"), "Iemand van de informatiebalie")
        secret = made.text.rpartition("?start=i_")[2]
        revoked = await pressed(anna, made, "Trek deze uitnodiging in")
        assert revoked.text == "De uitnodiging is ingetrokken. De link werkt niet meer."
        assert (await bert.ask(f"/start i_{secret}")).text == OVER


@pytest.mark.parametrize("command", ["/uitnodigen", "/rollen"])
async def test_without_a_role_nobody_gets_in(stage: Stage, bots: Bots, command: str) -> None:
    async with bots.running() as services:
        anna, bert = stage.person(1), stage.person(2)
        await anna.ask("/start")
        await bert.ask("/start")
        assert (await anna.ask(command)).text == NOT_ALLOWED
        await bert.ask(f"/start i_{await invitation(services, Role.SECRETARY, 'veiligheid')}")
        assert (await bert.ask(command)).text == FOR_ORGANISERS


async def test_a_forged_button_opens_nothing(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        anna, bert = stage.person(1), stage.person(2)
        await anna.ask("/start")
        start = await bert.ask("/start")
        await anna.ask(f"/start i_{await invitation(services, Role.ORGANISER)}")
        for code in ("1zi:3", "1zi:1:1", "1zw:1", "1zv:1"):
            await bert.press_data(start, code)
            assert (await bert.reply()).text == NOT_ALLOWED
        day = await services.programmes.current()
        assert len(await services.database.read(kept.grants_at, day.event.id)) == 1


async def test_the_help_of_who_has_a_role_names_what_that_allows(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        for number, language, named in ((1, "nl", 0), (2, "en", 1)):
            anna = stage.person(number, "Anna", language)
            await anna.ask("/start")
            await anna.ask(f"/start i_{await invitation(services, Role.ORGANISER)}")
            await anna.ask("/help")
            said = (await anna.reply()).text
            assert {names[named] for names in STAFF_COMMANDS} <= set(re.findall(r"/([a-z]+)", said))
