"""A stage for one screen: an App that notes every message and answers the asking of marks as the real one does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen

from tests.makers import NOON
from tests.waiting import until
from tui.app import messages
from tui.app.screens.reading import ReadingScreen
from tui.app.themes import THEMES
from tui.app.widgets.prose_view import ProseView
from tui.model.critic import FeedState
from tui.model.listing import Marking
from tui.model.outcome import FeedOutcome
from tui.model.review import Draft
from tui.store.library import Library


def light(app: App[None], theme: str = "house-lights") -> None:
    """Give an app Matinee's themes, as the style sheets expect."""
    for each in THEMES:
        app.register_theme(each)
    app.theme = theme


class Stage(App[None]):
    """Shows what `act` makes; `heard` are the messages that came up to it."""

    def __init__(
        self, act: Callable[[], Screen[None]], library: Library | None = None, theme: str = "house-lights"
    ) -> None:
        super().__init__()
        self.act = act
        self.library = library
        self.heard: list[Message] = []
        self.markings: list[Marking] = []
        light(self, theme)

    def on_mount(self) -> None:
        self.push_screen(self.act())

    def told(self, kind: type[Message]) -> list[Message]:
        """Return the messages of one kind."""
        return [message for message in self.heard if isinstance(message, kind)]

    def notices(self) -> list[str]:
        """Return every toast, as plain text."""
        return [notice.message for notice in self._notifications]

    def on_mark_asked(self, message: messages.MarkAsked) -> None:
        assert self.library is not None
        self.heard.append(message)
        marking = self.library.mark(message.ids, message.mark, message.value, now=NOON)
        self.markings.append(marking)
        if isinstance(self.screen, ReadingScreen):
            self.screen.show_marking(marking)

    def on_review_shown(self, message: messages.ReviewShown) -> None:
        self.heard.append(message)

    def on_browser_asked(self, message: messages.BrowserAsked) -> None:
        self.heard.append(message)

    def on_copy_asked(self, message: messages.CopyAsked) -> None:
        self.heard.append(message)

    def on_critic_added(self, message: messages.CriticAdded) -> None:
        self.heard.append(message)

    def on_list_imported(self, message: messages.ListImported) -> None:
        self.heard.append(message)

    def on_sample_asked(self, message: messages.SampleAsked) -> None:
        self.heard.append(message)


def library_with(folder: Path, *drafts: Draft) -> tuple[Library, tuple[int, ...]]:
    """Return a library that holds these reviews by one critic, and their numbers."""
    library = Library.open(folder / "library.sqlite3")
    critic = library.subscribe("https://critic.example/feed/", name="Ada Quill", now=NOON)
    outcome = FeedOutcome(critic.id, critic.name, "changed", NOON, 0.2, new=len(drafts))
    ids = library.take(critic.id, add=drafts, change=(), counts=(), state=FeedState(), outcome=outcome, index=False)
    return library, ids


def shown(view: ProseView) -> str:
    """Return every line of a text as it is drawn, spoilers covered."""
    lines = (view._looks.segments(line, revealed=view.revealed) for line in view.page.lines)
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


async def text_shown(pilot: Pilot[Any], words: str) -> ProseView:
    """Wait until the text on the screen holds these words."""
    await until(
        pilot, lambda: any(words in shown(view) for view in pilot.app.screen.query(ProseView)), f"{words} shown"
    )
    return pilot.app.screen.query_one(ProseView)
