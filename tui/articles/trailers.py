"""The trailer of the work reviewed: a player or a link in the head of a post, or anything that is called a trailer."""

import re

from tui.articles.addresses import is_video, watch_page
from tui.model.prose import Block, Prose
from tui.model.record import record

_TRAILER = re.compile(r"\b(?:trailer|teaser|bande[- ]annonce|tráiler)\b", re.IGNORECASE)
_CAPTION = re.compile(
    r".{0,200}\|\s*(?:official|teaser|final|red band|main|new|exclusive)?\s*(?:hd\s+)?(?:trailer|teaser|clip)\b.{0,200}"
    r"|.{0,200}(?:official|theatrical|teaser) (?:hd )?(?:trailer|teaser).{0,60}[–—-]\s*youtube"
    r"|(?:watch|see|click here for|here[’']s|check out) (?:the|its|a) (?:official |teaser )?trailer.{0,60}"
    r"|(?:the |official |teaser )*trailer:?",
    re.IGNORECASE,
)
_LONGEST = 300


@record(frozen=True, slots=True)
class Trailer:
    """Where the trailer is."""

    url: str
    block: int
    """The number of the block it stands in."""
    alone: bool
    """True when the block holds nothing else."""


def find_trailer(prose: Prose, head: int, tail: int) -> Trailer | None:
    """Return the trailer of a post whose long prose is blocks `head` to `tail` (first, and after the last)."""
    urls = {link.number: link.url for link in prose.links}
    named = near = None
    videos = 0
    for number, block in enumerate(prose.blocks):
        if block.role == "footer":
            break
        for run in block.runs:
            if run.link is None:
                continue
            url = watch_page(urls.get(run.link, ""))
            if not url.startswith("http") or not is_video(url):
                continue
            found = Trailer(url, number, block.kind == "embed" or run.text == block.text.strip())
            videos += 1
            if _TRAILER.search(run.text) or (
                len(block.text) <= _LONGEST and _TRAILER.search(_around(prose.blocks, number))
            ):
                named = named or found
            elif (number < head or number >= tail) and found.alone:
                near = near or found
    return named or (near if near and (near.block < head or videos == 1) else None)


def is_trailer_caption(text: str) -> bool:
    """Tell whether a line only names a trailer: `TITLE | Official Trailer | STUDIO – YouTube`."""
    return len(text) <= _LONGEST and _CAPTION.fullmatch(text.strip()) is not None


def _around(blocks: tuple[Block, ...], number: int) -> str:
    """Return the text of a block and of a short heading or caption beside it."""
    beside = (number - 1, number + 1)
    lines = [blocks[n].text for n in beside if 0 <= n < len(blocks) and blocks[n].kind in ("heading", "image")]
    if number and len(blocks[number - 1].text) < 40:
        lines.append(blocks[number - 1].text)
    return " ".join([blocks[number].text, *(line for line in lines if len(line) < 120)])
