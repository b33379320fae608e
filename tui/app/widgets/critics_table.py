"""The table of critics: a line for each subscription with its counts and how the last visit to its feed went."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime

from rich.segment import Segment
from rich.style import Style
from textual.content import Content

from tui.app.widgets.ages import age
from tui.app.widgets.cells import fitted
from tui.app.widgets.lines import Lines
from tui.app.widgets.reports import in_words, pages_in_words
from tui.model.critic import CriticStanding


def details(standing: CriticStanding, now: datetime) -> Content:
    """Return what there is to say of one subscription, a line each; addresses and reasons are never markup."""
    critic, last = standing.critic, standing.last
    lines = [
        Content.assemble((critic.name, "bold"), Content("".join(f"  #{tag}" for tag in critic.tags))),
        Content(f"Feed    {critic.feed_url}"),
        Content(f"Site    {critic.site_url or 'not known'}"),
        Content(f"Newest  {_ago(standing.newest, now) or 'nothing yet'}"),
        Content(f"Visit   {_ago(last.at, now)}: {in_words(last)}" if last else "Visit   never; r visits it now"),
    ]
    lines.insert(-1, Content(f"Pages   {pages_in_words(standing.pages)}"))
    if last is not None and last.next_step:
        lines.append(Content.assemble("Next    ", (last.next_step, "bold")))
    return Content("\n").join(lines)


def _ago(then: datetime | None, now: datetime) -> str:
    when = age(then, now)
    return when if when in ("", "now") else f"{when} ago"


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
        self.standings = tuple(sorted(standings, key=lambda each: (not _fails(each), each.critic.name.casefold())))
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
        name = max(8, min(30, width // 3))
        counts = f"{each.unread:,}/{each.reviews:,}"
        visited = age(each.last.at, self.now) if each.last else "-"
        rest = max(0, width - 2 - name - 13 - 6 - 2)
        return [
            Segment("! " if _fails(each) else "  ", red),
            Segment(fitted(each.critic.name, name), base),
            Segment(
                fitted(counts, 12, right=True) + " ",
                base + self.foreground("critics-table--unread") if each.unread else quiet,
            ),
            Segment(fitted(visited, 5, right=True) + "   ", quiet),
            Segment(fitted(in_words(each.last), rest), red if _fails(each) else quiet),
        ]


def table_heading(width: int) -> str:
    """Return the words over the columns."""
    name = max(8, min(30, width // 3))
    return f"  {'Critic':<{name}}{'Unread/all':>12} {'Visit':>5}   Outcome".ljust(width)


def _fails(standing: CriticStanding) -> bool:
    return standing.last is not None and standing.last.kind == "failed"
