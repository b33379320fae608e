"""A post's page is what a WordPress blog would show."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.makers import NOON
from tui.demo import pages
from tui.demo.addresses import FEED, Addresses
from tui.demo.texts import Post, SampleCritic, read

AT = Addresses("http://sample.example/")
CRITICS = read(NOON)
POSTS = [(critic, post) for critic in CRITICS for post in critic.posts]


def page(critic: SampleCritic, post: Post) -> LexborHTMLParser:
    return LexborHTMLParser(pages.post(critic, post, AT))


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    node = tree.css_first(selector)
    assert node is not None, selector
    return node


def parent_of(item: LexborNode) -> int | None:
    above = item.parent
    while above is not None and above.tag != "li":
        above = above.parent
    return int((above.id or "").removeprefix("comment-")) if above else None


def depths(post: Post) -> dict[int | None, int]:
    found: dict[int | None, int] = {None: 0}
    for remark in post.remarks:
        found[remark.id] = found[remark.parent] + 1
    return found


@pytest.mark.parametrize(("critic", "post"), POSTS, ids=[f"{critic.slug}/{post.slug}" for critic, post in POSTS])
def test_a_page_shows_the_post_and_its_thread(critic: SampleCritic, post: Post) -> None:
    tree = page(critic, post)
    assert one(tree, "h1.entry-title").text(strip=True) == post.title
    assert one(tree, "time.entry-date").attributes["datetime"] == f"{post.at:%Y-%m-%dT%H:%M:%S}Z"
    shown = {int((item.id or "").removeprefix("comment-")): item for item in tree.css("ol.comment-list li.comment")}
    assert set(shown) == {remark.id for remark in post.remarks}
    depth = depths(post)
    for remark in post.remarks:
        item = shown[remark.id]
        assert f"depth-{depth[remark.id]}" in (item.attributes["class"] or "")
        assert parent_of(item) == remark.parent
        assert one(item, "b.fn").text() == remark.author
        said = "\n\n".join(part.text() for part in one(item, ".comment-content").css("p"))
        assert said == remark.text
        assert ("bypostauthor" in (item.attributes["class"] or "")) == remark.by_critic


def test_a_thread_says_how_many_thoughts() -> None:
    for critic, post in POSTS:
        heading = page(critic, post).css_first("h2.comments-title")
        if not post.remarks:
            assert heading is None
            continue
        assert heading is not None
        count = "One thought" if len(post.remarks) == 1 else f"{len(post.remarks)} thoughts"
        assert heading.text() == f"{count} on “{post.title}”"


def test_a_page_has_a_reply_form() -> None:
    critic, post = POSTS[0]
    form = one(page(critic, post), "form#commentform")
    assert (form.attributes["action"] or "").endswith("/wp-comments-post.php")
    names = {field.attributes["name"] for field in form.css("input, textarea")}
    assert {"comment", "author", "email", "url", "comment_post_ID", "comment_parent"} <= names
    assert one(form, "#comment_post_ID").attributes["value"] == str(post.number)


@pytest.mark.parametrize(("critic", "post"), [pair for pair in POSTS if pair[0].box and pair[1].mark])
def test_a_boxed_grade_is_on_the_page_and_in_its_data(critic: SampleCritic, post: Post) -> None:
    assert post.mark is not None
    tree = page(critic, post)
    assert one(tree, ".score-box .score-value").text() == post.mark.written
    review = json.loads(one(tree, 'script[type="application/ld+json"]').text())
    assert review["@type"] == "Review"
    assert review["reviewRating"]["ratingValue"] == post.mark.value
    assert review["reviewRating"]["bestRating"] == post.mark.best
    assert review["itemReviewed"]["name"] == post.film


@pytest.mark.parametrize("critic", CRITICS, ids=[critic.slug for critic in CRITICS])
def test_a_home_page_names_its_feed(critic: SampleCritic) -> None:
    link = one(LexborHTMLParser(pages.home(critic, AT)), 'link[rel="alternate"]')
    assert link.attributes["href"] == AT.feed(critic)
    assert link.attributes["type"] == FEED[critic.feed][1]


def test_the_front_page_lists_every_critic() -> None:
    tree = LexborHTMLParser(pages.front(CRITICS, AT))
    assert {link.attributes["href"] for link in tree.css("a")} == {AT.home(critic) for critic in CRITICS}
