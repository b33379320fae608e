"""A review's headline taken apart: `‘Title’ Review: …`, `Title (2023)`, `Title, 2024 - ★★★½`, `Sundance 2024: Title`, …

One trimming after the other, each from the outside in: the grade, the site's name, the words around `Review`, festival and
column, year, season, disc. Where only the text can tell (is `Movie` in `Scary Movie Review` the film's or the
reviewer's word?) the titles it names decide.
"""

import re
from dataclasses import dataclass, replace
from dataclasses import field as made

from tui.articles.mentions import Mentions, fold
from tui.articles.vocabulary import COLUMNS, FESTIVAL, MEDIA, QUALIFIERS, REVIEW, SEASON, STREAMERS
from tui.model.text import field

_I = re.IGNORECASE
_STARS = r"[★☆⭐✭✮✯✩✰*]\ufe0f?"
_GRADE_END = re.compile(
    rf"[\s:|,(\[–—-]*(?:(?:{_STARS}\s?){{1,10}}(?:½|1/2|\.5)?(?:\s?{_STARS})*|½|[\s(\[]\d{{1,2}}(?:[.,]\d+)?\s?/\s?(?:4|5|6|10|20|100)|\s[–—|-]\s\d{{1,3}}\s?%"
    r"|[\s(\[]\d(?:[.,]\d)?\s(?:stars?|out of (?:four|five|ten|4|5|10)(?: stars)?)|\s[–—|:-]\s[A-DF][+–-]?|[(\[]\s?(?:grade:\s*)?[A-DF][+–-]?\s?[)\]]"
    r"|\s[–—|(-]\s?(?:\d(?:[.,]\d)?\s)?stars?)\s*[)\]]?$",
    _I,
)
_GRADE_START = re.compile(rf"^(?:(?:{_STARS}\s?){{1,10}}(?:½)?|\[?[A-DF][+-]?\]?(?=\s[–—|:-]\s))\s*[:|–—-]?\s+")
_SEGMENT = re.compile(r"\s+(?:\||»|›|::|•|·|//|⋆|~)\s+|\s*\|\s*")
_QUOTES = r"(?:“(?P<{0}1>[^“”]{{1,120}})”|‘(?P<{0}2>.{{1,120}}?)’(?!\w)|(?<!\w)\"(?P<{0}3>[^\"]{{1,120}})\"|(?<!\w)'(?P<{0}4>.{{1,120}}?)'(?!\w)|«\s?(?P<{0}5>[^«»]{{1,120}}?)\s?»|„(?P<{0}6>[^„“”]{{1,120}})[“”])"
_QUOTED = re.compile(_QUOTES.format("q"))
_REV = rf"(?:{QUALIFIERS}[\s/&-]+){{0,6}}(?:{REVIEW})"
_QUOTED_REVIEW = re.compile(
    rf"(?:“(?P<d>[^“”]{{1,120}})”|‘(?P<s>.{{1,120}}?)’|\"(?P<p>[^\"]{{1,120}})\"|(?<!\w)'(?P<a>.{{1,120}}?)')"
    rf"(?P<mid>[^“”‘’\"|]{{0,40}}?)(?<!\w){_REV}\b",
    _I,
)
_REVIEW_FIRST = re.compile(
    rf"^[\[(]?(?:(?:a|my|our|the|in)\s+)?{_REV}[\])]?\s*(?:[:–—|»>/~]+|\s-+|-\s|\b(?:of|for|zu|zum|de|di|del|von|–)\b(?!\s+the\s+(?:week|year|month)\b))\s*(?P<rest>.+)$",
    _I,
)
_REVIEW_LAST = re.compile(
    rf"^(?P<rest>.+?)(?P<gap>\s*[:–—|,/~([-]+\s*|\s+)(?:(?:a|an|the|my|our|in)\s+)?(?P<rev>{_REV})\b[)\]]?"
    rf"(?:\s*(?:[:–—|~(]|-\s|\s-|\bby\s+[A-Z]|\bof\b|\b(?:in|on)\s|[.!?]+$|$)(?P<tail>.*))?$",
    _I,
)
_ONLY_REVIEW = re.compile(rf"^[\[(]?(?:{_REV}|(?:{QUALIFIERS}[\s/&-]*){{1,4}}|new\s+reviews?)[\])]?$", _I)
_BRACKETED = re.compile(rf"\s*[\[(](?:{_REV}|spoilers?|no spoilers?|spoiler[\s-]free)[\])]\s*", _I)
_COLUMN = re.compile(rf"^(?:{COLUMNS}|{FESTIVAL})\s*(?:[:|–—]|\s-|-\s)\s*(?=\S)", _I)
_FESTIVAL_END = re.compile(rf"\s*(?:[|–—(\[,:-]|\bat\b|\s-)\s*(?:the\s+)?{FESTIVAL}\s*[)\]]?$", _I)
_MEDIA_END = re.compile(
    rf"(?:[\s:–—|,(\[-]*[:–—|,(\[-]\s*|\s+)(?:(?:on|in|the|new|from)\s+)?(?:(?:{MEDIA})(?:\s*(?:[/&+,]|and|on)\s*|\s+)?)+(?:edition|disc|set|release)?[)\]]?$"
    rf"|\s*[(\[]\s*(?:{MEDIA}|{STREAMERS}|ps[45]|xbox[\w ]*|switch|pc|film|movie|tv|book|game|series|mini-?series|documentary)(?:[\s/,&+]+(?:{MEDIA}|{STREAMERS}|ps[45]|xbox[\w ]*|switch|pc))*\s*[)\]]$",
    _I,
)
_YEAR = r"(?:18[89]\d|19\d\d|20[0-4]\d)"
_YEAR_BRACKETED = re.compile(
    rf"^(?P<title>.+?)\s*[(\[](?P<inside>[^()\[\]]{{0,80}}\b(?P<year>{_YEAR})\b[^()\[\]]{{0,80}})[)\]](?P<tail>.*)$"
)
_YEAR_END = re.compile(rf"^(?P<title>.+?)(?:,\s*|\s+[–—-]\s+|\s*\|\s*)(?P<year>{_YEAR})$")
_YEAR_BARE = re.compile(rf"^(?P<title>.+\S)\s+(?P<year>{_YEAR})$")
_SEASON = re.compile(
    rf"^(?P<title>.+?)(?:\s*[:,|–—-]\s*|\s+[(\[]?\s*)(?:the\s+)?(?:(?:complete|final|new|first|second|third|fourth|fifth)\s+)*"
    rf"(?:{SEASON}|season\b|s\d{{1,2}}(?:\s?e\d{{1,3}})?\b|\d{{1,2}}x\d{{2}}\b|episodes?\s+\d|series\s+(?:premiere|finale)|limited\s+series|mini-?series)(?P<tail>.*)$",
    _I,
)
_SERIES_WORDS = re.compile(
    r"\b(?:tv|television|series|show|season|episode|pilot|miniseries|mini-series|docuseries|finale|premiere|serien?kritik)\b",
    _I,
)
_KINDS = (
    ("book", re.compile(r"\b(?:book|novel|graphic novel|manga|comic)\b", _I)),
    ("game", re.compile(r"\b(?:game|video\s?game|ps[45]|xbox|switch|steam)\b", _I)),
    ("album", re.compile(r"\b(?:album|music|record|soundtrack)\b", _I)),
    ("series", _SERIES_WORDS),
)
_BY_MAKER = re.compile(
    r"^(?P<title>.+?)\s*[,(–—-]?\s*\(?(?:directed by|dir\.?:?|a film by|réalisé par|regie:?|de|by)\s+(?P<name>[A-Z][^()]{3,60}?)\)?$"
)
_POSSESSIVE_NAMES = frozenset(
    {"your", "my", "his", "her", "their", "our", "the", "a", "an", "me", "you", "night", "day", "one"}
)
_IS_SAID = re.compile(
    r"^(?P<title>.+?)\s+(?:is|are|was|has|isn[’']t|doesn[’']t|gets|makes|delivers|offers|proves|brings|finds|shines|fails|takes|feels|works|tries|never)\s+.+$"
)
_TAGLINE = re.compile(
    r"^(?P<title>.+?)(?P<sign>:\s+|\s+[–—-]+\s+|;\s+|\s+\|\s+|,\s+(?=or\b|in which\b|starring\b))(?P<tail>.+)$"
)
_SMALL = frozenset({
    "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "with", "from", "by", "but", "nor", "as", "vs", "vs.", "de", "la",
    "le", "les", "el", "und", "der", "die", "das", "into", "is", "it", "part", "that", "my", "over", "up", "n", "y", "et", "du",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
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


@dataclass(slots=True)
class _Cut:
    """A headline while it is being trimmed."""

    text: str
    year: int | None = None
    kind: str = ""
    review: bool = False
    quoted: bool = False
    tail: str = ""
    said: list[str] = made(default_factory=list)
    """The words that were cut off around `Review`."""


def read_headline(title: str, mentions: Mentions | None = None) -> Headline:
    """Return what the headline of a post tells, with the help of the titles its text names."""
    known = mentions or Mentions("", {}, {}, {})
    cut = _Cut(field(title, 400))
    _trim_grade(cut)
    _choose_segment(cut)
    _trim_review(cut, known)
    _trim_around(cut, known)
    if not cut.quoted:
        _trim_tagline(cut, known)
    if not cut.kind:
        words = " ".join(cut.said)
        cut.kind = next((kind for kind, pattern in _KINDS if pattern.search(words)), "")
    return Headline(_bare(cut.text), cut.year, cut.kind, cut.review, cut.quoted, cut.tail.strip())


def _trim_grade(cut: _Cut) -> None:
    """Cut off a grade at either end: it is read elsewhere."""
    for pattern in (_GRADE_END, _GRADE_START):
        rest = pattern.sub("", cut.text).strip()
        if rest and rest != cut.text and any(sign.isalnum() for sign in rest):
            cut.text = rest


def _choose_segment(cut: _Cut) -> None:
    """Of parts divided by bars keep the one that names the work: not `Film Review`, not the site."""
    parts = [part.strip() for part in _SEGMENT.split(cut.text) if part and part.strip()]
    if len(parts) < 2:
        return
    kept: list[str] = []
    for part in parts:
        if _ONLY_REVIEW.match(part) or re.fullmatch(FESTIVAL, part, _I):
            cut.review = cut.review or re.search(rf"\b(?:{REVIEW})\b", part, _I) is not None
            cut.said.append(part)
        else:
            kept.append(part)
    named = [part for part in kept if re.search(rf"\b(?:{REVIEW})\b", part, _I) or _QUOTED.search(part)]
    cut.text = (named or kept or parts)[0]


def _trim_review(cut: _Cut, known: Mentions) -> None:
    """Cut off the word review and what stands around it."""
    if _BRACKETED.search(cut.text):
        rest = _BRACKETED.sub(" ", cut.text).strip()
        if rest:
            cut.review, cut.text = True, rest
    if found := _QUOTED_REVIEW.search(cut.text):
        title = next(found[name] for name in ("d", "s", "p", "a") if found[name])
        if found.start() <= 60:
            around = cut.text[: found.start()] + " " + cut.text[found.end(found.lastgroup or 0) :][: found.end()]
            cut.said += [
                cut.text[: found.start()],
                found["mid"],
                cut.text[found.start("mid") : found.end()],
                around[:0],
            ]
            _note_year(cut, found["mid"])
            cut.text, cut.review, cut.quoted, cut.tail = title, True, True, cut.text[found.end() :].strip(" :–—-")
            return
    if found := _REVIEW_FIRST.match(cut.text):
        cut.said.append(cut.text[: found.start("rest")])
        cut.review, cut.text = True, found["rest"].strip()
    elif (found := _REVIEW_LAST.match(cut.text)) and len(found["rest"].strip(" [(")) > 0:
        _trim_review_last(cut, found, known)
    if quoted := _leading_quote(cut.text):
        title, rest = quoted
        _note_year(cut, rest)
        cut.text, cut.quoted, cut.tail = title, True, cut.tail or rest


def _trim_review_last(cut: _Cut, found: re.Match[str], known: Mentions) -> None:
    """Cut off a review word behind the title; words between the two are the title's if the text says so."""
    rest, said = found["rest"].strip(" [("), found["rev"]
    words = said.split()[:-1]
    if not found["gap"].strip():
        for more in range(len(words), 0, -1):
            longer = f"{rest} {' '.join(words[:more])}"
            if known.says(longer) and not (known.names(rest) and not known.names(longer)):
                rest = longer
                break
    cut.said.append(said)
    cut.review, cut.text, cut.tail = True, rest, (found["tail"] or "").strip(" :–—-")


def _leading_quote(text: str) -> tuple[str, str] | None:
    """Return (title, rest) of a text that opens with a title in quotation marks."""
    for opening, closing in (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("«", "»"), ("„", "“")):
        if text.startswith(opening):
            ends = [at.start() for at in re.finditer(rf"{re.escape(closing)}(?!\w)", text) if at.start() > 1]
            if ends:
                # the first closing mark that a sign, a bracket or the end follows, else the first at all
                good = [end for end in ends if re.match(r".\s*(?:$|[:(\[–—|,.!?-]|is\b)", text[end:])]
                end = (good or ends)[0]
                return text[1:end].strip(" ,"), text[end + 1 :].strip(" :–—-,")
    return None


def _trim_around(cut: _Cut, known: Mentions) -> None:
    """Cut off column, festival, year, season, disc and maker, until nothing more comes off."""
    for _ in range(4):
        before = cut.text
        for trim in (_trim_column, _trim_year, _trim_season, _trim_media, _trim_maker):
            trim(cut, known)
        if cut.text == before:
            break


def _trim_column(cut: _Cut, known: Mentions) -> None:
    if found := _COLUMN.match(cut.text):
        rest = cut.text[found.end() :].strip()
        if rest and not known.says(cut.text):
            cut.said.append(found[0])
            cut.text = rest
            if quoted := _leading_quote(rest):
                cut.text, cut.quoted, cut.tail = quoted[0], True, cut.tail or quoted[1]
    if (found := _FESTIVAL_END.search(cut.text)) and found.start() > 0 and not known.says(cut.text):
        cut.text = cut.text[: found.start()].strip()


def _trim_year(cut: _Cut, known: Mentions) -> None:
    if found := _YEAR_BRACKETED.match(cut.text):
        cut.year = cut.year or int(found["year"])
        cut.said.append(found["inside"])
        cut.tail = cut.tail or found["tail"].strip(" :–—-")
        cut.text = found["title"].strip(" ,–—-")
        if cut.tail and _SEASON.match(f"x {cut.tail}"):
            cut.kind = cut.kind or "series"
    elif found := _YEAR_END.match(cut.text):
        cut.year, cut.text = cut.year or int(found["year"]), found["title"].strip()
    elif (cut.review or cut.year) and (found := _YEAR_BARE.match(cut.text)) and known.text:
        if not known.says(cut.text) and known.says(found["title"]):
            cut.year, cut.text = cut.year or int(found["year"]), found["title"].strip()


def _note_year(cut: _Cut, text: str) -> None:
    if cut.year is None and (
        found := re.match(rf"^\s*[(\[][^)\]]{{0,60}}\b({_YEAR})\b[^)\]]{{0,60}}[)\]]|^\s*,?\s*({_YEAR})\b", text)
    ):
        cut.year = int(found[1] or found[2])


def _trim_season(cut: _Cut, known: Mentions) -> None:
    if (found := _SEASON.match(cut.text)) and not known.names(cut.text):
        cut.said.append("season")
        cut.kind, cut.text = "series", found["title"].strip(" :,–—-([‘“'\"")
        cut.tail = cut.tail or found["tail"].strip(" :–—-)]")


def _trim_media(cut: _Cut, known: Mentions) -> None:
    found = _MEDIA_END.search(cut.text)
    if found and found.start() > 0 and not known.says(cut.text):
        cut.said.append(found[0])
        cut.text = cut.text[: found.start()].strip(" :,–—-")


def _trim_maker(cut: _Cut, known: Mentions) -> None:
    found = _BY_MAKER.match(cut.text)
    if not found or known.says(cut.text):
        return
    words = found["name"].split()
    if (
        2 <= len(words) <= 5
        and words[0].lower() not in _POSSESSIVE_NAMES
        and all(word[0].isupper() or word in _SMALL for word in words)
    ):
        if cut.review or "irected" in cut.text or "dir" in cut.text.lower() or known.says(found["title"]):
            cut.text = found["title"].strip(" ,(–—-")


def _trim_tagline(cut: _Cut, known: Mentions) -> None:
    """Cut off a tagline behind the title, where the text or the form of the words shows that it is one."""
    if not cut.text or known.names(cut.text):
        return
    if named := _named_beginning(cut.text, known):
        cut.tail = cut.tail or cut.text[len(named) :].strip(" :–—-,;")
        cut.text = named
        return
    if (found := _TAGLINE.match(cut.text)) and not known.says(cut.text):
        words = found["tail"].split()
        if (
            len(words) > 6
            or not _is_title_case(words)
            or (known.text and known.says(found["title"]) and not known.says(found["tail"]))
        ):
            cut.text, cut.tail = found["title"].strip(), cut.tail or found["tail"]
    if cut.review and (found := _IS_SAID.match(cut.text)) and not known.says(cut.text):
        cut.text, cut.tail = found["title"].strip(), cut.text


def _named_beginning(text: str, known: Mentions) -> str:
    """Return the longest beginning of a headline that the text sets as a title and that ends before a sign or a verb."""
    best = ""
    for folded, spelling in known.spellings.items():
        if len(folded) > len(best) and fold(text).startswith(folded) and len(folded) > 2:
            rest = text[len(spelling) :] if text[: len(spelling)].casefold() == spelling.casefold() else ""
            if re.match(r"\s*(?:[:–—|;,!?(-]|(?:is|are|was|has|gets|makes|delivers|offers)\b)", rest):
                best = text[: len(spelling)]
    return best


def _is_title_case(words: list[str]) -> bool:
    """Tell whether words are set as in a title: all but the small ones begun with a capital."""
    return all(not word[0].isalpha() or word[0].isupper() or word.lower() in _SMALL for word in words)


def _bare(title: str) -> str:
    """Return a title without quotation marks around it and signs left over at its ends."""
    title = title.strip(" \t:|–—,;")
    title = re.sub(r"^-\s+|\s+-$", "", title)
    for opening, closing in ("“”", "‘’", '""', "''", "«»", "„“"):
        if (
            title.startswith(opening)
            and title.endswith(closing)
            and len(title) > 2
            and title.count(opening) == (2 if opening == closing else 1)
        ):
            title = title[1:-1].strip(" ,")
    return title.strip()


def retitled(headline: Headline, title: str) -> Headline:
    """Return the headline with another title."""
    return replace(headline, title=title)
