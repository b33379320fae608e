"""The critics bar: smart lists, tags and critics, with unread counts and a sign on those whose feed fails."""

from collections.abc import Hashable, Iterable
from dataclasses import replace

from rich.segment import Segment
from rich.style import Style

from tui.app.widgets.cells import fitted
from tui.app.widgets.lines import Lines
from tui.model.critic import CriticStanding
from tui.model.record import record
from tui.model.shown import ALL, STARRED, UNREAD, Shelf, shelf_of, shelf_of_tag


@record(frozen=True, slots=True)
class Entry:
    """One line of the bar."""

    shelf: Shelf | None
    """What it shows when chosen; None for the gap between groups."""
    unread: int | None = None
    """None where a count would say nothing."""
    failing: bool = False


def entries(standings: Iterable[CriticStanding], saved: Iterable[Entry] = ()) -> tuple[Entry, ...]:
    """Return the lines of the bar: smart lists, the reader's own behind ours, then tags, then critics by name."""
    critics = sorted(standings, key=lambda each: each.critic.name.casefold())
    unread = sum(each.unread for each in critics)
    tags: dict[str, int] = {}
    for each in critics:
        for tag in each.critic.tags:
            tags[tag] = tags.get(tag, 0) + each.unread
    lists = (Entry(ALL, sum(each.reviews for each in critics)), Entry(UNREAD, unread), Entry(STARRED), *saved)
    tagged = tuple(Entry(shelf_of_tag(tag), count) for tag, count in sorted(tags.items()))
    people = tuple(
        Entry(shelf_of(each.critic), each.unread, each.last is not None and each.last.kind == "failed")
        for each in critics
    )
    gap = (Entry(None),)
    return lists + (gap + tagged if tagged else ()) + (gap + people if people else ())


class CriticsBar(Lines):
    """The bar at the left. Moving over an entry shows it."""

    DEFAULT_CSS = """
    CriticsBar {
        & > .critics-bar--fresh { text-style: bold; color: $foreground; }
        & > .critics-bar--failing { color: $error; text-style: bold; }
        & > .critics-bar--count { color: $accent; }
    }
    """
    COMPONENT_CLASSES = {"critics-bar--fresh", "critics-bar--failing", "critics-bar--count"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: tuple[Entry, ...] = entries(())
        self._saved: dict[int | None, int] = {}

    @property
    def shelf(self) -> Shelf:
        """The shelf under the cursor."""
        return self.entries[self.cursor].shelf or ALL

    def count(self) -> int:
        return len(self.entries)

    def key(self, index: int) -> Hashable:
        return index

    def made(self, standings: Iterable[CriticStanding], saved: Iterable[Shelf] = ()) -> tuple[Entry, ...]:
        """Return lines to `show`, in any thread: those of a thousand critics take some milliseconds."""
        return entries(standings, [Entry(each, self._saved.get(each.saved_id)) for each in saved])

    def show(self, made: tuple[Entry, ...], shelf: Shelf) -> None:
        """Show new counts; the cursor stays on `shelf` wherever it stands now. Kept searches are counted later."""
        before = self.entries
        self.entries = made
        self.cursor = next((line for line, entry in enumerate(self.entries) if entry.shelf == shelf), 0)
        self.bring_into_view()
        self.forget_but({at for at, (old, new) in enumerate(zip(before, self.entries, strict=False)) if old == new})

    def count_saved(self, counts: dict[int | None, int]) -> None:
        """Show how many unread reviews the kept searches hold, by their number."""
        self._saved = counts
        self.entries = tuple(
            replace(each, unread=counts.get(each.shelf.saved_id)) if each.shelf and each.shelf.saved_id else each
            for each in self.entries
        )
        self.forget()

    def move_to(self, index: int) -> None:
        """Put the cursor on a line; a gap is stepped over."""
        index = max(0, min(index, self.count() - 1))
        if self.entries[index].shelf is None:
            index += 1 if index >= self.cursor else -1
        super().move_to(index)

    def draw(self, index: int, width: int, base: Style) -> Iterable[Segment]:
        entry = self.entries[index]
        if entry.shelf is None:
            return [Segment(" " * width, base)]
        count = "" if entry.unread is None or (not entry.unread and index) else f"{entry.unread:,}"
        room = max(1, width - 4 - len(count))
        name = base + self.foreground("critics-bar--fresh") if entry.unread and index else base
        return [
            Segment("! " if entry.failing else "  ", base + self.foreground("critics-bar--failing")),
            Segment(fitted(entry.shelf.name, room), name),
            Segment(f" {count} "[: width - 2 - room].rjust(width - 2 - room), base + self._count_ink(index)),
        ]

    def _count_ink(self, index: int) -> Style:
        return self.foreground("critics-bar--count" if index else "lines--quiet")
