"""The thread from a post's own comment feed: what WordPress serves at `…/feed/atom/` and `…/feed/`.

The Atom form carries `thr:in-reply-to` (RFC 4685); in the RSS form an answer begins with
`In reply to <a href="…#comment-12">`. WordPress gives only the newest ten.
"""

import re
from collections.abc import Iterable

from tui.articles.prose import read_prose
from tui.model.comment import Comment
from tui.model.entry import Entry, Feed
from tui.model.thread import in_reading_order

_NUMBER = re.compile(r"comment-(\d{1,18})")
_ANSWERS = re.compile(
    r"""^\W*In reply to\s[^\n]{0,400}?href=["'][^"'\s]{0,2000}#comment-(\d{1,18})["']""", re.IGNORECASE
)
_ANSWERS_LINE = re.compile(r"^In reply to [^\n]{1,200}\n\n")


def thread(feed: Feed, critic_names: Iterable[str] = ()) -> tuple[Comment, ...]:
    """Return the comments of a parsed comment feed in reading order; `critic_names` mark the critic's own."""
    names = {name.casefold() for name in critic_names}
    ids = {entry.guid: _id(entry) for entry in feed.entries}
    return in_reading_order(_comment(entry, ids, names) for entry in feed.entries)


def _id(entry: Entry) -> str:
    return _number(entry.guid) or _number(entry.url) or entry.guid


def _comment(entry: Entry, ids: dict[str, str], names: set[str]) -> Comment:
    above = _ANSWERS.match(re.sub(r"^(?:\s|</?p>)+", "", entry.html[:3_000]))
    answered = entry.fields.get("thr:in-reply-to", "")  # at the top of a thread this is the post
    said = ids.get(answered) or _number(answered) or (above.group(1) if above else None)
    author = entry.author or re.sub(r"^(?:By|Comment on .* by): ?", "", entry.title)
    text = read_prose(entry.html, entry.url).text
    return Comment(
        id=_id(entry),
        author=author,
        text=_ANSWERS_LINE.sub("", text) if above else text,
        parent=said,
        published=entry.published,
        by_critic=author.casefold() in names,
        url=entry.url,
    )


def _number(address: str) -> str | None:
    found = _NUMBER.search(address)
    return found.group(1) if found else None
