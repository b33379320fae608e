"""A review's headline taken apart: `‘Title’ Review: …`, `Title (2023)`, `Title, 2024 - ★★★½`, `Sundance 2024: Title`.

One trimming after the other, from the outside in: the grade, the site's name, the words around `Review`, what else
stands around a title, the tagline. Where only the text can tell (is `Movie` in `Scary Movie Review` the film's word or
the reviewer's?) the titles it names decide.
"""

import re

from tui.articles.columns import trim_column
from tui.articles.cut import Cut
from tui.articles.mentions import NOTHING_NAMED, Mentions
from tui.articles.quotation import QUOTED, first_quote, leading_quote, unquoted
from tui.articles.surplus import names_season, note_year, trim_grade, trim_surplus
from tui.articles.taglines import trim_tagline
from tui.articles.vocabulary import DOUBTFUL, FESTIVAL, PLAIN, QUALIFIERS, REVIEW
from tui.model.record import record
from tui.model.text import field

_I = re.IGNORECASE
_LONGEST = 400
_SEGMENT = re.compile(r"\s+(?:\||»|›|::|•|·|//|⋆|~)\s+|\s*\|\s*")
_REV = rf"(?:{QUALIFIERS}[\s/&-]+){{0,6}}(?:{REVIEW})"
_WORD = re.compile(rf"\b(?:{REVIEW})\b", _I)
_QUOTED_REVIEW = re.compile(
    r"(?:“(?P<d>[^“”]{1,120})”|‘(?P<s>.{1,120}?)’(?!\w)|\"(?P<p>[^\"]{1,120})\"|(?<!\w)'(?P<a>.{1,120}?)'(?!\w)"
    rf"|«\s?(?P<f>[^«»]{{1,120}}?)\s?»|„(?P<g>[^„“”]{{1,120}})[“”])(?P<mid>[^“”‘\"|«»]{{0,40}}?)(?<!\w){_REV}\b",
    _I,
)
_REVIEW_FIRST = re.compile(
    rf"^[\[(]?(?:(?:a|my|our|the|in)\s+)?{_REV}(?:\s*#?\d{{1,4}})?[\])]?\s*"
    r"(?:[:–—|»>/~]+|\s-+|-\s|\b(?:of|for|zu|zum|de|di|del|von)\b(?!\s+the\s+(?:week|year|month)\b))\s*(?P<rest>.+)$",
    _I,
)
_AFTER = r"(?:\s*(?:[:–—|~(\[]|-\s|\s-|\bby\s+[A-Z]|\bof\b|\b(?:in|on)\s|[.!?]+$|$)(?P<tail>.*))?$"
_SIGN_REVIEW = re.compile(
    rf"^(?P<rest>.+?)(?:\s*[:–—|,/~(\[]\s*|\s-+\s*|-\s+)(?:(?:a|an|the|my|our|in)\s+)?(?P<rev>{_REV})\b[)\]]?{_AFTER}",
    _I,
)
_REVIEW_LAST = re.compile(
    rf"^(?P<rest>.+?)\s+(?P<rev>(?:(?:{PLAIN}|{DOUBTFUL})\s+){{0,4}}(?:{REVIEW}))\b[)\]]?{_AFTER}", _I
)
_TELLS = re.compile(rf"(?:18|19|20)\d\d|{REVIEW}", _I)
_ONLY_REVIEW = re.compile(rf"^[\[(]?(?:{_REV}|new\s+reviews?|{FESTIVAL}|(?:{PLAIN})s?)[\])]?$", _I)
_AND_MORE = re.compile(
    rf"\b({REVIEW})\s*(?:&|and|\+)\s*(?:film |movie )?(?:summary|synopsis|analysis|ratings?|giveaway|discussion)\b", _I
)
_BRACKETED = re.compile(rf"\s*[\[(](?:{_REV}|spoilers?|no spoilers?|spoiler[\s-]free)[\])]\s*", _I)
_KINDS = (
    ("book", re.compile(r"\b(?:book|novel|graphic novel|manga|comic|buchkritik)\b", _I)),
    ("game", re.compile(r"\b(?:game|video\s?game|ps[45]|xbox|switch|steam)\b", _I)),
    ("album", re.compile(r"\b(?:album|music|record|soundtrack)\b", _I)),
    (
        "series",
        re.compile(
            r"\b(?:tv|television|series|show|season|episode|pilot|mini-?series|docuseries|serienkritik|recap)\b", _I
        ),
    ),
)


@record(frozen=True, slots=True)
class Headline:
    """What a headline tells of the work."""

    title: str
    year: int | None = None
    kind: str = ""
    """As in `model.work.Work`; empty when the headline does not say."""
    review: bool = False
    """True when it calls itself a review."""
    quoted: bool = False
    """True when the title stands in quotation marks."""
    tail: str = ""
    """What was cut off behind the title: a tagline."""


