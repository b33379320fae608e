"""`refresh`: visit the feeds, keep what is new. Silent when all is well and nobody watches, as cron likes it."""

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from tui.app.widgets.reports import list_in_words, page_in_words
from tui.cli.shapes import refresh_shape
from tui.cli.surroundings import Surroundings, clock
from tui.cli.telling import tell
from tui.model.critic import answering
from tui.model.errors import RefreshUnderWay, WrongUse
from tui.model.outcome import FeedOutcome, TalkOutcome
from tui.model.paging import PageOutcome
from tui.model.text import visible
from tui.refresh.choosing import Choice, Wish, choose

if TYPE_CHECKING:
    from tui.store.library import Library


@click.command("refresh")
@click.argument("critics", metavar="[CRITIC]...", nargs=-1)
@click.option("--due", is_flag=True, help="Only who is due by their own rhythm: for cron and timers.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document with the counts and every failure.")
@click.pass_obj
def refresh_command(around: Surroundings, critics: tuple[str, ...], due: bool, as_json: bool) -> None:
    """Visit the feeds of all critics, or of these, and keep what is new; then the pages that give more than a feed.

    Last, threads under starred and recent reviews that are talked about.

    Whoever is paused or gone is visited only by name; a server that asked to be left alone is, whoever asks.
    """
    if due and critics:
        raise WrongUse("--due goes with no critic", "Name whom to visit, or leave it to the clock")
    run = _Run()
    try:
        asyncio.run(_refresh(around, critics, Wish.DUE if due else Wish.NAMED if critics else Wish.NOW, run))
    except RefreshUnderWay as other:
        if not due or sys.stderr.isatty():  # for a timer that is no news
            tell(other)
    shape = refresh_shape(run.outcomes, run.pages, run.threads)
    if as_json:
        click.echo(json.dumps(shape, ensure_ascii=False, indent=1))
    elif sys.stderr.isatty():
        failed = f", {len(shape['failed'])} failed" if shape["failed"] else ""
        read = f", {shape['pages']['read']} pages read" if run.pages else ""
        click.echo(f"{shape['checked']} checked, {shape['new']} new{failed}{read}", err=True)
    if any(outcome.kind == "failed" for outcome in run.outcomes):
        raise click.exceptions.Exit(1)


@dataclass(slots=True)
class _Run:
    """What a refresh came to so far."""

    outcomes: list[FeedOutcome] = field(default_factory=list)
    pages: list[PageOutcome] = field(default_factory=list)
    threads: list[TalkOutcome] = field(default_factory=list)


async def _refresh(around: Surroundings, names: Sequence[str], wish: Wish, run: _Run) -> None:
    from tui.cli.connecting import elsewhere
    from tui.refresh.refresher import Refresher

    with around.open_library() as library:
        if not names and library.lists():
            await _look_at_lists(around, library, wish)
        asked = {library.critic(name).id for name in names}
        standings = [each for each in library.standings() if not names or each.critic.id in asked]
        choice = choose(standings, wish, clock())
        _tell_waiting(choice, named=bool(names))
        if sys.stderr.isatty():
            click.echo(f"Asking {len(choice.visit)} feeds …", err=True)
        async with around.web() as web:
            refresher = Refresher(library, web, clock, elsewhere=elsewhere(around.settings()))
            async for outcome in refresher.refresh(choice.visit):
                run.outcomes.append(outcome)
                _tell(outcome, f"{len(run.outcomes)}/{len(choice.visit)} ")
            async for page in refresher.pages.read(answering(choice.visit, run.outcomes)):
                run.pages.append(page)
                _tell_page(page)
            async for thread in refresher.talk.read(answering(choice.visit, run.outcomes)):
                run.threads.append(thread)
                _tell_thread(thread)


async def _look_at_lists(around: Surroundings, library: "Library", wish: Wish) -> None:
    """See who came to the lists that are followed and who went, before their feeds are visited."""
    from tui.refresh.lists import ListKeeper

    async with around.web() as web:
        for outcome in await ListKeeper(library, web, clock).look(every=wish is not Wish.DUE):
            if outcome.reason or sys.stderr.isatty():
                click.echo(visible(list_in_words(outcome)), err=True)


def _tell_waiting(choice: Choice, *, named: bool) -> None:
    """Say who is not visited: to a person, and to whoever named them."""
    if named or sys.stderr.isatty():
        for each in choice.waiting:
            click.echo(visible(f"{each.critic.name} {each.reason}: not visited"), err=True)


def _tell_thread(thread: TalkOutcome) -> None:
    if sys.stderr.isatty() and (thread.new or thread.failed):
        words = f"failed: {thread.reason}" if thread.failed else f"{thread.new} new comments"
        click.echo(visible(f"{thread.critic}: {thread.title}: {words}"), err=True)


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
        also = f"; {outcome.reason}" if outcome.reason else ""
        click.echo(visible(f"{place}{outcome.critic}: {outcome.new or 'nothing'} new{also}"), err=True)
        for one in outcome.regraded:
            click.echo(visible(f"  {one.title}: {one.in_words}"), err=True)
