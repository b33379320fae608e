"""A text as blocks and runs: what HTML becomes before anything draws it."""

from dataclasses import field
from enum import Flag
from typing import Literal

from tui.model.record import record


class Style(Flag):
    """How a run of words is set."""

    PLAIN = 0
    ITALIC = 1
    BOLD = 2
    CODE = 4
    STRIKE = 8
    SPOILER = 16
    """Hidden until the reader asks."""


@record(frozen=True, slots=True)
class Run:
    """Words set alike. Holds no line feed but in `pre` blocks and after `<br>`."""

    text: str
    style: Style = Style.PLAIN
    link: int | None = None
    """The number of the link it belongs to (1-based, see `Prose.links`)."""


Kind = Literal["paragraph", "heading", "item", "quote", "pre", "rule", "image", "embed", "row"]


@record(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, … in reading order."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    start: int = 0
    """Offset of this block's text in `Prose.text`."""
    level: int = 0
    """Heading: 1-6. Item: depth of nesting, 1 for a top list; a paragraph going on within an item: the same. Else 0."""
    ordinal: int | None = None
    """An ordered list's number; None for a bullet."""
    quoted: int = 0
    """How many block quotes it stands in."""
    role: Literal["", "credits", "grade", "footer"] = ""
    """What the reading view does with it: credits are shown in the card instead, a footer is dimmed."""

    @property
    def text(self) -> str:
        """The block's words without any setting."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


@record(frozen=True, slots=True)
class Link:
    """A numbered link."""

    number: int
    """1-based, in reading order; one number an address."""
    url: str
    """http, https or mailto only."""
    text: str


@record(frozen=True, slots=True)
class Prose:
    """A whole text."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    text: str = field(default="", repr=False)
    """Every block's text, joined by blank lines: what grades' spans, search and `matinee read` refer to."""
