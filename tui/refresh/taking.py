"""What came from a feed's server goes into the library: synchronous, in a thread, one transaction a feed."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from tui.grading.habits import Habits
from tui.model.critic import FeedState
from tui.model.edition import Edition, GradeChange, grade_change
from tui.model.entry import Entry, Feed
from tui.model.errors import AlreadySubscribed
from tui.model.outcome import Failed, FeedOutcome, Fetched, Unchanged
from tui.model.review import Draft, Known
from tui.refresh.deciding import plan, renamed
from tui.refresh.editions import edition
from tui.refresh.learning import habits_of, touches
from tui.refresh.page_taking import Taken, page_of, with_page
from tui.refresh.reading import Read
from tui.refresh.rereading import reread_now
from tui.refresh.reviewing import draft
from tui.refresh.scheduling import after_answer, after_failure, asked_for, follows, rhythm
from tui.refresh.visits import READER, Visit
from tui.store.library import Library


def is_as_it_was(visit: Visit, answer: Fetched) -> bool:
    """True when a body is, byte for byte, the one that was read last time, by this reader."""
    return visit.state.reader == READER and visit.state.body_hash == body_hash(answer)


def take(library: Library, visit: Visit, answer: Fetched, read: Read) -> FeedOutcome:
    """Keep what is new and what changed; return what the visit came to."""
    known = _known(library, visit, read.feed)
    habits = habits_of(library, visit.critic.id, read.drafts.values())

    def drafted(entry: Entry) -> Draft:
        was = known.get(entry.guid)
        ready = read.drafts.get(entry.guid)  # made in another process, where nothing is known of the critic
        new = ready if ready and not touches(habits, ready.grade) else draft(entry, seen=visit.at, habits=habits)
        return _still_paged(new, library.review(was.id).draft, habits) if was and was.paged else new

    todo = plan(read.feed.entries, known, drafted)
    outcome = _answered(library, visit, answer)
    # What another reader read may differ by our doing: only a critic's edits are history.
    editions, regraded = _history(library, todo.edited, visit) if visit.state.reader == READER else ({}, ())
    if todo.add or todo.changed:
        outcome = replace(outcome, kind="changed", new=len(todo.add), changed=todo.changed, regraded=regraded)
    library.take(
        visit.critic.id,
        add=todo.add,
        change=todo.change,
        counts=todo.counts,
        state=state_after(visit, answer, read.feed),
        outcome=outcome,
        was={each.id: each.fingerprint for each in known.values()},
        editions=editions,
        index=False,
    )
    if (todo.add or todo.change) and library.rules(visit.critic.id) != habits.rules:
        # The reader made a rule meanwhile: what was just kept was read without it.
        reread_now(library, visit.critic.id)
    return outcome


def _known(library: Library, visit: Visit, feed: Feed) -> dict[str, Known]:
    """Return which posts of a feed the library has, by guid; those too that had another guid before."""
    entries, critic = feed.entries, visit.critic
    known = library.known(critic.id, [entry.guid for entry in entries])
    new = [entry for entry in entries if entry.guid not in known]
    if not new:
        return known
    dates = [date for entry in new if (date := entry.published or entry.updated)]
    namesakes = library.namesakes(critic.id, [entry.title for entry in new if entry.title], dates)
    return known | renamed(entries, known, namesakes, feed.site_url or critic.site_url)


def _history(
    library: Library, edited: Sequence[tuple[int, Draft]], visit: Visit
) -> tuple[dict[int, Edition], tuple[GradeChange, ...]]:
    """Return what edited reviews were, by number, and whose grade is another now."""
    editions: dict[int, Edition] = {}
    regraded: list[GradeChange] = []
    for id, new in edited:
        old = replace(library.review(id).draft, grade=library.grade_as_read(id))
        if was := edition(old, new, visit.at):
            editions[id] = was
            regraded += filter(None, [grade_change(old.grade, new.grade, id, new.title)])
    return editions, tuple(regraded)


def _still_paged(new: Draft, was: Draft, habits: Habits) -> Draft:
    """Return an entry that changed with what the review's page gave: the feed's excerpt must not take its place."""
    page = page_of(was)
    taken = with_page(new, page, habits, kept=True) if page else None
    return taken.draft if isinstance(taken, Taken) else new


def note(library: Library, visit: Visit, answer: Fetched | Unchanged | Failed, suggestion: str = "") -> FeedOutcome:
    """Write down a visit that brought nothing to read; return what it came to.

    `suggestion` is where a feed that failed seems to be now.
    """
    if isinstance(answer, Failed):
        # What the server said before stays as it was, so that the next visit asks the same.
        state = after_failure(visit.state, answer, visit.at, luck=visit.luck)
        state = replace(state, suggestion=suggestion or state.suggestion)
        step = f"Its feed seems to be at {state.suggestion} now: M takes that (`matinee move` does, too)"
        next_step = step if state.suggestion else answer.next_step
        outcome = replace(_outcome(visit), kind="failed", reason=answer.reason, next_step=next_step)
    else:
        state, outcome = state_after(visit, answer), _answered(library, visit, answer)
    library.record(outcome, state)
    return outcome


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


def _answered(library: Library, visit: Visit, answer: Fetched | Unchanged) -> FeedOutcome:
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
