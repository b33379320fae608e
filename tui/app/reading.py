"""Opening reviews, for the App: one screen for them stands ready, mounted and styled, and is used again and again.

A new one for each review cost 45 of the 60 ms from key to text, and taking it away again another 10.
"""

import asyncio
import importlib
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual import events, on, work
from textual.app import App
from textual.screen import Screen

from tui.app import collector
from tui.app.messages import ReviewOpened
from tui.store.library import Library

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen

_NEEDED = ("tui.app.screens.reading", "tui.articles.credits", "tui.articles.prose", "selectolax.lexbor")
_PAUSE = 0.4
"""Seconds without a key after which nobody waits for one: 100 ms of work were felt while j was held at the start."""


class Reading(App[str | None]):
    """For the App."""

    library: Library
    clock: Callable[[], datetime]
    measure: int
    """Columns of prose."""
    places: dict[int, int]
    """Where each text was left: an offset, by review."""
    _kept: "ReadingScreen | None" = None
    _pressed = 0.0
    """When the last key came, on the clock of `time.monotonic`."""

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self._pressed = time.monotonic()
        await super().on_event(event)

    @on(ReviewOpened)
    def open_review(self, message: ReviewOpened) -> None:
        """Show one review in full."""
        from tui.app.screens.reading import ReadingScreen

        if not isinstance(self.screen, ReadingScreen):
            screen = self._reading_screen()
            screen.open(message.review_id, message.order)
            self.push_screen(screen)

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """None under a screen that lets nothing through.

        Textual names the one below all the same, and every change of its list would paint the text above it anew.
        """
        stack = self._screen_stack
        return [] if stack and stack[-1].styles.background.a == 1 else super()._background_screens

    def in_a_pause(self, work: Callable[[], object]) -> None:
        """Do what can wait once no key has come for a moment."""
        passed = time.monotonic() - self._pressed
        if passed < _PAUSE:
            self.set_timer(_PAUSE - passed, lambda: self.in_a_pause(work))
        else:
            work()

    @work(group="ready", exit_on_error=False)
    async def ready_to_read(self) -> None:
        """Make the screen before it is asked for."""
        await asyncio.to_thread(lambda: [importlib.import_module(name) for name in _NEEDED])
        self.in_a_pause(self._keep_screen)

    @work(group="ready", exit_on_error=False)
    async def _keep_screen(self) -> None:
        if self._kept is None:
            screen = self._reading_screen()
            self._load_screen_css(screen)
            await self._get_screen(screen)[1]
            self.in_a_pause(collector.go_on)

    def _reading_screen(self) -> "ReadingScreen":
        """Return the screen that is kept; where a review is open in another view already, one for this time."""
        from tui.app.screens.reading import ReadingScreen

        kept = self._kept
        if kept is not None and not any(kept in stack for stack in self._screen_stacks.values()):
            return kept
        screen = ReadingScreen(self.library, self.clock, places=self.places, measure=self.measure)
        if kept is None:
            self._kept = screen
            self.install_screen(screen, "reading")
        return screen
