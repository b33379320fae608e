"""`import`: subscriptions from another reader, or your own grades from another site."""

import click

from tui.cli.surroundings import Surroundings, clock
from tui.model.errors import WrongUse
from tui.model.imported import Imported
from tui.model.mine import MineImported
from tui.model.text import visible


@click.command("import")
@click.argument("file")
@click.pass_obj
def import_command(around: Surroundings, file: str) -> None:
    """Take over what FILE holds. Nothing is fetched.

    Subscriptions: OPML (folders become tags), or newsboat's urls file. Your own grades: Letterboxd's ZIP or its
    ratings.csv, watched.csv, watchlist.csv or diary.csv, or IMDb's CSV of your ratings. What you graded here stands.
    """
    from tui.refresh.diaries import import_any

    if file.startswith(("http://", "https://")):
        raise WrongUse(
            f"{visible(file)} is an address, not a file", "`matinee follow ADDRESS` follows a list on the web"
        )
    with around.open_library() as library:
        taken = import_any(library, file, now=clock())
    click.echo(subscribed(taken) if isinstance(taken, Imported) else noted(taken), err=True)
    for entry in taken.skipped:
        click.echo(visible(f"passed over: {entry}"), err=True)
    for name in taken.secrets if isinstance(taken, Imported) else ():
        click.echo(
            visible(f'the password for {name} is not kept: name it under [sites."{name}"] (the README says how)'),
            err=True,
        )


def subscribed(taken: Imported) -> str:
    """Return in a line what came of a list of subscriptions."""
    known = f", {taken.known} known already" if taken.known else ""
    return f"{taken.added} subscribed{known}. `matinee refresh` takes the reviews"


def noted(taken: MineImported) -> str:
    """Return in a line what came of an export of the reader's own grades."""
    same = f" ({taken.unchanged:,} known already)" if taken.unchanged else ""
    missed = f"; {taken.passed_over:,} lines passed over" if taken.passed_over else ""
    return (
        f"{taken.site}: {taken.graded:,} graded, {taken.seen:,} seen, {taken.wanted:,} on the watchlist{same}."
        f" {taken.matched:,} are reviewed here, {taken.unmatched:,} wait for a review{missed}"
    )
