"""Names as credits list them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.names import is_name, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Vey, Tom Lund and Petra Roe", ("Ann Vey", "Tom Lund", "Petra Roe")),
        ("Ann Vey & Tom Lund", ("Ann Vey", "Tom Lund")),
        ("Ann Vey (The Keeper, older), Tom Lund (Ed)", ("Ann Vey", "Tom Lund")),
        ("Ann Vey as The Keeper, Tom Lund as Ed", ("Ann Vey", "Tom Lund")),
        ("Ann Vey; Tom Lund; others", ("Ann Vey", "Tom Lund")),
        ("Robert Roe, Jr., Ann Vey", ("Robert Roe Jr.", "Ann Vey")),
        ("Ludwig van der Meer und Ana de la Cruz", ("Ludwig van der Meer", "Ana de la Cruz")),
        ("the voices of Ann Vey, with Tom Lund", ("Ann Vey", "Tom Lund")),
        ("Ann Vey, Tom Lund, and more…", ("Ann Vey", "Tom Lund")),
        ("P.J. Roe, D’Arcy O’Lund", ("P.J. Roe", "D’Arcy O’Lund")),
        ("Vey", ("Vey",)),
        ("Charli xcx", ("Charli xcx",)),
        ("Ann Vey, Ann Vey", ("Ann Vey",)),
    ],
)
def test_a_list_is_split(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    "text",
    ["her mother, the film is a delight", "Ann Vey, the film sinks", "", "8/10", "numbers", "What is this? A film"],
)
def test_a_sentence_is_no_list(text: str) -> None:
    assert split_names(text) == ()


@given(st.text())
def test_only_names_come_out(text: str) -> None:
    assert all(is_name(name) for name in split_names(text))
