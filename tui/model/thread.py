"""A thread: comments in reading order, each under the one it answers."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from tui.model.comment import Comment

_NEVER = datetime.max.replace(tzinfo=UTC)


def in_reading_order(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Return every comment once, answers below what they answer, oldest first among siblings, `depth` set from 1.

    A comment whose parent is not there (held, deleted, on a page not fetched) stands at the top; so does the oldest of
    a circle of comments that answer each other. The same id twice: the later one counts.
    """
    known = {comment.id: comment for comment in comments}
    ordered = sorted(known.values(), key=lambda comment: (comment.published or _NEVER, len(comment.id), comment.id))
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
            result.append(replace(comment, depth=depth))
            stack.extend((answer, depth + 1) for answer in reversed(answers.get(comment.id, [])))
    return tuple(result)
