"""A critic's profile as a sheet: how they grade, how that changed, what a letter of theirs means. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from tui.app.widgets.cells import fitted, shortened
from tui.app.widgets.counted import counted, graded
from tui.app.widgets.figure_words import above, fact, folded, heading
from tui.app.widgets.grades_sheet import agreement_ink, bars, shared_by, signed
from tui.app.widgets.targets import OneReview, Reviews
from tui.model.query import Query
from tui.model.review import ReviewRow
from tui.model.scale import LETTERS
from tui.summaries.agreement import ENOUGH, Agreement
from tui.summaries.openings import as_written, at_bar, in_year
from tui.summaries.plots import Bar, Piece, PlotLine, Point, histogram, ink_of, lying, trend
from tui.summaries.profile import Generosity, Profile

_MOST_WRITTEN = 40
"""Bars of the critic's own notation."""


def profile_sheet(
    profile: Profile, agreements: Sequence[Agreement], names: Mapping[int, str], manner: Sequence[str], width: int
) -> tuple[PlotLine, ...]:
    """Return the whole sheet; `manner` says how they grade, a line each, and `names` who the others are."""
    lines: list[PlotLine] = [(), *_head(profile, manner)]
    if not profile.histogram.total:
        return (*lines, (), (Piece("No reviews here yet: r asks this critic for them.", "quiet"),))
    id, name = profile.critic.id, profile.critic.name
    lines += [(), heading("By letter"), (), *histogram(bars(profile.histogram, Query(), id, name), width, 6)]
    if profile.written:
        lines += [(), heading("As they write it"), (), *lying(_written(profile, width), width)]
    if points := _points(profile):
        lines += [(), heading("Year by year", "the mean of each year's grades"), (), *trend(points, width)]
    if profile.letters:
        lines += [(), heading("What a letter means from them"), (), *_meanings(profile, width)]
    for words, rows in (("Best", profile.best), ("Worst", profile.worst), ("Most discussed", profile.discussed)):
        if rows:
            lines += [(), heading(words), (), *(review_line(row, width, words == "Most discussed") for row in rows)]
    lines += [(), heading("Agreement", "with the other critics, on the works both graded"), ()]
    return tuple(folded((*lines, *_agreements(profile, agreements, names, width), ()), width))


def _head(profile: Profile, manner: Sequence[str]) -> Iterator[PlotLine]:
    figures, total = profile.figures, profile.histogram.total
    yield (Piece(profile.critic.name, "title"), Piece("".join(f"  #{tag}" for tag in profile.critic.tags), "quiet"))
    span = f" from {profile.first:%b %Y} to {profile.last:%b %Y}" if profile.first and profile.last else ""
    unread = f" · {profile.unread:,} unread" if profile.unread else ""
    yield (Piece(f"{counted(total, 'review')}{span}"), Piece(unread, "quiet"))
    if figures.n:
        spread = "" if figures.spread is None else f" · spread {figures.spread:g}"
        mean, median = (
            Piece(graded(each), f"{ink_of(each)} bold") for each in (figures.mean, figures.median)
        )  # fmt: skip
        yield fact("Grades", Piece("mean "), mean, Piece(" · median "), median, Piece(f"{spread} · n {figures.n:,}"))
    if profile.ungraded:
        target = Reviews(at_bar(profile.critic.id, "none"), f"{counted(profile.histogram.ungraded, 'ungraded review')}")
        yield fact("Ungraded", Piece(f"{100 * profile.ungraded:.0f} % of their reviews give no grade", "", target))
    yield fact("Beside", *_beside(profile.generosity))
    told = (line for line in manner if "without a grade" not in line and "review graded" not in line)  # said above
    for number, line in enumerate(told):
        yield fact("" if number else "Manner", Piece(line))


