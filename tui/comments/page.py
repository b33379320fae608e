"""The thread as the review's own page shows it: WordPress's comment list in any theme, over all its comment pages."""

import asyncio
import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.articles import markup
from tui.comments.listing import Piece, pieces
from tui.comments.source import MOST, Asking, Page, Place, whole
from tui.comments.wordpress import moment
from tui.comments.words import name, said
from tui.model.comment import Comment, Standing
from tui.model.outcome import Failed
from tui.model.thread import FoundThread

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MOST_PAGES = 60
_PAGED = re.compile(
    r"href=[\"']([^\"'<>\s]{1,1000}(?:/comment-page-(\d{1,4})|[?&;]cpage=(\d{1,4}))[^\"'<>\s]{0,200})[\"']"
)
_AREA = re.compile(r"\bid=[\"']?(?:comments|respond|commentform)[\"'\s>]")
_CLOSED = re.compile(r"class=[\"'][^\"']{0,200}\bno-?comments\b", re.IGNORECASE)
_FORM = re.compile(r"<form\b[^<>]{0,1000}wp-comments-post\.php", re.IGNORECASE)
_AUTHORS = (
    ".fn", ".wp-block-comment-author-name", ".comment-author-name", ".comment-author", ".comment_author", ".author",
    ".author_name", ".url",
)  # fmt: skip
_CONTENTS = (
    ".comment-content", ".wp-block-comment-content", ".comment-text", ".comment_text", ".comment-body-text",
    ".commenttext", ".comment-entry", ".comment_content",
)  # fmt: skip
_NOT_SAID = (
    ".comment-author, .comment-meta, .commentmetadata, .comment-metadata, .comment-date, .comment-time, .reply, "
    ".comment-reply, .comment-reply-link, .comment-awaiting-moderation, .says, .avatar, .comment-edit-link, .fn, "
    ".comment-actions, .comment-details, .comment_info, header, footer, time, form, button, "
    ".pd-rating, .sharedaddy, .comment-likes, .screen-reader-text, .comment-header, .vcard"
)


class OnPage:
    """`li#comment-N.depth-N` and its kin."""

    name = "page"

    async def thread(self, asking: Asking) -> FoundThread | Failed | None:
        page = await asking.page()
        if isinstance(page, Failed):
            return page
        if _PASSWORD.search(page.html):
            return Failed("its page asks for a password", "o opens it in the browser")
        found, pings, all_there = await _everything(asking, page)
        if not found and not (pings or _AREA.search(page.html)):
            return Failed("its page shows no comments that Matinee can read", "o opens it in the browser")
        known = asking.place.count
        complete = all_there and (known is None or len(found) + pings >= known)
        form = _FORM.search(page.bare) is not None
        closed = False if form else True if _CLOSED.search(page.bare) else None
        return FoundThread(tuple(found.values()), self.name, complete, known, closed, parents_stated=False)


_PASSWORD = re.compile(r"class=[\"'][^\"']{0,100}\bpost-password-form\b")


async def _everything(asking: Asking, first: Page) -> tuple[dict[str, Comment], int, bool]:
    """Return the comments of all comment pages, how many pingbacks, and whether every page was to be had."""
    found: dict[str, Comment] = {}
    pings = 0
    waiting: list[Page | str] = [first]
    asked = {_page_number(first.url)}
    complete = True
    while waiting and len(found) < MOST:
        page = waiting.pop(0)
        if isinstance(page, str):
            answer = await asking.page_at(page)
            if isinstance(answer, Failed):
                complete = False
                continue
            page = answer
        fresh, ignored = await asyncio.to_thread(_on, page, asking.place)
        pings += ignored
        if found and not fresh.keys() - found.keys():
            continue  # the same page once more: what it links leads nowhere new
        found = fresh | found
        for number, address in paged(page):
            if number not in asked and len(asked) < _MOST_PAGES:
                asked.add(number)
                waiting.append(address)
    return found, pings, complete and not waiting


