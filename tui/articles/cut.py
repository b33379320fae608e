"""A headline while it is being taken apart."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Cut:
    """What is left of a headline, and what the words cut off told."""

    text: str
    """What is still there; in the end the title."""
    year: int | None = None
    kind: str = ""
    review: bool = False
    """True when it called itself a review."""
    bounded: bool = False
    """True when a year or the word review stood right behind the title: then its end is known."""
    quoted: bool = False
    """True when the title stood in quotation marks."""
    tail: str = ""
    """The first thing cut off behind the title."""
    said: list[str] = field(default_factory=list)
    """Words cut off around `Review`: they tell the kind."""

    def keep(self, title: str, tail: str = "") -> None:
        """Keep only `title`, `tail` having stood behind it."""
        self.text = title.strip(" ,:|–—")
        self.tail = self.tail or tail.strip(" :–—-,;)")
