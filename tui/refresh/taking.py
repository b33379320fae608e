"""What came from a feed's server goes into the library: synchronous, in a thread, one transaction a feed."""

from collections.abc import Sequence
from dataclasses import replace

from tui.grading.habits import Habits
from tui.model.edition import Edition, GradeChange, grade_change
from tui.model.entry import Entry, Feed
from tui.model.outcome import FeedOutcome, Fetched
from tui.model.review import Draft, Known
from tui.refresh.deciding import plan, renamed
from tui.refresh.editions import edition
from tui.refresh.learning import habits_of, touches
from tui.refresh.noting import answered, state_after
from tui.refresh.page_taking import Taken, page_of, with_page
from tui.refresh.reading import Read
from tui.refresh.rereading import reread_now
from tui.refresh.reviewing import draft
from tui.refresh.visits import READER, Visit
from tui.store.library import Library


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
    outcome = answered(library, visit, answer)
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
