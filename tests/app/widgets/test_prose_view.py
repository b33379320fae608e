"""The text on the screen: what the mouse does, what is drawn, and that a long text never holds up the app."""

import asyncio
import time
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.selection import Selection
from textual.strip import Strip

from tests.app.prose_making import make_prose, paragraph, spoiler
from tests.app.stage import Stage, shown
from tests.makers import NOON, make_review
from tests.waiting import until
from tui.app.widgets.prose_view import ProseView
from tui.app.widgets.review_page import review_page
from tui.app.widgets.typesetting import Line, Page
from tui.model.prose import Prose

LONG = make_prose(*(paragraph(f"{number} " + "fog and horn " * 25) for number in range(200)))


class OneView(Screen[None]):
    """A screen that is all text."""

    def compose(self) -> ComposeResult:
        yield ProseView()


async def showing(pilot: Pilot[None], prose: Prose) -> ProseView:
    await until(pilot, lambda: pilot.app.screen.query(ProseView), "the view")
    view = pilot.app.screen.query_one(ProseView)
    view.show_page(partial(review_page, make_review(), prose, now=NOON))
    await until(pilot, lambda: view.page.lines, "the page")
    return view


def drawn(view: ProseView, y: int) -> Strip:
    """Return a line of the window."""
    return view.render_lines(Region(0, y, view.size.width, 1))[0]


async def test_the_measure_is_72_in_a_wide_window_and_the_window_less_a_margin_in_a_narrow_one() -> None:
    async with Stage(OneView).run_test(size=(120, 24)) as pilot:
        view = await showing(pilot, LONG)
        assert view.measure == 72
        for width, measure in ((80, 72), (60, 54), (40, 36), (24, 22)):
            await pilot.resize_terminal(width, 24)
            await until(pilot, lambda measure=measure: view.page.measure == measure, f"laid out for {width} columns")  # type: ignore[misc]  # a default binds the loop's value


async def test_a_line_is_drawn_once_and_in_the_middle() -> None:
    async with Stage(OneView).run_test(size=(100, 24)) as pilot:
        view = await showing(pilot, make_prose(paragraph("Fog.")))
        strip = drawn(view, 1)
        assert strip.text.startswith(" " * 14 + "The Second Foghorn")
        assert strip.cell_length == 100
        assert drawn(view, 1) is strip


async def test_every_line_fills_the_window_exactly_whatever_is_in_it() -> None:
    prose = make_prose(
        paragraph("漢字の霧笛 " * 20),
        paragraph("👨\u200d👩\u200d👧 ⭐\ufe0f e\u0301 [/] [REC]² " * 9),
        paragraph(spoiler("霧笛" * 9)),
    )
    async with Stage(OneView).run_test(size=(50, 24)) as pilot:
        view = await showing(pilot, prose)
        for index in range(len(view.page.lines) + 2):
            view.top = index
            strip = drawn(view, 0)
            assert strip.cell_length == sum(segment.cell_length for segment in strip) == 50


async def test_the_thumb_can_be_dragged() -> None:
    async with Stage(OneView).run_test(size=(80, 24)) as pilot:
        view = await showing(pilot, LONG)
        view.post_message(events.MouseDown(view, 79, 23, 0, 0, 1, False, False, False))
        await until(pilot, lambda: view.top == len(view.page.lines) - 24, "the end")
        view.post_message(events.MouseMove(view, 79, 0, 0, 0, 1, False, False, False))
        await until(pilot, lambda: view.top == 0, "the start")
        view.post_message(events.MouseUp(view, 79, 0, 0, 0, 1, False, False, False))
        await until(pilot, lambda: pilot.app.mouse_captured is None, "the mouse let go")


async def test_selected_words_can_be_copied_but_not_what_is_hidden() -> None:
    async with Stage(OneView).run_test(size=(80, 24)) as pilot:
        view = await showing(pilot, make_prose(paragraph("It was ", spoiler("the butler"), ".")))
        line = next(index for index, each in enumerate(view.page.lines) if each.text.startswith("It was"))
        assert view.get_selection(Selection(Offset(0, line), Offset(10, line))) == ("It was ▒▒▒", "\n")


async def test_a_selection_is_drawn() -> None:
    async with Stage(OneView).run_test(size=(80, 40)) as pilot:
        view = await showing(pilot, make_prose(paragraph("Fog and horn.")))
        before = drawn(view, 1)
        pilot.app.screen.selections = {view: Selection(Offset(0, 1), Offset(3, 1))}
        await pilot.pause()
        after = drawn(view, 1)
        assert after.text == before.text
        assert [segment.style for segment in after] != [segment.style for segment in before]


async def test_another_theme_draws_anew() -> None:
    async with Stage(OneView).run_test(size=(80, 24)) as pilot:
        view = await showing(pilot, make_prose(paragraph("Fog.")))
        before = drawn(view, 1)
        pilot.app.theme = "paper"
        await until(pilot, lambda: drawn(view, 1) != before, "other colours")


async def test_what_cannot_be_laid_out_says_so() -> None:
    def breaks(measure: int) -> Page:
        raise ValueError("[/] no")

    async with Stage(OneView).run_test() as pilot:
        view = await showing(pilot, LONG)
        view.show_page(breaks)
        await until(pilot, lambda: "cannot be laid out: ValueError('[/] no')" in shown(view), "the reason")


async def test_a_late_layout_is_dropped() -> None:
    def slow(measure: int) -> Page:
        time.sleep(0.2)
        return Page((Line("late"),), measure)

    async with Stage(OneView).run_test() as pilot:
        view = await showing(pilot, LONG)
        view.show_page(slow)
        view.show_page(lambda measure: Page((Line("asked last"),), measure))
        await until(pilot, lambda: shown(view) == "asked last", "what was asked last")
        await asyncio.sleep(0.3)
        assert shown(view) == "asked last"


async def test_clearing_shows_nothing() -> None:
    async with Stage(OneView).run_test() as pilot:
        view = await showing(pilot, LONG)
        view.clear()
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert shown(view) == ""
        assert view.progress == 0


async def test_thirty_thousand_words_never_hold_the_loop_for_long() -> None:
    prose = make_prose(*(paragraph("fog and the horn of it " * 40) for _ in range(130)))
    async with Stage(OneView).run_test(size=(80, 24)) as pilot:
        view = await showing(pilot, make_prose(paragraph("Fog.")))
        before, cpu = view.page, time.thread_time()
        view.show_page(partial(review_page, make_review(), prose, now=NOON))
        await until(pilot, lambda: view.page is not before, "the page")
        assert len(prose.text.split()) > 30_000
        assert time.thread_time() - cpu < 0.25
