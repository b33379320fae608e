"""Reading one review: what is shown, where it leads, what is marked, and that nothing is taken for markup."""

from array import array
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.app.stage import Stage, library_with, shown, text_shown
from tests.makers import NOON, make_credits, make_draft, make_grade
from tests.waiting import until
from tui.app.messages import BrowserAsked, CopyAsked, MarkAsked, ReviewShown
from tui.app.screens.reading import ReadingScreen
from tui.app.widgets.reading_bar import ReadingBar
from tui.model.grade import Where
from tui.model.listing import Marking
from tui.model.order import Order
from tui.model.review import Draft
from tui.model.work import Work

LONG = "<p>" + "</p><p>".join(f"Paragraph {n}: " + "fog and horn " * 40 for n in range(1, 30)) + "</p>"


def post(name: str, **fields: object) -> Draft:
    return make_draft(
        **{"guid": name, "title": name, "url": f"https://critic.example/{name}", "work": Work(name), **fields}
    )


def stage(
    folder: Path, *drafts: Draft, start: int = 0, unread: bytes = b"", places: dict[int, int] | None = None
) -> Stage:
    """Return an app that reads the first of these reviews, which stand in this order."""
    library, ids = library_with(folder, *drafts)
    order = Order(array("q", ids), unread or b"\1" * len(ids))
    return Stage(lambda: ReadingScreen(library, lambda: NOON, ids[start], order, places=places), library)


def reading(pilot: Pilot[None]) -> ReadingScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


def heard(pilot: Pilot[None]) -> Stage:
    assert isinstance(pilot.app, Stage)
    return pilot.app


async def test_a_review_stands_with_grade_credits_and_text(tmp_path: Path) -> None:
    html = "<p>Directed By Ilse Marrow</p><p>A patient film about <em>fog</em>.</p><p>My Grade: 7/10 or B-</p>"
    text = "Directed By Ilse Marrow\n\nA patient film about fog.\n\nMy Grade: 7/10 or B-"
    at = text.index("7/10")
    app = stage(tmp_path, post("Foghorn", html=html, text=text, grade=make_grade(where=Where("text", at, at + 10))))
    async with app.run_test(size=(80, 24)) as pilot:
        words = shown(await text_shown(pilot, "A patient film"))
        assert "prose, last paragraph: “My Grade: 7/10 or B-”" in words
        assert "70 of 100" in words
        assert words.count("Ilse Marrow") == 1


async def test_a_review_is_marked_read_when_it_is_opened(tmp_path: Path) -> None:
    async with stage(tmp_path, post("Foghorn")).run_test() as pilot:
        await until(pilot, lambda: heard(pilot).markings, "the mark")
        assert heard(pilot).markings == [Marking((1,), "read", True)]


async def test_a_review_that_is_read_is_not_marked_again(tmp_path: Path) -> None:
    app = stage(tmp_path, post("Foghorn"))
    assert app.library is not None
    app.library.mark([1], "read", True, now=NOON)
    async with app.run_test() as pilot:
        await until(pilot, lambda: heard(pilot).told(ReviewShown), "the review")
        await pilot.pause()
        assert heard(pilot).told(MarkAsked) == []


async def test_capital_j_and_k_go_to_the_neighbours(tmp_path: Path) -> None:
    async with stage(tmp_path, post("One"), post("Two")).run_test() as pilot:
        await text_shown(pilot, "One")
        await pilot.press("J")
        await text_shown(pilot, "Two")
        assert pilot.app.screen.query_one(ReadingBar).position == "2 of 2"
        await pilot.press("J")
        await until(pilot, heard(pilot).notices, "a word that this is the last")
        await pilot.press("K")
        await text_shown(pilot, "One")


async def test_n_goes_to_the_next_unread(tmp_path: Path) -> None:
    async with stage(tmp_path, post("One"), post("Two"), post("Three"), unread=b"\1\0\1").run_test() as pilot:
        await text_shown(pilot, "One")
        await pilot.press("n")
        await text_shown(pilot, "Three")
        await until(pilot, lambda: len(heard(pilot).markings) == 2, "both marked as read")
        await pilot.press("p")
        await until(pilot, heard(pilot).notices, "a word that nothing is unread above")


