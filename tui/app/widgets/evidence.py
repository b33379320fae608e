"""Where a grade was found, in words a reader can check: `prose, last paragraph: “My Grade: 7/10 or B-”`. Pure."""

import re

from tui.model.grade import Grade, Notation, Source, Where
from tui.model.prose import Block, Prose, Style

LONGEST = 96
"""Characters quoted at most; what is longer is cut around the grade."""
DOUBT = 0.6
"""Below this confidence the reader is told that we are not sure."""
_SOURCES = {
    Source.FIELD: "feed field",
    Source.DATA: "structured data",
    Source.PROSE: "prose",
    Source.TITLE: "title",
    Source.PAGE: "the review's page",
    Source.HAND: "set by you",
}
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+|\n")


def marked(grade: Grade | None, prose: Prose) -> tuple[int, int] | None:
    """Return the stretch of `prose.text` a grade was read from; None when it was read elsewhere or does not fit."""
    where = grade.where if grade else None
    if grade is None or where is None or where.place != "text":
        return None
    stretch = prose.text[where.start : where.end]
    fits = bool(stretch.strip()) and (grade.written in stretch or stretch.strip() in grade.written)
    return (where.start, where.end) if fits else None


def evidence(grade: Grade, prose: Prose, title: str = "") -> str:
    """Return one line: what the grade was read from, and the words it was read in; `title` is the post's."""
    source = _SOURCES[grade.source]
    span = marked(grade, prose)
    if span is not None:
        source = ", ".join(filter(None, (source, _place(span, prose))))
        source = f"{source}: “{_quoted(span, prose)}”"
    elif grade.where is not None:
        source = _named(source, grade.where, title)
    return source + _out_of(grade) + (" (not sure)" if grade.confidence < DOUBT else "")


def _out_of(grade: Grade) -> str:
    """Return the scale the score was reckoned on, where the grade as written does not say."""
    if (
        grade.best is None
        or grade.written.strip() == grade.letter
        or grade.notation is Notation.PERCENT
        or re.search(r"/|\bof\b|%", grade.written)
    ):
        return ""
    return f" · out of {grade.best:g}"


def _named(source: str, where: Where, title: str) -> str:
    if where.place == "title" and title:
        return f"{source}: “{title}”"
    return f"{source}: {where.name}" if where.name else source


def _place(span: tuple[int, int], prose: Prose) -> str:
    """Return which paragraph of the text it is, counting only paragraphs that are the critic's own words."""
    paragraphs = [block for block in prose.blocks if _counts(block)]
    block = _block_at(span[0], prose)
    if block is None or block not in paragraphs:
        return "in the credits" if block is not None and block.role == "credits" else ""
    if block.kind == "heading":
        return "a heading"
    number = next(index for index, each in enumerate(paragraphs, 1) if each is block)
    if number == len(paragraphs):
        return "last paragraph"
    return "first paragraph" if number == 1 else f"paragraph {number} of {len(paragraphs)}"


def _counts(block: Block) -> bool:
    return block.role in ("", "grade") and block.kind not in ("rule", "image", "embed") and bool(block.text.strip())


def _block_at(offset: int, prose: Prose) -> Block | None:
    found = None
    for block in prose.blocks:
        if block.start > offset:
            break
        found = block
    return found


def _quoted(span: tuple[int, int], prose: Prose) -> str:
    """Return the sentence that holds the grade, or the grade alone where the sentence would tell a spoiler."""
    start, end = span
    block = _block_at(start, prose)
    if block is None or _tells(block):
        return _one_line(prose.text[start:end])
    first, last = block.start, max(end, block.start + len(block.text))
    for stop in _SENTENCE_END.finditer(prose.text, first, last):
        if stop.end() <= start:
            first = stop.end()
        elif stop.end() > end:
            last = stop.end()
            break
    return _around(_one_line(prose.text[first:last]), _one_line(prose.text[start:end]))


def _tells(block: Block) -> bool:
    return any(Style.SPOILER in run.style for run in block.runs)


def _around(sentence: str, grade: str) -> str:
    """Return at most `LONGEST` characters of `sentence`, the grade among them, cut at words."""
    if len(sentence) <= LONGEST:
        return sentence
    at = max(0, sentence.find(grade))
    first = max(0, min(at - (LONGEST - len(grade)) // 2, len(sentence) - LONGEST))
    cut = sentence[first : first + LONGEST]
    if first:
        cut = "…" + cut.partition(" ")[2]
    if first + LONGEST < len(sentence):
        cut = cut.rpartition(" ")[0] + "…"
    return cut


def _one_line(text: str) -> str:
    return " ".join(text.split())
