"""Where a feed went that is no longer at its address: its site is asked, as if it were subscribed to today."""

import asyncio

from tui.model.critic import Critic
from tui.model.errors import MatineeError
from tui.refresh.subscribing import find
from tui.store.addresses import same
from tui.web.address import site
from tui.web.client import Web

_PATIENCE = 30.0
"""Seconds for all that is asked."""


async def new_address(web: Web, critic: Critic) -> str:
    """Return where the feed of a critic seems to be now; empty when nothing better is found."""
    front = critic.site_url or site(critic.feed_url)
    try:
        async with asyncio.timeout(_PATIENCE):
            found = await find(web, front, named_by=critic.feed_url)
    except (MatineeError, TimeoutError):
        return ""
    if not found.feed.entries or same(found.feed_url) == same(critic.feed_url):
        return ""
    return found.feed_url
