"""The talk under reviews: threads fetched and kept, replies sent and looked for.

Here the floors meet that do not know each other: `comments` finds and sends, `feeds` parses, the library keeps.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.model.critic import Critic
from tui.model.outcome import Failed, Fetched, TalkOutcome
from tui.model.reply import Answered, Identity, Reply, ReplyOutcome, Stage
from tui.model.review import Review
from tui.refresh.page_manners import PAUSE, Manners
from tui.refresh.threads import whole
from tui.store.library import Library
from tui.web.client import Web

if TYPE_CHECKING:
    from tui.comments.source import Asking, Place
    from tui.model.entry import Feed
    from tui.model.thread import FoundThread

_EACH = 5
"""Threads of one critic in one run."""
_IN_ALL = 40
"""Threads in one run."""


class Talk:
    """Fetches threads and sends replies. Parsing and writing happen in threads; the event loop only waits."""

    def __init__(self, library: Library, web: Web, clock: Callable[[], datetime], *, pause: float = PAUSE) -> None:
        """`pause`: seconds between two threads of one host in the background."""
        self._library = library
        self._web = web
        self._clock = clock
        self._pause = pause

    async def fetch(self, review_id: int) -> TalkOutcome:
        """Fetch the thread under one review now, and merge it with what is known. Raises LibraryError, UnknownReview.

        A failure is written down beside the thread, which stays as it was; `Library.thread` has both.
        """
        from tui.comments.finding import find

        review = await asyncio.to_thread(self._library.review, review_id)
        named_by = await asyncio.to_thread(self._library.feed_of, review.critic_id)
        if not review.draft.url:
            found: tuple[FoundThread, ...] | Failed = Failed("its feed gives no address")
        else:
            found = await find(asking_for(self._web, _place(review, named_by)))
        return await whole(asyncio.to_thread(self._keep, review, found))

    async def read(self, critics: Sequence[Critic]) -> AsyncGenerator[TalkOutcome, None]:
        """Fetch, politely and a few at a time, the threads of these critics' starred and recent reviews.

        For after a refresh, like `PageReader.read`: stopped early it leaves the rest for the next time. Raises
        LibraryError only.
        """
        manners = Manners(self._pause)
        left = _IN_ALL
        for critic in await asyncio.to_thread(self._talked_about, critics):
            due = await asyncio.to_thread(self._due, critic)
            for review_id, url in due[:left]:
                if manners.tired(url):
                    continue
                left -= 1
                async with manners.turn(url):
                    outcome = await self.fetch(review_id)
                (manners.failed if outcome.failed else manners.worked)(url)
                yield outcome

    async def send(self, reply_id: int, identity: Identity) -> ReplyOutcome:
        """Send a draft through its site's own form, once, and look whether it is there. Raises LibraryError.

        What came of it is written down before this returns, so that `Library.thread` shows it. A reply that is no draft
        (it is being sent, or was) is not sent: the answer is then `unknown`. Cancelled or killed in the middle, the
        reply is `unknown` and `look_again` tells.
        """
        from tui.comments.sending import open_form, send

        reply = await asyncio.to_thread(self._library.reply, reply_id)
        review = await asyncio.to_thread(self._library.review, reply.review_id)
        named_by = await asyncio.to_thread(self._library.feed_of, review.critic_id)
        if not reply.stage.may_be_sent:
            return _ALREADY
        form = await open_form(self._web, review.draft.url, named_by, _decoded)
        if isinstance(form, ReplyOutcome):
            return await self._settle(reply, await self._why_none(reply, form))
        if not await asyncio.to_thread(self._begin, reply, identity):
            return _ALREADY
        try:
            outcome = await send(form, reply, identity)
        except BaseException:
            await self._settle(reply, ReplyOutcome(Answered.UNKNOWN, "It was interrupted while it was being sent"))
            raise
        await self._settle(reply, outcome)
        return await self.look_again(reply_id) if outcome.kind is Answered.PUBLISHED else outcome

    async def look_again(self, reply_id: int) -> ReplyOutcome:
        """Fetch the thread and say what became of a reply that was sent. Nothing is sent. Raises LibraryError.

        `unknown` when the thread could not be had, or shows only its newest part; `missing` when it is complete and the
        reply is not in it.
        """
        from tui.comments.looking import what_became

        reply = await asyncio.to_thread(self._library.reply, reply_id)
        fetched = await self.fetch(reply.review_id)
        now = await asyncio.to_thread(self._library.reply, reply_id)  # a thread that shows it has settled it
        thread = await asyncio.to_thread(self._library.thread, reply.review_id)
        outcome = what_became(now, thread, failed=fetched.reason)
        return outcome if now.stage is Stage.DRAFT else await self._settle(now, outcome)

    async def _why_none(self, reply: Reply, outcome: ReplyOutcome) -> ReplyOutcome:
        """Return what it means that a page has no form: some themes say nothing where a post takes no replies."""
        if outcome.kind is not Answered.NO_FORM:
            return outcome
        thread = await asyncio.to_thread(self._library.thread, reply.review_id)
        if thread.closed is None:
            await self.fetch(reply.review_id)
            thread = await asyncio.to_thread(self._library.thread, reply.review_id)
        closed = ReplyOutcome(Answered.CLOSED, "This post takes no replies", outcome.url)
        return closed if thread.closed else outcome

    def _keep(self, review: Review, found: "tuple[FoundThread, ...] | Failed") -> TalkOutcome:
        draft, now = review.draft, self._clock()
        if isinstance(found, Failed):
            self._library.keep_thread_failure(review.id, found.reason, now=now)
            return TalkOutcome(
                review.id, review.critic, draft.title, now, reason=found.reason, next_step=found.next_step
            )
        new = sum(self._library.keep_thread(review.id, part, now=now) for part in found)
        many = len(self._library.thread(review.id).comments)
        return TalkOutcome(review.id, review.critic, draft.title, now, found[-1].source, many, new)

    def _talked_about(self, critics: Sequence[Critic]) -> list[Critic]:
        due = self._library.critics_due_threads([critic.id for critic in critics], now=self._clock())
        return [critic for critic in critics if critic.id in due]

    def _due(self, critic: Critic) -> list[tuple[int, str]]:
        """Return the reviews of a critic whose threads are to be fetched now, with their addresses."""
        ids = self._library.threads_due(critic.id, _EACH, now=self._clock())
        return [(review.id, review.draft.url) for review in self._library.reviews(ids)]

    def _begin(self, reply: Reply, identity: Identity) -> bool:
        return self._library.begin_sending(reply.id, identity.name, now=self._clock())

    async def _settle(self, reply: Reply, outcome: ReplyOutcome) -> ReplyOutcome:
        await whole(asyncio.to_thread(self._library.settle_reply, reply.id, outcome))
        return outcome


_ALREADY = ReplyOutcome(Answered.UNKNOWN, "It was sent before, or is being sent: look whether it is there")


def asking_for(web: Web, place: "Place") -> "Asking":
    """Return who asks for one review's thread, with the readers of bodies that `comments` cannot know."""
    from tui.comments.source import Asking

    return Asking(web, place, text=_text, feed=_feed)


def _place(review: Review, named_by: str) -> "Place":
    from tui.comments.source import Place

    draft = review.draft
    critics = (review.critic, draft.author)
    return Place(draft.url, draft.guid, draft.comments_feed, critics, draft.comments, named_by)


def _text(answer: Fetched) -> str:
    return _decoded(answer.body, answer.content_type)


def _decoded(body: bytes, content_type: str) -> str:
    from tui.refresh.page_reading import page_text

    return page_text(body, content_type)


def _feed(answer: Fetched) -> "Feed":
    from tui.feeds.parsing import parse_feed

    return parse_feed(answer.body, url=answer.url, content_type=answer.content_type)
