"""The paragraphs of a page's article as trafilatura finds them: the only file that knows it.

It is asked only for pages whose site does not name its article's text (`main_text`), and only where the text is, not
for the text itself: its output has lost what carries grades (classes, `itemprop`, star images). On 19 real pages our
own search found as much on 16; on a magazine, a fact checker and a shop, whose text nothing names, only it kept menus
and other articles out. Loading it takes 0.25 s and 30 MB, once; a page takes it 3-60 ms.
https://trafilatura.readthedocs.io/
"""

import logging
import re

_MOST_TAGS = 12_000
_LARGEST = 2_000_000
"""Characters; beyond either of these no article is worth the seconds it would take."""
_SHORT = 25
"""Characters of a line that tell one paragraph from others."""
_SPACES = re.compile(r"\s+")


def article_lines(html: str) -> frozenset[str]:
    """Return the keys (`line_key`) of the lines of a page's article; none when it finds no article."""
    if len(html) > _LARGEST or html.count("<") > _MOST_TAGS:
        return frozenset()
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(html, include_comments=False, include_tables=False, fast=True)
    except Exception:  # whatever a hostile page makes lxml or it raise: we have our own way to go on
        return frozenset()
    return frozenset(key for line in (text or "").splitlines() if (key := line_key(line)))


def line_key(text: str) -> str:
    """Return what tells a line from others however its spaces stand; empty for one too short to tell."""
    line = _SPACES.sub("", text.lstrip(" -|"))
    return line[:_SHORT] if len(line) >= _SHORT else ""
