"""A thread says the same by feed and by REST as on its page."""

import feedparser
import pytest

from tests.makers import NOON
from tui.demo.addresses import Addresses
from tui.demo.talk import POSTS_PER_RSS, comments_atom, comments_rss, rest_comments
from tui.demo.texts import read

AT = Addresses("http://sample.example/")
CRITIC = next(critic for critic in read(NOON) if critic.slug == "marginalia")
POST = max(CRITIC.posts, key=lambda post: len(post.remarks))
NEWEST = sorted(POST.remarks, key=lambda remark: (remark.at, remark.id), reverse=True)[:POSTS_PER_RSS]


def test_the_atom_form_names_each_parent() -> None:
    feed = feedparser.parse(comments_atom(CRITIC, POST, AT).encode())
    assert not feed.bozo
    assert [entry.author for entry in feed.entries] == [remark.author for remark in NEWEST]
    for entry, remark in zip(feed.entries, NEWEST, strict=True):
        reference = entry["thr_in-reply-to"]["ref"]
        assert reference == AT.short(CRITIC, POST) + (f"#comment-{remark.parent}" if remark.parent else "")


def test_the_rss_form_begins_an_answer_with_its_parent() -> None:
    feed = feedparser.parse(comments_rss(CRITIC, POST, AT).encode())
    assert not feed.bozo
    for entry, remark in zip(feed.entries, NEWEST, strict=True):
        start = f'In reply to <a href="{AT.page(CRITIC, POST)}#comment-{remark.parent}">'
        assert entry.content[0].value.startswith(start) == (remark.parent is not None)


def test_rest_gives_the_thread_by_pages() -> None:
    first = rest_comments(CRITIC, AT, {"post": str(POST.number), "per_page": "10", "order": "asc"})
    assert (first.total, first.pages, first.following) == (len(POST.remarks), -(-len(POST.remarks) // 10), 2)
    ids = [item["id"] for item in first.items]
    page = first
    while page.following:
        query = {"post": str(POST.number), "per_page": "10", "order": "asc", "page": str(page.following)}
        page = rest_comments(CRITIC, AT, query)
        ids += [item["id"] for item in page.items]
    assert ids == [remark.id for remark in sorted(POST.remarks, key=lambda remark: (remark.at, remark.id))]


def test_rest_gives_newest_first_unless_asked() -> None:
    items = rest_comments(CRITIC, AT, {"post": str(POST.number)}).items
    assert [item["id"] for item in items] == [remark.id for remark in NEWEST]


def test_rest_can_be_asked_for_the_top_level() -> None:
    items = rest_comments(CRITIC, AT, {"post": str(POST.number), "parent": "0", "per_page": "100"}).items
    assert {item["id"] for item in items} == {remark.id for remark in POST.remarks if remark.parent is None}


@pytest.mark.parametrize("query", [{"per_page": "0"}, {"per_page": "101"}, {"page": "0"}, {"page": "two"}])
def test_rest_refuses_impossible_pages(query: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        rest_comments(CRITIC, AT, query)
