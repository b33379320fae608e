"""The labelled reviews of `tests/samples/grades.jsonl`: invented critics and films, the traps of real ones."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tui.grading.reading import Reading, read_grade

_FILE = Path(__file__).parents[1] / "samples" / "grades.jsonl"


@dataclass(frozen=True)
class Labelled:
    """One review and the grade a person reads in it."""

    id: int
    text: str
    title: str
    grade: dict[str, Any] | None
    """`value`, `best`, `letter`, `verdict`, each only when written; None for a review without a grade."""
    others: int | None
    """How many further grades; None when that is not the point."""

    def read(self) -> Reading:
        """Read it as it would be read in the library."""
        return read_grade(self.text, title=self.title)

    def outcome(self) -> str:
        """Return `right`, `none` (rightly), `missed`, `wrong` or `made up`."""
        reading = self.read()
        grade = reading.grade
        if self.grade is None:
            return "made up" if grade else "none"
        if grade is None:
            return "missed"
        read = {"value": grade.value, "best": grade.best, "verdict": grade.verdict}
        right = all(read[part] == self.grade.get(part) for part in read)
        letter = self.grade.get("letter")
        more = self.others is None or len(reading.others) == self.others
        return "right" if right and more and letter in (None, grade.letter) else "wrong"


@cache
def labelled() -> tuple[Labelled, ...]:
    """Return all of them."""
    rows = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
    return tuple(
        Labelled(row["id"], row["text"], row.get("title", ""), row["grade"], row.get("others")) for row in rows
    )
