"""Whether a critic's edit makes history (pure).

What a reader would not notice does not: other markup, quotes, links or figures (shares, replies), one word corrected.
Nor does what we read otherwise: a text that now comes whole where the feed gave its beginning.
"""

import re
from collections import Counter
from datetime import datetime

from tui.model.edition import Edition, grade_change
from tui.model.review import Draft

_WORDS = re.compile(r"[^\W\d_]+")
_UNNOTICED = 2
"""Words that came or went: one corrected is one of each."""


def edition(old: Draft, new: Draft, at: datetime) -> Edition | None:
    """Return what `old` was, where `new` is another review to its reader; None where it is not.

    `old` has its grade as it was read, not the reader's correction.
    """
    if not (grade_change(old.grade, new.grade) or _retitled(old, new) or _rewritten(old, new)):
        return None
    return Edition(at, old.title, old.grade, old.text)


def _retitled(old: Draft, new: Draft) -> bool:
    return _told(old.title) != _told(new.title)


def _rewritten(old: Draft, new: Draft) -> bool:
    if old.summary != new.summary or (old.paged is None) != (new.paged is None):
        return False
    before, after = Counter(_told(old.text)), Counter(_told(new.text))
    return ((before - after) + (after - before)).total() > _UNNOTICED


def _told(text: str) -> list[str]:
    """Return the words of a text, figures left out."""
    return _WORDS.findall(text.casefold())
