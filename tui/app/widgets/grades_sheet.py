"""The overview of grades as a sheet: a histogram, critics by letter, and how far critics agree. Pure."""

from collections.abc import Iterator

from tui.app.widgets.cells import fitted
from tui.app.widgets.counted import counted, graded
from tui.app.widgets.figure_words import above, agreed, folded, heading
from tui.app.widgets.targets import Cell, OneCritic, Reviews
from tui.model.listing import Histogram
from tui.model.query import Query
from tui.model.scale import LETTERS
from tui.model.shown import UNGRADED, UNSCORED
from tui.summaries.agreement import ENOUGH, Agreement
from tui.summaries.openings import also_graded
from tui.summaries.overview import Agreements, Overview, OverviewRow
from tui.summaries.plots import Bar, Piece, PlotLine, Row, histogram, ink_of, matrix

SIGNS = {UNSCORED: "~", UNGRADED: "·"}
"""What stands for the bars that are no letter."""
_MOST = 40
"""Critics at most that are set against each other: the ones with most grades."""
_CELL = 4
"""Cells of an agreement."""
_WIDE = 8
"""Where there is room, with how many works it is of."""


def grades_sheet(overview: Overview, agreements: Agreements | None, ground: Query, width: int) -> tuple[PlotLine, ...]:
    """Return the whole sheet; `ground` is the filter, `agreements` None while they are reckoned."""
    if not overview.rows:
        return tuple(_nothing(ground))
    lines: list[PlotLine] = [(), *_summary(overview, ground), ()]
    lines += histogram(bars(overview.histogram, ground), width, 6)
    lines += [(), heading("Critics by letter", "each row is the shape of one critic's grades"), ()]
    lines += _matrix(overview, ground, width)
    lines += [(), heading("Agreement", "would two critics put the works they share in the same order?"), ()]
    lines += _agreement(overview, agreements, width)
    return tuple(folded((*lines, ()), width))


def bars(counted_: Histogram, ground: Query, critic_id: int | None = None, who: str = "") -> tuple[Bar, ...]:
    """Return the bars of a histogram, each opening exactly the reviews it counts."""
    found = [(letter, count, ink_of(LETTERS[letter])) for letter, count in counted_.letters]
    found += [(UNSCORED, counted_.unscored, "quiet"), (UNGRADED, counted_.ungraded, "quiet")]
    return tuple(
        Bar(SIGNS.get(bar, bar), count, ink, _cell(critic_id, bar, ground, count, who), aside=bar in SIGNS)
        for bar, count, ink in found
        if count or bar not in SIGNS
    )


def _cell(critic_id: int | None, bar: str, ground: Query, count: int, who: str) -> Cell | None:
    return Cell(critic_id, bar, ground, count, who) if count else None


def _summary(overview: Overview, ground: Query) -> Iterator[PlotLine]:
    figures, total = overview.figures, overview.histogram.total
    what = "All reviews" if ground.is_all else f"Reviews matching {ground.text}"
    yield (Piece(what, "title"),)
    yield (Piece(f"{counted(total, 'review')} by {counted(len(overview.rows), 'critic')}, {figures.n:,} on the scale"),)
    if figures.n:
        spread = "" if figures.spread is None else f" · spread {figures.spread:g}"
        yield (
            Piece("mean ", "quiet"), Piece(graded(figures.mean), f"{ink_of(figures.mean)} bold"),
            Piece(" · median ", "quiet"), Piece(graded(figures.median), f"{ink_of(figures.median)} bold"),
            Piece(spread, "quiet"),
        )  # fmt: skip


def _nothing(ground: Query) -> Iterator[PlotLine]:
    yield ()
    if ground.is_all:
        yield (Piece("No reviews yet.", "bold"),)
        yield (Piece("a subscribes to a critic, R asks every critic for their reviews.", "quiet"),)
    else:
        yield (Piece(f"Nothing matches: {ground.text}", "bold"),)
        yield (Piece("^F clears the filter, / changes it.", "quiet"),)


