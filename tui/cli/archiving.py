"""`backfill`: the archive of one critic, page by page."""

import asyncio
import json
import sys

import click

from tui.app.widgets.reports import archive_in_words, archive_summary
from tui.cli.shapes import archive_shape
from tui.cli.surroundings import Surroundings, clock
from tui.model.archive import ArchiveProgress
from tui.model.text import visible


@click.command("backfill")
@click.argument("critic")
@click.option("--max", "most", type=click.IntRange(min=1), metavar="N", help="At most N reviews; the next run goes on.")
@click.option("--again", is_flag=True, help="Walk an archive that was taken whole once more from its beginning.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def backfill_command(around: Surroundings, critic: str, most: int | None, again: bool, as_json: bool) -> None:
    """Take the archive of CRITIC: what was posted before the oldest review of the feed.

    One page at a time, with a pause between; stopped in the middle, the next run goes on there. The reviews arrive as
    read, so that `unread` goes on meaning what is new.
    """
    last = asyncio.run(_backfill(around, critic, most, again))
    if as_json:
        click.echo(json.dumps(archive_shape(last), ensure_ascii=False, indent=1))
    if last.end == "failed":
        click.echo(visible(archive_summary(last)), err=True)
        raise click.exceptions.Exit(1)
    if not as_json:
        click.echo(visible(archive_summary(last)), err=True)


async def _backfill(around: Surroundings, name: str, most: int | None, again: bool) -> ArchiveProgress:
    from tui.refresh.refresher import Refresher

    with around.open_library() as library:
        critic = library.critic(name)
        async with around.web() as web:
            refresher = Refresher(library, web, clock)
            if not library.outcomes(critic.id, limit=1):
                async for _ in refresher.refresh([critic]):
                    pass  # what is in the feed is news, and not the archive's
            last = ArchiveProgress(critic.id, critic.name, library.archive(critic.id))
            async for last in refresher.archives.backfill(critic, most=most, again=again):
                _show(last)
    return last


def _show(progress: ArchiveProgress) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{'' if progress.end else visible(archive_in_words(progress))}", nl=False, err=True)
