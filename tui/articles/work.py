"""Which work a post reviews, or None when it reviews nothing.

In order of trust: the feed's own fields, the page's data, the headline (checked against the titles the text names), the
post's first line and labels when the headline is a pun.
"""

from collections.abc import Mapping

from tui.articles.credits import Read, read_credits
from tui.articles.facts import Facts
from tui.articles.headlines import read_headline
from tui.articles.mentions import read_mentions
from tui.articles.post import Post
from tui.articles.puns import settled
from tui.articles.signs import is_log, may_be_review
from tui.articles.stated import identities_in, work_from_data, work_from_fields, year_in_text
from tui.model.prose import Prose
from tui.model.work import Work


def read_work(
    title: str,
    prose: Prose,
    url: str,
    fields: Mapping[str, str],
    structured: Facts,
    *,
    head: Read | None = None,
    graded: bool = False,
) -> Work | None:
    """Return the work a post reviews; None for an essay, a list, an interview, news and the like.

    `structured` is what the page's data say; `head` (the credits, read here when not given) and `graded` (whether a
    grade was found) speak for a review where the headline alone does not. A `guid` among `fields` helps on Letterboxd.
    """
    if is_log(prose, url, fields):
        return None
    if named := work_from_fields(title, fields):
        return named
    mentions = read_mentions(prose)
    head = head or read_credits(prose, structured)
    post = Post(title, url, head.prose, read_headline(title, mentions), mentions, structured, head, graded)
    if structured.title and structured.review:
        return work_from_data(post)
    if not may_be_review(post):
        return None
    headline = settled(post)
    if not headline.title:
        return None
    kind = headline.kind or structured.kind or "film"
    year = headline.year or structured.year or year_in_text(headline.title, post)
    return Work(headline.title, year, kind, ids=structured.ids or identities_in(prose, headline.title))
