"""Fitting text from outside into a column: measured in cells, so that wide characters never push their neighbours."""

import re

from rich.cells import cell_len, set_cell_size

# Terminals disagree on the width of an emoji joined from several, and of one asked for by U+FE0F: the first of the
# family, in its own form, has one width everywhere.
_UNSTEADY = re.compile("\u200d[\u2190-\U0010ffff]\ufe0f?|\ufe0f|[\U0001f3fb-\U0001f3ff]")


def steady(text: str) -> str:
    """Return `text` without what makes terminals disagree on its width; plain text comes back as it is."""
    return text if text.isascii() else _UNSTEADY.sub("", text)


def shortened(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, its end replaced by `…` when it is longer."""
    text = steady(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` in exactly `width` cells, padded at the end (or at the start when it stands `right`)."""
    text = shortened(text, width)
    blank = " " * (width - cell_len(text))
    return blank + text if right else text + blank