def _matrix(overview: Overview, ground: Query, width: int) -> tuple[PlotLine, ...]:
    name = _name_room(overview, width)
    wide = width >= 76
    rows = [_row(each, ground, name, wide) for each in overview.rows]
    columns = [(letter, ink_of(score)) for letter, score in LETTERS.items()]
    columns += [("~", "quiet"), ("·", "quiet")]
    first, *rest = matrix(rows, columns, width)
    if wide:
        lead = f"{'':{name}}{'graded':>7} {'mean':>5}"
        first = (Piece(lead.ljust(len(first[0].text)), "quiet"), *first[1:])
    return (first, *rest)


def _name_room(overview: Overview, width: int) -> int:
    longest = max(len(row.critic) for row in overview.rows)
    return max(6, min(longest + 1, 24, width - 31 if width < 76 else width - 60))


def _row(each: OverviewRow, ground: Query, name: int, wide: bool) -> Row:
    counts = [(letter, count) for letter, count in each.histogram.letters]
    counts += [(UNSCORED, each.histogram.unscored), (UNGRADED, each.histogram.ungraded)]
    cells = [(count, _cell(each.critic_id, bar, ground, count, each.critic)) for bar, count in counts]
    mean = "–" if each.figures.mean is None else f"{each.figures.mean:.0f}"
    note = f"{each.figures.n:>7,} {mean:>5}" if wide else ""
    return Row(fitted(each.critic, name), cells, OneCritic(each.critic_id, f"{each.critic}: the profile"), note)


def _agreement(overview: Overview, agreements: Agreements | None, width: int) -> Iterator[PlotLine]:
    if agreements is None:
        yield (Piece("Reckoning how far every two critics agree …", "quiet"),)
        return
    name = _name_room(overview, width) + 4
    most = min(_MOST, max(2, (width - name) // _CELL))
    rows = sorted(overview.rows, key=lambda row: (-row.figures.n, row.critic))[:most]
    known = [agreements.between(a.critic_id, b.critic_id) for a in rows for b in rows if a is not b]
    if not any(each.n >= ENOUGH for each in known):
        yield (Piece(f"Not enough yet: no two critics share {ENOUGH} graded works.", "quiet"),)
        return
    if len(overview.rows) > len(rows):
        yield (Piece(f"The {len(rows)} critics with most grades; a critic's profile has all theirs.", "quiet"),)
    room = _CELL if name + _WIDE * len(rows) > width else _WIDE
    numbers = (Piece(f"{number:>{_CELL}}".ljust(room), "quiet") for number in range(1, len(rows) + 1))
    yield (Piece(" " * name), *numbers)
    for number, row in enumerate(rows, 1):
        cells = (piece for other in rows for piece in _pair(row, other, agreements, room))
        lead = Piece(f"{number:>2}  {fitted(row.critic, name - 4)}", "", OneCritic(row.critic_id, _profile(row.critic)))
        yield (lead, *cells)
    yield ()
    n = ", then shared works" if room == _WIDE else ""
    yield (Piece(f"Rank correlation (Spearman) from −100 to 100{n}; · under {ENOUGH} shared works.", "quiet"),)


def _pair(row: OverviewRow, other: OverviewRow, agreements: Agreements, room: int) -> PlotLine:
    if row is other:
        return (Piece("■".rjust(_CELL).ljust(room), "quiet"),)
    each = agreements.between(row.critic_id, other.critic_id)
    target = shared_by(each, row.critic, other.critic) if each.n else None
    if each.rho is None:
        return (Piece("·".rjust(_CELL).ljust(room), "quiet", target),)
    n = f" {each.n}"[: room - _CELL].ljust(room - _CELL)
    return (Piece(f"{signed(each.rho):>{_CELL}}", agreement_ink(each.rho), target), Piece(n, "quiet", target))


def _profile(critic: str) -> str:
    return f"{critic}: the profile"


def shared_by(each: Agreement, one: str, other: str) -> Reviews:
    """Return the target of two critics' agreement: both their reviews of the works they share."""
    kind = f", {one} {above(each.difference)}" if each.difference is not None else ""
    return Reviews(also_graded(each.critic_id, each.other_id), f"{one} and {other}: {agreed(each)}{kind}")


def signed(rho: float) -> str:
    """Return a correlation as a whole number of hundredths, with a true minus."""
    return f"{round(100 * rho)}".replace("-", "−")


def agreement_ink(rho: float) -> str:
    """Return the ink of a correlation: the scale's own steps, from agreeing to disagreeing."""
    return f"grade-{sum(rho < least for least in (0.6, 0.2, -0.2, -0.6))}"
