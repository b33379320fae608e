"""The colour of a grade: five steps from blue (praise) to orange (blame), told apart by every kind of colour vision.

The steps follow the diverging blue-orange ramps of colour-blind safe palettes (Okabe and Ito's blue and vermilion at
the ends), lightness chosen per theme so that each has at least 4.5:1 against its background. Colour is never alone:
the letter always stands beside it.
"""

DARK = ("#6cb6ff", "#93c9e8", "#d9c58b", "#f0a35e", "#f2794a")
LIGHT = ("#0b5cad", "#2f6f93", "#7a6410", "#a8540a", "#b23a12")
STEPS = (83.0, 67.0, 50.0, 33.0)
"""The lowest score of each step but the last: B+, B-, C, D+."""


def step(score: float) -> int:
    """Return 0 (B+ and better) to 4 (under D+)."""
    return sum(score < least for least in STEPS)


def grade_colour(score: float | None, *, dark: bool = True) -> str | None:
    """Return a score's colour as `#rrggbb`; None when there is no score, so the text's own colour is used."""
    return None if score is None else (DARK if dark else LIGHT)[step(score)]
