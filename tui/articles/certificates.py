"""Audience ratings: `Rated PG for brief peril`, `MPAA: R (language)`, `FSK ab 12`, `BBFC: 15`. Never a critic's grade.

`Rating:` alone is what critics call their own grade, so behind it only symbols count that no grade uses.
"""

import re

from tui.model.record import record

_LETTERS = (
    r"PG[-\s]?13|NC[-\s]?17|TV[-\s]?(?:MA|14|PG|G|Y7(?:-FV)?|Y)|MA\s?15\+?|M/PG|R[-\s]?1[35678]\+?|R\s?18\+|X\s?18\+|"
    r"18\+|16\+|"
    r"13\+|E10\+|12A|14A|18A|PG|GP|NR|UR|UA|G|M|R|X|U|not\ (?:yet\ )?rated|unrated"
)
_AGES = r"12|15|18"
_CERTIFICATE = re.compile(
    rf"""(?:(?:the|this)\ (?:film|movie)\ is\ )?
    (?:
      (?P<ages>FSK|PEGI|USK|Altersfreigabe|Alterseinstufung|age\ rating)[\s:=–—·|-]*(?:(?:ab|from|frei\ ab)\s+)?
        (?P<age>0|6|7|10|12A?|14|15|16|18)(?:\s+(?:jahren?|freigegeben).*$)?
    | (?:BBFC|certificate|cert\.?|classification)(?:\s+(?:rating|certificate))?[\s:=–—·|-]*(?P<bbfc>{_LETTERS}|{_AGES})
    | (?:MPAA?|content|film|movie|TV|ESRB|OFLC|audience)\s*(?:rating|rated)?[\s:=–—·|-]+(?:rated\s+)?
        (?P<mpa>{_LETTERS}|E|T)
    | rated(?:\s+by\s+the\s+\w+)?[\s:=–—·|-]+(?P<rated>{_LETTERS}|{_AGES}|E|T)
    | rating(?:\s*\(\w+\))?\s*[:=–—·|-]\s*(?:rated\s+)?(?P<rating>{_LETTERS})
    | (?P<bare>PG-13|PG|R|NC-17|TV-MA|TV-14|TV-PG)(?=\s+for\s+\w|\s*\(for\s|\s+[–—-]\s+[A-Z])
    | (?P<none>not\ (?:yet\ )?rated|unrated)(?=[.\s]*$)
    )
    (?P<rest>(?![\w/%½+★*]|[.,]\d|\s*(?:out\ of|stars?\b|/\s*\d)|\s*[–-]\s*/).*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_REASON = re.compile(
    r"\s*(?:[(\[]?\s*(?:(?:by|from)\ the\ \w+\ )?for\s+(?P<for>.+)|[(\[](?P<in>[^)\]]{3,300})[)\]]"
    r"|[:,–—-]\s+(?:for\s+)?(?P<dash>\D{3,300}))".replace(r"\ ", " "),
    re.IGNORECASE | re.DOTALL,
)
_END = re.compile(
    r"\s*(?:[|•·;\n]|[.,]?\s+(?:running time|run ?time|runtime|length|\d+ min|in (?:theaters|cinemas)|opens|"
    r"released?\b|at area)"
    r"|(?<=\w\w)\.\s|[)\]]\s)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[\s.,;:|•·()\[\]–—-]*(?:$|[\n.,;|•·(\[–—-]|\d+\s?(?:min|h)|by the )", re.IGNORECASE)


@record(frozen=True, slots=True)
class Certificate:
    """An audience rating and what it is for."""

    value: str
    reason: str | None = None


def read_certificate(line: str) -> Certificate | None:
    """Return the audience rating that opens `line`, its label included; None when there is none."""
    found = _CERTIFICATE.match(line)
    if found is None:
        return None
    reason = _REASON.match(found["rest"])
    if reason is None and not _GOES_ON.match(found["rest"]):
        return None  # `Rated R Superstar`: the symbol is part of something longer
    if found["age"]:
        board = found["ages"].upper()
        value = f"{board} {found['age']}" if board in ("FSK", "PEGI", "USK") else found["age"].upper()
    else:
        value = _canonical(
            next(found[name] for name in ("bbfc", "mpa", "rated", "rating", "bare", "none") if found[name])
        )
    return Certificate(value, _told(reason))


def _told(reason: re.Match[str] | None) -> str | None:
    """Return what a rating is for, without what follows on the line."""
    if reason is None:
        return None
    text = reason["for"] or reason["in"] or reason["dash"]
    if end := _END.search(text):
        text = text[: end.start()]
    text = " ".join(text.split()).strip(" .,;")
    if text.endswith((")", "]")) and text.count("(") + text.count("[") < text.count(")") + text.count("]"):
        text = text[:-1].rstrip(" .")
    return text or None


def _canonical(value: str) -> str:
    """Return a rating as it is usually written: `pg 13` is `PG-13`."""
    lower = " ".join(value.lower().split())
    if "rated" in lower:
        return "Unrated" if lower == "unrated" else "Not Rated"
    joined = lower.upper().replace(" ", "").replace("-", "")
    if joined in ("PG13", "NC17"):
        return f"{joined[:-2]}-{joined[-2:]}"
    return f"TV-{joined[2:].replace('FV', '-FV')}" if joined.startswith("TV") else joined
