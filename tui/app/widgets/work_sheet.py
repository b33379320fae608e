"""One work across critics as a sheet: the consensus, every grade as written, and each critic's last words. Pure."""

from collections.abc import Iterator

from tui.app.widgets.cells import fitted
from tui.app.widgets.counted import HIDDEN, counted, graded
from tui.app.widgets.figure_words import fact, folded, heading, said, verdict_of
from tui.app.widgets.targets import OneReview, OneSpelling
from tui.app.widgets.wrapping import wrap
from tui.model.record import record
from tui.model.works import Opinion
from tui.summaries.consensus import Consensus
from tui.summaries.plots import Dot, Piece, PlotLine, ink_of, strip
from tui.summaries.taste import Prediction
from tui.summaries.work_page import WorkPage


@record(frozen=True, slots=True)
class Hiding:
    """What blind mode hides of a work."""

    reviews: frozenset[int] = frozenset()
    """The reviews whose grade is hidden."""

    @property
    def any(self) -> bool:
        """True when something is: then no figure may tell it either."""
        return bool(self.reviews)


def work_sheet(page: WorkPage, hiding: Hiding, width: int, *, chosen: int | None = None) -> tuple[PlotLine, ...]:
    """Return the whole sheet; `chosen` is the review that waits for another to stand beside it."""
    lines: list[PlotLine] = [(), *_head(page, width), ()]
    lines += _figures(page, hiding, width)
    lines += [(), heading("Reviews", f"{len(page.opinions):,}" if len(page.opinions) > 1 else ""), ()]
    if not page.opinions:
        lines.append((Piece("No review of it is left in the library.", "quiet"),))
    written = min(26, max((len(each.written or "no grade") for each in page.opinions), default=0))
    for opinion in page.opinions:
        lines += _opinion(opinion, hiding, width, written, chosen == opinion.review_id)
    if len(page.spellings) > 1:
        lines += [(), heading("Joined", "titles taken for one work; X splits one off"), (), *_spellings(page, width)]
    return tuple(folded(lines, width))


def _head(page: WorkPage, width: int) -> Iterator[PlotLine]:
    work = page.work
    year = f"  {work.year}" if work.year else ""
    kind = f"  {work.kind}" if work.kind not in ("film", "unknown") else ""
    spans = wrap(work.title, max(8, width - len(year) - len(kind)))
    for start, end in spans[:-1]:
        yield (Piece(work.title[start:end], "title"),)
    start, end = spans[-1] if spans else (0, 0)
    yield (Piece(work.title[start:end] or "Untitled", "title"), Piece(year + kind, "quiet"))
    if page.directed_by:
        yield (Piece("Directed by ", "quiet"), Piece(", ".join(page.directed_by)))


def _figures(page: WorkPage, hiding: Hiding, width: int) -> Iterator[PlotLine]:
    consensus = page.consensus
    if hiding.any:
        yield fact("Consensus", Piece(HIDDEN, "quiet"), Piece("  hidden until you have read: V shows it", "quiet"))
        yield fact("Graded by", Piece(counted(consensus.n, "critic")))
    elif not consensus.n:
        yield fact("Consensus", Piece("no grade yet", "quiet"))
    else:
        yield from _consensus(consensus)
    yield fact("You", *said(page.mine))
    if page.prediction is not None and not hiding.any:
        yield fact("For you", *_predicted(page.prediction))
    if consensus.n and not hiding.any:
        yield ()
        dots = [Dot(each.score, _target(each)) for each in page.opinions if each.counts and each.score is not None]
        yield from strip(dots, width, marks=_marks(consensus))


