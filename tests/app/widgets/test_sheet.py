from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tests.app.stage import light
from tests.waiting import until
from tui.app.widgets.lines import Lines
from tui.app.widgets.sheet import Sheet, Stop, below, beside, stops
from tui.summaries.plots import Piece, PlotLine

GRID: tuple[PlotLine, ...] = (
    (Piece("Heading", "heading"),),
    (Piece("██  ", at="a"), Piece("    ", at="b")),
    (Piece("A   ", at="a"), Piece("B   ", at="b")),
    (),
    (Piece("A long row", at="row"),),
    (Piece("Far", "heading"),),
    *((Piece(f"line {number}"),) for number in range(30)),
    (Piece("the end", at="end"),),
)


class Shown(App[None]):
    def __init__(self) -> None:
        super().__init__()
        light(self)
        self.chosen: list[object] = []

    def compose(self) -> ComposeResult:
        yield Sheet()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        assert isinstance(event.lines, Sheet)
        self.chosen.append(event.lines.target)


def stood_on(sheet: Sheet) -> object:
    """What the cursor stands on, asked anew."""
    return sheet.target


async def sheet_of(pilot: Pilot[None]) -> Sheet:
    sheet = pilot.app.query_one(Sheet)
    sheet.show(lambda width: GRID, fresh=True)
    await until(pilot, lambda: sheet.stops, "a layout")
    return sheet


def test_what_touches_and_stands_for_one_thing_is_one_stop() -> None:
    assert stops(GRID)[:3] == (Stop("a", 1, 2, 0, 4), Stop("b", 1, 2, 4, 8), Stop("row", 4, 4, 0, 10))


def test_the_same_thing_further_down_is_another_stop() -> None:
    line = (Piece("x", at="x"),)
    assert [stop.first for stop in stops((line, (), line))] == [0, 2]


def test_the_four_ways_lead_to_the_nearest_stop() -> None:
    a, b, row, end = stops(GRID)
    assert beside(a, (a, b, row, end), 1) == b
    assert beside(b, (a, b, row, end), 1) is None
    assert below(b, (a, b, row, end), 1, 5) == row
    assert below(row, (a, b, row, end), -1, 5) == b
    assert below(end, (a, b, row, end), 1, 5) is None


async def test_the_cursor_walks_and_scrolls_where_nothing_can_be_opened() -> None:
    async with Shown().run_test(size=(40, 12)) as pilot:
        sheet = await sheet_of(pilot)
        assert stood_on(sheet) == "a"
        sheet.step(1)
        assert stood_on(sheet) == "b"
        sheet.move(1)
        assert stood_on(sheet) == "row"
        sheet.move(1)
        assert (stood_on(sheet), sheet.top) == ("row", 1)
        for _ in range(40):
            sheet.move(1)
        assert stood_on(sheet) == "end"
        sheet.move_to(0)
        assert (stood_on(sheet), sheet.top) == ("a", 0)


async def test_a_click_opens_what_it_meets() -> None:
    app = Shown()
    async with app.run_test(size=(40, 12)) as pilot:
        sheet = await sheet_of(pilot)
        await pilot.click(Sheet, offset=(sheet.margin + 5, 1))
        await until(pilot, lambda: app.chosen == ["b"], "the column clicked")
        await pilot.click(Sheet, offset=(sheet.margin + 5, 0))
        await pilot.pause()
        assert app.chosen == ["b"]


async def test_a_new_layout_keeps_the_stop() -> None:
    async with Shown().run_test(size=(40, 12)) as pilot:
        sheet = await sheet_of(pilot)
        sheet.move_to(4)
        assert stood_on(sheet) == "row"
        sheet.show(lambda width: ((), *GRID))
        assert (stood_on(sheet), sheet.here and sheet.here.last) == ("row", 5)
        sheet.show(lambda width: (), fresh=True)
        assert sheet.target is None
        sheet.move(1)
        sheet.step(1)
        sheet.page(1)
        assert sheet.count() == 0


async def test_the_stop_is_lit_and_nothing_else() -> None:
    async with Shown().run_test(size=(40, 12)) as pilot:
        sheet = await sheet_of(pilot)
        drawn = list(sheet.draw(2, 39, Style()))
        lit = [segment.text for segment in drawn if segment.style and segment.style.bgcolor == sheet.base(True).bgcolor]
        assert lit == ["A   "]


async def test_a_section_is_one_key_away() -> None:
    async with Shown().run_test(size=(40, 12)) as pilot:
        sheet = await sheet_of(pilot)
        sheet.section()
        assert sheet.top == 5
