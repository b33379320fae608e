"""The one scale: scores from 0 to 100, and the letters that stand on it (Metacritic's even steps)."""

LETTERS: dict[str, float] = {
    "A+": 100, "A": 95, "A-": 91,
    "B+": 83, "B": 75, "B-": 67,
    "C+": 58, "C": 50, "C-": 42,
    "D+": 33, "D": 25, "D-": 17,
    "F": 0,
}  # fmt: skip
"""Each letter's score, best first."""


def score(value: float, best: float) -> float:
    """Return 100 * value / best, held within 0-100, to one decimal."""
    return round(min(100.0, max(0.0, 100 * value / best)), 1)


def letter(score: float) -> str:
    """Return the letter whose score is nearest; between two, the better."""
    return min(LETTERS, key=lambda name: (abs(LETTERS[name] - score), -LETTERS[name]))


STEPS = (83.0, 67.0, 50.0, 33.0)
"""The lowest score of each of the five steps a grade is coloured in, but the last: B+, B-, C, D+."""


def step(score: float) -> int:
    """Return 0 (B+ and better) to 4 (under D+)."""
    return sum(score < least for least in STEPS)
