"""The table of critics: a line for each subscription with its counts and how the last visit to its feed went."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.app.widgets.ages import age
from tui.app.widgets.cells import fitted
from tui.app.widgets.lines import Lines
from tui.app.widgets.reports import in_words
from tui.app.widgets.subscription_card import coming
from tui.model.critic import CriticStanding, fails, posts_a_month


class Columns(NamedTuple):
    """How wide each column is; 0 where the window has no room for it."""

    name: int
    counts: int
    month: int
    visit: int
    next: int
    outcome: int


def columns(width: int) -> Columns:
    """Return the columns for a window: names and outcomes go before figures."""
    if width < 60:
        name, counts, month, visit, next = max(8, width // 3), 10, 0, 0, 0
    elif width < 100:
        name, counts, month, visit, next = min(24, width // 3 - 2), 12, 0, 6, 6
    else:
        name, counts, month, visit, next = 30, 13, 9, 7, 6
    return Columns(name, counts, month, visit, next, max(0, width - 4 - name - counts - month - visit - next))


class CriticsTable(Lines):
    """The table."""

    DEFAULT_CSS = """
    CriticsTable {
        & > .critics-table--failing { color: $error; }
        & > .critics-table--unread { color: $accent; text-style: bold; }
    }
    """
    COMPONENT_CLASSES = {"critics-table--failing", "critics-table--unread"}

    def __init__(self, now: datetime, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.now = now
        self.standings: tuple[CriticStanding, ...] = ()

    @property
    def standing(self) -> CriticStanding | None:
        """The subscription under the cursor."""
        return self.standings[self.cursor] if self.standings else None

    def show(self, standings: Sequence[CriticStanding], now: datetime) -> None:
        """Show these, failing ones first; the cursor stays on the critic it stood on."""
        here = self.standing
        self.now = now
        self.standings = tuple(sorted(standings, key=_place))
        ids = [each.critic.id for each in self.standings]
        if here is not None and here.critic.id in ids:
            self.cursor = ids.index(here.critic.id)
        self.cursor = max(0, min(self.cursor, len(ids) - 1))
        self.bring_into_view()
        self.forget()
        self.post_message(self.Moved(self))

    def count(self) -> int:
        return len(self.standings)

    def key(self, index: int) -> Hashable:
        return self.standings[index].critic.id

    def draw(self, index: int, width: int, base: Style) -> Iterable[Segment]:
        each, quiet = self.standings[index], base + self.foreground("lines--quiet")
        red = base + self.foreground("critics-table--failing")
        wide, often = columns(width), posts_a_month(each.state)
        visited = age(each.last.at, self.now) if each.last else "-"
        figures = [
            (_how_often(often), wide.month),
            (visited, wide.visit),
            (coming(each, self.now), wide.next),
        ]
        counts = self.foreground("critics-table--unread") if each.unread and not each.critic.paused else None
        return [
            Segment("! " if fails(each) else "  ", red),
            Segment(fitted(each.critic.name, wide.name), quiet if each.critic.paused else base),
            Segment(
                fitted(f"{each.unread:,}/{each.reviews:,}", wide.counts, right=True), base + counts if counts else quiet
            ),
            *(Segment(fitted(text, room, right=True), quiet) for text, room in figures if room),
            Segment("  " + fitted(outcome(each), wide.outcome), red if fails(each) else quiet),
        ]


def _how_often(posts: float | None) -> str:
    """Return how many posts a month, for a narrow column."""
    if posts is None:
        return "-"
    return "<1" if posts < 0.5 else f"{posts:.0f}"


def outcome(standing: CriticStanding) -> str:
    """Return how a subscription stands, in the words of its line."""
    if standing.critic.paused:
        return "paused"
    return "gone for good" if standing.state.gone else in_words(standing.last)


def table_heading(width: int) -> str:
    """Return the words over the columns."""
    wide = columns(width)
    figures = [("Unread/all", wide.counts), ("a month", wide.month), ("Visit", wide.visit), ("Next", wide.next)]
    words = "".join(f"{title:>{room}}" for title, room in figures if room)
    return f"  {'Critic':<{wide.name}}{words}  Outcome".ljust(width)[:width]


def _place(standing: CriticStanding) -> tuple[bool, bool, str]:
    """Failing ones come first, paused ones last."""
    return not fails(standing) or standing.critic.paused, standing.critic.paused, standing.critic.name.casefold()
