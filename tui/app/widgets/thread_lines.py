"""A thread drawn by lines: each comment is laid out when it comes into view, so that 5,000 open as fast as five.

Where the view is, is a row and a line of it, never a line of the whole: what stands above need not be laid out to know
it. The thumb of the scroll bar goes by an estimate.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import accumulate

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from tui.app.widgets.comment_lines import FOLDED_LINES, LOOKS, Setting, comment_lines, estimates, gap
from tui.app.widgets.looks import COMPONENTS, RULES, Looks
from tui.app.widgets.outline import Outline
from tui.app.widgets.thumb import Thumb
from tui.app.widgets.typesetting import EMPTY, Line, set_text
from tui.app.widgets.window import Window
from tui.model.comment import Comment
from tui.model.thread import Thread

GUTTER = 2
"""Cells left of a thread; the first of them marks the selected comment."""


class ThreadLines(Thumb):
    """What a thread looks like; who moves in it derives from this."""

    DEFAULT_CSS = f"""
    ThreadLines {{
        height: 1fr;
        width: 1fr;
        {RULES}
        & > .prose--author {{ text-style: bold; }}
        & > .prose--by-critic {{ color: $accent; text-style: bold; }}
        & > .prose--new {{ color: $success; text-style: bold; }}
        & > .prose--standing {{ color: $secondary; text-style: italic; }}
        & > .prose--found {{ background: $accent; color: $background; text-style: bold; }}
        & > .prose--cursor {{ background: $block-cursor-blurred-background; }}
        &:focus > .prose--cursor {{ background: $block-cursor-background; }}
        & > .prose--rail-1 {{ color: $primary; }}
        & > .prose--rail-2 {{ color: $success; }}
        & > .prose--rail-3 {{ color: $text-quiet; }}
        & > .prose--rail-4 {{ color: $error; }}
        & > .prose--rail-5 {{ color: $secondary; }}
        & > .prose--rail-6 {{ color: $accent; }}
    }}
    """
    COMPONENT_CLASSES = COMPONENTS | {f"prose--{look}" for look in (*LOOKS, "cursor")}

    def __init__(self, now: datetime, measure: int = 72, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.now = now
        """What ages are counted from."""
        self.measure = measure
        """The most cells of a line of text."""
        self.thread = Thread(0)
        self.outline = Outline()
        self.cursor = 0
        """The selected comment's place in the thread."""
        self.window = Window()
        self.revealed = False
        """Whether spoilers are shown."""
        self.found = ""
        """The words searched for, in small letters."""
        self.author: str | None = None
        """Whose comments are marked."""
        self.drafted: frozenset[str | None] = frozenset()
        """The ids of the comments to which the reader began a reply."""
        self.words: tuple[str, ...] = ()
        """What an empty thread says, a paragraph each."""
        self._looks = Looks(self)
        self._laid: dict[int, tuple[Line, ...]] = {}
        self._drawn: dict[tuple[int, int, bool], Strip] = {}
        self._ends: list[int] | None = None
        self._sizes: tuple[tuple[tuple[Comment, ...], int], list[int]] = ((), 0), []

    @property
    def row(self) -> int:
        """The row under the cursor."""
        return self.outline.row_of(self.cursor)

    # Laying out.

    def lines(self, row: int) -> tuple[Line, ...]:
        """Return the lines of a row, laid out now if they were not yet."""
        place = self.outline.rows[row]
        if place not in self._laid:
            comment = self.thread.comments[place]
            over = (gap(comment, self._width),) * self.lead(row)
            self._laid[place] = (*over, *comment_lines(comment, self._setting(place, comment)))
        return self._laid[place]

    def lead(self, row: int) -> int:
        """Return how many lines of a row stand over its head."""
        return 1 if row else 0

    def rows(self) -> tuple[int, Callable[[int], int], int]:
        """Return what the window is to know: how many rows there are, their heights, and its own."""
        return len(self.outline.rows), self.height_of, self.size.height

    def height_of(self, row: int) -> int:
        """Return how many lines a row has."""
        return len(self.lines(row))

    def changed(self) -> None:
        """Lay out and draw everything in view again."""
        self._laid.clear()
        self._drawn.clear()
        self._ends = None
        self.window.scroll(0, *self.rows())
        self.refresh()

    @property
    def _width(self) -> int:
        return max(1, self.size.width - GUTTER - 2)

    def _setting(self, place: int, comment: Comment) -> Setting:
        folded = self.outline.is_folded(place)
        return Setting(
            self._width, self.now, self.measure,
            new=self.thread.is_new(comment),
            folded=folded,
            below=self.outline.below[place],
            new_below=sum(map(self.thread.is_new, self.outline.hidden(place))) if folded else 0,
            drafted=comment.id in self.drafted,
            found=self.found,
            same_author=comment.author == self.author,
        )  # fmt: skip

    # Drawing.

    def render_lines(self, crop: Region) -> list[Strip]:
        width, height = self.size
        first, last = self._thumb(height)
        plain, thumb = Segment(" ", self._looks.style()), Segment("▐", self._looks.style("lead"))
        body = self._words(width - 1) if not self.outline.rows else self._comments(width - 1)
        body += [self._strip(EMPTY, width - 1, lit=False)] * (height - len(body))
        strips = [
            Strip([*body[y], thumb if first <= y < last else plain], width).crop(*crop.column_span)
            for y in crop.line_range
        ]
        return [self._filtered(strip) for strip in strips]

    def _comments(self, width: int) -> list[Strip]:
        return [self._line(row, line, width) for row, line in self.window.lines(*self.rows())]

    def _line(self, row: int, line: int, width: int) -> Strip:
        lit = row == self.row and line >= self.lead(row)
        key = (self.outline.rows[row], line, lit)
        if key not in self._drawn:
            words = self.lines(row)[line]
            words = replace(words, fill="cursor") if lit and line == self.lead(row) else words
            self._drawn[key] = self._strip(words.indented(" " * (GUTTER - 1)), width, lit=lit)
        return self._drawn[key]

    def _strip(self, line: Line, width: int, *, lit: bool) -> Strip:
        ground = self._looks.style(line.fill) if line.fill else self._looks.style()
        gutter = Segment("▌" if lit else " ", self._looks.style(*filter(None, (line.fill, "title"))))
        words = Strip([gutter, *self._looks.segments(line, revealed=self.revealed)])
        return words.adjust_cell_length(width, ground).simplify()

    def _words(self, width: int) -> list[Strip]:
        """Draw what an empty thread says."""
        lines = [EMPTY] * max(0, self.size.height // 4)
        for words in self.words:
            lines += [*set_text(words, max(1, width - 2 * GUTTER)), EMPTY]
        return [self._strip(line.over("quiet").indented("  "), width, lit=False) for line in lines[: self.size.height]]

    def _filtered(self, strip: Strip) -> Strip:
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, self.background_colors[1])
        return strip

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks = Looks(self)
        self._drawn.clear()

    # The scroll bar.

    def _thumb(self, height: int) -> tuple[int, int]:
        """Return the first line of the thumb and the line after its last."""
        total = self.held()
        if total <= height or not height:
            return 0, 0
        above = (self._estimates()[self.window.top - 1] if self.window.top else 0) + self.window.skipped
        length = max(1, height * height // total)
        first = min(height - length, round((height - length) * above / max(1, total - height)))
        return first, first + length

    def held(self) -> int:
        return self._estimates()[-1] if self.outline.rows else 0

    def drag_to(self, line: int) -> None:
        ends = self._estimates()
        row = min(bisect_right(ends, line), len(ends) - 1)
        self.window.put(row, (ends[row - 1] if row else 0) - line, *self.rows())
        self.refresh()

    def _estimates(self) -> list[int]:
        """Return about where each row ends, counted in lines."""
        if self._ends is None:
            known = (self.thread.comments, self._width)
            if self._sizes[0] != known:
                self._sizes = known, estimates(self.thread.comments, self._width, self.measure)
            sizes, folded = self._sizes[1], self.outline.is_folded
            self._ends = list(accumulate(FOLDED_LINES if folded(at) else sizes[at] for at in self.outline.rows))
        return self._ends
