import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.app.widgets.cells import fitted, shortened, steady


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("fog", 5, "fog  "),
        ("foghorn", 5, "fogh…"),
        ("東京物語", 5, "東京…"),
        ("東京物語", 4, "東… "),
        ("[/]", 3, "[/]"),
        ("fog", 0, ""),
        ("fog", 1, "…"),
    ],
)
def test_text_is_cut_by_cells(text: str, width: int, shown: str) -> None:
    assert fitted(text, width) == shown


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(0, 60), st.booleans())
def test_text_fills_its_column_exactly(text: str, width: int, right: bool) -> None:
    assert cell_len(fitted(text, width, right=right)) == width


@given(st.text(), st.integers(0, 60))
def test_what_is_short_enough_is_left_alone(text: str, width: int) -> None:
    if cell_len(steady(text)) <= width:
        assert shortened(text, width) == steady(text)


def test_emoji_that_terminals_measure_differently_become_plain_ones() -> None:
    assert steady("\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL} and ⭐\ufe0f") == "\N{MAN} and ⭐"


def test_joiners_between_letters_stay() -> None:
    assert steady("می\u200cخواهم") == "می\u200cخواهم"