def _on(page: Page, place: Place) -> tuple[dict[str, Comment], int]:
    """Return the comments on one page, by id, and how many pingbacks are among them."""
    cut = pieces(page.bare)
    return {comment.id: comment for comment in comments(cut, page.url, place)}, sum(piece.is_ping for piece in cut)


def comments(cut: list[Piece], url: str, place: Place) -> Iterator[Comment]:
    """Yield the comments among the pieces of a page at `url`; what answers a pingback stands in its place."""
    above = {piece.id: piece.parent for piece in cut if piece.is_ping}
    for piece in cut:
        if not piece.is_ping:
            parent = piece.parent
            while parent in above:
                parent = above[parent]
            yield _comment(piece, parent, url, place)


def paged(page: Page) -> list[tuple[int, str]]:
    """Return the other comment pages that a page links, of its own post only, as (number, address)."""
    mine = urlsplit(page.url)
    path = re.sub(r"/comment-page-\d+/?$", "", mine.path).rstrip("/")
    found: dict[int, str] = {}
    for link in _PAGED.finditer(page.bare):
        address = whole(unescape(link[1]), page.url).partition("#")[0]
        theirs = urlsplit(address)
        if theirs.netloc == mine.netloc and theirs.path.startswith(path) and "replytocom" not in theirs.query:
            found.setdefault(int(link[2] or link[3]), address)
    return sorted(found.items())


def _page_number(url: str) -> int:
    found = re.search(r"(?:/comment-page-|[?&]cpage=)(\d{1,4})", url)
    return int(found[1]) if found else 0


def _comment(piece: Piece, parent: str | None, url: str, place: Place) -> Comment:
    roots = markup.parse(piece.html)
    root = roots[0] if roots else None
    author, site = _author(root, url) if root is not None else ("", "")
    when = _when(root) if root is not None else None
    held = root is not None and root.css_first(".comment-awaiting-moderation") is not None
    text, spans = said(_content(root), url) if root is not None else ("", ())
    return Comment(
        id=piece.id,
        author=author,
        text=text,
        parent=parent,
        depth=piece.depth,
        published=when,
        by_critic=_is_critics(piece, author, place),
        url=f"{url.partition('#')[0]}#comment-{piece.id}",
        spans=spans,
        standing=Standing.HELD if held else Standing.SHOWN,
        author_url=site,
    )


def _is_critics(piece: Piece, author: str, place: Place) -> bool:
    """True for what WordPress marks so; a name counts only where a theme leaves WordPress's own classes out."""
    classes = piece.classes.split()
    if {"bypostauthor", "byuser", "even", "odd"} & set(classes):
        return "bypostauthor" in classes
    return place.by_critic(author)


def _author(root: "LexborNode", url: str) -> tuple[str, str]:
    """Return the name and the address of whoever wrote it."""
    for selector in _AUTHORS:
        node = root.css_first(selector)
        if node is None:
            continue
        for label in node.css(".says, .screen-reader-text, .reply, time, .comment-meta, .comment-date, img, br + span"):
            label.decompose()
        written = name(node.text(deep=True)).rstrip(" ,:")
        if written:
            link = node if node.tag == "a" else node.css_first("a[href]")
            href = link.attributes.get("href") if link is not None else None
            return written, whole(href, url) if href and "#comment" not in href else ""
    return "", ""


def _when(root: "LexborNode") -> datetime | None:
    node = root.css_first("time[datetime]")
    return moment(node.attributes.get("datetime")) if node is not None else None


def _content(root: "LexborNode") -> str:
    """Return the HTML of what was said: by its usual class, else all that is not the comment's frame."""
    for selector in _CONTENTS:
        node = root.css_first(selector)
        if node is not None:
            for held in node.css(".comment-awaiting-moderation, .reply, .comment-reply-link, .pd-rating, form"):
                held.decompose()
            return node.html or ""
    for frame in root.css(_NOT_SAID):
        frame.decompose()
    body = root.css_first("body")
    return (body or root).html or ""
