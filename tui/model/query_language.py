"""The query language: one line of words, the same in the app's filter, `list` and `grades`.

    fog  "last lamp"  light*      words and phrases of the text; `*` lets a word go on
    grade>=B-  grade<60           the common scale, 0 to 100; also `7/10`, `70%`, a letter
    grade:70..90  grade:B-..A     from and to, both inside; either end may be left out
    grade:B-                      this bar of the histogram; also `grade:none`, `grade:any`, `grade:unscored`
    critic:ada  work:"the fog"    part of the name; also `director:`; `critic:#3` and `work:#7` are those of that number
    also:ada                      of works that this critic gave a score too; also `also:#3`
    written:"7/10 or B-"          the grade exactly as the critic wrote it
    tag:weekly                    the whole tag, the reader's for a critic or the post's own
    year:2023  year>=2020         the work's; also `year:2020..2023`
    after:2026-01-01  before:2026 when it was published: that day on, until that day
    newer:2w  older:3d            hours, days, weeks, months, years back from now
    unread  read  starred         marks
    comments>5  verdict:up  id:7

Everything must hold; `OR` between two asks for either, parentheses group, `-` before anything turns it round.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from tui.model import query_terms
from tui.model.errors import BadQuery
from tui.model.query import All, Condition, Either, Marked, Not, Query, Words

MOST_CHARACTERS = 4_000
MOST_CONDITIONS = 100
DEEPEST = 30
"""Parentheses in parentheses."""

_OPERATOR = r":|>=|<=|!=|≥|≤|>|<|="
_TERM = re.compile(rf"([A-Za-z]+)({_OPERATOR})")
_SPACED = re.compile(rf"({'|'.join(query_terms.KEYS)})\s*(>=|<=|!=|≥|≤|>|<|=)\s*", re.IGNORECASE)
_WORD = re.compile(r'[^\s()"“”„]+')
_QUOTED = {'"': re.compile(r'"((?:[^"]|"")*)"'), "“": re.compile("“([^”“]*)”"), "„": re.compile("„([^“”]*)[“”]")}
_JOINERS = {"OR", "AND", "NOT"}
_MARKS = {"unread": Marked("read", False), "read": Marked("read"), "starred": Marked("starred")}


class _Token(NamedTuple):
    kind: str
    """`(`, `)`, `-`, `OR`, `AND`, `word`, `phrase` or `term`."""
    at: int
    text: str
    key: str = ""
    operator: str = ""
    value_at: int = 0
    quoted: bool = False


def parse(text: str, *, now: datetime) -> Query:
    """Read a query; `now` is what `newer:` and `older:` count from, and its time zone says when a day begins.

    Raises `BadQuery`, which knows the character, for anything that means nothing. An empty text means every review.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadQuery(f"A query has at most {MOST_CHARACTERS:,} characters", text, MOST_CHARACTERS)
    tokens = list(_tokens(text))
    return Query(_Parser(text, tokens, now).whole() if tokens else All(), text.strip())


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token, at = _token(text, at)
        yield token


def _token(text: str, at: int) -> tuple[_Token, int]:
    """Read the token that begins at `at`; return it and where it ends."""
    if text[at] in "()":
        return _Token(text[at], at, text[at]), at + 1
    if text[at] in "-−" and _follows(text, at):
        return _Token("-", at, "-"), at + 1
    if text[at] in '"“”„':
        words, end = _quotation(text, at)
        return _Token("phrase", at, words), end
    if (term := _TERM.match(text, at)) or (term := _SPACED.match(text, at)):
        return _term(text, at, term)
    found = _WORD.match(text, at)
    word = found.group() if found else text[at]
    kind = {"NOT": "-"}.get(word, word) if word in _JOINERS else "word"
    return _Token(kind, at, word), at + len(word)


def _follows(text: str, at: int) -> bool:
    """Whether something stands right behind the minus at `at`, for it to turn round."""
    return at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] != ")"


def _quotation(text: str, at: int) -> tuple[str, int]:
    pattern = _QUOTED.get(text[at])
    found = pattern.match(text, at) if pattern else None
    if found is None:
        raise BadQuery("This quotation mark has no partner", text, at)
    return found.group(1).replace('""', '"'), found.end()


