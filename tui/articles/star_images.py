"""Stars that are drawn, not written: by alt text, file name, label, width of a bar, or pairs of on and off.

Five images named `1 Star` to `5 Stars` are buttons to vote with; a row of stars that are all on has no stated scale.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from tui.articles.figures import Figure, candidate, read_figure
from tui.articles.markup import select
from tui.articles.surroundings import stands_elsewhere
from tui.grading.candidate import Candidate
from tui.model.grade import Notation
from tui.model.text import field

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SELECTOR = (
    "img, svg[aria-label], [role=img], [data-rating], [data-score], [data-stars], [aria-label*='star' i], "
    "[aria-label*='out of' i], [title*='stars' i], [title*='out of' i], [class*='star' i], [class*='rated-'], "
    "meter[value]"
)
_MOST = 4_000
_GAUGES = ("data-rating", "data-score", "data-stars", "data-rate")
_TOPS = ("data-max", "data-total", "data-best", "data-max-rating", "data-outof", "data-number", "data-scale")
_FILE = re.compile(
    r"(?:^|[-_/])(?:(?:rating|stars?|score)[-_]?)?(?P<value>[0-5](?:[-_.]?5)?)(?:[-_]?(?P<half>half|"
    r"(?:and[-_]?)?a?[-_]?half))?[-_]?"
    r"(?:(?:out[-_]?)?of[-_]?(?P<best>4|5|10)[-_]?)?(?:stars?|sterne?|etoiles?|estrellas?|stelle)(?:[-_.](?:rating|sm|small|large|gold|\d+x\d+))*\.(?:png|"
    r"gif|jpe?g|svg|webp)"
    r"|(?:^|[-_/])(?:star[-_]?rating|rating[-_]?stars?|"
    r"stars?)[-_]?(?P<value2>[0-5](?:[-_.]?5)?)(?:[-_]?of[-_]?(?P<best2>4|5|10))?"
    r"(?:[-_.]\d+x\d+)?\.(?:png|gif|jpe?g|svg|webp)"
    r"|(?:^|[-_/])(?P<word>one|two|three|four|five|"
    r"half)(?P<wordhalf>[-_]?and[-_]?a?[-_]?half)?[-_]?stars?[^/]*\.(?:png|gif|jpe?g|svg|webp)",
    re.IGNORECASE,
)
_WORDS = {"half": 0.5, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
_OFF = re.compile(
    r"\boff\b|[-_]off\b|empty|blank|outline|hollow|border|inactive|gr[ae]y|white|star[-_]?o\b|no[-_]?star|unfilled|"
    r"\bfar\b|disabled|"
    r"star-(?:0|none)\b|☆",
    re.IGNORECASE,
)
_SWITCH = re.compile(r"(?:^|[-_/])(on|off|half)\.(?:png|gif|jpe?g|svg|webp)$", re.IGNORECASE)
_HALF = re.compile(r"half|½|star[-_]?50\b", re.IGNORECASE)
_STAR = re.compile(r"star|★|☆|⭐", re.IGNORECASE)
_NOT_STAR = re.compile(
    r"start|starr|wars|stare|stardust|starring|startrek|superstar|starbucks|rockstar|starship", re.IGNORECASE
)
_BUTTON = re.compile(r"^\W*[1-5] (?:stars?|sterne?|étoiles?)\W*$", re.IGNORECASE)
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(\d{1,3}(?:\.\d+)?)%")
_VARIABLE = re.compile(r"--(?:rating|score|stars|value)\s*:\s*([0-4](?:\.\d)?|5(?:\.0)?)\s*(?:;|$)")
_OUT_OF = re.compile(r"\s*[(\[]?\s*(?:out of|of|/)\s*(\d{1,2})\b")
_READERS_WORDS = re.compile(r"\b(?:readers?|users?|visitors?|community|audience|votes?)\b", re.IGNORECASE)
_RATED = re.compile(r"(?:^|\s)rated(?:-large)?-(10|[1-9])(?=\s|$)")
_GAUGE_CLASS = re.compile(r"star|rating|score", re.IGNORECASE)
_VOTING = re.compile(r"vote|user|click|input|interactive|rate-?it\b|rateyo|submit|your-rating", re.IGNORECASE)


def read_star_images(roots: "Sequence[LexborNode]") -> tuple[Candidate, ...]:
    """Return the grade of the first drawn stars, if there are any that stand for one."""
    for root in roots:
        nodes = select(root, _SELECTOR)[:_MOST]
        for _, group in groupby(nodes, key=_place):
            row = list(group)
            found = _grade(row)
            if found and not stands_elsewhere(row[0]):
                return (found,)
    return ()


def _place(node: "LexborNode") -> int:
    """Return a number that stars of one row share: their parent's."""
    return node.parent.mem_id if node.parent is not None else 0


