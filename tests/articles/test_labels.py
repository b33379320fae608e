"""Labels that credits stand behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.labels import split_labels


def parts(line: str) -> list[tuple[str, str]]:
    return [(part.kind, part.value) for part in split_labels(line)[1]]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Directed By Ann Vey", [("director", "Ann Vey")]),
        ("Director: Ann Vey", [("director", "Ann Vey")]),
        ("Dir. Ann Vey", []),
        ("Dir.: Ann Vey", [("director", "Ann Vey")]),
        ("Starring – A B, C D", [("cast", "A B, C D")]),
        ("Starring - A B", [("cast", "A B")]),
        ("Cast | A B", [("cast", "A B")]),
        ("Dir: Ann Vey | Cast: A B | 110 min", [("director", "Ann Vey"), ("cast", "A B | 110 min")]),
        ("Directed by Ann Vey. Starring A B. Rated PG for fog.",
         [("director", "Ann Vey"), ("cast", "A B"), ("rated", "Rated PG for fog.")]),
        ("The Plot – A keeper hears: a horn, with: fog", [("plot", "A keeper hears: a horn, with: fog")]),
        ("Regie: Ann Vey", [("director", "Ann Vey")]),
        ("Running time: 99 min", [("other", "99 min")]),
        ("A film with: nothing", []),
    ],
)  # fmt: skip
def test_a_line_is_split_at_its_labels(line: str, found: list[tuple[str, str]]) -> None:
    assert parts(line) == found


def test_what_stands_before_the_first_label_is_told() -> None:
    lead, labelled = split_labels("The Second Foghorn (2023), directed by Ann Vey")
    assert (lead, labelled[0].value) == ("The Second Foghorn (2023)", "Ann Vey")


@given(st.text())
def test_any_line_can_be_split(line: str) -> None:
    split_labels(line)
