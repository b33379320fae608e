"""A post's comment thread as WordPress gives it: comment feeds (RSS, Atom) and the REST interface."""

from collections.abc import Mapping
from html import escape
from math import ceil
from typing import Any

from tui.demo.addresses import Addresses
from tui.demo.feeds import ATOM, XML, cdata, iso, mail_date
from tui.demo.texts import Post, Remark, SampleCritic
from tui.model.record import record

POSTS_PER_RSS = 10
"""A comment feed holds only the newest, as WordPress's default has it."""


def paragraphs(remark: Remark) -> str:
    """Return a comment's text as HTML."""
    return "\n".join(f"<p>{escape(part, quote=False)}</p>" for part in remark.text.split("\n\n"))


def comments_rss(critic: SampleCritic, post: Post, at: Addresses) -> str:
    """Return the newest comments as RSS; an answer begins by naming its parent, which is all RSS can say of it."""
    by_id = {remark.id: remark for remark in post.shown}

    def item(remark: Remark) -> str:
        parent = by_id.get(remark.parent or 0)
        address = at.remark(critic, post, remark)
        html = paragraphs(remark)
        if parent:
            html = f'In reply to <a href="{at.remark(critic, post, parent)}">{escape(parent.author)}</a>.\n\n{html}'
        return f"""
<item>
<title>By: {escape(remark.author)}</title>
<link>{address}</link>
<dc:creator>{cdata(remark.author)}</dc:creator>
<pubDate>{mail_date(remark.at)}</pubDate>
<guid isPermaLink="false">{_guid(critic, post, remark.id, at)}</guid>
<description>{cdata(escape(remark.text, quote=False))}</description>
<content:encoded>{cdata(html)}</content:encoded>
</item>"""

    return f"""{XML}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Comments on: {escape(post.title)}</title>
<atom:link href="{at.talk_feed(critic, post)}" rel="self" type="application/rss+xml" />
<link>{at.page(critic, post)}</link>
<description>{escape(critic.tagline)}</description>
<lastBuildDate>{mail_date(post.touched)}</lastBuildDate>
{"".join(map(item, _newest(post)))}
</channel>
</rss>
"""


def comments_atom(critic: SampleCritic, post: Post, at: Addresses) -> str:
    """Return the newest comments as Atom, each answer naming its parent by `thr:in-reply-to`."""
    by_id = {remark.id: remark for remark in post.shown}

    def entry(remark: Remark) -> str:
        parent = by_id.get(remark.parent or 0)
        if parent:
            ref, href = _guid(critic, post, parent.id, at), at.remark(critic, post, parent)
        else:
            ref, href = at.short(critic, post), at.page(critic, post)
        address = at.remark(critic, post, remark)
        return f"""
<entry>
<title>By: {escape(remark.author)}</title>
<link rel="alternate" href="{address}" type="text/html" />
<author><name>{escape(remark.author)}</name></author>
<id>{_guid(critic, post, remark.id, at)}</id>
<updated>{iso(remark.at)}</updated>
<published>{iso(remark.at)}</published>
<content type="html" xml:base="{address}">{cdata(paragraphs(remark))}</content>
<thr:in-reply-to ref="{ref}" href="{href}" type="text/html" />
</entry>"""

    own = at.talk_feed(critic, post) + "atom/"
    return f"""{XML}{ATOM}
<title type="text">Comments on: {escape(post.title)}</title>
<updated>{iso(post.touched)}</updated>
<link rel="alternate" type="text/html" href="{at.page(critic, post)}" />
<link rel="self" type="application/atom+xml" href="{own}" />
<id>{own}</id>
{"".join(map(entry, _newest(post)))}
</feed>
"""


@record(frozen=True, slots=True)
class RestPage:
    """One page of a REST collection."""

    items: list[dict[str, Any]]
    total: int
    pages: int
    following: int | None
    """The number of the page after; None at the end."""


def rest_comments(critic: SampleCritic, at: Addresses, query: Mapping[str, str]) -> RestPage:
    """Return `/wp/v2/comments`: `post`, `parent`, `order` (`desc` unless asked), `per_page` (10, at most 100), `page`.

    Raises ValueError when a number is none or out of its range.
    """
    remarks = [
        (post, remark)
        for post in critic.posts
        for remark in post.shown
        if query.get("post", str(post.number)) == str(post.number)
        and query.get("parent", str(remark.parent or 0)) == str(remark.parent or 0)
    ]
    remarks.sort(key=lambda pair: (pair[1].at, pair[1].id), reverse=query.get("order", "desc") != "asc")
    size, page = int(query.get("per_page", "10")), int(query.get("page", "1"))
    if not (1 <= size <= 100 and page >= 1):
        raise ValueError("per_page must be 1 to 100, and page at least 1")
    pages = ceil(len(remarks) / size)
    items = [_rest_item(critic, post, remark, at) for post, remark in remarks[(page - 1) * size : page * size]]
    return RestPage(items, len(remarks), pages, page + 1 if page < pages else None)


def rest_post(critic: SampleCritic, post: Post, at: Addresses) -> dict[str, Any]:
    """Return one post as `/wp/v2/posts` gives it, shortened to what a reader needs."""
    return {
        "id": post.number,
        "date_gmt": iso(post.at).removesuffix("Z"),
        "modified_gmt": iso(post.edited).removesuffix("Z"),
        "guid": {"rendered": at.short(critic, post)},
        "slug": post.slug,
        "status": "publish",
        "type": "post",
        "link": at.page(critic, post),
        "title": {"rendered": escape(post.title, quote=False)},
        "content": {"rendered": post.html, "protected": False},
        "comment_status": "closed" if critic.replies == "closed" else "open",
    }


def _rest_item(critic: SampleCritic, post: Post, remark: Remark, at: Addresses) -> dict[str, Any]:
    return {
        "id": remark.id,
        "post": post.number,
        "parent": remark.parent or 0,
        "author": 1 if remark.by_critic else 0,
        "author_name": remark.author,
        "author_url": at.home(critic) if remark.by_critic else "",
        "date": iso(remark.at).removesuffix("Z"),
        "date_gmt": iso(remark.at).removesuffix("Z"),
        "content": {"rendered": paragraphs(remark)},
        "link": at.remark(critic, post, remark),
        "status": "approved",
        "type": "comment",
    }


def _newest(post: Post) -> list[Remark]:
    return sorted(post.shown, key=lambda remark: (remark.at, remark.id), reverse=True)[:POSTS_PER_RSS]


def _guid(critic: SampleCritic, post: Post, number: int, at: Addresses) -> str:
    """As WordPress makes it: the post's own guid and the comment's anchor."""
    return f"{at.short(critic, post)}#comment-{number}"
