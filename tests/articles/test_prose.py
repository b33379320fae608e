"""HTML becomes blocks and runs."""

import unicodedata
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles.prose import read_prose
from tui.model.prose import Block, Prose, Run, Style


def shapes(html: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_prose(html).blocks]


def only(html: str) -> Block:
    (block,) = read_prose(html).blocks
    return block


def assert_whole(prose: Prose) -> None:
    """Every invariant `model.prose` promises."""
    assert prose.text == "\n\n".join(block.text for block in prose.blocks)
    for block in prose.blocks:
        assert prose.text[block.start : block.start + len(block.text)] == block.text
        assert all(run.text for run in block.runs)
    assert [link.number for link in prose.links] == list(range(1, len(prose.links) + 1))
    assert len({link.url for link in prose.links}) == len(prose.links)
    for link in prose.links:
        assert urlsplit(link.url).scheme.lower() in ("http", "https", "mailto")
        assert not any(sign.isspace() for sign in link.url)
    for text in [prose.text, *(link.text for link in prose.links)]:
        assert not [sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n"]
        assert not any(sign in text for sign in "\u202a\u202b\u202d\u202e\u2066\u2067\u2069\u200b\ufeff\u2028")


class TestParagraphs:
    def test_white_space_is_folded_as_browsers_do(self) -> None:
        assert shapes("<p>  A\n   slow \t film </p>\n\n<p>indeed</p>") == [
            ("paragraph", "A slow film"),
            ("paragraph", "indeed"),
        ]

    def test_space_between_inline_elements_is_kept_once(self) -> None:
        assert only("<p>See <em>Foghorn </em> now</p>").text == "See Foghorn now"

    def test_a_drop_cap_does_not_split_its_word(self) -> None:
        assert only('<p><span class="dropcap">W</span>hile it lasts</p>').text == "While it lasts"

    def test_one_break_ends_the_line_and_two_the_paragraph(self) -> None:
        assert shapes("<p>one<br>two<br><br>three</p>") == [("paragraph", "one\ntwo"), ("paragraph", "three")]

    def test_a_break_with_only_a_hard_space_behind_it_still_counts(self) -> None:
        assert shapes("<p>one<br>&nbsp;<br>two</p>") == [("paragraph", "one"), ("paragraph", "two")]

    def test_an_empty_paragraph_is_none(self) -> None:
        assert shapes("<p>&nbsp;</p><p> </p><p>word</p>") == [("paragraph", "word")]

    def test_controls_that_hide_in_entities_are_cleaned(self) -> None:
        assert only("<p>red&#27;[31m &#x202e;tfel &#0;</p>").text == "red tfel"

    def test_headings_know_their_level(self) -> None:
        assert [(block.kind, block.level) for block in read_prose("<h1>a</h1><h3>b</h3>").blocks] == [
            ("heading", 1),
            ("heading", 3),
        ]

    def test_a_form_that_holds_the_whole_page_is_looked_through(self) -> None:
        text = "word " * 300
        assert only(f"<form><p>{text}</p></form>").text == text.strip()


class TestPlainText:
    def test_blank_lines_part_paragraphs(self) -> None:
        assert shapes("One.\r\n\r\nTwo,\nand a line.\n \n\nThree.") == [
            ("paragraph", "One."),
            ("paragraph", "Two,\nand a line."),
            ("paragraph", "Three."),
        ]

    def test_lines_wrapped_by_hand_are_joined(self) -> None:
        line = "words that someone wrapped by hand at a width of seventy letters or so"
        assert only(f"{line}\n{line}\n{line}\nend").text == f"{line} {line} {line} end"

    def test_signs_that_are_no_tags_stay(self) -> None:
        assert only("I <3 this, 2 < 3").text == "I <3 this, 2 < 3"

    def test_text_with_inline_tags_only_still_has_paragraphs(self) -> None:
        assert shapes("The <em>Foghorn</em>\n\nis fine") == [("paragraph", "The Foghorn"), ("paragraph", "is fine")]

    def test_a_bare_address_becomes_a_link(self) -> None:
        prose = read_prose("Trailer: https://video.example/watch?v=fog.")
        assert prose.links[0].url == "https://video.example/watch?v=fog"
        assert prose.text == "Trailer: https://video.example/watch?v=fog."


class TestStyles:
    @pytest.mark.parametrize(
        ("html", "style"),
        [
            ("<i>x</i>", Style.ITALIC),
            ("<cite>x</cite>", Style.ITALIC),
            ("<u>x</u>", Style.ITALIC),
            ("<strong>x</strong>", Style.BOLD),
            ("<code>x</code>", Style.CODE),
            ("<del>x</del>", Style.STRIKE),
            ('<span style="font-style:italic">x</span>', Style.ITALIC),
            ('<span style="font-weight: 700">x</span>', Style.BOLD),
            ('<span class="spoiler">x</span>', Style.SPOILER),
            ("<spoiler>x</spoiler>", Style.SPOILER),
            ("<b><i>x</i></b>", Style.BOLD | Style.ITALIC),
        ],
    )
    def test_an_element_sets_its_words(self, html: str, style: Style) -> None:
        assert only(f"<p>a {html} b</p>").runs[1] == Run("x", style)

    def test_details_are_spoilers_but_their_summary_is_not(self) -> None:
        summary, inside = read_prose("<details><summary>The end</summary><p>He wakes.</p></details>").blocks
        assert Style.SPOILER not in summary.runs[0].style
        assert inside.runs[0].style is Style.SPOILER

    def test_a_half_set_high_stays_apart_from_its_number(self) -> None:
        assert only("<p>3<sup>1</sup>/<sub>2</sub> stars</p>").text == "3 1/2 stars"
        assert only("<p>[REC]<sup>2</sup></p>").text == "[REC]2"

    def test_inline_quotations_get_their_marks(self) -> None:
        assert only("<p>a <q>quiet</q> film</p>").text == "a “quiet” film"


class TestListsAndQuotes:
    def test_items_know_depth_and_number(self) -> None:
        html = "<ol start=3><li>c<ul><li>inner</ul><li>d</ol><ul><li>x</ul>"
        assert [(block.text, block.level, block.ordinal) for block in read_prose(html).blocks] == [
            ("c", 1, 3),
            ("inner", 2, None),
            ("d", 1, 4),
            ("x", 1, None),
        ]

    def test_a_second_paragraph_of_an_item_carries_no_bullet(self) -> None:
        first, second = read_prose("<ul><li><p>a</p><p>b</p></li></ul>").blocks
        assert (first.kind, second.kind, second.level) == ("item", "paragraph", 1)

    def test_quotes_nest(self) -> None:
        blocks = read_prose("<blockquote>a<blockquote><p>b</p></blockquote></blockquote><p>c</p>").blocks
        assert [(block.kind, block.quoted) for block in blocks] == [("quote", 1), ("quote", 2), ("paragraph", 0)]

    def test_preformatted_text_keeps_its_lines(self) -> None:
        assert shapes("<pre>\n  a\n\n\tb\n</pre>") == [("pre", "  a\n\n    b")]

    def test_a_rule_has_no_words(self) -> None:
        assert shapes("<p>a</p><hr><hr><p>b</p><hr>") == [("paragraph", "a"), ("rule", ""), ("paragraph", "b")]


class TestTables:
    def test_a_row_joins_its_cells(self) -> None:
        html = "<table><tr><th>Director</th><td>Ann Vey</td></tr><tr><td>Year</td><td>2024</td></tr></table>"
        assert shapes(html) == [("row", "Director · Ann Vey"), ("row", "Year · 2024")]

    def test_definitions_join_too(self) -> None:
        assert shapes("<dl><div><dt>IMDb</dt><dd>7.3/10</dd></div></dl>") == [("row", "IMDb · 7.3/10")]

    def test_a_table_that_only_lays_out_is_looked_through(self) -> None:
        html = "<table><tr><td><h2>Foghorn</h2><p>One.</p></td><td><p>Two.</p></td></tr></table>"
        assert shapes(html) == [("heading", "Foghorn"), ("paragraph", "One."), ("paragraph", "Two.")]


class TestLinks:
    def test_links_are_numbered_in_reading_order_once_an_address(self) -> None:
        prose = read_prose(
            '<p><a href="/a">one <i>a</i></a> <a href="b">b</a> <a href="/a">again</a></p>', "https://c.example/p/"
        )
        assert [(link.number, link.url, link.text) for link in prose.links] == [
            (1, "https://c.example/a", "one a"),
            (2, "https://c.example/p/b", "b"),
        ]
        assert [run.link for run in prose.blocks[0].runs if run.text == "again"] == [1]

    @pytest.mark.parametrize(
        "href", ["#top", "", "javascript:alert(1)", "data:text/html,x", "ftp://x.example/", "tel:123", "http://", "//"]
    )
    def test_what_leads_nowhere_is_no_link(self, href: str) -> None:
        prose = read_prose(f'<p><a href="{href}">word</a></p>', "https://c.example/p")
        assert prose.links == ()
        assert prose.text == "word"

    def test_a_link_without_words_is_dropped(self) -> None:
        assert read_prose('<p>a<a href="https://x.example/"></a></p>').links == ()


class TestPictures:
    def test_an_image_is_a_block_with_its_alt_text(self) -> None:
        assert shapes('<p><img src="fog.jpg" alt="A man in fog">Text</p>') == [
            ("image", "A man in fog"),
            ("paragraph", "Text"),
        ]

    def test_an_image_without_words_or_only_a_file_name_is_dropped(self) -> None:
        assert shapes('<p><img src="a.jpg"><img src="b.jpg" alt="IMG_2301.JPG">Text</p>') == [("paragraph", "Text")]

    def test_an_emoji_drawn_as_a_picture_stays_in_its_sentence(self) -> None:
        assert only('<p>fun <img class="emoji" alt="🙂" src="s.svg"></p>').text == "fun 🙂"

    def test_an_image_that_is_the_grade_is_read_as_words(self) -> None:
        assert only('<p>My rating: <img src="s4.png" alt="4 stars"></p>').text == "My rating: 4 stars"

    def test_buttons_to_vote_with_are_not(self) -> None:
        votes = "".join(f'<img alt="{n} Star{"s" * (n > 1)}" src="rating_on.gif">' for n in range(1, 6))
        assert only(f"<p>Rate this {votes}</p>").text == "Rate this"

    def test_a_known_player_becomes_a_link_to_its_page(self) -> None:
        prose = read_prose('<iframe src="//www.youtube.com/embed/foghorn123?rel=0" title="Foghorn trailer"></iframe>')
        assert [(block.kind, block.text) for block in prose.blocks] == [("embed", "Foghorn trailer")]
        assert prose.links[0].url == "https://www.youtube.com/watch?v=foghorn123"

    def test_a_counter_is_no_player(self) -> None:
        assert shapes('<iframe src="https://count.example/" width="1" height="1"></iframe><p>a</p>') == [
            ("paragraph", "a")
        ]


class TestClutter:
    @pytest.mark.parametrize(
        "html",
        [
            "<script>alert(1)</script>",
            "<style>p{}</style>",
            "<noscript>no</noscript>",
            "<nav>menu</nav>",
            "<form><label>Name</label><input></form>",
            '<div class="sharedaddy sd-sharing-enabled">Share this</div>',
            '<div id="jp-relatedposts">Related</div>',
            '<div class="wp-polls">Poll</div>',
            '<p style="display:none">hidden</p>',
            "<p hidden>hidden</p>",
            '<div class="post-ratings">votes</div>',
            "<template><p>t</p></template>",
            "<!-- note -->",
        ],
    )
    def test_is_left_out(self, html: str) -> None:
        assert shapes(f"<p>a</p>{html}<p>b</p>") == [("paragraph", "a"), ("paragraph", "b")]


TAGS = """
    p /p div /div b /b i em /em ul li /ul|ol start=9|blockquote /blockquote pre /pre br br/ hr table tr td /td /table
    h2 /h2 details summary /details dl dt dd q /q sup a /a svg /svg script /script|a href="/x"
    |a href="https://e.example/ä b"|a href='javascript:x'|img alt='4 stars'|img alt='A\x1b[1m'|iframe src='https://vimeo.com/12345'|/iframe|/footer
    |footer class="x"
"""
PIECES = [f"<{tag}>" for part in TAGS.split("|") for tag in ([part.strip()] if "=" in part else part.split())] + [
    "<!--", "-->", "word", " ", "\n", "\n\n", "\x00", "&#27;[2J", "&#x202e;", "&nbsp;", "&lt;b&gt;", "<", ">", "★★★½",
    "7/10", "\u2028", "\u202e", "1", '"', "'", "=",
]  # fmt: skip


class TestAnything:
    @given(st.text(max_size=300))
    def test_any_text_can_be_read(self, text: str) -> None:
        assert_whole(read_prose(text))

    pieces = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)

    @given(pieces)
    @settings(max_examples=300)
    def test_any_markup_can_be_read(self, html: str) -> None:
        assert_whole(read_prose(html, "https://c.example/post/"))

    def test_text_is_read_the_same_twice(self) -> None:
        text = "One.\n\nTwo, with “Foghorn”."
        assert read_prose(read_prose(text).text).text == text
