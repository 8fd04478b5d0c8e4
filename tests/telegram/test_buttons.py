import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import StaleButton
from bot.wording.richtext import Action, Verb
from handlers.telegram.buttons import LONGEST, decode, encode

NUMBERS = st.integers(min_value=0, max_value=2**63 - 1)


@given(st.builds(Action, verb=st.sampled_from(Verb), id=NUMBERS, revision=NUMBERS))
def test_every_action_survives_the_way_through_a_button(action: Action) -> None:
    code = encode(action)
    assert decode(code) == action
    assert len(code.encode()) <= LONGEST


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (Action(Verb.FOLLOW, 36), "1f:10"),
        (Action(Verb.SESSION, 7, 40), "1s:7:14"),
        (Action(Verb.HELP), "1h:0"),
        (Action(Verb.RENEW, 5), "1R:5"),
    ],
)
def test_codes_given_once_keep_their_meaning(action: Action, code: str) -> None:
    assert (encode(action), decode(code)) == (code, action)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "f:10",  # no format
        "2f:10",  # a format of the future
        "1X:10",  # no such verb
        "1f",
        "1f:",
        "1f:-1",
        "1f:1_0",  # int() would take it
        "1f:01",  # written otherwise than we write
        "1f:10:0",
        "1f:10:1:1",
        "1f:10 ",
        "1f:10\n",
        "1%:10",
        "1f:١",  # a digit, not one of ours
        "1f:zzzzzzzzzzzzz",  # over 63 bits
        "1f:" + "1" * 70,
    ],
)
def test_what_we_did_not_write_is_stale(code: str) -> None:
    with pytest.raises(StaleButton) as caught:
        decode(code)
    assert caught.value == StaleButton(code)


@pytest.mark.parametrize("action", [Action(Verb.FOLLOW, -1), Action(Verb.FOLLOW, 2**63), Action(Verb.FOLLOW, 1, -1)])
def test_a_number_that_does_not_fit_is_refused(action: Action) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        encode(action)
