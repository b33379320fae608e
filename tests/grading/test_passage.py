"""A text as the readers of notations look at it."""

import pytest

from tui.grading.passage import Passage


@pytest.mark.parametrize("text", ["“So” – it’s\xa07／10", "a<br />b<br>c\r\nd\re", "İstanbul İ", "7⁄10 ⭐️ 評価：★"])
def test_the_plain_text_is_as_long_as_the_text(text: str) -> None:
    passage = Passage(text)
    assert len(passage.plain) == len(passage.low) == len(text)


def test_quotation_marks_spaces_and_breaks_are_made_plain() -> None:
    assert Passage("“it’s”\xa07<br>8").plain == '"it\'s" 7\n   8'


def test_the_critics_text_ends_before_the_comments() -> None:
    text = "A film about fog, and about the men who wait.\n\nMy grade: B\n\n3 thoughts on “Fog”\n\nBen: 9/10!"
    assert text[: Passage(text).end].endswith("My grade: B")


def test_who_posted_it_is_no_footer_above_the_review() -> None:
    text = "Fog, a film\n\nPosted by Ada\n\nA film about fog, and about the men who wait.\n\nMy grade: B"
    assert Passage(text).end == len(text)
    text = "A film about fog, and about the men who wait for it to lift.\n\nMy grade: B\n\nShare this:\n\nRelated"
    assert text[: Passage(text).end].endswith("My grade: B")


def test_a_clause_is_the_sentence_so_far() -> None:
    text = "It is long. I give it 7/10"
    assert Passage(text).clause(text.index("7")) == "i give it "


def test_a_very_long_text_is_kept_at_both_ends() -> None:
    text = "a" * 100_000 + "b" * 300_000
    passage = Passage(text)
    assert len(passage.plain) < 200_000
    start, end = passage.original(len(passage.plain) - 3, len(passage.plain))
    assert (start, end) == (len(text) - 3, len(text))
