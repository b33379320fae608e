"""Where the words of a search stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON
from tui.model.query import Words
from tui.model.query_language import parse
from tui.model.snippet import searched_words, snippet

TEXT = (
    "A keeper of lights hears a second horn in the fog. " * 6
    + "The Last\nLamp goes out, café and all. "
    + "Then dawn. " * 30
)


def lit(text: str, query: str, room: int = 60) -> list[str] | None:
    found = snippet(text, searched_words(parse(query, now=NOON)), room)
    return [found.text[start:end] for start, end in found.found] if found else None


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("lamp", ["Lamp"]),
        ('"last lamp"', ["Last Lamp"]),
        ("lam*", ["Lamp"]),
        ("cafe", ["café"]),
        ("CAFÉ lamp", ["Lamp", "café"]),
        ("lamp OR nothing", ["Lamp"]),
        ("unread lamp -fog", ["Lamp"]),
        ("amp", None),
        ("lam", None),
        ("-lamp", None),
        ("unread", None),
    ],
)
def test_the_words_of_a_search_are_found_as_the_index_finds_them(query: str, words: list[str] | None) -> None:
    assert lit(TEXT, query) == words


def test_it_is_a_line_cut_between_words() -> None:
    found = snippet(TEXT, (Words("lamp"),), 60)
    assert found
    assert found.text == "…the fog. The Last Lamp goes out, café and all. Then dawn.…"
    whole = snippet("The lamp.", (Words("lamp"),))
    assert whole
    assert whole.text == "The lamp."


@given(st.text(), st.text(min_size=1), st.integers(1, 80), st.booleans())
def test_any_text_and_any_words_give_a_stretch_of_it(text: str, word: str, room: int, beginning: bool) -> None:
    found = snippet(f"{text} {word} {text}", (Words(word, beginning),), room)
    if found:
        assert all(0 <= start < end <= len(found.text) for start, end in found.found)
        assert "\n" not in found.text
