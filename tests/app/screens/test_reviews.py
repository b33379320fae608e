from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.filling import NoNews, app_on, arrived, draft, filled, seen, still, take
from tests.makers import NOON, make_outcome
from tests.waiting import until
from tui.app.dialogs.filter_grade import FilterGradeDialog
from tui.app.dialogs.search import SearchDialog
from tui.app.screens.reading import ReadingScreen
from tui.app.widgets.critics_bar import CriticsBar
from tui.app.widgets.histogram import GradeHistogram
from tui.app.widgets.preview import Preview
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.shown import STARRED, UNREAD, or_better
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path) as library:
        yield library


async def test_the_newest_review_is_selected_first(library: Library) -> None:
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        assert screen.reviews.row is not None
        assert screen.reviews.row.work == "The Second Foghorn"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("j j", 2), ("down down up", 1), ("G", 39), ("end home", 0), ("G g", 0), ("j k k", 0), ("space", 24),
        ("ctrl+d", 12), ("space b", 0), ("pagedown ctrl+u", 12),
    ],
)  # fmt: skip
async def test_keys_move_the_cursor(library: Library, keys: str, line: int) -> None:
    async with app_on(library).run_test(size=(120, 37)) as pilot:
        screen = await arrived(pilot)
        await pilot.press(*keys.split())
        assert screen.reviews.cursor == line
        assert screen.reviews.top <= line < screen.reviews.top + screen.reviews.size.height


async def test_hostile_titles_stand_in_their_columns_as_they_are(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        text = "\n".join(seen(app))
        assert "[REC]² (2025)" in text
        assert "[/] and Other Endings (2025)" in text
        assert "東京の雨 (2025)" in text


async def test_n_and_p_go_from_unread_to_unread(library: Library) -> None:
    async with app_on(library).run_test() as pilot:
        screen = await arrived(pilot)
        read = [screen.reviews.order.ids[line] for line in (1, 2, 4)]
        library.mark(read, "read", True, now=NOON)
        screen.show()
        await still(pilot)
        await pilot.press("n")
        assert screen.reviews.cursor == 3
        await pilot.press("n")
        assert screen.reviews.cursor == 5
        await pilot.press("p", "p")
        assert screen.reviews.cursor == 0


async def test_the_rows_around_the_next_unread_are_there_before_n_goes_to_them(tmp_path: Path) -> None:
    with filled(tmp_path, 2_000) as library:
        order = library.order(Query(), Sort.NEWEST)
        library.mark([*order[1:1_000], *order[1_001:]], "read", True, now=NOON)
        app = app_on(library)
        async with app.run_test() as pilot:
            screen = await arrived(pilot)
            assert order[1_000] in screen.reviews.rows
            await pilot.press("n")
            assert screen.reviews.row is not None
            assert screen.reviews.row.id == order[1_000]
            assert "1,001/2,000" in "\n".join(seen(app))


async def test_the_read_mark_is_set_and_taken_back(library: Library) -> None:
    async with app_on(library).run_test() as pilot:
        screen = await arrived(pilot)
        first = screen.reviews.order.ids[0]
        await pilot.press("N")
        await until(pilot, lambda: library.review(first).read and screen.reviews.rows[first].read, "the mark")
        await pilot.press("u")
        await until(pilot, lambda: not library.review(first).read and not screen.reviews.rows[first].read, "undo")


async def test_all_marked_read_is_taken_back_at_once(library: Library) -> None:
    async with app_on(library).run_test() as pilot:
        screen = await arrived(pilot)
        await pilot.press("A")
        await until(pilot, lambda: not library.count(UNREAD.query), "everything read")
        await still(pilot)
        assert 1 not in screen.reviews.order.unread
        await pilot.press("u")
        await until(pilot, lambda: library.count(UNREAD.query) == 40, "everything unread again")
        await still(pilot)
        assert 0 not in screen.reviews.order.unread


async def test_a_star_is_found_again(library: Library) -> None:
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("j", "s")
        await until(pilot, lambda: library.count(STARRED.query) == 1, "the star")
        await pilot.press("h", "j", "j")
        await still(pilot)
        assert screen.shown.shelf == STARRED
        assert len(screen.reviews.order) == 1


async def test_the_grade_filter_shows_b_minus_or_better_on_one_key(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("F")
        await until(pilot, lambda: isinstance(app.screen, FilterGradeDialog), "the dialog")
        await pilot.press("b")
        await until(pilot, lambda: app.screen is screen, "the list again")
        await still(pilot)
        assert screen.shown.bars == or_better("B-")
        assert {row.letter for row in screen.reviews.rows.values() if row.id in screen.reviews.order.ids} <= {
            *or_better("B-")
        }
        assert any("grade B- or better" in line for line in seen(app))
        await pilot.press("ctrl+f")
        await still(pilot)
        assert len(screen.reviews.order) == 40


async def test_a_search_that_does_not_parse_is_pointed_at_and_kept(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.screen, SearchDialog), "the dialog")
        app.screen.query_one(Input).value = "fog grade>=Q"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.has_class("-wrong"), "the complaint")
        lines = seen(app)
        row = next(place for place, line in enumerate(lines) if "^ " in line)
        assert lines[row - 1][lines[row].index("^ ")] in ">=Q"
        app.screen.query_one(Input).value = "grade>=A unread"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen, "the list again")
        await still(pilot)
        assert {screen.reviews.rows[i].letter for i in screen.reviews.order.ids} == {"A+", "A"}


