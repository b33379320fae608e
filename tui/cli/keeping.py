"""`pause`, `resume`, `tune`, `move`: what the reader wants of a subscription."""

from datetime import timedelta

import click

from tui.app.widgets.reports import every_in_words
from tui.cli.surroundings import Surroundings
from tui.model.errors import WrongUse
from tui.model.text import visible
from tui.model.times import length


@click.command("pause")
@click.argument("critics", metavar="CRITIC...", nargs=-1, required=True)
@click.pass_obj
def pause_command(around: Surroundings, critics: tuple[str, ...]) -> None:
    """Leave the feeds of these critics alone; what was read stays. `matinee refresh CRITIC` still visits one."""
    _pause(around, critics, True)


@click.command("resume")
@click.argument("critics", metavar="CRITIC...", nargs=-1, required=True)
@click.pass_obj
def resume_command(around: Surroundings, critics: tuple[str, ...]) -> None:
    """Visit the feeds of these critics again, paused ones and such as were gone for good."""
    _pause(around, critics, False)


def _pause(around: Surroundings, names: tuple[str, ...], paused: bool) -> None:
    with around.open_library() as library:
        for critic in [library.critic(name) for name in names]:
            library.pause(critic.id, paused)
            click.echo(visible(f"{critic.name} {'is paused' if paused else 'is visited again'}"), err=True)


@click.command("tune")
@click.argument("critic")
@click.option("--every", metavar="T", help="How often to visit the feed: 45m, 6h, 2d, or auto for the critic's rhythm.")
@click.option(
    "--tag", "tags", metavar="T", multiple=True, help="A tag, in the place of all there are; may be repeated."
)
@click.option("--no-tags", is_flag=True, help="Take every tag away.")
@click.option("--name", metavar="N", help="What to call the critic.")
@click.pass_obj
def tune_command(
    around: Surroundings, critic: str, every: str | None, tags: tuple[str, ...], no_tags: bool, name: str | None
) -> None:
    """Change what holds for one subscription; without options, tell."""
    with around.open_library() as library:
        found = library.critic(critic)
        if every is not None:
            found = library.visit_every(found.id, _every(every))
        if tags or no_tags:
            found = library.retag(found.id, tags)
        if name is not None:
            found = library.rename(found.id, name)
    tagged = " ".join(f"#{tag}" for tag in found.tags) or "no tags"
    paused = ", paused" if found.paused else ""
    click.echo(visible(f"{found.name}: visited {every_in_words(found.every)}{paused}, {tagged}"), err=True)


def _every(text: str) -> timedelta | None:
    if text.strip().lower() == "auto":
        return None
    if (found := length(text)) is None:
        raise WrongUse(f"{visible(text)} is no length of time", "For example: 45m, 6h, 2d, or auto")
    return found


@click.command("move")
@click.argument("critic")
@click.argument("url", required=False)
@click.pass_obj
def move_command(around: Surroundings, critic: str, url: str | None) -> None:
    """Give the feed of CRITIC another address; without URL, the one that was suggested when it failed.

    Everything read stays. The next refresh asks there.
    """
    from tui.web.address import normalise

    with around.open_library() as library:
        found = library.critic(critic)
        target = normalise(url) if url else library.feed_state(found.id).suggestion
        if not target:
            raise WrongUse(f"No other address is known for {found.name}", "Give one: `matinee move CRITIC URL`")
        moved = library.begin_anew(found.id, target)
    click.echo(visible(f"{moved.name} is asked at {moved.feed_url} from now on"), err=True)
