"""What the looks of a laid-out text are on the screen: names become colours and weights, in the theme of the day."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from tui.app.widgets.cells import steady
from tui.app.widgets.grade_colours import DARK, LIGHT
from tui.app.widgets.typesetting import Line

LOOKS = (
    "plain", "title", "year", "subtitle", "critic", "quiet", "footer", "italic", "bold", "code", "strike", "spoiler",
    "link", "marker", "heading", "subheading", "quote", "rail", "lead", "image", "evidence", "card", "label", "plot",
    "chip", "track",
)  # fmt: skip
"""The looks a style sheet decides, as component classes `prose--<look>`; a grade's own are `grade-N` and `chip-N`."""
COMPONENTS = {f"prose--{look}" for look in LOOKS}
RULES = """
    & > .prose--title { color: $accent; text-style: bold; }
    & > .prose--year { color: $text-quiet; }
    & > .prose--subtitle { color: $text-quiet; text-style: italic; }
    & > .prose--critic { color: $secondary; text-style: bold; }
    & > .prose--quiet { color: $text-quiet; }
    & > .prose--footer { color: $text-quiet; }
    & > .prose--italic { text-style: italic; }
    & > .prose--bold { text-style: bold; }
    & > .prose--code { color: $secondary; }
    & > .prose--strike { text-style: strike; }
    & > .prose--spoiler { background: $panel; }
    & > .prose--link { color: $secondary; }
    & > .prose--marker { color: $text-quiet; }
    & > .prose--heading { color: $accent; text-style: bold; }
    & > .prose--subheading { text-style: bold; }
    & > .prose--quote { color: $foreground-darken-1; }
    & > .prose--rail { color: $primary; }
    & > .prose--lead { color: $primary; }
    & > .prose--image { color: $text-quiet; text-style: italic; }
    & > .prose--evidence { background: $block-cursor-blurred-background; text-style: bold; }
    & > .prose--card { background: $surface; }
    & > .prose--label { color: $text-quiet; }
    & > .prose--chip { background: $panel; text-style: bold; }
    & > .prose--track { background: $panel; }
"""
"""What each look is, as rules of a style sheet."""
COVER = "▒"
"""What stands for a hidden cell."""
_STEPS = {"up": 0, "down": 4}


class Looks:
    """The styles of one widget's looks, each asked for once."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[str, Style] = {}
        self._layered: dict[tuple[str, ...], Style] = {}

    def style(self, *looks: str) -> Style:
        """Return the widget's own style with these looks laid over it in turn."""
        if looks not in self._layered:
            style = self._widget.rich_style
            for look in looks:
                style += self._style(look)
            self._layered[looks] = style
        return self._layered[looks]

    def segments(self, line: Line, *, revealed: bool = True) -> list[Segment]:
        """Return a line drawn, without the ground to its left and right; spoilers as blocks unless `revealed`."""
        fill = (line.fill,) if line.fill else ()
        drawn: list[Segment] = []
        for text, spans in line.pieces():
            hidden = not revealed and any(span.look == "spoiler" for span in spans)
            style = self.style(*fill, *(span.look for span in spans), *(("quiet",) if hidden else ()))
            link = next((span.link for span in spans if span.link is not None), None)
            words = COVER * cell_len(steady(text)) if hidden else steady(text)
            drawn.append(Segment(words, style + Style.from_meta({"link": link}) if link else style))
        return drawn

    def _style(self, look: str) -> Style:
        if look not in self._known:
            name, _, step = look.partition("-")
            if name in ("grade", "chip") and step:
                self._known[look] = self._graded(int(step), reverse=name == "chip")
            elif look in _STEPS:
                self._known[look] = self._graded(_STEPS[look])
            else:
                self._known[look] = self._widget.get_component_rich_style(f"prose--{look}", partial=True)
        return self._known[look]

    def _graded(self, step: int, *, reverse: bool = False) -> Style:
        colour = (DARK if self._widget.app.current_theme.dark else LIGHT)[step]
        if not reverse:
            return Style(color=colour)
        return Style(color=self._widget.rich_style.bgcolor, bgcolor=colour, bold=True)