def _term(text: str, at: int, term: re.Match[str]) -> tuple[_Token, int]:
    key, operator = term.group(1).lower(), term.group(2)
    start = term.end()
    if key not in query_terms.KEYS:
        bare = start == len(text) or text[start].isspace() or text[start] == ")"
        if operator == ":" and bare:
            return _Token("word", at, text[at : start - 1]), start
        raise BadQuery(_no_such_key(term.group(1)), text, at)
    if start < len(text) and text[start] in '"“„':
        value, end = _quotation(text, start)
        return _Token("term", at, value, key, operator, start, quoted=True), end
    found = _WORD.match(text, start)
    value = found.group() if found else ""
    return _Token("term", at, value, key, operator, start), start + len(value)


def _no_such_key(key: str) -> str:
    near = difflib.get_close_matches(key.lower(), [*query_terms.KEYS, *_MARKS], 1, 0.6)
    hint = f"did you mean “{near[0]}”?" if near else "put the words in quotes to search for them"
    return f"There is no key “{key}”; {hint}"


class _Parser:
    """Reads tokens by descent: either of some groups, all of some parts, each perhaps turned round."""

    def __init__(self, text: str, tokens: list[_Token], now: datetime) -> None:
        self.text = text
        self.tokens = tokens
        self.now = now
        self.next = 0
        self.depth = 0
        self.conditions = 0

    def whole(self) -> Condition:
        condition = self.either()
        if token := self.peek():
            raise self.wrong("There is no “(” for this “)”", token.at)
        return condition

    def either(self) -> Condition:
        groups = [self.all()]
        while self.take("OR"):
            groups.append(self.all())
        return groups[0] if len(groups) == 1 else Either(tuple(groups))

    def all(self) -> Condition:
        parts = [self.part()]
        while (token := self.peek()) and token.kind not in ("OR", ")"):
            self.take("AND")
            parts.append(self.part())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def part(self) -> Condition:
        turned = False
        while self.take("-"):
            turned = not turned
        condition = self.one()
        return Not(condition) if turned else condition

    def one(self) -> Condition:
        token = self.peek()
        if token is None:
            raise self.wrong("Expected a word or a condition here, not the end", len(self.text))
        self.next += 1
        if token.kind == "(":
            return self.group(token)
        self.conditions += 1
        if self.conditions > MOST_CONDITIONS:
            raise self.wrong(f"A query has at most {MOST_CONDITIONS} conditions", token.at)
        if token.kind == "term":
            value = query_terms.Value(token.text, token.value_at, self.text, token.quoted)
            return query_terms.read(token.key, token.operator, value, self.now)
        if token.kind == "word" and (marked := _MARKS.get(token.text.lower())):
            return marked
        if token.kind in ("word", "phrase"):
            return self.words(token)
        raise self.wrong(f"Expected a word or a condition before “{token.text}”", token.at)

    def group(self, opening: _Token) -> Condition:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.wrong(f"Parentheses go at most {DEEPEST} deep", opening.at)
        if (token := self.peek()) and token.kind == ")":
            raise self.wrong("There is nothing between these parentheses", opening.at)
        condition = self.either()
        if not self.take(")"):
            raise self.wrong("This “(” is never closed", opening.at)
        self.depth -= 1
        return condition

    def words(self, token: _Token) -> Condition:
        if token.kind == "word" and token.text[0] in "<>=≥≤:!":
            raise self.wrong(f"Expected a key before “{token.text[0]}”, like grade or year", token.at)
        text = " ".join(token.text.split())
        if not any(unicodedata.category(character)[0] in "LN" for character in text):
            raise self.wrong(f"There are no letters in “{token.text}” to search for", token.at)
        beginning = token.kind == "word" and text.endswith("*")
        return Words(text.rstrip("*") if beginning else text, beginning)

    def peek(self) -> _Token | None:
        return self.tokens[self.next] if self.next < len(self.tokens) else None

    def take(self, kind: str) -> bool:
        token = self.peek()
        if token is None or token.kind != kind:
            return False
        self.next += 1
        return True

    def wrong(self, what: str, at: int) -> BadQuery:
        return BadQuery(what, self.text, at)
