"""Names and titles without what people spell differently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.folding import LAST, folded, title_key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Quill", "ada quill"),
        ("  ADA   quill!", "ada quill"),
        ("Ada Quill’s Den", "ada quills den"),
        ("Amélie", "amelie"),
        ("Ame\u0301lie", "amelie"),
        ("STRASSE Straße", "strasse strasse"),
        ("Spider-Man: Fog", "spider man fog"),
        ("8½", "8 1 2"),
        ("8 1/2", "8 1 2"),
        ("が", "か"),
        ("한국", "한국"),
        ("★★★", "★★★"),
        ("", ""),
    ],
)
def test_only_the_words_count(text: str, words: str) -> None:
    assert folded(text) == words


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("The Second Foghorn", "second foghorn"),
        ("A Patient Film", "patient film"),
        ("An Hour", "hour"),
        ("The", "the"),
        ("The The", "the"),
        ("Then Fog", "then fog"),
        ("A", "a"),
    ],
)
def test_a_leading_article_does_not_sort_a_title(title: str, key: str) -> None:
    assert title_key(title) == key


@given(st.text())
def test_folding_twice_changes_nothing_and_sorts_before_the_last(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(text) <= LAST
