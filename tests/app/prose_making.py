"""Makers of prose for the tests of what draws it."""

from collections.abc import Sequence
from dataclasses import replace

from tui.model.prose import Block, Link, Prose, Run, Style


def make_prose(*blocks: Block, links: Sequence[Link] = ()) -> Prose:
    """Return these blocks as a whole text, their offsets right."""
    placed, at = [], 0
    for block in blocks:
        placed.append(replace(block, start=at))
        at += len(block.text) + 2
    return Prose(tuple(placed), tuple(links), "\n\n".join(block.text for block in blocks))


def paragraph(*parts: str | Run, **fields: object) -> Block:
    """Return a paragraph of plain words and runs."""
    runs = tuple(Run(part) if isinstance(part, str) else part for part in parts)
    return replace(Block("paragraph", runs), **fields)  # type: ignore[arg-type]  # any field of a block may be given


def italic(words: str) -> Run:
    """Return words in italics."""
    return Run(words, Style.ITALIC)


def spoiler(words: str) -> Run:
    """Return words that are hidden until asked."""
    return Run(words, Style.SPOILER)
