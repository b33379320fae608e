"""The credits card: any part may be absent."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.makers import make_credits
from tui.app.widgets.credits_card import credits_lines
from tui.model.credits import Credits


def texts(credits: Credits, measure: int = 60, trailer: int | None = 1) -> list[str]:
    return [line.text.strip() for line in credits_lines(credits, measure, trailer)]


def test_every_part_has_its_line() -> None:
    assert texts(make_credits()) == [
        "",
        "Directed by  Ilse Marrow",
        "Starring     Tomas Vey, Petra Lund",
        "Rated        PG for brief peril",
        "Trailer      [1] video.example/watch?v=foghorn",
        "",
        "A lighthouse keeper hears a second foghorn.",
        "",
    ]


def test_no_credits_are_no_card() -> None:
    assert texts(Credits()) == []


def test_a_plot_alone_stands_alone() -> None:
    assert texts(Credits(plot="Fog.")) == ["", "Fog.", ""]


def test_a_rating_without_reasons_is_only_the_rating() -> None:
    assert texts(Credits(rated="R")) == ["", "Rated        R", ""]


def test_the_trailer_is_a_link_that_can_be_clicked() -> None:
    lines = list(credits_lines(make_credits(), 60, 4))
    assert {span.link for line in lines for span in line.spans} == {None, 4}


def test_a_narrow_card_puts_the_words_behind_their_names() -> None:
    assert texts(Credits(starring=("Tomas Vey", "Petra Lund")), 24) == ["", "Starring  Tomas Vey,", "Petra Lund", ""]


@given(
    st.builds(Credits, st.tuples(st.text("ab 漢[/]")), st.tuples(st.text("ab 漢[/]")), st.text("ab ")),
    st.integers(20, 80),
)
def test_no_line_is_wider_than_the_card(credits: Credits, measure: int) -> None:
    assert all(cell_len(line.text) <= measure for line in credits_lines(credits, measure, 1))
