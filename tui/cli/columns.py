"""Plain columns for terminals and pipes: aligned by cells, cut only where a terminal would wrap."""

from collections.abc import Sequence

import click
from rich.cells import cell_len

from tui.app.widgets.cells import fitted, shortened
from tui.cli.surroundings import columns

GAP = "  "


def write_columns(
    rows: Sequence[Sequence[str]], *, give: int, right: frozenset[int] = frozenset(), below: Sequence[str] = ()
) -> None:
    """Print `rows` aligned, columns `right` flush right; column `give` is cut with … where the terminal is narrow.

    `below`: a line to print under each row, where it is not empty.
    """
    if not rows:
        return
    widths = [max(cell_len(row[index]) for row in rows) for index in range(len(rows[0]))]
    room = columns()
    if room is not None:
        spare = room - sum(widths) - len(GAP) * (len(widths) - 1)
        widths[give] = max(min(12, widths[give]), widths[give] + min(0, spare))
    for number, row in enumerate(rows):
        cells = (
            fitted(cell, width, right=at in right) for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        click.echo(GAP.join(cells).rstrip())
        if below and below[number]:
            click.echo(below[number] if room is None else shortened(below[number], room))
