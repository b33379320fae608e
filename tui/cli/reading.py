"""`list` and `read`: reviews on standard output."""

import json
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tui.app.widgets.ages import age
from tui.cli.columns import write_columns
from tui.cli.shapes import review_shape
from tui.cli.surroundings import Surroundings, clock, columns
from tui.model.credits import Credits
from tui.model.edition import changes
from tui.model.errors import UnknownReview
from tui.model.grade import Grade
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.review import Review, ReviewRow
from tui.model.snippet import searched_words, snippet

if TYPE_CHECKING:
    from tui.store.library import Library

QUERY_HELP = """QUERY is words and "phrases" to find in the text, and conditions: grade>=B- grade<60 grade:70..90
grade:none critic:NAME tag:T work:TITLE director:NAME year:2025 after:2026-01-01 newer:2w unread read starred
comments>5 verdict:up. A minus negates, OR and parentheses work."""
MINUS_NEGATES = {"ignore_unknown_options": True}
"""`-starred` is a part of the query, not a wrong option."""
SCREENFUL = 50
"""How many lines `list` gives a terminal unless told otherwise; a pipe gets all."""
AT_ONCE = 500
"""Reviews held in memory while writing JSON."""


@click.command("list", epilog=QUERY_HELP, context_settings=MINUS_NEGATES)
@click.argument("query", nargs=-1)
@click.option("--saved", metavar="NAME", help="Only what stands on a list kept in the app.")
@click.option("--sort", type=click.Choice([str(each) for each in Sort]), default="newest", show_default=True)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N reviews.")
@click.option(
    "--snippets", is_flag=True, help="Below each, where the words stand (a search in a terminal always does)."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON array; of a search, with a `snippet` each.")
@click.pass_obj
def list_command(
    around: Surroundings,
    query: tuple[str, ...],
    saved: str | None,
    sort: str,
    limit: int | None,
    snippets: bool,
    as_json: bool,
) -> None:
    """List reviews, newest first; `--sort match` puts the best matches of a search first."""
    from tui.model.query_language import parse

    wanted = parse(joined(query), now=clock())
    with around.open_library() as library:
        if saved is not None:
            wanted = parse(library.saved_search(saved).text, now=clock()).also(wanted)
        if as_json:
            _write_json(library, wanted, Sort(sort), limit)
            return
        most = SCREENFUL if limit is None and columns() else limit
        page = library.page(wanted, Sort(sort), limit=most if most is not None else library.count(wanted))
        total = library.count(wanted) if page.next and limit is None else len(page.rows)
        empty = not library.standings()
        below = _snippets(library, page.rows, wanted) if snippets or columns() else ()
    write_columns([list_line(row) for row in page.rows], give=2, right=frozenset((0, 5)), below=below)
    if total > len(page.rows):
        click.echo(f"{total - len(page.rows)} more; `--limit {total}` shows all", err=True)
    if not page.rows:
        click.echo("No critics yet: `matinee add ADDRESS`." if empty else "No review matches.", err=True)


def joined(query: Sequence[str]) -> str:
    """Return the words of a query as one; what looks like an option in them is wrong use, not a word to search for."""
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    return " ".join(query)


def _write_json(library: "Library", wanted: Query, sort: Sort, limit: int | None) -> None:
    """Write a JSON array as it is read, so that a whole library needs no memory."""
    ids, words = library.order(wanted, sort)[:limit], searched_words(wanted)
    click.echo("[", nl=False)
    for start in range(0, len(ids), AT_ONCE):
        for place, review in enumerate(library.reviews(ids[start : start + AT_ONCE]), start):
            shape = review_shape(review)
            if words:
                shape["snippet"] = found.text if (found := snippet(review.draft.text, words)) else None
            click.echo(("," if place else "") + "\n" + json.dumps(shape, ensure_ascii=False), nl=False)
    click.echo("\n]")


def _snippets(library: "Library", rows: Sequence[ReviewRow], wanted: Query) -> list[str]:
    """Return where the words searched for stand in each review; nothing for a query without words."""
    words = searched_words(wanted)
    if not words:
        return []
    told: list[str] = []
    for start in range(0, len(rows), AT_ONCE):
        texts = {
            each.id: each.draft.text for each in library.reviews([row.id for row in rows[start : start + AT_ONCE]])
        }
        found = (snippet(texts.get(row.id, ""), words) for row in rows[start : start + AT_ONCE])
        told += (f"          {each.text}" if each else "" for each in found)
    return told


def list_line(row: ReviewRow) -> tuple[str, ...]:
    """Return one row of the list as columns: number, mark, work, grade, critic, age."""
    title = f"{row.work} ({row.year})" if row.work and row.year else row.work or row.title
    mark = "*" if row.starred else " " if row.read else "•"
    written = f"{row.written or ''} +{row.more}".lstrip() if row.more else row.written or ""
    return f"{row.id}", mark, title, written, row.critic, age(row.published, clock())


@click.command("read")
@click.argument("number", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with `credits` and `text`.")
@click.pass_obj
def read_command(around: Surroundings, number: str, as_json: bool) -> None:
    """Show one review as plain text. ID is the number that `matinee list` gives."""
    with around.open_library() as library:
        review = library.review(review_number(number))
    click.echo(json.dumps(review_shape(review, text=True), ensure_ascii=False, indent=1) if as_json else plain(review))


def review_number(given: str) -> int:
    """Return the number of a review as given on the command line. Raises UnknownReview for what is none."""
    if not (given.isascii() and given.isdigit() and len(given) < 19):
        raise UnknownReview(f"{given} is no review's number", "`matinee list` shows the numbers")
    return int(given)


def plain(review: Review) -> str:
    """Return the whole review as plain text, paragraphs filled to 72 columns."""
    draft = review.draft
    title = f"{draft.work.title} ({draft.work.year})" if draft.work and draft.work.year else draft.title
    by = " · ".join(part for part in (review.critic, f"{draft.published:%d %B %Y}".lstrip("0"), draft.url) if part)
    paragraphs = [textwrap.fill(part, 72) for part in draft.text.split("\n\n")]
    further = [f"Further {grade_line(other)}" for other in draft.others]
    head = [title, by, grade_line(draft.grade), *change_lines(review), *further, *credit_lines(draft.credits)]
    return "\n".join(head) + "\n\n" + "\n\n".join(paragraphs)


def change_lines(review: Review) -> list[str]:
    """Return how the critic edited the review, a change a line, and where its text is from if not from the feed."""
    draft = review.draft
    edited = changes(review.editions, draft.grade, draft.title)
    lines = [f"{how[:1].upper()}{how[1:]} ({at:%d %B %Y})".replace("(0", "(") for at, how in edited]
    paged = draft.paged is not None and draft.paged.feed_html is not None
    return lines + ["Text from the review's page"] * paged


def grade_line(grade: Grade | None) -> str:
    """Return `Grade: 7/10 or B- (score 70, from prose)`, or that there is none."""
    if grade is None:
        return "No grade given"
    figures = "scale not stated" if grade.score is None else f"score {grade.score:g}, {grade.letter}"
    told = f"thumbs {grade.verdict}" if grade.verdict else figures
    return f"Grade: {grade.written} ({told}, from {grade.source})"


def credit_lines(credits: Credits) -> list[str]:
    """Return the credits that are there, one a line."""
    rated = f"{credits.rated} for {credits.rated_for}" if credits.rated and credits.rated_for else credits.rated
    lines = (
        ("Directed by", ", ".join(credits.directed_by)),
        ("Starring", ", ".join(credits.starring)),
        ("Plot", credits.plot),
        ("Rated", rated),
        ("Trailer", credits.trailer),
    )
    return [f"{label}: {value}" for label, value in lines if value]
