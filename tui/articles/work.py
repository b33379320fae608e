"""Which work a post reviews, or None when it reviews nothing.

In order of trust: the feed's own fields, the page's data, the headline (checked against the titles the text names), the
post's first line and labels when the headline is a pun.
"""

import re
from collections.abc import Mapping

from tui.articles.credits import Read, read_credits
from tui.articles.facts import Facts
from tui.articles.headlines import Headline, read_headline
from tui.articles.mentions import Mentions, fold, read_mentions
from tui.articles.occasions import is_certainly_no_review, is_likely_no_review
from tui.articles.registers import identity
from tui.model.credits import Credits
from tui.model.prose import Prose
from tui.model.text import field
from tui.model.work import Work

_NO_REVIEW_GUID = re.compile(r"letterboxd-(?:watch|list|story|journal)-")
_NO_REVIEW_PATH = re.compile(
    r"letterboxd\.com/[\w-]+/list/|/(?:news|interviews?|lists?|podcasts?|trailers?|features?|essays?|obituar\w+|about|contact)/",
    re.IGNORECASE,
)
_REVIEW_PATH = re.compile(
    r"/(?:[\w-]*-)?reviews?(?:/|-|$)|[-_]review(?:[-_/.]|$)|/(?:kritik|critique|critica|rezension)", re.IGNORECASE
)
_WATCHED = re.compile(r"(?:Watched|Rewatched) on \w+day,? \w+ \d{1,2},? \d{4}\.?")
_SERIES_NUMBER = re.compile(r"\s*\([^()]*(?:#\d+|\bBook \d+)[^()]*\)$")
_ABSENT_FROM = 600
"""Characters of text from which a title that is nowhere in it is no title but a pun."""
_MOST_WORDS = 10
_FIRST_LINES = 4
_LONGEST_LINE = 120
_LIST_ITEMS = 6
_YEAR = r"(?:18[89]\d|19\d\d|20[0-4]\d)"


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
    grade was found) speak for a review where the headline alone does not.
    """
    if (
        _NO_REVIEW_GUID.match(fields.get("guid", ""))
        or _is_diary(prose)
        or ("letterboxd.com/" in url and "/list/" in url)
    ):
        return None
    if named := _from_fields(title, fields):
        return named
    mentions = read_mentions(prose)
    headline = read_headline(title, mentions)
    head = head or read_credits(prose, structured)
    credits = head.credits
    proof = (
        graded
        or bool(credits.directed_by or credits.rated)
        or structured.review
        or _REVIEW_PATH.search(url) is not None
    )
    if structured.title and structured.review:
        return _from_data(structured, headline, mentions, prose, head)
    if not _may_be_review(title, headline, mentions, credits, graded, proof, url, prose):
        return None
    headline = _settled(headline, title, mentions, prose, head, proof=proof)
    if not headline.title:
        return None
    kind = headline.kind or structured.kind or "film"
    year = headline.year or structured.year or _year_in_text(headline.title, prose, head.year)
    return Work(headline.title, year, kind, ids=structured.ids or _ids(headline.title, prose))


def _from_fields(title: str, fields: Mapping[str, str]) -> Work | None:
    """Return the work that the feed's own fields name."""
    if name := field(fields.get("letterboxd:filmTitle", "")):
        tmdb = [
            (kind, fields[key])
            for key, kind in (("tmdb:movieId", "movie"), ("tmdb:tvId", "tv"))
            if fields.get(key, "").isdigit()
        ]
        ids = tuple(("tmdb", f"{kind}/{number}") for kind, number in tmdb)
        return Work(
            name,
            _whole(fields.get("letterboxd:filmYear", "")),
            "series" if tmdb and tmdb[0][0] == "tv" else "film",
            ids=ids,
        )
    if "user_rating" in fields or "book_id" in fields:
        number = fields.get("book_id", "")
        ids = (("goodreads", number),) if number.isdigit() else ()
        name = _SERIES_NUMBER.sub("", field(title)).strip()
        return Work(name, _whole(fields.get("book_published", "")), "book", ids=ids) if name else None
    return None


def _from_data(facts: Facts, headline: Headline, mentions: Mentions, prose: Prose, head: Read) -> Work:
    """Return the work as data name it; some plugins put the post's own headline there."""
    named = read_headline(facts.title, mentions)
    title = facts.title if named.title == facts.title or not (named.review or named.quoted) else named.title
    if (
        fold(title) != fold(headline.title)
        and headline.title
        and fold(title).startswith(fold(headline.title) + ":")
        and headline.review
    ):
        title = headline.title
    kind = headline.kind or (facts.kind if facts.kind != "unknown" else "") or (facts.kind or "film")
    year = facts.year or named.year or headline.year or _year_in_text(title, prose, head.year)
    return Work(title, year, kind, ids=facts.ids or _ids(title, prose))


def _may_be_review(
    title: str,
    headline: Headline,
    mentions: Mentions,
    credits: Credits,
    graded: bool,
    proof: bool,
    url: str,
    prose: Prose,
) -> bool:
    """Tell whether a post may be a review at all."""
    named = bool(headline.title) and mentions.names(headline.title)
    if is_certainly_no_review(title):
        whole = fold(title) == fold(headline.title)
        return whole and (bool(credits.directed_by) or (named and (graded or len(title.split()) < 4)))
    if headline.review or (proof and not _NO_REVIEW_PATH.search(url)):
        return True
    if (
        _NO_REVIEW_PATH.search(url)
        or _is_list(prose)
        or (is_likely_no_review(title) and not (named and headline.title == title))
    ):
        return False
    if not title:
        return bool(credits.directed_by or credits.starring)
    return headline.quoted or headline.year is not None or named or len(headline.title.split()) <= _MOST_WORDS


