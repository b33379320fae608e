"""What a visit to a feed came to is written down: when it is visited next, what its server said, the log.

Most visits bring nothing new. This room needs nothing that reads posts, and no such visit waits for that to be loaded.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from tui.model.critic import FeedState
from tui.model.entry import Feed
from tui.model.errors import AlreadySubscribed
from tui.model.outcome import Failed, FeedOutcome, Fetched, Unchanged
from tui.refresh.scheduling import after_answer, after_failure, asked_for, follows, rhythm
from tui.refresh.visits import READER, Visit
from tui.store.library import Library

Brought = tuple[Visit, Fetched | Unchanged | Failed, str]
"""A visit, what came of it, and where a feed that failed seems to be now; empty where nobody knows."""


def is_as_it_was(visit: Visit, answer: Fetched) -> bool:
    """True when a body is, byte for byte, the one that was read last time, by this reader."""
    return visit.state.reader == READER and visit.state.body_hash == body_hash(answer)


def note_all(library: Library, brought: Sequence[Brought]) -> list[FeedOutcome]:
    """Write down visits that brought nothing to read, in one transaction; return what each came to."""
    notes = [_noted(library, *each) for each in brought]
    library.record_all(notes)
    return [outcome for outcome, _ in notes]


def _noted(
    library: Library, visit: Visit, answer: Fetched | Unchanged | Failed, suggestion: str
) -> tuple[FeedOutcome, FeedState]:
    if isinstance(answer, Failed):
        # What the server said before stays as it was, so that the next visit asks the same.
        state = after_failure(visit.state, answer, visit.at, luck=visit.luck)
        state = replace(state, suggestion=suggestion or state.suggestion)
        step = f"Its feed seems to be at {state.suggestion} now: M takes that (`matinee move` does, too)"
        next_step = step if state.suggestion else answer.next_step
        outcome = replace(_outcome(visit), kind="failed", reason=answer.reason, next_step=next_step)
    else:
        state, outcome = state_after(visit, answer), answered(library, visit, answer)
    return outcome, state


def state_after(visit: Visit, answer: Fetched | Unchanged, feed: Feed | None = None) -> FeedState:
    """Return what to remember of an answer, to ask less and at the right time; of a body with the `feed` in it."""
    state = visit.state
    if isinstance(answer, Fetched):
        state = replace(
            state,
            etag=answer.etag,
            last_modified=answer.last_modified,
            body_hash=body_hash(answer),
            reader=READER,
            arrived=answer.url,
            size=len(answer.body),
        )
    if feed is not None:
        dates = [min(date, visit.at) for entry in feed.entries if (date := entry.published or entry.updated)]
        newest = max(dates, default=visit.at if feed.entries else state.newest)
        state = replace(state, rhythm=rhythm(dates), newest=newest, asked_for=asked_for(feed.fields))
    return after_answer(state, answer, visit.at, every=visit.critic.every, luck=visit.luck)


def body_hash(answer: Fetched) -> str:
    """Return the digest of a body."""
    return hashlib.blake2b(answer.body, digest_size=16).hexdigest()


def answered(library: Library, visit: Visit, answer: Fetched | Unchanged) -> FeedOutcome:
    """Return the outcome of a feed that answered; let the subscription follow it to a new address that held."""
    outcome = _outcome(visit, answer.moved_to)
    if not follows(visit.state, answer):
        return outcome
    try:
        library.move(visit.critic.id, answer.moved_to)
    except AlreadySubscribed as error:
        return replace(outcome, reason=error.what, next_step=error.next_step)
    return replace(outcome, reason=f"moved for good to {answer.moved_to}")


def _outcome(visit: Visit, moved_to: str = "") -> FeedOutcome:
    critic = visit.critic
    return FeedOutcome(critic.id, critic.name, "unchanged", visit.at, visit.elapsed(), moved_to=moved_to)
