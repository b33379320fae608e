"""Fields of the feed that carry a grade: Letterboxd's `memberRating`, Goodreads' `user_rating`."""

import re
from collections.abc import Iterator, Mapping

from tui.grading.candidate import Candidate
from tui.model.grade import Notation, Source

_SCALES = {"letterboxd:memberrating": 5.0, "letterboxd_memberrating": 5.0, "user_rating": 5.0}
"""The top of each field's scale. Goodreads writes 0 for a book not rated; Letterboxd leaves the field out."""


_STARS = re.compile(r"(?:★{1,5}½?|½)(?=\s*$)")


def read(fields: Mapping[str, str], title: str = "") -> Iterator[Candidate]:
    """Yield the grade in the feed's fields, written as the title has it where that says the same: `★★½` for 2.5."""
    drawn = _STARS.search(title)
    stars = drawn[0] if drawn else ""
    for name, written in fields.items():
        best = _SCALES.get(name.lower())
        if best is None:
            continue
        try:
            value = float(written)
        except ValueError:
            continue
        if 0 < value <= best:
            same = stars and stars.count("★") + 0.5 * stars.count("½") == value
            yield Candidate(
                stars if same else written,
                value,
                best,
                None,
                None,
                0,
                0,
                Notation.FIELD,
                Source.FIELD,
                "field",
                name,
                confidence=1.0,
            )
