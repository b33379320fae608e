"""Lines and pages: cut where looks change, found by where their words stand."""

from tui.app.widgets.typesetting import EMPTY, Line, Page, Span, hang, set_text

PAGE = Page((EMPTY, Line("Title"), Line("one", (), 0), Line("two", (), 4), EMPTY, Line("three", (), 9)))


def test_a_line_is_cut_wherever_its_looks_change() -> None:
    line = Line("fog horn", (Span(0, 8, "quote"), Span(4, 8, "italic")))
    assert [(words, [span.look for span in spans]) for words, spans in line.pieces()] == [
        ("fog ", ["quote"]),
        ("horn", ["quote", "italic"]),
    ]


def test_an_indent_moves_the_spans() -> None:
    assert Line("fog", (Span(0, 3, "bold"),)).indented("▎ ", "rail").spans == (Span(0, 2, "rail"), Span(2, 5, "bold"))


def test_a_span_is_shared_among_the_lines_it_crosses() -> None:
    lines = list(set_text("one two three", 7, [Span(4, 13, "italic")]))
    assert [(line.text, line.spans) for line in lines] == [
        ("one two", (Span(4, 7, "italic"),)),
        ("three", (Span(0, 5, "italic"),)),
    ]


def test_hanging_lines_stand_under_the_first_word() -> None:
    assert [line.text for line in hang([Line("a"), Line("b")], "10. ")] == ["10. a", "    b"]


def test_a_place_in_the_text_is_found_and_found_again() -> None:
    assert PAGE.line_of(5) == 3
    assert PAGE.line_of(100) == 5
    assert PAGE.offset_of(4) == 4
    assert PAGE.line_of(PAGE.offset_of(4) or 0) == 3


def test_the_head_has_no_place_in_the_text() -> None:
    assert PAGE.offset_of(1) is None
    assert Page().line_of(7) == 0
