"""A thread: comments in reading order, each under the one it answers, and what the reader has seen of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tui.model.comment import Comment, Standing
from tui.model.record import record
from tui.model.reply import Reply, Stage

_NEVER = datetime.max.replace(tzinfo=UTC)
_OWN = {
    Stage.SENDING: Standing.SENDING,
    Stage.UNKNOWN: Standing.UNKNOWN,
    Stage.HELD: Standing.HELD,
    Stage.MISSING: Standing.MISSING,
    Stage.TAKEN: Standing.SENDING,
}
"""How the reader's own replies stand in a thread until the site shows them. A draft does not stand there."""


@record(frozen=True, slots=True)
class FoundThread:
    """A thread as one source gave it."""

    comments: tuple[Comment, ...]
    """Without pingbacks and trackbacks."""
    source: str
    """Which kind of source: `wordpress`, `comment feed`, `blogger`, `substack`, `page`, `isso`."""
    complete: bool = False
    """True when it is all there is, so that what is missing from it is gone."""
    total: int | None = None
    """How many comments the source says there are."""
    closed: bool | None = None
    """True when the post takes no comments any more; None when the source does not say."""
    parents_stated: bool = True
    """False when parents are read off the page's layout, which flattens what is nested deeper than a site allows."""


@record(frozen=True, slots=True)
class Thread:
    """The thread under one review, as the library has it."""

    review_id: int
    comments: tuple[Comment, ...] = ()
    """In reading order, `depth` set; the reader's own that the site does not show yet stand where they will."""
    fetched: datetime | None = None
    """UTC; when it last came whole from its site. None: never."""
    source: str = ""
    """What gave it, see `FoundThread.source`."""
    complete: bool = False
    """False when its source gives only a part (the newest ten)."""
    total: int | None = None
    """How many comments the site says there are; None when nobody said."""
    closed: bool | None = None
    """True when the post takes no comments any more; None: not known."""
    tried: datetime | None = None
    """UTC; the last attempt that failed after `fetched`; None when the last one worked."""
    reason: str = ""
    """Why that failed."""
    read_up_to: datetime | None = None
    """UTC; up to when the reader has seen it. None: never opened."""
    seen_before: datetime | None = None
    """UTC; up to when the reader had seen it before this look: what came since stands out. None: the first look."""
    replies: tuple[Reply, ...] = ()
    """The reader's replies to it that are not settled, drafts included, oldest first."""

    def is_new(self, comment: Comment) -> bool:
        """True when a comment came since the look before this one. On a first look nothing stands out."""
        if self.seen_before is None or comment.own or comment.first_seen is None:
            return False
        return comment.first_seen > self.seen_before

    @property
    def new(self) -> int:
        """How many comments stand out as new."""
        return sum(map(self.is_new, self.comments))

    @property
    def unseen(self) -> int:
        """How many comments came since the reader last had it open; all of them when it never was."""
        since = self.read_up_to
        return sum(
            since is None or comment.first_seen is None or comment.first_seen > since
            for comment in self.comments
            if not comment.own
        )


def in_reading_order(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Return every comment once, answers below what they answer, oldest first among siblings, `depth` set from 1.

    A comment whose parent is not there (held, deleted, on a page not fetched) stands at the top; so does the oldest of
    a circle of comments that answer each other. The same id twice: the later one counts.
    """
    known = {comment.id: comment for comment in comments}
    ordered = sorted(known.values(), key=_age)
    answers: dict[str | None, list[Comment]] = {}
    for comment in ordered:
        answers.setdefault(comment.parent if comment.parent in known else None, []).append(comment)
    result: list[Comment] = []
    placed: set[str] = set()
    for top in [*answers.get(None, []), *ordered]:  # after the tops, whatever only a circle leads to
        stack = [(top, 1)]
        while stack:
            comment, depth = stack.pop()
            if comment.id in placed:
                continue
            placed.add(comment.id)
            result.append(comment if comment.depth == depth else replace(comment, depth=depth))
            stack.extend((answer, depth + 1) for answer in reversed(answers.get(comment.id, [])))
    return tuple(result)


def below(comments: Sequence[Comment]) -> tuple[int, ...]:
    """Return for each comment how many stand below it: in reading order they follow it directly."""
    many = [0] * len(comments)
    open_: list[int] = []
    for place, comment in enumerate(comments):
        while open_ and comments[open_[-1]].depth >= comment.depth:
            closing = open_.pop()
            many[closing] = place - closing - 1
        open_.append(place)
    for closing in open_:
        many[closing] = len(comments) - closing - 1
    return tuple(many)


def is_orphan(comment: Comment) -> bool:
    """True for an answer that stands at the top because what it answers is not there."""
    return comment.parent is not None and comment.depth == 1


def with_own(comments: Iterable[Comment], replies: Iterable[Reply]) -> tuple[Comment, ...]:
    """Return the thread in reading order with the reader's replies in their places, each marked as their own.

    A reply the site shows is the site's comment, marked; one it does not show yet stands there as it was written.
    """
    known = {comment.id: comment for comment in comments}
    for reply in replies:
        if reply.comment_id in known and known[reply.comment_id].standing is not Standing.GONE:
            known[reply.comment_id] = replace(known[reply.comment_id], own=True)
        elif reply.stage in _OWN:
            known[f"reply-{reply.id}"] = Comment(
                f"reply-{reply.id}", reply.author, reply.text, reply.parent, published=reply.sent, url=reply.url,
                standing=_OWN[reply.stage], first_seen=reply.sent, own=True,
            )  # fmt: skip
    return in_reading_order(known.values())


def _age(comment: Comment) -> tuple[datetime, int, str]:
    return comment.published or _NEVER, len(comment.id), comment.id
