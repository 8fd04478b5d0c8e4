import logging

import pytest

from config.logging import SecretFormatter, without_secrets

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_12345"


def test_tokens_and_secret_links_cannot_be_read() -> None:
    said = f"POST https://api.telegram.org/bot{TOKEN}/getMe, {TOKEN}; http://x/bot1:a/getMe; /agenda/s3.ics at 11:40"
    hidden = "POST https://api.telegram.org/bot***/getMe, ***; http://x/bot***/getMe; /agenda/***.ics at 11:40"
    assert without_secrets(said) == hidden


def test_a_traceback_holds_no_token_either(caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.setFormatter(SecretFormatter("%(message)s"))
    try:
        int(f"https://api.telegram.org/bot{TOKEN}/sendMessage")
    except ValueError:
        logging.getLogger("x").exception("failed")
    assert caplog.text.startswith("failed\nTraceback")
    assert "/bot***/sendMessage" in caplog.text
    assert TOKEN not in caplog.text
