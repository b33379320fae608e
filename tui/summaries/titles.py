"""A title without what its spellings differ in: articles, accents, `&`, numerals, a second title in parentheses."""

import re
import unicodedata

from tui.model.record import record

_ARTICLE = re.compile(r"(?:the|an?|le|la|les|l|un|une|der|die|das|ein|eine|el|los|las|il|lo|gli|o|os|de|het) (?=.)")
_ELIDED = re.compile("l['’](?=.)", re.IGNORECASE)
_FRACTION = re.compile("[¼-¾⅐-⅞]")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_AND = re.compile(r"\s*[&+]\s*")
_REST = re.compile(r"[\W_]+")
_PARENTHESES = re.compile(r"[(\[（]([^()\[\]（）]{2,80})[)\]）]")
_ALSO = re.compile(r"\s(?:a\.?k\.?a\.?|/|\|)\s")
_SUBTITLE = re.compile(r"\s*:\s+|\s+[–—-]\s+")
_AMERICAN = re.compile(r"\b([a-z]{3,20})(our|tre)(s|ed|less)?\b")
_YEAR = re.compile(r"\d{4}")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
          "nine": "9", "ten": "10"}  # fmt: skip
_PARTS = {"part", "chapter", "volume", "vol", "episode", "book", "pt"}
_SHORTENED = {"vol": "volume", "pt": "part", "ep": "episode"}
_MOST = 300
"""Characters of a title that are looked at."""


@record(frozen=True, slots=True)
class Title:
    """What spellings of a title are compared by."""

    forms: tuple[str, ...]
    """The whole title folded, and each of several it gives (`Regenzeit (Rain Season)`); empty without words."""
    main: str
    """What stands before a colon or a dash, folded; empty without a subtitle."""


def title_of(text: str) -> Title:
    """Return what a title is compared by."""
    text = text[:_MOST]
    inner = [found for found in _PARENTHESES.findall(text) if not _YEAR.fullmatch(found.strip())]
    outer = _PARENTHESES.sub(" ", text).strip()
    parts = [outer, *inner, *(_ALSO.split(outer) if _ALSO.search(outer) else ())]
    # What stands in parentheses may be no title but a part of one: the whole is a form, too.
    forms = dict.fromkeys(form for part in (text, *parts) if (form := folded(part)))
    head, *rest = _SUBTITLE.split(outer, maxsplit=1)
    return Title(tuple(forms), folded(head) if rest and folded(head) else "")


def folded(text: str) -> str:
    """Return a title in lower case without article, accents and punctuation; `&` is `and`, `Part II` is `part 2`."""
    text = _ELIDED.sub("", text, count=1) if _ELIDED.match(text) else text
    plain = unicodedata.normalize("NFKD", _FRACTION.sub(r" \g<0>", _AND.sub(" and ", text))).casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", "".join(each for each in plain if not unicodedata.combining(each)))
    line = _AMERICAN.sub(_spelled, _REST.sub(" ", _APOSTROPHES.sub("", plain)).strip())
    return " ".join(_numbered(_ARTICLE.sub("", line, count=1) if _ARTICLE.match(line) else line))


def _spelled(found: re.Match[str]) -> str:
    """Return a word as Americans spell it: `colors`, `theater`."""
    return found[1] + {"our": "or", "tre": "ter"}[found[2]] + (found[3] or "")


def _numbered(line: str) -> list[str]:
    """Return the words of a title with numerals as digits: behind `part`, a Roman one behind any word."""
    words = [_SHORTENED.get(word, word) for word in line.split()]
    for at, word in enumerate(words):
        after = words[at - 1] if at else ""
        if (after in _PARTS and word in _WORDS) or (at and word in _ROMAN):
            words[at] = _WORDS.get(word) or _ROMAN[word]
        elif after in _PARTS and word == "i":
            words[at] = "1"
    return words
