"""A reply as the thread would show it; from here it is sent, and it stays until it is known what came of that."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.widgets.telling import Telling
from tui.app.widgets.thread_view import ThreadView
from tui.model.comment import Comment
from tui.model.errors import MatineeError
from tui.model.reply import ReplyOutcome
from tui.model.thread import Thread, in_reading_order

Send = Callable[[], Awaitable[ReplyOutcome]]
"""Sends the reply, once. Raises MatineeError when nothing was sent."""


class PreviewReplyDialog(Telling, ModalScreen[ReplyOutcome | None]):
    """Comes back with what came of it, or None when the reader goes on writing."""

    BINDINGS = [
        Binding("enter", "send", show=False),
        Binding("escape,q", "leave", show=False),
        Binding("down,j", "scroll(3)", show=False),
        Binding("up,k", "scroll(-3)", show=False),
    ]
    DEFAULT_CSS = """
    PreviewReplyDialog { align: center middle; }
    PreviewReplyDialog > Vertical {
        width: 82; max-width: 100%; height: 80%; padding: 0 1; background: $surface; border: round $primary;
    }
    PreviewReplyDialog ThreadView { height: 1fr; margin: 1 0; }
    PreviewReplyDialog #as { height: auto; color: $text-quiet; }
    PreviewReplyDialog #said { height: auto; }
    PreviewReplyDialog.-wrong #said { color: $error; }
    """
    AUTO_FOCUS = ""

    def __init__(self, reply: Comment, parent: Comment | None, name: str, now: datetime, send: Send) -> None:
        """`name`: as whom it is sent; `parent`: what it answers, None for the review."""
        super().__init__()
        self.reply, self.answered, self.sender, self.now, self.send = reply, parent, name, now, send
        self.sending = False
        """Whether it is on its way: until an answer came, no key sends it again."""

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "As the thread would show it"
            yield ThreadView(self.now)
            yield Static(Content(self.sender), id="as")
            yield Static(Content("Enter sends it · Esc goes on writing"), id="said")

    def on_mount(self) -> None:
        shown = [self.reply] if self.answered is None else [self.answered, self.reply]
        self.query_one(ThreadView).show(Thread(-1, in_reading_order(shown)), self.reply.id)

    def action_send(self) -> None:
        """Send it."""
        if not self.sending:
            self.sending = True
            self.deliver()

    @work(group="send", exit_on_error=False)
    async def deliver(self) -> None:
        """Wait for what comes of it."""
        self._say("Sending … this can take a minute; it is sent once, whatever you press.")
        try:
            self.dismiss(await self.send())
        except MatineeError as error:
            self._say(f"{error} Esc goes on writing.", wrong=True)
            self.sending = False

    def action_leave(self) -> None:
        """Go on writing; while it is on its way, wait."""
        if not self.sending:
            self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll the preview."""
        self.query_one(ThreadView).scroll_by(lines)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.set_class(wrong, "-wrong")
        self.query_one("#said", Static).update(Content(words))