async def test_a_filter_that_matches_nothing_says_so_and_how_to_clear_it(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        screen.show(bars=frozenset({"unscored"}))
        await still(pilot)
        text = "\n".join(seen(app))
        assert "Nothing matches: grade without a scale" in text
        assert "^F clears the filter" in text


async def test_moving_on_the_histogram_filters_enter_keeps_and_escape_takes_it_back(library: Library) -> None:
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("tab")
        assert screen.query_one(GradeHistogram).has_focus
        await pilot.press("right", "right")
        await still(pilot)
        assert screen.shown.bars == {"A"}
        assert screen.histogram.total == 40
        await pilot.press("enter")
        assert screen.reviews.has_focus
        assert screen.shown.bars == {"A"}
        await pilot.press("tab", "escape")
        await still(pilot)
        assert not screen.shown.bars


async def test_clicking_a_bar_filters_and_clicking_it_again_does_not(library: Library) -> None:
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        histogram = screen.query_one(GradeHistogram)
        await pilot.click(histogram, offset=(histogram.step * 3 + 1, 2))
        await still(pilot)
        assert screen.shown.bars == {"B+"}
        await pilot.click(histogram, offset=(histogram.step * 3 + 1, 2))
        await still(pilot)
        assert not screen.shown.bars


async def test_moving_over_the_critics_shows_each(library: Library) -> None:
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("h", "G")
        await still(pilot)
        assert screen.shown.shelf.name == "Second Reel"
        assert {screen.reviews.rows[i].critic for i in screen.reviews.order.ids} == {"Second Reel"}
        await pilot.press("enter")
        assert screen.reviews.has_focus


async def test_a_narrow_window_shows_the_critics_in_the_lists_place(library: Library) -> None:
    async with app_on(library).run_test(size=(80, 24)) as pilot:
        screen = await arrived(pilot)
        assert not screen.query_one(CriticsBar).display
        await pilot.press("h")
        await pilot.pause()
        assert screen.query_one(CriticsBar).display
        assert not screen.query_one("#middle").display
        await pilot.press("j", "enter")
        await still(pilot)
        assert screen.query_one("#middle").display
        assert screen.shown.shelf == UNREAD


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (240, 70)])
async def test_the_selected_review_stays_in_view_at_any_size(library: Library, size: tuple[int, int]) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("G")
        await pilot.resize_terminal(*size)
        await still(pilot)
        await until(pilot, lambda: screen.reviews.size.width <= size[0], "the new size")
        reviews = screen.reviews
        assert reviews.top <= reviews.cursor < reviews.top + reviews.size.height
        assert all(len(line) <= size[0] for line in seen(app))
        assert screen.query_one(Preview).display == (size[0] >= 130)


