"""`follow`: lists of subscriptions on the web, whose critics come and go with them."""

import asyncio
import json
from typing import Any

import click

from tui.app.widgets.reports import list_in_words
from tui.cli.shapes import time_shape
from tui.cli.surroundings import Surroundings, clock
from tui.model.errors import WrongUse
from tui.model.followed import Followed, ListOutcome
from tui.model.text import visible


@click.command("follow")
@click.argument("address", required=False)
@click.option("--end", is_flag=True, help="Follow the list at ADDRESS no longer; its critics stay.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array of the lists that are followed.")
@click.pass_obj
def follow_command(around: Surroundings, address: str | None, end: bool, as_json: bool) -> None:
    """Follow the list of subscriptions (OPML) at ADDRESS; without one, show which are followed.

    Whom the list names is subscribed to, now and at each refresh; whom it no longer names goes, but for what is
    starred. A critic you chose yourself stays, one you removed does not come back.
    """
    if end and not address:
        raise WrongUse("--end needs the address of a list", "See `matinee follow` for those that are followed")
    if address and end:
        _end(around, address)
    elif address:
        outcome = asyncio.run(_follow(around, address))
        click.echo(visible(list_in_words(outcome)), err=True)
        if outcome.reason:
            raise click.exceptions.Exit(1)
    if as_json or not address:
        _show(around, as_json)


async def _follow(around: Surroundings, address: str) -> ListOutcome:
    from tui.refresh.lists import ListKeeper

    with around.open_library() as library:
        async with around.web() as web:
            return await ListKeeper(library, web, clock).follow(address)


def _end(around: Surroundings, address: str) -> None:
    from tui.web.address import normalise

    with around.open_library() as library:
        if not library.unfollow(normalise(address)):
            raise WrongUse(f"no list at {visible(address)} is followed", "See `matinee follow` for those that are")
    click.echo("Followed no longer; its critics stay", err=True)


def _show(around: Surroundings, as_json: bool) -> None:
    with around.open_library() as library:
        followed = library.lists()
    if as_json:
        click.echo(json.dumps([_shape(each) for each in followed], ensure_ascii=False, indent=1))
    for each in () if as_json else followed:
        click.echo(visible(f"{each.name}  {each.url}  {each.critics} critics{f'  {each.reason}' * bool(each.reason)}"))
    if not followed and not as_json:
        click.echo("No list is followed: `matinee follow ADDRESS`", err=True)


def _shape(followed: Followed) -> dict[str, Any]:
    return {
        "url": followed.url,
        "name": followed.name,
        "critics": followed.critics,
        "checked": time_shape(followed.checked),
        "reason": followed.reason or None,
    }
