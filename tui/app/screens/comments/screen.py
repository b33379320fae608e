"""The comments under one review, cached and fetched anew behind; on wide screens beside the review's text.

What is known shows at once, and the App is asked to fetch; an answer arriving moves neither place nor folds, and one
for another review is dropped. Comments that came since the look before stand out until the reader leaves.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.app.commands import Place, bindings
from tui.app.messages import BrowserAsked, CopyAsked, OwnReplyAsked, ReplyAsked, ThreadWanted
from tui.app.screens.comments.finding import Finding
from tui.app.widgets.blindness import Blind
from tui.app.widgets.find_line import FindLine
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.prose_view import ProseView
from tui.app.widgets.review_layout import review_layout
from tui.app.widgets.telling import Telling
from tui.app.widgets.thread_bar import ThreadBar
from tui.app.widgets.thread_view import ThreadView
from tui.app.widgets.thread_words import emptiness, standing, trouble
from tui.model.comment import Comment
from tui.model.errors import MatineeError
from tui.model.review import Review
from tui.model.thread import Thread
from tui.store.library import Library

_FRESH = timedelta(minutes=1)
"""A thread fetched within this is not fetched again just for being looked at."""


def _bindings() -> list[BindingType]:
    """Return the registry's bindings, each digit told which link it opens."""
    own = [each for each in bindings(Place.COMMENTS) if not (isinstance(each, Binding) and each.action == "follow")]
    return [*own, *(Binding(str(number), f"follow({number})", show=False) for number in range(1, 10))]


