"""A candidate is a plain value."""

from tui.grading.candidate import Candidate
from tui.model.grade import Notation, Source


def test_a_candidate_is_prose_of_the_text_unless_it_says_otherwise() -> None:
    one = Candidate("7/10", 7, 10, None, None, 0, 4, Notation.FRACTION)
    assert (one.source, one.place, one.who, one.work) == (Source.PROSE, "text", "", "")
    assert one == Candidate("7/10", 7, 10, None, None, 0, 4, Notation.FRACTION)
