"""Each kind of source, against a server that answers as that kind does."""

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.comments.pages import nested, page
from tests.loopback import Asked, Reply, Site, serving
from tui.comments.blogger import Blogger
from tui.comments.finding import find
from tui.comments.isso import Isso
from tui.comments.page import OnPage
from tui.comments.source import Place, Source
from tui.comments.substack import Substack
from tui.comments.wordpress import WordPress
from tui.model.comment import Standing
from tui.model.outcome import Failed
from tui.model.thread import FoundThread, in_reading_order
from tui.refresh.talk import asking_for
from tui.web.client import Limits, Web


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web(Limits(seconds=5)) as web:
        yield web


def serve(site: Site, path: str, value: Any) -> None:
    """Answer `path`, whatever its query, with a JSON document; with what a function makes of the query."""

    def answer(asked: Asked) -> Reply:
        query = {name: values[0] for name, values in parse_qs(urlsplit(asked.path).query).items()}
        body = value(query) if callable(value) else value
        return Reply(json.dumps(body).encode(), headers={"Content-Type": "application/json"})

    plain = site.reply

    def reply(asked: Asked) -> Reply:
        return answer(asked) if asked.path.partition("?")[0] == path else plain(asked)

    site.reply = reply  # type: ignore[method-assign]


async def found(source: Source, web: Web, place: Place) -> FoundThread:
    answer = await source.thread(asking_for(web, place))
    assert isinstance(answer, FoundThread), answer
    return answer


def shape(thread: FoundThread) -> list[tuple[str, int, str]]:
    return [(each.id, each.depth, each.text) for each in in_reading_order(thread.comments)]


def rest(number: int, parent: Any = 0, **fields: Any) -> dict[str, Any]:
    """A comment as WordPress' REST interface gives it."""
    return {
        "id": number, "parent": parent, "author": 0, "author_name": "Tom &amp; Nell", "author_url": "",
        "date_gmt": f"2026-03-14T12:{number % 60:02d}:00", "content": {"rendered": f"<p>Remark {number}.</p>"},
        "link": f"https://critic.example/fog/#comment-{number}", "status": "approved", "type": "comment",
    } | fields  # fmt: skip


def wordpress(site: Site, items: list[dict[str, Any]], **about: Any) -> Place:
    """Serve a post's comments over REST, a hundred a page, as many pages as there are."""

    def some(query: dict[str, str]) -> list[dict[str, Any]]:
        first = (int(query["page"]) - 1) * int(query["per_page"])
        return items[first : first + int(query["per_page"])]

    post = {"id": 7, "author": 3, "comment_status": "open", "link": f"{site.url}/fog/"}
    serve(site, "/wp-json/wp/v2/posts/7", post | about)
    serve(site, "/wp-json/wp/v2/comments", some)
    return Place(f"{site.url}/fog/", f"{site.url}/?p=7")


async def test_wordpress_gives_all_in_pages_of_a_hundred(web: Web, site: Site) -> None:
    thread = await found(WordPress(), web, wordpress(site, [rest(n, n - 1 if n % 5 else 0) for n in range(1, 251)]))
    assert (len(thread.comments), thread.complete, thread.total, thread.closed) == (250, True, 250, False)
    assert sum("/comments" in path for path in site.paths()) == 3
    assert thread.comments[0].author == "Tom & Nell"


async def test_exactly_a_page_of_comments_is_known_to_be_all(web: Web, site: Site) -> None:
    thread = await found(WordPress(), web, wordpress(site, [rest(n) for n in range(1, 201)]))
    assert (len(thread.comments), thread.complete) == (200, True)


async def test_wordpress_that_repeats_a_page_for_ever_is_left(web: Web, site: Site) -> None:
    place = wordpress(site, [])
    serve(site, "/wp-json/wp/v2/comments", [rest(n) for n in range(1, 101)])
    thread = await found(WordPress(), web, place)
    assert (len(thread.comments), thread.complete) == (100, False)
    assert sum("/comments" in path for path in site.paths()) == 2


