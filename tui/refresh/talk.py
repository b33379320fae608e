"""The talk under reviews: threads fetched and kept, replies sent and looked for.

Here the floors meet that do not know each other: `comments` finds and sends, `feeds` parses, the library keeps.
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import datetime

from tui.model.critic import Critic
from tui.model.outcome import TalkOutcome
from tui.model.reply import Identity, ReplyOutcome
from tui.refresh.page_manners import PAUSE
from tui.store.library import Library
from tui.web.client import Web


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
        raise NotImplementedError

    async def read(self, critics: Sequence[Critic]) -> AsyncGenerator[TalkOutcome, None]:
        """Fetch, politely and a few at a time, the threads of these critics' starred and recent reviews.

        For after a refresh, like `PageReader.read`: stopped early it leaves the rest for the next time. Raises
        LibraryError only.
        """
        raise NotImplementedError
        yield

    async def send(self, reply_id: int, identity: Identity) -> ReplyOutcome:
        """Send a draft through its site's own form, once, and look whether it is there. Raises LibraryError.

        What came of it is written down before this returns, so that `Library.thread` shows it. A reply that is no draft
        (it is being sent, or was) is not sent: the answer is then `unknown`. Cancelled or killed in the middle, the
        reply is `unknown` and `look_again` tells.
        """
        raise NotImplementedError

    async def look_again(self, reply_id: int) -> ReplyOutcome:
        """Fetch the thread and say what became of a reply that was sent. Nothing is sent. Raises LibraryError.

        `unknown` when the thread could not be had, or shows only its newest part; `missing` when it is complete and the
        reply is not in it.
        """
        raise NotImplementedError
