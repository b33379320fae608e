"""Where a view stands in rows of unequal height: a row and so many of its lines out of view. Pure.

Heights are asked for only of rows in and around the view, so that none of the others need be laid out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Height = Callable[[int], int]
"""Returns how many lines a row has, at least one."""


@dataclass(slots=True)
class Window:
    """A view upon `total` rows. Whoever moves it says what the rows are like now."""

    top: int = 0
    """The first row in view."""
    skipped: int = 0
    """How many of its lines are out of view."""

    def lines(self, total: int, height_of: Height, height: int) -> Iterator[tuple[int, int]]:
        """Yield the row and the line within it of each line in view."""
        row, line = self.top, self.skipped
        while height > 0 and row < total:
            for each in range(line, min(line + height, height_of(row))):
                yield row, each
                height -= 1
            row, line = row + 1, 0

    def line_of(self, row: int, height_of: Height, height: int) -> int | None:
        """Return the line of the view at which a row begins (less than 0: above it); None when it is out of view."""
        if row < self.top:
            return None
        line = -self.skipped
        for each in range(self.top, row):
            line += height_of(each)
            if line >= height:
                return None
        return line

    def put(self, row: int, line: int, total: int, height_of: Height, height: int) -> None:
        """Move so that a row begins at this line of the view, as far as the ends allow."""
        self.top, self.skipped = row, 0
        self.scroll(-line, total, height_of, height)

    def scroll(self, lines: int, total: int, height_of: Height, height: int) -> None:
        """Move by so many lines; it stops at the ends."""
        self._step(lines, total, height_of)
        empty = height - self._held(total, height_of, height)
        if empty > 0:
            self._step(-empty, total, height_of)

    def _step(self, lines: int, total: int, height_of: Height) -> None:
        self.top = max(0, min(self.top, total - 1))
        self.skipped += lines
        while self.skipped < 0 and self.top > 0:
            self.top -= 1
            self.skipped += height_of(self.top)
        while total and self.skipped >= (own := height_of(self.top)):
            if self.top == total - 1:
                self.skipped = own - 1
            else:
                self.top += 1
                self.skipped -= own
        self.skipped = max(0, self.skipped)

    def _held(self, total: int, height_of: Height, height: int) -> int:
        """Return how many lines of the view hold a row's line."""
        held = -self.skipped
        for row in range(self.top, total):
            held += height_of(row)
            if held >= height:
                return height
        return held