async def test_pings_are_left_out_and_the_critic_is_the_posts_author(web: Web, site: Site) -> None:
    items = [rest(1, author=3), rest(2, author=4), rest(3, type="pingback"), rest(4, status="hold")]
    thread = await found(WordPress(), web, wordpress(site, items, comment_status="closed"))
    assert [(each.id, each.by_critic, each.standing) for each in thread.comments] == [
        ("1", True, Standing.SHOWN), ("2", False, Standing.SHOWN), ("4", False, Standing.HELD),
    ]  # fmt: skip
    assert thread.closed


async def test_wordpress_is_found_by_what_its_page_links(web: Web, site: Site) -> None:
    wordpress(site, [rest(1)])
    links = (
        f'<link rel="https://api.w.org/" href="{site.url}/wp-json/" /><link rel="shortlink" href="{site.url}/?p=7" />'
    )
    site.page("/fog/", page("", head=links))
    assert len((await found(WordPress(), web, Place(f"{site.url}/fog/"))).comments) == 1


async def test_wordpress_is_asked_by_the_posts_name_where_no_number_is_said(web: Web, site: Site) -> None:
    wordpress(site, [rest(1)])
    serve(site, "/wp-json/wp/v2/posts", lambda query: [{"id": 7}] if query["slug"] == "fog" else [])
    html = page("", head=f"<link rel='https://api.w.org/' href='{site.url}/wp-json/'>").replace("postid-7", "")
    site.page("/fog/", html)
    assert len((await found(WordPress(), web, Place(f"{site.url}/fog/"))).comments) == 1


@pytest.mark.parametrize(
    "value", [{}, [], "no", [{"no": "id"}], [{"id": 1}], [rest(1, parent={}, content=None, link=5)]]
)
async def test_strange_json_brings_no_harm(web: Web, site: Site, value: Any) -> None:
    place = wordpress(site, [])
    serve(site, "/wp-json/wp/v2/comments", value)
    answer = await WordPress().thread(asking_for(web, place))
    assert isinstance(answer, Failed | FoundThread)


async def test_a_page_that_is_no_wordpress_has_no_rest(web: Web, site: Site) -> None:
    site.page("/fog/", page(""))
    assert await WordPress().thread(asking_for(web, Place(f"{site.url}/fog/"))) is None


def blog_entry(number: int, parent: int | None = None, **fields: Any) -> dict[str, Any]:
    """A comment as Blogger gives it."""
    root = "https://www.blogger.com/feeds/1/7/comments/default"
    links = [
        {"rel": "self", "href": f"{root}/{number}"},
        {"rel": "alternate", "href": f"https://b.example/?c#c{number}"},
    ]
    links += [{"rel": "related", "href": f"{root}/{parent}"}] if parent else []
    return {
        "id": {"$t": f"tag:blogger.com,1999:blog-1.post-{number}"}, "published": {"$t": "2026-03-14T05:00:00-07:00"},
        "content": {"$t": f"Remark {number}.<br />More."}, "link": links, "thr$in-reply-to": {"ref": "the post"},
        "author": [{"name": {"$t": "Nell"}, "uri": {"$t": "https://nell.example"}, "email": {"$t": "no@b.example"}}],
    } | fields  # fmt: skip


async def test_blogger_names_the_parent_in_a_link_and_pages_by_500(web: Web, site: Site) -> None:
    entries = [blog_entry(n, n - 1 if n % 3 == 0 else None) for n in range(1, 701)]

    def some(query: dict[str, str]) -> Any:
        first = int(query["start-index"]) - 1
        given = entries[first : first + int(query["max-results"])]
        return {"feed": {"openSearch$totalResults": {"$t": "700"}, "entry": given}}

    serve(site, "/feeds/7/comments/default", some)
    place = Place(f"{site.url}/2026/03/fog.html", "tag:blogger.com,1999:blog-1.post-7", critics=("Nell",))
    thread = await found(Blogger(), web, place)
    assert (len(thread.comments), thread.complete, thread.total) == (700, True, 700)
    third = thread.comments[2]
    assert (third.parent, third.text, third.by_critic) == ("2", "Remark 3.\nMore.", True)
    assert third.published is not None
    assert third.published.hour == 12


