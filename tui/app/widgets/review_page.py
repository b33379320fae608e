"""A review laid out whole, ready to be drawn: title, byline, grade, credits card, text, links. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from tui.app.widgets.credits_card import credits_lines
from tui.app.widgets.dates import ago, day
from tui.app.widgets.evidence import marked
from tui.app.widgets.grade_badge import grade_lines
from tui.app.widgets.history_lines import change_lines, lost_lines
from tui.app.widgets.prose_lines import link_lines, prose_lines
from tui.app.widgets.typesetting import EMPTY, Line, Page, Span, set_text
from tui.model.prose import Link, Prose, Style
from tui.model.review import Draft, Review
from tui.model.snippet import Snippet
from tui.model.work import Work

_WORDS = re.compile(r"\w+")
_SAID_ANYWAY = "a the film movie review reviews"
_FETCH = " x fetches the rest, o opens its page."
_CUT = re.compile(
    r"[\[(](?:…|\.\.\.|more…?)[\])]\s*(?:(?:continue reading|read more|read on)\b.{0,80})?$", re.IGNORECASE
)
MINUTE = 230
"""Words a reader takes in within a minute."""


def review_page(review: Review, prose: Prose, measure: int, now: datetime, *, hidden: bool = False) -> Page:
    """Return the whole review at `measure` cells a line; `now` tells its age; `hidden` covers its grade."""
    links = _links(review.draft, prose)
    text = prose_lines(prose, measure, marked(review.draft.grade, prose)) if prose.blocks else _nothing(review, measure)
    end = _broken_off(review.draft, prose, measure) if review.draft.url else ()
    text = map(covered, text) if hidden else text
    head = _head(review, prose, measure, now, links, hidden)
    before = () if hidden else lost_lines(review, measure, now)
    lines = [*head, EMPTY, *text, *end, *before, *_foot(links, prose, measure)]
    return Page(tuple(lines), measure, {link.number: link.url for link in links}, _has_spoilers(prose))


def preview_page(
    review: Review,
    prose: Prose,
    measure: int,
    most: int = 120,
    *,
    found: Snippet | None = None,
    hidden: bool = False,
) -> Page:
    """Return the start of a review, at most `most` lines of its text: enough for any window it is previewed in.

    `found` is where the words of a search stand: it comes first, unless that could give away what is covered.
    """
    links = _links(review.draft, prose)
    body: Iterator[Line] = islice(prose_lines(prose, measure, marked(review.draft.grade, prose)), most)
    body = map(covered, body) if hidden else body
    told = () if hidden or _has_spoilers(prose) else _found(found, measure)
    lines = [*_head(review, prose, measure, None, links, hidden), EMPTY, *told, *body]
    return Page(tuple(lines), measure, {link.number: link.url for link in links}, _has_spoilers(prose))


def _found(found: Snippet | None, measure: int) -> Iterator[Line]:
    if found is not None:
        spans = sorted((*(Span(*place, "evidence") for place in found.found), *_between(found)))
        yield from (*set_text(found.text, measure, tuple(spans)), EMPTY)


def _between(found: Snippet) -> Iterator[Span]:
    """Yield what stands around the words found."""
    edges = [0, *(edge for place in found.found for edge in place), len(found.text)]
    return (Span(start, end, "quiet") for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)


def covered(line: Line) -> Line:
    """Return a line of the text with the grade in it covered, as a spoiler is."""
    spans = tuple(span._replace(look="spoiler") if span.look == "evidence" else span for span in line.spans)
    return replace(line, spans=spans)


def _head(
    review: Review, prose: Prose, measure: int, now: datetime | None, links: tuple[Link, ...], hidden: bool
) -> Iterator[Line]:
    draft = review.draft
    yield from _title(draft, measure, hidden)
    yield from _byline(review, prose, measure, now)
    if hidden and draft.grade is not None:
        yield from (EMPTY, *_aside("The grade is hidden: V shows it.", measure))
    elif draft.work is not None or draft.grade is not None:
        yield from (EMPTY, *grade_lines(draft.grade, prose, measure, draft.title))
    if not hidden:
        yield from change_lines(review, measure, now)
    if draft.others and not hidden:
        yield from _aside("also gives " + ", ".join(grade.written for grade in draft.others), measure)
    trailer = next((link.number for link in links if link.url == draft.credits.trailer), None)
    if not draft.credits.empty:
        yield from (EMPTY, *credits_lines(draft.credits, measure, trailer))
    if draft.paged is not None and draft.paged.feed_html is not None:
        yield from (EMPTY, *_aside("The text is from the review's page; the feed gives less.", measure))
    if _has_spoilers(prose):
        yield from (EMPTY, *_aside("Spoilers are hidden: v shows them.", measure))


def _title(draft: Draft, measure: int, hidden: bool) -> Iterator[Line]:
    """Yield the work's title and year, and the post's own title where it says something else."""
    yield EMPTY
    title = draft.work.title if draft.work else draft.title
    year = f"  {draft.work.year}" if draft.work and draft.work.year else ""
    text = (title or "Untitled") + year
    end = len(text) - len(year)
    yield from set_text(text, measure, (Span(0, end, "title"), Span(end, len(text), "year")))
    if draft.work and not hidden and _says_more(draft, draft.work):
        yield from (line.over("subtitle") for line in set_text(draft.title, measure))


def _says_more(draft: Draft, work: Work) -> bool:
    """True when a post's title has words besides the work's title and year, the grade, and that it is a review."""
    grade = draft.grade.written if draft.grade else ""
    known = set(_WORDS.findall(f"{work.title} {work.year} {grade} {_SAID_ANYWAY}".casefold()))
    return any(word not in known for word in _WORDS.findall(draft.title.casefold()))


def _byline(review: Review, prose: Prose, measure: int, now: datetime | None) -> Iterator[Line]:
    draft = review.draft
    author = draft.author if draft.author and draft.author.casefold() not in review.critic.casefold() else ""
    minutes = round(len(prose.text.split()) / MINUTE)
    parts = [
        review.critic,
        f"by {author}" if author else "",
        day(draft.published, now),
        ago(draft.published, now) if now else "",
        f"{minutes} min" if minutes > 1 else "",
        _comments(draft.comments),
    ]
    # Each part stays whole: lines end only after a dot.
    text = "\u00a0· ".join(part.replace(" ", "\u00a0") for part in parts if part)
    critic = len(review.critic)
    yield from set_text(text, measure, (Span(0, critic, "critic"), Span(critic, len(text), "quiet")))


def _comments(count: int | None) -> str:
    return "" if not count else "1 comment" if count == 1 else f"{count:,} comments"


def _nothing(review: Review, measure: int) -> Iterator[Line]:
    yield from _aside("The feed gives no text." + _FETCH * bool(review.draft.url), measure)


def _broken_off(draft: Draft, prose: Prose, measure: int) -> Iterator[Line]:
    """Yield what to do where a feed gives only the beginning of a text."""
    own = [block.text for block in prose.blocks if block.role != "footer" and block.text]
    if own and (_CUT.search(own[-1]) or (draft.summary and draft.paged is None)):
        yield from (EMPTY, *_aside("The feed breaks off here." + _FETCH, measure))


def _aside(words: str, measure: int) -> Iterator[Line]:
    """Yield what Matinee has to say, as quietly as it can."""
    return (line.over("quiet") for line in set_text(words, measure))


def _links(draft: Draft, prose: Prose) -> tuple[Link, ...]:
    """Return the links a reader can follow here: the text's own, and the trailer when the text does not link it."""
    trailer = draft.credits.trailer
    shown = {run.link for block in prose.blocks if block.role != "credits" for run in block.runs}
    links = tuple(link for link in prose.links if link.number in shown or link.url == trailer)
    if trailer and all(link.url != trailer for link in links):
        number = max((link.number for link in prose.links), default=0) + 1
        links += (Link(number, trailer, "Trailer"),)
    return links


def _foot(links: tuple[Link, ...], prose: Prose, measure: int) -> Iterator[Line]:
    yield EMPTY
    if links:
        hidden = {run.link for block in prose.blocks for run in block.runs if Style.SPOILER in run.style and run.link}
        yield from (Line("─" * min(12, measure), (Span(0, 12, "quiet"),)), *link_lines(links, measure, hidden), EMPTY)


def _has_spoilers(prose: Prose) -> bool:
    return any(Style.SPOILER in run.style for block in prose.blocks for run in block.runs)
