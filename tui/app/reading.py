"""Opening reviews, for the App: one screen for them stands ready, mounted and styled, and is used again and again.

A new one for each review cost 45 of the 60 ms from key to text, and taking it away again another 10.
"""

import asyncio
import importlib
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import App
from textual.screen import Screen

from tui.app.messages import ReviewOpened
from tui.store.library import Library

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen

_NEEDED = ("tui.app.screens.reading", "tui.articles.credits", "tui.articles.prose")


class Reading(App[str | None]):
    """For the App."""

    library: Library
    clock: Callable[[], datetime]
    measure: int
    """Columns of prose."""
    places: dict[int, int]
    """Where each text was left: an offset, by review."""
    _kept: "ReadingScreen | None" = None

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

    @work(group="ready", exit_on_error=False)
    async def ready_to_read(self) -> None:
        """Make the screen before it is asked for."""
        await asyncio.to_thread(lambda: [importlib.import_module(name) for name in _NEEDED])
        if self._kept is None:
            screen = self._reading_screen()
            self._load_screen_css(screen)
            await self._get_screen(screen)[1]

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
