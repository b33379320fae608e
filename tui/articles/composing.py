"""Setting words into blocks: white space as browsers fold it, line breaks, numbered links, exact offsets."""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.articles.addresses import resolve
from tui.model.prose import Block, Kind, Link, Prose, Run, Style
from tui.model.text import field, prose

_FOLD = re.compile(r"[ \t\n\r\f]+")
_HARD_SPACES = re.compile("[ \u00a0]{2,}")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]'’]")
_LONGEST_NAME = 200
_PLAIN: Style = Style.PLAIN


class Setting(NamedTuple):
    """How the words met now are to be set; handed down the tree, changed by elements."""

    style: Style = Style.PLAIN
    link: str | None = None
    quoted: int = 0
    depth: int = 0
    """Of lists."""
    item: "Item | None" = None
    heading: int = 0
    pre: bool = False
    row: bool = False
    caption: bool = False
    footer: bool = False

    def styled(self, style: Style) -> "Setting":
        """Return the same with `style` added. (`_replace` takes three times as long, and flags are slow to join.)"""
        return Setting(style if self[0] is _PLAIN else self[0] | style, *self[1:])


class Shape(NamedTuple):
    """What a block is before its words are known: see `Block`."""

    kind: Kind
    level: int = 0
    ordinal: int | None = None
    quoted: int = 0
    role: Literal["", "footer"] = ""


_PARAGRAPH = Shape("paragraph")


@dataclass(slots=True)
class Item:
    """A list item; its first block carries the bullet, further ones continue it."""

    ordinal: int | None = None
    begun: bool = False


class Composer:
    """Takes words in reading order and gives the finished `Prose`."""

    def __init__(self, base: str = "") -> None:
        self._base = base
        self._blocks: list[Block] = []
        self._links: dict[str, int] = {}
        self._names: list[str] = []
        self._open = 0
        self._runs: list[tuple[str, Style, int | None]] = []
        self._shape = _PARAGRAPH
        self._end = 0
        self._space = False
        self._breaks = 0

    @property
    def last(self) -> str:
        """The last character set in the open block; empty at its start."""
        return self._runs[-1][0][-1] if self._runs else ""

    @property
    def open_row(self) -> bool:
        """True while the open block is a table's row or a definition."""
        return bool(self._runs) and self._shape.kind == "row"

    def words(self, text: str, setting: Setting) -> None:
        """Set `text` (decoded, not yet clean) in the open block, or begin one."""
        if text == "\n" and not setting.pre:  # between two elements: nearly half of what is set
            self._space = True
            return
        plain = text.isprintable() and text.isascii()  # most are: nothing unseen, and no hard space
        if not plain:
            text = prose(text)
            plain = text.isprintable()
        if setting.pre:
            self._add(text.expandtabs(4), setting)
            return
        plain = plain and "  " not in text  # nothing to fold
        text = text if plain else _FOLD.sub(" ", text)
        core = text.strip(" \u00a0")
        if not core:
            self._space = self._space or bool(text)
            return
        spaced = self._space or text[0] in " \u00a0"
        if self._breaks and self._runs:
            if self._breaks > 1 and not setting.row and not setting.heading:
                self.close()
            else:
                self._space_out("\n", setting)
        elif spaced and self._runs and self.last != "\n":
            self._space_out(" ", setting)
        self._breaks = 0
        self._space = text[-1] in " \u00a0"
        self._add(core if plain else _HARD_SPACES.sub(" ", core), setting)

    def line_break(self, setting: Setting) -> None:
        """Break the line; two in a row end the paragraph."""
        if setting.pre:
            self._add("\n", setting)
        self._breaks += 1
        self._space = False

    def close(self) -> None:
        """End the open block."""
        self._space, self._breaks = False, 0
        if not self._runs:
            return
        runs, self._runs = self._runs, []
        trimmed = _trimmed(runs, self._shape.kind == "pre")
        if trimmed:
            self._append(self._shape, trimmed)

    def rule(self, setting: Setting) -> None:
        """Set a thematic break."""
        self.close()
        if self._blocks and self._blocks[-1].kind != "rule":
            self._append(Shape("rule", quoted=setting.quoted, role="footer" if setting.footer else ""), ())

    def picture(self, kind: Kind, text: str, url: str | None, setting: Setting) -> None:
        """Set an image or an embed: it stands before the paragraph it interrupts, which stays whole."""
        text = field(text, 500)
        if text:
            run = Run(text, setting.style, self._number(url, text) if url else None)
            self._open = 0
            self._append(Shape(kind, quoted=setting.quoted, role="footer" if setting.footer else ""), (run,))

    def finish(self) -> Prose:
        """Return everything set, each block at its offset."""
        self.close()
        while self._blocks and self._blocks[-1].kind == "rule":
            self._blocks.pop()
        links = zip(self._links.items(), self._names, strict=True)
        return Prose(
            tuple(self._blocks),
            tuple([Link(n, url, name.strip() or url) for (url, n), name in links]),
            "\n\n".join([block.text for block in self._blocks]),
        )

    def _append(self, shape: Shape, runs: tuple[Run, ...]) -> None:
        """End a block: it stands where the texts before it end, a blank line between."""
        kind, level, ordinal, quoted, role = shape
        block = Block(kind, runs, self._end, level, ordinal, quoted, role)
        self._blocks.append(block)
        self._end += len(block.text) + 2

    def _space_out(self, space: str, setting: Setting) -> None:
        """Append white space between words, set only as both its neighbours are."""
        _, style, link = self._runs[-1]
        both = style if style is setting.style else _in_both(style, setting.style)
        if link is None or setting.link is None or self._links.get(setting.link) != link:
            self._run(space, both, None)
        else:
            self._run(space, both, link)
            self._name(link, " ")

    def _add(self, text: str, setting: Setting) -> None:
        """Append words that are folded already."""
        if not text:
            return
        if not self._runs:
            self._shape = _shape(setting)
        style = setting.style
        if setting.link is None:
            if "://" in text and not setting.pre:
                self._add_addresses(text, style)
            else:
                self._run(text, style, None)
        else:
            self._run(text, style, self._number(setting.link, text))

    def _add_addresses(self, text: str, style: Style) -> None:
        """Append words that hold bare addresses, those as links."""
        at = 0
        for found in _ADDRESS.finditer(text):
            if url := resolve(found[0]):
                self._run(text[at : found.start()], style, None)
                self._run(found[0], style, self._number(url, found[0]))
                at = found.end()
        self._run(text[at:], style, None)

    def _run(self, text: str, style: Style, link: int | None) -> None:
        if text:
            self._runs.append((text, style, link))
            self._open = self._open if link == self._open else 0

    def _number(self, url: str, text: str) -> int:
        """Return the number of the link to `url`, giving it one when it is new."""
        number = self._links.get(url)
        if number is None:
            number = self._links[url] = len(self._links) + 1
            self._names.append("")
            self._open = number
        if number == self._open:
            self._name(number, text)
        return number

    def _name(self, number: int, text: str) -> None:
        """Lengthen the name of a link: the words it is set in where it first stands."""
        self._names[number - 1] = (self._names[number - 1] + text.replace("\n", " "))[:_LONGEST_NAME]


