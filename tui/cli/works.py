"""`work` and `rate`: one work across critics, and your own word on it."""

import json
from typing import TYPE_CHECKING, Any

import click

from tui.cli.columns import write_columns
from tui.cli.shapes import grade_shape, time_shape, work_shape
from tui.cli.surroundings import Surroundings, clock
from tui.model.errors import UnknownWork, WrongUse
from tui.model.mine import NOTHING_SAID, Mine
from tui.model.text import visible
from tui.model.works import Opinion
from tui.summaries.consensus import Consensus
from tui.summaries.work_page import WorkPage

if TYPE_CHECKING:
    from tui.store.library import Library

_LISTED = 6
"""How many works a title that is several's is said to mean."""
TITLE_HELP = """TITLE is a title or part of one, a title with its year as in "Fog (2025)", or a number as in "#7"."""


@click.command("work", epilog=TITLE_HELP)
@click.argument("title")
@click.option("--merge", metavar="TITLE", help="Another work that is the same: join them, for good.")
@click.option("--split", is_flag=True, help="With the number of a spelling (#7): part it from the work, for good.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def work_command(around: Surroundings, title: str, merge: str | None, split: bool, as_json: bool) -> None:
    """Show one work across critics: each grade as written, consensus, spread, last words, and what you said."""
    with around.open_library() as library:
        shown = library.split_work(_number(title), now=clock()).work_id if split else found(library, title)
        if merge is not None:
            shown = library.merge_works(shown, found(library, merge), now=clock()).work_id
        page = library.work_page(shown)
    if as_json:
        click.echo(json.dumps(page_shape(page), ensure_ascii=False, indent=1))
    else:
        _write(page)


@click.command("rate", epilog=TITLE_HELP)
@click.argument("title")
@click.argument("value", required=False)
@click.option("--seen/--not-seen", default=None, help="Whether you have seen it; a grade says so, too.")
@click.option("--want/--not-want", default=None, help="Put it on the watchlist, or take it off.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def rate_command(
    around: Surroundings, title: str, value: str | None, seen: bool | None, want: bool | None, as_json: bool
) -> None:
    """Give a work your own grade, in any notation: 7/10, B-, ★★★½, 79%; `none` takes it back.
    Stars are out of five and bare numbers out of ten, unless they are more.

    Your grades stand apart from critics', and say whose taste is yours: see `matinee work`.
    """
    with around.open_library() as library:
        work = found(library, title)
        before = library.mine(work) or NOTHING_SAID
        if value is not None or seen is not None or want is not None:
            library.put_mine(work, said(before, value, seen, want), now=clock())
        page = library.work_page(work)
    if as_json:
        click.echo(json.dumps({"work": work_shape(page.work), "mine": mine_shape(page.mine)}, ensure_ascii=False))
    else:
        click.echo(visible(f"{_titled(page)}. {mine_line(page.mine)}"), err=True)


def said(before: Mine, value: str | None, seen: bool | None, want: bool | None) -> Mine:
    """Return what the reader says now: what was not asked stays; who grades has seen it. Raises WrongUse."""
    from tui.grading.by_hand import read_mine

    grade = before.grade if value is None else read_mine(value)
    has_seen = seen if seen is not None else before.seen or (value is not None and grade is not None)
    wanted = want if want is not None else before.wanted and not (has_seen and not before.seen)
    return Mine(grade, has_seen, before.seen_on if has_seen else None, wanted)


def found(library: "Library", title: str) -> int:
    """Return the one work a title means. Raises UnknownWork, with what it could be."""
    works = library.works_named(title)
    if not works:
        raise UnknownWork(f"No work “{title}”", "See `matinee list` for what was reviewed")
    if len(works) > 1:
        rows = library.work_rows(works[:_LISTED])
        listed = ", ".join(f"{row.title} ({row.year or 'no year'}, #{row.id})" for row in rows)
        exact = [row for row in rows if row.title.casefold() == title.casefold()]
        if len(exact) == 1:
            return exact[0].id
        raise UnknownWork(f"“{title}” could be {listed or len(works)}", "Give the year, or the number")
    return works[0]


def page_shape(page: WorkPage) -> dict[str, Any]:
    """Return a work's page as JSON has it."""
    prediction = page.prediction
    return {
        "work": work_shape(page.work),
        "directed_by": list(page.directed_by),
        "consensus": consensus_shape(page.consensus),
        "opinions": [opinion_shape(each) for each in page.opinions],
        "mine": mine_shape(page.mine),
        "prediction": prediction
        and {"score": prediction.score, "low": prediction.low, "high": prediction.high, "critics": prediction.critics},
        "spellings": [
            {"id": each.work.id, "title": each.work.title, "year": each.work.year, "reviews": each.reviews}
            for each in page.spellings
        ],
    }


def consensus_shape(found: Consensus) -> dict[str, Any]:
    """Return the figures of one work as JSON has them."""
    return {
        "n": found.n,
        "mean": found.mean,
        "median": found.median,
        "spread": found.spread,
        "calibrated": found.calibrated,
        "early": found.early,
        "split": found.split,
    }


def opinion_shape(opinion: Opinion) -> dict[str, Any]:
    """Return one review of a work as JSON has it; `counts` is false for a critic's earlier review."""
    return {
        "id": opinion.review_id,
        "critic": {"id": opinion.critic_id, "name": opinion.critic},
        "written": opinion.written,
        "score": opinion.score,
        "letter": opinion.letter,
        "verdict": opinion.verdict,
        "percentile": opinion.percentile,
        "sentence": opinion.sentence or None,
        "url": opinion.url,
        "published": time_shape(opinion.published),
        "counts": opinion.counts,
    }


def mine_shape(mine: Mine | None) -> dict[str, Any] | None:
    """Return the reader's word on a work as JSON has it; null when they said nothing."""
    if mine is None:
        return None
    return {
        "grade": grade_shape(mine.grade),
        "seen": mine.seen,
        "seen_on": mine.seen_on and f"{mine.seen_on:%Y-%m-%d}",
        "watchlist": mine.wanted,
        "source": mine.source,
    }


def mine_line(mine: Mine | None) -> str:
    """Return the reader's word on a work as a line."""
    mine = mine or NOTHING_SAID
    parts = [
        f"your grade: {mine.grade.written}" if mine.grade else "",
        "seen" if mine.seen and not mine.grade else "",
        "on your watchlist" if mine.wanted else "",
    ]
    return ", ".join(filter(None, parts)) or "you said nothing of it"


def figures_line(found: Consensus) -> str:
    """Return a consensus as a line: `n 5, mean 71.2, median 70, spread 9.3, calibrated 68.0, early`."""
    if not found.n:
        return "no grade on a known scale yet"
    calibrated = f", calibrated {found.calibrated:.1f}" if found.calibrated is not None else ""
    spread = f", spread {found.spread:.1f}" if found.spread is not None else ""
    word = ", early" if found.early else ", split" if found.split else ""
    return f"n {found.n}, mean {found.mean:.1f}, median {found.median:.1f}{spread}{calibrated}{word}"


def _write(page: WorkPage) -> None:
    directed = f", directed by {', '.join(page.directed_by)}" if page.directed_by else ""
    click.echo(visible(f"{_titled(page)}{directed}"))
    click.echo(figures_line(page.consensus))
    if page.mine:
        click.echo(visible(mine_line(page.mine)))
    if page.prediction:
        guess = page.prediction
        click.echo(f"you would give it {guess.score:.0f} ({guess.low:.0f} to {guess.high:.0f}), from {guess.critics}")
    click.echo()
    lines = [opinion_line(each) for each in page.opinions]
    write_columns([tuple(map(visible, line)) for line in lines], give=4, right=frozenset((0, 3)))
    if len(page.spellings) > 1:
        works = [each.work for each in page.spellings]
        joined = ", ".join(f"{work.title} ({work.year or 'no year'}, #{work.id})" for work in works)
        click.echo(visible(f"\njoined from {joined}"))


def opinion_line(opinion: Opinion) -> tuple[str, ...]:
    """Return one review of a work as columns: number, critic, grade, score, last words."""
    grade = opinion.written or "no grade"
    score = "" if opinion.score is None else f"{opinion.score:.0f}"
    earlier = "" if opinion.counts else "(earlier) "
    return str(opinion.review_id), opinion.critic, grade, score, f"{earlier}{opinion.sentence}"


def _titled(page: WorkPage) -> str:
    return f"{page.work.title} ({page.work.year})" if page.work.year else page.work.title


def _number(title: str) -> int:
    number = title.removeprefix("#")
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        raise WrongUse(f"“{title}” is not the number of a spelling", "`matinee work TITLE` shows them")
    return int(number)
