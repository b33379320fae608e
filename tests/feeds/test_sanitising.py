import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.feeds.sanitising import _has_relative, plain_to_html, sanitise, words

BASE = "https://critic.example/fog/"


def clean(html: str) -> str:
    return sanitise(html, BASE)[0]


@pytest.mark.parametrize(
    "evidence",
    [
        '<span itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"></span>',
        '<meta itemprop="ratingValue" content="7">',
        '<div class="h-review"><data class="p-rating" value="4">4</data></div>',
        '<img src="https://critic.example/4stars.png" alt="4 stars" title="four" width="80">',
        '<div class="star-bar" style="width:80%"></div>',
        '<div data-rating="3.5" role="img" aria-label="3.5 of 5"></div>',
        '<time datetime="2026-03-14">today</time>',
        '<iframe src="https://video.example/embed/9"></iframe>',
        "<details><summary>Spoiler</summary>She did it.</details>",
        "<spoiler>She did it.</spoiler>",
        '<span style="font-style:italic">Foghorn</span>',
        '<meter value="7" max="10">7</meter>',
        '<abbr class="rating" title="4.5">four and a half</abbr>',
    ],
)
def test_evidence_of_a_grade_is_kept(evidence: str) -> None:
    kept = clean(evidence)
    for part in evidence.replace(">", " ").replace("<", " ").split():
        assert part.removesuffix("itemscope") in kept or part == "itemscope"
    assert "itemscope" not in evidence or "itemscope" in kept


@pytest.mark.parametrize(
    "danger",
    [
        "<script>steal()</script>", "<style>p{}</style>", '<p onclick="x()">', '<a href="javascript:x()">',
        '<a href="java&#10;script:x()">', '<a href=" javascript:x()">', '<img src="data:image/png;base64,AAAA">',
        '<iframe src="file:///etc/passwd"></iframe>', "<form action='/'><input name=a></form>",
        "<svg onload=x()></svg>",
        '<object data="javascript:x()"></object>', '<a href="vbscript:x">', '<p style="background:url(x)">',
        "<noscript><img src='https://critic.example/star.png'></noscript>", "<!-- comment -->", '<base href="//evil/">',
    ],
)  # fmt: skip
def test_danger_is_dropped(danger: str) -> None:
    kept = clean(danger).lower()
    for word in (
        "script",
        "steal",
        "on",
        "data:",
        "file:",
        "svg",
        "form",
        "url(",
        "star.png",
        "comment",
        "base",
        "p{}",
    ):
        assert word not in kept


def test_relative_addresses_are_resolved_against_the_post() -> None:
    kept = clean(
        '<a href="../x?a=1&amp;b=2">x</a> <img src=/star.png> <a href="#note">n</a> <a href=mailto:a@b.example>m</a>'
    )
    assert 'href="https://critic.example/x?a=1&amp;b=2"' in kept
    assert 'src="https://critic.example/star.png"' in kept
    assert 'href="mailto:a@b.example"' in kept


def test_json_ld_is_lifted_out_of_its_script_and_cleaned() -> None:
    data = {
        "@type": "Review",
        "name": "Fog\u001b]2;owned\u0007",
        "reviewRating": {"ratingValue": 7, "bestRating": "10"},
    }
    html, lifted = sanitise(f'<script type="application/ld+json">{json.dumps(data)}</script><p>Text</p>', BASE)
    assert html == "<p>Text</p>"
    assert json.loads(lifted) == {
        "@type": "Review",
        "name": "Fog",
        "reviewRating": {"ratingValue": 7, "bestRating": "10"},
    }


def test_several_json_ld_blocks_become_one_list_and_broken_ones_nothing() -> None:
    blocks = ('{"a": 1}', "{broken", '[{"b": "<b>"}]')
    html = "".join(f"<SCRIPT type='application/ld+json' id=x>{block}</SCRIPT>" for block in blocks)
    assert json.loads(sanitise(html, BASE)[1]) == [{"a": 1}, [{"b": "<b>"}]]


def test_escape_sequences_go_whole_and_leave_nothing_open() -> None:
    kept = clean('<p title="\x1b]2;owned">one</p>\n<p>two \x1b[31mred\x1b[0m \u202eolleh \x9b2J</p>')
    assert "\x1b" not in kept
    assert "\u202e" not in kept
    assert "two red olleh" in kept


@pytest.mark.parametrize(
    "nest", ["<div>", "<ul><li>", "<blockquote>", "<b><p>", "<span>", "<table><tr><td>", "<a href=x>"]
)
def test_deep_nesting_costs_little_and_loses_no_words(nest: str) -> None:
    began = time.process_time()
    kept = clean(nest * 30_000 + "the words")
    assert time.process_time() - began < 2
    assert "the words" in kept


def test_a_novel_is_cut_and_read_in_linear_time() -> None:
    began = time.process_time()
    assert len(clean("<p>word word</p>" * 400_000)) <= 2_000_000
    assert time.process_time() - began < 3


def seconds(html: str) -> float:
    began = time.process_time()
    sanitise(html, BASE)
    return time.process_time() - began


@pytest.mark.parametrize(
    "unit", ['<script type="application/ld+json">x<', "<script application/ld+json", "<script ", "</script>ld+json<"]
)
def test_json_ld_without_an_end_is_looked_for_in_linear_time(unit: str) -> None:
    few, many = (min(seconds(unit * times) for _ in range(2)) for times in (1_000, 8_000))
    assert many < 24 * few + 0.1


def test_json_ld_before_an_unfinished_script_is_lifted() -> None:
    opening = '<script type="application/ld+json">'
    assert json.loads(sanitise(f'{opening}{{"a": "<b>"}}</SCRIPT>{opening}{{"b": 2}}', BASE)[1]) == {"a": "<b>"}


def test_plain_text_becomes_paragraphs() -> None:
    assert plain_to_html("One < two.\n\n \n\nThree.") == "<p>One &lt; two.</p><p>Three.</p>"


def test_words_of_a_line_lose_their_markup_and_are_decoded_once() -> None:
    assert words("<b>A</b> &amp;lt;i&amp;gt; B") == "A &lt;i&gt; B"
    assert words("plain") == "plain"


@given(st.text(alphabet="<>/ab\"'= &;#x1\x1b]2;\x07\u202e!-", max_size=80))
def test_any_html_comes_out_harmless_and_stays_so(html: str) -> None:
    once = clean(html)
    assert "\x1b" not in once
    assert "\u202e" not in once
    assert clean(once) == once


@pytest.mark.parametrize(
    "html",
    [
        '<a HREF = "b/">c</a>',
        "<img Src='b.png'>",
        '<p data-src="b.png" src=b.png>',
        "<a href=' /b'>",
        '<object data="b">',
    ],
)
def test_an_address_that_may_be_relative_is_seen_however_it_is_written(html: str) -> None:
    assert _has_relative(html)


@pytest.mark.parametrize(
    "html", ['<a href="https://a.example/">c</a>', "<p>href src data</p>", "<a xhref='b'>", "<a href=''>"]
)
def test_a_post_without_one_takes_the_cleaner_that_all_share(html: str) -> None:
    assert not _has_relative(html)
