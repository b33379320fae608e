"""A passage: a text as the readers of notations look at it, character for character as long as the text itself."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from tui.grading.candidate import Place
from tui.grading.finding import longest_word, places, places_of_any
from tui.grading.labels import Label, find_labels

_MOST = 200_000
"""Characters; a longer text is read at its head and tail only."""
_HEAD, _TAIL = 60_000, 130_000
_FIRST, _LAST = 50, 250
_SAME_LENGTH = (
    ("\xa0", " "), ("\u2009", " "), ("\u200a", " "), ("\u202f", " "), ("\u3000", " "), ("\u2007", " "), ("\t", " "),
    ("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'),
    ("／", "/"), ("⁄", "/"), ("∕", "/"), ("：", ":"), ("％", "%"), ("＋", "+"), ("İ", "I"),
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_FIGURES = "0123456789"
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]['\")\]*_]*(?:\s|$)|\n")
_COMMENTS = re.compile(
    r"^[ *#_\[(]*(?:\d+ (?:thoughts?|comments?|responses?|repl(?:y|ies))(?: (?:on|to)\b| *$)|"
    r"leave a (?:reply|comment)\b|"
    r"(?:no |add a |post a )?comments?\b[ .!(\d)]*$|no hay comentarios|post navigation)",
    re.MULTILINE,
)
_FOOTER = re.compile(
    r"^[ *#_\[(]*(?:share this\b|like this:|related(?: posts| articles)?[ :]*$|you (?:may|might) also (?:like|enjoy)|"
    r"about the author|more reviews\b|filed under\b|tagged\b|posted (?:in|by)\b)",
    re.MULTILINE,
)


Found = TypeVar("Found")


def outer(found: Iterable[Found]) -> list[Found]:
    """Return what was found, of more than 300 the first 50 and the last 250: grades stand at the ends of a text."""
    every = list(found)
    return every if len(every) <= _FIRST + _LAST else [*every[:_FIRST], *every[-_LAST:]]


@dataclass(frozen=True)
class Passage:
    """One text (or title) to look for grades in.

    A text above 200,000 characters is a book, a dump or an attack: its first 60,000 and last 130,000 characters are
    read. Of graded reviews 82 % carry the grade in their first or last tenth, and one that long holds it there too.
    """

    text: str
    """As given."""
    place: Place = "text"

    @cached_property
    def kept(self) -> str:
        """The text, or what is read of a very long one."""
        text = self.text
        return text if len(text) <= _MOST else f"{text[:_HEAD]}\n\n{text[-_TAIL:]}"

    @cached_property
    def plain(self) -> str:
        """What is kept, with quotation marks, spaces and line breaks made plain, each still one character for one."""
        text = self.kept
        if "<br" in text or "<BR" in text:
            text = _BREAK.sub(lambda found: "\n" + " " * (len(found[0]) - 1), text)
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        if text.isascii():
            return text.replace("\t", " ")
        for odd, usual in _SAME_LENGTH:
            text = text.replace(odd, usual)
        return text

    @cached_property
    def low(self) -> str:
        """`plain` in lower case."""
        return self.plain.lower()

    @cached_property
    def words(self) -> str:
        """Every word of `low` once, in any order: what it does not hold no reader need look for in the whole text."""
        return " ".join(set(self.low.split()))

    @cached_property
    def ascii(self) -> bool:
        """True when it holds no star glyph, vulgar fraction or foreign letter."""
        return self.plain.isascii()

    @cached_property
    def signs(self) -> bool:
        """True when it holds characters other than Western Europe's letters, signs and dashes: stars, hearts, Greek."""
        if self.ascii:
            return False
        rest = self.plain
        for usual in "–—…":
            rest = rest.replace(usual, "")
        try:
            rest.encode("latin-1")  # says so a hundred times faster than a pattern
        except UnicodeEncodeError:
            return True
        return False

    @cached_property
    def lowercase(self) -> bool:
        """True for a text that knows no capitals, as tokenised collections and some critics write."""
        return self.plain == self.low

    @cached_property
    def end(self) -> int:
        """Where the critic's own text ends: before the comments, the blog's footer and white space."""
        low = self.low
        # A heading `Comments` right at the top, or `Posted by` in the upper half, belongs to the post itself.
        found = (self.opens(_COMMENTS, len(low) // 8), self.opens(_FOOTER, len(low) // 2)) if len(low) > 60 else ()
        return len(low[: min((start for start in found if start is not None), default=len(low))].rstrip())

    @cached_property
    def digits(self) -> tuple[int, ...]:
        """Where figures of a number stand, each."""
        if self.signs:  # other scripts have figures of their own
            return tuple(found.start() for found in _DIGIT.finditer(self.low))
        return tuple(places_of_any(self.low, _FIGURES))

    def opens(self, pattern: re.Pattern[str], position: int = 0) -> int | None:
        """Return where the first line starts, from `position` on, that opens with `pattern`, which begins with `^`."""
        match, low = pattern.match, self.low
        return next((start for start in self.lines[bisect_left(self.lines, position) :] if match(low, start)), None)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Every label word, in reading order."""
        return find_labels(self.low, self.words)

    @cached_property
    def lines(self) -> list[int]:
        """Where lines start."""
        return [0, *(place + 1 for place in places(self.plain, "\n"))]

    def line(self, position: int) -> tuple[int, int]:
        """Return where the line that holds `position` starts and ends."""
        index = bisect_right(self.lines, position)
        start = self.lines[index - 1]
        end = self.lines[index] - 1 if index < len(self.lines) else len(self.plain)
        return start, end

    def before(self, position: int, most: int = 160) -> str:
        """Return the lower-case text of the same line before `position`, at most `most` characters."""
        return self.low[max(self.line(position)[0], position - most) : position]

    def after(self, position: int, most: int = 100) -> str:
        """Return the lower-case text of the same line from `position` on, at most `most` characters."""
        return self.low[position : min(self.line(position)[1], position + most)]

    def clause(self, position: int, most: int = 200) -> str:
        """Return the lower-case text of the same sentence before `position`."""
        before = self.before(position, most)
        last = 0
        for found in _SENTENCE_END.finditer(before):
            last = found.end()
        return before[last:]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of `plain` stands in the text as given."""
        if len(self.text) <= _MOST or start < _HEAD:
            return start, end
        shift = len(self.text) - len(self.plain)
        return start + shift, end + shift

    def finds(self, words: str) -> Iterable[int]:
        """Return where `words` start in the lower-case text."""
        return places(self.low, words) if longest_word(words) in self.words else ()
