"""Threads for tests: invented people who talk about invented films; and a talk that fetches what it is told to."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.makers import NOON
from tui.model.comment import Comment
from tui.model.critic import Critic
from tui.model.outcome import TalkOutcome
from tui.model.reply import Identity, ReplyOutcome
from tui.model.thread import FoundThread, Thread, in_reading_order
from tui.store.library import Library

PEOPLE = ("Nell Harrow", "Bo Lind", "Ada Quill", "Fog Fan", "Iris")


def make_comment(**fields: Any) -> Comment:
    """One comment at the top, an hour old."""
    comment = Comment("1", "Nell Harrow", "The fog has the better lines.", published=NOON - timedelta(hours=1))
    return replace(comment, **fields)


def make_thread(*comments: Comment, **fields: Any) -> Thread:
    """A thread fetched just now; comments are brought in their order."""
    return replace(Thread(1, in_reading_order(comments), NOON, "wordpress", True), **fields)


def talk_of(many: int, deepest: int = 5, words: int = 40) -> tuple[Comment, ...]:
    """Return a thread of so many comments, down to `deepest`: each third a new branch, the others answers."""
    comments: list[Comment] = []
    for number in range(many):
        depth = number % (deepest * 2) if deepest > 1 else 0
        parent = comments[-1].id if 0 < depth < deepest else comments[-2].id if depth >= deepest else None
        comments.append(
            make_comment(
                id=str(number + 1),
                author=PEOPLE[number % len(PEOPLE)],
                text=f"Comment {number + 1}. " + "fog and horn and keeper " * (words // 5),
                parent=parent,
                by_critic=number % len(PEOPLE) == 2,
                published=NOON - timedelta(minutes=many - number),
            )
        )
    return in_reading_order(comments)


def found(*comments: Comment, **fields: Any) -> FoundThread:
    """Return these as a source gave them: all there is."""
    return replace(FoundThread(comments, "wordpress", complete=True), **fields)


class NoTalk:
    """A talk that fetches nothing behind a refresh."""

    def __init__(self) -> None:
        self.read_of: list[str] = []
        """The names of the critics whose threads it was to read."""

    async def read(self, critics: Iterable[Critic]) -> AsyncIterator[TalkOutcome]:
        """Fetch none."""
        self.read_of += [critic.name for critic in critics]
        nothing: tuple[TalkOutcome, ...] = ()
        for outcome in nothing:
            yield outcome


class ScriptedTalk(NoTalk):
    """A talk that reaches no site: `bring` puts what it would have found into the library."""

    def __init__(self, library: Library, answers: Sequence[ReplyOutcome] = ()) -> None:
        super().__init__()
        self.library = library
        self.answers = list(answers)
        self.bring: Callable[[], object] = lambda: None
        self.reason = ""
        self.gate: asyncio.Event | None = None
        """When given, answers wait for it."""
        self.asked: list[int] = []
        """The reviews whose threads were fetched."""
        self.sent: list[tuple[int, Identity]] = []
        """The replies that were sent, and under whose name."""
        self.looked: list[int] = []

    async def fetch(self, review_id: int) -> TalkOutcome:
        """Do as told."""
        self.asked.append(review_id)
        if self.gate is not None:
            await self.gate.wait()
        before = len(self.library.thread(review_id).comments)
        if self.reason:
            self.library.keep_thread_failure(review_id, self.reason, now=NOON)
        else:
            self.bring()
        new = len(self.library.thread(review_id).comments) - before
        return TalkOutcome(review_id, "Ada Quill", "Foghorn", NOON, new=new, reason=self.reason)

    async def send(self, reply_id: int, identity: Identity) -> ReplyOutcome:
        """Give the next answer, written down as the real one does."""
        self.sent.append((reply_id, identity))
        self.library.begin_sending(reply_id, identity.name, now=NOON)
        if self.gate is not None:
            await self.gate.wait()
        return self._settle(reply_id)

    async def look_again(self, reply_id: int) -> ReplyOutcome:
        """Give the next answer."""
        self.looked.append(reply_id)
        return self._settle(reply_id)

    def _settle(self, reply_id: int) -> ReplyOutcome:
        outcome = self.answers.pop(0)
        self.library.settle_reply(reply_id, outcome)
        return outcome
