from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.feeds.test_parsing import PAIRS, URL
from tui.feeds import parsing
from tui.feeds.bodies import Body, open_body
from tui.feeds.lifting import lift
from tui.model.entry import Feed
from tui.model.errors import NotAFeed

LONG = "A patient film about fog &amp; salt; it grades itself. " * 20


def wordpress(inside: str) -> str:
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>'
        f"<item><title>Fog</title><guid>1</guid>{inside}</item></channel></rss>"
    )


def both(xml: str) -> tuple[Feed | str, Feed | str]:
    """The feed with and without lifting."""
    return read(xml, lifting=True), read(xml, lifting=False)


def read(xml: str, *, lifting: bool) -> Feed | str:
    body = Body("xml", xml)
    try:
        return parsing._feed(parsing._understand(body) if lifting else parsing._run(xml), URL)
    except NotAFeed as error:
        return str(error)


@pytest.mark.parametrize("path", [path for path in PAIRS if path.suffix == ".xml"], ids=lambda path: path.name)
def test_lifting_changes_nothing(path: Path) -> None:
    opened = open_body(path.read_bytes(), url=URL)
    with_it, without_it = both(opened.text)
    assert with_it == without_it


@pytest.mark.parametrize(
    "inside",
    [
        f"<description><![CDATA[<p>{LONG}</p>]]></description>",
        f"<description>&lt;p&gt;{LONG}&lt;/p&gt;</description>",
        f"<content:encoded><![CDATA[<p>{LONG}</p>]]></content:encoded><description>Short.</description>",
        f"<description>{LONG}</description><content:encoded>&lt;b&gt;{LONG}&lt;/b&gt;</content:encoded>",
        f"<description><![CDATA[{LONG}]]]]><![CDATA[>{LONG}]]></description>",
        f"<description>{LONG}<b>not escaped</b></description>",
        f"<description>{LONG}&nbsp;{LONG}</description>",
        f"<description>{LONG}&#8220;quoted&#8221; &#150; &#x92;</description>",
        f"<description><![CDATA[ {LONG} ]]> </description>",
        f"<description>{LONG}",
        f"<content type='html'>{LONG}</content>",
        f"<content>{LONG}</content>",
        f"<description><![CDATA[{LONG.encode().decode('latin-1')}Ã© ]]></description>",
        "<description>matinee-lifted-0</description>" + f"<content:encoded>{LONG}</content:encoded>",
    ],
)
def test_lifting_changes_nothing_however_a_text_is_written(inside: str) -> None:
    with_it, without_it = both(wordpress(inside))
    assert with_it == without_it


def test_long_texts_are_really_lifted() -> None:
    lifted, texts = lift(wordpress(f"<description><![CDATA[{LONG}]]></description>"))
    assert texts == [LONG.strip()]
    assert "patient" not in lifted


@given(st.text(alphabet="ab<>&;/![]CDATA#x1 \n\u00e9\u201c\u0092", max_size=60))
def test_lifting_changes_nothing_for_any_text(noise: str) -> None:
    with_it, without_it = both(wordpress(f"<description>{LONG}{noise}{LONG}</description>"))
    assert with_it == without_it