async def test_marks_show_in_the_bar_and_can_be_changed(tmp_path: Path) -> None:
    async with stage(tmp_path, post("Foghorn")).run_test() as pilot:
        await until(pilot, lambda: heard(pilot).markings, "the mark")
        bar = pilot.app.screen.query_one(ReadingBar)
        await pilot.press("s", "N")
        await until(pilot, lambda: bar.starred and bar.unread, "star and unread in the bar")
        await pilot.press("s", "N")
        await until(pilot, lambda: not bar.starred and not bar.unread, "both gone")


async def test_an_undo_elsewhere_shows_here(tmp_path: Path) -> None:
    async with stage(tmp_path, post("Foghorn")).run_test() as pilot:
        await text_shown(pilot, "Foghorn")
        await until(pilot, lambda: heard(pilot).markings, "the mark")
        reading(pilot).show_marking(Marking((1,), "read", False))
        assert pilot.app.screen.query_one(ReadingBar).unread


async def test_a_digit_opens_the_link_of_that_number(tmp_path: Path) -> None:
    html = '<p>See <a href="https://place.example/fog">the place</a>.</p>'
    async with stage(tmp_path, post("Foghorn", html=html, credits=make_credits(trailer=None))).run_test() as pilot:
        await text_shown(pilot, "the place[1]")
        await pilot.press("1")
        await until(pilot, lambda: heard(pilot).told(BrowserAsked), "the browser asked")
        (asked,) = heard(pilot).told(BrowserAsked)
        assert isinstance(asked, BrowserAsked)
        assert asked.url == "https://place.example/fog"
        assert any("https://place.example/fog" in notice for notice in heard(pilot).notices())


