"""Words that announce a grade."""

import pytest

from tui.grading.labels import find_labels


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("my grade: b", "grade", "grade"),
        ("final score 7", "score", "grade"),
        ("bewertung: 7", "bewertung", "grade"),
        ("nota final: 9", "nota", "grade"),
        ("оценка: 8", "оценка", "grade"),
        ("評価:★", "評価", "grade"),
        ("the verdict: 3/5", "verdict", "soft"),
        ("overall: 7", "overall", "soft"),
        ("terningkast 5", "terningkast", "grade"),
    ],
)
def test_a_label_is_found(text: str, word: str, kind: str) -> None:
    (label,) = find_labels(text)
    assert (label.word, label.kind, text[label.start : label.end]) == (word, kind, word)


@pytest.mark.parametrize("text", ["a celebration", "remarkable", "upgraded", "underscore", "nothing", "a votary"])
def test_longer_words_are_no_labels(text: str) -> None:
    assert find_labels(text) == ()
