"""One figure in words: a count with its noun, a score with its letter, what hides one. Pure, and cheap to load."""

from tui.model.scale import letter

HIDDEN = "••"
"""What stands for a grade that blind mode hides."""


def graded(score: float | None) -> str:
    """Return a score with its letter: `B+ 83`; `–` without one."""
    return "–" if score is None else f"{letter(score)} {score:.0f}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a count with its noun: `1 review`, `1,204 reviews`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