def _beside(generosity: Generosity | None) -> PlotLine:
    if generosity is None:
        return (Piece("no work here is graded by another critic too", "quiet"),)
    n = counted(generosity.n, "shared work")
    if generosity.n < ENOUGH:
        return (Piece(f"not enough yet: {n} of {ENOUGH}", "quiet"),)
    error = "" if generosity.error is None else f" ± {generosity.error:.1f}"
    points = f"{generosity.points:+.1f}".replace("-", "−")
    return (
        Piece(generosity.word, "bold"),
        Piece(f": {points}{error} points beside the others' mean on {n}"),
    )


def _written(profile: Profile, width: int) -> list[Bar]:
    shown = profile.written[:_MOST_WRITTEN]
    room = min(max(4, width // 3), max(len(bar.label) for bar in shown))
    who = profile.critic
    return [
        Bar(
            fitted(bar.label, room), bar.count, ink_of(bar.score),
            Reviews(as_written(who.id, bar.spellings), f"{counted(bar.count, 'review')} graded {bar.label}"),
            f"{bar.count:,}" + (f"  {graded(bar.score):>6}" if bar.score is not None else "   no scale"),
        )
        for bar in shown
    ]  # fmt: skip


def _points(profile: Profile) -> list[Point]:
    who = profile.critic
    return [
        Point(
            str(each.year), each.figures.mean, each.figures.n,
            Reviews(in_year(who.id, each.year), f"{counted(each.reviews, 'review')} of {each.year}"),
        )
        for each in profile.years if each.figures.mean is not None
    ]  # fmt: skip


def _meanings(profile: Profile, width: int) -> Iterator[PlotLine]:
    room = max(4, min(40, width - 34))
    for each in profile.letters:
        ink = ink_of(LETTERS[each.letter])
        at = round(each.percentile * (room - 1) / 100)
        where = Reviews(
            at_bar(profile.critic.id, each.letter),
            f"{counted(each.count, 'review')} at {each.letter}: better than {each.percentile:.0f} % of their grades",
        )
        yield (
            Piece(f"{each.letter:<4}", f"{ink} bold", where),
            Piece("─" * at, "quiet", where), Piece("●", ink, where), Piece("─" * (room - 1 - at), "quiet", where),
            Piece(f"  top {each.at_or_above:.0f} %".ljust(11), "", where), Piece(f"{each.count:>6,} ×", "quiet", where),
        )  # fmt: skip


def review_line(row: ReviewRow, width: int, talk: bool = False) -> PlotLine:
    """Return one review as a line of a sheet: its grade, the work, what they wrote; with `talk` its comments."""
    target = OneReview(row.id, f"{row.work or row.title} by {row.critic}")
    aside = f"{row.comments or 0:,} comments" if talk else (row.written or "")
    aside = shortened(aside, max(6, width // 3))
    title = f"{row.work or row.title}" + (f" ({row.year})" if row.work and row.year else "")
    return (
        Piece(f"{row.letter or '·':<4}", f"{ink_of(row.score)} bold", target),
        Piece(fitted(title, max(8, width - 6 - max(12, len(aside)))), "", target),
        Piece("  " + fitted(aside, max(12, len(aside)), right=True), "quiet", target),
    )


def _agreements(
    profile: Profile, agreements: Sequence[Agreement], names: Mapping[int, str], width: int
) -> Iterator[PlotLine]:
    told = [each for each in agreements if each.rho is not None]
    few = len(agreements) - len(told)
    if not told:
        yield (Piece(f"Not enough yet: nobody shares {ENOUGH} graded works with them.", "quiet"),)
        return
    room = max(8, min(24, max(len(names.get(each.other_id, "")) for each in told), width - 30))
    for each in told:
        name = names.get(each.other_id, "")
        target = shared_by(each, profile.critic.name, name)
        kind = f"  {above(each.difference)}" if width >= 60 else ""
        yield (
            Piece(fitted(name, room), "", target),
            Piece(f"{signed(each.rho or 0):>5}", f"{agreement_ink(each.rho or 0)} bold", target),
            Piece(f"  {counted(each.n, 'shared work')}"[:18].ljust(18), "quiet", target),
            Piece(kind, "quiet", target),
        )
    if few:
        yield (Piece(f"and {counted(few, 'critic')} with fewer than {ENOUGH} shared works", "quiet"),)
