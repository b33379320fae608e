"""Looking for words and signs: the same as patterns find, sooner."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.grading.finding import longest_word, places, places_of_any
from tui.grading.passage import Passage

_TEXTS = st.text("ab c.+-\n\xa0★", max_size=60)
_WORDS = st.text("ab c.", min_size=1, max_size=5)


class TestPlaces:
    @given(_TEXTS, _WORDS)
    def test_words_stand_where_a_pattern_finds_them(self, text: str, words: str) -> None:
        assert list(places(text, words)) == [found.start() for found in re.finditer(re.escape(words), text)]

    @given(_TEXTS)
    def test_signs_stand_where_a_pattern_finds_any(self, text: str) -> None:
        assert places_of_any(text, "+-★") == [found.start() for found in re.finditer("[-+★]", text)]


class TestLongestWord:
    def test_it_is_without_the_spaces_around(self) -> None:
        assert longest_word(" give it ") == "give"

    def test_nothing_but_spaces_holds_no_word(self) -> None:
        assert longest_word("  ") == ""


class TestPassage:
    @given(_TEXTS, _WORDS)
    def test_it_passes_over_words_only_where_there_are_none(self, text: str, words: str) -> None:
        assert list(Passage(text).finds(words)) == list(places(Passage(text).low, words))

    @given(st.text("a1٣½9 ★", max_size=30))
    def test_figures_are_found_in_every_script(self, text: str) -> None:
        assert Passage(text).digits == tuple(found.start() for found in re.finditer(r"\d", text))