async def test_a_removed_comment_of_blogger_is_gone(web: Web, site: Site) -> None:
    removed = blog_entry(1) | {"gd$extendedProperty": [{"name": "blogger.contentRemoved", "value": "true"}]}
    serve(site, "/feeds/7/comments/default", {"feed": {"openSearch$totalResults": {"$t": "1"}, "entry": [removed]}})
    place = Place(f"{site.url}/fog.html", comments_feed=f"{site.url}/feeds/7/comments/default")
    assert (await found(Blogger(), web, place)).comments[0].standing is Standing.GONE


async def test_substack_nests_its_comments(web: Web, site: Site) -> None:
    def said(number: int, *children: Any, **fields: Any) -> dict[str, Any]:
        date = "2026-03-14T12:00:00.000Z"
        return {
            "id": number,
            "name": "Nell",
            "body": f"Remark {number} <3",
            "date": date,
            "children": children,
        } | fields

    serve(site, "/api/v1/posts/fog", {"id": 99, "comment_count": 4})
    comments = [said(1, said(2, said(3)), metadata={"is_author": True}), said(4, body=None, deleted=True)]
    serve(site, "/api/v1/post/99/comments", {"comments": comments})
    thread = await found(Substack(), web, Place(f"{site.url}/p/fog"))
    assert shape(thread) == [("1", 1, "Remark 1 <3"), ("2", 2, "Remark 2 <3"), ("3", 3, "Remark 3 <3"), ("4", 1, "")]
    assert [each.by_critic for each in thread.comments][:2] == [True, False]
    assert (thread.complete, thread.comments[3].standing) == (True, Standing.GONE)


async def test_substack_for_subscribers_gives_nothing_and_says_so(web: Web, site: Site) -> None:
    serve(site, "/api/v1/posts/fog", {"id": 99, "comment_count": 4})
    serve(site, "/api/v1/post/99/comments", {"comments": []})
    answer = await Substack().thread(asking_for(web, Place(f"{site.url}/p/fog")))
    assert isinstance(answer, Failed)
    assert "subscribers" in answer.reason


async def test_isso_is_named_by_its_script(web: Web, site: Site) -> None:
    html = '<script data-isso="/isso" src="x.js"></script><section id="isso-thread" data-isso-id="/the fog/"></section>'
    site.page("/fog/", page(html, form=""))
    replies = [
        {"id": 1, "parent": None, "text": "<p>Hm.</p>", "author": None, "created": 1773489600.5, "mode": 1, "replies": [
            {"id": 2, "parent": 1, "text": "<p>Ha.</p>", "author": "Bo", "created": 1773489660.0, "mode": 2},
        ]},
    ]  # fmt: skip
    serve(
        site, "/isso/", lambda query: {"replies": replies, "hidden_replies": 0} if query["uri"] == "/the fog/" else {}
    )
    thread = await found(Isso(), web, Place(f"{site.url}/fog/"))
    assert shape(thread) == [("1", 1, "Hm."), ("2", 2, "Ha.")]
    assert (thread.comments[1].standing, thread.comments[0].author) == (Standing.HELD, "")


async def test_comment_pages_are_all_read_each_once(web: Web, site: Site) -> None:
    nav = "".join(f'<a href="{site.url}/fog/comment-page-{n}/#comments">{n}</a>' for n in (1, 2, 3))
    elsewhere = (
        f'<a href="https://evil.example/fog/comment-page-9/"></a><a href="{site.url}/other/comment-page-8/"></a>'
    )
    for number in (1, 2, 3):
        said = [(10 * number + k, None, "Nell", f"Remark {k}.") for k in range(3)]
        site.page(f"/fog/comment-page-{number}/", page(nested(said) + nav + elsewhere))
    site.answers["/fog/"] = site.answers["/fog/comment-page-3/"]
    thread = await found(OnPage(), web, Place(f"{site.url}/fog/"))
    assert (len(thread.comments), thread.complete, thread.closed) == (9, True, False)
    assert sorted(site.paths()) == [
        f"/fog/{part}" for part in ("", "comment-page-1/", "comment-page-2/", "comment-page-3/")
    ]


