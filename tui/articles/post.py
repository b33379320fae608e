"""One post as far as it was read before asking which work it is about."""

import re

from tui.articles.credits import Read
from tui.articles.facts import Facts
from tui.articles.headlines import Headline
from tui.articles.mentions import Mentions
from tui.model.prose import Prose
from tui.model.record import record

YEAR = r"(?:18[89]\d|19\d\d|20[0-4]\d)"
"""A year a work can be of, as a pattern."""
_REVIEW_PATH = re.compile(
    r"/(?:[\w-]*-)?reviews?(?:/|-|$)|[-_]review(?:[-_/.]|$)|/(?:kritik|critique|critica|rezension)", re.IGNORECASE
)


@record(frozen=True, slots=True)
class Post:
    """What is known of a post."""

    title: str
    url: str
    prose: Prose
    headline: Headline
    mentions: Mentions
    facts: Facts
    """What the page's data say."""
    head: Read
    """The credits."""
    graded: bool
    """True when a grade was found."""

    @property
    def proven(self) -> bool:
        """True when something other than the headline says that this is a review."""
        credits = self.head.credits
        credited = bool(credits.directed_by or credits.rated)
        return self.graded or credited or self.facts.review or _REVIEW_PATH.search(self.url) is not None

    @property
    def names_its_title(self) -> bool:
        """True when the text sets the headline's title as a title."""
        return bool(self.headline.title) and self.mentions.names(self.headline.title)