class CommentsScreen(Finding, Blind, Telling, Screen[None]):
    """Comes back with nothing; fetching and answering are asked of the App."""

    BINDINGS = _bindings()
    CSS_PATH = "comments.tcss"
    PLACES = (Place.COMMENTS,)
    AUTO_FOCUS = "ThreadView"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (130, "-wide")]

    def __init__(
        self, library: Library, clock: Callable[[], datetime], review_id: int, *, measure: int = 72, select: str = ""
    ) -> None:
        """`select`: the id of the comment to begin at."""
        super().__init__()
        self.library, self.clock, self.review_id, self.measure = library, clock, review_id, measure
        self.select = select
        self.review: Review | None = None
        """None until it is read."""
        self.fetching = False
        """Whether an answer is on its way."""

    def compose(self) -> ComposeResult:
        yield ThreadBar()
        yield Static(id="trouble", markup=False)
        with Horizontal():
            with Vertical(id="beside"):
                yield ProseView(self.measure, id="review")
            yield ThreadView(self.clock(), self.measure, id="thread")
        yield FindLine()
        yield KeyBar(*self.PLACES)

    def on_mount(self) -> None:
        self.look()
        self.set_interval(60, self._age)

    async def on_unmount(self) -> None:
        """The reader leaves: what came meanwhile was seen."""
        if self.review is not None:
            with self.telling():
                await asyncio.to_thread(self.library.end_look, self.review_id, now=self.clock())

    # Parts.

    @property
    def view(self) -> ThreadView:
        """The thread."""
        return self.query_one(ThreadView)

    @property
    def text(self) -> ProseView:
        """The review beside it."""
        return self.query_one("#review", ProseView)

    @property
    def line(self) -> FindLine:
        """What is marked."""
        return self.query_one(FindLine)

    # Showing.

    @work(exclusive=True, group="thread", exit_on_error=False)
    async def look(self) -> None:
        """Show what is known of the thread, and ask for what is not."""
        try:
            review, thread = await asyncio.to_thread(_look, self.library, self.review_id, self.clock())
        except MatineeError as error:
            self._show_trouble(str(error))
            return
        self.review = review
        draft = review.draft
        self.query_one(ThreadBar).title = f"{draft.work.title if draft.work else draft.title} · {review.critic}"
        self.fetching = thread.fetched is None or self.clock() - thread.fetched > _FRESH
        self._show(thread, self.select)
        if self.fetching:
            self.post_message(ThreadWanted(self.review_id))
        self._show_text(review)

    def show_talk(self, review_id: int, select: str = "") -> None:
        """A thread was fetched, or a reply of the reader's changed in it."""
        if self.is_mounted and review_id == self.review_id:
            self.fetching = False
            self.read_again(select)

    @work(exclusive=True, group="news", exit_on_error=False)
    async def read_again(self, select: str) -> None:
        """Show the thread as it is known now."""
        with self.telling():
            thread = await asyncio.to_thread(self.library.thread, self.review_id)
            self._show(thread, select)

    def show_text(self, review_id: int) -> None:
        """The review's text or its grade changed."""
        if self.is_mounted and review_id == self.review_id:
            self.read_text()

    @work(exclusive=True, group="text", exit_on_error=False)
    async def read_text(self) -> None:
        """Show the review's text as it is now."""
        with self.telling():
            self._show_text(await asyncio.to_thread(self.library.review, self.review_id))

    def _show(self, thread: Thread, select: str) -> None:
        self.view.show(thread, select or None)
        self.show_marked()
        self._say(thread)

    def _say(self, thread: Thread) -> None:
        now = self.clock()
        self.query_one(ThreadBar).standing = standing(thread, now, fetching=self.fetching)
        self.view.explain(emptiness(thread, fetching=self.fetching))
        self._show_trouble("" if self.fetching else trouble(thread, now))

    def _show_trouble(self, words: str) -> None:
        self.query_one("#trouble", Static).update(Content(words))
        self.set_class(bool(words), "-trouble")

    def _show_text(self, review: Review) -> None:
        self.text.show_page(review_layout(review, self.clock(), hidden=self.hides(review.id, review.read)))

    def _age(self) -> None:
        self.view.age(self.clock())
        self._say(self.view.thread)

    # Handlers.

    def on_thread_view_link_clicked(self, event: ThreadView.LinkClicked) -> None:
        self.action_follow(event.number)

    def on_prose_view_link_clicked(self, event: ProseView.LinkClicked) -> None:
        self._open(self.text.page.links.get(event.number), event.number)

    # Actions: addresses.

    def action_follow(self, number: int) -> None:
        """Open the link of this number in the selected comment."""
        links = self.view.selected.links if self.view.selected else ()
        self._open(links[number - 1] if number <= len(links) else None, number)

    def _open(self, url: str | None, number: int) -> None:
        if url is None:
            self.notify(f"There is no link {number} in this comment.", markup=False)
        elif not url.startswith(("http://", "https://")):
            self.notify(f"Matinee opens only web addresses, not {url}", severity="warning", markup=False)
        else:
            self.notify(f"Opening {url}", markup=False, timeout=3)
            self.post_message(BrowserAsked(url))

    def action_browse(self) -> None:
        if url := self._address():
            self.post_message(BrowserAsked(url))

    def action_copy_link(self) -> None:
        if url := self._address():
            self.post_message(CopyAsked(url))

    def _address(self) -> str:
        """Return where the selected comment stands, or the review; a word when neither is known."""
        own = self.view.selected.url if self.view.selected else ""
        url = own or (self.review.draft.url if self.review else "")
        if not url:
            self.notify("Neither the comment nor the review has an address.", severity="warning", markup=False)
        return url

    # Actions: the talk.

    def action_fetch(self) -> None:
        if not self.fetching and self.review is not None:
            self.fetching = True
            self._say(self.view.thread)
            self.post_message(ThreadWanted(self.review_id, asked=True))

    def action_reply(self) -> None:
        """Answer the selected comment; for one's own that is not shown, ask what became of it."""
        selected = self.view.selected
        if selected is not None and (reply_id := own_reply(selected)) is not None:
            self.post_message(OwnReplyAsked(reply_id))
        elif self.review is not None:
            self.post_message(ReplyAsked(self.review_id, selected))

    def action_comment(self) -> None:
        if self.review is not None:
            self.post_message(ReplyAsked(self.review_id))

    # Actions: the look.

    def action_reveal(self) -> None:
        self.view.reveal()

    def action_review_down(self) -> None:
        self.text.scroll_pages(0.5)

    def action_review_up(self) -> None:
        self.text.scroll_pages(-0.5)

    def action_back(self) -> None:
        if not self.end_marking():
            self.dismiss()


def own_reply(comment: Comment) -> int | None:
    """Return the number of the reader's reply that a comment is while the site does not show it."""
    name, _, number = comment.id.partition("reply-")
    return int(number) if comment.own and not name and number.isdigit() else None


def _look(library: Library, review_id: int, now: datetime) -> tuple[Review, Thread]:
    return library.review(review_id), library.look_at_thread(review_id, now=now)
