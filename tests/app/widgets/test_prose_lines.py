"""Prose as lines: every word once and in order, within the measure, each kind of block in its own setting."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.prose_making import italic, make_prose, paragraph, spoiler
from tui.app.widgets.prose_lines import link_lines, prose_lines, shown_address
from tui.app.widgets.typesetting import Line
from tui.model.prose import Block, Kind, Link, Prose, Run, Style

WORDS = st.text(alphabet=st.sampled_from("abcdefg ’—[]/é漢字の。\u00a0\n"), min_size=1, max_size=60)
RUNS = st.lists(
    st.builds(Run, WORDS, st.sampled_from([Style.PLAIN, Style.ITALIC, Style.BOLD | Style.SPOILER])),
    min_size=1,
    max_size=4,
)
KINDS: tuple[Kind, ...] = ("paragraph", "heading", "item", "quote", "pre", "image", "embed", "row")
BLOCKS = st.builds(
    lambda kind, runs, level, quoted: Block(kind, tuple(runs), 0, level, None, quoted),
    st.sampled_from(KINDS), RUNS, st.integers(1, 5), st.integers(0, 3),
)  # fmt: skip
PROSE = st.lists(BLOCKS, max_size=6).map(lambda blocks: make_prose(*blocks))
LEADS = {"rail", "lead", "marker"}


def texts(prose: Prose, measure: int = 40) -> list[str]:
    return [line.text for line in prose_lines(prose, measure)]


def words_of(line: Line) -> str:
    """Return a line without its rails, bullets and rules."""
    end = max((span.end for span in line.spans if span.start == 0 and span.look in LEADS), default=0)
    for _ in range(6):
        after = [span.end for span in line.spans if span.start == end and span.look in (*LEADS, "quiet")]
        end = max(after, default=end)
    return line.text[end:]


def looks(line: Line, words: str) -> set[str]:
    start = line.text.index(words)
    return {span.look for span in line.spans if span.start <= start and span.end >= start + len(words)}


@given(PROSE, st.integers(12, 80))
def test_every_word_appears_once_and_in_order(prose: Prose, measure: int) -> None:
    shown = "".join(words_of(line) for line in prose_lines(prose, measure))
    assert "".join(shown.split()) == "".join(prose.text.split())


@given(PROSE, st.integers(12, 80))
def test_no_line_is_wider_than_the_measure(prose: Prose, measure: int) -> None:
    assert all(cell_len(line.text) <= measure for line in prose_lines(prose, measure))


@given(PROSE, st.integers(12, 80))
def test_spans_lie_within_their_line(prose: Prose, measure: int) -> None:
    for line in prose_lines(prose, measure):
        assert all(0 <= span.start <= span.end <= len(line.text) for span in line.spans)


@given(PROSE, st.integers(12, 80))
def test_a_line_knows_where_its_words_stand_in_the_text(prose: Prose, measure: int) -> None:
    for line in prose_lines(prose, measure):
        own = words_of(line).replace("\u00a0", " ")
        if line.offset is not None and own.strip():
            assert prose.text[line.offset :].replace("\u00a0", " ").startswith(own.split("\u00a0")[0][:1])


@given(PROSE, st.data())
def test_the_marked_stretch_is_highlighted_and_nothing_else(prose: Prose, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(prose.text) - 1)))
    end = data.draw(st.integers(start, min(len(prose.text), start + 20)))
    marked = "".join(
        line.text[span.start : span.end]
        for line in prose_lines(prose, 60, (start, end))
        for span in line.spans
        if span.look == "evidence"
    )
    assert "".join(marked.split()) == "".join(prose.text[start:end].split())


def test_paragraphs_are_parted_by_a_blank_line() -> None:
    assert texts(make_prose(paragraph("Fog."), paragraph("Horn."))) == ["Fog.", "", "Horn."]


def test_italics_keep_their_place() -> None:
    (line,) = prose_lines(make_prose(paragraph("I liked ", italic("Second Foghorn"), " a lot.")), 60)
    assert looks(line, "Second Foghorn") == {"italic"}
    assert looks(line, "I liked") == set()


def test_a_link_is_followed_by_its_number() -> None:
    prose = make_prose(
        paragraph("See ", Run("the ", link=3), Run("trailer", Style.ITALIC, 3), "."),
        links=[Link(3, "https://a.example/", "")],
    )
    (line,) = prose_lines(prose, 60)
    assert line.text == "See the trailer[3]."
    assert looks(line, "[3]") == {"marker"}


def test_words_after_a_links_number_keep_their_offsets() -> None:
    prose = make_prose(paragraph("Before it came ", Run("a link", link=1), " and then many words after the link."))
    lines = list(prose_lines(prose, 24))
    assert [prose.text[line.offset :].split()[0] for line in lines if line.offset is not None] == [
        line.text.split()[0].removesuffix("[1]") for line in lines
    ]


def test_brackets_are_only_brackets() -> None:
    assert texts(make_prose(paragraph("[REC]² and [/] and [bold]x[/bold]"))) == ["[REC]² and [/] and [bold]x[/bold]"]


def test_a_quote_has_a_rail_beside_every_line_and_between_its_paragraphs() -> None:
    blocks = [replace(paragraph(words), quoted=depth) for words, depth in (("one two three", 1), ("four", 2))]
    assert texts(make_prose(*blocks), 12) == ["▎ one two", "▎ three", "▎ ", "▎ ▎ four"]


def test_a_list_hangs_and_stands_close() -> None:
    items = [Block("item", (Run(words),), level=level) for words, level in (("fog and a horn", 1), ("ship", 2))]
    assert texts(make_prose(*items), 16) == ["  • fog and a", "    horn", "      ◦ ship"]


def test_ordered_items_show_their_numbers() -> None:
    items = [Block("item", (Run("fog"),), level=1, ordinal=number) for number in (9, 10)]
    assert texts(make_prose(*items)) == [" 9. fog", "10. fog"]


def test_a_heading_has_air_above_it() -> None:
    prose = make_prose(paragraph("Fog."), Block("heading", (Run("Verdict"),), level=2), paragraph("Horn."))
    assert texts(prose) == ["Fog.", "", "", "Verdict", "", "Horn."]


def test_preformatted_lines_keep_their_spaces() -> None:
    assert texts(make_prose(Block("pre", (Run("a   b\n\n  c"),)))) == ["a   b", "", "  c"]


def test_a_picture_is_its_words() -> None:
    assert texts(make_prose(Block("image", (Run("A lamp"),)))) == ["▧ A lamp"]


def test_credits_are_left_to_the_card() -> None:
    assert texts(make_prose(paragraph("Directed by Ilse Marrow", role="credits"), paragraph("Fog."))) == ["Fog."]


def test_a_footer_stands_under_a_short_rule_and_is_quiet() -> None:
    *_, rule, _, footer = prose_lines(make_prose(paragraph("Fog."), paragraph("Share this", role="footer")), 40)
    assert rule.text == "─" * 12
    assert looks(footer, "Share this") == {"footer"}


def test_a_spoiler_covers_the_number_of_its_link() -> None:
    run = Run("the butler", Style.SPOILER, 1)
    (line,) = prose_lines(make_prose(paragraph("It was ", run, ".")), 40)
    assert looks(line, "the butler") >= {"spoiler"}
    assert "spoiler" in looks(line, "[1]")
    assert "spoiler" not in looks(line, "It was")
    assert spoiler("x").style is Style.SPOILER


def test_links_are_listed_with_words_and_address() -> None:
    link = Link(2, "https://www.place.example/fog/", "the place")
    assert [line.text for line in link_lines([link], 60)] == ["[2]  the place  place.example/fog"]


def test_the_words_of_a_hidden_link_are_left_out_of_the_list() -> None:
    (line,) = link_lines([Link(1, "https://a.example/", "the butler did it")], 60, hidden={1})
    assert line.text == "[1]  a.example"


def test_an_address_is_shown_as_people_say_it() -> None:
    assert shown_address("https://www.critic.example/") == "critic.example"
    assert shown_address("mailto:ada@critic.example") == "ada@critic.example"
