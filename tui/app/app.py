"""The App: the frame the screens stand in, and the only one who knows which screen comes next.

What it builds its screens from (the contract between the two floors of screens):

    ReviewsScreen(library, clock)
    CriticsScreen(library, clock)
    ReadingScreen(library, clock, review_id, order)
                             posts ReviewShown, Marked, BrowserAsked, CopyAsked; dismisses itself
    WelcomeScreen(sample)    posts AddAsked, SampleAsked; `sample`: whether there is a sample site to open
    HelpScreen(places)       the verbs of ANYWHERE and of these places
    AddCriticDialog(add)     dismisses with (Critic, FeedOutcome), or None;
                             `add` is `async (address, name) -> (Critic, FeedOutcome)` and raises MatineeError
"""

from collections.abc import Callable
from datetime import datetime

from textual.app import App

from tui.app.commands import Place, bindings
from tui.app.themes import THEMES
from tui.refresh.refresher import Refresher
from tui.store.library import Library


class MatineeApp(App[str | None]):
    """Matinee. `run()` returns `"sample"` when the reader asked for the sample site, else None."""

    BINDINGS = bindings(Place.ANYWHERE)
    TITLE = "Matinee"

    def __init__(
        self,
        library: Library,
        refresher: Refresher,
        clock: Callable[[], datetime],
        *,
        notice: str = "",
        sample: bool = False,
        theme: str = "house-lights",
    ) -> None:
        super().__init__()
        self.library = library
        self.refresher = refresher
        self.clock = clock
        self.notice = notice
        self.sample = sample
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
