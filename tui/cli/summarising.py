"""`grades`: what critics gave, in figures."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from tui.cli.columns import write_columns
from tui.cli.reading import MINUS_NEGATES, QUERY_HELP, joined
from tui.cli.surroundings import Surroundings, clock, columns
from tui.model.listing import Sort
from tui.model.review import ReviewRow
from tui.summaries.distribution import Distribution, distribution

FIGURES = ("", "n", "mean", "median", "spread", "ungraded")
"""The head of the table."""


@click.command("grades", epilog=QUERY_HELP, context_settings=MINUS_NEGATES)
@click.argument("query", nargs=-1)
@click.option("--by", type=click.Choice(["critic", "work", "year"]), help="One line for each (year: of the review).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--plot", is_flag=True, help="Draw them: a histogram; with --by a matrix, bars or a trend.")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write the plot as SVG.")
@click.pass_obj
def grades_command(
    around: Surroundings, query: tuple[str, ...], by: str | None, as_json: bool, plot: bool, svg: Path | None
) -> None:
    """Summarise grades on the common scale of 0-100: how many, mean, median, spread, letters."""
    from tui.model.query_language import parse

    wanted = parse(joined(query), now=clock())
    with around.open_library() as library:
        rows = library.page(wanted, Sort.NEWEST, limit=max(1, library.count(wanted))).rows
    groups = grouped(rows, by)
    if as_json:
        shapes = [{"name": name, **shape(pile)} for name, pile in groups]
        click.echo(json.dumps(shapes if by else shape(list(rows)), ensure_ascii=False, indent=1))
    elif rows and svg:
        from tui.cli.plotting import write_svg

        write_svg(svg, groups, by, f"Grades {joined(query)}".strip())
    elif rows and plot:
        from tui.cli.plotting import plotted

        click.echo("\n".join(plotted(groups, by, columns() or 78)))
    elif rows:
        write_columns([FIGURES, *(figure_line(*group) for group in groups)], give=0, right=frozenset(range(1, 6)))
    else:
        click.echo("No review matches.", err=True)


def grouped(rows: Iterable[ReviewRow], by: str | None) -> list[tuple[str, list[ReviewRow]]]:
    """Return (name, its rows) for each critic, work or year, most graded first; a single `all` without `by`."""
    groups: dict[str, list[ReviewRow]] = {}
    for row in rows:
        work = f"{row.work} ({row.year})" if row.work and row.year else row.work
        name = {"critic": row.critic, "work": work, "year": str(row.published.year), None: "all"}[by]
        if name:
            groups.setdefault(name, []).append(row)
    return sorted(groups.items(), key=lambda group: (-sum(row.score is not None for row in group[1]), group[0]))


def figures(rows: list[ReviewRow]) -> Distribution:
    """Return the distribution of the scores among `rows`."""
    return distribution(row.score for row in rows if row.score is not None)


def shape(rows: list[ReviewRow]) -> dict[str, Any]:
    """Return the figures of `rows` as JSON has them."""
    found = figures(rows)
    return {
        "n": found.count,
        "mean": found.mean,
        "median": found.median,
        "spread": found.spread,
        "letters": dict(found.letters),
        "unscored": sum(row.score is None and row.written is not None for row in rows),
        "ungraded": sum(row.written is None for row in rows),
    }


def figure_line(name: str, rows: list[ReviewRow]) -> tuple[str, ...]:
    """Return one group as columns, in the order of FIGURES."""
    found = figures(rows)
    told = ("" if value is None else f"{value:.1f}" for value in (found.mean, found.median, found.spread))
    return name, str(found.count), *told, str(sum(row.written is None for row in rows))
