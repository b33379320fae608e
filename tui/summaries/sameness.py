"""Whether two spellings mean the same work: by outside ids, then by title with year, director and kind not against it.

What critics write of one work differs in article, accents, punctuation, `&`, numerals, a subtitle, a typing slip, and
by a year (festival or release). What is written alike may be two works: a remake, a sequel, two films of one name. So
a likeness of titles alone joins nothing; whatever both say and differ in parts them, and the less both say, the more
alike the titles must be. The bounds were measured on labelled pairs: `python -m tests.benchmarks.works` prints
precision and recall at each. A wrong join is worse than a missed one, which the reader mends in a moment; where the
two pull apart, precision was chosen.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from tui.model.record import record
from tui.summaries.titles import Title, title_of

ALIKE = 97.0
"""Likeness of titles (0-100) from which two works whose years fit are the same."""
ALIKE_BY_ONE = 84.0
"""The same where both name the same director."""
SAME_NAME = 85.0
"""Likeness from which two directors are one."""
NEAR_YEARS = 1
"""How far apart two years of one work may be."""
AFTER_RELEASE = 2
"""Years after a work's own in which a review that gives no year is taken to be of it, and not of a later one."""


@record(frozen=True, slots=True)
class Named:
    """A work as some posts spell it, with what they say of it."""

    id: int
    title: str
    year: int | None = None
    kind: str = "film"
    ids: frozenset[tuple[str, str]] = frozenset()
    """Outside identities, as (register, id)."""
    directors: frozenset[str] = frozenset()
    """Folded names."""
    since: float | None = None
    """The year, with its fraction, in which the first review was published; None without reviews."""
    parsed: Title = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parsed", title_of(self.title))


def likeness(one: Named, other: Named) -> float:
    """Return how much two works seem the same (0-100, above 100 for ids); 0 for works that are not the same."""
    if one.ids & other.ids:
        return 200.0
    alike = max((_alike(a, b) for a in one.parsed.forms for b in other.parsed.forms), default=0.0)
    subtitled = _subtitled(one.parsed, other.parsed)
    if (alike < ALIKE_BY_ONE and not subtitled) or apart(one, other):
        return 0.0
    directed = bool(one.directors and other.directors)
    if alike >= (ALIKE_BY_ONE if directed else ALIKE) and (directed or _years_fit(one, other)):
        return alike + 50 * directed
    # A subtitle left out: the same year, since a series has one name and a film a year.
    if one.year is not None and one.year == other.year and subtitled:
        return ALIKE + 50 * directed
    return 0.0


def apart(one: Named, other: Named) -> bool:
    """Return whether what is said of both cannot be said of one work, whatever it is called."""
    if one.ids & other.ids:
        return False
    if one.year is not None and other.year is not None and abs(one.year - other.year) > NEAR_YEARS:
        return True
    if "unknown" not in (one.kind, other.kind) and one.kind != other.kind:
        return True
    if _registers(one) & _registers(other):
        return True
    return bool(one.directors and other.directors) and not _share_a_director(one, other)


def _registers(one: Named) -> set[str]:
    return {register for register, _ in one.ids}


def _share_a_director(one: Named, other: Named) -> bool:
    if one.directors & other.directors:
        return True
    from rapidfuzz import fuzz

    return any(fuzz.token_sort_ratio(a, b) >= SAME_NAME for a in one.directors for b in other.directors)


def _years_fit(one: Named, other: Named) -> bool:
    """Return whether works of one title, no director known, are of one time; years that are given are near."""
    if one.year is not None and other.year is not None:
        return True
    if one.year is None and other.year is None:
        return one.since is None or other.since is None or abs(one.since - other.since) <= AFTER_RELEASE
    dated, undated = (one, other) if other.year is None else (other, one)
    year, since = dated.year or 0, undated.since
    return since is None or year - NEAR_YEARS <= since < year + NEAR_YEARS + AFTER_RELEASE


def _alike(one: str, other: str) -> float:
    """Return how alike two titles are; 0 where they are not, or their numbers differ."""
    if one == other:
        return 100.0
    from rapidfuzz import fuzz

    joined = fuzz.ratio(one.replace(" ", ""), other.replace(" ", ""), score_cutoff=ALIKE_BY_ONE)
    parted = fuzz.ratio(one, other, score_cutoff=ALIKE_BY_ONE)
    likest = max(joined, parted)
    return likest if likest and numbers(one) == numbers(other) and not _one_and_many(one, other) else 0.0


def _one_and_many(one: str, other: str) -> bool:
    """Return whether two titles differ by a plural alone: a slip of the finger is rarely just that."""
    words, others = one.split(), other.split()
    pairs = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return len(words) == len(others) and all(f"{a}s" == b or f"{b}s" == a for a, b in pairs)


def numbers(title: str) -> list[str]:
    """Return the numbers in a title, which tell a sequel from what it follows."""
    return re.findall(r"\d+", title)


def _subtitled(one: Title, other: Title) -> bool:
    return bool(one.main and one.main in other.forms) or bool(other.main and other.main in one.forms)


class Catalogue:
    """Works, found again by what they could be the same as: no work is held against all the others."""

    def __init__(self, works: Iterable[Named]) -> None:
        self.works: dict[int, Named] = {}
        self._blocks: dict[str, dict[int | None, list[int]]] = {}
        for each in works:
            self.works[each.id] = each
            for block in _blocks(each):
                self._blocks.setdefault(block, {}).setdefault(each.year, []).append(each.id)

    def like(self, work: Named) -> list[tuple[float, Named]]:
        """Return the works that seem the same as this one, the likest first."""
        found = [(likeness(work, other), other) for other in self._near(work) if other.id != work.id]
        return sorted((each for each in found if each[0]), key=lambda each: (-each[0], each[1].id))

    def ambiguous(self, id: int) -> bool:
        """Return whether the works most like this one cannot all be one work: a title without a year, and a remake."""
        like = self.like(self.works[id])
        best = [other for score, other in like if score == like[0][0]] if len(like) > 1 else []
        return any(apart(one, other) for at, one in enumerate(best) for other in best[at + 1 :])

    def _near(self, work: Named) -> list[Named]:
        """Return the works of near years that share an id, the rarest words, or how the title begins or ends."""
        blocks = _blocks(work)
        words = [block for block in blocks if block[0] == "w"]
        words.sort(key=lambda block: sum(map(len, self._blocks.get(block, {}).values())))
        chosen = [block for block in blocks if block[0] != "w"] + words[:2]
        ids = {id for block in chosen for id in self._of_near_years(block, work)}
        return [self.works[id] for id in sorted(ids)]

    def _of_near_years(self, block: str, work: Named) -> Iterator[int]:
        by_year = self._blocks.get(block, {})
        anywhen = work.year is None or block[0] == "i"
        years = by_year if anywhen else (None, *range((work.year or 0) - NEAR_YEARS, (work.year or 0) + NEAR_YEARS + 1))
        for year in years:
            yield from by_year.get(year, ())


def _blocks(work: Named) -> list[str]:
    found: dict[str, None] = {f"i{register} {identity}": None for register, identity in sorted(work.ids)}
    for form in work.parsed.forms:
        together = form.replace(" ", "")
        found |= dict.fromkeys([f"b{together[:6]}", f"e{together[-6:]}", *(f"w{word}" for word in form.split())])
    if work.parsed.main:
        found[f"b{work.parsed.main.replace(' ', '')[:6]}"] = None
    return list(found)
