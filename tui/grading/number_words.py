"""Numbers as critics write them: `7.5`, `8,5`, `1½`, `3 1/2`, `6 . 5`, `seven`, `three-point-five`, `half a`."""

import re

_VULGAR = {
    "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
    "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
}  # fmt: skip
_ONES = {
    word: number
    for number, words in enumerate((
        "zero no nil", "one a un uno una eine", "two deux dos due zwei", "three trois tres tre drei",
        "four quatre cuatro quattro vier", "five cinq cinco cinque fünf", "six sei sechs",
        "seven sept siete sette sieben", "eight huit ocho otto acht", "nine neuf nueve nove neun",
        "ten dix diez dieci zehn", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty",
    ))
    for word in words.split()
}  # fmt: skip
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "three quarters": 0.75, "three-quarters": 0.75}

WHOLE = "zero|one|two|three|four|five|six|seven|eight|nine|ten"
"""Whole numbers a scale is usually counted in, as words of a pattern."""
WORDS = (
    rf"(?:(?:{WHOLE})(?:[ -]and[ -](?:an?[ -])?(?:half|quarter|third|three[ -]quarters)|[ -]point[ -](?:{WHOLE})|"
    r"[ -]1/2|[ -]?½)?"
    r"|(?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|"
    r"nine))?"
    r"|an?[ -]half|half(?:[ -](?:of[ -])?(?:an?|one))?|zip|zilch|nil|(?:a|one)[ -]hundred)"
)
"""A number in words, in a lower-case text."""
FIGURES = (
    r"(?:\d{1,3}(?: ?[½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘]|[ -]1/2|[ -][13]/4| and (?:an? |one )?half|(?:[.,]\d{1,2}|"
    r" \. \d{1,2})(?![.,]?\d))?"
    r"|[½¼¾⅓⅔]|(?<![\d.])\.\d{1,2}|1/2)"
)
"""A number in figures; ` . ` with a space on either side is how tokenised texts write a decimal point."""
NUMBER = rf"(?:{FIGURES}|{WORDS})"
"""Either."""

_DECIMAL = re.compile(r"(\d{0,3})\s?[.,]\s?(\d{1,2})")
_MIXED = re.compile(r"(\d{1,3})?[ -]?(?:(\d)/(\d)|([½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘]))")


def number(words: str) -> float | None:
    """Return what a stretch that matches `NUMBER` is worth; None when it is no number after all."""
    words = words.strip().lower()
    if words.isdecimal():
        return float(words)
    if match := _DECIMAL.fullmatch(words):
        return float(f"{match[1] or 0}.{match[2]}")
    if words.endswith("half") and words[0].isdecimal():
        return int(words.split()[0]) + 0.5
    if match := _MIXED.fullmatch(words):
        part = _VULGAR[match[4]] if match[4] else int(match[2]) / (int(match[3]) or 1)
        return round(int(match[1] or 0) + part, 3)
    return _spoken(words.replace("-", " "))


def _spoken(words: str) -> float | None:
    """Return a number written out."""
    if words in ("zip", "zilch"):
        return 0.0
    if words.startswith("half") or words in ("a half", "an half"):
        return 0.5
    whole, _, rest = words.partition(" ")
    if whole not in _ONES:
        return _tens(whole, rest)
    if words.endswith("hundred"):
        return 100.0
    return _with_part(_ONES[whole], rest)


def _tens(whole: str, rest: str) -> float | None:
    """Return `seventy` or `eighty five`."""
    if whole not in _TENS:
        return None
    return float(_TENS[whole] + _ONES.get(rest, 0))


def _with_part(whole: int, rest: str) -> float | None:
    """Return `three` with what follows it: `point five`, `and a half`, `1/2`, `½`."""
    if not rest:
        return float(whole)
    if rest.startswith("point "):
        return round(whole + _ONES.get(rest[6:], 0) / 10, 1)
    if rest in ("1/2", "½"):
        return whole + 0.5
    part = rest.removeprefix("and ").removeprefix("an ").removeprefix("a ")
    if part in _PARTS:
        return round(whole + _PARTS[part], 3)
    return float(whole + _ONES[rest]) if whole == 20 and rest in _ONES else None
