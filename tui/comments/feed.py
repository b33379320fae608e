"""The thread from a post's own comment feed: what WordPress serves at `…/feed/atom/` and `…/feed/`.

The Atom form carries `thr:in-reply-to` (RFC 4685) and is asked for first; in the RSS form an answer begins with
`In reply to <a href="…#comment-12">`. WordPress gives only the newest ten (`posts_per_rss`), and an empty feed for a
post that does not exist.
"""

import asyncio
import re
from urllib.parse import urlsplit

from tui.comments.source import MOST, Asking, Place
from tui.comments.words import said
from tui.model.comment import Comment
from tui.model.entry import Entry, Feed
from tui.model.outcome import Failed
from tui.model.thread import FoundThread

_NUMBER = re.compile(r"(?:comment-|#isso-)(\d{1,18})")
_ANSWERS = re.compile(
    r"""^\W*In reply to\s[^\n]{0,400}?href=["'][^"'\s]{0,2000}#comment-(\d{1,18})["']""", re.IGNORECASE
)
_ANSWERS_WHOLE = re.compile(r"^(?:\s|</?p>)*In reply to\s[^\n]{0,3000}?</a>\.?\s*(?:</p>)?", re.IGNORECASE)
_AUTHOR = re.compile(r"^(?:By|Comment on .* by): ?")
_BLOGGER = re.compile(r"/feeds/\d+/comments/")
_QUOTED_ELSEWHERE = re.compile(r"^\[(?:…|\.\.\.)\] .*\[(?:…|\.\.\.)\]$", re.DOTALL)
"""What a pingback says: words cut out of the other page around the link. The feed does not mark it otherwise."""
_PING_TITLES = re.compile(r"^(?:Pingback|Trackback) by: ?", re.IGNORECASE)


class CommentFeed:
    """`wfw:commentRss`, an Atom `replies` link, or the page's own link to it."""

    name = "comment feed"

    async def thread(self, asking: Asking) -> FoundThread | Failed | None:
        address = asking.place.comments_feed or await _on_page(asking)
        if not address or _BLOGGER.search(address):
            return None
        failed: Failed | None = None
        for form in forms(address):
            feed = await asking.feed(form)
            if isinstance(feed, Feed):
                if not feed.entries and asking.place.count:
                    return Failed("its comment feed is empty")
                return await asyncio.to_thread(found, feed, asking.place)
            failed = failed or feed
            if feed.status is None and "larger" not in feed.reason and "feed" not in feed.reason:
                break  # the host does not answer: asking for another form is no use
        return failed


def found(feed: Feed, place: Place) -> FoundThread:
    """Return the comments of a parsed comment feed."""
    entries = [entry for entry in feed.entries[:MOST] if not _PING_TITLES.match(entry.title)]
    ids = {entry.guid: _id(entry) for entry in entries}
    comments = tuple(_comment(entry, ids, place) for entry in entries)
    enough = place.count is not None and len(feed.entries) >= place.count
    comments = tuple(comment for comment in comments if not _QUOTED_ELSEWHERE.match(comment.text))
    return FoundThread(comments, CommentFeed.name, complete=enough, total=place.count)


def forms(address: str) -> tuple[str, ...]:
    """Return the addresses to ask, the Atom form first where it can be guessed."""
    parts = urlsplit(address)
    if "feed=rss2" in parts.query:
        return address.replace("feed=rss2", "feed=atom"), address
    path = parts.path.rstrip("/")
    if path.endswith("/feed"):
        return parts._replace(path=f"{path}/atom/").geturl(), address
    return (address,)


async def _on_page(asking: Asking) -> str:
    """Return the comment feed that the page links: the one whose address is the page's own, with `feed` behind it."""
    page = await asking.page()
    if isinstance(page, Failed):
        return ""
    path = urlsplit(page.url).path.rstrip("/")
    for rel, href, kind in page.links:
        inside = urlsplit(href)
        if "alternate" in rel and ("rss" in kind or "atom" in kind) and href:
            plain = path == "" and re.search(r"feed=\w+", inside.query) and re.search(r"(?:^|&)p=\d", inside.query)
            if plain or (path and inside.path.startswith(f"{path}/feed")):
                return href
    return ""


def _id(entry: Entry) -> str:
    return _number(entry.guid) or _number(entry.url) or entry.guid


def _comment(entry: Entry, ids: dict[str, str], place: Place) -> Comment:
    above = _ANSWERS.match(re.sub(r"^(?:\s|</?p>)+", "", entry.html[:3_000]))
    answered = entry.fields.get("thr:in-reply-to", "")  # at the top of a thread this is the post
    parent = ids.get(answered) or _number(answered) or (above.group(1) if above else None)
    author = entry.author or _AUTHOR.sub("", entry.title)
    text, spans = said(_ANSWERS_WHOLE.sub("", entry.html, count=1) if above else entry.html, entry.url)
    return Comment(
        id=_id(entry)[:200],
        author=author,
        text=text,
        parent=parent,
        published=entry.published,
        by_critic=place.by_critic(author),
        url=entry.url,
        spans=spans,
    )


def _number(address: str) -> str | None:
    match = _NUMBER.search(address)
    return match.group(1) if match else None
