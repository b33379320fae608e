"""`refresh`: visit the feeds, keep what is new. Silent when all is well and nobody watches, as cron likes it."""

import asyncio
import json
import sys
from collections.abc import Sequence

import click

from tui.app.widgets.reports import page_in_words
from tui.cli.shapes import refresh_shape
from tui.cli.surroundings import Surroundings, clock
from tui.model.critic import answering
from tui.model.outcome import FeedOutcome
from tui.model.paging import PageOutcome
from tui.model.text import visible


@click.command("refresh")
@click.argument("critics", metavar="[CRITIC]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON document with the counts and every failure.")
@click.pass_obj
def refresh_command(around: Surroundings, critics: tuple[str, ...], as_json: bool) -> None:
    """Visit the feeds of all critics, or of these, and keep what is new; then the pages that give more than a feed."""
    outcomes, pages = asyncio.run(_refresh(around, critics))
    shape = refresh_shape(outcomes, pages)
    if as_json:
        click.echo(json.dumps(shape, ensure_ascii=False, indent=1))
    elif sys.stderr.isatty():
        failed = f", {len(shape['failed'])} failed" if shape["failed"] else ""
        read = f", {shape['pages']['read']} pages read" if pages else ""
        click.echo(f"{shape['checked']} checked, {shape['new']} new{failed}{read}", err=True)
    if any(outcome.kind == "failed" for outcome in outcomes):
        raise click.exceptions.Exit(1)


async def _refresh(around: Surroundings, names: Sequence[str]) -> tuple[list[FeedOutcome], list[PageOutcome]]:
    from tui.refresh.refresher import Refresher
    from tui.web.client import Web

    outcomes: list[FeedOutcome] = []
    pages: list[PageOutcome] = []
    with around.open_library() as library:
        chosen = [library.critic(name) for name in names] or [each.critic for each in library.standings()]
        if sys.stderr.isatty():
            click.echo(f"Asking {len(chosen)} feeds …", err=True)
        async with Web() as web:
            refresher = Refresher(library, web, clock)
            async for outcome in refresher.refresh(chosen):
                outcomes.append(outcome)
                _tell(outcome, f"{len(outcomes)}/{len(chosen)} ")
            async for page in refresher.pages.read(answering(chosen, outcomes)):
                pages.append(page)
                _tell_page(page)
    return outcomes, pages


def _tell_page(page: PageOutcome) -> None:
    # A page that failed is tried again later and loses nothing: no reason to wake whoever reads cron's mail.
    if sys.stderr.isatty():
        click.echo(visible(f"{page.critic}: {page.title}: {page_in_words(page)}"), err=True)


def _tell(outcome: FeedOutcome, place: str) -> None:
    """Say what a visit came to: failures always, the rest only to a person."""
    watched = sys.stderr.isatty()
    if outcome.kind == "failed":
        step = f". {outcome.next_step}" if outcome.next_step else ""
        click.echo(visible(f"{place if watched else ''}{outcome.critic}: {outcome.reason}{step}"), err=True)
    elif watched:
        click.echo(f"{place}{outcome.critic}: {outcome.new or 'nothing'} new", err=True)
