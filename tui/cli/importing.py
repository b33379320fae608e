"""`import`: subscriptions from another reader."""

import click

from tui.cli.surroundings import Surroundings, clock
from tui.model.text import visible


@click.command("import")
@click.argument("file")
@click.pass_obj
def import_command(around: Surroundings, file: str) -> None:
    """Subscribe to what FILE lists: OPML (folders become tags), or newsboat's urls file. Nothing is fetched yet."""
    from tui.refresh.importing import import_file

    with around.open_library() as library:
        taken = import_file(library, file, now=clock())
    known = f", {taken.known} known already" if taken.known else ""
    click.echo(f"{taken.added} subscribed{known}. `matinee refresh` takes the reviews", err=True)
    for entry in taken.skipped:
        click.echo(visible(f"passed over: {entry}"), err=True)
