"""Signs that a post is a review, and signs that it is something else."""

import re
from collections.abc import Mapping

from tui.articles.mentions import fold
from tui.articles.occasions import is_certainly_no_review, is_likely_no_review
from tui.articles.post import Post
from tui.model.prose import Prose

MOST_WORDS = 10
"""Words a bare title has at most; longer headlines need a sign of a review."""
_NO_REVIEW_GUID = re.compile(r"letterboxd-(?:watch|list|story|journal)-")
_LIST_PAGE = re.compile(r"letterboxd\.com/[\w-]+/list/")
_NO_REVIEW_PATH = re.compile(
    r"/(?:news|interviews?|lists?|podcasts?|trailers?|features?|essays?|obituar\w+|about|contact)/", re.IGNORECASE
)
_WATCHED = re.compile(r"(?:Watched|Rewatched) on \w+day,? \w+ \d{1,2},? \d{4}\.?")
_FEW_WORDS = 4
_LIST_ITEMS = 6


def is_log(prose: Prose, url: str, fields: Mapping[str, str]) -> bool:
    """Tell whether a post only logs: Letterboxd's lists, and films watched without a word on them."""
    if _NO_REVIEW_GUID.match(fields.get("guid", "")) or _LIST_PAGE.search(url):
        return True
    texts = [block.text for block in prose.blocks if block.kind not in ("image", "embed", "rule")]
    return len(texts) == 1 and _WATCHED.fullmatch(texts[0]) is not None


def may_be_review(post: Post) -> bool:
    """Tell whether a post may be a review at all."""
    headline = post.headline
    if is_certainly_no_review(post.title):
        return _is_a_title_after_all(post)
    if headline.review or (post.proven and not _NO_REVIEW_PATH.search(post.url)):
        return True
    if _NO_REVIEW_PATH.search(post.url) or _is_list(post.prose):
        return False
    if is_likely_no_review(post.title) and not (post.names_its_title and fold(headline.title) == fold(post.title)):
        return False
    if not post.title:
        return bool(post.head.credits.starring) or bool(post.prose.text)
    return (
        headline.quoted
        or headline.year is not None
        or len(headline.title.split()) <= MOST_WORDS
        or post.names_its_title
    )


def _is_a_title_after_all(post: Post) -> bool:
    """Tell whether a headline that sounds like something else is a film's title: `Contact`, `The Best of Enemies`."""
    if fold(post.title) != fold(post.headline.title) and not post.headline.review:
        return False
    if post.head.credits.directed_by:
        return True
    return post.names_its_title and (post.graded or len(post.title.split()) < _FEW_WORDS)


def _is_list(prose: Prose) -> bool:
    """Tell whether a post is mostly a list."""
    blocks = [
        block for block in prose.blocks if block.role != "footer" and block.kind not in ("image", "embed", "rule")
    ]
    items = sum(1 for block in blocks if block.kind == "item")
    return items >= _LIST_ITEMS and items * 2 > len(blocks)
