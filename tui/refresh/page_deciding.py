"""Whose pages are fetched, and which: decided from what the feed lacks and from what the first pages gave (pure)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from tui.model.paging import PageNote, PageRule, PageSetting
from tui.model.record import record
from tui.model.review import Draft

LOOKED_AT = 10
"""How many of a critic's newest reviews tell what the feed lacks."""
TRIAL = 3
"""So many of them must lack something, and so many pages are then tried."""
AT_ONCE = 10
"""Pages of one critic in one run."""
_MOST_OF_THEM = 2
"""Pages of a trial that must give something."""
_AGAIN = timedelta(days=30)
"""After which a critic whose pages gave nothing is tried again."""
_TIRED = 5
"""Pages in a row without anything after which what was learned no longer holds."""


@record(frozen=True, slots=True)
class Lack:
    """What a critic's feed does not give, among the newest reviews."""

    ungraded: int
    excerpts: int
    of: int
    """How many were looked at."""

    @property
    def worth_a_trial(self) -> bool:
        """True when it is no exception: three at least, and half of them."""
        most = max(self.ungraded, self.excerpts)
        return most >= TRIAL and 2 * most >= self.of


def lacks(draft: Draft) -> bool:
    """True when the feed gives no grade for a review, or only an excerpt of it."""
    return draft.grade is None or draft.summary


def surely_lacks(draft: Draft) -> bool:
    """True when a review lacks something beyond doubt: a grade, or an end.

    Short posts that are whole look like excerpts; pages of such would teach that pages give nothing.
    """
    return draft.grade is None or draft.text.rstrip().endswith(("…", "[…]", "...", "[...]"))


def lack(newest: Sequence[Draft]) -> Lack:
    """Return what is lacking among a critic's newest reviews, whatever their pages gave since."""
    own = [draft for draft in newest if draft.paged is None]
    return Lack(
        sum(draft.grade is None for draft in own) + sum(draft.paged is not None for draft in newest),
        sum(draft.summary for draft in newest),
        len(newest),
    )


def how_many(rule: PageRule, newest: Sequence[Draft], notes: Sequence[PageNote], now: datetime) -> int:
    """Return how many pages of a critic may be fetched now; `notes` are what came of earlier ones, the last first."""
    if rule.setting is PageSetting.NEVER:
        return 0
    if rule.setting is PageSetting.ALWAYS or rule.learned:
        return AT_ONCE
    if not lack(newest).worth_a_trial or (rule.learned is False and not _may_try_again(rule, now)):
        return 0
    return max(0, TRIAL - len(_trial(rule, notes)))


def wanted(rule: PageRule, draft: Draft) -> bool:
    """True when this review's page is to be fetched: by the reader's word every one, else where something lacks."""
    return bool(draft.url) and (rule.setting is PageSetting.ALWAYS or lacks(draft))


def learn(rule: PageRule, notes: Sequence[PageNote], now: datetime) -> PageRule:
    """Return the rule with what the pages fetched so far teach; the same rule when they teach nothing new."""
    if rule.learned:
        newest = [note for note in notes if note.lasting][:_TIRED]
        if len(newest) == _TIRED and not any(_gave(note) for note in newest):
            return replace(rule, learned=False, reason=f"the last {_TIRED} pages gave nothing the feed lacks", at=now)
        return rule
    if rule.learned is False and not _may_try_again(rule, now):
        return rule
    trial = _trial(rule, notes)
    if len(trial) < TRIAL:
        return rule
    return replace(rule, learned=sum(map(_gave, trial)) >= _MOST_OF_THEM, reason=_why(trial), at=now)


def _trial(rule: PageRule, notes: Sequence[PageNote]) -> list[PageNote]:
    """Return the pages the next lesson is drawn from: the last ones since the lesson before.

    What says nothing of the page itself (no network) teaches nothing.
    """
    return [note for note in notes if note.lasting and (rule.at is None or note.at > rule.at)][:TRIAL]


def _may_try_again(rule: PageRule, now: datetime) -> bool:
    return rule.at is None or now - rule.at >= _AGAIN


def _gave(note: PageNote) -> bool:
    return note.graded or note.longer


def _why(trial: Sequence[PageNote]) -> str:
    """Return the lesson's reason: `3 of 3 pages carried a grade`, `… gave much more text`, `…: 404 Not Found`."""
    many, graded, longer = len(trial), sum(note.graded for note in trial), sum(note.longer for note in trial)
    parts = [f"{graded} of {many} pages carried a grade"] * bool(graded)
    parts += [f"{longer} of {many} gave much more text"] * bool(longer)
    if parts:
        return ", ".join(parts)
    failed = [note.reason for note in trial if note.state == "failed"]
    if failed:
        return f"{len(failed)} of {many} pages could not be read: {failed[0]}"
    return f"none of {many} pages gave a grade or more text"
