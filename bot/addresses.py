"""The web addresses that people keep: permanent, as they stand on door signs and in calendar files.

====================================  =====================================================
``/agenda/<secret>``                  the page of somebody's own calendar
``/agenda/<secret>.ics``              that calendar: all they follow, on the days ahead
``/<event>.ics``                      the whole day
``/<event>/<group>.ics``              what a pijler, themagroep or track attends that day
``/<event>/s/<key>``                  the page of a session
``/<event>/s/<key>.ics``              that session
====================================  =====================================================

An address of two parts that ends in ``.ics`` is that of a group; pages under an event have three parts (``s``,
``zaal``) or no such end, so that no slug can stand for another address. Keys and slugs hold no dot.
"""

from typing import Final
from urllib.parse import quote, urlencode

RESERVED: Final = frozenset({"agenda"})
"""What no event may be called, as its address would be another's."""
GOOGLE: Final = "https://calendar.google.com/calendar/render"
OUTLOOK: Final = "https://outlook.office.com/calendar/0/addfromweb"


def own_page(base: str, secret: str) -> str:
    """Give the page of somebody's own calendar; ``base`` is the public address, without a slash at its end."""
    return f"{base}/agenda/{secret}"


def own_feed(base: str, secret: str) -> str:
    """Give the address of somebody's own calendar."""
    return f"{base}/agenda/{secret}.ics"


def day_feed(base: str, event: str) -> str:
    """Give the address of the calendar of a whole day."""
    return f"{base}/{event}.ics"


def group_feed(base: str, event: str, group: str) -> str:
    """Give the address of the calendar of a group."""
    return f"{base}/{event}/{group}.ics"


def session_page(base: str, event: str, key: str) -> str:
    """Give the page of a session."""
    return f"{base}/{event}/s/{key}"


def session_feed(base: str, event: str, key: str) -> str:
    """Give the address of the calendar of one session."""
    return f"{base}/{event}/s/{key}.ics"


def for_apple(feed: str) -> str:
    """Give what opens the calendar program of a phone or a Mac, and most others, with the question to subscribe."""
    return f"webcal://{feed.partition('://')[2]}"


def for_google(feed: str) -> str:
    """Give what asks in Google Calendar to subscribe; it takes a calendar's address only as webcal."""
    return f"{GOOGLE}?{urlencode({'cid': for_apple(feed)})}"


def for_outlook(feed: str, name: str) -> str:
    """Give what asks in Outlook on the web to subscribe, under a name."""
    # It shows a plus for a space as a plus.
    return f"{OUTLOOK}?{urlencode({'url': feed, 'name': name}, quote_via=quote)}"
