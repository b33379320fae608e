"""The comments under a review: what is shown at once, what a fetch changes and what it leaves, where the keys lead."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.filling import NoNews, app_on, arrived, filled, seen, still
from tests.app.threading import ScriptedTalk, found, make_comment, talk_of
from tests.makers import NOON
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.app.screens.comments import CommentsScreen
from tui.app.screens.comments.screen import own_reply
from tui.app.widgets.thread_view import ThreadView
from tui.model.comment import Comment, Span
from tui.store.library import Library

EARLIER = NOON - timedelta(hours=3)
LATER = NOON - timedelta(hours=1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path, 8) as library:
        yield library


def stage(library: Library, *comments: Comment) -> tuple[MatineeApp, ScriptedTalk]:
    """Return the app on a library that fetched these three hours ago, and the talk that will answer."""
    if comments:
        library.keep_thread(1, found(*comments), now=EARLIER)
    talk = ScriptedTalk(library)
    news = NoNews()
    news.talk = talk
    return app_on(library, news), talk


async def thread_shown(pilot: Pilot[str | None]) -> ThreadView:
    """Open the thread under the selected review, and wait for it."""
    await arrived(pilot)
    await pilot.press("c")
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, CommentsScreen) and app.screen.review, "the thread")
    await still(pilot)
    return screen_of(pilot).view


def screen_of(pilot: Pilot[str | None]) -> CommentsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, CommentsScreen)
    return screen


def words(pilot: Pilot[str | None]) -> str:
    assert isinstance(pilot.app, MatineeApp)
    return "\n".join(seen(pilot.app))


def texts_of(app: MatineeApp) -> list[str]:
    """Return what stands in the thread, line by line: neither heads, whose counts may change, nor the scroll bar."""
    return [line[:79] if "below" not in line else "" for line in seen(app)[1:22]]


def selected(view: ThreadView) -> str:
    assert view.selected is not None
    return view.selected.id


def small() -> tuple[Comment, ...]:
    """1 (2 (3) 4) 5, by different people."""
    given = (("1", None, "Bo"), ("2", "1", "Iris"), ("3", "2", "Ada Quill"), ("4", "1", "Bo"), ("5", None, "Iris"))
    return tuple(
        make_comment(id=id, parent=parent, author=author, by_critic=author == "Ada Quill", text=f"What {id} says.",
                     published=EARLIER + timedelta(minutes=int(id)), url=f"https://critic.example/0#comment-{id}")
        for id, parent, author in given
    )  # fmt: skip


async def test_a_thread_opens_from_the_list_and_from_reading(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test() as pilot:
        await thread_shown(pilot)
        assert "│ │ • Ada Quill · critic" in words(pilot)
        await pilot.press("q", "enter")
        await until(pilot, lambda: "Number 0 is a patient film" in words(pilot), "the review")
        await pilot.press("c")
        await until(pilot, lambda: "What 5 says." in words(pilot), "the thread again")
        await pilot.press("q")
        await until(pilot, lambda: "Number 0 is a patient film" in words(pilot), "the review again")


async def test_what_is_known_shows_while_the_rest_is_fetched(library: Library) -> None:
    app, talk = stage(library, *small())
    async with app.run_test() as pilot:
        talk.gate = asyncio.Event()
        await arrived(pilot)
        await pilot.press("c")
        await until(pilot, lambda: "What 5 says." in words(pilot), "what is known")
        assert "fetching …" in seen(app)[0]
        talk.bring = lambda: library.keep_thread(1, found(*small(), make_comment(id="6", text="New fog.")), now=NOON)
        talk.gate.set()
        await until(pilot, lambda: "New fog." in words(pilot), "what was fetched")
        assert "6 comments" in seen(app)[0]
        assert talk.asked == [1]


async def test_what_arrives_moves_neither_place_nor_folds(library: Library) -> None:
    comments = talk_of(200)
    app, _ = stage(library, *comments)
    async with app.run_test(size=(80, 24)) as pilot:
        view = await thread_shown(pilot)
        await pilot.press("Z", *["right_curly_bracket"] * 9, "j")
        before, chosen, folds = texts_of(app), selected(view), view.outline.folded
        first = make_comment(id="900", text="First!", published=NOON - timedelta(days=9))
        below = make_comment(id="901", parent=comments[1].id, text="Folded away.")
        library.keep_thread(1, found(*comments, first, below), now=LATER)
        app.everywhere("show_talk", 1)
        await until(pilot, lambda: "202 comments" in seen(app)[0], "the new state")
        assert (selected(view), view.outline.folded) == (chosen, folds)
        assert texts_of(app) == before


async def test_an_answer_for_another_review_is_dropped(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test() as pilot:
        await thread_shown(pilot)
        library.keep_thread(1, found(make_comment(id="9")), now=NOON)
        screen_of(pilot).show_talk(2)
        await still(pilot)
        assert "What 5 says." in words(pilot)


async def test_new_comments_stand_out_until_one_leaves(library: Library) -> None:
    library.keep_thread(1, found(*small()[:4]), now=EARLIER)
    library.look_at_thread(1, now=EARLIER)
    library.keep_thread(1, found(*small()), now=LATER)
    app, _ = stage(library)
    async with app.run_test() as pilot:
        view = await thread_shown(pilot)
        assert "● 1 new" in seen(app)[0]
        assert "• Iris · ● new" in words(pilot)
        await pilot.press("n")
        assert selected(view) == "5"
        await pilot.press("q")
        await until(pilot, lambda: app.screen is app.reviews, "the list")
        await pilot.press("c")
        await until(pilot, lambda: "What 5 says." in words(pilot), "the thread again")
        assert "new" not in seen(app)[0]


async def test_what_came_while_one_looked_is_read_when_one_leaves(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test() as pilot:
        await thread_shown(pilot)
        library.keep_thread(1, found(*small(), make_comment(id="6")), now=NOON)
        await pilot.press("q")
        await until(pilot, lambda: app.screen is app.reviews, "the list")
        await until(pilot, lambda: not library.thread(1).unseen, "all of it seen")


async def test_keys_move_through_the_tree(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test() as pilot:
        view = await thread_shown(pilot)
        for key, there in (
            ("j", "2"), ("j", "3"), ("P", "2"), ("right_square_bracket", "4"), ("left_square_bracket", "2"),
            ("right_curly_bracket", "5"), ("left_curly_bracket", "1"), ("G", "5"), ("k", "4"), ("g", "1"),
            ("l", "2"), ("h", "2"), ("j", "4"), ("h", "1"), ("end", "5"), ("home", "1"),
        ):  # fmt: skip
            await pilot.press(key)
            assert selected(view) == there, key


async def test_tab_folds_and_unfolds(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test() as pilot:
        await thread_shown(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: "▸ Bo · 3 below" in words(pilot), "the fold")
        assert "What 3 says." not in words(pilot)
        await pilot.press("l")
        await until(pilot, lambda: "What 3 says." in words(pilot), "all again")


async def test_a_thread_folds_by_depth(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test() as pilot:
        view = await thread_shown(pilot)
        for key, rows in (("minus", 4), ("minus", 2), ("minus", 2), ("plus", 4), ("Z", 5), ("Z", 2)):
            await pilot.press(key)
            assert len(view.outline.rows) == rows, key


async def test_a_search_marks_and_n_goes_through_it(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test() as pilot:
        view = await thread_shown(pilot)
        await pilot.press("slash", *"iris")
        await until(pilot, lambda: selected(view) == "2", "the first found")
        await pilot.press("enter")
        await until(pilot, lambda: "“iris” in 2 comments" in words(pilot), "how many")
        await pilot.press("n")
        assert selected(view) == "5"
        await pilot.press("p")
        assert selected(view) == "2"
        await pilot.press("escape")
        await until(pilot, lambda: "“iris”" not in words(pilot), "the end of the search")
        assert isinstance(app.screen, CommentsScreen)


async def test_a_search_finds_what_is_folded_away(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test() as pilot:
        view = await thread_shown(pilot)
        await pilot.press("Z", "slash", *"3 says", "enter")
        await until(pilot, lambda: selected(view) == "3", "the comment")
        assert "What 3 says." in words(pilot)


async def test_one_author_can_be_followed(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test() as pilot:
        view = await thread_shown(pilot)
        await pilot.press("w", "n")
        assert selected(view) == "4"
        await until(pilot, lambda: "2 comments by Bo" in words(pilot), "whose")
        await pilot.press("w")
        await until(pilot, lambda: "by Bo" not in words(pilot), "nobody")


async def test_a_digit_opens_a_link_of_the_selected_comment(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browse(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    linking = make_comment(
        id="1", text="See the place and mail.", url="https://critic.example/0#comment-1",
        spans=(Span(4, 13, url="https://place.example/"), Span(18, 22, url="mailto:ada@critic.example")),
    )  # fmt: skip
    app, _ = stage(library, linking)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await thread_shown(pilot)
        await pilot.press("1")
        await until(pilot, lambda: opened == ["https://place.example/"], "the browser")
        await pilot.press("2", "3")
        await until(pilot, lambda: "no link 3" in words(pilot), "that there is none")
        await pilot.press("o")
        await until(pilot, lambda: opened[1:] == ["https://critic.example/0#comment-1"], "the comment's page")
        await pilot.press("y")
        await until(pilot, lambda: "comment-1" in app.clipboard, "the clipboard")


async def test_the_mouse_selects_folds_and_scrolls(library: Library) -> None:
    app, _ = stage(library, *talk_of(60))
    async with app.run_test(size=(80, 24)) as pilot:
        view = await thread_shown(pilot)
        second = view.height_of(0) + 1
        await pilot.click(view, offset=(8, second + 1))
        assert selected(view) == "2"
        await pilot.click(view, offset=(4, second))
        await until(pilot, lambda: "2" in view.outline.folded, "the fold")
        await pilot.mouse_down(view, offset=(79, 21))
        await pilot.mouse_up(view, offset=(79, 21))
        assert view.window.top > 5


async def test_a_long_comment_is_scrolled_through(library: Library) -> None:
    long = make_comment(id="1", text="\n\n".join(f"Paragraph {number}." for number in range(40)))
    app, _ = stage(library, long, make_comment(id="2", text="After it.", published=NOON))
    async with app.run_test(size=(80, 24)) as pilot:
        view = await thread_shown(pilot)
        for _ in range(20):
            if selected(view) == "2":
                break
            assert selected(view) == "1"
            await pilot.press("j")
        assert selected(view) == "2"
        assert "After it." in words(pilot)
        await pilot.press("k")
        assert selected(view) == "1"


async def test_pages_take_the_cursor_along(library: Library) -> None:
    app, _ = stage(library, *talk_of(60))
    async with app.run_test(size=(80, 24)) as pilot:
        view = await thread_shown(pilot)
        await pilot.press("space", "ctrl+d")
        await until(pilot, lambda: view.window.top > 0, "another page")
        assert view.row >= view.window.top
        await pilot.press("b", "b", "b", "ctrl+u")
        assert (view.row, view.window.top) == (0, 0)


async def test_offline_the_thread_shows_with_its_age_and_the_reason(library: Library) -> None:
    app, talk = stage(library, *small())
    talk.reason = "no such host: critic.example"
    async with app.run_test(size=(100, 24)) as pilot:
        await thread_shown(pilot)
        await until(pilot, lambda: "as of 3 hours ago" in seen(app)[0], "the age")
        assert "The comments could not be fetched: no such host: critic.example." in words(pilot)
        talk.reason = ""
        talk.bring = lambda: library.keep_thread(1, found(*small()), now=NOON)
        await pilot.press("r")
        await until(pilot, lambda: "fetched just now" in seen(app)[0], "the thread anew")
        assert "could not" not in words(pilot)


async def test_an_empty_thread_says_so(library: Library) -> None:
    app, talk = stage(library)
    talk.bring = lambda: library.keep_thread(1, found(), now=NOON)
    async with app.run_test() as pilot:
        await thread_shown(pilot)
        await until(pilot, lambda: "i writes the first comment." in words(pilot), "what to do")
        await pilot.press("j", "k", "tab", "h", "l", "P", "n", "G", "g", "space", "w", "minus", "plus", "Z")
        assert "Nobody has said anything yet." in words(pilot)


async def test_a_wide_window_shows_the_review_beside_the_thread(library: Library) -> None:
    app, _ = stage(library, *small())
    async with app.run_test(size=(150, 40)) as pilot:
        await thread_shown(pilot)
        await until(pilot, lambda: "Number 0 is a patient film" in words(pilot), "the review's text")
        assert "What 5 says." in words(pilot)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "Number 0 is a patient film" not in words(pilot), "the thread alone")


async def test_hostile_words_are_shown_as_they_are(library: Library) -> None:
    hostile = make_comment(id="[/]", author="[/] [b]Bo", text="[/] [red]fog[/red] " + "f" * 10_000)
    app, talk = stage(library, hostile, make_comment(id="2", text="fog " * 250_000, published=NOON))
    talk.reason = "[/] [b]no"
    async with app.run_test(size=(80, 40)) as pilot:
        await thread_shown(pilot)
        assert "[/] [b]Bo" in words(pilot)
        assert "[/] [red]fog[/red]" in words(pilot)
        await until(pilot, lambda: "[/] [b]no" in words(pilot), "the reason")
        await pilot.press("w")
        await until(pilot, lambda: "1 comment by [/] [b]Bo" in words(pilot), "whose")
        await pilot.press("G", *["space"] * 8)
        await until(pilot, lambda: "characters more" in words(pilot), "the end of the endless one")


def test_only_a_reply_of_ones_own_has_a_reply_s_number() -> None:
    assert own_reply(make_comment(id="reply-7", own=True)) == 7
    assert own_reply(make_comment(id="reply-7")) is None
    assert own_reply(make_comment(id="7", own=True)) is None
