"""How many posts a second are read on one core: `python -m tests.benchmarks.grades [POSTS]`.

The posts are the sample site's, made to about 6 KB of HTML each; reading is all of `read_article`: prose, credits,
work, grade. The grade reader alone is measured on the same texts.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from tui.articles.reading import read_article
from tui.demo.texts import read
from tui.grading.reading import read_grade

SIZE = 6_000
"""Characters of HTML a post."""


def posts() -> list[tuple[str, str]]:
    """Return (title, html) of the sample's posts; the middle is repeated until each has about the size."""
    made = []
    for critic in read(datetime(2026, 11, 14, tzinfo=UTC)):
        for post in critic.posts:
            first, *middle, last = post.html.split("</p>\n")
            times = max(1, (SIZE - len(first) - len(last)) // max(1, sum(map(len, middle))))
            made.append((post.title, "</p>\n".join([first, *middle * times, last])))
    return made


def pace(count: int, work: Callable[[int], object]) -> float:
    """Return how many a second of CPU `work(number)` does, over `count` runs."""
    began = time.process_time()
    for number in range(count):
        work(number)
    return count / (time.process_time() - began)


def main() -> None:
    """Print both paces."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    given = posts()
    texts = [read_article(html, title=title).prose.text for title, html in given]
    size = sum(len(html) for _, html in given) / len(given)
    whole = pace(count, lambda number: read_article(given[number % len(given)][1], title=given[number % len(given)][0]))
    alone = pace(count, lambda number: read_grade(texts[number % len(texts)]))
    print(f"{count} posts of {size:.0f} characters: {whole:.0f} a second whole, {alone:.0f} a second the grade alone")


if __name__ == "__main__":
    main()
