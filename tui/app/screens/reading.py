"""One review in full: its grade with the evidence, its credits, its text; and from it to its neighbours.

Reading and laying out happen in threads, in exclusive workers; an answer for a review no longer asked for is dropped.
The App keeps one such screen mounted and opens it again for another review: `put_away` leaves nothing of the last one.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.app.commands import Place, bindings
from tui.app.messages import BrowserAsked, CopyAsked, FullTextAsked, MarkAsked, ReviewShown
from tui.app.widgets.blindness import Blind
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.prose_moves import ProseMoves
from tui.app.widgets.prose_view import Layout, ProseView
from tui.app.widgets.reading_bar import ReadingBar
from tui.app.widgets.reading_verbs import ReadingVerbs
from tui.app.widgets.review_layout import review_layout
from tui.app.widgets.stillness import Still
from tui.app.widgets.telling import Telling
from tui.app.widgets.typesetting import EMPTY, Page, set_text
from tui.model.errors import MatineeError
from tui.model.listing import Marking
from tui.model.order import Order
from tui.model.review import Review
from tui.store.library import Library


def _bindings() -> list[BindingType]:
    """Return the registry's bindings, each digit told which link it opens."""
    own = [each for each in bindings(Place.READING) if not (isinstance(each, Binding) and each.action == "follow")]
    return [*own, *(Binding(str(number), f"follow({number})", show=False) for number in range(1, 10))]