def _shape(setting: Setting) -> Shape:
    """Return the shape of the block that words in this setting begin."""
    kind: Kind = "paragraph"
    level, ordinal = 0, None
    if setting.pre:
        kind = "pre"
    elif setting.heading:
        kind, level = "heading", setting.heading
    elif setting.caption:
        kind = "image"
    elif setting.row:
        kind = "row"
    elif setting.item and not setting.item.begun:
        kind, level, ordinal = "item", setting.depth, setting.item.ordinal
        setting.item.begun = True
    elif setting.quoted:
        kind = "quote"
    elif setting.item:
        level = setting.depth
    return Shape(kind, level, ordinal, setting.quoted, "footer" if setting.footer else "")


def _in_both(one: Style, other: Style) -> Style:
    """Return what two styles share. (Asking for plain first saves most of what flags cost.)"""
    return _PLAIN if one is _PLAIN or other is _PLAIN else one & other


def _alike(one: tuple[str, Style, int | None], other: tuple[str, Style, int | None]) -> bool:
    return (one[1] is other[1] or one[1] == other[1]) and one[2] == other[2]


def _trimmed(runs: list[tuple[str, Style, int | None]], pre: bool) -> tuple[Run, ...]:
    """Return `runs` without white space at either end (preformatted: without blank lines), like ones joined."""
    if runs[0][0][0].isspace() or runs[-1][0][-1].isspace():
        runs = _stripped(runs, "\n" if pre else None)
    if not any(map(_alike, runs, runs[1:])):
        return tuple([Run(text, style, link) for text, style, link in runs])
    joined: list[tuple[list[str], Style, int | None]] = []
    for text, style, link in runs:
        if joined and joined[-1][1] == style and joined[-1][2] == link:
            joined[-1][0].append(text)
        else:
            joined.append(([text], style, link))
    return tuple([Run("".join(parts), style, link) for parts, style, link in joined])


def _stripped(runs: list[tuple[str, Style, int | None]], leading: str | None) -> list[tuple[str, Style, int | None]]:
    """Return `runs` without the `leading` signs (white space for None) before them and the white space behind them."""
    whole = "".join([text for text, _, _ in runs])
    first = len(whole) - len(whole.lstrip(leading))
    last = len(whole.rstrip())
    kept, start = [], 0
    for text, style, link in runs:
        if rest := text[max(0, first - start) : max(0, last - start)]:
            kept.append((rest, style, link))
        start += len(text)
    return kept
