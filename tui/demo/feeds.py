"""The sample critics' feeds, each in the shape its kind of site really sends."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from tui.demo.addresses import Addresses
from tui.demo.texts import Kind, Post, SampleCritic, opening

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_RSS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">'
)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="en">'


def cdata(text: str) -> str:
    """Return `text` as a CDATA section; a `]]>` inside is split over two."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def iso(time: datetime) -> str:
    """Return a time as `2026-03-14T12:00:00Z`."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def mail_date(time: datetime) -> str:
    """Return a time as RSS writes it: `Sat, 14 Mar 2026 12:00:00 +0000`."""
    return format_datetime(time.astimezone(UTC))


def newest(critic: SampleCritic) -> datetime | None:
    """Return when anything in the critic's feed last changed; None when it holds nothing."""
    return max((post.edited for post in critic.posts), default=None)


def stars(value: float) -> str:
    """Return 3.5 as `★★★½`."""
    return "★" * int(value) + ("½" if value % 1 else "")


def rss(critic: SampleCritic, at: Addresses) -> str:
    """Return RSS 2.0 as WordPress sends it."""

    def item(post: Post) -> str:
        page = at.page(critic, post)
        full = "" if critic.excerpt else f"<content:encoded>{cdata(post.html)}</content:encoded>"
        return f"""
<item>
<title>{escape(post.title)}</title>
<link>{page}</link>
<comments>{page}#comments</comments>
<dc:creator>{cdata(critic.name)}</dc:creator>
<pubDate>{mail_date(post.at)}</pubDate>
{"".join(f"<category>{cdata(name)}</category>" for name in post.categories)}
<guid isPermaLink="false">{at.short(critic, post)}</guid>
<description>{cdata(escape(opening(post.html), quote=False))}</description>
{full}
<wfw:commentRss>{at.talk_feed(critic, post)}</wfw:commentRss>
<slash:comments>{len(post.shown)}</slash:comments>
</item>"""

    return f"""{XML}{_RSS}
<channel>
<title>{escape(critic.blog)}</title>
<atom:link href="{at.feed(critic)}" rel="self" type="application/rss+xml" />
<link>{at.home(critic)}</link>
<description>{escape(critic.tagline)}</description>
{_dated("lastBuildDate", newest(critic))}
<language>en-GB</language>
<generator>https://wordpress.org/?v=6.8</generator>
<sy:updatePeriod>hourly</sy:updatePeriod>
<sy:updateFrequency>1</sy:updateFrequency>
{"".join(map(item, critic.posts))}
</channel>
</rss>
"""


def letterboxd(critic: SampleCritic, at: Addresses) -> str:
    """Return RSS 2.0 in Letterboxd's shape: the rating in the title and in fields of its own."""

    def item(post: Post) -> str:
        kind = "review" if post.film else "list"
        return f"""
<item>
<title>{escape(_diary_title(post))}</title>
<link>{at.page(critic, post)}</link>
<guid isPermaLink="false">letterboxd-{kind}-{post.number}</guid>
<pubDate>{mail_date(post.at)}</pubDate>
{_diary(post) if post.film else ""}
<description>{cdata(post.html)}</description>
<dc:creator>{escape(critic.name)}</dc:creator>
</item>"""

    return f"""{XML}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"\
 xmlns:letterboxd="https://letterboxd.com">
<channel>
<title>{escape(critic.blog)}</title>
<atom:link href="{at.feed(critic)}" rel="self" type="application/rss+xml" />
<link>{at.home(critic)}</link>
<description>{escape(critic.tagline)}</description>
{"".join(map(item, critic.posts))}
</channel>
</rss>
"""


