"""Looks become colours: every one that is used is known, and they can be told apart from their ground."""

import pytest
from rich.color import Color
from textual.app import ComposeResult
from textual.screen import Screen

from tests.app.stage import Stage
from tests.waiting import until
from tui.app.widgets.looks import LOOKS, Looks
from tui.app.widgets.prose_view import ProseView
from tui.app.widgets.typesetting import Line, Span

ALL = (*LOOKS, *(f"{name}-{step}" for name in ("grade", "chip") for step in range(5)), "up", "down")


class OneView(Screen[None]):
    """A screen that is all text."""

    def compose(self) -> ComposeResult:
        yield ProseView()


def luminance(color: Color | None) -> float:
    assert color is not None
    channels = [c / 255 for c in color.get_truecolor()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color | None, other: Color | None) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["house-lights", "paper"])
async def test_every_look_can_be_read(theme: str) -> None:
    async with Stage(OneView, theme=theme).run_test() as pilot:
        await until(pilot, lambda: pilot.app.screen.query(ProseView), "the view")
        looks = Looks(pilot.app.screen.query_one(ProseView))
        for look in ALL:
            style = looks.style(look)
            assert contrast(style.color, style.bgcolor) >= 4.5, look
            if look not in ("chip", "evidence", "track") and not look.startswith("chip-"):
                on_card = looks.style("card", look)
                assert contrast(on_card.color, on_card.bgcolor) >= 4.3, f"{look} on the card"


async def test_looks_add_up() -> None:
    async with Stage(OneView).run_test() as pilot:
        await until(pilot, lambda: pilot.app.screen.query(ProseView), "the view")
        looks = Looks(pilot.app.screen.query_one(ProseView))
        (segment,) = looks.segments(Line("fog", (Span(0, 3, "italic"), Span(0, 3, "bold", 4))))
        assert segment.style is not None
        assert segment.style.italic
        assert segment.style.bold
        assert segment.style.meta == {"link": 4}


async def test_a_hidden_word_keeps_its_width() -> None:
    async with Stage(OneView).run_test() as pilot:
        await until(pilot, lambda: pilot.app.screen.query(ProseView), "the view")
        looks = Looks(pilot.app.screen.query_one(ProseView))
        line = Line("霧 fog", (Span(0, 5, "spoiler"),))
        assert [segment.text for segment in looks.segments(line, revealed=False)] == ["▒" * 6]
        assert [segment.text for segment in looks.segments(line)] == ["霧 fog"]
