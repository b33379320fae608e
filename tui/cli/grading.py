"""`grade`: what the grade reader sees in a post. No library is touched."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import click

from tui.articles.reading import Article, read_article
from tui.cli.reading import credit_lines, grade_line
from tui.cli.shapes import credits_shape, grade_shape, work_shape
from tui.cli.surroundings import Surroundings
from tui.grading.habits import NOTHING_KNOWN, Habits
from tui.model.errors import BadFile, BadSetting
from tui.model.grade import Notation
from tui.model.text import visible


@click.command("grade")
@click.argument("file", required=False, default="-", metavar="[FILE|-]")
@click.option("--html", "is_html", is_flag=True, help="The post is HTML (a whole page, or a part of one).")
@click.option("--url", default="", metavar="U", help="Where it came from.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option(
    "--jsonl", "bulk", is_flag=True, help='Many: one {"id","text" or "html","url"} a line in, one answer a line out.'
)
@click.option(
    "--scale",
    "scales",
    multiple=True,
    metavar="NOTATION=TOP",
    help="What a scale nobody states is out of: `stars=5`, `number=10`. Else what the configuration says.",
)
@click.option("--explain", is_flag=True, help="Say which candidates were weighed and why this one won.")
@click.pass_obj
def grade_command(
    around: Surroundings,
    file: str,
    is_html: bool,
    url: str,
    as_json: bool,
    bulk: bool,
    scales: tuple[str, ...],
    explain: bool,
) -> None:
    """Show the grade, credits and work in one post (a file, or standard input)."""
    habits = Habits(assumed=around.settings().grades.assumed | dict(map(_scale, scales)))
    if bulk:
        with _opened(file) as lines:
            if not grade_lines(lines, habits):
                raise click.exceptions.Exit(1)
        return
    with _opened(file) as source:
        text = source.read().decode("utf-8", "replace")
    article = read_post(text, html=is_html, url=url, habits=habits)
    if as_json:
        shape = answer(article) | ({"reasons": list(article.reading.reasons)} if explain else {})
        click.echo(json.dumps(shape, ensure_ascii=False, indent=1))
        return
    work = article.work
    click.echo(f"Work: {work.title}{f' ({work.year})' if work.year else ''}" if work else "Not a review of one work")
    for line in (grade_line(article.reading.grade), *credit_lines(article.credits)):
        click.echo(line)
    if explain:
        for reason in article.reading.reasons or ("nothing in it looks like a grade",):
            click.echo(f"  {reason}")


def _scale(said: str) -> tuple[Notation, float]:
    """Read `stars=5`; raises BadSetting."""
    notation, _, top = said.partition("=")
    if notation not in ("stars", "number") or not top.isdecimal() or not 1 <= int(top[:9]) <= 100:
        raise BadSetting(f"--scale {said} is no scale", "Give stars=TOP or number=TOP, with TOP from 1 to 100")
    return Notation(notation), float(top)


def _opened(file: str) -> IO[bytes]:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise BadFile(
            f"cannot read {file}: {error.strerror or error}", "Give a file that exists, or - for standard input"
        ) from None


def read_post(text: str, *, html: bool, url: str = "", title: str = "", habits: Habits = NOTHING_KNOWN) -> Article:
    """Read one post; HTML that is a whole page is read as one."""
    page = html and any(mark in text[:2_000].lower() for mark in ("<html", "<!doctype", "<head"))
    return read_article(text, title=title, url=url, page=page, habits=habits)


def answer(article: Article) -> dict[str, Any]:
    """Return what was found in a post as JSON has it."""
    return {
        "grade": grade_shape(article.reading.grade),
        "credits": credits_shape(article.credits),
        "work": work_shape(article.work),
    }


def grade_lines(lines: Iterable[bytes], habits: Habits = NOTHING_KNOWN) -> bool:
    """Answer each JSON line on stdout; a line that cannot be read is told on stderr. Return whether all could."""
    good = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            html = asked.get("html")
            text = html if html is not None else asked["text"]
            title, url = str(asked.get("title") or ""), str(asked.get("url") or "")
            article = read_post(str(text), html=html is not None, url=url, title=title, habits=habits)
            told = json.dumps({"id": asked.get("id"), **answer(article)}, ensure_ascii=False)
        except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
            good = False
            reason = f"{type(error).__name__} {error}"[:200]
            click.echo(visible(f'matinee: line {number}: {reason}. Each line is {{"id", "text" or "html"}}'), err=True)
            continue
        click.echo(told.encode("utf-8", "replace"))  # half a surrogate pair in an id must not end the answers
    return good
