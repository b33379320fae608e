"""A thread seen again is merged with what is known of it: nothing known is lost (pure)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from tui.model.comment import Comment, Standing
from tui.model.reply import Reply, Stage
from tui.model.thread import FoundThread

_LOOKED_FOR = frozenset({Stage.SENDING, Stage.UNKNOWN, Stage.TAKEN, Stage.HELD, Stage.MISSING})
"""Stages of a reply that a thread may settle by showing it."""


def merged(
    known: Mapping[str, Comment], found: FoundThread, *, same_source: bool, now: datetime
) -> tuple[Comment, ...]:
    """Return the comments that are new or changed, as they are to be kept.

    `same_source`: what is known came from the same kind of source. Only then does another text mean an edit, as each
    sets quotes and spaces its own way. A complete source that no longer has a comment marks it gone.
    """
    result = []
    for comment in found.comments:
        before = known.get(comment.id)
        after = replace(comment, first_seen=now, depth=1) if before is None else _seen_again(
            before, comment, found, same_source=same_source, now=now
        )  # fmt: skip
        if after != before:
            result.append(after)
    if found.complete:
        there = {comment.id for comment in found.comments}
        result += (
            replace(comment, standing=Standing.GONE)
            for id, comment in known.items()
            if id not in there and comment.standing is not Standing.GONE
        )
    return tuple(result)


def _seen_again(before: Comment, comment: Comment, found: FoundThread, *, same_source: bool, now: datetime) -> Comment:
    """Return a known comment with what is seen of it now: a lesser source may not know the parent, date or author."""
    says_less = not comment.text or (comment.standing is Standing.GONE)
    other = not says_less and letters(comment.text) != letters(before.text)
    whole = found.complete and found.parents_stated
    keeps_parent = before.parent is not None and (comment.parent is None or not found.parents_stated)
    return replace(
        comment,
        author=comment.author or before.author,
        text=before.text if says_less else comment.text,
        spans=before.spans if says_less else comment.spans,
        parent=before.parent if keeps_parent and not whole else comment.parent,
        depth=1,
        published=comment.published or before.published,
        by_critic=comment.by_critic if whole else comment.by_critic or before.by_critic,
        url=comment.url or before.url,
        author_url=comment.author_url or before.author_url,
        first_seen=before.first_seen,
        edited=now if other and same_source else before.edited,
    )


def letters(text: str) -> str:
    """Return only the letters and digits of a text: sites change quotes, dashes and spaces, and decorate links."""
    return "".join(filter(str.isalnum, text.casefold()))


def shows(reply: Reply, comments: Mapping[str, Comment]) -> Comment | None:
    """Return the comment that a reply became, None while none of these is it.

    By the number the site gave; else by its words under the same name. Words alone would take another's for it.
    """
    if reply.stage not in _LOOKED_FOR:
        return None
    if reply.comment_id:
        named = comments.get(reply.comment_id)
        return named if named and named.standing is Standing.SHOWN else None
    said, name = letters(reply.text), letters(reply.author)
    return next(
        (
            comment
            for comment in comments.values()
            if comment.standing is Standing.SHOWN and letters(comment.author) == name and letters(comment.text) == said
        ),
        None,
    )
