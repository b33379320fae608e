"""Archives in a line: a blog of numbered posts, and every way to page through it, served by a real HTTP server."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

from tests.loopback import Asked, Reply, Site

FIRST = datetime(2020, 1, 1, 12, tzinfo=UTC)
XML = "application/rss+xml; charset=UTF-8"


def item(number: int, *, guid: str = "") -> str:
    """Post `number`, a day younger than the one before."""
    date = FIRST + timedelta(days=number)
    return (
        f"<item><title>Foghorn {number}</title><guid isPermaLink='false'>{guid or f'post-{number}'}</guid>"
        f"<link>https://critic.example/{number}</link><pubDate>{date:%d %b %Y %H:%M:%S} GMT</pubDate>"
        f"<description><![CDATA[<p>A patient film about fog, number {number}.</p><p>My Grade: 7/10 or B-</p>]]>"
        "</description></item>"
    )


def feed(numbers: Sequence[int], *, generator: str = "", head: str = "", site: str = "https://critic.example/") -> str:
    """An RSS feed of these posts; `head` is put into its channel."""
    made = f"<generator>{generator}</generator>" if generator else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:openSearch="http://a9.com/-/spec/opensearch/1.1/">'
        f"<channel><title>The Fog Desk</title><link>{site}</link>{made}{head}{''.join(map(item, numbers))}"
        "</channel></rss>"
    )


class Blog:
    """Posts `1` to `posts`, the newest ten in its feed at `/feed/`; `answer` decides what any address gives."""

    def __init__(self, site: Site, posts: int, answer: "Answer") -> None:
        self.site = site
        self.posts = posts
        self.answer = answer
        site.otherwise = self._reply

    def part(self, start: int, many: int) -> list[int]:
        """Return the numbers of posts, newest first, from the `start`-th."""
        newest = range(self.posts, 0, -1)
        return list(newest[start : start + many])

    def _reply(self, asked: Asked) -> Reply:
        parts = urlsplit(asked.path)
        return self.answer(self, parts.path, dict(parse_qsl(parts.query)))


Answer = Callable[[Blog, str, dict[str, str]], Reply]


def xml(text: str, status: int = 200) -> Reply:
    """A feed."""
    return Reply(text.encode(), status, {"Content-Type": XML})


def as_json(value: object, status: int = 200, **headers: str) -> Reply:
    """A JSON document."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(json.dumps(value).encode(), status, {"Content-Type": "application/json", **named})


def nothing() -> Reply:
    """No such page."""
    return Reply(b"no such page", 404)


def wordpress(blog: Blog, path: str, query: dict[str, str]) -> Reply:
    """WordPress: pages of ten, and past the end a 404 that is a valid feed."""
    if path != "/feed/":
        return nothing()
    part = blog.part(10 * (int(query.get("paged", "1")) - 1), 10)
    return xml(feed(part, generator="https://wordpress.org/?v=6.1", site=blog.site.url), 200 if part else 404)


def rest(blog: Blog, path: str, query: dict[str, str]) -> Reply:
    """A WordPress whose feed has excerpts and knows no pages, and whose REST interface is open."""
    if path == "/feed/":
        text = feed(blog.part(0, 10), generator="https://wordpress.org/?v=6.1", site=blog.site.url)
        return xml(text.replace("<p>My Grade: 7/10 or B-</p>", "[&#8230;]"))
    if path != "/wp-json/wp/v2/posts":
        return nothing()
    many, page = int(query["per_page"]), int(query.get("page", "1"))
    part = blog.part(many * (page - 1), many)
    if not part:
        return as_json({"code": "rest_post_invalid_page_number"}, 400)
    return as_json(list(map(_rest_post, part)), X_WP_Total=str(blog.posts))


def _rest_post(number: int) -> object:
    date = f"{FIRST + timedelta(days=number):%Y-%m-%dT%H:%M:%S}"
    return {
        "link": f"https://critic.example/{number}",
        "guid": {"rendered": f"post-{number}"},
        "title": {"rendered": f"Foghorn &amp; {number}"},
        "content": {"rendered": f"<p>A patient film, number {number}.</p><p>My Grade: 7/10 or B-</p>"},
        "date_gmt": date,
        "modified_gmt": date,
        "_embedded": {"author": [{"name": "Ada Quill"}], "wp:term": [[{"name": "Drama"}], [{"name": "fog"}]]},
    }


def blogger(blog: Blog, path: str, query: dict[str, str]) -> Reply:
    """Blogger, which gives at most seven posts whatever is asked."""
    if path != "/feeds/posts/default":
        return nothing()
    total = f"<openSearch:totalResults>{blog.posts}</openSearch:totalResults>"
    return xml(feed(blog.part(int(query.get("start-index", "1")) - 1, 7), generator="Blogger", head=total))


def substack(blog: Blog, path: str, query: dict[str, str]) -> Reply:
    """Substack: a list without texts, and the text of each post at an address of its own."""
    if path == "/feed":
        return xml(feed(blog.part(0, 5), generator="Substack").replace("post-", "https://critic.example/"))
    if path == "/api/v1/archive":
        return as_json(list(map(_substack_post, blog.part(int(query["offset"]), min(4, int(query["limit"]))))))
    if path.startswith("/api/v1/posts/fog-"):
        number = path.rpartition("-")[2]
        return as_json({"body_html": f"<p>The whole of number {number}.</p><p>My Grade: 7/10 or B-</p>"})
    return nothing()


def _substack_post(number: int) -> object:
    return {
        "slug": f"fog-{number}",
        "canonical_url": f"https://critic.example/{number}",
        "title": f"Foghorn {number}",
        "post_date": f"{FIRST + timedelta(days=number):%Y-%m-%dT%H:%M:%S.000Z}",
        "truncated_body_text": "The beginning …",
        "publishedBylines": [{"name": "Ada Quill"}],
        "comment_count": 3,
    }


def archives(blog: Blog, path: str, query: dict[str, str]) -> Reply:
    """RFC 5005: the feed names the newest archive document, each the one before it."""
    if path == "/feed/":
        return xml(feed(blog.part(0, 10), head=_before(blog, (blog.posts - 1) // 10)))
    if path.startswith("/archive/"):
        number = int(path.removeprefix("/archive/"))
        return xml(feed(range(10 * number, 10 * (number - 1), -1), head=_before(blog, number - 1)))
    return nothing()


def _before(blog: Blog, number: int) -> str:
    return f'<fh:archive/><atom:link rel="prev-archive" href="/archive/{number}"/>' if number else ""


def paged_feed(blog: Blog, path: str, query: dict[str, str]) -> Reply:
    """RFC 5005's other kind: `next`, whose last page leads round to the first."""
    if path != "/feed/":
        return nothing()
    page = int(query.get("side", "1"))
    following = page + 1 if 10 * page < blog.posts else 1
    link = f'<atom:link rel="next" href="?side={following}"/>'
    return xml(feed(blog.part(10 * (page - 1), 10), head=link))