def _consensus(consensus: Consensus) -> Iterator[PlotLine]:
    mean = Piece(graded(consensus.mean), f"{ink_of(consensus.mean)} bold")
    even = consensus.calibrated
    evened = (Piece("  calibrated "), Piece(graded(even), f"{ink_of(even)} bold")) if even is not None else ()
    yield fact("Consensus", mean, *evened)
    spread = "" if consensus.spread is None else f" · spread {consensus.spread:g}"
    ends = f" · from {graded(consensus.low)} to {graded(consensus.high)}" if consensus.n > 1 else ""
    yield fact(
        "Graded by", Piece(counted(consensus.n, "critic")), Piece(f" · median {graded(consensus.median)}"),
        Piece(f"{spread}{ends}"),
    )  # fmt: skip
    if word := verdict_of(consensus):
        yield fact("Note", Piece(word, "bold"))


def _marks(consensus: Consensus) -> list[tuple[float, str]]:
    if consensus.mean is None or consensus.n < 2:
        return []
    if consensus.median is None or abs(consensus.mean - consensus.median) < 0.5:
        return [(consensus.mean, f"mean and median {consensus.mean:g}")]
    return [(consensus.mean, f"mean {consensus.mean:g}"), (consensus.median, f"median {consensus.median:g}")]


def _predicted(prediction: Prediction) -> PlotLine:
    return (
        Piece(f"about {graded(prediction.score)}", ink_of(prediction.score)),
        Piece(f", four times in five from {prediction.low:.0f} to {prediction.high:.0f}"),
        Piece(f" (of {counted(prediction.critics, 'critic')})", "quiet"),
    )


def _target(opinion: Opinion) -> OneReview:
    return OneReview(opinion.review_id, f"{opinion.critic}'s review")


def _opinion(opinion: Opinion, hiding: Hiding, width: int, column: int, chosen: bool) -> Iterator[PlotLine]:
    """Yield a review: mark, letter, score, critic, the grade as written, the percentile; its last words beneath."""
    target = _target(opinion)
    hidden = opinion.review_id in hiding.reviews
    ink = "quiet" if hidden or not opinion.counts else ink_of(opinion.score)
    room = max(8, min(26, width - 34))
    mark = "‖" if chosen else " " if opinion.read else "●"
    letter, score, written = (HIDDEN, "", HIDDEN) if hidden else _grade(opinion)
    among = "" if hidden or opinion.percentile is None else f"better than {opinion.percentile:.0f} % of theirs"
    spare = width - 2 - 4 - 5 - room
    aside = f"{fitted(written, column)}  {among}" if spare >= column + 26 else written
    yield (
        Piece(f"{mark} ", "lead", target), Piece(f"{letter:<4}", f"{ink} bold", target),
        Piece(f"{score:<5}", ink, target), Piece(fitted(opinion.critic, room), "bold", target),
        Piece(fitted(f" {aside}" + ("" if opinion.counts else "  (earlier)"), max(0, spare)), "quiet", target),
    )  # fmt: skip
    if opinion.sentence and not hidden:
        for start, end in wrap(opinion.sentence, max(8, width - 6))[:2]:
            yield (Piece("      " + opinion.sentence[start:end], "italic"),)


def _grade(opinion: Opinion) -> tuple[str, str, str]:
    if opinion.verdict is not None and opinion.score is None:
        return ("▲" if opinion.verdict == "up" else "▼"), "", opinion.written or ""
    if opinion.written is None:
        return "·", "", "no grade"
    return opinion.letter or "~", "" if opinion.score is None else f"{opinion.score:.0f}", opinion.written


def _spellings(page: WorkPage, width: int) -> Iterator[PlotLine]:
    for each in page.spellings:
        work = each.work
        how = "stands for all" if each.stands else "joined by you" if each.by_hand else "joined"
        target = OneSpelling(work.id or 0, f"{work.title}: {how}")
        title = f"{work.title}" + (f" ({work.year})" if work.year else "")
        yield (
            Piece(fitted(title, max(8, min(44, width - 26))), "", target),
            Piece(f"  {counted(each.reviews, 'review'):<12}", "quiet", target), Piece(how, "quiet", target),
        )  # fmt: skip
