"""Titles in quotation marks within a headline, apostrophes told from closing marks."""

import re

_INSIDE = (
    r"“([^“”]{1,120})”|‘(.{1,120}?)’(?!\w)|(?<!\w)\"([^\"]{1,120})\"|(?<!\w)'(.{1,120}?)'(?!\w)|«\s?([^«»]{1,120}?)\s?»"
    r"|„([^„“”]{1,120})[“”]"
)
QUOTED = re.compile(_INSIDE)
_PAIRS = (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("«", "»"), ("„", "“"), ("„", "”"))
_GOOD_END = re.compile(r".\s*(?:$|[:(\[–—|.!?-]|is\b|,\s)", re.IGNORECASE)


def leading_quote(text: str) -> tuple[str, str] | None:
    """Return (title, rest) of a text that opens with a title in quotation marks."""
    for opening, closing in _PAIRS:
        if not text.startswith(opening):
            continue
        ends = [at.start() for at in re.finditer(rf"{re.escape(closing)}(?!\w)", text) if at.start() > 1]
        if ends:
            # the first mark that a sign, a verb or the end follows: `‘Dogs’ Life’: …` closes at the second
            end = next((end for end in ends if _GOOD_END.match(text[end:])), ends[0])
            return text[1:end].strip(" ,"), text[end + 1 :].strip()
    return None


def first_quote(text: str) -> tuple[str, str, str] | None:
    """Return (what stands before, title, what follows) of the first title in quotation marks."""
    found = QUOTED.search(text)
    if not found:
        return None
    if leading := leading_quote(text[found.start() :]):
        return text[: found.start()].strip(), leading[0], leading[1]
    title = next(group for group in found.groups() if group is not None)
    return text[: found.start()].strip(), title.strip(" ,"), text[found.end() :].strip()


def unquoted(title: str) -> str:
    """Return a title without quotation marks around the whole of it."""
    for opening, closing in _PAIRS:
        once = title.count(opening) == (2 if opening == closing else 1)
        if title.startswith(opening) and title.endswith(closing) and len(title) > 2 and once:
            return title[1:-1].strip(" ,")
    return title
