"""`regrade` and `reread`: the reader's own word on a grade, and reading the whole library again."""

import json
import os
import sys
from typing import Any

import click

from tui.cli.reading import grade_line
from tui.cli.shapes import grade_shape
from tui.cli.surroundings import Surroundings, clock
from tui.model.correction import Rule
from tui.model.errors import UnknownReview
from tui.model.rereading import Progress
from tui.model.text import visible


@click.command("regrade")
@click.argument("number", metavar="ID")
@click.argument("value")
@click.option("--rule", is_flag=True, help="Make the scale that VALUE states the rule for this critic's bare grades.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def regrade_command(around: Surroundings, number: str, value: str, rule: bool, as_json: bool) -> None:
    """Correct the grade of review ID.

    VALUE is a grade in any notation: 7/10, 3.5/4, B-, ★★★½, 79%, up or down; `none`: the post gives no grade; `auto`:
    back to what was read (with --rule, the critic's rule ends too). No refresh ever overwrites your word.
    """
    from tui.refresh.regrading import graded, regrade, rule_in_words

    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise UnknownReview(f"{number} is no review's number", "`matinee list` shows the numbers")
    with around.open_library() as library:
        before = graded(library, int(number))
        done = regrade(library, before, value, rule=rule, now=clock())
        after = library.review(int(number)).draft.grade
    changed, follows = done.regrading.rule_after, before.rule(value)
    regraded = done.reread.regraded if done.reread else 0
    if as_json:
        shape = {
            "id": int(number),
            "read": grade_shape(before.read),
            "grade": grade_shape(after),
            "by_hand": done.regrading.after is not None,
            "rule": _rule_shape(changed),
            "reread": regraded,
        }
        click.echo(json.dumps(shape, ensure_ascii=False, indent=1))
        return
    _say(f"{before.review.draft.title} by {before.review.critic}. {grade_line(after)}")
    if changed:
        _say(f"Rule: {before.review.critic}'s {rule_in_words(changed)}; {_changed(regraded)}")
    elif follows and follows.best:
        _say(f"Is that so for all of {before.review.critic}'s? `matinee regrade {number} {value} --rule`")


@click.command("reread")
@click.argument("critics", metavar="[CRITIC]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object with the counts.")
@click.pass_obj
def reread_command(around: Surroundings, critics: tuple[str, ...], as_json: bool) -> None:
    """Read grades, credits and works again from the text that is kept: all of it, or these critics'.

    For after an upgrade of Matinee, or when a critic's history says more by now. Nothing is fetched; marks and your own
    corrections stay. Stopped in the middle, the next `reread` goes on there.
    """
    from tui.refresh.rereading import reread

    progress = Progress()
    with around.open_library() as library:
        chosen = [library.critic(name).id for name in critics] or None
        for progress in reread(library, chosen, processes=os.cpu_count() or 1):
            _show(progress)
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    if as_json:
        counts = {"reread": progress.done, "regraded": progress.regraded, "changed": progress.changed}
        click.echo(json.dumps(counts, indent=1))
    else:
        _say(f"{_many(progress.done)} reread, {_changed(progress.regraded)}")


def _show(progress: Progress) -> None:
    if sys.stderr.isatty() and progress.total:
        share = progress.done * 100 // progress.total
        words = f"{progress.done:,} of {progress.total:,} reread, {share} %, {_changed(progress.regraded)}"
        click.echo(f"\r\033[K{words}", nl=False, err=True)


def _say(words: str) -> None:
    click.echo(visible(words), err=True)


def _many(reviews: int) -> str:
    return "1 review" if reviews == 1 else f"{reviews:,} reviews"


def _changed(grades: int) -> str:
    return "no grade changed" if not grades else "1 grade changed" if grades == 1 else f"{grades:,} grades changed"


def _rule_shape(rule: Rule | None) -> dict[str, Any] | None:
    return None if rule is None else {"notation": str(rule.notation), "best": rule.best}
