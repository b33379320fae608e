"""Simulated readers and critics for `tests.benchmarks.taste`: how they grade is known, so errors are, too.

A work has a quality and three traits; a person cares for quality and, each in their own way, for traits, adds noise of
their own, and squeezes it all into their own mean, spread and notation. What critics see is skewed to the well-known
works, and what a reader sees as well.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from tui.model.scale import LETTERS, letter

TRAITS = 3
_STEPS = (1.0, 5.0, 10.0, 12.5, 0.0)
"""Points between two grades of a notation; 0 for letters."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who grades."""

    care: float
    """For quality."""
    likes: tuple[float, ...]
    """For each trait."""
    noise: float
    mean: float
    spread: float
    step: float


@dataclass(frozen=True, slots=True)
class Crowd:
    """Critics, the works they saw, and a reader of some of them."""

    mine: Mapping[int, float]
    """The reader's score of each work they saw."""
    theirs: Mapping[int, Mapping[int, float]]
    """Each critic's, by critic and work."""


def crowd(seed: int, seen: int, *, critics: int = 30, works: int = 2_000, each: int = 250) -> Crowd:
    """Return one reader who saw `seen` works, and critics who each graded about `each`."""
    dice = random.Random(seed)
    films = [tuple(dice.gauss(0, 1) for _ in range(TRAITS + 1)) for _ in range(works)]
    known = list(accumulate(1 / (rank + 30) ** 0.8 for rank in range(works)))
    theirs = {critic: _graded(dice, _person(dice), films, known, each) for critic in range(1, critics + 1)}
    reviewed = set().union(*theirs.values())
    mine = _graded(dice, _person(dice), films, known, seen * 2)
    return Crowd(dict([pair for pair in mine.items() if pair[0] in reviewed][:seen]), theirs)


def _person(dice: random.Random) -> Person:
    return Person(
        dice.uniform(0.5, 1.2),
        tuple(dice.gauss(0, 0.45) for _ in range(TRAITS)),
        dice.uniform(0.4, 1.0),
        dice.gauss(65, 8),
        dice.uniform(10, 20),
        dice.choice(_STEPS),
    )


def _graded(
    dice: random.Random, person: Person, films: list[tuple[float, ...]], known: list[float], many: int
) -> dict[int, float]:
    chosen = dict.fromkeys(dice.choices(range(len(films)), cum_weights=known, k=many))
    return {work: _grade(dice, person, films[work]) for work in chosen}


def _grade(dice: random.Random, person: Person, film: tuple[float, ...]) -> float:
    quality, *traits = film
    felt = person.care * quality + dice.gauss(0, person.noise)
    felt += sum(like * trait for like, trait in zip(person.likes, traits, strict=True))
    whole = (person.care**2 + person.noise**2 + sum(like * like for like in person.likes)) ** 0.5
    score = min(100.0, max(0.0, person.mean + person.spread * felt / whole))
    return LETTERS[letter(score)] if not person.step else round(score / person.step) * person.step
