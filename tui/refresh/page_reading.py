"""What a server sent for a review's address becomes the text of its page, or the reason why it is none (pure)."""

import re
from urllib.parse import urlsplit

from tui.articles.page import read_page
from tui.feeds.bodies import decode
from tui.feeds.sanitising import sanitise
from tui.model.outcome import Failed, Fetched
from tui.model.paging import PageText

LARGEST = 4_000_000
"""Bytes of a page that is read; the largest review's page seen has 300 kB."""
_DATA_LARGEST = 20_000
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|meta)\b", re.IGNORECASE)
_HOMES = frozenset({"", "/", "/index.html", "/index.php", "/home"})


def read(answer: Fetched, asked: str) -> PageText | Failed:
    """Return the review on the page that came for the address `asked`. Never raises."""
    if went_home(asked, answer.url):
        return Failed("its address leads to the front page: the review is gone", "Nothing to do; its text stays")
    if not is_page(answer):
        kind = answer.content_type.partition(";")[0].strip()[:60] or "something"
        return Failed(f"its address gives {kind}, no web page", "o opens it in the browser")
    if len(answer.body) > LARGEST:
        return Failed(f"its page is larger than {LARGEST // 1_000_000} MB", "o opens it in the browser")
    try:
        parts = read_page(page_text(answer.body, answer.content_type))
        html, _ = sanitise(parts.html, answer.url)
        _, data = sanitise(_as_script(parts.data), answer.url) if parts.data else ("", "")
    except Exception as error:
        # A mistake of ours that this page found. The others must not pay for it, and the reader is told.
        return Failed(f"its page could not be read ({type(error).__name__}: {str(error)[:80]})", "Please report it")
    return PageText(html, data)


def went_home(asked: str, came: str) -> bool:
    """True when asking for a page brought a site's front page instead."""
    was, now = urlsplit(asked), urlsplit(came)
    return _is_home(now.path, now.query) and not _is_home(was.path, was.query)


def is_page(answer: Fetched) -> bool:
    """True for HTML; where the label says nothing, its first bytes decide."""
    label = answer.content_type.partition(";")[0].strip().lower()
    if label in ("", "text/plain", "application/octet-stream", "application/xml", "text/xml"):
        return _HTML.search(answer.body[:2_000]) is not None
    return label in ("text/html", "application/xhtml+xml")


def page_text(body: bytes, content_type: str) -> str:
    """Return the text of a page: by its own `<meta charset>` where the server names no encoding."""
    if "charset" not in content_type.lower() and (found := _META.search(body[:4_000])):
        content_type = f"text/html; charset={found[1].decode('ascii')}"
    return decode(body, content_type)


def _is_home(path: str, query: str) -> bool:
    return path.lower() in _HOMES and not query


def _as_script(data: str) -> str:
    inside = data.replace("</", r"<\/")
    return f'<script type="application/ld+json">{inside}</script>' if len(data) <= _DATA_LARGEST else ""
