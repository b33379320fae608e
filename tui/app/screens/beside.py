"""Two reviews of one work side by side; one over the other where the window is narrow."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.app.commands import Place, bindings
from tui.app.widgets.blindness import Blind
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.prose_moves import ProseMoves
from tui.app.widgets.prose_view import Layout, ProseView
from tui.app.widgets.review_page import review_page
from tui.app.widgets.status import StatusBar
from tui.app.widgets.telling import Telling
from tui.store.library import Library


class BesideScreen(ProseMoves, Blind, Telling, Screen[None]):
    """Tab goes from one to the other; the keys scroll the one that is lit."""

    PLACES = (Place.BESIDE,)
    BINDINGS = bindings(Place.BESIDE)
    AUTO_FOCUS = "#first"
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (76, "-beside")]
    DEFAULT_CSS = """
    BesideScreen #both { layout: horizontal; height: 1fr; }
    BesideScreen.-stacked #both { layout: vertical; }
    BesideScreen #both > Vertical { width: 1fr; height: 1fr; }
    BesideScreen Static { height: 1; padding: 0 3; color: $text-quiet; background: $surface; }
    BesideScreen Vertical:focus-within > Static { color: $accent; background: $panel; text-style: bold; }
    """

    def __init__(self, library: Library, clock: Callable[[], datetime], review_ids: tuple[int, int]) -> None:
        super().__init__()
        self.library = library
        self.clock = clock
        self.review_ids = review_ids

    def compose(self) -> ComposeResult:
        yield StatusBar("works")
        with Container(id="both"):
            for name in ("first", "second"):
                with Vertical():
                    yield Static(id=f"{name}-critic", markup=False)
                    yield ProseView(id=name)
        yield KeyBar(*self.PLACES)

    def on_mount(self) -> None:
        self.fetch()

    @property
    def views(self) -> tuple[ProseView, ProseView]:
        """Both texts."""
        return self.query_one("#first", ProseView), self.query_one("#second", ProseView)

    @property
    def view(self) -> ProseView:
        first, second = self.views
        return second if second.has_focus else first

    @work(exclusive=True, group="both", exit_on_error=False)
    async def fetch(self) -> None:
        """Read both."""
        with self.telling():
            read = await asyncio.to_thread(_read, self.library, self.review_ids, self.clock(), self.hides)
            for view, (critic, layout) in zip(self.views, read, strict=True):
                self.query_one(f"#{view.id}-critic", Static).update(Content(critic))
                view.show_page(layout)

    def action_switch_pane(self) -> None:
        first, second = self.views
        (first if second.has_focus else second).focus()

    def action_back(self) -> None:
        self.dismiss()


def _read(
    library: Library, ids: tuple[int, int], now: datetime, hides: Callable[[int, bool], bool]
) -> list[tuple[str, Layout]]:
    from tui.articles.credits import read_credits  # imported in the thread that needs it first
    from tui.articles.prose import read_prose

    found: list[tuple[str, Layout]] = []
    for review in library.reviews(ids):
        prose = read_credits(read_prose(review.draft.html, review.draft.url))[1]
        found.append(
            (review.critic, partial(review_page, review, prose, now=now, hidden=hides(review.id, review.read)))
        )
    return found
