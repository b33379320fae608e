"""Reviews' own pages: fetched once a review, politely, behind the feeds, for critics whose feed does not give all."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from tui.model.critic import Critic
from tui.model.edition import Edition
from tui.model.outcome import Failed, Fetched, Unchanged
from tui.model.paging import PageNote, PageOutcome, PageSetting
from tui.model.review import Draft, Review
from tui.refresh.page_deciding import AT_ONCE, LOOKED_AT, TRIAL, how_many, learn, surely_lacks, wanted
from tui.refresh.page_manners import PAUSE, Manners
from tui.refresh.threads import whole
from tui.store.library import Library
from tui.web.client import PAGES, Web

_CRITICS_AT_ONCE = 8
_IN_ALL = 120
"""Pages in one run."""
_NOTES = 20
_LOOKED_AT_ONCE = 100
"""Reviews looked at for what they lack: 10 ms. Many that lack nothing may lie above those that do."""
_LASTING = frozenset({401, 402, 403, 404, 410, 451})
"""Statuses that say something of the page, not of the moment."""


@dataclass
class _Run:
    """What the critics of one run share."""

    manners: Manners
    outcomes: asyncio.Queue[PageOutcome | None] = field(default_factory=asyncio.Queue)
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_CRITICS_AT_ONCE))
    left: int = _IN_ALL


class PageReader:
    """Fetches and reads pages. Extraction and writing happen in threads; the event loop only waits."""

    def __init__(self, library: Library, web: Web, clock: Callable[[], datetime], *, pause: float = PAUSE) -> None:
        """`pause`: seconds between two pages of one host."""
        self._library = library
        self._web = web
        self._clock = clock
        self._pause = pause

    async def read(self, critics: Sequence[Critic]) -> AsyncGenerator[PageOutcome, None]:
        """Fetch what is due of these critics' pages, newest first; yield what each came to.

        Stopped early (`aclose`, cancellation), it ends the page it is writing and leaves the rest for the next time.
        Raises LibraryError only.
        """
        run = _Run(Manners(self._pause))
        work = asyncio.create_task(self._read_all(critics, run))
        try:
            while (outcome := await run.outcomes.get()) is not None:
                yield outcome
            await work
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    async def read_one(self, review_id: int) -> PageOutcome:
        """Fetch the page of one review now, whatever is in force for its critic. Raises LibraryError, UnknownReview."""
        review = await asyncio.to_thread(self._library.review, review_id)
        named_by = await asyncio.to_thread(self._library.feed_of, review.critic_id)
        return await self._visit(review, named_by)

    async def _read_all(self, critics: Sequence[Critic], run: _Run) -> None:
        try:
            lacking = await asyncio.to_thread(self._library.critics_lacking, LOOKED_AT, TRIAL)
            async with asyncio.TaskGroup() as group:
                for critic in (each for each in critics if each.id in lacking):
                    group.create_task(self._read_critic(critic, run))
        except* Exception as errors:
            raise errors.exceptions[0] from None
        finally:
            run.outcomes.put_nowait(None)

    async def _read_critic(self, critic: Critic, run: _Run) -> None:
        """Fetch a few pages, learn from them, and go on if they are worth it."""
        async with run.turns:
            done = 0
            while done < AT_ONCE:
                due = (await asyncio.to_thread(self._due, critic))[: AT_ONCE - done]
                for review in due:
                    if run.left <= 0 or run.manners.tired(review.draft.url):
                        return
                    run.left -= 1
                    done += 1
                    async with run.manners.turn(review.draft.url):
                        outcome = await self._visit(review, critic.feed_url, run.manners)
                    run.outcomes.put_nowait(outcome)
                learned = await whole(asyncio.to_thread(self._learn, critic.id))
                if not due or not learned:
                    return

    def _due(self, critic: Critic) -> list[Review]:
        """Return the reviews whose pages are to be fetched now, newest first."""
        library, now = self._library, self._clock()
        rule = library.page_rule(critic.id)
        if rule.setting is PageSetting.NEVER:
            return []
        newest = [review.draft for review in library.reviews(library.newest(critic.id, LOOKED_AT))]
        most = how_many(rule, newest, library.page_notes(critic.id, _NOTES), now)
        if not most:
            return []
        due: list[Review] = []
        for past in count(step=_LOOKED_AT_ONCE):
            ids = library.pages_due(critic.id, _LOOKED_AT_ONCE, past=past, now=now)
            due += (review for review in library.reviews(ids) if wanted(rule, review.draft))
            if len(due) >= most or len(ids) < _LOOKED_AT_ONCE:
                break
        if rule.learned is None:
            due.sort(key=lambda review: not surely_lacks(review.draft))  # the ones to learn from
        return due[:most]

    def _learn(self, critic_id: int) -> bool:
        """Learn from the pages fetched so far; return whether the rest is wanted."""
        rule = self._library.page_rule(critic_id)
        learned = learn(rule, self._library.page_notes(critic_id, _NOTES), self._clock())
        if learned != rule:
            self._library.keep_page_rule(critic_id, learned)
        return learned.setting is PageSetting.ALWAYS or bool(learned.learned)

    async def _visit(self, review: Review, named_by: str, manners: Manners | None = None) -> PageOutcome:
        """Fetch, read and keep one page."""
        url = review.draft.url
        answer = await self._ask(url, named_by)
        if manners:
            asked = isinstance(answer, Failed) and answer.wait is not None
            lost = isinstance(answer, Failed) and answer.status not in _LASTING
            if lost:
                manners.failed(url, asked_to_wait=asked)
            else:
                manners.worked(url)
        return await whole(asyncio.to_thread(self._keep, review, answer))

    async def _ask(self, url: str, named_by: str) -> Fetched | Failed:
        if not url:
            return Failed("its feed gives no address")
        answer = await self._web.get(url, accept=PAGES, named_by=named_by)
        return Failed("the server says it has not changed, unasked") if isinstance(answer, Unchanged) else answer

    def _edited(self, review: Review, new: Draft, now: datetime) -> Edition | None:
        """Return what a review was whose page was read before and says something else now."""
        if review.draft.paged is None:
            return None
        from tui.refresh.editions import edition

        return edition(replace(review.draft, grade=self._library.grade_as_read(review.id)), new, now)

    def _keep(self, review: Review, answer: Fetched | Failed) -> PageOutcome:
        from tui.refresh.learning import habits_of
        from tui.refresh.page_reading import read
        from tui.refresh.page_taking import with_page

        draft, now = review.draft, self._clock()
        page = read(answer, draft.url) if isinstance(answer, Fetched) else answer
        taken = page if isinstance(page, Failed) else with_page(draft, page, habits_of(self._library, review.critic_id))
        if isinstance(taken, Failed):
            lasting = not isinstance(answer, Failed) or answer.status in _LASTING
            note = PageNote(review.id, "failed", now, reason=taken.reason, lasting=lasting)
            self._library.keep_page(note, None, was=draft.fingerprint)
            return PageOutcome(review.critic_id, review.critic, draft.title, note)
        note = PageNote(review.id, "read", now, graded=taken.graded, longer=taken.longer)
        # The number of comments may have grown meanwhile: None leaves it as it is.
        kept = replace(taken.draft, comments=None)
        self._library.keep_page(note, kept, was=draft.fingerprint, edition=self._edited(review, kept, now))
        grade = taken.draft.grade
        written = grade.written if grade and taken.graded else ""
        return PageOutcome(review.critic_id, review.critic, draft.title, note, written)