def read_headline(title: str, mentions: Mentions = NOTHING_NAMED) -> Headline:
    """Return what the headline of a post tells, with the help of the titles its text names."""
    cut = Cut(_AND_MORE.sub(r"\1", field(title, _LONGEST)))
    trim_grade(cut)
    _choose_segment(cut)
    _trim_review(cut, mentions)
    trim_surplus(cut, mentions)
    trim_grade(cut)
    if not cut.quoted:
        trim_column(cut, mentions)
        _take_quoted(cut, mentions)
    if not cut.quoted and not cut.bounded:
        trim_tagline(cut, mentions)
    words = " ".join(cut.said)
    kind = cut.kind or next((kind for kind, pattern in _KINDS if pattern.search(words)), "")
    bare = re.sub(r"^-\s+|\s+-$", "", cut.text.strip(" \t:|–—,;"))
    return Headline(unquoted(bare).strip(), cut.year, kind, cut.review, cut.quoted, cut.tail)


def tells_year_or_review(line: str) -> bool:
    """Tell whether a line can give a headline with a year or the word review in it, without taking it apart."""
    return _TELLS.search(line) is not None


def _choose_segment(cut: Cut) -> None:
    """Of parts divided by bars keep the one that names the work: not `Film Review`, not the site."""
    parts = [part.strip() for part in _SEGMENT.split(cut.text) if part and part.strip()]
    if len(parts) < 2:
        return
    kept = [part for part in parts if not _ONLY_REVIEW.match(part)]
    cut.said += [part for part in parts if _ONLY_REVIEW.match(part)]
    cut.review = any(_WORD.search(part) for part in cut.said)
    named = [part for part in kept if _WORD.search(part) or QUOTED.search(part)]
    cut.text = (named or kept or parts)[0]


def _trim_review(cut: Cut, known: Mentions) -> None:
    """Cut off the word review and what stands around it."""
    if (_BRACKETED.search(cut.text)) and (rest := _BRACKETED.sub(" ", cut.text).strip()):
        cut.review, cut.text = True, rest
        cut.said += _BRACKETED.findall(cut.text)
    found = _QUOTED_REVIEW.search(cut.text)
    if found and found.start() <= 60 and not names_season(cut.text[: found.start()]):
        cut.said += [cut.text[: found.start()], cut.text[found.start("mid") : found.end()]]
        note_year(cut, found["mid"] or cut.text[found.end() :])
        cut.review = cut.quoted = True
        cut.keep(next(found[name] for name in "dspafg" if found[name]), cut.text[found.end() :])
        return
    if found := _REVIEW_FIRST.match(cut.text):
        cut.said.append(cut.text[: found.start("rest")])
        cut.review, cut.text = True, found["rest"].strip()
    elif found := _SIGN_REVIEW.match(cut.text) or _REVIEW_LAST.match(cut.text):
        _trim_last(cut, found, known)
    if quoted := leading_quote(cut.text):
        note_year(cut, quoted[1])
        cut.quoted = True
        cut.keep(*quoted)


def _trim_last(cut: Cut, found: re.Match[str], known: Mentions) -> None:
    """Cut off a review word behind the title; words between the two are the title's if the text says so."""
    rest, said, tail = found["rest"].rstrip(" [(").lstrip(), found["rev"], found["tail"] or ""
    if not rest:
        return
    words = said.split()[:-1] if found.re is _REVIEW_LAST else []
    for more in range(len(words), 0, -1):
        longer = f"{rest} {' '.join(words[:more])}"
        doubtful = re.fullmatch(DOUBTFUL, words[more - 1], _I) is not None
        if known.says(longer) or (doubtful and not known.text):
            rest = longer if not (known.names(rest) and not known.names(longer)) else rest
            break
    cut.said.append(said)
    note_year(cut, f"({tail}")
    cut.review = cut.bounded = True
    cut.keep(rest, tail)


def _take_quoted(cut: Cut, known: Mentions) -> None:
    """Take the title a headline quotes in passing: `In ‘Foghorn,’ a keeper listens`, `Ann Vey’s ‘Foghorn’ is lost`."""
    found = first_quote(cut.text)
    if not found or known.says(cut.text) or len(found[1]) < 2:
        return
    before = found[0]
    if before.lower().endswith((" of", " by", " with", " to")) and not cut.review:
        return  # `The Making of ‘Foghorn’`, `From the Director of ‘Foghorn’`
    if cut.review or before.lower() == "in" or before.endswith(("’s", "'s", "s’", ",", ":")):
        cut.quoted = True
        note_year(cut, found[2])
        cut.keep(found[1], found[2])
