"""What the library knows of how a critic grades: from their own history, and from the reader's rules."""

from collections.abc import Iterable

from tui.grading.habits import Habits, learn
from tui.grading.manner import Manner, manner
from tui.model.critic import CriticStanding
from tui.model.grade import Grade
from tui.model.review import Draft
from tui.store.library import Library

_ENOUGH = 40
"""Grades the library should hold before what a feed brings along teaches nothing more."""


def habits_of(library: Library, critic_id: int, more: Iterable[Draft] = ()) -> Habits:
    """Return how a critic grades; where the library holds little of theirs, `more` that just came teaches too."""
    kept = library.grades_of(critic_id)
    new = [draft.grade for draft in more if draft.grade] if len(kept) < _ENOUGH else []
    return learn((*kept, *new), rules=library.rules(critic_id), assumed=library.assumed)


def manner_of(library: Library, standing: CriticStanding) -> Manner:
    """Return how a subscribed critic grades, for their profile."""
    habits = habits_of(library, standing.critic.id)
    return manner(habits, reviews=standing.reviews, graded=standing.graded)


def touches(habits: Habits, grade: Grade | None) -> bool:
    """True when `habits` say more of a grade than was known when it was read."""
    if grade is None:
        return False
    if grade.value is None:
        return grade.letter in habits.letters
    return grade.best is None and habits.best(grade.notation, grade.value) is not None
