"""A page's comment list, whatever the theme."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.comments.pages import Said, blocks, flat, nameless, nested, page
from tui.comments.listing import pieces
from tui.comments.page import comments
from tui.comments.source import Page, Place
from tui.model.comment import Comment, Standing
from tui.model.thread import in_reading_order

URL = "https://critic.example/fog/"
SAID: tuple[Said, ...] = (
    (1, None, "Nell", "The fog was <em>real</em>."),
    (2, 1, "Bo", "It was."),
    (5, 2, "Ada", "Twice."),
    (6, 2, "Tam", "Thrice."),
    (7, 1, "Bo", "And cold."),
    (3, None, "Ines", "Which fog?"),
    (4, 3, "Nell", "That one."),
)
THEMES = (nested, flat, nameless, blocks)


def read(html: str, place: Place | None = None) -> tuple[Comment, ...]:
    """The comments on a page, in the order they stand there."""
    return tuple(comments(pieces(Page(URL, html).bare), URL, place or Place(URL)))


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_gives_the_same_thread(theme: Callable[[Sequence[Said]], str]) -> None:
    found = read(page(theme(SAID)))
    assert [(each.id, each.parent, each.author) for each in found] == [
        (str(number), parent and str(parent), author) for number, parent, author, _ in SAID
    ]
    assert [each.depth for each in found] == [1, 2, 3, 3, 2, 1, 2]
    assert [each.text for each in found] == [
        "The fog was real.", "It was.", "Twice.", "Thrice.", "And cold.", "Which fog?", "That one.",
    ]  # fmt: skip
    assert found[0].text[found[0].spans[0].start : found[0].spans[0].end] == "real"


@pytest.mark.parametrize("theme", THEMES)
@given(parents=st.lists(st.integers(0, 8), max_size=12))
def test_any_thread_is_read_back_as_it_was(theme: Callable[[Sequence[Said]], str], parents: list[int]) -> None:
    said: list[Said] = [
        (number, parent if 0 < parent < number else None, f"Reader{number}", f"Remark {number}.")
        for number, parent in enumerate(parents, 1)
    ]
    ordered = in_reading_order(
        Comment(str(number), author, words, str(parent) if parent else None) for number, parent, author, words in said
    )
    given_order = [said[int(each.id) - 1] for each in ordered]  # a flat theme prints a thread in reading order
    found = read(page(theme(given_order)))
    assert [(each.id, each.parent, each.depth) for each in found] == [(e.id, e.parent, e.depth) for e in ordered]


def test_dates_and_addresses_are_those_of_the_page() -> None:
    (one,) = read(page(nested(((9, None, "Nell", "Hm."),))))
    assert one.published is not None
    assert (one.published.isoformat(), one.url) == ("2026-03-14T11:09:00+00:00", f"{URL}#comment-9")
    (linked,) = read(page(flat(((9, None, "Nell", "Hm."),))))
    assert (linked.author_url, linked.published) == ("http://nell.example/", None)


def test_pingbacks_are_no_comments_and_what_answers_one_stands_in_its_place() -> None:
    html = """<ol><li class="comment depth-1" id="comment-1"><b class="fn">Nell</b><p>Hm.</p></li>
        <li class="pingback even depth-1" id="comment-2"><p>Pingback: <a href="https://o.example">Other</a></p>
        <ol class="children"><li class="comment depth-2" id="comment-3"><b class="fn">Bo</b><p>Ha.</p></li></ol></li>
        <li class="trackback depth-1" id="comment-4"><p>Trackback</p></li></ol>"""
    assert [(each.id, each.parent) for each in read(html)] == [("1", None), ("3", None)]


def test_the_critic_is_marked_by_the_page_or_known_by_name() -> None:
    html = nested(((1, None, "Ada", "Mine."), (2, None, "Bo", "Yours.")))
    assert [each.by_critic for each in read(html.replace('"comment depth', '"comment bypostauthor depth', 1))] == [
        True, False,
    ]  # fmt: skip
    assert [each.by_critic for each in read(html, Place(URL, critics=("bo",)))] == [False, True]


def test_a_comment_that_waits_says_so_and_its_notice_is_not_its_text() -> None:
    waits = (
        '<em class="comment-awaiting-moderation">Your comment is awaiting moderation.</em><div class="comment-content">'
    )
    (one,) = read(nested(((1, None, "Zoe", "Hello."),)).replace('<div class="comment-content">', waits))
    assert (one.standing, one.text) == (Standing.HELD, "Hello.")


def test_the_same_comment_twice_counts_once() -> None:
    twice = nested(((1, None, "Nell", "Hm."),)) + '<ul><li class="comment depth-1" id="comment-1">Recent</li></ul>'
    assert [each.text for each in read(twice)] == ["Hm."]


def test_what_only_looks_like_a_comment_is_none() -> None:
    html = page(
        '<script>"<li class=comment depth-1 id=comment-9>"</script><!-- <li class="comment depth-1" id="comment-8"> -->'
        '<p id="comment-7">x</p><a href="#comment-6" class="comment depth-1">y</a><li class="comments depth-1">z</li>'
    )
    assert read(html) == ()


def test_a_page_that_breaks_off_keeps_what_came() -> None:
    html = nested(SAID)
    assert [each.id for each in read(html[: html.index("Which fog") + 5])] == ["1", "2", "5", "6", "7", "3"]


def test_5000_comments_30_deep_are_read_whole() -> None:
    said = [(number, number - 1 if number % 30 != 1 else None, "Nell", "Again.") for number in range(1, 5_001)]
    found = read(page(blocks_flat(said)))
    assert (len(found), max(each.depth for each in found)) == (5_000, 30)


def blocks_flat(said: Sequence[Said]) -> str:
    """As `flat`, the depth known without looking it up."""
    return "".join(
        f'<li class="comment depth-{(number - 1) % 30 + 1}" id="comment-{number}">'
        f'<b class="fn">{author}</b><p>{words}</p></li>'
        for number, _, author, words in said
    )


@pytest.mark.parametrize(
    "html",
    [
        "<li " * 50_000,
        '<li class="comment depth-1" id="comment-1">' * 50_000,
        "<ol class=children>" * 100_000,
        '<li class="' + "x" * 500_000,
        "<!--" * 100_000,
        '<li id="comment-1" class="comment depth-1">' + "<b>" * 100_000,
    ],
)
@pytest.mark.timeout(10)
def test_hostile_markup_takes_no_endless_time(html: str) -> None:
    assert len(read(html)) <= 1


def test_hostile_text_is_clean() -> None:
    evil = (
        "Hi &#27;]2;owned&#7; \x1b[2J &#x202e;live [/] [b]x[/b] <script>alert(1)</script><a href='javascript:x'>j</a>"
    )
    (one,) = read(nested(((1, None, "N\x1b[31mell&#x202e;", evil),)))
    assert one.author == "Nell"
    assert "[/] [b]x[/b]" in one.text
    assert not any(bad in one.text for bad in ("\x1b", "\x07", "\u202e", "alert"))
    assert one.links == ()
