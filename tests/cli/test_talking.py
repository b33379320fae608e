"""`comments`: the thread under a review."""

from datetime import timedelta

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tests.makers import NOON, make_draft
from tui.demo.site import DemoSite
from tui.model.comment import Comment, Span, Standing
from tui.model.thread import FoundThread
from tui.store.library import Library

KEYS = ["id", "parent", "depth", "author", "by_critic", "published", "text"]
TOP = Comment("1", "Nell", "See the fog.", published=NOON, spans=(Span(4, 7, url="https://fog.example/"),))
ANSWER = Comment("2", "Ada Quill", "I did.\n\nTwice.", "1", published=NOON + timedelta(minutes=1), by_critic=True)


def known(shelf: Shelf, *comments: Comment) -> int:
    """Keep a thread under a review whose site does not answer."""
    (number,) = shelf.put(make_draft(url="http://127.0.0.1:9/fog/", comments_feed="", guid="fog"))
    with Library.open(shelf.file) as library:
        library.keep_thread(number, FoundThread((TOP, ANSWER, *comments), "wordpress", complete=True), now=NOON)
    return number


def test_the_thread_of_a_review_is_fetched_and_has_the_shape_scripts_depend_on(
    matinee: Matinee, site: DemoSite
) -> None:
    assert matinee("add", f"{site.url}marginalia/").code == 0
    review = max(matinee("list", "--json").json, key=lambda each: each["comments"] or 0)
    ran = matinee("comments", str(review["id"]), "--json")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.json) == review["comments"]
    assert [list(each) for each in ran.json] == [KEYS] * len(ran.json)
    depths = {each["id"]: each["depth"] for each in ran.json}
    assert max(depths.values()) > 2
    for each in ran.json:
        assert each["depth"] == (depths[each["parent"]] + 1 if each["parent"] else 1)
    assert any(each["by_critic"] for each in ran.json)
    assert matinee("comments", str(review["id"]), "--json", "--cached").json == ran.json


def test_what_cannot_be_fetched_is_told_and_what_is_known_is_shown(matinee: Matinee, shelf: Shelf) -> None:
    ran = matinee("comments", str(known(shelf)))
    assert ran.code == 1
    assert "could not be had" in ran.err
    assert "refused" in ran.err
    assert "was fetched" in ran.err
    assert ran.out == (
        "Nell (14 March 2026):\nSee the fog.\n[1] https://fog.example/\n\n"
        "  Ada Quill (the critic, 14 March 2026):\n  I did.\n  Twice.\n"
    )


def test_what_is_known_needs_no_network(matinee: Matinee, shelf: Shelf) -> None:
    number = known(shelf)
    ran = matinee("comments", str(number), "--cached", "--json")
    assert (ran.code, [each["id"] for each in ran.json]) == (0, ["1", "2"])


def test_a_comment_that_is_gone_says_so(matinee: Matinee, shelf: Shelf) -> None:
    number = known(shelf)
    with Library.open(shelf.file) as library:
        library.keep_thread(number, FoundThread((ANSWER,), "wordpress", complete=True), now=NOON)
    top, answer = matinee("comments", str(number), "--cached", "--json").json
    assert (top["state"], "state" in answer) == (str(Standing.GONE), False)
    assert "deleted since" in matinee("comments", str(number), "--cached").out


def test_no_review_and_no_thread_are_told_apart(matinee: Matinee, shelf: Shelf) -> None:
    (number,) = shelf.put()
    assert matinee("comments", "99").code == 2
    assert matinee("comments", "fog").code == 2
    ran = matinee("comments", str(number), "--cached")
    assert (ran.code, ran.out, "Never fetched" in ran.err) == (0, "", True)