class ReadingScreen(ProseMoves, ReadingVerbs, Blind, Telling, Still, Screen[None]):
    """Comes back with nothing; what the reader wants from outside goes up as messages."""

    BINDINGS = _bindings()
    CSS_PATH = "reading.tcss"
    PLACES = (Place.READING,)
    """Whose verbs the help screen shows."""

    def __init__(
        self,
        library: Library,
        clock: Callable[[], datetime],
        review_id: int | None = None,
        order: Order | None = None,
        *,
        places: dict[int, int] | None = None,
        measure: int = 72,
    ) -> None:
        """Read `review_id`, which stands in `order`; None: be ready to. `places`: where each was left, an offset."""
        super().__init__()
        self.library = library
        self.clock = clock
        self.review_id = review_id
        self.order = order or Order()
        self.places = {} if places is None else places
        self.measure = measure
        self.review = None
        self._bar = ReadingBar()  # held, not asked for: a text may still scroll while the screen is taken apart
        self._styled: tuple[str, bool] | None = None
        """The theme it was shown in last, and whether the terminal had the focus."""

    def compose(self) -> ComposeResult:
        yield self._bar
        yield ProseView(self.measure)
        yield KeyBar(*self.PLACES)

    def on_mount(self) -> None:
        self.view.focus()
        if self.review_id is not None:
            self.read(self.review_id)

    # Used again and again.

    def open(self, review_id: int, order: Order) -> None:
        """Read this review, as a new screen would; call it before the screen is pushed."""
        if not self.is_mounted:
            self.review_id, self.order = review_id, order
            return
        self.put_away()
        self.order = order
        self.view.focus()
        self.hold_still()
        self.read(review_id)

    def put_away(self) -> None:
        """Stop reading, note where the text is left, and forget everything else."""
        self._remember()
        self.workers.cancel_node(self)
        self.stir()
        self.review_id, self.review = None, None
        self.remove_class("-zen")
        self.clear_selection()
        self.view.clear()
        self.bar.clear()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Spare a screen that stood ready its styles, unless the theme is another: 5 ms, before the text is read."""
        styled = self.app.theme, self.app.app_focus
        event.refresh_styles = event.refresh_styles and styled != self._styled
        self._styled = styled

    def on_screen_suspend(self) -> None:
        if self.app.is_screen_installed(self) and not any(self in stack for stack in self.app._screen_stacks.values()):
            self.put_away()

    # Parts.

    @property
    def view(self) -> ProseView:
        """The text."""
        return self.query_one(ProseView)

    @property
    def bar(self) -> ReadingBar:
        """The line over it."""
        return self._bar

    # Showing.

    @work(exclusive=True, group="review", exit_on_error=False)
    async def read(self, review_id: int) -> None:
        """Read another review, from where it was left."""
        self._remember()
        self.review_id, self.review = review_id, None
        now, measure = self.clock(), self.view.measure_in(self.app.size.width)
        try:
            read = await asyncio.to_thread(_read_review, self.library, review_id, measure, now, self.hides)
        except MatineeError as error:
            self.stir()
            self._show_trouble(error)
        else:
            if review_id == self.review_id:
                self.stir()
                self._show(*read)

    def show_marking(self, marking: Marking) -> None:
        """Marks changed, here or elsewhere."""
        if marking.mark == "read":
            self.order = self.order.marked(marking.ids, read=marking.value)
        if self.is_mounted and self.review_id in marking.ids:
            if marking.mark == "read":
                self.bar.unread = not marking.value
            else:
                self.bar.starred = marking.value

    def show_text(self, review_id: int) -> None:
        """A review's text or its grade changed."""
        if self.is_mounted and review_id == self.review_id:
            self.read(review_id)

    def _show(self, review: Review, layout: Layout, page: Page) -> None:
        self.review = review
        draft, bar = review.draft, self.bar
        bar.title = f"{draft.work.title if draft.work else draft.title} · {review.critic}"
        bar.starred, bar.unread = review.starred, False
        bar.position = self._position()
        self.view.show_page(layout, self.places.get(review.id), page)
        bar.progress = self.view.progress
        self.post_message(ReviewShown(review.id))
        if not review.read:
            self.post_message(MarkAsked((review.id,), "read", True))

    def _show_trouble(self, error: MatineeError) -> None:
        self.bar.title, self.bar.position = error.what, self._position()
        self.view.show_page(partial(_trouble_page, error))

    def _position(self) -> str:
        line = None if self.review_id is None else self.order.position(self.review_id)
        return "" if line is None else f"{line + 1:,} of {len(self.order):,}"

    def _remember(self) -> None:
        """Note where this text is left."""
        if self.review is not None:
            self.places[self.review.id] = self.view.place

    # Handlers.

    def on_prose_view_scrolled(self) -> None:
        self.bar.progress = self.view.progress

    def on_prose_view_link_clicked(self, event: ProseView.LinkClicked) -> None:
        self.action_follow(event.number)

    # Actions: neighbours.

    def action_next_review(self) -> None:
        self._go(self.order.next, "This is the last review of the list.")

    def action_previous_review(self) -> None:
        self._go(self.order.previous, "This is the first review of the list.")

    def action_next_unread(self) -> None:
        self._go(self.order.next_unread, "No unread review below this one.")

    def action_previous_unread(self) -> None:
        self._go(self.order.previous_unread, "No unread review above this one.")

    def _go(self, neighbour: Callable[[int], int | None], else_say: str) -> None:
        if self.review_id is None:
            return
        review_id = neighbour(self.review_id)
        if review_id is None:
            self.notify(else_say, markup=False)
        else:
            self.read(review_id)

    # Actions: addresses.

    def action_browse(self) -> None:
        self._ask(BrowserAsked)

    def action_copy_link(self) -> None:
        self._ask(CopyAsked)

    def _ask(self, message: type[BrowserAsked] | type[CopyAsked]) -> None:
        if self.review is not None and self.review.draft.url:
            self.post_message(message(self.review.draft.url))
        elif self.review is not None:
            self.notify("The feed gives no address for this review.", severity="warning", markup=False)

    def action_follow(self, number: int) -> None:
        """Open the link of this number."""
        url = self.view.page.links.get(number)
        if url is None:
            self.notify(f"There is no link {number} in this review.", markup=False)
        elif not url.startswith(("http://", "https://")):
            self.notify(f"Matinee opens only web addresses, not {url}", severity="warning", markup=False)
        else:
            self.notify(f"Opening {url}", markup=False, timeout=3)
            self.post_message(BrowserAsked(url))

    def action_full_text(self) -> None:
        if self.review is not None:
            self.post_message(FullTextAsked(self.review.id))

    # Actions: the look.

    def action_reveal_grade(self) -> None:
        if self.review is not None and self.blind:
            self.revealed.add(self.review.id)
            self.read(self.review.id)
        else:
            self.notify("No grade is hidden", timeout=2)

    def action_reveal(self) -> None:
        if self.view.page.spoilers:
            self.view.reveal()
        else:
            self.notify("Nothing is hidden in this review.", markup=False)

    def action_zen(self) -> None:
        self.toggle_class("-zen")

    def action_back(self) -> None:
        self._remember()
        self.dismiss()


def _read_review(
    library: Library, review_id: int, measure: int, now: datetime, hides: Callable[[int, bool], bool]
) -> tuple[Review, Layout, Page]:
    """Return a review, what lays it out, and that done for a first measure: one turn in the thread for all."""
    review = library.review(review_id)
    layout = review_layout(review, now, hidden=hides(review.id, review.read))
    return review, layout, layout(measure)


def _trouble_page(error: MatineeError, measure: int) -> Page:
    lines = [EMPTY, *(line.over("bold") for line in set_text(error.what, measure)), EMPTY]
    return Page((*lines, *set_text(error.next_step, measure)), measure)
