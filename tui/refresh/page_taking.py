"""A review and the text of its page become one review (pure)."""

from dataclasses import replace

from tui.articles.reading import Article, read_article
from tui.grading.habits import Habits
from tui.model.grade import Grade, Source
from tui.model.outcome import Failed
from tui.model.paging import Paged, PageText
from tui.model.record import record
from tui.model.review import Draft
from tui.refresh.reviewing import shown_mark

_FIELD = "page:json-ld"
_SHORTER = 0.8
"""A page with less than this part of the feed's text is not the review whole: it is hidden, or was not found."""
_LONGER = 1.3
_MUCH = 200
"""Characters a page must add, beside being longer by that factor, to count as much more."""
_NOTHING = 250
"""Characters of text below which a page shows no review."""


@record(frozen=True, slots=True)
class Taken:
    """A review with what its page gave."""

    draft: Draft
    graded: bool
    """True when the page gave a grade that the feed does not."""
    longer: bool
    """True when it gave much more text."""


def with_page(draft: Draft, page: PageText, habits: Habits | None = None, *, kept: bool = False) -> Taken | Failed:
    """Return the review with the text and data of its page, the feed's own kept beside; or why the page is no use.

    `kept`: the page's text is shown already, and stays even where only the feed gives the grade.
    """
    feed = without_page(draft)
    fields = dict(feed.fields) | ({_FIELD: page.data} if page.data else {})
    feed_article = _article(feed, feed.html, dict(feed.fields), habits)
    page_article = _article(feed, page.html, fields, habits)
    had, has = len(feed_article.prose.text), len(page_article.prose.text)
    whole = has >= max(_NOTHING, _SHORTER * had) and (kept or not _loses(feed_article, page_article))
    article = page_article if whole else _article(feed, feed.html, fields, habits)
    new_grade = article.reading.grade is not None and feed_article.reading.grade is None
    longer = whole and has > _LONGER * had + _MUCH
    if not whole and not new_grade:
        return Failed("its page shows less of it than the feed (a paywall, or text that needs scripts)")
    paged = Paged(feed.html if whole else None, page.data)
    html = page.html if whole else feed.html
    joined = _drafted(replace(feed, html=html, fields=tuple(fields.items()), paged=paged), article, feed_article)
    return Taken(joined, new_grade, longer)


def without_page(draft: Draft) -> Draft:
    """Return the review with the feed's own HTML and fields; its text and grade are still those of the page."""
    if draft.paged is None:
        return draft
    html = draft.html if draft.paged.feed_html is None else draft.paged.feed_html
    fields = tuple((name, value) for name, value in draft.fields if name != _FIELD)
    return replace(draft, html=html, fields=fields, paged=None)


def page_of(draft: Draft) -> PageText | None:
    """Return what the page of a kept review gave."""
    if draft.paged is None:
        return None
    return PageText(draft.html if draft.paged.feed_html is not None else "", draft.paged.data)


def at_its_source(grade: Grade, draft: Draft) -> Grade:
    """Return a grade read from the text shown, told as the page's where that text is the page's."""
    shown = draft.paged is not None and draft.paged.feed_html is not None
    return replace(grade, source=Source.PAGE) if shown and grade.source is Source.PROSE else grade


def feeds_grade(draft: Draft, habits: Habits | None) -> Grade | None:
    """Return the grade the feed's own text gives a review that shows its page's; it stands nowhere in what is shown."""
    if draft.paged is None or draft.paged.feed_html is None:
        return None
    feed = without_page(draft)
    return _elsewhere(_article(feed, feed.html, dict(feed.fields), habits).reading.grade)


def _elsewhere(grade: Grade | None) -> Grade | None:
    return replace(grade, where=None) if grade else None


def _article(draft: Draft, html: str, fields: dict[str, str], habits: Habits | None) -> Article:
    return read_article(html, title=draft.title, url=draft.url, fields=fields, habits=habits)


def _loses(feed: Article, page: Article) -> bool:
    """True when the feed's text gives a grade and the page's does not."""
    return feed.reading.grade is not None and page.reading.grade is None


def _drafted(draft: Draft, article: Article, feed: Article) -> Draft:
    text, work, grade = article.prose.text, article.work or draft.work, article.reading.grade
    grade = at_its_source(grade, draft) if grade else _elsewhere(feed.reading.grade)
    return replace(
        draft,
        text=text,
        grade=grade,
        others=tuple(at_its_source(other, draft) for other in article.reading.others),
        work=work,
        credits=draft.credits if article.credits.empty else article.credits,
        fingerprint=shown_mark(draft.fingerprint, draft.title, draft.url, text, grade, work),
    )
