"""Substack: the list its own archive page is made of, and one further answer for the text of each post.

It is not documented; what was not understood is left out rather than guessed.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from tui.feeds.archives.rest import read_list
from tui.feeds.archives.way import ArchivePage, generator, number, with_query
from tui.feeds.bodies import decode
from tui.feeds.identities import one_each
from tui.feeds.posts import Post, make_entry, moment
from tui.feeds.sanitising import sanitise
from tui.model.entry import Entry, Feed
from tui.model.outcome import Failed, Fetched

_AT_ONCE = 25


class Substack:
    """The next page begins behind this one; an empty one is the end."""

    name = "substack"
    accept = "application/json"
    from_top = True

    def begin(self, feed_url: str, feed: Feed) -> str:
        """Return the newest posts."""
        if "substack" not in generator(feed) and not (urlsplit(feed_url).hostname or "").endswith(".substack.com"):
            return ""
        return with_query(urljoin(feed_url, "/api/v1/archive"), sort="new", offset=0, limit=_AT_ONCE)

    def count(self, feed_url: str, feed: Feed) -> str:
        """Nobody counts."""
        return ""

    def read(self, answer: Fetched, asked: str) -> ArchivePage:
        """Return a page without the texts."""
        said = read_list(answer)
        posts = [post for post in said if isinstance(post, Mapping) and post.get("slug") and post.get("canonical_url")]
        entries = one_each([make_entry(_post(post), answer.url) for post in posts[:200]], answer.url)
        slugs = {str(post["canonical_url"]): str(post["slug"]) for post in posts}
        texts = {
            entry.guid: urljoin(answer.url, f"/api/v1/posts/{quote(slugs[entry.url], safe='')}")
            for entry in entries
            if entry.url in slugs
        }
        following = with_query(asked, offset=number(asked, "offset", 0) + len(said)) if said else ""
        return ArchivePage(entries, following, texts=texts)

    def ends(self, failed: Failed) -> bool:
        """The end is an empty list."""
        return False

    def whole(self, entry: Entry, answer: Fetched) -> Entry:
        """Return a post with the text the answer gives: of one for payers only, its beginning."""
        try:
            said = json.loads(decode(answer.body, answer.content_type))
        except (ValueError, RecursionError):
            return entry
        text = str(said.get("body_html") or "") if isinstance(said, Mapping) else ""
        if not text:
            return entry
        html, _ = sanitise(text, entry.url)
        return replace(entry, html=html, summary=said.get("audience") == "only_paid")


def _post(said: Mapping[str, Any]) -> Post:
    writers = said.get("publishedBylines")
    names = [str(who.get("name") or "") for who in writers or () if isinstance(who, Mapping)]
    count = said.get("comment_count")
    return Post(
        guid=str(said["canonical_url"]),  # as its feed has it
        title=str(said.get("title") or ""),
        link=str(said["canonical_url"]),
        text=str(said.get("truncated_body_text") or said.get("subtitle") or said.get("description") or ""),
        text_is_html=False,
        author=", ".join(filter(None, names)),
        published=moment(str(said.get("post_date"))),
        comments=str(count) if isinstance(count, int) else "",
    )
