"""Names of people as credits list them: `Ann Vey (The Keeper), Tom Lund and P. Roe`."""

import re

_PARENTHESES = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_PARTS = re.compile(
    r"\s*(?:[,;|/•·\n]|(?<!\w)&(?!\w)|\s(?:and|und|et|y|e|og|och|en|plus)\s)\s*(?:(?:and|und|et|y|with|&)\s+)?"
)
_ENDS_NAME = re.compile(r"[,;|/•·\n&()\[\]–—…-]|\.\.|\s(?:and|und|et|y|e|og|och|en|plus|as|plays|als)\s")
_JUNIOR = re.compile(r",\s+(Jr|Sr|II|III|IV)\b\.?", re.IGNORECASE)
_ROLE = re.compile(r"\s+(?:as|plays|als|–|—|-|\.{2,}|…)\s+.*$")
_LEAD = re.compile(
    r"^(?:the (?:voices?|voice talents|talents) of|voices? of|introducing|featuring|starring|with|also|by)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:\s*(?:\.{3}|…|et al\.?|and (?:more|others)|etc\.?|u\.\s?a\.|among others))+\s*$", re.IGNORECASE)
_TAIL_REACH = 60
"""Characters at the end of a text that such words may take."""
_PARTICLES = frozenset({
    "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "van", "von", "den", "der",
    "ten", "ter", "bin", "ibn", "al", "el", "y", "e", "af", "av", "zu", "zur", "vom", "san", "st.", "st", "mc",
    "mac", "ap",
})  # fmt: skip
_LABELS = frozenset({
    "cast", "director", "directors", "starring", "stars", "rating", "rated", "runtime", "running time", "genre",
    "year", "writer", "writers", "plot", "synopsis", "release date", "country", "language", "studio", "distributor",
    "screenplay", "music",
})  # fmt: skip
_NOT_NAMES = frozenset({
    "others", "more", "many others", "various", "tba", "n/a", "none", "unknown", "et al", "etc", "among others",
})  # fmt: skip
_LENGTH = re.compile(r"(?:\d{1,4}\s*(?:mins?\.?|minutes?|hrs?|h|m)?\s*)+")
"""`110 mins`, `1h 50m` or a year that stands among names."""
_MOST_WORDS = 6
_MOST_LETTERS = 60
_NESTED = 8
"""Parentheses within parentheses that are looked through."""


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a credit's value; empty when it is a sentence rather than a list of names."""
    if _opens_sentence(text):
        return ()
    for _ in range(_NESTED):
        bare = _PARENTHESES.sub("", text)
        if bare == text:
            break
        text = bare
    text = _JUNIOR.sub(r" \1.", text)
    text = (text[:-_TAIL_REACH] + _TAIL.sub("", text[-_TAIL_REACH:])).strip(" ,;:–—-·•|")
    names: list[str] = []
    for part in _PARTS.split(text):
        name = _ROLE.sub("", _LEAD.sub("", part.strip(' "“”‘’'))).strip(' ,;:–—-"“”')
        name = name if name.endswith(("Jr.", "Sr.")) else name.rstrip(". ")
        if not name or name.lower() in _NOT_NAMES or _LENGTH.fullmatch(name):
            continue
        if not is_name(name):
            return ()
        if name not in names:
            names.append(name)
    return tuple(names)


def _opens_sentence(text: str) -> bool:
    """Tell whether a text begins with too many words for a name and a role: most that stand behind `with` do."""
    return len(text) > 2 * _MOST_LETTERS and not _ENDS_NAME.search(text, 0, 2 * _MOST_LETTERS)


def is_name(text: str) -> bool:
    """Tell whether `text` looks like one person's name: few words, nearly all begun with a capital."""
    words = text.split()
    if text.lower() in _LABELS:
        return False
    if not 0 < len(words) <= _MOST_WORDS or len(text) > _MOST_LETTERS or any(sign in text for sign in ':?!…"“”%★/'):
        return False
    if (
        sum(map(str.isdigit, text)) > 2
        or not any(map(str.isalpha, text))
        or words[-1].lower() in ("the", "of", "a", "an")
    ):
        return False
    small = [word for word in words if word[0].islower() and word not in _PARTICLES and word[1:2] not in ("'", "’")]
    return not small or (len(words) == 2 and small == words[1:])  # `Charli xcx`
