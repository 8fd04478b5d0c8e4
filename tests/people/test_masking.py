import pytest

from bot.people.masking import masked


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("mail naar jan.de-vries+dag@stad.example.org graag", "mail naar *** graag"),
        ("(jan@stad.nl), of bel", "(***), of bel"),
        ("bel 0612345678", "bel ***"),
        ("bel 06-12 34 56 78!", "bel ***!"),
        ("bel +31 (0)20 123 45 67", "bel ***"),
        ("0031 20 1234567 is mijn nummer", "*** is mijn nummer"),
        ("zaal 3 om 11.40 uur op 10-02-2023", "zaal 3 om 11.40 uur op 10-02-2023"),
        ("van 10.30 tot 11.40", "van 10.30 tot 11.40"),
        ("@netwerkdag_bot wat nu?", "@netwerkdag_bot wat nu?"),
        ("de link is https://meet.example.org/geheim?pwd=1 voor duurzaamheid", "de link is *** voor duurzaamheid"),
        ("", ""),
    ],
)
def test_what_leads_to_a_person_is_taken_out(text: str, without: str) -> None:
    assert masked(text) == without
