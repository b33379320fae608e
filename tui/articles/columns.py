"""The name of a column before the title: `Projection Booth: Night Bus (2026)`, `Late Shift #12 – Foghorn`.

`Mission: Impossible` has the same form, so only the text can tell: it sets what follows as a title, and never says what
stands before.
"""

import re

from tui.articles.cut import Cut
from tui.articles.mentions import Mentions

_SIGN = re.compile(r":\s+|\s+[–—-]\s+|\s+[»>]\s+")


def trim_column(cut: Cut, known: Mentions) -> None:
    """Cut off a column's name before the title, where the text shows that it is one."""
    sign = _SIGN.search(cut.text)
    if not sign or known.says(cut.text):
        return
    column, title = cut.text[: sign.start()], cut.text[sign.end() :]
    if known.names(title) and not known.says(column):
        cut.said.append(column)
        cut.text = title
