"""The colour of a grade: five steps from blue (praise) to orange (blame), told apart by every kind of colour vision.

A diverging scale: the middle is the text's own colour, and praise and blame grow away from it in hue and in lightness.
So any two steps stay apart (CIEDE2000 of 10 or more) for eyes without red, green or blue cones, as `tests` reckon with
the matrices of Machado, Oliveira and Fernandes (2009), and each has at least 4.5:1 against its grounds. Colour is never
alone: the letter or the number always stands beside it.
"""

from tui.model.scale import step as step

DARK = ("#6aa6ee", "#b4d9f7", "#f6efdc", "#fbc388", "#f7743f")
LIGHT = ("#0a3a80", "#166a86", "#63605a", "#8a5405", "#7d1704")


def grade_colour(score: float | None, *, dark: bool = True) -> str | None:
    """Return a score's colour as `#rrggbb`; None when there is no score, so the text's own colour is used."""
    return None if score is None else (DARK if dark else LIGHT)[step(score)]
