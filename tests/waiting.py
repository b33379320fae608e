"""Waiting for conditions, never for a time."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot


async def until(pilot: Pilot[Any], condition: Callable[[], object], what: str, most: float = 15.0) -> None:
    """Let the app run until `condition()` is true; fail naming `what` after `most` seconds."""
    clock = asyncio.get_running_loop()
    deadline = clock.time() + most
    while not condition():
        if clock.time() > deadline:
            raise AssertionError(f"never happened: {what}")
        await pilot.pause()
        await asyncio.sleep(0.01)
