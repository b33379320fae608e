"""`export`: everything out again. Subscriptions as OPML; reviews as JSON, CSV or Markdown, written as they are read."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from tui.cli.reading import AT_ONCE, MINUS_NEGATES, QUERY_HELP, joined
from tui.cli.shapes import review_shape, time_shape
from tui.cli.surroundings import Surroundings, clock
from tui.model.errors import WrongUse
from tui.model.grade import Grade
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.review import Review

if TYPE_CHECKING:
    from tui.store.library import Library

COLUMNS = (
    "id", "critic", "title", "work", "year", "kind", "grade", "score", "letter", "verdict", "published", "url",
    "author", "directed_by", "starring", "read", "starred", "comments",
)  # fmt: skip
_FORMULA = re.compile(r"^\s*[=+\-@\t\r]")
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_AT_THE_BEGINNING = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))")


@click.command("export", epilog=QUERY_HELP, context_settings=MINUS_NEGATES)
@click.argument("query", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(["opml", "json", "csv", "markdown"]), default="opml", show_default=True
)
@click.pass_obj
def export_command(around: Surroundings, query: tuple[str, ...], form: str) -> None:
    """Write the subscriptions (opml, with tags), or the reviews that QUERY finds, to standard output."""
    from tui.model.query_language import parse

    wanted = parse(joined(query), now=clock())
    if form == "opml" and query:
        raise WrongUse("a query finds reviews, and OPML holds subscriptions", "Add --format json, csv or markdown")
    with around.open_library() as library:
        if form == "opml":
            from tui.feeds.opml import write

            click.echo(write([each.critic for each in library.standings()]), nl=False)
            return
        for part in _WRITERS[form](_reviews(library, wanted)):
            click.echo(part, nl=False)


def _reviews(library: "Library", wanted: Query) -> Iterator[Review]:
    """Yield reviews as they are read, so that a whole library needs no memory."""
    ids = library.order(wanted, Sort.NEWEST)
    for start in range(0, len(ids), AT_ONCE):
        yield from library.reviews(ids[start : start + AT_ONCE])


def as_json(reviews: Iterator[Review]) -> Iterator[str]:
    """Yield one array of the objects `read --json` gives."""
    yield "["
    for place, review in enumerate(reviews):
        yield ("," if place else "") + "\n" + json.dumps(review_shape(review, text=True), ensure_ascii=False)
    yield "\n]\n"


def as_csv(reviews: Iterator[Review]) -> Iterator[str]:
    """Yield a table with a line of headings, without the texts."""
    yield _row(COLUMNS)
    for review in reviews:
        draft, grade, work = review.draft, review.draft.grade, review.draft.work
        yield _row((
            review.id, review.critic, draft.title, work and work.title, work and work.year, work and work.kind,
            grade and grade.written, _score(grade), grade and grade.letter, grade and grade.verdict,
            time_shape(draft.published), draft.url, draft.author, ", ".join(draft.credits.directed_by),
            ", ".join(draft.credits.starring), int(review.read), int(review.starred), draft.comments,
        ))  # fmt: skip


def _score(grade: Grade | None) -> str:
    return f"{grade.score:g}" if grade and grade.score is not None else ""


def _row(cells: tuple[object, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return line.getvalue()


def _cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: `=HYPERLINK(…)` as a title would call home."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def as_markdown(reviews: Iterator[Review]) -> Iterator[str]:
    """Yield each review under a heading of its own, whole."""
    for review in reviews:
        draft = review.draft
        title = draft.work.title if draft.work else draft.title
        year = f" ({draft.work.year})" if draft.work and draft.work.year else ""
        grade = f"**{escaped(draft.grade.written)}**" if draft.grade else ""
        link = f"[{escaped(draft.title)}](<{_address(draft.url)}>)" if draft.url else escaped(draft.title)
        facts = " · ".join(filter(None, (grade, escaped(review.critic), f"{draft.published:%Y-%m-%d}", link)))
        parts = [escaped(part) for part in draft.text.split("\n\n") if part.strip()]
        yield "\n\n".join([f"## {escaped(title)}{year}", facts, *parts]) + "\n\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, HTML and lists and headings included."""
    lines = _MARKS.sub(r"\\\1", text.replace("&", "&amp;")).splitlines()
    return "\n".join(_AT_THE_BEGINNING.sub(_plain_beginning, line) for line in lines)


def _plain_beginning(found: re.Match[str]) -> str:
    space, bullet, number, dot = found.groups()
    return f"{space}\\{bullet}" if bullet else f"{space}{number}\\{dot}"


def _address(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace(" ", "%20")


_WRITERS: dict[str, Callable[[Iterator[Review]], Iterator[str]]] = {
    "json": as_json,
    "csv": as_csv,
    "markdown": as_markdown,
}
