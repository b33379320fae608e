"""The labels credits stand behind: `Directed by`, `Starring –`, `The Plot:`, `Running time |`, in a few languages."""

import re
from typing import Literal

from tui.model.record import record

LabelKind = Literal["director", "cast", "plot", "rated", "trailer", "title", "year", "other"]

_SIGN = r"(?:\s*[:：=|·]\s*(?:[–—-]\s+)?|\s*[–—]+\s*|\s+-+\s+|-\s+|\s*\n\s*|\s*$)"
"""What parts a label from its value: a colon, a dash, a cell's border, the line's end."""
_MIDWAY = r"(?-i:Starring|Directed [Bb]y|Written [Bb]y|Rated|Screenplay by|(?:Cast|Director|Plot|Synopsis|Runtime):)"
_BEFORE = rf"(?P<before>^|[.;:|•·/)\n,]\s*|\s[–—-]+\s+|\band\s+|\s&\s+|\s{{2,}}|\s(?={_MIDWAY}))"
"""What parts a label from the value before it; a few labels, begun with a capital, need nothing."""
_LABELLED = {
    "director": r"(?:co-?)?(?:directors?(?:\(s\))?(?:\s*(?:and|&|/)\s*(?:co-?)?(?:screen)?writers?)?|dir\.?)"
    r"|regie|regia|regisseur(?:in)?|réalisation|réalisat(?:eur|rice)|direcci[oó]n|direção|reżyseria|directora"
    r"|(?:screen)?writers?\s*(?:and|&|/|-)\s*directors?",
    "cast": r"(?:(?:main|lead|voice|principal|full)\s+)?(?:cast|stars|starring|actors|voices|players)"
    r"(?:\s+(?:and characters|list|members|includes?|the voices of))?"
    r"|besetzung|darsteller(?:innen)?|reparto|elenco|interpreti|acteurs|with|featuring|avec|mit|con",
    "plot": r"(?:the\s+)?(?:plot|synopsis|storyline|story|premise|logline|handlung|inhalt|sinopsis|trama)"
    r"(?:\s+(?:summary|synopsis|outline|in (?:short|brief)))?|what(?:[’']s it| it[’']s| is it) about\??",
    "trailer": r"(?:(?:the|official|teaser|watch|theatrical|new|full)\s+)*trailer",
    "title": r"(?:original\s+)?title|film|movie|titel|titre|título|titolo|originaltitel",
    "year": r"year|jahr|année|año|anno|release\s+year|year\s+of\s+release",
    "other": r"(?:co-?|executive\s+)?(?:(?:screen)?writers?(?:\(s\))?|producers?|screenplay|script|composers?|editors?|"
    r"cinematograph(?:ers?|y)|director\s+of\s+photography|d\.?o\.?p\.?|music|score\s+by|novel)|genres?|rubrique|"
    r"countr(?:y|ies)(?:\s+of\s+origin)?|languages?|(?:running|run)[\s-]?time|runtime|length|duration|laufzeit|durée|"
    r"duración|releas(?:e|ed)(?:\s+date)?|u[sk]\s+release|theatrical\s+release|opening\s+date|in\s+(?:theaters|"
    r"cinemas)|"
    r"studios?|distribut(?:ors?|ion|ed)|production(?:\s+compan(?:y|ies))?|budget|box\s+office|format|aspect\s+ratio|"
    r"where\s+to\s+watch|how\s+to\s+watch|(?:available|streaming|watch(?:ed)?|seen)\s+on|platforms?|network|drehbuch|"
    r"musik|kamera|land|scénario|gui[oó]n|kinostart|author|publisher|pages|developer|seasons?|episodes?",
}
_BY = {
    "director": r"(?:written\s+(?:and|&)\s+)?(?:co-?)?directed(?:\s+(?:and|&)\s+written)?\s+by"
    r"|a\s+film\s+by|un\s+film\s+de|réalisée?\s+par|dirigid[ao]\s+por|regia\s+di|ein\s+film\s+von",
    "cast": r"starring(?:\s+the\s+voices\s+of)?|with(?:\s+the\s+voices\s+of)?|featuring|avec|mit|con",
    "other": r"(?:screenplay|written|script|story|music|produced|edited|cinematography|adapted|novel|shot|photographed|"
    r"distributed|released|created|executive\s+produced|developed|published|based\s+on(?:\s+\w+){0,4})\s+by|based\s+on",
}
_RATED = (
    r"rated|rating|MPAA?|BBFC|FSK|PEGI|USK|ESRB|certificate|cert\.?|classification|altersfreigabe|not\s+rated|unrated|"
    r"(?:content|age|film|movie|audience|TV)\s+rating|(?:PG-13|PG|R|NC-17|TV-MA|TV-14)(?=\s+for|\s+\(for|\s+[–—-]\s)"
)
_LABEL = re.compile(
    _BEFORE
    + "(?:"
    + "|".join(
        [rf"(?P<{kind}>{words}){_SIGN}" for kind, words in _LABELLED.items()]
        + [rf"(?P<{kind}_by>{words})(?:{_SIGN}|\s+)" for kind, words in _BY.items()]
        + [rf"(?P<rated>{_RATED})(?!\w)"]
    )
    + ")",
    re.IGNORECASE,
)


@record(frozen=True, slots=True)
class Labelled:
    """One label and what follows it up to the next."""

    kind: LabelKind
    value: str
    """For `rated` with the label itself, which tells what the value may be."""
    plain: bool
    """True when a colon, a dash or a border parts the two; False for `Directed by NAME`."""


_LONGEST_LINE = 3_000
_LONGEST_LEAD = 150
"""Characters within which the first label must stand."""


def opens_with_label(line: str) -> bool:
    """Tell whether a line begins with a label: much sooner known than where one stands in it."""
    return _LABEL.match(line, 0, _LONGEST_LEAD) is not None or line[:1].isspace()


def split_labels(line: str) -> tuple[str, tuple[Labelled, ...]]:
    """Return (what stands before the first label, every labelled value in order) of one line."""
    line = line[:_LONGEST_LINE]
    if not _LABEL.search(line, 0, _LONGEST_LEAD):
        return line, ()
    marks: list[tuple[int, int, LabelKind, bool]] = []
    for found in _LABEL.finditer(line):
        name = found.lastgroup or ""
        weak = not found["before"].strip(" ,&") and found.start() > 0
        if marks and marks[-1][2] == "plot" and (weak or found["before"].startswith((",", "and", "/"))):
            continue  # a plot is told in sentences
        kind: LabelKind = name.removesuffix("_by")  # type: ignore[assignment]  # the groups are named after the kinds
        begins = found.start(name) if kind == "rated" else found.end()
        marks.append((found.start(), begins, kind, not name.endswith("_by")))
    if not marks:
        return line, ()
    ends = [start for start, _, _, _ in marks[1:]] + [len(line)]
    return line[: marks[0][0]].strip(), tuple(
        Labelled(kind, line[begins:end].strip(" \n|·•;,"), plain)
        for (_, begins, kind, plain), end in zip(marks, ends, strict=True)
    )
