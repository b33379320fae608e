"""Where a title ends and the critic's tagline begins: `Foghorn: lost at sea` against `Mission: Impossible – Fallout`.

The text decides where it can: a part it never says was only ever on the headline. Else the form of the words does.
"""

import re
from itertools import pairwise

from tui.articles.cut import Cut
from tui.articles.mentions import Mentions, fold

_SIGN = re.compile(r":\s+|\s+[–—-]+\s+|;\s+|\s+\|\s+|,\s+(?=in which\b|starring\b)")
_VERB = (
    r"(?:is|are|was|were|has|isn[’']t|doesn[’']t|gets|makes|delivers|offers|proves|brings|finds|shines|fails|takes|"
    r"feels|works|"
    r"tries|never|can[’']t|loses|turns|goes|gives|does|deserves|remains|stumbles|soars|sinks)"
)
_SAID = re.compile(rf"^(?P<title>.+?)\s+{_VERB}\s+.+$")
_AFTER = re.compile(rf"\s*(?:$|[:–—|;,!?(-]|{_VERB}\b)", re.IGNORECASE)
_SHOUTED = re.compile(r"^((?:[A-Z0-9][A-Z0-9'’&:!?.,-]*\s+){1,8}?)(?=[A-Z]?[a-z][a-z’'-]*(?:\s|$))")
_VERBS = re.compile(
    r"\b(?:Is|Are|Was|Were|Has|Have|Makes|Takes?|Gets?|Wants?|Will|Should|May|Might|Needs?|Shows?|Proves?|Delivers?|Offers?|"
    r"Brings?|Finds?|Fails?|Shines?|Sticks?|Loses?|Works?|Feels?|Goes|Comes|Turns?|Doesn[’']t|Isn[’']t|Can[’']t|Won[’']t)\b"
)
_OPINION = re.compile(
    r"\b(?:film|movie|thriller|comedy|drama|romance|documentary|biopic|western|sequel|remake|adaptation|masterpiece|delight|"
    r"disaster|triumph|mess|gem|winner|disappointment|letdown|return to form|debut|misfire|hit|miss)\W*$",
    re.IGNORECASE,
)
_SMALL = frozenset({
    "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "with", "from", "by", "but", "nor", "as",
    "vs", "vs.", "de", "la", "le", "les", "el", "und", "der", "die", "das", "into", "is", "it", "that", "my",
    "over", "up", "n", "y", "et",
})  # fmt: skip
_LONGEST_SUBTITLE = 12
"""Words."""
_LONGEST_AFTER_DASH = 4
"""… behind a dash: `Mission: Impossible – Dead Reckoning Part One`."""
_ENOUGH_TEXT = 600
"""Characters of a text that would name its subject in full somewhere."""
_LONG_HEADLINE = 8


def trim_tagline(cut: Cut, known: Mentions) -> None:
    """Cut off a tagline behind the title, where the text or the form of the words shows that it is one."""
    if not cut.text or known.names(cut.text):
        return
    if named := _named_beginning(cut.text, known):
        rest = cut.text[len(named) :].lstrip()
        if rest[:1] not in tuple(":–—-") or _is_tagline(named, rest.lstrip(":–—- "), known):
            cut.keep(named, rest)
            return
    if known.says(cut.text):
        return
    signs = list(_SIGN.finditer(cut.text))
    for sign in reversed(signs):
        title, tail = cut.text[: sign.start()], cut.text[sign.end() :]
        dashed = ":" not in sign[0] and len(tail.split()) > _LONGEST_AFTER_DASH
        if title and (dashed or _is_tagline(title, tail, known)):
            cut.keep(title, tail)
    if cut.review and (found := _SAID.match(cut.text)):
        cut.keep(found["title"], cut.text[found.end("title") :])
    if found := _SHOUTED.match(cut.text):
        shouted, spoken = found[1].split(), cut.text[found.end() :].split()
        if sum(map(str.isalpha, found[1])) > 3 and (len(shouted) > 1 or len(spoken) > 2) and len(spoken) > 1:
            cut.keep(found[1], " ".join(spoken))


def _is_tagline(title: str, tail: str, known: Mentions) -> bool:
    """Tell whether `tail` is the critic's and not the second half of the work's title."""
    words = tail.split()
    if not words or title.endswith((" or", ", or")):
        return not words
    if len(words) > _LONGEST_SUBTITLE or not _is_title_case(words) or _sounds_like_one(title, words):
        return True
    if len(known.text) < _ENOUGH_TEXT:
        return False
    return known.says(title) and not _is_half_said(words, known)


def _sounds_like_one(title: str, words: list[str]) -> bool:
    """Tell whether the words behind a sign are a critic's by their form, whatever the text says."""
    tail, many = " ".join(words), len(words) > 3
    if many and (_VERBS.search(tail) or (tail.endswith("!") and words[0] not in ("The", "A", "An")) or ": " in title):
        return True
    if words[0] != "The" and len(words) > 1 and _OPINION.search(tail):
        return True
    return title.isupper() and not tail.isupper() and len(words) > 2 and sum(map(str.isalpha, title)) > 3


def _is_half_said(words: list[str], known: Mentions) -> bool:
    """Tell whether a text says two weighty neighbours of a subtitle, or its only weighty word."""
    weighty = [word for word in words if word.lower() not in _SMALL]
    if len(weighty) < 2:
        return known.says(" ".join(words)) or any(known.says(word) for word in weighty)
    return any(known.says(f"{one} {other}") for one, other in pairwise(words) if one in weighty)


def _named_beginning(text: str, known: Mentions) -> str:
    """Return the longest beginning of a headline that the text sets as a title and that a sign or a verb ends."""
    best, folded_text = "", fold(text)
    for folded, spelling in known.spellings.items():
        length = len(spelling)
        if length <= max(2, len(best)) or not folded_text.startswith(folded):
            continue
        if text[:length].casefold() != spelling.casefold():
            continue
        rest = text[length:]
        loose = rest[:1] == " " and len(folded.split()) > 1 and len(text.split()) > _LONG_HEADLINE
        if _AFTER.match(rest) or (loose and known.counts[folded] > 1):
            best = text[:length]
    return best


def _is_title_case(words: list[str]) -> bool:
    """Tell whether words are set as in a title: all but the small ones begun with a capital."""
    return all(not word[0].isalpha() or word[0].isupper() or word.lower() in _SMALL for word in words)
