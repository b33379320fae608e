"""The head of a review: `Directed By …`, `Starring – …`, `The Plot – …`, `Rated PG for …`, the trailer.

Credits stand before the long prose begins, or together in a box of labels; a sentence that says `directed by her
mother` is neither. A line is credits when it begins with a label (or with the work's own title and then a label), and
what follows the label is what the label promises: names for a director, an audience rating for `Rated`.
"""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tui.articles.certificates import Certificate, read_certificate
from tui.articles.facts import NOTHING_SAID, Facts
from tui.articles.labels import LabelKind, Labelled, opens_with_label, split_labels
from tui.articles.names import split_names
from tui.articles.trailers import find_trailer, is_trailer_caption
from tui.model.credits import Credits
from tui.model.prose import Block, Prose

_LONG_PROSE = 280
"""Characters from which a paragraph without a label is the review itself."""
_LONGEST_HEAD = 30
_LONGEST_LEAD = 90
_LONGEST_LIST = 1_000
_LONGEST_PLOT = 2_000
_LONGEST_WAITED = 600
"""Under a heading `Plot` of its own a longer paragraph is the critic's own telling."""
_BOX_LABELS = 2
"""Different labels that must stand together once the head has ended."""
_MOST_DIRECTORS = 8
_BARE_RATED = re.compile(r"[A-Za-z ]*(?:rated|rating|MPAA?|BBFC|FSK|certificate|cert|classification)\W*", re.IGNORECASE)
_CELL_END = re.compile(r"\s[|•·]|;")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})\.(?:\s+|$)")


@dataclass(slots=True)
class _Sheet:
    """Credits as they are gathered; what came first stays."""

    directed_by: tuple[str, ...] = ()
    starring: tuple[str, ...] = ()
    plot: str | None = None
    certificate: Certificate | None = None
    title: str = ""
    year: int | None = None
    labels: set[str] = field(default_factory=set)

    def take(self, kind: LabelKind, value: str, *, plain: bool) -> bool:
        """Take one labelled value; False when it is not what its label promises."""
        taken = self._take(kind, value, plain)
        if taken:
            self.labels.add(kind)
        return taken

    def _take(self, kind: LabelKind, value: str, plain: bool) -> bool:
        match kind:
            case "director" | "cast":
                names = _names(value)
                if not names or (kind == "director" and len(names) > _MOST_DIRECTORS):
                    return False
                if kind == "director":
                    self.directed_by = self.directed_by or names
                else:
                    self.starring = self.starring or names
            case "plot":
                if not len(value.split()) >= 4 or len(value) > _LONGEST_PLOT:
                    return False
                self.plot = self.plot or value.replace("\n", " ")
            case "rated":
                certificate = read_certificate(value)
                if certificate is None:
                    return False
                self.certificate = self.certificate or certificate
            case "title":
                self.title = self.title or (value if plain and 0 < len(value) < _LONGEST_LEAD else "")
            case "year":
                digits = re.search(r"\b(?:18|19|20)\d\d\b", value)
                self.year = self.year or (int(digits[0]) if digits else None)
            case "trailer" | "other":
                return len(value) < _LONGEST_LIST
        return True


class Read(NamedTuple):
    """What the head and the boxes of a post gave."""

    credits: Credits
    prose: Prose
    """As given, the blocks the credits stand in marked."""
    title: str = ""
    """The work, where a label names it: `Title: …`."""
    year: int | None = None
    """Where a label gives it: `Year: …`."""


def read_credits(prose: Prose, facts: Facts | None = None) -> Read:
    """Return the credits of a post, and its prose with the blocks they stand in marked.

    `facts` is what structured data says of the work; it fills what the text leaves out.
    """
    sheet = _Sheet()
    blocks = list(prose.blocks)
    head = _read_head(blocks, sheet)
    _read_boxes(blocks, head, sheet)
    tail = _tail(blocks, head)
    trailer = find_trailer(prose, head, tail)
    if trailer and trailer.alone and not blocks[trailer.block].role:
        blocks[trailer.block] = replace(blocks[trailer.block], role="credits")
    facts = facts or NOTHING_SAID
    certificate = sheet.certificate or Certificate(facts.rated or "")
    credits = Credits(
        sheet.directed_by or facts.directors,
        sheet.starring or facts.actors,
        sheet.plot,
        certificate.value or None,
        certificate.reason,
        trailer.url if trailer else None,
    )
    return Read(credits, Prose(tuple(blocks), prose.links, prose.text), sheet.title, sheet.year)


