"""Plain columns for terminals and pipes: aligned by cells, cut only where a terminal would wrap."""

from collections.abc import Sequence
from datetime import datetime

import click
from rich.cells import cell_len, set_cell_size

from tui.cli.surroundings import columns

GAP = "  "


def write_columns(rows: Sequence[Sequence[str]], *, give: int, right: frozenset[int] = frozenset()) -> None:
    """Print `rows` aligned, columns `right` flush right; column `give` is cut with … where the terminal is narrow."""
    if not rows:
        return
    widths = [max(cell_len(row[index]) for row in rows) for index in range(len(rows[0]))]
    room = columns()
    if room is not None:
        spare = room - sum(widths) - len(GAP) * (len(widths) - 1)
        widths[give] = max(min(12, widths[give]), widths[give] + min(0, spare))
    for row in rows:
        cells = [_fit(cell, width, index in right) for index, (cell, width) in enumerate(zip(row, widths, strict=True))]
        click.echo(GAP.join(cells).rstrip())


def _fit(cell: str, width: int, right: bool) -> str:
    length = cell_len(cell)
    if length > width:
        return set_cell_size(cell, width - 1) + "…"
    return " " * (width - length) + cell if right else cell + " " * (width - length)


def age(moment: datetime | None, now: datetime) -> str:
    """Return how long ago `moment` was in the largest fitting unit (`now`, `5m`, `3h`, `2d`, `6w`, `4y`), '' for None."""
    if moment is None:
        return ""
    seconds = max(0, int((now - moment).total_seconds()))
    for unit, length in (("y", 31_557_600), ("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60)):
        if seconds >= length * (2 if unit == "w" else 1):
            return f"{seconds // length}{unit}"
    return "now"
