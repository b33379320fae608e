"""The part of the library that keeps the reader's replies, so that none is lost and none is sent twice.

    draft -> begin_sending -> settle_reply -> held, published, missing, unknown; or a draft again, with the site's words

Only a draft can begin to be sent, and that is written down before a byte leaves: whoever is killed in the middle leaves
a reply that is `sending`, which becomes `unknown` and is never a draft again unless the reader says so.
"""

from datetime import datetime

from tui.model.reply import Reply, ReplyOutcome
from tui.store import reading, replies
from tui.store.connections import Connections


class ReplyShelf:
    """For `Library`."""

    _connections: Connections

    def save_draft(self, review_id: int, text: str, *, parent: str | None = None, now: datetime) -> Reply:
        """Keep a new draft. Raises `UnknownReview`."""
        with self._connections.writing() as connection:
            reading.require(connection, review_id)
            return replies.one(connection, replies.save(connection, review_id, parent, text, now))

    def rewrite_draft(self, reply_id: int, text: str, *, now: datetime) -> bool:
        """Keep another text of a draft; False, and nothing is written, when it is being sent or was."""
        with self._connections.writing() as connection:
            return replies.rewrite(connection, reply_id, text, now)

    def discard_reply(self, reply_id: int) -> None:
        """Forget a reply, whatever came of it."""
        with self._connections.writing() as connection:
            replies.discard(connection, reply_id)

    def reply(self, reply_id: int) -> Reply:
        """Return one reply; raises `UnknownReply`."""
        with self._connections.reading() as connection:
            return replies.one(connection, reply_id)

    def unsettled_replies(self) -> tuple[Reply, ...]:
        """Return every reply that is a draft or that no site shows yet, oldest first."""
        with self._connections.reading() as connection:
            return replies.unsettled(connection)

    def begin_sending(self, reply_id: int, author: str, *, now: datetime) -> bool:
        """Note that a draft is being sent under this name; False when it is no draft, and must not be sent."""
        with self._connections.writing() as connection:
            replies.find_abandoned(connection, now)
            return replies.begin(connection, reply_id, author, now)

    def settle_reply(self, reply_id: int, outcome: ReplyOutcome) -> Reply:
        """Write down what came of a reply, and return it as it is then. Raises `UnknownReply`."""
        with self._connections.writing() as connection:
            replies.settle(connection, reply_id, outcome)
            return replies.one(connection, reply_id)

    def redraft(self, reply_id: int) -> Reply:
        """Make a draft again of a reply that is unknown or missing, as the reader looked and says it never arrived."""
        with self._connections.writing() as connection:
            replies.as_draft(connection, reply_id)
            return replies.one(connection, reply_id)
