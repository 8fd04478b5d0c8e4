import pytest

from bot.people.mailing import address_asked, code_in, mail_address, mail_channel, wants_mail, wants_no_mail

JAN = "jan@stad.nl"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (JAN, JAN),
        (" <Jan@Stad.NL>. ", JAN),
        ("mailto:jan@stad.nl", JAN),
        ("j.de-vries+dag@griffie.stad.nl", "j.de-vries+dag@griffie.stad.nl"),
        ("jan@stad", None),
        ("jan@@stad.nl", None),
        ("@stad.nl", None),
        ("jan.@stad.nl", None),
        ("jan@-stad.nl", None),
        ("jan@stad..nl", None),
        ("jan piet@stad.nl", None),
        ("jän@stad.nl", None),
        ("jan@stad.nl\r\nBcc: piet@stad.nl", None),
        ("jan@127.0.0.1", None),
        (f"{'a' * 65}@stad.nl", None),
        (f"a@{'b.' * 130}nl", None),
        ("", None),
    ],
)
def test_what_is_an_address(text: str, address: str | None) -> None:
    assert mail_address(text) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mail mijn agenda naar jan@stad.nl", JAN),
        ("Stuur de uitnodigingen naar Jan@stad.nl, graag", JAN),
        ("please send my calendar to <jan@stad.nl>!", JAN),
        ("email my invites to jan@stad.nl", JAN),
        ("kunt u mijn programma mailen naar jan@stad.nl?", JAN),
        ("wie is jan@stad.nl", None),
        ("mail naar jan@stad.nl", None),
        ("mijn agenda jan@stad.nl", None),
        ("mail mijn agenda", None),
        ("mail mijn agenda naar jan@stad.nl en piet@stad.nl", None),
        ("mail mijn agenda naar jan", None),
    ],
)
def test_which_address_somebody_asks_their_calendar_for(text: str, address: str | None) -> None:
    assert address_asked(text) == address


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("042317", "042317"),
        (" 042 317. ", "042317"),
        ("042-317", "042317"),
        ("04231", None),
        ("0423177", None),
        ("code 042317", None),
        ("١٢٣٤٥٦", None),
        ("11.40", None),
    ],
)
def test_what_is_a_code(text: str, code: str | None) -> None:
    assert code_in(text) == code


@pytest.mark.parametrize(
    ("text", "asks", "stops"),
    [
        ("uitnodigingen per mail", True, False),
        ("Mijn agenda per e-mail graag", True, False),
        ("invitations by mail, please", True, False),
        ("stop de mail", False, True),
        ("geen uitnodigingen meer", False, True),
        ("Stop mail!", False, True),
        ("no more invitations", False, True),
        ("agenda", False, False),
        ("wat is het mailadres van de secretaris", False, False),
        ("kan ik stukken per mail krijgen", False, False),
        ("stop", False, False),
        ("mail", False, False),
        ("geen mail van de secretaris gehad", False, False),
        ("", False, False),
    ],
)
def test_who_wants_mail_and_who_wants_no_more(text: str, *, asks: bool, stops: bool) -> None:
    assert (wants_mail(text), wants_no_mail(text)) == (asks, stops)


def test_a_rehearsal_has_a_channel_of_its_own() -> None:
    assert (mail_channel("telegram"), mail_channel("stage")) == ("mail", "mail-stage")