def atom(critic: SampleCritic, at: Addresses) -> str:
    """Return Atom 1.0 with the links of RFC 4685 to each post's thread."""

    def entry(post: Post) -> str:
        page, count = at.page(critic, post), len(post.shown)
        full = f'<content type="html">{cdata(post.html)}</content>'
        return f"""
<entry>
<id>{at.short(critic, post).replace("&", "&amp;")}</id>
<title type="html">{cdata(escape(post.title, quote=False))}</title>
<author><name>{escape(critic.name)}</name></author>
<link rel="alternate" type="text/html" href="{page}" />
<published>{iso(post.at)}</published>
<updated>{iso(post.edited)}</updated>
{"".join(f'<category term="{escape(name)}" />' for name in post.categories)}
<summary type="html">{cdata(escape(opening(post.html), quote=False))}</summary>
{"" if critic.excerpt else full}
<link rel="replies" type="text/html" href="{page}#comments" thr:count="{count}" />
<link rel="replies" type="application/atom+xml" href="{at.talk_feed(critic, post)}atom/" thr:count="{count}" />
<thr:total>{count}</thr:total>
</entry>"""

    changed = newest(critic)
    return f"""{XML}{ATOM}
<title type="text">{escape(critic.blog)}</title>
<subtitle type="text">{escape(critic.tagline)}</subtitle>
<id>{at.feed(critic)}</id>
<updated>{iso(changed) if changed else ""}</updated>
<link rel="alternate" type="text/html" href="{at.home(critic)}" />
<link rel="self" type="application/atom+xml" href="{at.feed(critic)}" />
{"".join(map(entry, critic.posts))}
</feed>
"""


def json_feed(critic: SampleCritic, at: Addresses) -> str:
    """Return JSON Feed 1.1."""
    items = [
        {
            "id": at.short(critic, post),
            "url": at.page(critic, post),
            "title": post.title,
            "summary" if critic.excerpt else "content_html": opening(post.html) if critic.excerpt else post.html,
            "date_published": iso(post.at),
            "date_modified": iso(post.edited),
            "authors": [{"name": critic.name}],
            "tags": list(post.categories),
        }
        for post in critic.posts
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": critic.blog,
        "description": critic.tagline,
        "home_page_url": at.home(critic),
        "feed_url": at.feed(critic),
        "language": "en",
        "authors": [{"name": critic.name}],
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1)


def rss1(critic: SampleCritic, at: Addresses) -> str:
    """Return RSS 1.0: items listed first as RDF, then described one by one."""

    def item(post: Post) -> str:
        page = at.page(critic, post)
        full = "" if critic.excerpt else f"<content:encoded>{cdata(post.html)}</content:encoded>"
        return f"""
<item rdf:about="{page}">
<title>{escape(post.title)}</title>
<link>{page}</link>
<dc:date>{iso(post.at)}</dc:date>
<dc:creator>{escape(critic.name)}</dc:creator>
{"".join(f"<dc:subject>{escape(name)}</dc:subject>" for name in post.categories)}
<description>{escape(opening(post.html), quote=False)}</description>
{full}
<slash:comments>{len(post.shown)}</slash:comments>
</item>"""

    listed = "".join(f'<rdf:li rdf:resource="{at.page(critic, post)}" />' for post in critic.posts)
    return f"""{XML}<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"\
 xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel rdf:about="{at.feed(critic)}">
<title>{escape(critic.blog)}</title>
<link>{at.home(critic)}</link>
<description>{escape(critic.tagline)}</description>
{_dated("dc:date", newest(critic), iso)}
<items><rdf:Seq>{listed}</rdf:Seq></items>
</channel>
{"".join(map(item, critic.posts))}
</rdf:RDF>
"""


RENDER: dict[Kind, Callable[[SampleCritic, Addresses], str]] = {
    "rss": rss,
    "letterboxd": letterboxd,
    "atom": atom,
    "json": json_feed,
    "rss1": rss1,
}
"""Each kind of feed that works."""


def _dated(name: str, time: datetime | None, write: Callable[[datetime], str] = mail_date) -> str:
    return f"<{name}>{write(time)}</{name}>" if time else ""


def _diary_title(post: Post) -> str:
    if not post.film:
        return post.title
    rating = f" - {stars(post.mark.value)}" if post.mark and post.mark.value else ""
    return f"{post.film}, {post.year}{rating}"


def _diary(post: Post) -> str:
    value = post.mark.value if post.mark else None
    rating = f"\n<letterboxd:memberRating>{value:.1f}</letterboxd:memberRating>" if value else ""
    return f"""<letterboxd:watchedDate>{post.at:%Y-%m-%d}</letterboxd:watchedDate>
<letterboxd:rewatch>{"Yes" if post.rewatch else "No"}</letterboxd:rewatch>
<letterboxd:filmTitle>{escape(post.film or "")}</letterboxd:filmTitle>
<letterboxd:filmYear>{post.year}</letterboxd:filmYear>{rating}"""
