"""What happened, in one line for the reader."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from tui.app.widgets.cells import steady
from tui.model.listing import Marking
from tui.model.outcome import FeedOutcome
from tui.model.paging import PageOutcome, PageRule, PageSetting
from tui.model.times import short

if TYPE_CHECKING:
    from tui.model.archive import ArchiveProgress
    from tui.model.followed import ListOutcome
    from tui.model.imported import Imported


def in_words(outcome: FeedOutcome | None) -> str:
    """Return how a visit to a feed went: `2 new, 1 changed`, `nothing new`, `failed: no such host`."""
    if outcome is None:
        return "never refreshed"
    if outcome.kind == "failed":
        return f"failed: {steady(outcome.reason)}"
    parts = [f"{outcome.new} new"] * bool(outcome.new) + [f"{outcome.changed} changed"] * bool(outcome.changed)
    return ", ".join(parts) or "nothing new"


def regraded_in_words(outcomes: Sequence[FeedOutcome]) -> str:
    """Return whose grade critics changed: `Foghorn by Ada Quill: grade changed from B to C+`; the first of many."""
    told = [
        f"{steady(one.title)} by {steady(each.critic)}: {steady(one.in_words)}"
        for each in outcomes
        for one in each.regraded
    ]
    more = f" (and {len(told) - 1} more)" if len(told) > 1 else ""
    return told[0] + more if told else ""


def summary(outcomes: Sequence[FeedOutcome]) -> str:
    """Return a whole refresh: `12 critics · 5 new · 1 failed (4 says why)`; empty when nobody was asked."""
    if len(outcomes) < 2:
        return "".join(f"{each.critic}: {in_words(each)}" for each in outcomes)
    failed, new = sum(each.kind == "failed" for each in outcomes), sum(each.new for each in outcomes)
    return " · ".join([f"{len(outcomes)} critics", f"{new} new"] + [f"{failed} failed (4 says why)"] * bool(failed))


def page_in_words(page: PageOutcome) -> str:
    """Return what fetching a review's page came to: `grade B+ and the full text`, `failed: 404 Not Found`."""
    if page.failed:
        return f"failed: {steady(page.note.reason)}"
    parts = [f"grade {page.written}"] * bool(page.written) + ["the full text"] * page.note.longer
    return " and ".join(parts) or "nothing the feed lacks"


def pages_summary(pages: Sequence[PageOutcome]) -> str:
    """Return a whole run: `13 pages read`, `12 pages read, 1 failed`."""
    failed = sum(page.failed for page in pages)
    read = len(pages) - failed
    return f"{read} page{'s' * (read != 1)} read" + f", {failed} failed" * bool(failed)


def pages_in_words(rule: PageRule, counts: tuple[int, int, int] = (0, 0, 0)) -> str:
    """Return whether a critic's pages are fetched, and why: `auto: yes, 3 of 3 pages carried a grade`.

    `counts` are how many were read, failed, and were not tried.
    """
    read, failed, _ = counts
    if rule.setting is not PageSetting.AUTO:
        return f"{rule.setting}, as you said"
    if rule.learned is None and (read or failed):
        return f"auto: not decided yet, {read} read and {failed} failed so far"
    if rule.learned is None:
        return "auto: not needed so far"
    return f"auto: {'yes' if rule.learned else 'no'}, {steady(rule.reason)}"


def archive_in_words(progress: "ArchiveProgress") -> str:
    """Return how far the taking of an archive is: `340 of 1,000 posts, 325 new, back to March 2019, 2 min left`."""
    state = progress.state
    if not state.pages:
        return "looking for the archive"
    seen = f"{state.seen:,} of {state.total:,} posts" if state.total else f"{state.seen:,} posts"
    parts = [seen, f"{progress.new:,} new"]
    parts += [f"back to {state.reached:%B %Y}"] if state.reached else []
    parts += [f"{_duration(progress.left)} left"] if progress.left else []
    return ", ".join(parts)


def archive_summary(progress: "ArchiveProgress") -> str:
    """Return what one run through an archive came to."""
    name, new = steady(progress.critic), progress.new
    found = f"{new:,} review{'s' * (new != 1)} from the archive"
    back = f", back to {progress.state.reached:%B %Y}" if progress.state.reached else ""
    if progress.end == "failed":
        step = f". {steady(progress.next_step)}" if progress.next_step else ""
        return f"{name}: {steady(progress.reason)}{step}. {found}; the next run goes on there"
    if progress.end == "none":
        return f"{name}: {steady(progress.reason)}"
    end = "that is all of it" if progress.end == "whole" else "the next run goes on there"
    return f"{name}: {found}{back}; {end}" if new or progress.end != "whole" else f"{name}: nothing the library lacks"


def _duration(seconds: float) -> str:
    return f"{max(1, round(seconds))} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def every_in_words(every: timedelta | None) -> str:
    """Return how often the reader wants a feed visited: `every 6h`, `by its own rhythm`."""
    return f"every {short(every)}" if every else "by its own rhythm"


def list_in_words(outcome: "ListOutcome") -> str:
    """Return what a look at a followed list came to: `Weekly reviewers: Ada Quill came, Bram Oxley went`."""
    parts = [f"{_names(outcome.came)} came"] * bool(outcome.came) + [f"{_names(outcome.went)} went"] * bool(
        outcome.went
    )
    parts += [steady(outcome.reason)] * bool(outcome.reason)
    return f"{steady(outcome.name)}: {', '.join(parts) or 'nothing new'}"


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""
    return ", ".join(map(steady, names[:3])) + more


def marked(marking: Marking) -> str:
    """Return what marking many reviews did."""
    return f"{len(marking.ids):,} marked as {_state(marking.mark, marking.value)} · u takes it back"


def taken_back(marking: Marking) -> str:
    """Return what taking back a marking did."""
    many, verb = (f"{len(marking.ids):,} reviews", "are") if len(marking.ids) > 1 else ("The review", "is")
    return f"{many} {verb} {_state(marking.mark, not marking.value)} again"


def taken_over(imported: "Imported") -> str:
    """Return what an import brought: `12 critics added, 3 known already, 1 passed over (no feed)`."""
    parts = [f"{imported.added:,} critic{'s' if imported.added != 1 else ''} added"]
    parts += [f"{imported.known:,} known already"] * bool(imported.known)
    parts += [f"{len(imported.skipped):,} passed over (no feed)"] * bool(imported.skipped)
    parts += [f"{len(imported.secrets):,} passwords not kept: name them under [sites]"] * bool(imported.secrets)
    return ", ".join(parts)


def _state(mark: str, value: bool) -> str:
    if mark == "read":
        return "read" if value else "unread"
    return "starred" if value else "without a star"
