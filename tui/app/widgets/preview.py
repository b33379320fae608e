"""The selected review at the right of the list: its grade, its credits and its first paragraphs."""

from functools import partial

from tui.app.widgets.prose_view import ProseView
from tui.app.widgets.review_page import preview_page
from tui.app.widgets.typesetting import EMPTY, Page, set_text
from tui.model.prose import Prose
from tui.model.review import Review, ReviewRow
from tui.model.snippet import Snippet


class Preview(ProseView, can_focus=False):
    """The same setting as the reading screen's, narrower; it scrolls by the wheel and takes no keys."""

    def __init__(self, measure: int = 72, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(measure, id=id, classes=classes)
        self.row: ReviewRow | None = None
        """The review previewed; None when the list is empty."""

    def show(
        self,
        row: ReviewRow | None,
        review: Review | None,
        prose: Prose | None,
        found: Snippet | None = None,
        *,
        hidden: bool = False,
    ) -> None:
        """Show a review, its grade covered when `hidden`; the row alone while its text is on its way.

        `found` is where the words of a search stand in it.
        """
        self.row = row
        if row is None:
            self.clear()
        elif review is None or prose is None:
            self.show_page(partial(waiting_page, row))
        else:
            self.show_page(partial(preview_page, review, prose, found=found, hidden=hidden))


def waiting_page(row: ReviewRow, measure: int) -> Page:
    """Return what is known of a review before its text is read: title, critic and grade."""
    lines = [EMPTY]
    for words, look in ((row.work or row.title, "title"), (row.critic, "critic"), (row.written or "", "quiet")):
        lines += (line.over(look) for line in set_text(words, measure))
    return Page(tuple(lines), measure)
