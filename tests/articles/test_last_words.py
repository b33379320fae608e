"""A review's verdict in one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_grade
from tui.articles.last_words import last_words
from tui.model.grade import Where


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is long. It is a film I would see again.", "It is a film I would see again."),
        ("Fog all over.\n\nThe second half of it drags on.\n\nMy Grade: 7/10 or B-", "The second half of it drags on."),
        ("I laughed at all of it.\n\nGrade: B+\n\n3 thoughts on “Fog”\n\nLeave a Reply", "I laughed at all of it."),
        ("A long walk through fog.\n\nVerdict: bring a coat and a friend.", "bring a coat and a friend."),
        ("What a strange thing to have made. See it.", "What a strange thing to have made. See it."),
        ("She plays Mrs. Marrow as if Dr. Vey were dead.", "She plays Mrs. Marrow as if Dr. Vey were dead."),
        ("“Is that all?” he asks. “It is all there ever was.”", "“It is all there ever was.”"),
        ("Would I go again? Not for money or fog, no!", "Not for money or fog, no!"),
        ("A film\n\nDirected By Ilse Marrow.\n\nStarring Tomas Vey.", ""),
        ("", ""),
        ("★★★", ""),
    ],
)  # fmt: skip
def test_the_last_sentence_before_grade_and_footer_is_found(text: str, expected: str) -> None:
    assert last_words(text) == expected


def test_what_stands_behind_a_grade_at_the_end_is_no_verdict() -> None:
    text = "A patient film about fog and who lives in it.\n\nMy Grade: B-\n\nI am away next week, so no reviews then."
    at = text.index("B-")
    grade = make_grade(written="B-", where=Where("text", at, at + 2))
    assert last_words(text, grade) == "A patient film about fog and who lives in it."


def test_a_grade_at_the_top_leaves_the_text_below_it() -> None:
    text = "B-\n\nA patient film. I would go again for the fog alone."
    assert last_words(text, make_grade(where=Where("text", 0, 2))) == "I would go again for the fog alone."


def test_a_long_sentence_is_cut_between_words() -> None:
    found = last_words(f"It {'goes on and ' * 60}ends.")
    assert len(found) <= 260
    assert found.endswith("…")


@given(st.text(max_size=600))
def test_any_text_gives_one_line_of_itself(text: str) -> None:
    found = last_words(text)
    assert "\n" not in found
    assert len(found) <= 260
