"""The reader's taste as a sheet: who grades as they do, and what they should like. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from tui.app.widgets.cells import fitted, shortened
from tui.app.widgets.counted import counted, graded
from tui.app.widgets.figure_words import above, fact, folded, heading
from tui.app.widgets.grades_sheet import agreement_ink, signed
from tui.app.widgets.targets import OneCritic, OneWork
from tui.model.works import WorkRow
from tui.summaries.agreement import K
from tui.summaries.plots import Piece, PlotLine, ink_of
from tui.summaries.taste import LikeMe, Prediction, Taste


def taste_sheet(
    taste: Taste, suggestions: Sequence[Prediction] | None, works: Mapping[int, WorkRow], width: int
) -> tuple[PlotLine, ...]:
    """Return the whole sheet; `suggestions` is None while they are reckoned, `works` are the ones they name."""
    lines: list[PlotLine] = [(), (Piece("Your taste", "title"),), *_head(taste), ()]
    lines += [heading("Critics like you"), (), *_critics(taste, width), ()]
    lines += [heading("You should like", "works you have not graded or seen"), ()]
    return tuple(folded((*lines, *_suggestions(taste, suggestions, works, width), ()), width))


def _head(taste: Taste) -> Iterator[PlotLine]:
    if not taste.graded:
        yield (Piece("You have graded nothing yet.", "bold"),)
        yield (Piece("m on any review or work gives your own grade, in any notation: 7/10, B-, ★★★½, 79%.", "quiet"),)
        yield (Piece("`matinee import` takes over an export of Letterboxd's or IMDb's.", "quiet"),)
        return
    spread = "" if taste.spread is None else f" · spread {taste.spread:g}"
    mean = Piece(graded(taste.mean), f"{ink_of(taste.mean)} bold")
    yield fact("Your grades", Piece(counted(taste.graded, "work")), Piece(" · mean "), mean, Piece(spread))


def _critics(taste: Taste, width: int) -> Iterator[PlotLine]:
    told = [each for each in taste.critics if each.enough and each.agreement.rho is not None]
    waiting = [each for each in taste.critics if not each.enough]
    same = [each for each in taste.critics if each.enough and each.agreement.rho is None]
    if not told:
        yield (Piece(f"Not enough yet: no critic shares {taste.needed} works you graded.", "bold"),)
        yield (Piece("Grade works that several of your critics reviewed: 2 lists them by count.", "quiet"),)
    room = max(8, min(26, max((len(each.critic) for each in taste.critics), default=8), width - 30))
    if told:
        yield (Piece(f"{'':{room}}{'agree':>6}{'drawn':>7}   on", "quiet"),)
    for each in told:
        yield _like(each, room, width)
    for each in same:
        yield (Piece(fitted(each.critic, room)), Piece("    –  no order to compare: all the same grade", "quiet"))
    for each in waiting[:8]:
        target = OneCritic(each.critic_id, f"{each.critic}: the profile")
        words = shortened(f"  not enough yet: {each.agreement.n} of {taste.needed} shared works", width - room)
        yield (Piece(fitted(each.critic, room), "quiet", target), Piece(words, "quiet", target))
    if len(waiting) > 8:
        yield (Piece(f"and {len(waiting) - 8} more with fewer", "quiet"),)
    if told:
        yield ()
        words = (
            f"Rank correlation (Spearman) times 100; drawn towards none by n / (n + {K}), since few works say little."
        )
        yield (Piece(words, "quiet"),)


def _like(each: LikeMe, room: int, width: int) -> PlotLine:
    target = OneCritic(each.critic_id, f"{each.critic}: the profile")
    rho, drawn = each.agreement.rho or 0.0, each.agreement.shrunk or 0.0
    kind = f"   {above(each.agreement.difference)} than you".ljust(28) if width >= 66 else ""
    return (
        Piece(fitted(each.critic, room), "", target),
        Piece(f"{signed(rho):>6}", agreement_ink(rho), target),
        Piece(f"{signed(drawn):>7}", f"{agreement_ink(drawn)} bold", target),
        Piece(f"   {counted(each.agreement.n, 'work'):<10}", "quiet", target),
        Piece(kind.replace("as kind than", "as kind as"), "quiet", target),
    )


def _suggestions(
    taste: Taste, suggestions: Sequence[Prediction] | None, works: Mapping[int, WorkRow], width: int
) -> Iterator[PlotLine]:
    if suggestions is None:
        yield (Piece("Weighing every work you have not seen …", "quiet"),)
        return
    if not suggestions:
        words = "No work here is left that they reviewed and you have not seen." if taste.enough else "Not enough yet."
        yield (Piece(words, "quiet"),)
        return
    reach = 12 if width >= 60 else 0
    room = max(10, min(60, width - 12 - 14 - reach))
    for each in suggestions:
        row = works.get(each.work_id)
        if row is None:
            continue
        title = row.title + (f" ({row.year})" if row.year else "")
        target = OneWork(each.work_id, f"{title}: from {counted(each.critics, 'critic')} with works in common")
        yield (
            Piece(f"{graded(each.score):<8}", f"{ink_of(each.score)} bold", target),
            Piece(f"{each.low:>3.0f} – {each.high:<3.0f}  ", "quiet", target),
            Piece(fitted(title, room), "", target),
            Piece(f" {counted(each.critics, 'critic'):>{reach - 1}}" if reach else "", "quiet", target),
        )
