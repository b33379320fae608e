"""Labelled pairs of spellings, from `tests/samples/works/pairs.txt`."""

from pathlib import Path

from tui.store.folding import folded
from tui.summaries.sameness import Named

PAIRS = Path(__file__).parents[1] / "samples" / "works" / "pairs.txt"


def pairs() -> list[tuple[bool, Named, Named]]:
    """Return (whether it is one work, one spelling, the other) of each line."""
    lines = [line.strip() for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(verdict == "same", named(1, one), named(2, other)) for verdict, one, other in rows]


def named(id: int, line: str) -> Named:
    """Read one spelling."""
    title, year, directors, since, more = [*(part.strip() for part in line.split(";")), "", "", "", ""][:5]
    facts = dict(part.split("=") for part in more.split())
    kind = facts.pop("kind", "film")
    names = frozenset(folded(name) for name in directors.split(",") if name.strip())
    return Named(
        id, title, int(year) if year else None, kind, frozenset(facts.items()), names, float(since) if since else None
    )  # fmt: skip
