"""`add`, `remove`, `critics`: who is subscribed."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from tui.app.widgets.ages import age
from tui.cli.columns import write_columns
from tui.cli.shapes import critic_shape, manner_shape
from tui.cli.surroundings import Surroundings, clock
from tui.cli.telling import tell
from tui.model.critic import Critic, CriticStanding
from tui.model.errors import MatineeError, WrongUse
from tui.model.text import visible

if TYPE_CHECKING:
    from tui.refresh.refresher import Refresher
    from tui.refresh.subscribing import Found


@click.command("add")
@click.argument("addresses", metavar="URL...", nargs=-1, required=True)
@click.option("--name", metavar="N", help="What to call the critic (one URL only).")
@click.option("--tag", "tags", metavar="T", multiple=True, help="A tag to find them by; may be repeated.")
@click.option("--no-refresh", is_flag=True, help="Only subscribe; the next refresh takes the reviews.")
@click.pass_obj
def add_command(
    around: Surroundings, addresses: tuple[str, ...], name: str | None, tags: tuple[str, ...], no_refresh: bool
) -> None:
    """Subscribe to critics by the address of a feed, or of a page that links one."""
    if name is not None and len(addresses) > 1:
        raise WrongUse("--name goes with one URL", "Add them one by one to name them")
    failures = asyncio.run(_add(around, addresses, name, tags, refresh=not no_refresh))
    for failure in failures:
        tell(failure)
    if failures:
        raise click.exceptions.Exit(failures[0].exit_code if len(addresses) == 1 else 1)


async def _add(
    around: Surroundings, addresses: Sequence[str], name: str | None, tags: Sequence[str], *, refresh: bool
) -> list[MatineeError]:
    from tui.refresh.refresher import Refresher
    from tui.refresh.subscribing import find
    from tui.web.address import host, without_secrets

    failures: list[MatineeError] = []
    with around.open_library() as library:
        async with around.web() as web:
            refresher = Refresher(library, web, clock)
            for address in addresses:
                try:
                    found = await find(web, address)
                    critic, outcome = await refresher.subscribe(found, name=name or "", tags=tags, refresh=refresh)
                except MatineeError as error:
                    failures.append(error)
                    continue
                many = f", {counted(outcome.new, 'review')}" if refresh else ""
                click.echo(visible(f"Subscribed to {critic.name} ({critic.feed_url}){many}"), err=True)
                _tell_others(found)
                if without_secrets(found.feed_url) != found.feed_url:
                    click.echo(_NOT_KEPT.format(host=host(found.feed_url)), err=True)
                await _read_pages(refresher, critic)
    return failures


_NOT_KEPT = (
    "  The password was used this once and is not kept: the library is no place for it. For later visits name a command"
    ' that prints it, or the keyring, under [sites."{host}"] in the configuration (the README says how)'
)


def _tell_others(found: "Found") -> None:
    """Say which feed of a page was taken, and what else there is."""
    if not found.others:
        return
    click.echo("  That page names more feeds; this one was taken. The others:", err=True)
    for other in found.others:
        kind = " (comments)" if other.comments else ""
        click.echo(visible(f"  {other.url}  {other.title}{kind}"), err=True)


async def _read_pages(refresher: "Refresher", critic: Critic) -> None:
    """Read the first pages of a critic whose feed lacks grades or text."""
    pages = [page async for page in refresher.pages.read([critic])]
    if read := sum(not page.failed for page in pages):
        graded = sum(page.note.graded for page in pages)
        click.echo(f"  {read} pages read, which the feed does not hold whole: {graded} grades found there", err=True)


@click.command("remove")
@click.argument("critic")
@click.pass_obj
def remove_command(around: Surroundings, critic: str) -> None:
    """End the subscription to CRITIC (a name, number or address). Starred reviews stay."""
    with around.open_library() as library:
        found = library.critic(critic)
        removed, kept = library.unsubscribe(found.id)
    starred = f"; {kept} starred stay" if kept else ""
    click.echo(f"Removed {found.name}: {counted(removed, 'review')} went{starred}", err=True)


@click.command("critics")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@click.pass_obj
def critics_command(around: Surroundings, as_json: bool) -> None:
    """Show who is subscribed: counts, and what the last visit to the feed came to."""
    with around.open_library() as library:
        standings = library.standings()
        if as_json:
            from tui.refresh.learning import manner_of

            shapes = [critic_shape(each) | {"grading": manner_shape(manner_of(library, each))} for each in standings]
            click.echo(json.dumps(shapes, ensure_ascii=False, indent=1))
            return
    if standings:
        write_columns([critic_line(each) for each in standings], give=4, right=frozenset((0, 2)))
    else:
        click.echo(
            "No critics yet. Subscribe with `matinee add ADDRESS`, or look around with `matinee demo`.", err=True
        )


def critic_line(standing: CriticStanding) -> tuple[str, ...]:
    """Return a critic as columns: number, name, counts, tags, what the last visit came to."""
    last = standing.last
    if standing.critic.paused:
        told = "paused"
    elif last is None:
        told = "not visited yet"
    elif last.kind == "failed":
        told = f"failed {_when(last.at)}: {last.reason}"
    else:
        told = f"{last.new or 'nothing'} new {_when(last.at)}"
    count = f"{standing.unread}/{standing.reviews} unread"
    return str(standing.critic.id), standing.critic.name, count, " ".join(standing.critic.tags), told


def counted(number: int, noun: str) -> str:
    """Return `1 review`, `2 reviews`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _when(moment: datetime) -> str:
    past = age(moment, clock())
    return "just now" if past == "now" else f"{past} ago"
