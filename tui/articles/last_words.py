"""The verdict of a review in one sentence: the last thing it says before the grade and what a blog prints below."""

import re

from tui.model.grade import Grade

_REACH = 4_000
"""Characters from the end that are looked at."""
_LONGEST = 260
"""Characters of a sentence that is given whole."""
_SHORT = 5
"""Words under which a sentence is given together with the one before."""
_END = re.compile(r"[.!?…][.!?…]?['\"”’»)\]]{0,2}\s+(?=[\"“‘«(\[]?[^\W_a-zß-ÿ])")
_CLOSED = re.compile(r"[.!?…]['\"”’»)\]]{0,2}$")
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|No|Vol|Prof|Mt|feat|dir|min))\.$")
_LABEL = re.compile(
    r"(?:(?:final|my|the|our|overall|bottom) ){0,2}"
    r"(?:verdict|grade|rating|score|line|conclusion|thoughts|word|stars?|mark|summary)\s{0,3}[:–—-]\s{0,3}",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?:\d{1,6} (?:thoughts?|comments?|responses?|replies) (?:on|to)\b|leave a (?:reply|comment)|share this|like this|"
    r"related(?: posts)?:?$|filed under|posted (?:in|by)|tagged|categories:|tags:|read more|subscribe|follow (?:me|us)|"
    r"thanks for reading|this entry was|previous(?: post)?:|next(?: post)?:|advertisement|photo:|image:|cast:|"
    r"directed|director:|"
    r"starring|running time|runtime:|rated\b|now (?:playing|streaming)|in (?:theaters|theatres|cinemas)|available on)",
    re.IGNORECASE,
)


def last_words(text: str, grade: Grade | None = None) -> str:
    """Return the last sentence of a review's plain text; empty where it has none."""
    for line in reversed(_before(text, grade)[-_REACH:].split("\n")):
        said = _without_label(line.strip())
        if said and not _BELOW.match(said) and (sentences := _sentences(said)):
            return _fitting(_last(sentences))
    return ""


def _before(text: str, grade: Grade | None) -> str:
    """Return what stands before the grade, when that is near the end; a head graded at the top has its text below."""
    where = grade.where if grade else None
    if where is None or where.place != "text" or where.start < len(text) / 2:
        return text
    return text[: where.start]


def _without_label(line: str) -> str:
    found = _LABEL.match(line)
    return line[found.end() :] if found else line


def _sentences(line: str) -> list[str]:
    """Return the whole sentences of one line; a line that ends none is a heading, a label or a credit."""
    parts: list[str] = []
    start = 0
    for found in _END.finditer(line):
        part = line[start : found.end()].strip()
        if not _ABBREVIATED.search(part):
            parts.append(part)
            start = found.end()
    parts.append(line[start:].strip())
    return [part for part in parts if _CLOSED.search(part) and " " in part]


def _last(sentences: list[str]) -> str:
    last = sentences[-1]
    if len(last.split()) < _SHORT and len(sentences) > 1:
        return f"{sentences[-2]} {last}"
    return last


def _fitting(sentence: str) -> str:
    if len(sentence) <= _LONGEST:
        return sentence
    return sentence[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
