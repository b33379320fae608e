"""HTML becomes prose: blocks and runs in reading order, links numbered, spoilers and footers marked.

The tree is walked with an explicit stack, never by recursion: depth is the writer's choice, not ours. Text without any
tag, as some feeds and the command line give it, is read as paragraphs parted by blank lines.
"""

import re
from html import unescape
from typing import TYPE_CHECKING

from tui.articles import clutter, markup, pictures
from tui.articles.addresses import resolve
from tui.articles.composing import Composer, Item, Setting
from tui.articles.footers import mark_footers
from tui.model.prose import Prose, Style

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
    "caption", "tr", "td", "th", "ul", "dir", "listing", "xmp", "amp-youtube", "lite-youtube",
})  # fmt: skip
_STYLES = {
    "i": Style.ITALIC, "em": Style.ITALIC, "cite": Style.ITALIC, "dfn": Style.ITALIC, "u": Style.ITALIC,
    "b": Style.BOLD, "strong": Style.BOLD, "code": Style.CODE, "kbd": Style.CODE, "samp": Style.CODE, "tt": Style.CODE,
    "s": Style.STRIKE, "strike": Style.STRIKE, "del": Style.STRIKE,
}  # fmt: skip
"""`u` is how a typewriter sets italics, and film titles are what critics underline."""
_HIDING = frozenset({"details", "spoiler"})
_MARKED = clutter.DROPPED | pictures.PLAYERS | _HIDING | {"form", "img", "hr", "footer"}
"""Elements that mean something to us whatever their attributes; every other one without any is read at once."""
_CSS = (
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), Style.ITALIC),
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), Style.BOLD),
    (re.compile(r"text-decoration[^;:]*:[^;]*line-through", re.IGNORECASE), Style.STRIKE),
)
_LONGEST_CELL = 300
_LONGEST_FORM = 1_000
"""Characters; some sites put the whole page into one form."""
_BLANK_LINES = re.compile(r"\n[ \t\u00a0]*\n\s*")
_WRAPPED = range(50, 84)
"""Lengths of the lines of a text that was wrapped by hand."""


def read_prose(html: str, base: str = "") -> Prose:
    """Return the prose of a post: HTML, or plain text when it holds no tag. `base` is the page's address, for links.

    Never raises. `Prose.text` is every block's text joined by a blank line, and `Block.start` its offset in it.
    """
    if not markup.has_markup(html):
        return mark_footers(_read_plain(html, base))
    if not markup.has_layout(html):
        html = _with_breaks(html)
    return read_tree(markup.parse(html), base)


def read_tree(roots: "tuple[LexborNode, ...]", base: str = "") -> Prose:
    """Return the prose of parsed HTML."""
    composer = Composer(base)
    for root in roots:
        _Reader(composer, base).read(root)
    return mark_footers(composer.finish())


def _read_plain(text: str, base: str) -> Prose:
    """Read text without tags: paragraphs parted by blank lines, other line ends kept unless wrapped by hand."""
    composer, setting = Composer(base), Setting()
    text = unescape(text) if "&" in text else text
    for paragraph in _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = paragraph.split("\n")
        wrapped = len(lines) > 2 and all(len(line.rstrip()) in _WRAPPED for line in lines[:-1])
        for number, line in enumerate(lines):
            if number:
                composer.words(" ", setting) if wrapped else composer.line_break(setting)
            composer.words(line, setting)
        composer.close()
    return composer.finish()


def _with_breaks(html: str) -> str:
    """Return text that has only inline tags with its line ends made explicit, as WordPress does."""
    html = html.replace("\r\n", "\n").replace("\r", "\n").strip()
    return "<p>" + _BLANK_LINES.sub("<p>", html).replace("\n", "<br>")


