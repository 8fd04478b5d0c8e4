"""The library's own bot, pointed at a stage."""

from telegram import Bot
from telegram.request import HTTPXRequest

PLAIN = {"verify": False}  # no certificates to load for plain HTTP on loopback


def make_bot(address: str, token: str, *, read_timeout: float = 5.0) -> Bot:
    return Bot(
        token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=HTTPXRequest(connection_pool_size=20, pool_timeout=5.0, read_timeout=read_timeout, httpx_kwargs=PLAIN),
        get_updates_request=HTTPXRequest(
            connection_pool_size=4, pool_timeout=5.0, read_timeout=read_timeout, httpx_kwargs=PLAIN
        ),
    )