def _grade(row: "list[LexborNode]") -> Candidate | None:
    """Return the grade a row of siblings shows; None when it shows none."""
    if len(row) > 1 and _are_buttons(row):
        return None
    if len(row) > 1 and (figure := _pairs(row)):
        figure = figure if figure.best else replace(figure, best=_best_behind(row[-1], figure.value or 0))
        return candidate(figure, "star images", 0.8 if figure.best else 0.55)
    for node in row:
        attributes = node.attributes
        if _VOTING.search(attributes.get("class") or ""):
            continue
        told = [(figure, name, confidence) for read, name, confidence in _READERS if (figure := read(node)) is not None]
        if told:
            return candidate(*next((one for one in told if one[0].best), told[0]))
    return None


def _best_behind(last: "LexborNode", value: float) -> float | None:
    """Return the top of the scale that the words right behind a row of stars state: `(out of 4)`."""
    at, words = last.next, ""
    while at is not None and len(words) < 40:
        words += (at.text_content or "") if at.is_text_node else at.text(deep=True)
        at = at.next
    found = _OUT_OF.match(words)
    best = float(found[1]) if found else 0.0
    return best if 3 <= best <= 10 and value <= best else None


def _said(node: "LexborNode") -> Figure | None:
    """Read alt text or label: it must speak of stars or of a scale."""
    attributes = node.attributes
    for name in ("alt", "aria-label", "title"):
        text = field(attributes.get(name) or "", 80)
        figure = read_figure(text) if text else None
        if figure and figure.value is not None and (figure.best is not None or figure.notation is Notation.STARS):
            return figure
    return None


def _file(node: "LexborNode") -> Figure | None:
    """Read the file name of an image: `4stars.png`, `stars-3.5.gif`, `twoandahalfstars.jpg`."""
    source = node.attributes.get("data-src") or node.attributes.get("src") or ""
    name = source.partition("?")[0].rpartition("/")[2] if node.tag == "img" and not source.startswith("data:") else ""
    if len(name) > 200 or (found := _FILE.search(name)) is None:
        return None
    if found["word"]:
        value = _WORDS[found["word"].lower()] + (0.5 if found["wordhalf"] else 0)
        return Figure(value, None, None, Notation.STARS, name)
    digits = re.sub(r"[-_.]", "", found["value"] or found["value2"])
    value = float(digits[0]) + (0.5 if len(digits) > 1 or found["half"] else 0)
    best = found["best"] or found["best2"]
    return (
        Figure(value, float(best) if best else None, None, Notation.STARS, name)
        if 0 < value <= float(best or 5)
        else None
    )


def _gauge(node: "LexborNode") -> Figure | None:
    """Read `data-rating` and the like, unless it is one of several to choose from; and `<meter>`."""
    attributes = node.attributes
    if node.tag == "meter":
        return (
            None if _is_of_readers(node) else read_figure(attributes.get("value") or "", attributes.get("max") or "1")
        )
    given = next((attributes[name] for name in _GAUGES if attributes.get(name)), None)
    if given is None or node.tag in ("a", "button", "input", "li", "label"):
        return None
    figure = read_figure(given, next((attributes[name] for name in _TOPS if attributes.get(name)), None))
    if figure is None or figure.value == 0 or (figure.letter is None and figure.value is None):
        return None
    return figure