class _Reader:
    """Walks one tree and hands its words to the composer."""

    def __init__(self, composer: Composer, base: str) -> None:
        self._composer = composer
        self._base = base
        self._counts: list[int] = []

    def read(self, root: "LexborNode") -> None:
        """Read everything under `root`."""
        composer = self._composer
        setting = Setting()
        rest: list[tuple[LexborNode | None, Setting, str]] = []
        node: LexborNode | None = root
        while True:
            while node is None:
                if not rest:
                    composer.close()
                    return
                node, setting, left = rest.pop()
                if left:
                    self._leave(left, setting)
            tag = node.tag or ""
            if tag == "-text":
                composer.words(node.text_content or "", setting)
                node = node.next
                continue
            inner = self._enter(node, tag, setting) if tag and tag[0] not in "-!" else None
            following = node.next if node is not root else None
            if inner is None or (child := node.first_child) is None:
                node = following
                continue
            rest.append((following, setting, tag if tag in _BLOCKS or tag == "q" else ""))
            node, setting = child, inner

    def _leave(self, tag: str, setting: Setting) -> None:
        """Close the element `tag`; `setting` is again that of its parent."""
        composer = self._composer
        if tag == "q":
            composer.words("”", setting)
        elif tag in ("td", "th"):
            if not setting.row:
                composer.close()
        elif tag == "dt" or (setting.row and tag != "tr"):
            composer.words(" ", setting)
        else:
            if tag in ("ol", "ul") and self._counts:
                self._counts.pop()
            composer.close()

    def _enter(self, node: "LexborNode", tag: str, setting: Setting) -> Setting | None:
        """Return the setting inside `node`; None when there is nothing to read in it."""
        if tag == "br":
            self._composer.line_break(setting)
            return None
        attributes = node.attributes
        if not attributes and tag not in _MARKED:
            return self._set(node, tag, attributes, setting)
        if player := pictures.player(node, tag, attributes, self._base):
            self._composer.picture("embed", player.text, player.url, setting)
            return None
        if clutter.is_clutter(tag, attributes) or (tag == "form" and len(node.text(deep=True)) < _LONGEST_FORM):
            return None
        if tag == "img":
            self._image(node, attributes, setting)
            return None
        if tag == "hr":
            self._composer.rule(setting)
            return None
        if attributes or tag in _HIDING:
            setting = _dressed(tag, attributes, setting)
        if clutter.is_footer(tag, attributes):
            setting = setting._replace(footer=True)
        return self._set(node, tag, attributes, setting)

    def _set(self, node: "LexborNode", tag: str, attributes: dict[str, str | None], setting: Setting) -> Setting | None:
        """Return the setting inside a block or an inline element."""
        if tag in _BLOCKS:
            return self._block(node, tag, attributes, setting)
        return self._inline(tag, attributes, setting)

    def _inline(self, tag: str, attributes: dict[str, str | None], setting: Setting) -> Setting:
        """Return the setting inside an inline element."""
        if style := _STYLES.get(tag):
            return setting.styled(style)
        if tag == "a" and (url := resolve(attributes.get("href") or "", self._base)):
            return setting._replace(link=url)
        if tag == "q":
            self._composer.words("“", setting)
        elif tag == "sup" and self._composer.last.isdigit():
            self._composer.words(" ", setting)  # 3<sup>1</sup>/<sub>2</sub> is three and a half, not thirty-one
        return setting

    def _block(
        self, node: "LexborNode", tag: str, attributes: dict[str, str | None], setting: Setting
    ) -> Setting | None:
        """Close what stands before a block and return the setting inside it."""
        composer = self._composer
        if setting.row and tag not in ("tr", "table"):
            composer.words(" · " if tag in ("td", "th", "dd") and composer.last else " ", setting)
            return setting
        if tag == "dd" and composer.last and composer.open_row and _short(node):
            composer.words(" · ", setting._replace(row=True))
            return setting._replace(row=True)
        composer.close()
        if tag == "tr":
            return setting._replace(row=_is_data(node))
        if tag == "dt":
            return setting._replace(row=_short(node))
        if tag in ("ol", "ul"):
            self._counts.append(_number(attributes.get("start"), 1) if tag == "ol" else 0)
            return setting._replace(depth=min(setting.depth + 1, 99), item=None)
        if tag == "li":
            return setting._replace(item=Item(self._ordinal(node, attributes)), depth=max(1, setting.depth))
        if tag == "blockquote":
            return setting._replace(quoted=min(setting.quoted + 1, 99), item=None)
        if tag in ("pre", "listing", "xmp"):
            return setting._replace(pre=True)
        if tag == "summary":
            return setting._replace(style=(setting.style & ~Style.SPOILER) | Style.BOLD)
        if tag == "figcaption" or "wp-caption-text" in (attributes.get("class") or ""):
            return setting._replace(caption=True)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return setting._replace(heading=int(tag[1]))
        return setting

    def _ordinal(self, node: "LexborNode", attributes: dict[str, str | None]) -> int | None:
        """Return the number of a list item; None for a bullet."""
        parent = node.parent
        if parent is None or parent.tag != "ol" or not self._counts:
            return None
        number = _number(attributes.get("value"), self._counts[-1])
        self._counts[-1] = number + 1
        return number

    def _image(self, node: "LexborNode", attributes: dict[str, str | None], setting: Setting) -> None:
        """Set an image: one that stands for words among them, others as blocks of their own."""
        text = pictures.words(attributes)
        if text and (pictures.is_emoji(attributes) or pictures.is_grade(node, text)):
            self._composer.words(f" {text} " if len(text) > 2 else text, setting)
        elif text and not pictures.is_vote(node, text):
            self._composer.picture("image", text, pictures.link(setting.link), setting)


def _dressed(tag: str, attributes: dict[str, str | None], setting: Setting) -> Setting:
    """Return the setting as classes and inline style sheets change it."""
    style = setting.style
    if clutter.is_spoiler(tag, attributes):
        style |= Style.SPOILER
    if (css := attributes.get("style")) and ":" in css:
        for pattern, means in _CSS:
            if pattern.search(css):
                style |= means
    return setting if style is setting.style else setting._replace(style=style)


def _number(given: str | None, otherwise: int) -> int:
    """Return a list's number as written in an attribute."""
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 7 else otherwise


def _short(node: "LexborNode") -> bool:
    """Tell whether a cell's text is that of a label or a value, not a paragraph."""
    return len(node.text(deep=True)) <= _LONGEST_CELL


def _is_data(row: "LexborNode") -> bool:
    """Tell whether a table's row holds data; tables that only lay out the page are read as if they were not there."""
    cells = filled = 0
    cell = row.first_child
    while cell is not None:
        if cell.tag in ("td", "th"):
            cells += 1
            if cell.css_first("table, ul, ol, h1, h2, h3, blockquote, iframe") is not None or not _short(cell):
                return False
            filled += 1
        cell = cell.next
    return filled > 1
