"""Reading again what the library keeps: after a rule for a critic, or the reader of grades, changed.

It goes critic by critic in numbered batches, each one transaction that also notes how far it came: a rereading that
was stopped goes on there. What reads as it did is not written. Nothing is fetched.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

from tui.articles.reading import read_article
from tui.grading.habits import Habits
from tui.model.grade import Grade
from tui.model.rereading import Progress, Reread, Waiting
from tui.model.review import Draft, Review
from tui.model.text import field
from tui.refresh.learning import habits_of
from tui.refresh.page_taking import at_its_source, feeds_grade
from tui.refresh.reading_room import start_processes
from tui.refresh.reviewing import shown_mark
from tui.refresh.visits import READER
from tui.store.library import Library

BATCH = 100
"""Reviews in one batch: about a quarter of a second's reading, 20 ms of writing when all of them changed."""
_PAYS = 1_500
"""Reviews from which on processes pay: one takes about half a second to start."""
_AHEAD = 3
"""Batches on their way for each process."""

Batch = tuple[Review, ...]
Desk = Callable[[Iterable[Batch], Habits], Iterator[tuple[Batch, list[Reread]]]]
"""Where batches are read: gives each back with what reads otherwise, in order."""


def reread(
    library: Library, critics: Sequence[int] | None = None, *, processes: int = 1
) -> Generator[Progress, None, None]:
    """Read again the reviews of these critics, or all; yield how far it is, at the start and after each batch.

    With `processes` above 1 the reading of many is handed to that many. Left off in the middle, all batches yielded
    so far are kept, and the next call goes on. Raises LibraryError.
    """
    waiting = library.waiting(critics, READER)
    progress = Progress(total=sum(each.reviews for each in waiting))
    yield progress
    with _desk(processes if progress.total >= _PAYS else 1) as desk:
        for each in waiting:
            for step in _reread_critic(library, each, desk):
                progress = Progress(
                    progress.done + step.done, progress.total, progress.regraded + step.regraded,
                    progress.changed + step.changed,
                )  # fmt: skip
                yield progress


def reread_now(library: Library, critic_id: int) -> Progress:
    """Read again every review of one critic, here and now; return what came of it."""
    *_, last = reread(library, [critic_id])
    return last


def _reread_critic(library: Library, waiting: Waiting, desk: Desk) -> Iterator[Progress]:
    """Yield what each batch of one critic's reviews came to."""
    habits = habits_of(library, waiting.critic_id)
    for batch, changes in desk(_batches(library, waiting), habits):
        put = library.put_reread(waiting.critic_id, changes, reader=READER, upto=batch[-1].id)
        yield Progress(len(batch), 0, sum(each.regraded for each in changes), put)
    if waiting.reviews or waiting.after:
        library.put_reread(waiting.critic_id, (), reader=READER, upto=None)
    if library.rules(waiting.critic_id) != habits.rules:
        # The reader made a rule meanwhile: what was put after that was read without it.
        for step in _reread_critic(library, replace(waiting, after=0), desk):
            yield replace(step, done=0)


def _batches(library: Library, waiting: Waiting) -> Iterator[Batch]:
    after = waiting.after
    while batch := library.as_read(waiting.critic_id, after, BATCH):
        after = batch[-1].id
        yield batch


def reread_batch(batch: Batch, habits: Habits) -> list[Reread]:
    """Return those of a batch that read otherwise now."""
    return [changed for review in batch if (changed := reread_review(review, habits))]


@contextmanager
def _desk(processes: int) -> Iterator[Desk]:
    if processes < 2:
        yield lambda batches, habits: ((batch, reread_batch(batch, habits)) for batch in batches)
        return
    with start_processes(processes) as pool:
        try:
            yield lambda batches, habits: _handed_out(pool, processes * _AHEAD, batches, habits)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _handed_out(
    pool: ProcessPoolExecutor, most: int, batches: Iterable[Batch], habits: Habits
) -> Iterator[tuple[Batch, list[Reread]]]:
    """Keep a few batches on their way, so that reading, writing and the processes all have something to do."""
    under_way: deque[tuple[Batch, Future[list[Reread]]]] = deque()
    for batch in batches:
        under_way.append((batch, pool.submit(reread_batch, batch, habits)))
        if len(under_way) >= most:
            yield _ready(*under_way.popleft())
    while under_way:
        yield _ready(*under_way.popleft())


def _ready(batch: Batch, changes: Future[list[Reread]]) -> tuple[Batch, list[Reread]]:
    return batch, changes.result()


def reread_review(review: Review, habits: Habits | None) -> Reread | None:
    """Return one kept review as it reads now; None when it reads as it did. `review` has its grade as read."""
    old = review.draft
    new = redraft(old, habits)
    work = replace(old.work, id=None) if old.work else None
    if replace(new, fingerprint=old.fingerprint) == replace(old, work=work):
        return None
    # The number of comments may have grown meanwhile: None leaves it as it is.
    return Reread(review.id, old.fingerprint, replace(new, comments=None), not _same(old.grade, new.grade))


def redraft(draft: Draft, habits: Habits | None) -> Draft:
    """Return a kept draft with everything that is read out of its HTML, its title and its fields read anew."""
    article = read_article(draft.html, title=_own_title(draft), url=draft.url, fields=dict(draft.fields), habits=habits)
    paged = draft.paged is not None
    grades = [at_its_source(grade, draft) for grade in (article.reading.grade, *article.reading.others) if grade]
    lead = grades.pop(0) if article.reading.grade else feeds_grade(draft, habits)
    text, work = article.prose.text, article.work or (draft.work if paged else None)
    return replace(
        draft,
        text=text,
        grade=lead,
        others=tuple(grades),
        work=replace(work, id=None) if work else None,
        credits=draft.credits if paged and article.credits.empty else article.credits,
        fingerprint=shown_mark(draft.fingerprint, draft.title, draft.url, text, lead, work),
    )


def _own_title(draft: Draft) -> str:
    """Return the title the post has; empty where ours was made of its first words or its address."""
    made_up = (field(draft.text[:400], 80), draft.url, "Untitled")
    return "" if draft.title in made_up else draft.title


def _same(one: Grade | None, other: Grade | None) -> bool:
    """True when a reader sees the same grade."""
    seen = [(g.written, g.value, g.best, g.score, g.letter, g.verdict) if g else None for g in (one, other)]
    return seen[0] == seen[1]
