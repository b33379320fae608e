"""What lays a review out: its text is read from HTML when it is first asked for, in the thread that asks."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from tui.app.widgets.review_page import review_page
from tui.app.widgets.typesetting import Page
from tui.model.prose import Prose
from tui.model.review import Review


def review_layout(review: Review, now: datetime, *, hidden: bool = False) -> Callable[[int], Page]:
    """Return what gives the review's page for a measure, its grade `hidden` or not; call it in a thread."""

    @cache
    def prose() -> Prose:
        from tui.articles.credits import read_credits  # imported in the thread that needs it first
        from tui.articles.prose import read_prose

        return read_credits(read_prose(review.draft.html, review.draft.url))[1]

    def page(measure: int) -> Page:
        return review_page(review, prose(), measure, now=now, hidden=hidden)

    return page