async def test_a_comment_page_that_is_missing_leaves_the_thread_incomplete(web: Web, site: Site) -> None:
    nav = f'<a href="{site.url}/fog/comment-page-1/">older</a>'
    site.page("/fog/", page(nested(((9, None, "Nell", "Hm."),)) + nav))
    thread = await found(OnPage(), web, Place(f"{site.url}/fog/"))
    assert (len(thread.comments), thread.complete) == (1, False)


async def test_a_page_that_shows_fewer_than_its_feed_counts_is_not_all(web: Web, site: Site) -> None:
    site.page("/fog/", page(nested(((9, None, "Nell", "Hm."),))))
    assert not (await found(OnPage(), web, Place(f"{site.url}/fog/", count=5))).complete


async def test_a_page_without_a_list_is_no_empty_thread(web: Web, site: Site) -> None:
    site.page("/fog/", "<article><p>Fog.</p></article><div id=disqus_thread></div>")
    assert isinstance(await OnPage().thread(asking_for(web, Place(f"{site.url}/fog/"))), Failed)


async def test_the_search_ends_at_the_first_that_gives_all(web: Web, site: Site) -> None:
    place = wordpress(site, [rest(1)])
    site.page("/fog/", page(""))
    answer = await find(asking_for(web, place))
    assert isinstance(answer, tuple)
    assert [each.source for each in answer] == ["wordpress"]
    assert "/fog/" not in site.paths()


async def test_the_page_is_fetched_once_for_all_sources(web: Web, site: Site) -> None:
    site.page("/fog/", page(nested(((9, None, "Nell", "Hm."),))))
    answer = await find(asking_for(web, Place(f"{site.url}/fog/")))
    assert isinstance(answer, tuple)
    assert [each.source for each in answer] == ["page"]
    assert site.paths() == ["/fog/"]


async def test_where_nothing_answers_the_first_reason_is_told(web: Web, site: Site) -> None:
    answer = await find(asking_for(web, Place(f"{site.url}/fog/")))
    assert isinstance(answer, Failed)
    assert "404" in answer.reason


async def test_a_public_feed_leads_to_no_private_thread(web: Web, site: Site) -> None:
    place = Place(f"{site.url}/fog/", f"{site.url}/?p=7", named_by="https://critic.example/feed/")
    answer = await find(asking_for(web, place))
    assert isinstance(answer, Failed)
    assert "private" in answer.reason
    assert site.asked == []


EVIL = "\x1b]2;owned\x07N\u202eell\x9b31m [/]"


async def test_hostile_json_is_clean_in_every_field(web: Web, site: Site) -> None:
    item = rest(
        1, author_name=EVIL, content={"rendered": f"<p>{EVIL} &#27;[2J &#x202e;</p><a href='javascript:x'>y</a>"}
    )
    item |= {"id": f"{EVIL}1", "parent": f"{EVIL}2", "author_url": "javascript:alert(1)", "link": f"{site.url}/{EVIL}"}
    (comment,) = (await found(WordPress(), web, wordpress(site, [item]))).comments
    told = repr(comment)
    assert not any(bad in told for bad in ("\\x1b", "\\x07", "\\u202e", "\\x9b", "javascript"))
    assert (comment.author, comment.author_url, comment.links) == ("Nell [/]", "", ())


async def test_who_signs_with_the_critics_name_is_not_the_critic(web: Web, site: Site) -> None:
    place = replace(wordpress(site, [rest(1, author_name="Ada"), rest(2, author=3)]), critics=("Ada",))
    assert [each.by_critic for each in (await found(WordPress(), web, place)).comments] == [False, True]
    html = page('<li class="comment even depth-1" id="comment-1"><b class="fn">Ada</b><p>Me.</p></li>')
    site.page("/fog/", html)
    assert [each.by_critic for each in (await found(OnPage(), web, place)).comments] == [False]
