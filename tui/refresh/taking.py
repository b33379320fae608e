"""What came from a feed's server goes into the library: synchronous, in a thread, one transaction a feed."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from tui.feeds.parsing import READER, parse_feed
from tui.model.critic import Critic, FeedState
from tui.model.entry import Feed
from tui.model.errors import NotAFeed
from tui.model.outcome import Answer, Failed, FeedOutcome, Fetched, Unchanged
from tui.refresh.deciding import plan
from tui.refresh.reviewing import draft
from tui.store.library import Library


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit to one critic's feed."""

    critic: Critic
    state: FeedState
    """What the server said last time."""
    at: datetime
    """UTC."""
    elapsed: Callable[[], float]
    """Seconds since it began."""


def take(library: Library, visit: Visit, answer: Answer, feed: Feed | None = None) -> FeedOutcome:
    """Write down what a visit brought and return what it came to. `feed` is the answer's body where already parsed."""
    if isinstance(answer, Unchanged):
        return _nothing_new(library, visit, replace(visit.state, checked=visit.at, failures=0))
    if isinstance(answer, Failed):
        return _failed(library, visit, answer.reason, answer.next_step)
    state = _state_after(visit, answer)
    if not feed and state.body_hash == visit.state.body_hash and visit.state.reader == READER:
        return _nothing_new(library, visit, state, answer.moved_to)
    try:
        feed = feed or parse_feed(answer.body, url=answer.url, content_type=answer.content_type)
        return _entries(library, visit, answer, feed, state)
    except NotAFeed as error:
        return _failed(library, visit, error.what, error.next_step)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        # A bug of ours that this feed found: the others must not pay for it, and the reader is told.
        return _failed(library, visit, f"the feed could not be read ({type(error).__name__}: {error})", "Report it")


def _entries(library: Library, visit: Visit, answer: Fetched, feed: Feed, state: FeedState) -> FeedOutcome:
    known = library.known(visit.critic.id, [entry.guid for entry in feed.entries])
    todo = plan(feed.entries, known, partial(draft, seen=visit.at))
    outcome = _outcome(visit, answer.moved_to, new=len(todo.add), changed=todo.changed)
    ids = library.take(
        visit.critic.id, add=todo.add, change=todo.change, counts=todo.counts, state=state, outcome=outcome, index=False
    )
    return replace(outcome, new=len(ids))


def _nothing_new(library: Library, visit: Visit, state: FeedState, moved_to: str = "") -> FeedOutcome:
    outcome = _outcome(visit, moved_to)
    library.record(outcome, state)
    return outcome


def _failed(library: Library, visit: Visit, reason: str, next_step: str) -> FeedOutcome:
    """A failure leaves what the server said before as it was, so that the next visit asks the same."""
    critic = visit.critic
    outcome = FeedOutcome(
        critic.id, critic.name, "failed", visit.at, visit.elapsed(), reason=reason, next_step=next_step
    )
    library.record(outcome, replace(visit.state, checked=visit.at, failures=visit.state.failures + 1))
    return outcome


def _outcome(visit: Visit, moved_to: str, *, new: int = 0, changed: int = 0) -> FeedOutcome:
    critic = visit.critic
    outcome = FeedOutcome(critic.id, critic.name, "unchanged", visit.at, visit.elapsed(), moved_to=moved_to)
    return replace(outcome, kind="changed", new=new, changed=changed) if new or changed else outcome


def _state_after(visit: Visit, answer: Fetched) -> FeedState:
    body_hash = hashlib.blake2b(answer.body, digest_size=16).hexdigest()
    return FeedState(answer.etag, answer.last_modified, body_hash, READER, visit.at)
