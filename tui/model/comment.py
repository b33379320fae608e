"""A comment, and the thread it stands in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment, in its place."""

    id: str
    """The site's own number for it."""
    author: str
    text: str
    """Clean prose; paragraphs parted by blank lines."""
    parent: str | None = None
    """The id of the comment it answers; None at the top."""
    depth: int = 1
    """1 at the top."""
    published: datetime | None = None
    """UTC."""
    by_critic: bool = False
    url: str = ""
