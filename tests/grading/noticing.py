"""What one notation notices in a text."""

from collections.abc import Callable, Iterator

from tui.grading.candidate import Candidate
from tui.grading.passage import Passage

Notation = Callable[[Passage], Iterator[Candidate]]


def noticed(read: Notation, text: str) -> list[Candidate]:
    """Return the candidates in `text`; each must stand where it says."""
    found = sorted(read(Passage(text)), key=lambda one: one.start)
    assert all(text[one.start : one.end] == one.written for one in found)
    return found


def only(read: Notation, text: str) -> Candidate:
    """Return the one candidate in `text`."""
    (one,) = noticed(read, text)
    return one
