"""What a comment says: its HTML as clean text, with links, italics, spoilers and quotes as spans of it."""

import re
from html import escape, unescape

from tui.articles.prose import read_prose
from tui.model.comment import Span
from tui.model.prose import Block, Prose, Style
from tui.model.text import field

_LONGEST = 100_000
"""Characters of one comment's HTML."""
_LONGEST_NAME = 120

Said = tuple[str, tuple[Span, ...]]


def said(html: str, base: str = "") -> Said:
    """Return the text and its spans. `base` is the page's address, for links."""
    prose = read_prose(html[:_LONGEST], base)
    return prose.text, _spans(prose)


def said_plainly(text: str, base: str = "") -> Said:
    """Return the same of plain text: blank lines part paragraphs, addresses become links."""
    parts = (escape(part, quote=False) for part in re.split(r"\n[ \t]*\n", text[:_LONGEST]))
    return said("".join(f"<p>{part}</p>" for part in parts).replace("\n", "<br>"), base)


def name(written: object) -> str:
    """Return an author's name as one clean line; sites keep it with its `&` escaped."""
    return field(unescape(written), _LONGEST_NAME) if isinstance(written, str) else ""


def _spans(prose: Prose) -> tuple[Span, ...]:
    addresses = {link.number: link.url for link in prose.links}
    found: list[Span] = []
    for block in prose.blocks:
        if block.quoted:
            found.append(Span(block.start, block.start + len(block.text), quoted=block.quoted))
        found += _inline(block, addresses)
    return tuple(found)


def _inline(block: Block, addresses: dict[int, str]) -> list[Span]:
    """Return the runs of a block that are set apart; neighbours set alike are one."""
    found: list[Span] = []
    at = block.start
    for run in block.runs:
        url = addresses.get(run.link or 0, "")
        end = at + len(run.text)
        if run.style is not Style.PLAIN or url:
            last = found[-1] if found else None
            if last and last.end == at and (last.style, last.url) == (run.style, url):
                found[-1] = Span(last.start, end, run.style, url)
            else:
                found.append(Span(at, end, run.style, url))
        at = end
    return found