async def test_news_leave_the_selected_review_where_it_is(library: Library) -> None:
    critic = library.critic("Ada Quill")
    new = [replace(draft(1000 + n), published=NOON + timedelta(hours=n)) for n in range(5)]
    refresher = NoNews([make_outcome(new=5)], bring=lambda: take(library, critic, new))
    app = app_on(library, refresher)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await arrived(pilot)
        await pilot.press(*"jjjjjjjj")
        selected, line = screen.reviews.selected, screen.reviews.cursor - screen.reviews.top
        await pilot.press("R", "j", "k")
        await until(pilot, lambda: len(screen.reviews.order) == 45, "the news")
        await still(pilot)
        assert screen.reviews.selected == selected
        assert screen.reviews.cursor - screen.reviews.top == line
        await pilot.press("g")
        assert screen.reviews.row is not None
        assert screen.reviews.row.published > NOON


async def test_news_push_in_at_the_top_for_a_reader_at_the_top(library: Library) -> None:
    critic = library.critic("Ada Quill")
    new = [replace(draft(1000), published=NOON + timedelta(hours=1))]
    app = app_on(library, NoNews([make_outcome(new=1)], bring=lambda: take(library, critic, new)))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await arrived(pilot)
        selected = screen.reviews.selected
        await pilot.press("R")
        await until(pilot, lambda: len(screen.reviews.order) == 41, "the news")
        assert (screen.reviews.selected, screen.reviews.top, screen.reviews.cursor) == (selected, 0, 1)


async def test_a_review_read_in_the_unread_list_stays_through_a_refresh(library: Library) -> None:
    app = app_on(library, NoNews([make_outcome()]))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await arrived(pilot)
        screen.show(shelf=UNREAD)
        await still(pilot)
        await pilot.press("j", "N")
        await still(pilot)
        selected = screen.reviews.selected
        await pilot.press("R")
        await until(pilot, lambda: "nothing new" in app.progress or "1 new" in app.progress, "the refresh")
        await still(pilot)
        assert screen.reviews.selected == selected
        assert len(screen.reviews.order) == 40


async def test_the_preview_follows_the_cursor_where_there_is_room(library: Library) -> None:
    async with app_on(library).run_test(size=(160, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("j")
        preview = screen.query_one(Preview)
        await until(pilot, lambda: preview.row is not None and preview.row.id == screen.reviews.selected, "it follows")


async def test_the_wheel_scrolls_and_a_click_selects(library: Library) -> None:
    async with app_on(library).run_test(size=(120, 30)) as pilot:
        screen = await arrived(pilot)
        screen.reviews.scroll_by(3)
        assert (screen.reviews.top, screen.reviews.cursor) == (3, 0)
        await pilot.click(screen.reviews, offset=(20, 4))
        assert screen.reviews.cursor == 7


async def test_the_thumb_can_be_dragged(library: Library) -> None:
    async with app_on(library).run_test(size=(120, 30)) as pilot:
        screen = await arrived(pilot)
        edge, bottom = screen.reviews.size.width - 1, screen.reviews.size.height - 1
        await pilot.mouse_down(screen.reviews, offset=(edge, 0))
        await pilot.hover(screen.reviews, offset=(edge, bottom))
        await pilot.mouse_up(screen.reviews, offset=(edge, bottom))
        assert screen.reviews.top == 40 - screen.reviews.size.height
        assert screen.reviews.cursor == 0


async def test_a_double_click_opens(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await arrived(pilot)
        await pilot.click(screen.reviews, offset=(20, 2), times=2)
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen), "the review")
        assert screen.reviews.cursor == 2


async def test_long_lists_fetch_only_what_is_near(tmp_path: Path) -> None:
    with filled(tmp_path, 3_000) as library:
        app = app_on(library)
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await arrived(pilot)
            await pilot.press("G")
            await until(pilot, lambda: screen.reviews.row is not None, "the last row")
            await still(pilot)
            assert len(screen.reviews.rows) < 500
            assert "  …" not in "\n".join(seen(app))


async def test_news_draw_again_only_the_lines_that_changed(library: Library) -> None:
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        drawn = dict(screen.reviews._drawn)
        changed = screen.reviews.order.ids[3]
        library.mark([changed], "starred", True, now=NOON)
        screen.show_news()
        await still(pilot)
        again = {key[0] for key, strip in screen.reviews._drawn.items() if drawn.get(key) is not strip}
        assert again == {changed}
        assert screen.reviews.rows[changed].starred
