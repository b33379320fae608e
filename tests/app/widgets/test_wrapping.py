"""Lines by cells: words whole, nothing lost, nothing wider than the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui.app.widgets.wrapping import is_narrow, wrap

TEXT = st.text(
    alphabet=st.sampled_from("ab e—-’“”.,!()[]/\n\u00a0 漢字かな。「」、한글é\u0301👨\u200d👩⭐\ufe0fx"), max_size=200
)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_words_stay_whole() -> None:
    assert lines("a patient film about fog", 9) == ["a patient", "film", "about fog"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert lines("see https://critic.example/x", 10) == ["see", "https://cr", "itic.examp", "le/x"]


def test_spaces_at_a_break_are_dropped() -> None:
    assert lines("  fog   horn  ", 5) == ["fog", "horn"]


def test_a_line_may_end_after_an_em_dash() -> None:
    assert lines("the keeper—deaf by now", 12) == ["the keeper—", "deaf by now"]


def test_a_quote_after_an_em_dash_stays_with_it() -> None:
    assert lines("he said “wait—” and left", 15) == ["he said “wait—”", "and left"]


def test_a_non_breaking_space_holds() -> None:
    assert lines("about 10\u00a0km away", 8) == ["about", "10\u00a0km", "away"]


def test_a_line_feed_breaks() -> None:
    assert lines("one\n\ntwo\n", 20) == ["one", "", "two"]


def test_ideographs_break_anywhere_but_never_before_a_full_stop() -> None:
    assert lines("霧笛は鳴る。", 10) == ["霧笛は鳴", "る。"]


def test_an_opening_bracket_never_ends_a_line() -> None:
    assert lines("彼は「霧」と", 6) == ["彼は", "「霧」", "と"]


def test_korean_breaks_at_its_spaces() -> None:
    assert lines("안개 나팔소리", 10) == ["안개", "나팔소리"]


def test_a_joined_emoji_is_one_character() -> None:
    family = "👨\u200d👩\u200d👧"
    assert lines(family * 3, 4) == [family * 2, family]


def test_curly_quotes_take_the_fast_way() -> None:
    assert is_narrow("“It’s fog—all of it…”")
    assert not is_narrow("霧")


def test_no_words_are_no_lines() -> None:
    assert wrap("", 10) == []
    assert wrap(" \n ", 10) == []


@given(TEXT, st.integers(2, 30))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in lines(text, width))


@given(TEXT, st.integers(1, 30))
def test_nothing_but_breaking_space_is_lost(text: str, width: int) -> None:
    shown = "".join(lines(text, width)).replace(" ", "")
    assert shown == text.replace(" ", "").replace("\n", "")


@given(TEXT, st.integers(2, 30))
def test_a_word_that_fits_is_never_broken(text: str, width: int) -> None:
    words = {word for line in lines(text, width) for word in line.split(" ")}
    latin = [word for word in text.replace("\n", " ").split(" ") if word.isascii() and 0 < len(word) <= width]
    assert set(latin) <= words


@given(TEXT, st.integers(2, 30))
def test_a_grapheme_is_never_cut(text: str, width: int) -> None:
    for paragraph in text.split("\n"):
        edges = {edge for start, end in wrap(paragraph, width) for edge in (start, end)}
        inside = {i for start, end, _ in split_graphemes(paragraph)[0] for i in range(start + 1, end)}
        assert not edges & inside


@pytest.mark.parametrize("width", [0, -3])
def test_a_width_of_nothing_still_ends(width: int) -> None:
    assert "".join(lines("ab 漢", width)) == "ab漢"