async def test_a_link_can_be_clicked(tmp_path: Path) -> None:
    html = '<p>See <a href="https://place.example/fog">the place</a>.</p>'
    draft = post("Foghorn", html=html, credits=make_credits(trailer=None))
    async with stage(tmp_path, draft).run_test(size=(80, 40)) as pilot:
        view = await text_shown(pilot, "the place[1]")
        line = next(index for index, each in enumerate(view.page.lines) if "the place[1]" in each.text)
        await pilot.click(view, offset=((80 - view.page.measure) // 2 + 6, line))
        await until(pilot, lambda: heard(pilot).told(BrowserAsked), "the browser asked")


async def test_a_mail_link_is_shown_and_not_opened(tmp_path: Path) -> None:
    html = '<p>Write to <a href="mailto:ada@critic.example">me</a>.</p>'
    async with stage(tmp_path, post("Foghorn", html=html, credits=make_credits(trailer=None))).run_test() as pilot:
        await text_shown(pilot, "me[1]")
        await pilot.press("1", "2")
        await until(pilot, lambda: len(heard(pilot).notices()) == 2, "two words")
        assert "mailto:ada@critic.example" in "".join(heard(pilot).notices())
        assert heard(pilot).told(BrowserAsked) == []


async def test_o_and_y_want_the_reviews_own_address(tmp_path: Path) -> None:
    async with stage(tmp_path, post("Foghorn")).run_test() as pilot:
        await text_shown(pilot, "Foghorn")
        await pilot.press("o", "y")
        await until(pilot, lambda: heard(pilot).told(CopyAsked), "the clipboard asked")
        urls = [message.url for message in heard(pilot).heard if isinstance(message, BrowserAsked | CopyAsked)]
        assert urls == ["https://critic.example/Foghorn"] * 2


async def test_a_review_without_an_address_says_so(tmp_path: Path) -> None:
    async with stage(tmp_path, post("Foghorn", url="")).run_test() as pilot:
        await text_shown(pilot, "Foghorn")
        await pilot.press("o")
        await until(pilot, heard(pilot).notices, "a word")
        assert heard(pilot).told(BrowserAsked) == []


async def test_spoilers_are_hidden_until_asked(tmp_path: Path) -> None:
    html = '<p>It was <span class="spoiler">the butler</span>.</p>'
    async with stage(tmp_path, post("Foghorn", html=html)).run_test() as pilot:
        view = await text_shown(pilot, "It was ▒▒▒▒▒▒▒▒▒▒.")
        await pilot.press("v")
        assert "It was the butler." in shown(view)
        await pilot.press("v")
        assert "the butler" not in shown(view)


async def test_zen_leaves_only_the_text(tmp_path: Path) -> None:
    async with stage(tmp_path, post("Foghorn")).run_test() as pilot:
        view = await text_shown(pilot, "Foghorn")
        await pilot.press("z")
        await until(pilot, lambda: view.size.height == 24, "the whole window for the text")
        await pilot.press("z")
        await until(pilot, lambda: view.size.height == 22, "bar and footer back")


async def test_the_text_scrolls_by_every_key(tmp_path: Path) -> None:
    async with stage(tmp_path, post("Foghorn", html=LONG)).run_test() as pilot:
        view = await text_shown(pilot, "Paragraph 29")
        tops = []
        for key in ("j", "down", "space", "ctrl+d", "ctrl+u", "b", "up", "k", "G", "g"):
            await pilot.press(key)
            tops.append(view.top)
        last = len(view.page.lines) - view.size.height
        assert tops == [1, 2, 22, 32, 22, 2, 1, 0, last, 0]
        assert pilot.app.screen.query_one(ReadingBar).progress < 20


async def test_the_wheel_scrolls(tmp_path: Path) -> None:
    async with stage(tmp_path, post("Foghorn", html=LONG)).run_test() as pilot:
        view = await text_shown(pilot, "Paragraph 29")
        view.post_message(events.MouseScrollDown(view, 10, 5, 0, 0, 0, False, False, False))
        await until(pilot, lambda: view.top == 3, "three lines on")


async def test_a_text_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    places: dict[int, int] = {}
    async with stage(tmp_path, post("One", html=LONG), post("Two"), places=places).run_test() as pilot:
        view = await text_shown(pilot, "Paragraph 29")
        view.scroll_to_line(view.page.line_of(5_000))
        top = view.page.lines[view.top]
        await pilot.press("J")
        await text_shown(pilot, "Two")
        assert view.top == 0
        await pilot.press("K")
        await text_shown(pilot, "Paragraph 29")
        assert view.page.lines[view.top].offset == top.offset
        await pilot.press("q")
        assert places


async def test_a_resize_keeps_the_place(tmp_path: Path) -> None:
    async with stage(tmp_path, post("Foghorn", html=LONG)).run_test(size=(80, 24)) as pilot:
        view = await text_shown(pilot, "Paragraph 29")
        view.scroll_to_line(view.page.line_of(5_000))
        place = view.place
        assert place is not None
        await pilot.resize_terminal(44, 24)
        await until(pilot, lambda: view.page.measure == 40, "the text laid out anew")
        after = view.page.lines[view.top]
        assert after.offset is not None
        assert after.offset <= place < after.offset + 45


@pytest.mark.parametrize("key", ["q", "h", "left", "escape"])
async def test_every_back_key_goes_back(tmp_path: Path, key: str) -> None:
    async with stage(tmp_path, post("Foghorn")).run_test() as pilot:
        await text_shown(pilot, "Foghorn")
        await pilot.press(key)
        await until(pilot, lambda: not isinstance(pilot.app.screen, ReadingScreen), "the list again")


@pytest.mark.parametrize("title", ["[REC]²", "[/]", "[bold red]Fog[/]", "東京の雨", "A ] B [ C", "👨\u200d👩\u200d👧"])
async def test_a_hostile_title_is_only_words(tmp_path: Path, title: str) -> None:
    draft = post(
        title, html=f"<p>{title} is a film.</p>", url="https://critic.example/x", grade=make_grade(written=title)
    )
    async with stage(tmp_path, draft).run_test(size=(60, 24)) as pilot:
        await until(pilot, lambda: reading(pilot).view.page.lines, "the text")
        texts = [line.text for line in reading(pilot).view.page.lines]
        assert texts[1] == title
        assert pilot.app.screen.query_one(ReadingBar).title == f"{title} · Ada Quill"


async def test_a_review_that_is_gone_says_so_and_lets_the_reader_go_on(tmp_path: Path) -> None:
    library, ids = library_with(tmp_path, post("One"))
    app = Stage(lambda: ReadingScreen(library, lambda: NOON, 999, Order(array("q", [999, *ids]), b"\1\1")), library)
    async with app.run_test() as pilot:
        await text_shown(pilot, "999")
        await pilot.press("s", "N", "o", "y", "v")
        await pilot.press("J")
        await text_shown(pilot, "One")


async def test_only_the_last_of_many_asked_for_is_shown(tmp_path: Path) -> None:
    drafts = [post(f"Film {number}") for number in range(12)]
    async with stage(tmp_path, *drafts).run_test() as pilot:
        await text_shown(pilot, "Film 0")
        for number in range(2, 12):
            reading(pilot).read(number)
        await text_shown(pilot, "Film 10")
        await pilot.pause()
        assert "Film 10" in shown(reading(pilot).view)
