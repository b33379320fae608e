"""The words over the columns of the review list."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.review_line import columns, heading


class ListHeading(Widget):
    """One quiet line, as wide as the list and its thumb."""

    DEFAULT_CSS = "ListHeading { height: 1; color: $text-quiet; text-style: underline; }"

    def render_line(self, y: int) -> Strip:
        width = max(2, self.size.width)
        return Strip([Segment(heading(columns(width - 1)) + " ", self.rich_style)]).adjust_cell_length(width)
