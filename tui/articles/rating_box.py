"""Rating boxes of review plugins: the total, never the visitors' votes that reuse the same classes."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.figures import Figure, candidate, read_figure
from tui.articles.markup import select
from tui.articles.surroundings import stands_elsewhere
from tui.grading.candidate import Candidate

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BOXES = (
    (".review-total-box", "WP Review box", None),
    (".td-review-final-score", "review box", None),
    (".lets-review-block__final-score .score", "Let's Review box", None),
    (".lets-review-block__final-score", "Let's Review box", None),
    (".rwp-overlall-score-value", "Reviewer box", None),
    (".jet-review__total-average-val", "review box", None),
    (".review-wu-grade-content", "review box", 10),
    (".review-final-score", "review box", None),
    (".cb-final-score, .cb-score-box .score", "review box", None),
    (".entry-review-score, .review-box-total, .total-score-value, .final-review-score", "review box", None),
)
_ANY = ", ".join(selector for selector, _, _ in _BOXES)
_TYPES = (
    (re.compile(r"wp-review-(?:percentage|circle|bar)-type|percent"), 100),
    (re.compile(r"wp-review-point-type|point"), 10),
    (re.compile(r"wp-review-star-type|\bstars?\b"), 5),
)
_FIRST = re.compile(
    r"\s*(\d{1,3}(?:[.,]\d+)?\s?%|\d{1,3}(?:[.,]\d+)?\s*/\s*\d{1,3}|\d{1,3}(?:[.,]\d+)?|[A-DF][+–-]?(?!\w))"
)
_FAR = 6


def read_rating_box(roots: "Sequence[LexborNode]") -> tuple[Candidate, ...]:
    """Return the total of the first rating box, if there is one."""
    for root in roots:
        if root.css_first(_ANY) is None:
            continue
        for selector, name, best in _BOXES:
            for box in select(root, selector):
                if stands_elsewhere(box):
                    continue
                figure = _total(box, best)
                if figure:
                    return (candidate(figure, name, 0.85 if figure.best or figure.letter else 0.6),)
    return ()


def _total(box: "LexborNode", best: int | None) -> Figure | None:
    """Return the figure a box opens with, on the scale its classes name."""
    heading = box.css_first("[class*=title]")
    text = box.text(deep=True).strip()
    found = _FIRST.match(text.removeprefix(heading.text(deep=True).strip()) if heading is not None else text)
    if found is None:
        return None
    plain = read_figure(found[1].replace(" ", ""))
    if plain is None or plain.best is not None or plain.value is None:
        return plain
    return read_figure(found[1], best or _scale(box))


def _scale(box: "LexborNode") -> int | None:
    """Return the top of the scale that the classes of the box or of what holds it name."""
    at: LexborNode | None = box.parent
    for _ in range(_FAR):
        if at is None:
            return None
        classes = at.attributes.get("class") or ""
        for pattern, best in _TYPES:
            if pattern.search(classes):
                return best
        at = at.parent
    return None
