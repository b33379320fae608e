"""What holds for any text at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.grading.by_hand import read_by_hand
from tui.grading.habits import Habits, learn
from tui.grading.passage import Passage
from tui.grading.reading import Reading, read_grade
from tui.model.errors import WrongUse
from tui.model.grade import Grade, Notation

PIECES = st.sampled_from((
    "7/10", "3.5/4", "10/10", "8 1/2", "★★★½", "★★★☆☆", "⭐️⭐️", "***1/2", "* * *", "**", "B+", "A-", "C",
    "F", "b -", "79%", "seven", "out of", "ten", "five stars", "half a star", "Grade:", "My rating",
    "Score", "Verdict:", "Overall", "IMDb", "I give it", "gets a", "could have been", "not a", "if",
    "because", "thumbs up", "SKIP IT", "acting", "the original", "rating system:", "(", ")", "[", "]", "“",
    "”", "\"", "'", "-", "–", ":", ".", ",", "!", "?", "\n", "\n\n", "<br />", "½", "❤️", "💛", "/", "%",
    "11/10", "-2/10", "ITV2/3/4", "on a scale of 1 to 10", "Bewertung:", "оценка", "評価：", "Alex's",
    "3 thoughts on “Fog”", "fog", "The Foghorn", "\xa0", "İ", "\u200d", "\ud800",
))  # fmt: skip
SALADS = st.lists(PIECES, max_size=40).map(" ".join)
TEXTS = st.one_of(SALADS, st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))


def every(reading: Reading) -> list[Grade]:
    """Return the grades of a reading."""
    return [grade for grade in (reading.grade, *reading.others) if grade is not None]


@settings(max_examples=400)
@given(TEXTS, SALADS)
def test_any_text_is_read_and_every_span_lies_within_it(text: str, title: str) -> None:
    for grade in every(read_grade(text, title=title)):
        assert grade.where is not None
        place = title if grade.where.place == "title" else text
        assert 0 <= grade.where.start < grade.where.end <= len(place)
        assert place[grade.where.start : grade.where.end] == grade.written


@settings(max_examples=300)
@given(TEXTS)
def test_a_score_is_between_nothing_and_everything(text: str) -> None:
    for grade in every(read_grade(text, habits=Habits(bests={Notation.STARS: 5, Notation.NUMBER: 10}))):
        assert grade.score is None or 0 <= grade.score <= 100
        assert 0 <= grade.confidence <= 1
        assert (grade.score is None) or grade.letter is not None
        assert grade.best is None or grade.value is not None


@settings(max_examples=150)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_grade(text) == read_grade(text)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_a_passage_is_as_long_as_its_text(text: str) -> None:
    passage = Passage(text)
    assert len(passage.plain) == len(passage.low) == len(text)
    assert 0 <= passage.end <= len(text)


@settings(max_examples=100)
@given(st.lists(TEXTS, max_size=8))
def test_habits_can_be_learned_from_anything_that_was_read(texts: list[str]) -> None:
    habits = learn([grade for text in texts for grade in every(read_grade(text))])
    assert all(0 <= points <= 100 for points in habits.letters.values())


@settings(max_examples=200)
@given(TEXTS)
def test_what_a_reader_types_is_a_grade_or_an_error(text: str) -> None:
    try:
        grade = read_by_hand(text)
    except WrongUse:
        return
    assert grade is None or grade.score is None or 0 <= grade.score <= 100
