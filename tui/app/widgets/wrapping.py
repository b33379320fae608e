"""Breaking text into lines by the cells it takes on the screen, never by characters.

Words stay whole unless one is longer than a line. A line may also end after an em dash between words, and between
ideographs and kana where Japanese and Chinese typesetting allows it (a closing mark never starts a line, an opening
one never ends it); Korean breaks at its spaces. Non-breaking spaces hold.
"""

from rich.cells import get_character_cell_size, split_graphemes

Stretch = tuple[int, int]
"""Offsets of a line's first character and after its last, without the spaces it was broken at."""

_JOINING = "\u200d\ufe0f"
_SPACES = frozenset(" \t")
_NEVER_FIRST = frozenset(
    "、。，．・：；？！‥…ー）」』】］｝〉》〕”’々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ\u3000)]}!?,.:;["
)
_NEVER_LAST = frozenset("（「『【［｛〈《〔“‘([{")


def wrap(text: str, width: int) -> list[Stretch]:
    """Return the lines of `text`, at most `width` cells wide (but never less than one character); [] for no words."""
    lines: list[Stretch] = []
    start = 0
    narrow = is_narrow(text)
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        broken = _wrap_narrow(text, start, end, width) if narrow else _wrap_wide(text, start, end, width)
        lines.extend(broken or [(start, start)])
        start = end + 1
    while lines and lines[-1][0] == lines[-1][1]:
        lines.pop()
    return lines


def is_narrow(text: str) -> bool:
    """True when every character takes one cell, so that cells can be counted as characters."""
    return text.isascii() or all(
        character == "\n" or (character not in _JOINING and get_character_cell_size(character) == 1)
        for character in set(text)
    )


def _wrap_narrow(text: str, start: int, end: int, width: int) -> list[Stretch]:
    """Wrap `text[start:end]` where a character is a cell: one search a line."""
    width = max(1, width)
    lines: list[Stretch] = []
    while True:
        while start < end and text[start] in _SPACES:
            start += 1
        if start >= end:
            return lines
        cut = end if end - start <= width else _cut(text, start, start + width)
        last = cut
        while text[last - 1] in _SPACES:
            last -= 1
        lines.append((start, last))
        start = cut


def _cut(text: str, start: int, most: int) -> int:
    """Return where a line that must end by `most` ends best."""
    space = text.rfind(" ", start, most + 1)
    dash = text.rfind("—", start, most)
    if dash > space and text[dash + 1 : dash + 2].isalnum():
        return dash + 1
    return space if space > start else most


def _wrap_wide(text: str, start: int, end: int, width: int) -> list[Stretch]:
    """Wrap `text[start:end]` grapheme by grapheme; a space that carries an accent is none."""
    spans = split_graphemes(text[start:end])[0]
    graphemes = [text[start + first : start + last] for first, last, _ in spans]
    lines: list[Stretch] = []
    index = 0
    while True:
        while index < len(spans) and graphemes[index] in _SPACES:
            index += 1
        if index == len(spans):
            return lines
        stop = _line_end(graphemes, spans, index, width)
        last = stop
        while graphemes[last - 1] in _SPACES:
            last -= 1
        lines.append((start + spans[index][0], start + spans[last - 1][1]))
        index = stop


def _line_end(graphemes: list[str], spans: list[tuple[int, int, int]], first: int, width: int) -> int:
    """Return the index of the grapheme the next line begins at."""
    room = width
    best = 0
    for index in range(first, len(graphemes)):
        if index > first and _may_break(graphemes[index - 1], graphemes[index]):
            best = index
        cells = spans[index][2]
        if cells > room and (index == first or graphemes[index] not in _SPACES):
            return best or max(index, first + 1)
        room -= cells
    return len(graphemes)


def _may_break(left: str, right: str) -> bool:
    """True when a line may end between these graphemes."""
    if right in _SPACES:
        return False
    if left in _SPACES:
        return True
    if left == "—":
        return right[0].isalnum()
    ideographic = _is_ideographic(left[0]) or _is_ideographic(right[0])
    return ideographic and left not in _NEVER_LAST and right not in _NEVER_FIRST


def _is_ideographic(character: str) -> bool:
    """True for Han, kana and their full-width marks, which have no spaces to break at."""
    code = ord(character)
    return (
        (0x2E80 <= code <= 0x9FFF and not 0x3130 <= code <= 0x318F)
        or 0xF900 <= code <= 0xFAFF
        or 0xFF01 <= code <= 0xFF9F
        or 0x20000 <= code <= 0x3FFFF
    )
