"""The title where the headline is a pun or missing: labels, the first lines, the titles the text names."""

import re
from dataclasses import replace

from tui.articles.headlines import Headline, read_headline, tells_year_or_review
from tui.articles.mentions import Mentions, fold
from tui.articles.post import Post
from tui.articles.signs import MOST_WORDS
from tui.model.prose import Prose

_ABSENT_FROM = 600
"""Characters of text from which a title that is nowhere in it is no title but a pun."""
_EARLY = 1_500
_FIRST_LINES = 4
_LONGEST_LINE = 120
_LONG_HEADLINE = 5
_WORD = r"(?:[A-Z0-9][\w'’&.:-]*|of|the|and|in|to|a|for|on|at|with|from|by|de|la|or|vs\.?)"
_SUBJECT = re.compile(
    rf"(?P<title>[A-Z0-9][\w'’&.:-]*(?:\s+{_WORD}){{0,8}})(?:\s*\((?P<year>(?:19|20)\d\d)\))?,?\s+"
    r"(?:is|was|tells|follows|stars|marks|has|starts|opens|takes|may be|centers|centres|sees)\b"
)
_NOT_TITLES = frozenset({
    "this", "it", "there", "the film", "the movie", "he", "she", "they", "we", "i", "what", "this film",
    "this movie", "the story", "here", "that", "nobody", "everyone", "everything", "the plot", "one", "some", "who",
    "life", "the series", "the show", "my",
})  # fmt: skip
_NOT_FIRST = frozenset({
    "this", "that", "these", "those", "but", "and", "so", "now", "yet", "if", "as", "in", "at", "with", "from",
    "for", "director", "his", "her", "my", "our", "their", "its", "one", "two", "three", "four", "five", "there",
    "it",
})  # fmt: skip


def settled(post: Post) -> Headline:
    """Return the post's headline with the title the post itself gives, where its own is a pun or missing."""
    headline = post.headline
    if headline.quoted or headline.year or (headline.title and _is_in_text(headline.title, post.mentions)):
        return headline
    short = len(headline.title.split()) <= MOST_WORDS
    if headline.review and headline.title and short:
        return headline
    if post.head.title:
        return replace(headline, title=read_headline(post.head.title).title, year=post.head.year)
    if opened := _first_line(post.prose, bare=not post.title):
        return replace(headline, title=opened.title, year=opened.year, kind=headline.kind or opened.kind)
    if inside := _named_in(post.title, post.mentions):
        return replace(headline, title=inside)
    if post.proven and len(post.prose.text) >= _ABSENT_FROM and (most := _most_named(post.mentions)):
        return replace(headline, title=most)
    if not post.title:
        return _subject(post) or Headline("")
    return headline if short else Headline("")


def _is_in_text(title: str, mentions: Mentions) -> bool:
    """Tell whether a text says a title or its longest part: `Fallout` for `Mission: Impossible – Fallout`."""
    return mentions.says(title) or mentions.says(max(re.split(r"\s*[:–—]\s+|\s+-\s+", title), key=len))


def _first_line(prose: Prose, *, bare: bool) -> Headline | None:
    """Return the work that one of the first lines names: `Title (2023)`, or a heading above the credits."""
    lines = [block for block in prose.blocks if block.kind in ("paragraph", "heading", "quote")][:_FIRST_LINES]
    credited = any(block.role == "credits" for block in prose.blocks[:12])
    for number, block in enumerate(lines):
        line = block.text.partition("\n")[0].strip()
        if not line or len(line) > _LONGEST_LINE:
            continue
        titled = bare and number == 0 and credited and block.role != "credits" and _may_be_title(line)
        if not titled and not tells_year_or_review(line):
            continue
        read = read_headline(line)
        if read.title and (read.year or read.review) and len(read.title.split()) <= MOST_WORDS and not read.tail:
            return read
        if titled:
            return read
    return None


def _may_be_subject(title: str) -> bool:
    """Tell whether the subject of a first sentence may be a title: several words, the first no connective."""
    first = fold(title).split()[:1]
    return fold(title) not in _NOT_TITLES and " " in title and _NOT_FIRST.isdisjoint(first)


def _may_be_title(line: str) -> bool:
    """Tell whether a line above the credits may be the title: short, and no sentence."""
    return len(line.split()) <= MOST_WORDS and not line.endswith((".", ",", ";"))


def _named_in(title: str, mentions: Mentions) -> str:
    """Return the longest title the text names that also stands within the headline."""
    folded = f" {fold(title)} "
    often = len(title.split()) <= _LONG_HEADLINE
    inside = [
        name for name, count in mentions.counts.items() if len(name) > 3 and f" {name} " in folded and count > often
    ]
    return mentions.spellings[max(inside, key=len)] if inside else ""


def _most_named(mentions: Mentions) -> str:
    """Return the title a text names most, if it does so early and more than once."""
    often = [
        name for name, count in mentions.counts.items() if count > 1 and mentions.first[name] < _EARLY and len(name) > 2
    ]
    best = max(often, key=lambda name: (mentions.counts[name], -mentions.first[name]), default="")
    return mentions.spellings[best] if best else ""


def _subject(post: Post) -> Headline | None:
    """Return the work of a text without a headline: what it names most, or what its first sentence is about."""
    if most := _most_named(post.mentions):
        return Headline(most)
    for block in post.prose.blocks[:3]:
        if (found := _SUBJECT.match(block.text)) and _may_be_subject(found["title"]):
            return Headline(found["title"], int(found["year"]) if found["year"] else None)
    return None