def _settled(headline: Headline, title: str, mentions: Mentions, prose: Prose, head: Read, *, proof: bool) -> Headline:
    """Return the headline with the title the post itself gives, where its own is a pun or missing."""
    if (
        headline.quoted
        or headline.year
        or (headline.title and (mentions.says(headline.title) or mentions.says(_longest_part(headline.title))))
    ):
        return headline
    if headline.review and len(headline.title.split()) <= _MOST_WORDS and headline.title:
        return headline
    if head.title:
        return Headline(read_headline(head.title).title, head.year or headline.year, headline.kind, headline.review)
    if opened := _first_line(prose, bare=not title):
        return Headline(opened.title, opened.year or headline.year, headline.kind or opened.kind, headline.review)
    if inside := _named_in(title, mentions):
        return Headline(inside, headline.year, headline.kind, headline.review)
    if (proof or not title) and len(prose.text) >= _ABSENT_FROM and (most := _most_named(mentions)):
        return Headline(most, headline.year, headline.kind, headline.review)
    return headline if len(headline.title.split()) <= _MOST_WORDS else Headline("")


def _first_line(prose: Prose, *, bare: bool) -> Headline | None:
    """Return the work that one of the first lines names: `Title (2023)`, or a heading above the credits."""
    lines = [block for block in prose.blocks if block.kind in ("paragraph", "heading", "quote")][:_FIRST_LINES]
    credited = any(block.role == "credits" for block in prose.blocks[:12])
    for number, block in enumerate(lines):
        line = block.text.partition("\n")[0].strip()
        if not line or len(line) > _LONGEST_LINE:
            continue
        read = read_headline(line)
        if read.title and (read.year or read.review) and len(read.title.split()) <= _MOST_WORDS and not read.tail:
            return read
        if bare and number == 0 and credited and block.role != "credits" and len(line.split()) <= _MOST_WORDS:
            return read
    return None


def _named_in(title: str, mentions: Mentions) -> str:
    """Return the longest title the text names that also stands within the headline."""
    folded = fold(title)
    inside = [
        name for name in mentions.counts if len(name) > 3 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)
    ]
    return mentions.spellings[max(inside, key=len)] if inside else ""


def _most_named(mentions: Mentions) -> str:
    """Return the title a text names most, if it does so early and more than once."""
    often = [
        name for name, count in mentions.counts.items() if count > 1 and mentions.first[name] < 1_500 and len(name) > 2
    ]
    best = max(often, key=lambda name: (mentions.counts[name], -mentions.first[name]), default="")
    return mentions.spellings[best] if best else ""


def _longest_part(title: str) -> str:
    """Return the longest part of a title of several: critics write `Fallout` for `Mission: Impossible – Fallout`."""
    return max(re.split(r"\s*[:–—]\s+|\s+-\s+", title), key=len)


def _year_in_text(title: str, prose: Prose, labelled: int | None) -> int | None:
    """Return the year that the text gives beside the title, or a label in the credits."""
    found = re.search(
        rf"{re.escape(title)}[”’\"'*]?,?\s*[(\[](?:[^()\[\]]{{0,40}}\b)?({_YEAR})\b[^()\[\]]{{0,40}}[)\]]",
        prose.text[:4_000],
    )
    return int(found[1]) if found else labelled


def _ids(title: str, prose: Prose) -> tuple[tuple[str, str], ...]:
    """Return the identities of the work in the registers the post links to; where it links to several works, only sure ones."""
    found: dict[str, dict[str, str]] = {}
    for link in prose.links:
        if known := identity(link.url):
            found.setdefault(known[0], {}).setdefault(known[1], link.text)
    chosen = []
    for register, texts in found.items():
        sure = [number for number, text in texts.items() if fold(text) == fold(title) or fold(text) in _REGISTER_NAMES]
        if sure or len(texts) == 1:
            chosen.append((register, (sure or list(texts))[0]))
    return tuple(chosen)


_REGISTER_NAMES = frozenset(
    {
        "imdb",
        "tmdb",
        "the movie db",
        "letterboxd",
        "wikidata",
        "goodreads",
        "imdb page",
        "on imdb",
        "the movie database",
    }
)


def _is_diary(prose: Prose) -> bool:
    """Tell whether a post only notes that something was watched, as Letterboxd's diary does."""
    texts = [block.text for block in prose.blocks if block.kind not in ("image", "embed", "rule")]
    return len(texts) == 1 and _WATCHED.fullmatch(texts[0]) is not None


def _is_list(prose: Prose) -> bool:
    """Tell whether a post is mostly a list."""
    blocks = [
        block for block in prose.blocks if block.role != "footer" and block.kind not in ("image", "embed", "rule")
    ]
    items = sum(1 for block in blocks if block.kind == "item")
    return items >= _LIST_ITEMS and items * 2 > len(blocks)


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(_YEAR, text.strip()) else None
