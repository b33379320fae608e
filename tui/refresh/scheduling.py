"""When a feed is visited next: from how often its critic posts, what its server said, and how often it failed (pure).

A critic who posts every day is visited every six hours, one who posts now and then once a day; who falls silent is
visited more rarely, and at once more often when they are back. What the server says (`Cache-Control`, `Expires`) and
what the feed says (`<ttl>`, `sy:`) may make that rarer, within a day. What a server asks for with `Retry-After` is
obeyed to the second, whoever asks; a feed that is gone (410) is not visited any more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from tui.model.critic import FeedState
from tui.model.outcome import Failed, Fetched, Unchanged

LEAST = timedelta(minutes=30)
"""Between two visits to the busiest critic."""
MOST = timedelta(days=1)
"""Between two visits to a feed that answers, whatever it says itself."""
UNKNOWN = timedelta(hours=6)
"""Between two visits to a critic of whom no rhythm is known yet."""
PARTS = 4
"""Visits in the time from one post to the next."""
SILENCE = 16
"""How much longer than between two visits a critic may have been silent, before visits become rarer."""
FIRST_FAILURE = timedelta(minutes=30)
"""After which a feed that failed once is tried again; twice as long after each further failure."""
LAST_FAILURE = timedelta(days=2)
"""However often it failed."""
LONGEST_WAIT = timedelta(days=7)
"""What a server can ask for at most."""
REFUSED = timedelta(hours=1)
"""What a 429 means that does not say how long."""
WHOLE_EVERY = timedelta(days=3)
"""After which a feed is asked for whole, even if it has not changed by its own word: a 304 of WordPress hides edits,
counts of comments, and a switch to excerpts."""
_LOOKED_AT = 20
"""Posts that tell a rhythm."""
_PERIODS = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}


def rhythm(dates: Sequence[datetime]) -> int | None:
    """Return the usual number of seconds from one post to the next; None where too few posts tell."""
    from statistics import median

    newest = sorted(set(dates), reverse=True)[:_LOOKED_AT]
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(newest)]
    return round(median(gaps)) if len(gaps) >= 2 else None


def asked_for(fields: Mapping[str, str]) -> int | None:
    """Return how many seconds a feed wants between two visits by its `<ttl>` or `sy:`; None when it does not say."""
    wishes = [wish for wish in (_ttl(fields.get("ttl", "")), _syndication(fields)) if wish]
    return max(wishes, default=None)


def interval(state: FeedState, now: datetime, *, every: timedelta | None, good_for: float | None = None) -> timedelta:
    """Return the time until the next visit to a feed that answers. What the reader says (`every`) beats the rest."""
    if every is not None:
        return max(LEAST, every)
    usual = timedelta(seconds=state.rhythm) / PARTS if state.rhythm else UNKNOWN
    silent = (now - state.newest) / SILENCE if state.newest else timedelta()
    wishes = timedelta(seconds=min(max(state.asked_for or 0, good_for or 0), MOST.total_seconds()))
    return min(MOST, max(LEAST, usual, silent, wishes))


def after_answer(
    state: FeedState,
    answer: Fetched | Unchanged,
    now: datetime,
    *,
    every: timedelta | None = None,
    luck: float = 0.5,
) -> FeedState:
    """Return the state of a feed that answered, with its next visit. `luck` (0-1) spreads visits by a tenth."""
    pause = interval(state, now, every=every, good_for=answer.good_for)
    whole = now if isinstance(answer, Fetched) else state.whole
    return replace(
        state,
        checked=now,
        failures=0,
        due=now + pause * (1 + luck / 10),
        held_until=None,
        gone=None,
        whole=whole,
        moved_to=answer.moved_to,
        suggestion="",
    )


def after_failure(state: FeedState, failed: Failed, now: datetime, *, luck: float = 0.5) -> FeedState:
    """Return the state of a feed that failed. `luck` (0-1) takes up to a half off the pause, so that not all that
    failed together come back together."""
    failures = state.failures + 1
    gone = now if failed.status == 410 else state.gone
    held = _held(failed, now)
    back = now + min(LAST_FAILURE, FIRST_FAILURE * 2 ** min(failures - 1, 16)) * (1 - luck / 2)
    due = max(back, held) if held else back
    return replace(state, checked=now, failures=failures, due=due, held_until=held, gone=gone)


def wants_whole(state: FeedState, now: datetime) -> bool:
    """True when a feed is to be asked for whole, without the tags that would have it say that nothing changed."""
    return state.whole is None or not timedelta() <= now - state.whole < WHOLE_EVERY


def follows(was: FeedState, answer: Fetched | Unchanged) -> bool:
    """True when a permanent redirect leads where it led at the visit before: only then the subscription moves."""
    return bool(answer.moved_to) and answer.moved_to == was.moved_to


def looks_elsewhere(failures: int) -> bool:
    """True when, after so many failures in a row, it is worth looking for where the feed went: 1, 4, 16, 64, …"""
    return failures > 0 and failures & (failures - 1) == 0 and failures.bit_length() % 2 == 1


def _held(failed: Failed, now: datetime) -> datetime | None:
    if failed.wait is not None and failed.status in (429, 503):
        return now + min(LONGEST_WAIT, timedelta(seconds=min(failed.wait, LONGEST_WAIT.total_seconds())))
    return now + REFUSED if failed.status == 429 else None


def _ttl(text: str) -> int | None:
    """`<ttl>` is in minutes."""
    text = text.strip()
    return int(text[:9]) * 60 if text.isascii() and text.isdigit() else None


def _syndication(fields: Mapping[str, str]) -> int | None:
    period = _PERIODS.get(fields.get("sy:updatePeriod", "").strip().lower())
    often = fields.get("sy:updateFrequency", "").strip() or "1"
    if period is None or not often.isascii() or not often.isdigit():
        return None
    return period // max(1, int(often[:9]))
