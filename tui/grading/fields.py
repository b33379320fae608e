"""Fields of the feed that carry a grade: Letterboxd's `memberRating`, Goodreads' `user_rating`."""

from collections.abc import Iterator, Mapping

from tui.grading.candidate import Candidate
from tui.model.grade import Notation, Source

_SCALES = {"letterboxd:memberrating": 5.0, "letterboxd_memberrating": 5.0, "user_rating": 5.0}
"""The top of each field's scale. Goodreads writes 0 for a book not rated; Letterboxd leaves the field out."""


def read(fields: Mapping[str, str]) -> Iterator[Candidate]:
    """Yield the grade in the feed's own fields."""
    for name, written in fields.items():
        best = _SCALES.get(name.lower())
        if best is None:
            continue
        try:
            value = float(written)
        except ValueError:
            continue
        if 0 < value <= best:
            yield Candidate(
                written, value, best, None, None, 0, 0, Notation.FIELD, Source.FIELD, "field", name, confidence=1.0
            )