def _read_head(blocks: list[Block], sheet: _Sheet) -> int:
    """Read the credits before the long prose, marking their blocks; return the number of the first block after."""
    waiting: LabelKind | None = None
    asked = 0
    for number, block in enumerate(blocks[:_LONGEST_HEAD]):
        if block.role == "footer":
            return number
        if block.kind in ("image", "embed", "rule"):
            continue
        if waiting and len(block.text) <= _LONGEST_WAITED and _take_waited(sheet, waiting, block.text):
            blocks[asked], blocks[number], waiting = _marked(blocks[asked]), _marked(block), None
            continue
        lines, asked = block.text.split("\n"), number
        understood, waiting = _read_lines(lines, sheet, head=True)
        if (
            understood == len(lines)
            or (understood and len(lines) - understood == 1 and len(lines[0]) < _LONGEST_LEAD)
            or is_trailer_caption(block.text)
        ):
            blocks[number] = _marked(block)
        elif not understood and len(block.text) > _LONG_PROSE:
            return number
    return min(len(blocks), _LONGEST_HEAD)


def _read_boxes(blocks: list[Block], head: int, sheet: _Sheet) -> None:
    """Read labelled boxes after the head: only labels with a sign behind them, and several together."""
    number = head
    while number < len(blocks) and blocks[number].role != "footer":
        box = _Sheet()
        end = number
        while end < len(blocks) and blocks[end].role != "footer" and _boxed(blocks[end], box):
            end += 1
        if len(box.labels) >= _BOX_LABELS and box.labels & {"director", "cast", "rated"}:
            for at in range(number, end):
                blocks[at] = _marked(blocks[at])
            sheet.directed_by = sheet.directed_by or box.directed_by
            sheet.starring = sheet.starring or box.starring
            sheet.plot = sheet.plot or box.plot
            sheet.certificate = sheet.certificate or box.certificate
            sheet.title, sheet.year = sheet.title or box.title, sheet.year or box.year
        number = max(end, number + 1)


def _boxed(block: Block, box: _Sheet) -> bool:
    """Read one block as part of a box; False when any of its lines is none."""
    if block.kind in ("image", "embed", "rule", "heading", "pre") or not block.runs or len(block.text) > _LONGEST_LIST:
        return False
    lines = block.text.split("\n")
    return _read_lines(lines, box, head=False)[0] == len(lines)


def _read_lines(lines: list[str], sheet: _Sheet, *, head: bool) -> tuple[int, LabelKind | None]:
    """Read lines of one block; return how many are credits, and the label still waiting for its value."""
    understood, waiting = 0, None
    for line in lines:
        if waiting and _take_waited(sheet, waiting, line):
            understood, waiting = understood + 2, None
            continue
        read, waiting = _read_line(line, sheet, head=head)
        understood += read
    return understood, waiting


def _read_line(line: str, sheet: _Sheet, *, head: bool) -> tuple[bool, LabelKind | None]:
    """Read one line; return whether it is credits, and its last label when that has no value yet."""
    if not head and not opens_with_label(line):
        return False, None
    lead, parts = split_labels(line)
    if not parts or not _leads(lead, parts) or (not head and not (parts[0].plain and not lead)):
        return False, None
    if len(parts) == 1 and (not parts[0].value or _BARE_RATED.fullmatch(parts[0].value)):
        return False, parts[0].kind if not lead and parts[0].kind not in ("other", "trailer") else None
    taken = [sheet.take(part.kind, part.value, plain=part.plain) for part in parts if part.value]
    return bool(taken) and taken[0], parts[-1].kind if not parts[-1].value else None


def _take_waited(sheet: _Sheet, kind: LabelKind, value: str) -> bool:
    """Take a value that stands on the line or in the block after its label."""
    return sheet.take(kind, f"Rated: {value}" if kind == "rated" else value, plain=True)


def _leads(lead: str, parts: tuple[Labelled, ...]) -> bool:
    """Tell whether what stands before the first label may open a line of credits: nothing, a title, a year."""
    if not lead:
        return True
    return len(lead) <= _LONGEST_LEAD and (len(parts) > 1 or re.search(r"\b(?:19|20)\d\d\)?$", lead) is not None)


def _names(value: str) -> tuple[str, ...]:
    """Return the names a value lists; a sentence after them is left out."""
    if len(value) > _LONGEST_LIST:
        return ()
    ends = (len(value), *(end.start() for end in (_CELL_END.search(value), _SENTENCE_END.search(value)) if end))
    return next((names for end in ends if (names := split_names(value[:end]))), ())


def _tail(blocks: list[Block], head: int) -> int:
    """Return the number of the block after the last long paragraph."""
    for number in range(len(blocks) - 1, head - 1, -1):
        if len(blocks[number].text) > _LONG_PROSE and blocks[number].role != "footer":
            return number + 1
    return head


def _marked(block: Block) -> Block:
    return block if block.role else replace(block, role="credits")
