"""The terms of the query language: what may stand behind `grade>=`, `year:`, `newer:` and the other keys."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

from tui.model.errors import BadQuery
from tui.model.query import (
    AlsoBy,
    Between,
    ByCritic,
    Condition,
    Graded,
    Letter,
    Named,
    Not,
    OfWork,
    Published,
    Verdict,
    Written,
)
from tui.model.scale import LETTERS, score


class Value(NamedTuple):
    """What stands behind a key."""

    text: str
    at: int
    """Where it begins in `query`, 0-based."""
    query: str
    quoted: bool = False

    def wrong(self, what: str) -> BadQuery:
        """Return the complaint that points here."""
        return BadQuery(what, self.query, min(self.at, len(self.query)))

    def part(self, start: int, end: int) -> "Value":
        """Return a stretch of it."""
        return Value(self.text[start:end], self.at + start, self.query)


Measure = Literal["score", "year", "comments", "id"]
_SAME = {"≥": ">=", "≤": "<=", "=": ":"}
_DASHES = str.maketrans({"–": "-", "−": "-", "‐": "-", "‑": "-", ",": "."})
_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
_LETTER = re.compile(r"[A-Za-z][+-]?")
_FRACTION = re.compile(rf"({_NUMBER})/({_NUMBER})")
_PERCENT = re.compile(rf"({_NUMBER})%?")
_AGE = re.compile(r"([0-9]{1,6})([a-z]*)")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_HOURS = {"h": 1, "d": 24, "w": 24 * 7, "m": 24 * 30, "mo": 24 * 30, "y": 24 * 365}
_NUMBERED: dict[str, Callable[[int], Condition]] = {"critic": ByCritic, "work": OfWork}
"""What a number behind `#` may stand for."""
_STANDINGS: dict[str, Condition] = {how: Graded(how) for how in ("any", "none", "unscored")}
_VERDICTS: dict[str, Condition] = {way: Verdict(way) for way in ("up", "down")}


def read(key: str, operator: str, value: Value, now: datetime) -> Condition:
    """Return what `key operator value` asks for; raise `BadQuery` where it cannot be read."""
    operator = _SAME.get(operator, operator)
    if not value.text.strip():
        raise value.wrong(f"Expected {_EXPECTED[key]} after “{key}{operator}”")
    if operator == "!=":
        return Not(KEYS[key](":", value, now))
    return KEYS[key](operator, value, now)


def _grade(operator: str, value: Value, now: datetime) -> Condition:
    name = value.text.lower()
    if operator == ":" and name in _STANDINGS:
        return _STANDINGS[name]
    if operator == ":" and (letter := _letter(value.text)):
        return Letter(letter)
    return _between("score", operator, value, _score)


def _letter(text: str) -> str | None:
    letter = text.translate(_DASHES).upper()
    return letter if letter in LETTERS else None


def _score(value: Value) -> float:
    text = value.text.translate(_DASHES)
    if letter := _letter(text):
        return LETTERS[letter]
    if _LETTER.fullmatch(text):
        raise value.wrong(f"There is no grade “{value.text}”; letters go {', '.join(LETTERS)}")
    if found := _FRACTION.fullmatch(text):
        reached, best = float(found[1]), float(found[2])
        if best <= 0 or reached > best:
            raise value.wrong(f"“{value.text}” is no fraction of a best grade")
        return score(reached, best)
    if found := _PERCENT.fullmatch(text):
        if float(found[1]) > 100:
            raise value.wrong("Grades run from 0 to 100 here; write 7/10 for another scale")
        return float(found[1])
    raise value.wrong(f"Expected {_EXPECTED['grade']}, not “{value.text}”")


def _between(measure: Measure, operator: str, value: Value, number: Callable[[Value], float]) -> Condition:
    if operator == ":" and ".." in value.text:
        return _range(measure, value, number)
    bound = number(value)
    match operator:
        case ">" | ">=":
            return Between(measure, low=bound, above=operator == ">")
        case "<" | "<=":
            return Between(measure, high=bound, below=operator == "<")
        case _:
            return Between(measure, bound, bound)


def _range(measure: Measure, value: Value, number: Callable[[Value], float]) -> Condition:
    dots = value.text.index("..")
    first, last = value.part(0, dots), value.part(dots + 2, len(value.text))
    if not first.text and not last.text:
        raise value.wrong("Expected a value before or after “..”")
    low = number(first) if first.text else None
    high = number(last) if last.text else None
    if low is not None and high is not None and low > high:
        raise value.wrong(f"“{first.text}” is more than “{last.text}”: turn them round")
    return Between(measure, low, high)


def _whole(most_digits: int, what: str) -> Callable[[Value], float]:
    def number(value: Value) -> float:
        if not (value.text.isascii() and value.text.isdigit() and len(value.text) <= most_digits):
            raise value.wrong(f"Expected {what}, not “{value.text}”")
        return int(value.text)

    return number


def _number_of(measure: Measure, most_digits: int, what: str) -> Callable[[str, Value, datetime], Condition]:
    number = _whole(most_digits, what)
    return lambda operator, value, now: _between(measure, operator, value, number)


def _name_of(of: Literal["critic", "work", "director", "tag"]) -> Callable[[str, Value, datetime], Condition]:
    def named(operator: str, value: Value, now: datetime) -> Condition:
        _colon(of, operator, value)
        number = value.text.removeprefix("#")
        if of in _NUMBERED and not value.quoted and number != value.text and _is_number(number):
            return _NUMBERED[of](int(number))
        return Named(of, " ".join(value.text.split()))

    return named


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 15


def _verdict(operator: str, value: Value, now: datetime) -> Condition:
    _colon("verdict", operator, value)
    if found := _VERDICTS.get(value.text.lower()):
        return found
    raise value.wrong(f"Expected {_EXPECTED['verdict']}, not “{value.text}”")


def _also(operator: str, value: Value, now: datetime) -> Condition:
    who = _name_of("critic")(operator, value, now)
    return AlsoBy(who if isinstance(who, ByCritic) else Named("critic", value.text))


def _written(operator: str, value: Value, now: datetime) -> Condition:
    _colon("written", operator, value)
    return Written(value.text)


def _after(operator: str, value: Value, now: datetime) -> Condition:
    _colon("after", operator, value)
    return Published(since=_day(value, now))


def _before(operator: str, value: Value, now: datetime) -> Condition:
    _colon("before", operator, value)
    return Published(until=_day(value, now))


def _newer(operator: str, value: Value, now: datetime) -> Condition:
    _colon("newer", operator, value)
    return Published(since=_ago(value, now))


def _older(operator: str, value: Value, now: datetime) -> Condition:
    _colon("older", operator, value)
    return Published(until=_ago(value, now))


def _day(value: Value, now: datetime) -> datetime:
    """Return when the day (or the first day of the month or the year) begins, where `now` is told."""
    zone, text = now.tzinfo or UTC, value.text.lower().translate(_DASHES)
    try:
        if text in ("today", "yesterday"):
            midnight = now.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=zone)
            return (midnight - timedelta(days=text == "yesterday")).astimezone(UTC)
        if found := _DATE.fullmatch(text):
            year, month, day = (int(part or 1) for part in found.groups())
            return datetime(year, month, day, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise value.wrong(f"There is no day “{value.text}”") from error
    raise value.wrong(f"Expected {_EXPECTED['after']}, not “{value.text}”")


def _ago(value: Value, now: datetime) -> datetime:
    found = _AGE.fullmatch(value.text.lower())
    if found is None or found[2] not in _HOURS:
        raise value.wrong(f"Expected {_EXPECTED['newer']}, not “{value.text}”")
    moment = now if now.tzinfo else now.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC) - timedelta(hours=int(found[1]) * _HOURS[found[2]])
    except OverflowError as error:
        raise value.wrong(f"“{value.text}” is before all time") from error


def _colon(key: str, operator: str, value: Value) -> None:
    if operator != ":":
        raise value.part(0, 0)._replace(at=value.at - len(operator)).wrong(f"“{key}” takes a colon: {key}:{value.text}")


KEYS: dict[str, Callable[[str, Value, datetime], Condition]] = {
    "grade": _grade,
    "critic": _name_of("critic"),
    "also": _also,
    "tag": _name_of("tag"),
    "work": _name_of("work"),
    "director": _name_of("director"),
    "year": _number_of("year", 4, "a year, like 2023"),
    "after": _after,
    "before": _before,
    "newer": _newer,
    "older": _older,
    "comments": _number_of("comments", 9, "a whole number"),
    "verdict": _verdict,
    "written": _written,
    "id": _number_of("id", 15, "a review's number"),
}
"""What reads each key's operator and value."""
_EXPECTED = {
    "grade": "a grade, like B-, 7/10, 70% or 70",
    "critic": "a critic's name",
    "also": "a critic's name",
    "tag": "a tag",
    "work": "a title",
    "director": "a name",
    "year": "a year, like 2023",
    "after": "a day, like 2026-01-31, 2026-01, 2026 or today",
    "before": "a day, like 2026-01-31, 2026-01, 2026 or today",
    "newer": "a time back, like 12h, 3d, 2w, 6m or 1y",
    "older": "a time back, like 12h, 3d, 2w, 6m or 1y",
    "comments": "a whole number",
    "verdict": "up or down",
    "written": "a grade as the critic writes it",
    "id": "a review's number",
}
