"""Names and titles without what people spell differently: case, accents, punctuation, a leading article."""

import re
import unicodedata

LAST = "\U0010ffff"
"""Sorts after every key."""
_ARTICLE = re.compile(r"(?:the|an?) (?=.)")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_FRACTION = re.compile("[¼-¾⅐-⅞]")
_REST = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Return words of `text` in lower case, without accents, apart by one space; the text itself if it has no words."""
    # ½ would fold into the digit before it: 8½ is 8 1/2, not 81/2.
    plain = unicodedata.normalize("NFKD", _FRACTION.sub(r" \g<0>", text)).casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))
    words = _REST.sub(" ", _APOSTROPHES.sub("", plain)).strip()
    return words or plain.strip()


def title_key(title: str) -> str:
    """Return what two spellings of one title share: `The Second Foghorn` and `second foghorn` are the same."""
    return _ARTICLE.sub("", folded(title), count=1) if _ARTICLE.match(folded(title)) else folded(title)
