"""The sample site without a terminal: the same job, and plainly what the app would show."""

from typing import TYPE_CHECKING

import click

from tui.cli.columns import write_columns
from tui.cli.reading import list_line, plain
from tui.cli.subscribing import critic_line
from tui.cli.summarising import FIGURES, figure_line, grouped
from tui.cli.surroundings import clock
from tui.cli.talking import in_the_thread
from tui.model.errors import MatineeError
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.review import ReviewRow
from tui.refresh.refresher import Refresher
from tui.web.client import Web

if TYPE_CHECKING:
    from tui.demo.site import DemoSite
    from tui.store.library import Library


async def tour(site: "DemoSite", library: "Library") -> None:
    """Subscribe to every critic of the sample site over HTTP, then print critics, list, a review, grades, a thread."""
    async with Web() as web:
        refresher = Refresher(library, web, clock)
        for name, address, tags in site.subscriptions:
            try:
                await refresher.add(address, name=name, tags=tags)
            except MatineeError as error:
                click.echo(f"(as it should be, one feed fails) {name}: {error}")
        async for _ in refresher.pages.read([each.critic for each in library.standings()]):
            pass  # two critics keep their grades on their pages
        rows = library.page(Query(), Sort.NEWEST, limit=1_000).rows
        review = library.review(_most_discussed(rows).id)
        await refresher.talk.fetch(review.id)
        talk = library.thread(review.id).comments
    _heading("Critics")
    write_columns([critic_line(each) for each in library.standings()], give=4, right=frozenset((0, 2)))
    _heading("Reviews, newest first")
    write_columns([list_line(row) for row in rows], give=2, right=frozenset((0, 5)))
    _heading("One review")
    click.echo(plain(review))
    _heading("Grades by work")
    shared = [group for group in grouped(rows, "work") if len(group[1]) > 2]
    write_columns([FIGURES, *(figure_line(*group) for group in shared)], give=0, right=frozenset(range(1, 6)))
    _heading(f"{len(talk)} comments on {review.draft.title}")
    for comment in talk:
        click.echo(in_the_thread(comment))
    _heading("This was a sample. To subscribe for real: matinee add ADDRESS")


def _heading(words: str) -> None:
    click.echo(f"\n{words}\n{'=' * len(words)}")


def _most_discussed(rows: tuple[ReviewRow, ...]) -> ReviewRow:
    return max((row for row in rows if row.score is not None), key=lambda row: row.comments or 0)
