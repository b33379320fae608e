"""How long the library takes to answer, without a screen: pages, orders, counts and histograms of every query."""

import statistics
import time
from collections.abc import Callable

from tests.benchmarks.inventing import NOW
from tests.benchmarks.library_making import NAME, made
from tests.benchmarks.measures import Line
from tui.model.listing import Sort
from tui.model.query_language import parse
from tui.store.library import Library

ASKED = (
    "", "unread", "grade>=B-", "critic:quill", "tag:drama", "work:foghorn", "director:marrow", "year:2020", "newer:2w",
    "comments>20", "verdict:up", "grade:70..90 unread -critic:quill",
)  # fmt: skip
SEARCHED = ("camera", "the", '"quiet cinema"', "cam*", "camera grade>=B- unread")
_TIMES = 7


def took(work: Callable[[], object]) -> float:
    """Return the median of the milliseconds."""
    taken = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken) * 1_000


def measure(reviews: int, *, text: bool) -> str:
    """Return a table: a line for each query, and one for each order."""
    lines = ["| query | reviews | first page | whole order | count | histogram |", "|---|---|---|---|---|---|"]
    with Library.open(made(reviews, text=text) / NAME) as library:
        for asked in (*ASKED, *(SEARCHED if text else ())):
            query = parse(asked, now=NOW)
            page = took(lambda query=query: library.page(query, Sort.NEWEST, limit=60))  # type: ignore[misc]
            order = took(lambda query=query: library.listing(query, Sort.NEWEST))  # type: ignore[misc]
            count = took(lambda query=query: library.count(query))  # type: ignore[misc]
            bars = took(lambda query=query: library.histogram(query))  # type: ignore[misc]
            many = f"{library.count(query):,}"
            lines.append(f"| `{asked or '(all)'}` | {many} | {page:.1f} | {order:.1f} | {count:.1f} | {bars:.1f} |")
        everything = parse("", now=NOW)
        for sort in Sort:
            page = took(lambda sort=sort: library.page(everything, sort, limit=60))  # type: ignore[misc]
            order = took(lambda sort=sort: library.listing(everything, sort))  # type: ignore[misc]
            lines.append(f"| all, sorted by {sort} | | {page:.1f} | {order:.1f} | | |")
        lines.append(f"| how every critic stands | | {took(library.standings):.1f} | | | |")
    return "\n".join(lines) + "\n"


def commands(library: str, runs: int) -> list[Line]:
    """Time the commands scripts call, beside Python alone."""
    import sys

    from tests.benchmarks.measures import alternating, median, timed

    us = [sys.executable, "-m", "tui", "--library", library]
    bare, listed, helped = alternating(
        runs,
        lambda _: timed([sys.executable, "-c", "pass"]),
        lambda _: timed([*us, "list", "--limit", "1", "--json"]),
        lambda _: timed([*us, "--version"]),
    )
    told = [f"{median(costs).seconds * 1_000:.0f} ms" for costs in (bare, listed, helped)]
    return [Line(f"`list --limit 1 --json` (`--version` {told[2]}, Python alone {told[0]})", "-", told[1])]