def _bar(node: "LexborNode") -> Figure | None:
    """Read what the class counts (`rated-7`: Letterboxd's half stars of five), or how far five stars are filled:
    `<span class="stars"><span style="width:80%">`, `<div class="stars" style="--rating: 4.5">`.
    """
    if found := _RATED.search(node.attributes.get("class") or ""):
        return Figure(int(found[1]) / 2, 5.0, None, Notation.STARS, found[0])
    if not _is_star(node.attributes.get("class") or ""):
        return None
    if found := _VARIABLE.search(node.attributes.get("style") or ""):
        return Figure(float(found[1]), 5.0, None, Notation.STARS, found[0])
    for part in (node, node.first_child, node.first_child.next if node.first_child is not None else None):
        found = _WIDTH.search((part.attributes.get("style") or "") if part is not None and part.is_element_node else "")
        if found:
            halves = round(float(found[1]) / 10)
            exact = abs(float(found[1]) - halves * 10) <= 2 and 0 < halves <= 10
            return Figure(halves / 2, 5.0, None, Notation.STARS, f"{found[1]}% of five stars") if exact else None
    return None


def _pairs(row: "list[LexborNode]") -> Figure | None:
    """Read a row of single stars, on, half or off."""
    marks = [_mark(node) for node in row]
    if not any(marks):
        marks = _switches(row)
    if "" in marks:
        marks = [mark for mark in marks if mark]
    if not 2 <= len(marks) <= 10 or not set(marks) & {"on", "half"}:
        return None
    if marks != sorted(marks, key=("on", "half", "off").index) or marks.count("half") > 1:
        return None
    value = marks.count("on") + marks.count("half") / 2
    best = float(len(marks)) if "off" in marks else None
    return Figure(
        value,
        best,
        None,
        Notation.STARS,
        "★" * marks.count("on") + "½" * marks.count("half") + "☆" * marks.count("off"),
    )


def _switches(row: "list[LexborNode]") -> list[str]:
    """Return what a row of three and more images says that are called nothing but `on` and `off`."""
    found = [_SWITCH.search(node.attributes.get("src") or "") if node.tag == "img" else None for node in row]
    said = [one[1].lower() for one in found if one]
    return said if len(said) == len(row) >= 3 and {"on", "off"} <= set(said) else []


def _mark(node: "LexborNode") -> str:
    """Return `on`, `half` or `off` for a single drawn star; empty for anything else."""
    attributes = node.attributes
    source = (attributes.get("data-src") or attributes.get("src") or "").rpartition("/")[2]
    if node.tag == "img":
        told = f"{source} {attributes.get('alt') or ''}"
    elif lit := node.css_first("span.on, span.off, span.half") if node.tag == "div" else None:
        told = f"star-{lit.attributes.get('class')}"
    elif node.tag == "svg" and (drawn := node.css_first("use")) is not None:
        told = drawn.attributes.get("href") or drawn.attributes.get("xlink:href") or ""
    elif node.first_child is None or not (node.text(deep=True) or "").strip():
        told = attributes.get("class") or ""
    else:
        return ""
    if not _is_star(told) or _states(node):
        return ""
    return "half" if _HALF.search(told) else "off" if _OFF.search(told) else "on"


def _is_of_readers(node: "LexborNode") -> bool:
    """Return whether the row a gauge stands in says that it is the readers'."""
    row = node.parent.parent if node.parent is not None and node.parent.tag == "td" else node.parent
    return row is not None and _READERS_WORDS.search(row.text(deep=True)[:200]) is not None


def _states(node: "LexborNode") -> bool:
    """Return whether a star says a grade by itself; `half star` is one of a row."""
    figure = _said(node)
    return figure is not None and (figure.best is not None or figure.value != 0.5)


_READERS = (
    (_said, "star label", 0.8), (_file, "star image", 0.7), (_gauge, "rating attribute", 0.65),
    (_bar, "star bar", 0.6),
)  # fmt: skip
"""In order of trust; of one node's figures the first with a scale counts."""


def _is_star(text: str) -> bool:
    return _STAR.search(text) is not None and _NOT_STAR.search(text) is None


def _are_buttons(row: "list[LexborNode]") -> bool:
    """Tell whether a row offers grades to choose from: `1 Star`, `2 Stars`, … or `data-rating` 1, 2, 3."""
    alts = [
        node.attributes.get("alt") or node.attributes.get("title") or node.attributes.get("aria-label") or ""
        for node in row
    ]
    if sum(1 for alt in alts if _BUTTON.match(alt)) > 1:
        return True
    gauges = {node.attributes.get("data-rating") for node in row} - {None}
    return len(gauges) > 1
