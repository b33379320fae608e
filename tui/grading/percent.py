"""Percent: `Score: 79%`, `85 percent`, `Grade: A+ (97.5%)`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.passage import Passage
from tui.model.grade import Notation

_BEFORE = re.compile(r"(?<![\w/$£€#@.,-])(\d{1,3}(?:[.,]\d{1,2})?) ?$")
_WORDS = ("percent", "per cent", "prozent")


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield every number from 0 to 100 with a percent sign or word."""
    for sign in ("%", *_WORDS):
        for position in passage.finds(sign):
            at = max(0, position - 10)
            found = _BEFORE.search(passage.low[at:position])
            if not found or passage.low[position + len(sign) : position + len(sign) + 1].isalnum():
                continue
            value = float(found[1].replace(",", "."))
            if value <= 100:
                start, end = at + found.start(1), position + len(sign)
                yield Candidate(
                    passage.kept[start:end], value, 100.0, None, None, start, end, Notation.PERCENT,
                    place=passage.place, confidence=0.3,
                )  # fmt: skip
