"""`comments`: the thread under a review on standard output."""

import asyncio
import json
import sys
import textwrap

import click

from tui.app.widgets.ages import age
from tui.cli.reading import review_number
from tui.cli.shapes import comment_shape
from tui.cli.surroundings import Surroundings, clock
from tui.model.comment import Comment, Standing
from tui.model.errors import FetchFailed
from tui.model.text import visible
from tui.model.thread import Thread

_STANDINGS = {
    Standing.HELD: "held for the moderator",
    Standing.GONE: "deleted since",
    Standing.SENDING: "being sent",
    Standing.UNKNOWN: "sent, and nobody knows whether it arrived",
    Standing.MISSING: "sent, and not shown by the site",
}
_INDENT = 2
"""Columns a level; beyond `_DEEPEST` levels no more, so that a deep thread stays readable."""
_DEEPEST = 16
_WIDTH = 72


@click.command("comments")
@click.argument("number", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON array, in reading order, `depth` given.")
@click.option("--cached", is_flag=True, help="Only what is known already; ask nobody.")
@click.pass_obj
def comments_command(around: Surroundings, number: str, as_json: bool, cached: bool) -> None:
    """Show the comments under a review. ID is the number that `matinee list` gives.

    The thread is fetched; what cannot be had is told, and what was known of it before is shown.
    """
    thread, failed = asyncio.run(_thread(around, review_number(number), fetch=not cached))
    if as_json:
        click.echo(json.dumps([comment_shape(comment) for comment in thread.comments], ensure_ascii=False, indent=1))
    elif thread.comments:
        click.echo("\n\n".join(map(in_the_thread, thread.comments)))
    elif not failed:
        click.echo("No comments." if thread.fetched else "Never fetched.", err=True)
    if failed:
        known = f"; what is shown was fetched {age(thread.fetched, clock())} ago" if thread.fetched else ""
        raise FetchFailed(f"The thread could not be had: {failed}{known}")


async def _thread(around: Surroundings, review_id: int, *, fetch: bool) -> tuple[Thread, str]:
    """Return the thread, and why it could not be fetched."""
    with around.open_library() as library:
        thread = library.thread(review_id)
        if not fetch:
            return thread, ""
        from tui.refresh.talk import Talk

        async with around.web() as web:
            outcome = await Talk(library, web, clock).fetch(review_id)
        if outcome.new and sys.stderr.isatty():
            click.echo(visible(f"{outcome.new} new, from the {outcome.source}"), err=True)
        return library.thread(review_id), outcome.reason


def in_the_thread(comment: Comment) -> str:
    """Return a comment as plain text, indented by its depth."""
    indent = " " * _INDENT * min(comment.depth - 1, _DEEPEST)
    notes = [
        *(["the critic"] * comment.by_critic),
        *(["you"] * comment.own),
        *([f"{comment.published:%d %B %Y}".lstrip("0")] if comment.published else []),
        *([_STANDINGS[comment.standing]] if comment.standing in _STANDINGS else []),
        *(["edited since"] if comment.edited else []),
    ]
    told = f" ({', '.join(notes)})" if notes else ""
    head = f"{comment.author or 'Anonymous'}{told}:"
    lines = [line for line in comment.text.split("\n") if line.strip()]
    parts = [textwrap.fill(line, _WIDTH, initial_indent=indent, subsequent_indent=indent) for line in lines]
    links = [f"{indent}[{number}] {url}" for number, url in enumerate(comment.links, 1)]
    return "\n".join([indent + head, *parts, *links])
